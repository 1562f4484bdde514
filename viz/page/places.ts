/** What the municipality brush calls a place. */

import type { Findings } from '../../scenarios/experiment/findings.ts';
import { capital, townName } from '../../scenarios/words/voice.ts';
import type { Language } from '../../scenarios/words/words.ts';
import { word } from '../../scenarios/words/words.ts';
import { say } from '../words/words.ts';
import type { App } from './app.ts';

export function placeName({ result, lang }: App, municipality: string): string {
  if (municipality === 'provider') return say(lang, 'whole_place');
  const { findings } = result;
  const name = townName(findings.scenarios[0], municipality);
  return findings.focus.length === 1 && name === municipality ? capital(word(lang, 'town_in_focus')) : name;
}

/** What the place of a result is called. */
export function placeLabel({ scenarios }: Findings, lang: Language): string {
  return [...new Set(scenarios.map(({ place }) => place.label[lang]))].join(', ');
}
