/** The panel: the scenarios, the levers of the focused one, all other settings, runs and seed, and a word to newcomers. */
import { say } from '../../words/words.ts';
import type { App } from '../app.ts';
import { fill, h } from '../dom.ts';
import { restartButton } from '../restart-button.ts';
import { leverBox } from './lever-box.ts';
import { newcomer } from './newcomer.ts';
import { placePicker } from './place-picker.ts';
import { runsLine } from './runs.ts';
import { scenarioList } from './scenario-list.ts';
import { closeButton } from './sheet.ts';

export interface PanelActions {
  tour: () => void;
  about: () => void;
}

export function panel(app: App, actions: PanelActions): HTMLElement {
  const { lang } = app;
  const undo = h(
    'button',
    { type: 'button', class: 'text-button', id: 'undo', on: { click: () => history.back() } },
    say(lang, 'undo'),
  );
  const off = h('p', { class: 'panel-note' });
  const render = () => {
    const { live } = app.status;
    undo.hidden = !app.canUndo;
    fill(
      off,
      live === 'off'
        ? [app.status.why?.[lang] ?? say(lang, 'not_live'), ' ', restartButton(app)]
        : live === 'starting'
          ? say(lang, 'live_starting')
          : '',
    );
    off.hidden = live === 'ready';
  };
  app.listen((topics) => {
    if (!topics.has('progress') && !topics.has('day')) render();
  });
  render();
  return h(
    'aside',
    { class: 'panel', id: 'panel', 'aria-label': say(lang, 'panel') },
    h(
      'div',
      { class: 'panel-head' },
      h('h2', { class: 'panel-title' }, say(lang, 'scenarios')),
      undo,
      closeButton(app),
    ),
    placePicker(app),
    scenarioList(app),
    leverBox(app),
    off,
    runsLine(app),
    newcomer(app, actions),
  );
}
