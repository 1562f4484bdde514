/** The wait for follow-up of each municipality, and how unequal they are. */
import type { Language } from '../../../scenarios/words/words.ts';
import type { Result } from '../../result/result.ts';
import { say } from '../../words/words.ts';
import { estimateAt } from '../numbers-of.ts';

export const fairMeasure = 'wait_follow_up_mean';

export interface Town {
  number: string;
  /** Its own name; of places without names, a number within their kind. */
  label: string;
  kind: string;
  kindLabel: string;
}

/** The municipalities that have rows of their own, in the order of the place. */
export function townsOf({ findings }: Result, lang: Language): Town[] {
  const { place } = findings.scenarios[0];
  const seen = new Map<string, number>();
  return place.towns
    .filter(({ number }) => findings.municipalities.includes(number))
    .map(({ number, kind, name }) => {
      const nth = (seen.get(kind) ?? 0) + 1;
      seen.set(kind, nth);
      const kindLabel = place.kinds.find((one) => one.name === kind)?.label?.[lang] ?? '';
      return { number, kind, kindLabel, label: name ?? say(lang, 'fairness_number', { n: nth }) };
    });
}

/** `Small municipality (5,000), no. 2`. */
export const fullName = ({ kindLabel, label }: Town): string => (kindLabel === '' ? label : `${kindLabel}, ${label}`);

/** All years together, then each calendar year after the switch. */
export function periodsOf({ findings }: Result): string[] {
  return ['all', ...Array.from({ length: findings.years }, (_, year) => String(findings.switchYear + year))];
}

/** Days; null where too few persons lie behind it. */
export function waitOf({ findings }: Result, scenario: string, municipality: string, period = 'all'): number | null {
  return estimateAt(findings, { scenario, measure: fairMeasure, municipality, period })?.mean ?? null;
}

export interface Spread {
  longest: { town: Town; days: number };
  shortest: { town: Town; days: number };
  /** Longest ÷ shortest; null where the shortest is 0. */
  ratio: number | null;
}

/** @returns null where not every municipality has a wait */
export function spreadOf(result: Result, scenario: string, towns: readonly Town[], period = 'all'): Spread | null {
  let longest: Spread['longest'] | null = null;
  let shortest: Spread['shortest'] | null = null;
  for (const town of towns) {
    const days = waitOf(result, scenario, town.number, period);
    if (days === null) return null;
    if (longest === null || days > longest.days) longest = { town, days };
    if (shortest === null || days < shortest.days) shortest = { town, days };
  }
  if (longest === null || shortest === null) return null;
  return { longest, shortest, ratio: shortest.days > 0 ? longest.days / shortest.days : null };
}
