/** How many futures are done, and with which seed they are had again. */
import { number } from '../../../scenarios/words/format.ts';
import { say } from '../../words/words.ts';
import type { App } from '../app.ts';
import { fill, h } from '../dom.ts';

export function runsLine(app: App): HTMLElement {
  const bar = h('span', { class: 'progress-done' });
  const text = h('p', { id: 'runs' });
  const box = h('div', { class: 'runs' }, h('div', { class: 'progress', 'aria-hidden': 'true' }, bar), text);
  const render = () => {
    const { done, of } = app.status;
    const { seed } = app.result.findings;
    const { lang } = app;
    bar.style.width = `${of === 0 ? 0 : Math.round((100 * done) / of)}%`;
    fill(text, say(lang, 'runs', { runs: number(lang, done), of: number(lang, of), seed: String(seed) }));
  };
  app.listen((topics) => {
    if (topics.has('status') || topics.has('progress') || topics.has('result')) render();
  });
  render();
  return box;
}
