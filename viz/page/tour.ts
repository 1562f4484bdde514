/** A tour of five stops, started by the visitor, left at any time. */
import { say } from '../words/words.ts';
import type { App } from './app.ts';
import { fill, h } from './dom.ts';

interface Stop {
  /** What is pointed at; the first that is on the page. */
  at: readonly string[];
  words: 'tour_answer' | 'tour_panel' | 'tour_date' | 'tour_pathway' | 'tour_share';
}

const stops: readonly Stop[] = [
  { at: ['#answer h1'], words: 'tour_answer' },
  { at: ['#panel .lever-box', '#open-panel', '#panel'], words: 'tour_panel' },
  { at: ['#queue-chart .chart'], words: 'tour_date' },
  { at: ['#pathway-chart .chart'], words: 'tour_pathway' },
  { at: ['#copy-link', '.bar .menu'], words: 'tour_share' },
];

export function startTour(app: App): void {
  document.getElementById('tour-note')?.remove();
  const back = document.activeElement as HTMLElement | null;
  let at = 0;
  const note = h('div', {
    id: 'tour-note',
    class: 'tour',
    role: 'dialog',
    'aria-label': say(app.lang, 'bar_tour'),
    tabindex: -1,
  });
  const end = () => {
    unmark();
    note.remove();
    removeEventListener('keydown', onKey, true);
    back?.focus();
  };
  const onKey = (event: KeyboardEvent) => {
    if (event.key !== 'Escape') return;
    event.stopPropagation();
    end();
  };
  const go = (next: number) => {
    at = next;
    unmark();
    const { lang } = app;
    const target = stops[at].at.map((query) => visible(query)).find((element) => element !== null);
    target?.classList.add('toured');
    fill(
      note,
      h('p', { class: 'tour-count' }, say(lang, 'tour_count', { at: at + 1, of: stops.length })),
      h('p', {}, say(lang, stops[at].words)),
      h(
        'div',
        { class: 'tour-buttons' },
        h('button', { type: 'button', class: 'text-button', on: { click: end } }, say(lang, 'tour_end')),
        at > 0 &&
          h(
            'button',
            { type: 'button', class: 'text-button', on: { click: () => go(at - 1) } },
            say(lang, 'tour_back'),
          ),
        h(
          'button',
          { type: 'button', class: 'strong-button', on: { click: () => (at + 1 < stops.length ? go(at + 1) : end()) } },
          say(lang, at + 1 < stops.length ? 'tour_next' : 'tour_done'),
        ),
      ),
    );
    target?.scrollIntoView({ block: 'center' });
    note.focus({ preventScroll: true });
  };
  document.body.append(note);
  addEventListener('keydown', onKey, true);
  go(0);
}

function visible(query: string): HTMLElement | null {
  const element = document.querySelector<HTMLElement>(query);
  return element && element.getClientRects().length > 0 ? element : null;
}

function unmark(): void {
  for (const element of document.querySelectorAll('.toured')) element.classList.remove('toured');
}
