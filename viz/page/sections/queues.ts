/** Queues over time: the queue, the difference and the verdicts by year on one axis, with what must stand beside them. */

import { capital } from '../../../scenarios/words/voice.ts';
import { word } from '../../../scenarios/words/words.ts';
import { say } from '../../words/words.ts';
import type { App } from '../app.ts';
import { dateFields } from '../date-fields.ts';
import { h } from '../dom.ts';
import { placeName } from '../places.ts';
import { player } from '../player.ts';
import { municipalities, queues } from '../state.ts';

export function queueSection(app: App): HTMLElement {
  return h(
    'section',
    { id: 'queues', class: 'split' },
    h('div', { class: 'main-column' }, controls(app)),
    h('div', { class: 'side-column' }),
  );
}

function controls(app: App): HTMLElement {
  const { lang } = app;
  const chooser = h(
    'select',
    { id: 'queue', on: { change: () => app.look({ queue: chooser.value as (typeof queues)[number] }, 'push') } },
    queues.map((queue) => h('option', { value: queue }, capital(word(lang, `waiting_${queue}`)))),
  );
  const places = municipalities(app.result);
  const town = h(
    'select',
    { id: 'municipality', on: { change: () => app.look({ municipality: town.value }, 'push') } },
    places.map((place) => h('option', { value: place }, placeName(app, place))),
  );
  const singles = toggle(app, 'singles', say(lang, 'singles'));
  const multiples = toggle(app, 'multiples', say(lang, 'multiples'));
  const play = h('button', { type: 'button', class: 'play small', on: { click: () => player(app).toggle() } });
  const update = () => {
    const { queue, municipality } = app.now;
    chooser.value = queue;
    town.value = municipality;
    const { isPlaying } = player(app);
    play.setAttribute('aria-label', say(lang, isPlaying ? 'pause' : 'play'));
    play.classList.toggle('on', isPlaying);
  };
  app.listen(update);
  player(app).listen(update);
  update();
  return h(
    'div',
    { class: 'controls', role: 'group', 'aria-label': say(lang, 'queue_controls') },
    h('label', {}, h('span', {}, say(lang, 'queue_which')), chooser),
    places.length > 1 && h('label', {}, h('span', {}, say(lang, 'queue_where')), town),
    h('div', { class: 'date-control' }, play, dateFields(app, 'date')),
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
