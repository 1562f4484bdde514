/**
 * The viewer's part of the dictionary: what only a page says. Sentences about findings, measures, parameters and policies
 * are those of `scenarios/`. One file a room of the page; every text in English and bokmål.
 */
import { filled, type Holes } from '../../scenarios/words/fill.ts';
import type { Label, Language } from '../../scenarios/words/words.ts';
import { charts } from './charts.ts';
import { files } from './files.ts';

import { live } from './live.ts';
import { page } from './page.ts';
import { paper } from './paper.ts';
import { pathway } from './pathway.ts';
import { time } from './time.ts';

const all = { ...charts, ...files, ...live, ...page, ...paper, ...pathway, ...time };

export type SayKey = keyof typeof all;

/** Every text of the viewer; a test looks for doubles and for empty ones. */
export const viewerWords: Readonly<Record<SayKey, Label>> = all;

/**
 * The text of a key with its `{holes}` filled.
 * @throws Error for a hole that is not filled: a mistake in the program
 */
export function say(lang: Language, key: SayKey, holes: Holes = {}): string {
  return filled(viewerWords[key][lang], holes);
}
