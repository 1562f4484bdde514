import { quantile } from 'd3';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { band } from '../../../../scenarios/experiment/statistics/bands.ts';

test('a band is quantiles of type 7 and the mean', () => {
  // by hand, at the places 0.25, 1.25, 2.5, 3.75 and 4.75 counted from 0
  expect(band([32, 1, 16, 2, 8, 4])).toEqual({ mean: 10.5, p05: 1.25, p25: 2.5, p50: 6, p75: 14, p95: 28 });
  const one = band(Float64Array.of(7));
  expect(one).toEqual({ mean: 7, p05: 7, p25: 7, p50: 7, p75: 7, p95: 7 });
  expect(band([])).toBe(null);
});

test('a band rises and leaves its values as they were', () => {
  fc.assert(
    fc.property(fc.array(fc.double({ min: -1e6, max: 1e6, noNaN: true }), { minLength: 1 }), (values) => {
      const before = [...values];
      const b = band(values)!;
      expect(values).toEqual(before);
      expect(b.p05 <= b.p25 && b.p25 <= b.p50 && b.p50 <= b.p75 && b.p75 <= b.p95).toBe(true);
      expect(b.p25).toBe(quantile(values, 0.25));
    }),
  );
});
