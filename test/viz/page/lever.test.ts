import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { csvText } from '../../../viz/page/csv-text.ts';
import { niceStep, trackOf } from '../../../viz/page/panel/track.ts';

describe('the track of a lever', () => {
  it('steps by 1, 2 or 5 times a power of ten', () => {
    expect(niceStep(0.7)).toBe(0.5);
    expect(niceStep(3)).toBe(2);
    expect(niceStep(1)).toBe(1);
    expect(niceStep(0.004)).toBe(0.002);
  });

  it('holds the plausible range, the value and the value of A', () => {
    const number = fc.double({ min: 0, max: 1000, noNaN: true });
    fc.assert(
      fc.property(number, number, number, number, (a, b, value, base) => {
        const [low, high] = [Math.min(a, b), Math.max(a, b)];
        const { from, to, step } = trackOf({ low, high, value, base, unit: 'days' });
        const slack = 1e-6 * Math.max(1, to);
        expect(from).toBeGreaterThanOrEqual(0);
        for (const it of [low, high, value, base]) {
          expect(it).toBeGreaterThanOrEqual(from - slack);
          expect(it).toBeLessThanOrEqual(to + slack);
        }
        expect(step).toBeGreaterThan(0);
      }),
    );
  });

  it('needs no value in A', () => {
    const { from, to } = trackOf({ low: 0.3, high: 1.05, value: 1, base: Number.NaN, unit: 'share' });
    expect(from).toBeCloseTo(0);
    expect(to).toBeGreaterThan(1.05);
  });

  it('ends at 100% for a share', () => {
    expect(trackOf({ low: 0.6, high: 1, value: 0.85, base: 0.85, unit: 'share' }).to).toBe(1);
  });
});

describe('data of a chart', () => {
  it('are quoted only where they must be, and empty where undefined', () => {
    expect(
      csvText([
        ['a', 'b'],
        ['x,y', 1.5],
        ['say "no"', null],
      ]),
    ).toBe('a,b\n"x,y",1.5\n"say ""no""",\n');
  });
});
