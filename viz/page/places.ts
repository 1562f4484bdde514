/** What the municipality brush calls a place. */

import type { Findings } from '../../scenarios/experiment/findings.ts';
import { capital, townName } from '../../scenarios/words/voice.ts';
import type { Language } from '../../scenarios/words/words.ts';
import { word } from '../../scenarios/words/words.ts';
import { fullName, townsOf } from '../charts/waits/town-waits.ts';
import { say } from '../words/words.ts';
import type { App } from './app.ts';

/** @param municipality its number, which is never shown: it is a name for files */
export function placeName({ result, lang }: Pick<App, 'result' | 'lang'>, municipality: string): string {
  if (municipality === 'provider') return say(lang, 'whole_place');
  const { findings } = result;
  const name = townName(findings.scenarios[0], municipality);
  if (name !== municipality) return name;
  if (findings.focus.length === 1) return capital(word(lang, 'town_in_focus'));
  const town = townsOf(result, lang).find(({ number }) => number === municipality);
  return town ? fullName(town) : municipality;
}

/** What the place of a result is called. */
export function placeLabel({ scenarios }: Findings, lang: Language): string {
  return [...new Set(scenarios.map(({ place }) => place.label[lang]))].join(', ');
}
