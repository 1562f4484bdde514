/** The grounds of a number in a reader's language: its source, and the figure that holds it. */
import { unbroken } from './format.ts';
import grounds from './grounds.yaml?data';
import type { Language } from './words.ts';

/** English → bokmål, of all that comes with Forløp. */
export const groundsInBokmal = grounds as Readonly<Record<string, string>>;

/**
 * A source, or a figure that holds a number, as a person reads it. Files hold it in English, and so do results and run.json;
 * what is not in the dictionary comes from somebody's own file, in whatever language, and stands as it is.
 */
export function groundsText(lang: Language, text: string): string {
  if (lang === 'en' || !Object.hasOwn(groundsInBokmal, text)) return text;
  return unbroken(groundsInBokmal[text]);
}
