import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Findings } from '../../../scenarios/experiment/findings.ts';
import { openResults } from '../../../scenarios/results/directory.ts';
import { json, newDirectory } from '../results/result-directory.ts';
import { buildWorker } from './built-worker.ts';
import { run } from './small-experiment.ts';

const pair = ['tiny', 'tiny+framework:held-back'];
const wanted = { measure: 'days_without_service', share: 0.25 };

/** The row of a measure in the town in focus, after the switch. */
function find<Row extends { scenario: string; measure: string; period: string; municipality: string; group: string }>(
  rows: readonly Row[],
  scenario: string,
): Row {
  return rows.find(
    (row) =>
      row.scenario === scenario &&
      row.measure === wanted.measure &&
      row.period === 'all' &&
      row.municipality === '1' &&
      row.group === 'all',
  ) as Row;
}

const halfWidth = (row: { ciLow: number | null; ciHigh: number | null }) =>
  ((row.ciHigh as number) - (row.ciLow as number)) / 2;

describe('a run with a precision', () => {
  test('stops when every mean is known to a share of itself, and is the plain run of so many', async () => {
    const made = await run(pair, { base: null, replications: 60, precision: wanted });
    const { precision, replications, complete } = made;
    expect(precision).toMatchObject({ ...wanted, municipality: '1', held: true, lookAhead: 5 });
    expect([complete, replications]).toEqual([true, (precision?.reached as number) + 5]);
    expect(replications).toBeLessThan(60);
    const shares = pair.map((name) => {
      const row = find(made.estimates, name);
      return halfWidth(row) / (row.mean as number);
    });
    expect(precision?.deviation).toBeCloseTo(Math.max(...shares), 12);
    const plain = await run(pair, { base: null, replications });
    expect(made.estimates).toEqual(plain.estimates);
  }, 120_000);

  test('says when the replications were too few for it', async () => {
    const made = await run(pair, { base: null, replications: 6, precision: { ...wanted, share: 0.001 } });
    expect(made).toMatchObject({ replications: 6, complete: true, precision: { reached: null, held: false } });
    expect(made.precision?.deviation).toBeGreaterThan(0.001);
  }, 60_000);

  test('is never satisfied by a share of nothing', async () => {
    const { estimates } = await run(['tiny'], { base: null, replications: 9 });
    const nothing = estimates.find(
      (row) =>
        row.mean === 0 && row.sd === 0 && row.period === 'all' && row.municipality === '1' && row.group === 'all',
    );
    const precision = { measure: nothing?.measure as string, share: 0.5 };
    const made = await run(['tiny'], { base: null, replications: 9, precision });
    expect(made.precision).toMatchObject({ reached: null, held: false, deviation: null });
    expect(made.replications).toBe(9);
  }, 60_000);
});

describe('a comparison with a precision', () => {
  let made: Findings;
  test('stops when every difference is known to a share of the base', async () => {
    const where = join(newDirectory(), 'result');
    made = await run(pair, { replications: 60, precision: wanted }, openResults(where, { force: false }));
    const base = find(made.estimates, pair[0]);
    const share = halfWidth(find(made.comparisons, pair[1])) / (base.mean as number);
    expect(made.precision?.deviation).toBeCloseTo(share, 12);
    expect(made.precision?.held).toBe(true);
    expect(json(where, 'run.json')).toMatchObject({
      replications: made.replications,
      replications_asked: 60,
      complete: true,
      precision: { ...wanted, municipality: '1', reached: made.precision?.reached, look_ahead: 5, held: true },
    });
  }, 120_000);

  test('stops at the same one on two threads', async () => {
    const workerFile = await buildWorker();
    const two = await run(pair, { replications: 60, precision: wanted, workers: 2, workerFile });
    expect(two.precision).toEqual(made.precision);
    expect(two.comparisons).toEqual(made.comparisons);
  }, 120_000);
});
