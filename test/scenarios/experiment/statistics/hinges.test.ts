import fc from 'fast-check';
import alea from 'seedrandom/lib/alea.js';
import { describe, expect, test } from 'vitest';
import { type DrawnParameter, hinges, midRanks, spearman } from '../../../../scenarios/experiment/statistics/hinges.ts';

const of = (...values: number[]) => Float64Array.from(values);

function drawn(path: string, values: Float64Array, more: Partial<DrawnParameter> = {}): DrawnParameter {
  return { path, municipality: '', values, low: 0, high: 1, binary: false, ...more };
}

/** n uniforms of a stream. */
const uniforms = (random: () => number, n: number) => Float64Array.from({ length: n }, () => random());

describe('Spearman', () => {
  test('gives equal values the middle of their ranks', () => {
    expect([...midRanks(of(3, 1, 3, 2, 3, 2))]).toEqual([5, 1, 5, 2.5, 5, 2.5]);
  });

  test('gives the textbook value of IQ against hours of television', () => {
    // Σd² = 194 over ten: 1 − 6 × 194 ÷ 990
    const iq = of(106, 100, 86, 101, 99, 103, 97, 113, 112, 110);
    const hours = of(7, 27, 2, 50, 28, 29, 20, 12, 6, 17);
    expect(spearman(iq, hours)).toBeCloseTo(1 - (6 * 194) / 990, 14);
  });

  test('is 1 for whatever rises, −1 for whatever falls, and null for what stands still', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.integer({ min: -50, max: 50 }), { minLength: 2 }), (values) => {
        const x = Float64Array.from(values);
        const up = x.map((v) => v * v * v);
        expect(spearman(x, up)).toBeCloseTo(1, 12);
        expect(
          spearman(
            x,
            up.map((v) => -v),
          ),
        ).toBeCloseTo(-1, 12);
        expect(spearman(x, new Float64Array(x.length))).toBe(null);
      }),
    );
  });
});

describe('hinges', () => {
  const n = 100;
  const random = alea('hinges');
  const value = uniforms(random, n);
  const idle = Array.from({ length: 5 }, (_, i) => drawn(`idle${i}`, uniforms(random, n)));
  const noise = uniforms(random, n).map((u) => u - 0.5);

  test('find the parameter that the difference leans on, and where it turns', () => {
    const d = value.map((v, i) => 4 * (v - 0.6) + 0.3 * noise[i]);
    const found = hinges(d, [...idle, drawn('retention', value)]);
    expect(found[0].parameter.path).toBe('retention');
    expect(found[0].turnsAt).toBeCloseTo(0.6, 1);
    expect(found[0].rho).toBeGreaterThan(0.97);
    expect(found[0].share).toBeGreaterThan(0.94);
    expect(found[0].share).toBeLessThan(found[0].rho * found[0].rho);
    expect(found[0].binary).toBe(null);
  });

  test('give the very turning point where there is no noise', () => {
    const [only] = hinges(
      value.map((v) => -2 * (v - 0.25)),
      [drawn('a', value)],
    );
    expect(only.turnsAt).toBeCloseTo(0.25, 12);
    expect([only.rho, only.share]).toEqual([-1, 1]);
  });

  test('lean without a value when the zero may lie outside of low–high', () => {
    const turns = (zero: number, low: number, high: number) =>
      hinges(
        value.map((v, i) => v - zero + 0.3 * noise[i]),
        [drawn('a', value, { low, high })],
      )[0].turnsAt;
    expect(turns(0.5, 0, 1)).toBeCloseTo(0.5, 1);
    expect(turns(2, 0, 1)).toBe(null);
    expect(turns(-1, 0, 1)).toBe(null);
    // within, but less than the interval away from the edge
    expect(turns(0.5, 0.499, 1)).toBe(null);
  });

  test('give a yes/no trait both means and no turning point', () => {
    const trait = value.map((v) => (v > 0.4 ? 1 : 0));
    const d = trait.map((yes, i) => (yes ? 3 : -1) + noise[i]);
    const [only] = hinges(d, [drawn('trusts', trait, { binary: true })]);
    expect(only.turnsAt).toBe(null);
    expect(only.binary?.no).toBeCloseTo(-1, 0);
    expect(only.binary?.yes).toBeCloseTo(3, 0);
  });

  test('are at most three, the strongest first', () => {
    const four = Array.from({ length: 4 }, (_, i) => drawn(`p${i}`, uniforms(random, 400)));
    const d = new Float64Array(400).map((_, r) => four.reduce((sum, p, i) => sum + (i + 2) * p.values[r], 0));
    expect(hinges(d, four).map((hinge) => hinge.parameter.path)).toEqual(['p3', 'p2', 'p1']);
  });

  test('need 60 replications in which the difference is defined', () => {
    const d = value.map((v) => v - 0.5);
    expect(hinges(d.slice(0, 59), [drawn('a', value.slice(0, 59))])).toEqual([]);
    expect(hinges(d.slice(0, 60), [drawn('a', value.slice(0, 60))])).toHaveLength(1);
    const gaps = (missing: number) => d.map((x, i) => (i < missing ? Number.NaN : x));
    expect(hinges(gaps(40), [drawn('a', value)])).toHaveLength(1);
    expect(hinges(gaps(41), [drawn('a', value)])).toEqual([]);
  });

  test('pass over what never varies', () => {
    expect(hinges(value, [drawn('a', new Float64Array(n).fill(3))])).toEqual([]);
    expect(hinges(new Float64Array(n), [drawn('a', value)])).toEqual([]);
    expect(hinges(value, [])).toEqual([]);
    expect(() => hinges(value, [drawn('a', of(1))])).toThrow('a has 1 values for 100 differences');
  });

  test('are found in noise at most 5 times in 100, whatever the number of candidates', () => {
    for (const candidates of [1, 12]) {
      let wrong = 0;
      for (let seed = 0; seed < 200; seed++) {
        const stream = alea(`noise/${candidates}/${seed}`);
        const d = uniforms(stream, 80);
        const parameters = Array.from({ length: candidates }, (_, i) => drawn(`p${i}`, uniforms(stream, 80)));
        if (hinges(d, parameters).length > 0) wrong++;
      }
      expect(wrong / 200).toBeLessThanOrEqual(0.05 + 3 * Math.sqrt((0.05 * 0.95) / 200));
      expect(wrong).toBeGreaterThan(0);
    }
  });
});
