import type { RunRecord } from '../../model/record.ts';
import { simulateFuture, simulateHistory } from '../../model/simulate.ts';
import { futureOf } from '../../scenarios/experiment/future.ts';
import { digest } from '../../scenarios/experiment/statistics/digest.ts';
import { resolveScenario } from '../../scenarios/resolve/compose.ts';

/** Scenarios that between them use every mechanism. */
const scenarios = ['medium', 'medium+framework', 'medium+earmarked-criteria', 'medium+purchaser-provider:order'];

function* numbersOf(record: RunRecord): Iterable<number | string> {
  yield* record.byYear;
  yield* record.lengths;
  yield* record.waits;
  yield record.events;
}

/** One digest of `medium`: everything that a few futures of four scenarios count, to the last digit. */
export function digestOfMedium(replications: number): string {
  const resolved = scenarios.map((scenario) => resolveScenario(scenario, { sets: [], years: 10, history: 5 }));
  const parts: string[] = [];
  for (let replication = 0; replication < replications; replication++) {
    const { arrangements } = futureOf(
      resolved.map(({ plan }) => plan),
      1,
      replication,
      'all',
    );
    const dates = [-365, 0, 365, 1826];
    const history = simulateHistory(arrangements[0], { seed: 1, replication, dates });
    for (const arrangement of arrangements) parts.push(digest(numbersOf(simulateFuture(history, arrangement))));
  }
  return digest(parts);
}
