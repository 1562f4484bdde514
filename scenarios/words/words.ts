/**
 * The one dictionary: every word that people read, in English and bokmål. Labels of parameters, policies and measures stand
 * in their own files; messages about wrong input files in `scenarios/resolve/messages.ts`; what only a terminal says in
 * `scenarios/command/words.yaml`.
 */
import { filled, type Holes } from './fill.ts';
import type { WordKey } from './keys.ts';
import words from './words.yaml?data';

export type Language = 'en' | 'nb';
export const languages: readonly Language[] = ['en', 'nb'];
export type { WordKey };

export type Label = Record<Language, string>;
type Dictionary = Record<WordKey, Label>;

/** The whole dictionary as it stands in the file. */
export const dictionary = (): Dictionary => words as Dictionary;

/**
 * The text of a key with its `{holes}` filled.
 * @throws Error for a hole that is not filled, or a key that is not there: a mistake in the program
 */
export function word(lang: Language, key: WordKey, holes: Holes = {}): string {
  return textOf(dictionary()[key], lang, key, holes);
}

/** The same of a dictionary's entry. */
export function textOf(entry: Label | undefined, lang: Language, key: string, holes: Holes): string {
  if (entry === undefined) throw new Error(`no dictionary has "${key}"`);
  return filled(entry[lang], holes, key);
}

/** Whether a text is a key of the dictionary. */
export function isWordKey(key: string): key is WordKey {
  return Object.hasOwn(dictionary(), key);
}
