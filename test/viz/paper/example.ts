/** The bundled example as it is printed, and with fewer and more scenarios. */
import type { Language } from '../../../scenarios/words/words.ts';
import { firstView, settled } from '../../../viz/page/state.ts';
import type { Printed } from '../../../viz/paper/asked.ts';
import type { Result } from '../../../viz/result/result.ts';
import { C, example, ofFour } from '../charts/time-example.ts';

export function printedOf(result: Result, lang: Language, link: string | null = null): Printed {
  const { replications } = result.findings;
  const view = settled({ ...firstView, lang }, result);
  return { result, lang, view, runs: { runs: replications, of: replications }, notices: [], link };
}

/** A and B alone. */
function ofTwo(): Result {
  const { findings } = example;
  const without = <Row extends { scenario: string }>(rows: readonly Row[]) =>
    rows.filter(({ scenario }) => scenario !== C);
  return {
    ...example,
    bands: without(example.bands),
    findings: {
      ...findings,
      scenarios: findings.scenarios.filter(({ name }) => name !== C),
      estimates: without(findings.estimates),
      comparisons: without(findings.comparisons),
      hinges: without(findings.hinges),
    },
  };
}

/** By how many scenarios they have. */
export const results: readonly (readonly [scenarios: number, result: Result])[] = [
  [2, ofTwo()],
  [3, example],
  [4, ofFour()],
];
