/** On a phone the panel is a sheet over the lower half of the screen, opened from the bar at the bottom. */
import { say } from '../../words/words.ts';
import type { App } from '../app.ts';
import { fill, h } from '../dom.ts';
import { lineSample } from './line-sample.ts';
import { howManyDiffer } from './settings.ts';

/** Esc closes the sheet. */
export function sheet(app: App, panel: HTMLElement): void {
  panel.addEventListener('keydown', (event) => {
    const page = document.documentElement;
    if (event.key !== 'Escape' || !page.classList.contains('sheet')) return;
    page.classList.remove('sheet');
    document.getElementById('open-panel')?.focus();
  });
  void app;
}

export function bottomBar(app: App): HTMLElement {
  const { lang } = app;
  const words = h('div', { class: 'bottom-words' });
  const render = () => {
    const { focus } = app.now;
    const who = app.who.find(({ letter }) => letter === focus);
    fill(
      words,
      who && lineSample(who.style),
      who &&
        h(
          'span',
          {},
          h(
            'b',
            { style: `color:${who.style.text}` },
            `${who.letter}\u2002${who.isBase ? say(lang, 'as_today') : who.label}`,
          ),
          h('small', {}, howManyDiffer(app)),
        ),
    );
  };
  app.listen((topics) => {
    if (topics.has('view') || topics.has('result') || topics.has('question')) render();
  });
  render();
  return h(
    'div',
    { class: 'bottom-bar', role: 'region', 'aria-label': say(lang, 'focused_scenario') },
    words,
    h(
      'button',
      {
        type: 'button',
        id: 'open-panel',
        class: 'strong-button',
        'aria-controls': 'panel',
        on: {
          click: () => {
            document.documentElement.classList.add('sheet');
            app.look({ panel: true });
            document.querySelector<HTMLElement>('#panel button')?.focus();
          },
        },
      },
      say(lang, 'open_panel'),
    ),
  );
}
