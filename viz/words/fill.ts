/** For those who bring along only their own room's words, both languages at once: a worker needs few of them. */
import { filled, type Holes } from '../../scenarios/words/fill.ts';
import type { Label } from '../../scenarios/words/words.ts';

/** The same in both languages. */
export const filledLabel = ({ en, nb }: Label, holes: Holes = {}): Label => ({
  en: filled(en, holes),
  nb: filled(nb, holes),
});
