import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { tickDigits, ticks } from '../../../viz/charts/people-axis.ts';

describe('gridlines of persons', () => {
  it('are few and even', () => {
    expect(ticks(0, 58)).toEqual([0, 20, 40]);
    expect(ticks(0, 10)).toEqual([0, 5, 10]);
    expect(ticks(-5.5, 2.9)).toEqual([-4, -2, 0, 2]);
    expect(ticks(-7, 2.9)).toEqual([-5, 0]);
    expect(ticks(0, 0.31)).toEqual([0, 0.1, 0.2, 0.3]);
  });

  it('are at most four, within the axis, 0 among them, and more than one', () => {
    fc.assert(
      fc.property(fc.integer({ min: -3_000, max: 0 }), fc.integer({ min: 10, max: 300_000 }), (low, high) => {
        const values = ticks(low / 100, high / 100);
        expect(values.length).toBeLessThanOrEqual(4);
        expect(values).toContain(0);
        expect(values[0]).toBeGreaterThanOrEqual(low / 100);
        expect(values[values.length - 1]).toBeLessThanOrEqual(high / 100);
        expect(values.length).toBeGreaterThan(1);
      }),
    );
  });

  it('have decimals only where they are no whole numbers', () => {
    expect(tickDigits([0, 5, 10])).toBe(0);
    expect(tickDigits([0, 0.5, 1])).toBe(1);
  });
});
