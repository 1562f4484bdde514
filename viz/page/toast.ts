/** A sentence at the edge of the screen about what was just done; it goes by itself, and screen readers hear it. */
import { h } from './dom.ts';
import { announce } from './live-region.ts';

/** Longer for more words: nobody has to read fast. */
const shownFor = (text: string) => 5000 + 60 * text.length;

export function tell(text: string): void {
  document.getElementById('told')?.remove();
  const note = h('p', { id: 'told', class: 'told', 'aria-hidden': 'true' }, text);
  document.body.append(note);
  announce(text);
  setTimeout(() => note.remove(), shownFor(text));
}
