/** The bundled example, and small changes of it, as the charts over time are given it. */
import { readFileSync } from 'node:fs';
import type { Queue } from '../../../viz/charts/queues/queue-series.ts';
import type { TimeOptions } from '../../../viz/charts/queues/time-options.ts';
import { unpack } from '../../../viz/result/pack.ts';
import type { Band, Result } from '../../../viz/result/result.ts';

export const example = unpack(readFileSync('viz/example/medium.json', 'utf8'));
export const town = 'medium-1';
export const [A, B, C] = example.findings.scenarios.map(({ name }) => name);

/** 1 March 2033, B in focus, the wide page. */
export const options: TimeOptions = {
  lang: 'en',
  width: 806,
  focus: B,
  day: 2251,
  municipality: town,
  narrow: false,
};
export const phone: TimeOptions = { ...options, width: 358, narrow: true };

/** The example with every band of a queue in the town made anew. */
export function withBands(queue: Queue, made: (band: Band) => Partial<Band>): Result {
  const bands = example.bands.map((band) =>
    band.kind === 'waiting' && band.queue === queue && band.municipality === town ? { ...band, ...made(band) } : band,
  );
  return { ...example, bands };
}

/** A band that is the same in all futures: `value` of the month's place in the series. */
export function certain(
  value: (month: number) => number,
): Omit<Band, 'scenario' | 'base' | 'municipality' | 'kind' | 'queue'> {
  const values = () => example.days.map((_, month) => value(month));
  return { mean: values(), p05: values(), p25: values(), p50: values(), p75: values(), p95: values() };
}

/** The example with a fourth scenario, D, that is C by another name. */
export function ofFour(): Result {
  const { findings } = example;
  const third = findings.scenarios[2];
  const fourth = { ...third, name: `${C}#2` };
  const again = <Row extends { scenario: string }>(rows: readonly Row[]): Row[] => [
    ...rows,
    ...rows.filter(({ scenario }) => scenario === C).map((row) => ({ ...row, scenario: fourth.name })),
  ];
  return {
    ...example,
    bands: again(example.bands),
    singles: again(example.singles),
    findings: {
      ...findings,
      scenarios: [...findings.scenarios, fourth],
      estimates: again(findings.estimates),
      comparisons: again(findings.comparisons),
    },
  };
}

/** The example from so many months before the switch on: with 0, without a history. */
export function withHistory(years: number): Result {
  const first = example.days.indexOf(0) - 12 * years;
  const cut = (values: readonly number[]) => values.slice(first);
  return {
    ...example,
    days: cut(example.days),
    bands: example.bands.map((band) => ({
      ...band,
      mean: cut(band.mean),
      p05: cut(band.p05),
      p25: cut(band.p25),
      p50: cut(band.p50),
      p75: cut(band.p75),
      p95: cut(band.p95),
    })),
    singles: example.singles.map((single) => ({ ...single, lengths: cut(single.lengths) })),
    findings: { ...example.findings, history: years },
  };
}
