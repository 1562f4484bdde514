import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { exp, ln, normalCdf, normalQuantile, power } from '../../../model/kernel/maths.ts';

const bits = (x: number) => new BigUint64Array(new Float64Array([x]).buffer)[0];

describe('the exact functions', () => {
  test('are exp and ln within a unit or so in the last place of the ones built in', () => {
    fc.assert(
      fc.property(
        fc.double({ min: -700, max: 700, noNaN: true }),
        fc.double({ min: 1e-300, max: 1e300, noNaN: true }),
        (x, y) => {
          expect(Math.abs(exp(x) / Math.exp(x) - 1)).toBeLessThan(5e-16);
          expect(Math.abs(ln(y) - Math.log(y))).toBeLessThanOrEqual(3e-16 * Math.max(Math.abs(ln(y)), 1e-3));
        },
      ),
    );
    expect([exp(0), exp(-Infinity), ln(1), ln(0)]).toEqual([1, 0, 0, -Infinity]);
    expect(ln(-1)).toBeNaN();
  });

  test('have these very bits', () => {
    const seen: bigint[] = [];
    for (let i = 1; i <= 40; i++) {
      const x = i * 0.37;
      seen.push(bits(exp(-x)), bits(ln(x)), bits(power(x, 0.7)), bits(normalCdf(x - 7)), bits(normalQuantile(i / 41)));
    }
    const digest = seen.reduce((h, b) => ((h ^ b) * 0x100000001b3n) & 0xffff_ffff_ffff_ffffn, 0xcbf29ce484222325n);
    expect(digest.toString(16)).toMatchInlineSnapshot(`"e9c78d77a092bc9f"`);
  });

  test('give powers: 0 stays 0, 1 and the exponents 0 and 1 are exact', () => {
    expect([power(0, 2.5), power(0, 0), power(0, -1), power(1, 1e9), power(7.3, 1), power(7.3, 0)]).toEqual([
      0,
      1,
      Infinity,
      1,
      7.3,
      1,
    ]);
    expect(power(-2, 2)).toBeNaN();
    fc.assert(
      fc.property(
        fc.double({ min: 1e-6, max: 1e6, noNaN: true }),
        fc.double({ min: -5, max: 5, noNaN: true }),
        (base, exponent) => {
          expect(Math.abs(power(base, exponent) / base ** exponent - 1)).toBeLessThan(1e-13);
        },
      ),
    );
  });

  test('give the normal distribution, there and back', () => {
    expect(normalCdf(0)).toBe(0.5);
    expect(normalCdf(1.959963984540054)).toBeCloseTo(0.975, 14);
    expect(normalQuantile(0.975)).toBeCloseTo(1.959963984540054, 14);
    expect([normalQuantile(0), normalQuantile(1)]).toEqual([-Infinity, Infinity]);
    for (let p = 0.001; p < 1; p += 0.001) expect(normalCdf(normalQuantile(p))).toBeCloseTo(p, 13);
  });
});
