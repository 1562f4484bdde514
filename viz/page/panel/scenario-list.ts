/** The scenarios with their lines, letters and names; a press focuses one. */
import { say } from '../../words/words.ts';
import type { App } from '../app.ts';
import { fill, h } from '../dom.ts';
import { lineSample } from './line-sample.ts';

export function scenarioList(app: App): HTMLElement {
  const list = h('ul', { class: 'scenarios', 'aria-label': say(app.lang, 'scenarios') });
  const render = () => {
    const { focus } = app.now;
    fill(
      list,
      app.who.map(({ letter, label, style, isBase }) =>
        h(
          'li',
          { class: letter === focus ? 'focused' : '' },
          h(
            'button',
            {
              type: 'button',
              class: 'scenario',
              id: `scenario-${letter}`,
              'aria-pressed': String(letter === focus),
              on: { click: () => app.look({ focus: letter }, 'push') },
            },
            lineSample(style),
            h(
              'span',
              { class: 'scenario-words' },
              h('b', { style: `color:${style.text}` }, `${letter}  ${label}`),
              isBase && h('small', {}, say(app.lang, 'reference')),
            ),
          ),
        ),
      ),
    );
  };
  app.listen((topics) => {
    if (topics.has('view') || topics.has('result')) render();
  });
  render();
  return list;
}
