/** A queue's series as the charts over time draw them: who has one, averaged over half a year, with its past shared or not. */
import type { waitings } from '../../../model/record.ts';
import type { Language } from '../../../scenarios/words/words.ts';
import type { Band, Result, Single } from '../../result/result.ts';
import { say } from '../../words/words.ts';
import { bandOf, singlesOf, type Who, whoIsWho } from '../scenarios.ts';
import { halfYearMeans } from './half-year.ts';

/** A queue that a person stands in. */
export type Queue = (typeof waitings)[number];

/** The series of a band that are drawn. */
export type Drawn = Pick<Band, 'mean' | 'p05' | 'p25' | 'p75' | 'p95'>;

export interface QueueSeries {
  who: Who;
  /** The months' own values. */
  band: Band;
  /** Averaged over half a year. */
  drawn: Drawn;
}

const averaged = new WeakMap<Band, Drawn>();

/** A band averaged over half a year, to both sides of the switch apart. */
export function drawnOf({ days }: Result, band: Band): Drawn {
  let made = averaged.get(band);
  if (!made) {
    const cut = days.indexOf(0);
    const of = (key: keyof Drawn) => halfYearMeans(band[key], cut);
    made = { mean: of('mean'), p05: of('p05'), p25: of('p25'), p75: of('p75'), p95: of('p95') };
    averaged.set(band, made);
  }
  return made;
}

/** The queue in every scenario that has it, in the order of the letters. */
export function queueSeries(result: Result, lang: Language, queue: Queue, municipality: string): QueueSeries[] {
  return namedScenarios(result, lang).flatMap((who) => {
    const band = bandOf(result, who.name, '', municipality, 'waiting', queue);
    return band ? { who, band, drawn: drawnOf(result, band) } : [];
  });
}

/** The paired differences from the base, of every scenario that has one. */
export function differenceSeries(result: Result, lang: Language, queue: Queue, municipality: string): QueueSeries[] {
  const base = result.findings.base?.name;
  if (base === undefined) return [];
  return namedScenarios(result, lang).flatMap((who) => {
    const band = bandOf(result, who.name, base, municipality, 'waiting', queue);
    return band ? { who, band, drawn: drawnOf(result, band) } : [];
  });
}

/** Who is who, in few words: the page names the place once, so a scenario without policies is "as today". */
export function namedScenarios(result: Result, lang: Language): Who[] {
  const asToday = new Set(
    result.findings.scenarios.filter(({ policies }) => policies.length === 0).map(({ name }) => name),
  );
  return whoIsWho(result, lang).map((who) =>
    asToday.has(who.name) ? { ...who, label: say(lang, 'time_as_today') } : who,
  );
}

/** The letter of the scenario that the others are compared with; empty where nothing is compared. */
export function baseLetter(result: Result, lang: Language): string {
  return namedScenarios(result, lang).find(({ isBase }) => isBase)?.letter ?? '';
}

/** Single futures of a scenario, averaged like the lines. */
export function singleLines(result: Result, scenario: string, municipality: string, queue: Queue): number[][] {
  const cut = result.days.indexOf(0);
  return singlesOf(result, scenario, municipality, queue).map(({ lengths }: Single) => halfYearMeans(lengths, cut));
}

/** Whether all scenarios are the same up to the switch, month by month: then the past is drawn once. */
export function sharesPast({ days }: Result, series: readonly QueueSeries[]): boolean {
  const [first, ...others] = series;
  if (first === undefined || days[0] >= 0) return false;
  const keys = ['mean', 'p05', 'p95'] as const;
  return others.every(({ band }) =>
    keys.every((key) => days.every((day, i) => day > 0 || band[key][i] === first.band[key][i])),
  );
}

/** Whether nobody ever stands in the queue, in no scenario and no future. */
export const isEmpty = (series: readonly QueueSeries[]): boolean =>
  series.every(({ band }) => band.mean.every((value) => value === 0));

/** The scenario whose bands are drawn: the one in focus, or the first. */
export function focused(series: readonly QueueSeries[], focus: string): QueueSeries {
  return series.find(({ who }) => who.name === focus) ?? series[0];
}

/** A drawn line's value on a day, between two months on the straight line that joins them. */
export function valueOn({ days }: Result, values: readonly number[], day: number): number {
  let at = 0;
  while (at + 2 < days.length && days[at + 1] <= day) at++;
  const share = Math.max(0, Math.min(1, (day - days[at]) / (days[at + 1] - days[at])));
  return values[at] + share * (values[at + 1] - values[at]);
}

/** The mean of a year's months; the months are those that begin from `from` to before `to`, in days since the switch. */
export function yearMean({ days }: Result, values: readonly number[], from: number, to: number): number {
  let sum = 0;
  let count = 0;
  days.forEach((day, i) => {
    if (day < from || day >= to) return;
    sum += values[i];
    count++;
  });
  return sum / count;
}
