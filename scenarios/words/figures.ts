/** The known figures that numbers answer to, in a reader's language. */
import figures from './figures.yaml?data';
import { inBokmal } from './sources.ts';
import type { Language } from './words.ts';

/** English → bokmål, of all figures that bundled numbers are held by, and of the balance. */
export const figuresInBokmal = figures as Readonly<Record<string, string>>;

/** A figure that holds a number, or the source of a known one, as a person reads it; of somebody's own file as it stands. */
export const figureText = (lang: Language, text: string): string => inBokmal(figuresInBokmal, lang, text);
