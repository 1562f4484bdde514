/** Texts with holes, for those who bring along only their own room's words: a worker needs few of them. */
import type { Label } from '../../scenarios/words/words.ts';

export type Holes = Readonly<Record<string, string | number>>;

/**
 * A text with its `{holes}` filled.
 * @throws Error for a hole that is not filled: a mistake in the program
 */
export function filled(text: string, holes: Holes): string {
  return text.replace(/\{(\w+)\}/g, (_, hole: string) => {
    if (!(hole in holes)) throw new Error(`"${text}" needs "${hole}"`);
    return String(holes[hole]);
  });
}

/** The same in both languages. */
export const filledLabel = ({ en, nb }: Label, holes: Holes = {}): Label => ({
  en: filled(en, holes),
  nb: filled(nb, holes),
});
