import { describe, expect, test } from 'vitest';
import { seriesNames } from '../../../model/record.ts';
import { catalogue } from '../../../scenarios/experiment/catalogue.ts';
import { bandsOf, Gatherer, keptBytes, middleReplication } from '../../../scenarios/experiment/gather.ts';
import { layoutOf } from '../../../scenarios/experiment/layout.ts';
import { runReplication } from '../../../scenarios/experiment/replication.ts';
import { scenarios } from './small-experiment.ts';

const [{ name, plan, arrangement }] = scenarios(['tiny']);
const layout = layoutOf(arrangement, 'month');
const job = {
  seed: 1,
  uncertainty: 'all' as const,
  scenarios: [{ name, plan, past: 0, dates: layout.dates }],
  events: false,
};
const followUp = seriesNames.findIndex(({ kind, queue }) => kind === 'waiting' && queue === 'follow_up');

/** Five replications whose follow-up queue in town 1 is given, at every date. */
function withQueues(queues: readonly number[]): Gatherer {
  const gatherer = new Gatherer([name], [layout], catalogue());
  for (const queue of queues) {
    const answer = runReplication(job, 1);
    for (let date = 0; date < layout.dates.length; date++)
      answer.runs[0].lengths[date * seriesNames.length + followUp] = queue;
    gatherer.take(answer);
  }
  return gatherer;
}

test('the middle future is the one nearest the median, and the first of two alike', () => {
  expect(middleReplication(withQueues([9, 1, 5, 4, 70]).scenarios[0], ['1'])).toBe(3);
  expect(middleReplication(withQueues([9, 5, 5, 4, 0]).scenarios[0], ['1'])).toBe(2);
});

test('bands are mean and quantiles over replications', () => {
  const { scenarios: gathered } = withQueues([9, 1, 5, 4, 70]);
  const rows = [...bandsOf(gathered, null)].filter(
    (row) => row.municipality === '1' && row.kind === 'waiting' && row.queue === 'follow_up',
  );
  expect(rows.length).toBe(37);
  for (const row of rows) {
    expect(row.mean).toBeCloseTo(17.8, 12);
    // type 7 at 0.05: 1 + 0.2 × 3
    expect(row.quantiles.map((value) => Math.round(value * 1e9) / 1e9)).toEqual([1.6, 4, 5, 9, 57.8]);
  }
});

describe('what is kept', () => {
  test('stays below the bound that is printed', () => {
    const { scenarios: gathered, medianQueues } = withQueues([1, 2, 3]);
    let bytes = 0;
    for (const run of gathered[0].runs) {
      bytes += run.byPeriod.byteLength + run.byGroup.byteLength + run.monthly.byteLength;
      for (const list of run.waits.values()) {
        for (const { served, gaveUp, censored } of list) bytes += 4 * (served.length + gaveUp.length + censored.length);
      }
    }
    const bound = keptBytes([layout], medianQueues.length, 0, 3);
    expect(bytes).toBeGreaterThan(0);
    expect(bytes).toBeLessThanOrEqual(bound);
    // waits are kept as far as the longest, and counted here for two years; nothing else may be much less than the bound
    expect(bound).toBeLessThan(8 * bytes);
  });

  test('does not grow with dates that are asked for beside the months', () => {
    const daily = layoutOf(arrangement, 'day');
    expect(keptBytes([daily], 1, 0, 100)).toBe(keptBytes([layout], 1, 0, 100));
  });
});
