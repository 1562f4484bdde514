import alea from 'seedrandom/lib/alea.js';
import { describe, expect, test } from 'vitest';
import { breakEven } from '../../../../scenarios/experiment/statistics/breakeven.ts';
import { tQuantile } from '../../../../scenarios/experiment/statistics/student.ts';

const n = 60;

/** A measure of 100 under the grant whose differences are d0 and d1 on average, with noise of its own in each. */
function futures(d0: number, d1: number, noise: number) {
  const random = alea('futures');
  const level = Float64Array.from({ length: n }, () => 100 + 20 * (random() - 0.5));
  const denominators = Float64Array.from({ length: n }, () => 50 + 10 * random());
  const shifted = (d: number) => ({
    numerators: level.map((x, i) => (x + d + noise * (random() - 0.5)) * denominators[i]),
    denominators,
  });
  return {
    base: { numerators: level.map((x, i) => x * denominators[i]), denominators },
    atLow: shifted(d0),
    atHigh: shifted(d1),
  };
}

describe('the break-even', () => {
  test('is where the straight line crosses 0', () => {
    // worse by 3 at half, better by 2 at all: 0.5 + 0.5 × 3 ÷ 5
    const exact = breakEven({ ...futures(3, -2, 0), better: 'lower' });
    expect(exact.breakeven).toBeCloseTo(0.8, 10);
    expect(exact.ciHigh! - exact.ciLow!).toBeLessThan(1e-9);
    expect(exact.reason).toBe('');
    expect(exact.differenceLow.mean).toBeCloseTo(3, 10);
    expect(exact.differenceHigh.mean).toBeCloseTo(-2, 10);
    const rough = breakEven({ ...futures(3, -2, 4), better: 'lower' });
    expect(rough.breakeven).toBeCloseTo(0.8, 1);
    expect(rough.ciLow).toBeLessThan(0.8);
    expect(rough.ciHigh).toBeGreaterThan(0.8);
  });

  test('crosses where it does whichever direction is better, and between other shares', () => {
    expect(breakEven({ ...futures(-3, 2, 0), better: 'higher' }).breakeven).toBeCloseTo(0.8, 10);
    expect(breakEven({ ...futures(3, -1, 0), low: 0.2, high: 1.2, better: 'lower' }).breakeven).toBeCloseTo(0.95, 10);
  });

  test('has the interval of a jackknife done the long way', () => {
    const { base, atLow, atHigh } = futures(3, -2, 6);
    const result = breakEven({ base, atLow, atHigh, better: 'lower' });
    const kWithout = (left: number) => {
      const ratio = ({ numerators, denominators }: typeof base) =>
        numerators.reduce((s, x, i) => (i === left ? s : s + x), 0) /
        denominators.reduce((s, x, i) => (i === left ? s : s + x), 0);
      const d0 = ratio(atLow) - ratio(base);
      const d1 = ratio(atHigh) - ratio(base);
      return 0.5 + (0.5 * d0) / (d0 - d1);
    };
    expect(result.breakeven).toBeCloseTo(kWithout(-1), 10);
    const without = Array.from({ length: n }, (_, i) => kWithout(i));
    const centre = without.reduce((s, x) => s + x, 0) / n;
    const se = Math.sqrt((without.reduce((s, x) => s + (x - centre) * (x - centre), 0) * (n - 1)) / n);
    expect(result.ciHigh! - result.breakeven!).toBeCloseTo(tQuantile(0.975, n - 1) * se, 10);
    expect(result.breakeven! - result.ciLow!).toBeCloseTo(tQuantile(0.975, n - 1) * se, 10);
  });

  test('may lie outside of the two shares, but not far', () => {
    // worse by 3 at half, by 1 at all: 1.25
    expect(breakEven({ ...futures(3, 1, 0), better: 'lower' }).breakeven).toBeCloseTo(1.25, 10);
    // better by 1 at half, by 3 at all: 0.25
    expect(breakEven({ ...futures(-1, -3, 0), better: 'lower' }).breakeven).toBeCloseTo(0.25, 10);
  });

  test('is left out with the reason that holds, whichever way the line slopes', () => {
    const reason = (d0: number, d1: number, better: 'lower' | 'higher', noise = 0) => {
      const result = breakEven({ ...futures(d0, d1, noise), better });
      expect([result.breakeven, result.ciLow, result.ciHigh]).toEqual([null, null, null]);
      return result.reason;
    };
    // keeping more is good: worse all the way, or better all the way
    expect(reason(5, 3, 'lower')).toBe('worse_even_if_all');
    expect(reason(-4, -6, 'lower')).toBe('better_even_at_half');
    expect(reason(-5, -3, 'higher')).toBe('worse_even_if_all');
    expect(reason(4, 6, 'higher')).toBe('better_even_at_half');
    // keeping more is bad
    expect(reason(4, 6, 'lower')).toBe('worse_even_if_all');
    expect(reason(-5, -3, 'lower')).toBe('better_even_at_half');
    expect(reason(-4, -6, 'higher')).toBe('worse_even_if_all');
    expect(reason(5, 3, 'higher')).toBe('better_even_at_half');
    // the difference between half and all is lost in noise
    expect(reason(3, 2.9, 'lower', 40)).toBe('no_difference');
    expect(reason(3, 3, 'lower')).toBe('no_difference');
  });

  test('needs two replications with something in the denominator', () => {
    const { base, atLow, atHigh } = futures(3, -2, 0);
    const first = (ratio: typeof base) => ({
      numerators: ratio.numerators.slice(0, 1),
      denominators: ratio.denominators.slice(0, 1),
    });
    const one = { base: first(base), atLow: first(atLow), atHigh: first(atHigh), better: 'lower' } as const;
    expect(breakEven(one)).toMatchObject({ breakeven: null, reason: 'too_few', n: 1 });
    const empty = { numerators: new Float64Array(n), denominators: new Float64Array(n) };
    expect(breakEven({ base: empty, atLow, atHigh, better: 'lower' }).reason).toBe('too_few');
  });
});
