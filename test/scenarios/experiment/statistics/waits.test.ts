import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cumulativeIncidence, medianWait, pooled } from '../../../../scenarios/experiment/statistics/aalenJohansen.ts';
import {
  bootstrapMedian,
  bootstrapMedianDifference,
} from '../../../../scenarios/experiment/statistics/bootstrapMedian.ts';

/** Counts by day from single days. */
function counts(served: number[], gaveUp: number[] = [], censored: number[] = []) {
  const byDay = (days: number[]) => {
    const sum = new Float64Array(days.length === 0 ? 0 : Math.max(...days) + 1);
    for (const day of days) sum[day]++;
    return sum;
  };
  return { served: byDay(served), gaveUp: byDay(gaveUp), censored: byDay(censored) };
}

const days = fc.array(fc.integer({ min: 0, max: 30 }), { maxLength: 40 });

describe('Aalen–Johansen', () => {
  test('gives the remission times under 6-MP of Freireich et al. (1963) as printed', () => {
    const leukaemia = counts([6, 6, 6, 7, 10, 13, 16, 22, 23], [], [6, 9, 10, 11, 17, 19, 20, 25, 32, 32, 34, 35]);
    const { served, gaveUp, waiting } = cumulativeIncidence(leukaemia);
    // Kaplan–Meier, three digits, as in Kleinbaum & Klein, Survival Analysis
    const printed: [number, number][] = [
      [5, 1],
      [6, 0.857],
      [7, 0.807],
      [10, 0.753],
      [13, 0.69],
      [16, 0.627],
      [22, 0.538],
      [23, 0.448],
      [35, 0.448],
    ];
    for (const [day, share] of printed) {
      expect(waiting[day]).toBeCloseTo(share, 3);
      expect(1 - served[day]).toBeCloseTo(waiting[day], 14);
    }
    expect(Math.max(...gaveUp)).toBe(0);
    expect(medianWait(leukaemia)).toBe(23);
  });

  test('lets those who give up compete: worked by hand', () => {
    // ten join. Day 1: 2 served, 1 gives up. Day 2: 1 served, 1 censored. Day 3: 1 gives up. Day 4: 2 served, 2 remain.
    const hand = counts([1, 1, 2, 4, 4], [1, 3], [2, 6, 6]);
    const { served, gaveUp, waiting } = cumulativeIncidence(hand);
    // at risk 10, 7, 5, 4; waiting before each day 1, 0.7, 0.6, 0.48
    expect([...served].slice(0, 5).map((x) => +x.toFixed(12))).toEqual([0, 0.2, 0.3, 0.3, 0.54]);
    expect([...gaveUp].slice(0, 5).map((x) => +x.toFixed(12))).toEqual([0, 0.1, 0.1, 0.22, 0.22]);
    expect(waiting[4]).toBeCloseTo(0.24, 12);
    expect(waiting[6]).toBeCloseTo(0.24, 12);
    expect(medianWait(hand)).toBe(4);
    // had they who gave up been called censored, half would be served by the same day, but more of them
    expect(cumulativeIncidence(counts([1, 1, 2, 4, 4], [], [1, 2, 3, 6, 6])).served[4]).toBeGreaterThan(0.6);
  });

  test('has no median when half never are served', () => {
    expect(medianWait(counts([1, 2], [1, 1, 1]))).toBe(null);
    expect(medianWait(counts([1], [], [0, 0]))).toBe(1);
    expect(medianWait(counts([], [], [3, 4]))).toBe(null);
    expect(medianWait(counts([]))).toBe(null);
    expect(cumulativeIncidence(counts([])).served).toHaveLength(0);
    // exactly half is half, whatever the number of persons
    for (let half = 1; half <= 200; half++) {
      expect(medianWait(counts(new Array(half).fill(5), new Array(half).fill(1)))).toBe(5);
      expect(medianWait(counts(new Array(half).fill(5), new Array(half + 1).fill(1)))).toBe(null);
    }
  });

  test('without giving up and censoring gives the ordinary (lower) median', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 90 }), { minLength: 1, maxLength: 60 }), (waits) => {
        const sorted = [...waits].sort((a, b) => a - b);
        expect(medianWait(counts(waits))).toBe(sorted[Math.ceil(sorted.length / 2) - 1]);
      }),
    );
  });

  test('without censoring gives plain shares, and without giving up 1 − Kaplan–Meier', () => {
    fc.assert(
      fc.property(days, days, (served, other) => {
        const n = served.length + other.length;
        const shares = cumulativeIncidence(counts(served, other));
        const meier = cumulativeIncidence(counts(served, [], other));
        let survival = 1;
        let atRisk = n;
        for (let t = 0; t < shares.served.length; t++) {
          expect(shares.served[t]).toBeCloseTo(served.filter((day) => day <= t).length / n, 12);
          expect(shares.gaveUp[t]).toBeCloseTo(other.filter((day) => day <= t).length / n, 12);
          const events = served.filter((day) => day === t).length;
          if (atRisk > 0) survival *= 1 - events / atRisk;
          atRisk -= events + other.filter((day) => day === t).length;
          expect(meier.served[t]).toBeCloseTo(1 - survival, 12);
        }
      }),
    );
  });

  test('always shares out all who joined, and rises', () => {
    fc.assert(
      fc.property(days, days, days, (served, gaveUp, censored) => {
        const by = cumulativeIncidence(counts(served, gaveUp, censored));
        by.served.forEach((share, t) => {
          expect(share + by.gaveUp[t] + by.waiting[t]).toBeCloseTo(1, 12);
          expect(by.waiting[t]).toBeGreaterThan(-1e-12);
          if (t > 0) expect(share).toBeGreaterThanOrEqual(by.served[t - 1]);
        });
      }),
    );
  });
});

