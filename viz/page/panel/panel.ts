/** The panel: the scenarios, the levers of the focused one, all other settings, runs and seed, and a word to newcomers. */
import { say } from '../../words/words.ts';
import type { App } from '../app.ts';
import { h } from '../dom.ts';
import { runsLine } from './runs.ts';
import { scenarioList } from './scenario-list.ts';

export function panel(app: App): HTMLElement {
  const { lang } = app;
  return h(
    'aside',
    { class: 'panel', id: 'panel', 'aria-label': say(lang, 'panel') },
    h('h2', { class: 'panel-title' }, say(lang, 'scenarios')),
    scenarioList(app),
    runsLine(app),
  );
}
