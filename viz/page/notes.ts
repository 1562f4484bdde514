/** What a picture rests on, in lines under it: scenarios, futures, seed, version. */

import { number } from '../../scenarios/words/format.ts';
import { whoIsWho } from '../charts/scenarios.ts';
import { say } from '../words/words.ts';
import type { App } from './app.ts';
import { version } from './version.ts';

export function notesOf({ result, lang }: Pick<App, 'result' | 'lang'>): string[] {
  const { replications, seed } = result.findings;
  return [
    whoIsWho(result, lang)
      .map(({ letter, label }) => `${letter} ${label}`)
      .join(' · '),
    say(lang, 'rests_on', { n: number(lang, replications), seed: String(seed), version }),
  ];
}
