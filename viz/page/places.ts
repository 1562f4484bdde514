/** What the municipality brush calls a place. */

import { capital, townName } from '../../scenarios/words/voice.ts';
import { word } from '../../scenarios/words/words.ts';
import { say } from '../words/words.ts';
import type { App } from './app.ts';

export function placeName({ result, lang }: App, municipality: string): string {
  if (municipality === 'provider') return say(lang, 'whole_place');
  const { findings } = result;
  const name = townName(findings.scenarios[0], municipality);
  return findings.focus.length === 1 && name === municipality ? capital(word(lang, 'town_in_focus')) : name;
}
