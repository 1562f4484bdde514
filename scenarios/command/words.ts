/** What the terminal says: the words of findings, and its own, which the page need not carry. */
import type { Holes } from '../words/fill.ts';
import type { Label, Language, WordKey } from '../words/words.ts';
import { isWordKey, word as sharedWord, textOf } from '../words/words.ts';
import type { OwnKey } from './keys.ts';
import words from './words.yaml?data';

export type CommandKey = WordKey | OwnKey;

/** The words that only a terminal says. */
export const ownWords = words as Readonly<Record<OwnKey, Label>>;

/**
 * The text of a key with its `{holes}` filled.
 * @throws Error for a hole that is not filled, or a key that is not there: a mistake in the program
 */
export function word(lang: Language, key: CommandKey, holes: Holes = {}): string {
  return isWordKey(key) ? sharedWord(lang, key, holes) : textOf(ownWords[key], lang, key, holes);
}
