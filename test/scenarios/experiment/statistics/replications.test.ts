import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { estimate } from '../../../../scenarios/experiment/statistics/ratio.ts';
import { ReplicationsAlgorithm } from '../../../../scenarios/experiment/statistics/replications.ts';
// numpy.random.default_rng(seed).normal() for the seeds 0, 1, 2, …; numpy 2.4.6, rounded to nine decimals
import normals from './numpy-normals.json';

/** Takes deviations until there are enough; how many were taken, and from which on they are small enough. */
function taken(deviations: readonly (number | null)[], share: number, lookAhead?: number) {
  const algorithm = new ReplicationsAlgorithm(share, lookAhead);
  const enough = deviations.findIndex((deviation) => algorithm.take(deviation));
  return { taken: enough + 1, reached: algorithm.reached };
}

describe('the replications algorithm', () => {
  test('stops when the interval is narrow enough and has stayed so for five more', () => {
    const wide = [null, 0.9, 0.4, 0.2];
    expect(taken([...wide, 0.1, 0.09, 0.08, 0.08, 0.08, 0.07, 0.07], 0.1)).toEqual({ taken: 10, reached: 5 });
    // too wide once more: it begins anew
    const again = [...wide, 0.1, 0.09, 0.11, 0.1, 0.09, 0.09, 0.09, 0.08, 0.08, 0.08];
    expect(taken(again, 0.1)).toEqual({ taken: 13, reached: 8 });
    expect(taken(again.slice(0, 12), 0.1)).toEqual({ taken: 0, reached: 8 });
  });

  test('does not believe the first two, and never what is undefined', () => {
    expect(taken([0, 0, 0], 0.1, 0)).toEqual({ taken: 3, reached: 3 });
    expect(taken([0, 0, null, 0, 0], 0.1, 0)).toEqual({ taken: 4, reached: 4 });
  });

  test('looks further ahead beyond 100 replications: 5 % of their number, rounded down', () => {
    for (const first of [99, 100, 150, 239, 1_000]) {
      const deviations = Array.from({ length: 2 * first + 60 }, (_, i) => (i + 1 < first ? 1 : 0));
      const enough = taken(deviations, 0.1).taken;
      expect(enough - first).toBe(Math.floor(Math.max(enough, 100) / 20));
    }
  });

  /*
   * sim-tools (github.com/TomMonks/sim-tools, tests/test_backtest_replications.py, test_algorithm): normal values of
   * a mean and sd, 10 % precision, a look-ahead of 10; replications 3, 332 and 171.
   */
  test.each([
    [100, 4, 3],
    [1, 1, 332],
    [44, 27, 171],
  ])('agrees with sim-tools on normal values of mean %d and sd %d: %d replications', (mean, sd, expected) => {
    const values = normals.map((z) => mean + sd * z);
    const deviations = values.map((_, i) => {
      const { mean: centre, ciHigh } = estimate(
        Float64Array.from(values.slice(0, i + 1)),
        new Float64Array(i + 1).fill(1),
      );
      return centre === null || ciHigh === null ? null : (ciHigh - centre) / Math.abs(centre);
    });
    expect(taken(deviations, 0.1, 10).reached).toBe(expected);
  });

  test('never stops before what it says holds', () => {
    const deviation = fc.option(fc.double({ min: 0, max: 0.2, noNaN: true }), { nil: null, freq: 20 });
    fc.assert(
      fc.property(fc.array(deviation, { maxLength: 60 }), fc.nat({ max: 8 }), (deviations, lookAhead) => {
        const { taken: enough, reached } = taken(deviations, 0.1, lookAhead);
        if (enough === 0) return;
        expect(enough - (reached as number)).toBe(lookAhead);
        for (const d of deviations.slice((reached as number) - 1, enough)) expect(d).toBeLessThanOrEqual(0.1);
      }),
    );
  });
});
