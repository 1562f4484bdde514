/** Who is who in a result: letters, names, styles, and the series that belong to a scenario. */
import { inOrder, letters, scenarioLabel } from '../../scenarios/words/voice.ts';
import type { Language } from '../../scenarios/words/words.ts';
import type { Band, CapacityLine, Kind, Result, Single } from '../result/result.ts';
import type { ScenarioStyle } from './theme.ts';
import { styleOf } from './theme.ts';

export interface Who {
  name: string;
  letter: string;
  /** Without the letter: its policies, or the place as it is today. */
  label: string;
  style: ScenarioStyle;
  isBase: boolean;
}

/** The scenarios in their order; the base is A. */
export function whoIsWho({ findings }: Result, lang: Language): Who[] {
  const named = letters(findings);
  return inOrder(findings).map((scenario) => {
    const letter = named.get(scenario.name) as string;
    return {
      name: scenario.name,
      letter,
      label: shortened(scenarioLabel(scenario, lang)),
      style: styleOf(letter.charCodeAt(0) - 'A'.charCodeAt(0)),
      isBase: scenario.name === findings.base?.name,
    };
  });
}

/** Most characters of a name beside a line, and of a word in it. */
const [longestName, longestWord] = [90, 28];

/** A name that a chart has room for: files of people's own may have longer ones, which stand in full in what was asked. */
export function shortened(name: string): string {
  const cut = (text: string, most: number) => (text.length > most ? `${text.slice(0, most - 1).trimEnd()}…` : text);
  return cut(
    name.replace(/\S+/g, (one) => cut(one, longestWord)),
    longestName,
  );
}

const indexes = new WeakMap<Result, Map<string, Band>>();
const keyOf = (scenario: string, base: string, municipality: string, kind: Kind, queue: string) =>
  [scenario, base, municipality, kind, queue].join('\n');

/** A level (`base` empty) or a paired difference over time; undefined where the result has none. */
export function bandOf(
  result: Result,
  scenario: string,
  base: string,
  municipality: string,
  kind: Kind,
  queue: string,
): Band | undefined {
  let index = indexes.get(result);
  if (!index) {
    index = new Map(
      result.bands.map((band) => [keyOf(band.scenario, band.base, band.municipality, band.kind, band.queue), band]),
    );
    indexes.set(result, index);
  }
  return index.get(keyOf(scenario, base, municipality, kind, queue));
}

export function singlesOf(result: Result, scenario: string, municipality: string, queue: string): Single[] {
  return result.singles.filter(
    (single) => single.scenario === scenario && single.municipality === municipality && single.queue === queue,
  );
}

export function capacityOf(result: Result, scenario: string, municipality: string): CapacityLine[] {
  return result.capacity.filter((line) => line.scenario === scenario && line.municipality === municipality);
}

/** The index in `result.days` of the last month that has begun on a day. */
export function monthAt({ days }: Result, day: number): number {
  let at = 0;
  while (at + 1 < days.length && days[at + 1] <= day) at++;
  return at;
}
