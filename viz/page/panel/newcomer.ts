/** A word to those who come for the first time: which lever carries the answer, and where to read on. */
import { uncapital } from '../../../scenarios/words/hinge.ts';
import { headlineVerdicts } from '../../../scenarios/words/verdict.ts';
import { say } from '../../words/words.ts';
import type { App } from '../app.ts';
import { fill, h } from '../dom.ts';
import type { PanelActions } from './panel.ts';

export function newcomer(app: App, actions: PanelActions): HTMLElement {
  const { lang } = app;
  const text = h('p', {});
  const render = () => {
    const setting = app.status.live === 'off' ? null : carrier(app);
    fill(
      text,
      setting === null ? say(lang, 'newcomer_read') : say(lang, 'newcomer_lever', { setting: uncapital(setting) }),
    );
  };
  app.listen((topics) => {
    if (topics.has('result') || topics.has('status')) render();
  });
  render();
  return h(
    'div',
    { class: 'newcomer' },
    h('h2', { class: 'panel-title' }, say(lang, 'newcomer')),
    text,
    h(
      'button',
      { type: 'button', class: 'text-button', id: 'tour', on: { click: actions.tour } },
      say(lang, 'bar_tour'),
    ),
    h('button', { type: 'button', class: 'text-button', on: { click: actions.about } }, say(lang, 'bar_about')),
  );
}

/** What the council keeps, where the answer is a break-even; else what the first verdict leans on most. */
function carrier({ result, lang }: App): string | null {
  const { findings } = result;
  if (findings.breakeven.length > 0) {
    return say(lang, 'lever_retention');
  }
  const [first] = headlineVerdicts(findings).verdicts;
  const hinge =
    first &&
    findings.hinges.find(
      ({ scenario, measure, period }) =>
        scenario === first.row.scenario && measure === first.measure.name && period === 'all',
    );
  return hinge?.label?.[lang] ?? null;
}
