import { deviation, mean } from 'd3';
import fc from 'fast-check';
import alea from 'seedrandom/lib/alea.js';
import { describe, expect, test } from 'vitest';
import { difference, pairedDifferences } from '../../../../scenarios/experiment/statistics/difference.ts';
import { deletions, estimate } from '../../../../scenarios/experiment/statistics/ratio.ts';
import { tQuantile } from '../../../../scenarios/experiment/statistics/student.ts';

const of = (...values: number[]) => Float64Array.from(values);
const ones = (n: number) => new Float64Array(n).fill(1);
const value = fc.double({ min: -1000, max: 1000, noNaN: true });
const positive = fc.double({ min: 0.5, max: 50, noNaN: true });
const rows = fc.array(fc.record({ num: value, den: positive, num2: value, den2: positive }), {
  minLength: 3,
  maxLength: 30,
});

describe('an estimate', () => {
  test('of 2, 4, 4, 5 and 10 is 5 ± t × 3 ÷ √5', () => {
    const e = estimate(of(2, 4, 4, 5, 10), ones(5));
    expect(e.mean).toBe(5);
    expect(e.sd).toBeCloseTo(3, 12);
    // the tables: t with 4 degrees of freedom is 2.776 and 4.604
    expect(e.ciLow).toBeCloseTo(5 - (2.776445 * 3) / Math.sqrt(5), 5);
    expect(e.ciHigh).toBeCloseTo(5 + (2.776445 * 3) / Math.sqrt(5), 5);
    expect(e.ci99Low).toBeCloseTo(5 - (4.604095 * 3) / Math.sqrt(5), 5);
    expect(e.ci99High).toBeCloseTo(5 + (4.604095 * 3) / Math.sqrt(5), 5);
    expect(e.n).toBe(5);
  });

  test('of totals is what the jackknife gives by hand', () => {
    // 6 ÷ 6 together; without one of them 5 ÷ 5, 4 ÷ 3, 3 ÷ 4
    const e = estimate(of(1, 2, 3), of(1, 3, 2));
    const left = [1, 4 / 3, 3 / 4];
    const centre = (left[0] + left[1] + left[2]) / 3;
    const squares = left.reduce((sum, x) => sum + (x - centre) * (x - centre), 0);
    expect(e.mean).toBe(1);
    expect(e.sd).toBeCloseTo(Math.sqrt((squares * 2) / 3) * Math.sqrt(3), 12);
  });

  test('with equal denominators is the ordinary mean, sd and t interval', () => {
    fc.assert(
      fc.property(fc.array(value, { minLength: 2, maxLength: 40 }), positive, (values, den) => {
        const n = values.length;
        const e = estimate(Float64Array.from(values), new Float64Array(n).fill(den));
        const m = mean(values)! / den;
        const sd = deviation(values)! / den;
        expect(e.mean).toBeCloseTo(m, 8);
        expect(e.sd).toBeCloseTo(sd, 8);
        expect(e.ciHigh! - e.mean!).toBeCloseTo((tQuantile(0.975, n - 1) * sd) / Math.sqrt(n), 8);
        expect(e.mean! - e.ci99Low!).toBeCloseTo((tQuantile(0.995, n - 1) * sd) / Math.sqrt(n), 8);
      }),
    );
  });

  test('deletes one replication at a time', () => {
    fc.assert(
      fc.property(rows, (list) => {
        const ratio = {
          numerators: Float64Array.from(list, (r) => r.num),
          denominators: Float64Array.from(list, (r) => r.den),
        };
        const all = estimate(ratio.numerators, ratio.denominators).mean!;
        const off = deletions(ratio);
        list.forEach((_, i) => {
          const others = list.filter((_, j) => j !== i);
          const left = others.reduce((s, r) => s + r.num, 0) / others.reduce((s, r) => s + r.den, 0);
          expect(all + off[i]).toBeCloseTo(left, 7);
        });
      }),
    );
  });

  test('of what never varies has an sd of nothing but rounding', () => {
    expect(estimate(new Float64Array(7).fill(0.1), ones(7)).sd).toBeLessThan(1e-15);
  });

  test('is null where undefined', () => {
    const nothing = { mean: null, sd: null, ciLow: null, ciHigh: null, ci99Low: null, ci99High: null };
    expect(estimate(of(), of())).toEqual({ ...nothing, n: 0 });
    expect(estimate(of(0, 0), of(0, 0))).toEqual({ ...nothing, n: 2 });
    expect(estimate(of(3), of(2))).toEqual({ ...nothing, mean: 1.5, n: 1 });
    // without the second replication there is no ratio, so no jackknife
    expect(estimate(of(0, 3, 0), of(0, 2, 0))).toEqual({ ...nothing, mean: 1.5, n: 3 });
    expect(() => estimate(of(1, 2), of(1))).toThrow('2 numerators, but 1 denominators');
  });

  test('holds the true ratio in about 95 and 99 of 100 intervals', () => {
    const random = alea('coverage');
    const trials = 1000;
    let in95 = 0;
    let in99 = 0;
    for (let trial = 0; trial < trials; trial++) {
      const n = 40;
      const num = new Float64Array(n);
      const den = new Float64Array(n);
      for (let i = 0; i < n; i++) {
        den[i] = 50 + 100 * random();
        num[i] = den[i] * (1 + random()); // true ratio 1.5
      }
      const e = estimate(num, den);
      if (e.ciLow! <= 1.5 && e.ciHigh! >= 1.5) in95++;
      if (e.ci99Low! <= 1.5 && e.ci99High! >= 1.5) in99++;
    }
    expect(in95 / trials).toBeGreaterThan(0.925);
    expect(in95 / trials).toBeLessThan(0.975);
    expect(in99 / trials).toBeGreaterThan(0.978);
  });
});

