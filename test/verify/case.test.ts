import alea from 'seedrandom/lib/alea.js';
import { describe, expect, it, test } from 'vitest';
import { Draws } from '../../model/kernel/draws.ts';
import { normalQuantile } from '../../model/kernel/maths.ts';
import { neighbourTests } from './addresses.ts';
import { type Case, judge, limitFor, type Outcome } from './case.ts';
import { againstDistribution, againstShares, kolmogorovTail, largest, meanOf } from './chance.ts';
import { casesOf } from './runs.ts';
import { textbookSystems } from './textbook.ts';

const limit = limitFor(400);

/** The verdict on an outcome for a published value of 10. */
function says(outcome: Outcome, more: Partial<Case> = {}): boolean {
  const of: Case = { group: 'g', name: 'n', source: 's', published: 10, run: () => outcome, ...more };
  return judge(of, of.run(), limit).agrees;
}

describe('the limit', () => {
  it('shares out one chance in a hundred', () => {
    expect(limitFor(1)).toBeCloseTo(2.5758, 4);
    expect(limitFor(100)).toBeCloseTo(3.8906, 4);
  });

  it('is passed by a list of true cases with about one seed in a hundred', () => {
    const random = alea('limit');
    const seeds = 4_000;
    let failed = 0;
    for (let seed = 0; seed < seeds; seed++) {
      let largestZ = 0;
      for (let i = 0; i < 50; i++) largestZ = Math.max(largestZ, Math.abs(normalQuantile(random() || 0.5)));
      if (largestZ > limitFor(50)) failed++;
    }
    // z of 4
    expect(Math.abs(failed / seeds - 0.01)).toBeLessThan(4 * Math.sqrt((0.01 * 0.99) / seeds));
  });
});

describe('a case', () => {
  it('without chance agrees only with what is equal, or within the tolerance', () => {
    expect(says({ value: 10, standardError: 'exact' })).toBe(true);
    expect(says({ value: 10 + 1e-12, standardError: 'exact' })).toBe(false);
    expect(says({ value: 10.4, standardError: 'exact' }, { within: 0.5 })).toBe(true);
    expect(says({ value: 9.4, standardError: 'exact' }, { within: 0.5 })).toBe(false);
    expect(says({ value: Number.NaN, standardError: 'exact' }, { within: 0.5 })).toBe(false);
  });

  it('with chance disagrees beyond the limit, on either side', () => {
    for (const side of [-1, 1]) {
      expect(says({ value: 10 + side * (limit - 0.01), standardError: 1 })).toBe(true);
      expect(says({ value: 10 + side * (limit + 0.01), standardError: 1 })).toBe(false);
      expect(says({ value: 10 + side * (limit + 0.4), standardError: 1 }, { within: 0.5 })).toBe(true);
    }
    expect(says({ value: Number.NaN, standardError: 1 })).toBe(false);
    expect(says({ value: 10, standardError: Number.NaN })).toBe(true);
    expect(says({ value: 11, standardError: Number.NaN })).toBe(false);
    expect(says({ value: 11, standardError: 0 })).toBe(false);
  });

  it('may go further where the standard error rests on few values', () => {
    expect(says({ value: 10 + 6, standardError: 1, degrees: 9 })).toBe(true);
    expect(says({ value: 10 + 6, standardError: 1, degrees: 60 })).toBe(false);
  });

  it('with a bound disagrees above it only', () => {
    expect(says({ value: 3, standardError: 1 }, { atMost: true })).toBe(true);
    expect(says({ value: 16, standardError: 1 }, { atMost: true })).toBe(false);
    expect(says({ value: Number.NaN, standardError: 1 }, { atMost: true })).toBe(false);
  });

  it('with a p disagrees when that is too small to be luck', () => {
    expect(says({ value: 1, chance: 0.5 })).toBe(true);
    expect(says({ value: 1, chance: 1e-9 })).toBe(false);
    expect(says({ value: 1, chance: 0 })).toBe(false);
    expect(says({ value: 1, chance: Number.NaN })).toBe(false);
  });
});

