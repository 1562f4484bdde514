import { describe, expect, test } from 'vitest';
import { expectedHeldShare } from '../../../model/funding/equal_money.ts';

describe('the grant that a town can expect', () => {
  test.each([
    ['small', 0.5, 0.825],
    ['medium', 0.8, 0.871],
    ['large', 0.95, 0.951],
  ])('over ten years, in a %s town that holds it today, is held in %f → %f of the years', (_size, p, expected) => {
    expect(expectedHeldShare(true, p, 0.96, 10)).toBeCloseTo(expected, 3);
  });

  test.each([
    [0.5, 0.96],
    [0.8, 0.9],
    [0.95, 0.96],
  ])('is the long-run share %f when nothing is known of today (renewed %f)', (p, renewed) => {
    for (const years of [1, 5, 10, 30]) {
      const mean =
        p * expectedHeldShare(true, p, renewed, years) + (1 - p) * expectedHeldShare(false, p, renewed, years);
      expect(mean).toBeCloseTo(p, 12);
    }
  });

  test('over one year is the chance of renewal, or of winning it', () => {
    expect(expectedHeldShare(true, 0.8, 0.96, 1)).toBeCloseTo(0.96, 12);
    expect(expectedHeldShare(false, 0.8, 0.96, 1)).toBeCloseTo(0.16, 12);
  });

  test('is certain where every town holds it', () => {
    expect(expectedHeldShare(true, 1, 1, 10)).toBe(1);
  });
});
