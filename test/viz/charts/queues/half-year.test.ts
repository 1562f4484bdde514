import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { halfYearMeans } from '../../../../viz/charts/queues/half-year.ts';

describe('averages over half a year', () => {
  it('are those of three months to each side, the outermost by half', () => {
    expect(halfYearMeans([12, 0, 0, 0, 0, 0, 0], -1)[3]).toBe(1);
    expect(halfYearMeans([0, 0, 6, 0, 0, 0, 0], -1)[3]).toBe(1);
  });

  it('leave out what is beyond the ends', () => {
    expect(halfYearMeans([7, 0, 0, 0, 0, 0, 0], -1)[0]).toBe(2);
  });

  it('leave what does not change as it is', () => {
    expect(halfYearMeans([4, 4, 4, 4, 4, 4, 4, 4, 4], 4)).toEqual(Array(9).fill(4));
  });

  it('let nothing after the switch into the past', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(50), { minLength: 12, maxLength: 12 }), fc.nat(50), (values, other) => {
        const changed = values.map((value, at) => (at > 6 ? value + other : value));
        expect(halfYearMeans(changed, 6).slice(0, 7)).toEqual(halfYearMeans(values, 6).slice(0, 7));
      }),
    );
  });

  it('let nothing before the switch into the future', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(50), { minLength: 12, maxLength: 12 }), fc.nat(50), (values, other) => {
        const changed = values.map((value, at) => (at < 6 ? value + other : value));
        expect(halfYearMeans(changed, 6).slice(7)).toEqual(halfYearMeans(values, 6).slice(7));
      }),
    );
  });

  it('keep a jump at the switch: three quarters of it show after a month, all of it after three', () => {
    const jump = halfYearMeans([0, 0, 0, 0, 8, 8, 8, 8, 8, 8, 8], 3);
    expect(jump.slice(0, 5)).toEqual([0, 0, 0, 0, 6]);
    expect(jump[7]).toBe(8);
  });

  it('stay within what they average', () => {
    fc.assert(
      fc.property(
        fc.array(fc.nat(50), { minLength: 1, maxLength: 30 }),
        fc.integer({ min: -1, max: 29 }),
        (values, at) => {
          const cut = Math.min(at, values.length - 1);
          for (const mean of halfYearMeans(values, cut)) {
            expect(mean).toBeGreaterThanOrEqual(Math.min(...values));
            expect(mean).toBeLessThanOrEqual(Math.max(...values));
          }
        },
      ),
    );
  });
});
