/** The source of a number or a policy in a reader's language. */
import { unbroken } from './format.ts';
import sources from './sources.yaml?data';
import type { Language } from './words.ts';

/** English → bokmål, of all sources that come with Forløp. */
export const sourcesInBokmal = sources as Readonly<Record<string, string>>;

/**
 * A source as a person reads it. Files hold it in English, and so do results and run.json; what is not in the dictionary comes
 * from somebody's own file, in whatever language, and stands as it is.
 */
export const sourceText = (lang: Language, text: string): string => inBokmal(sourcesInBokmal, lang, text);

/** A text of a dictionary from English to bokmål; in English, or where it is not there, as it stands. */
export function inBokmal(texts: Readonly<Record<string, string>>, lang: Language, text: string): string {
  return lang === 'nb' && Object.hasOwn(texts, text) ? unbroken(texts[text]) : text;
}
