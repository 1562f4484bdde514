/** On a phone the panel is a sheet over the lower half of the screen, opened from the bar at the bottom. */
import { namedScenarios } from '../../charts/queues/queue-series.ts';
import { say } from '../../words/words.ts';
import type { App } from '../app.ts';
import { fill, h } from '../dom.ts';
import { lineSample } from './line-sample.ts';
import { howManyDiffer } from './settings.ts';

/** Whether the window is so narrow that the panel is a sheet. */
export const isSheet = (): boolean => matchMedia('(max-width: 719px)').matches;

/** The bar with its button goes, since the sheet covers it; the focus goes to where the sheet is closed again. */
export function openSheet(): void {
  document.documentElement.classList.add('sheet');
  document.querySelector<HTMLElement>('#panel .close-panel')?.focus({ preventScroll: true });
}

/** The focus goes back to the button that opens it. */
function closeSheet(): void {
  document.documentElement.classList.remove('sheet');
  document.getElementById('open-panel')?.focus({ preventScroll: true });
}

/** Esc closes the sheet, wherever on the page the focus is; what is open above it, or takes Esc itself, comes first. */
export function closeSheetOnEscape(signal: AbortSignal): void {
  const onKey = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || event.defaultPrevented || document.querySelector('dialog[open]')) return;
    // the browser empties a search field first
    const { target } = event;
    if (target instanceof HTMLInputElement && target.type === 'search' && target.value !== '') return;
    if (document.documentElement.classList.contains('sheet') && isSheet()) closeSheet();
  };
  addEventListener('keydown', onKey, { signal });
}

export function closeButton(app: App): HTMLElement {
  return h(
    'button',
    { type: 'button', class: 'text-button close-panel', on: { click: closeSheet } },
    say(app.lang, 'close_panel'),
  );
}

export function bottomBar(app: App): HTMLElement {
  const { lang } = app;
  const words = h('div', { class: 'bottom-words' });
  const render = () => {
    const { focus } = app.now;
    const who = namedScenarios(app.result, lang).find(({ letter }) => letter === focus);
    fill(
      words,
      who && lineSample(who.style),
      who &&
        h(
          'span',
          {},
          h('b', { style: `color:${who.style.text}` }, `${who.letter}\u2002${who.label}`),
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
        on: { click: openSheet },
      },
      say(lang, 'open_panel'),
    ),
  );
}
