/** Units in a reader's language. */
import { unbroken } from './format.ts';
import type { Language } from './words.ts';
import { isWordKey, word } from './words.ts';

/** The key under which a unit stands in the dictionary: of `per 100,000 adults and year`, `unit_per_100_000_adults_and_year`. */
export const unitKey = (unit: string): string => `unit_${unit.toLowerCase().replace(/[^a-z0-9]+/g, '_')}`;

/** `persons per post` is in bokmål `personer per årsverk`; a unit that the dictionary does not have stands as it is. */
export function unitName(lang: Language, unit: string): string {
  const key = unitKey(unit);
  if (!isWordKey(key)) return unit;
  return lang === 'nb' ? unbroken(word(lang, key)) : word(lang, key);
}