describe('a difference', () => {
  test('of plain means is that of the paired values', () => {
    const base = { numerators: of(1, 2, 3, 4), denominators: ones(4) };
    const other = { numerators: of(2, 4, 3, 7), denominators: ones(4) };
    const d = difference(base, other);
    expect([...d.differences]).toEqual([1, 2, 0, 3]);
    expect(d.mean).toBe(1.5);
    expect(d.sd).toBeCloseTo(deviation([1, 2, 0, 3])!, 12);
    expect(d.n).toBe(4);
  });

  test('deletes the same replication from both', () => {
    fc.assert(
      fc.property(rows, (list) => {
        const n = list.length;
        const base = {
          numerators: Float64Array.from(list, (r) => r.num),
          denominators: Float64Array.from(list, (r) => r.den),
        };
        const other = {
          numerators: Float64Array.from(list, (r) => r.num2),
          denominators: Float64Array.from(list, (r) => r.den2),
        };
        const at = (keep: (i: number) => boolean) => {
          const sum = (part: Float64Array) => part.reduce((s, x, i) => (keep(i) ? s + x : s), 0);
          return sum(other.numerators) / sum(other.denominators) - sum(base.numerators) / sum(base.denominators);
        };
        const left = list.map((_, i) => at((j) => j !== i));
        const d = difference(base, other);
        expect(d.mean).toBeCloseTo(
          at(() => true),
          8,
        );
        expect(d.sd! / Math.sqrt(n)).toBeCloseTo((deviation(left)! * (n - 1)) / Math.sqrt(n), 6);
      }),
    );
  });

  test('of a scenario and itself is exactly 0', () => {
    const ratio = { numerators: of(0.1, 0.7, 0.3), denominators: of(3, 1, 7) };
    const d = difference(ratio, ratio);
    expect([d.mean, d.sd, d.ciLow, d.ciHigh, d.ci99Low, d.ci99High]).toEqual([0, 0, 0, 0, 0, 0]);
    expect([...d.differences]).toEqual([0, 0, 0]);
  });

  test('is 0 within 10⁻⁹ of the base, of 1 for a small one', () => {
    const pair = (base: number, other: number) =>
      pairedDifferences(
        { numerators: of(base), denominators: ones(1) },
        { numerators: of(other), denominators: ones(1) },
      )[0];
    expect(pair(1e6, 1e6 + 0.9e-3)).toBe(0);
    expect(pair(-1e6, -1e6 - 0.9e-3)).toBe(0);
    expect(pair(1e6, 1e6 + 1.1e-3)).toBeCloseTo(1.1e-3, 8);
    expect(pair(0, 0.9e-9)).toBe(0);
    expect(pair(0, -1.1e-9)).toBe(-1.1e-9);
  });

  test('counts a replication that is undefined in either as 0, and the pairs say which', () => {
    const base = { numerators: of(0, 4, 6), denominators: of(0, 2, 2) };
    const other = { numerators: of(5, 0, 8), denominators: of(1, 0, 2) };
    expect([...pairedDifferences(base, other)]).toEqual([Number.NaN, Number.NaN, 1]);
    expect([...difference(base, other).differences]).toEqual([0, 0, 1]);
    expect(difference(base, other).mean).toBeCloseTo(13 / 3 - 10 / 4, 12);
    expect(
      difference({ numerators: of(0, 0), denominators: of(0, 0) }, { numerators: of(1, 1), denominators: ones(2) })
        .mean,
    ).toBe(null);
    expect(() => difference(base, { numerators: of(1), denominators: of(1) })).toThrow('not 3 and 1');
  });
});