describe('the median of replications', () => {
  const replications = Array.from({ length: 30 }, (_, r) => counts([r, r + 1, r + 2, 10, 11], [r % 7], [40]));
  const later = Array.from({ length: 30 }, (_, r) =>
    counts(
      [r, r + 1, r + 2, 10, 11].map((d) => d + 3),
      [r % 7],
      [40],
    ),
  );

  test('is that of all pooled, within its interval', () => {
    const e = bootstrapMedian(replications, 'key');
    expect(e.mean).toBe(medianWait(pooled(replications)));
    expect(e.n).toBe(30);
    expect(e.ci99Low!).toBeLessThanOrEqual(e.ciLow!);
    expect(e.ciLow!).toBeLessThanOrEqual(e.mean!);
    expect(e.ciHigh!).toBeGreaterThanOrEqual(e.mean!);
    expect(e.ci99High!).toBeGreaterThanOrEqual(e.ciHigh!);
    expect(e.sd).toBeGreaterThan(0);
  });

  test('is the same for the same key, and has these digits', () => {
    expect(bootstrapMedian(replications, 'key')).toEqual(bootstrapMedian(replications, 'key'));
    expect(bootstrapMedian(replications, 'key').sd).not.toBe(bootstrapMedian(replications, 'other').sd);
    expect(bootstrapMedian(replications, 'key')).toMatchInlineSnapshot(`
      {
        "ci99High": 22,
        "ci99Low": 11,
        "ciHigh": 20.024999999999977,
        "ciLow": 11,
        "mean": 15,
        "n": 30,
        "sd": 13.620087620378479,
      }
    `);
  });

  test('has the standard error of a sample median where a replication is one person', () => {
    // 101 waits spread evenly over 0–1,000: se about 1 ÷ (2 f √n) = 1,000 ÷ (2 √101)
    const even = Array.from({ length: 101 }, (_, i) => counts([i * 10]));
    const e = bootstrapMedian(even, 'se', 4000);
    expect(e.mean).toBe(500);
    expect(e.sd! / Math.sqrt(101)).toBeGreaterThan(45);
    expect(e.sd! / Math.sqrt(101)).toBeLessThan(54);
  });

  test('has no spread where all replications are alike', () => {
    const alike = new Array(10).fill(counts([3, 4, 5]));
    expect(bootstrapMedian(alike, 'a')).toMatchObject({ mean: 4, sd: 0, ciLow: 4, ciHigh: 4 });
  });

  test('says null where it lies beyond every day', () => {
    expect(bootstrapMedian([counts([], [1]), counts([1], [1, 2])], 'a')).toMatchObject({ mean: null, sd: null, n: 2 });
    expect(bootstrapMedian([counts([7])], 'a')).toMatchObject({ mean: 7, sd: null, ciLow: null, n: 1 });
    const edge = [counts([5, 5, 5]), counts([], [1, 1]), counts([4, 4], [2])];
    expect(bootstrapMedian(edge, 'a')).toMatchObject({ mean: 5, sd: null, ciLow: 4, ciHigh: null });
  });

  test('and of a pair draws the same replications in both', () => {
    expect(bootstrapMedianDifference(replications, replications, 'k')).toMatchObject({ mean: 0, sd: 0, ci99High: 0 });
    const d = bootstrapMedianDifference(replications, later, 'k');
    expect(d).toMatchObject({ mean: 3, n: 30 });
    expect(d.sd).toBeLessThan(bootstrapMedian(replications, 'k').sd!);
    expect(d.differences).toHaveLength(30);
    expect([...d.differences].every((x) => x > 0)).toBe(true);
    const never = bootstrapMedianDifference(replications, new Array(30).fill(counts([], [1])), 'k');
    expect(never).toMatchObject({ mean: null, ciLow: null });
    expect([...never.differences].every((x) => x === 0)).toBe(true);
    expect(() => bootstrapMedianDifference(replications, [], 'k')).toThrow('not 30 and 0');
  });
});