describe('a broken program is found out', () => {
  const n = 50_000;
  const exponential = (draw: (draws: Draws) => number) => {
    const draws = new Draws('broken', 1);
    return againstDistribution(
      Float64Array.from({ length: n }, (_, i) => draw(draws.at(i, 0, 0, 0))),
      (x) => 1 - Math.exp(-x),
    );
  };

  test('whose exponential is not one', () => {
    expect(says(exponential((draws) => draws.unit()))).toBe(true);
    expect(says(exponential((draws) => 1.03 * draws.unit()))).toBe(false);
    expect(says(exponential((draws) => draws.gamma2(1)))).toBe(false);
  });

  test('whose categories are a little off, or follow their shares too well', () => {
    expect(says(againstShares([2_530, 2_470, 5_000], [0.25, 0.25, 0.5]))).toBe(true);
    expect(says(againstShares([2_800, 2_200, 5_000], [0.25, 0.25, 0.5]))).toBe(false);
    expect(says(againstShares(new Array(200).fill(50), new Array(200).fill(1 / 200)))).toBe(false);
    expect(says(againstShares([50, 1, 50], [0.5, 0, 0.5]))).toBe(false);
  });

  test('whose neighbours draw the same, or hang together', () => {
    const a = new Draws('broken', 1);
    const b = new Draws('broken', 1);
    const one = (i: number) => a.at(1, i, 0, 0);
    const trials = (other: (i: number) => Draws) => neighbourTests({ what: 'broken', one, other }, 2 ** 14);
    const apart = trials((i) => b.at(2, i, 0, 0));
    expect(says(largest(apart.correlations)) && says(largest(apart.grids))).toBe(true);
    const same = trials((i) => b.at(1, i, 0, 0));
    expect(says(largest(same.correlations)) || says(largest(same.grids))).toBe(false);
    // half of the time the same: nothing to be seen in the first place
    const half = trials((i) => b.at(i % 2 === 0 ? 1 : 2, i, 0, 0));
    expect(says(largest(half.correlations)) || says(largest(half.grids))).toBe(false);
  });

  test('whose servers work 5 % too slowly, or with one too many', () => {
    const eye = textbookSystems().find(({ what }) => what.startsWith('M/M/3, λ = 6'))!;
    const verdicts = (desk: object) => {
      const nodes = { desk: { ...eye.network.nodes.desk, ...desk } };
      return casesOf({ ...eye, network: { ...eye.network, nodes } }).map((of) => judge(of, of.run(), limit).agrees);
    };
    expect(verdicts({})).toEqual([true, true]);
    expect(verdicts({ service: (draws: Draws) => draws.exponential(1.05 / 3) })).toEqual([false, false]);
    expect(verdicts({ servers: 4 })).toEqual([false, false]);
  });

  test('whose mean is off by a standard deviation in a tenth of its values', () => {
    const random = alea('mean');
    const values = Float64Array.from({ length: 10_000 }, (_, i) => 10 + random() - 0.5 + (i % 10 === 0 ? 0.3 : 0));
    expect(says(meanOf(values))).toBe(false);
  });
});

test('Kolmogorov’s distribution has its printed critical values', () => {
  // tables of the limiting distribution
  expect(kolmogorovTail(1.3581)).toBeCloseTo(0.05, 4);
  expect(kolmogorovTail(1.6276)).toBeCloseTo(0.01, 4);
  expect(kolmogorovTail(1.9495)).toBeCloseTo(0.001, 4);
  expect(kolmogorovTail(0.1)).toBe(1);
});

test('every printed value is the closed form to its last digit', () => {
  for (const { what, questions } of textbookSystems()) {
    for (const { name, published, within = 0, formula } of questions) {
      expect(Math.abs(formula! - published), `${what}: ${name}`).toBeLessThanOrEqual(within);
    }
  }
});
