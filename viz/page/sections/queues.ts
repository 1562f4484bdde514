/** Queues over time: the queue, the difference and the verdicts by year on one axis, with what must stand beside them. */

import { capital } from '../../../scenarios/words/voice.ts';
import { word } from '../../../scenarios/words/words.ts';
import type { ChartOptions } from '../../charts/chart.ts';
import { beside } from '../../charts/queues/beside.ts';
import { difference as drawDifference } from '../../charts/queues/difference.ts';
import { queues, yMaxOf } from '../../charts/queues/queues.ts';
import { ribbon } from '../../charts/queues/ribbon.ts';
import { smallMultiples } from '../../charts/queues/small-multiples.ts';
import type { TimeOptions } from '../../charts/queues/time-options.ts';
import { bandOf } from '../../charts/scenarios.ts';
import { say } from '../../words/words.ts';
import type { App } from '../app.ts';
import { dateFields } from '../date-fields.ts';
import { fill, h } from '../dom.ts';
import { frame } from '../frame.ts';
import { placeName } from '../places.ts';
import { playButton } from '../play-button.ts';
import type { Queue } from '../state.ts';
import { municipalities, queues as offered } from '../state.ts';
import { whenChanged } from '../when-changed.ts';

export function queueSection(app: App): HTMLElement {
  const held = frozenAxes(app);
  const timeOptions = (options: ChartOptions): TimeOptions => {
    const { queue, singles } = app.now;
    return { ...options, queue, singles, runs: app.status.runs, ...held() };
  };
  const key = () => {
    const { queue, singles, multiples } = app.view;
    return JSON.stringify([queue, singles, multiples, app.status.runs, app.status.held]);
  };
  const queue = frame(app, {
    id: 'queue-chart',
    level: 2,
    dated: true,
    key,
    extra: controls(app),
    draw: (options) => (app.view.multiples ? smallMultiples : queues)(app.result, timeOptions(options)),
  });
  const difference = frame(app, {
    id: 'difference-chart',
    level: 3,
    dated: true,
    key,
    draw: (options) => (hasAlternatives(app) ? drawDifference(app.result, timeOptions(options)) : null),
    empty: () => say(app.lang, 'nothing_compared'),
  });
  const verdicts = frame(app, {
    id: 'ribbon-chart',
    level: 3,
    dated: true,
    key,
    draw: (options) => (hasAlternatives(app) ? ribbon(app.result, timeOptions(options)) : null),
  });
  const besides = frame(app, {
    id: 'beside-chart',
    level: 2,
    dated: true,
    key,
    draw: (options) => beside(app.result, timeOptions({ ...options, narrow: false })),
  });
  return h(
    'section',
    { id: 'queues', class: 'split' },
    h('div', { class: 'main-column' }, queue.element, difference.element, verdicts.element),
    h('div', { class: 'side-column' }, besides.element),
  );
}

const hasAlternatives = ({ result }: App) => result.findings.base !== null && result.findings.scenarios.length > 1;

/** While a thumb is held the axis stays, and the line from before stays as a ghost. */
function frozenAxes(app: App): () => Partial<TimeOptions> {
  let kept: Partial<TimeOptions> = {};
  let wasHeld = false;
  return () => {
    const { held } = app.status;
    if (held && !wasHeld) {
      const { municipality, queue, scenario, lang, day } = app.now;
      const band = bandOf(app.result, scenario, '', municipality, 'waiting', queue);
      const options = { lang, width: 800, focus: scenario, day, municipality, narrow: false, queue };
      kept = { yMax: yMaxOf(app.result, options), ghost: band && { days: app.result.days, mean: band.mean } };
    }
    if (!held) kept = {};
    wasHeld = held;
    return kept;
  };
}

function controls(app: App): HTMLElement {
  const { lang } = app;
  const chooser = h(
    'select',
    {
      id: 'queue',
      'aria-label': say(lang, 'queue_which'),
      on: { change: () => app.look({ queue: chooser.value as Queue }, 'push') },
    },
    offered.map((queue) => h('option', { value: queue }, capital(word(lang, `waiting_${queue}`)))),
  );
  const town = h('select', {
    id: 'municipality',
    'aria-label': say(lang, 'queue_where'),
    on: { change: () => app.look({ municipality: town.value }, 'push') },
  });
  const places = () => municipalities(app.result).map((place) => [place, placeName(app, place)]);
  const offer = whenChanged(places, () => {
    fill(
      town,
      places().map(([place, name]) => h('option', { value: place }, name)),
    );
    town.hidden = town.options.length < 2;
  });
  const singles = toggle(app, 'singles', say(lang, 'singles'));
  const multiples = toggle(app, 'multiples', say(lang, 'multiples'));
  const update = () => {
    const { queue, municipality } = app.now;
    chooser.value = queue;
    town.value = municipality;
  };
  app.listen((topics) => {
    if (topics.has('result')) offer();
    update();
  });
  offer();
  update();
  return h(
    'div',
    { class: 'controls', role: 'group', 'aria-label': say(lang, 'queue_controls') },
    chooser,
    town,
    h('div', { class: 'date-control' }, playButton(app, 'play-queues'), dateFields(app, 'date')),
    singles,
    multiples,
  );
}

function toggle(app: App, key: 'singles' | 'multiples', text: string): HTMLElement {
  const button = h(
    'button',
    { type: 'button', id: key, class: 'toggle', on: { click: () => app.look({ [key]: !app.view[key] }, 'push') } },
    text,
  );
  const update = () => button.setAttribute('aria-pressed', String(app.view[key]));
  app.listen(update);
  update();
  return button;
}
