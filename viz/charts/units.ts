/** Units of settings in words. */
import type { Language } from '../../scenarios/words/words.ts';
import type { SayKey } from '../words/words.ts';
import { say, viewerWords } from '../words/words.ts';

/** `persons per post` in bokmål is `personer per årsverk`; a unit that has no words of its own stands as it is. */
export function shownUnit(unit: string, lang: Language): string {
  const key = `setting_unit_${unit.replace(/[^a-z0-9]+/gi, '_').toLowerCase()}`;
  return Object.hasOwn(viewerWords, key) ? say(lang, key as SayKey) : unit;
}
