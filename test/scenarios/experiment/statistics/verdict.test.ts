import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { dots, shareBetter } from '../../../../scenarios/experiment/statistics/dots.ts';
import { verdict } from '../../../../scenarios/experiment/statistics/verdict.ts';

const upTo = (n: number) => Float64Array.from({ length: n }, (_, i) => i + 1);

describe('the dots', () => {
  test('of 20 differences are these, sorted', () => {
    const backwards = upTo(20).reverse();
    expect(dots(backwards)).toEqual({ dots: [...upTo(20)], k: 20 });
    expect(backwards[0]).toBe(20);
  });

  test('of 100 are the 3rd, 8th, 13th and so on', () => {
    expect(dots(upTo(100))?.dots).toEqual(Array.from({ length: 20 }, (_, i) => 3 + 5 * i));
  });

  test('of fewer than 20 stand for several each', () => {
    expect(dots(Float64Array.of(7))).toEqual({ dots: new Array(20).fill(7), k: 20 });
    // ⌈(i − ½) × 3 ÷ 20⌉: seven, six and seven
    expect(dots(upTo(3))?.dots).toEqual([...new Array(7).fill(1), ...new Array(6).fill(2), ...new Array(7).fill(3)]);
    expect(dots(new Float64Array())).toBe(null);
  });

  test('count on the side of the mean, half of those at 0 and rounded down', () => {
    const d = Float64Array.of(...new Array(5).fill(0), ...new Array(12).fill(-2), ...new Array(3).fill(1));
    expect(dots(d)?.k).toBe(14);
    expect(dots(d, 0.1)?.k).toBe(5);
    expect(dots(new Float64Array(20))?.k).toBe(10);
    expect(dots(Float64Array.of(-1, 1))?.k).toBe(10);
  });

  test('on both sides together with those at 0 are 20, but for the one rounded away', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -3, max: 3 }), { minLength: 1, maxLength: 200 }), (values) => {
        const d = Float64Array.from(values);
        const up = dots(d, 1)!;
        const down = dots(d, -1)!;
        const zeros = up.dots.filter((x) => x === 0).length;
        expect(up.k + down.k).toBe(20 - (zeros % 2));
        expect(up.dots).toEqual([...up.dots].sort((a, b) => a - b));
        expect(values).toEqual(expect.arrayContaining(up.dots));
      }),
    );
  });
});

describe('the share that is better', () => {
  test('counts ties half', () => {
    const d = Float64Array.of(-1, -2, 0, 3);
    expect(shareBetter(d, 'lower')).toBe(0.625);
    expect(shareBetter(d, 'higher')).toBe(0.375);
    expect(shareBetter(new Float64Array(3), 'lower')).toBe(0.5);
    expect(shareBetter(new Float64Array(), 'lower')).toBe(null);
  });
});

describe('a verdict', () => {
  const say = (mean: number, half: number, k: number, matters: number, n = 100) =>
    verdict({ meanDifference: mean, low99: mean - half, high99: mean + half, k, matters, n });

  test('is "no difference that matters" first, however sure the small difference is', () => {
    expect(say(1, 0.5, 20, 2)).toEqual({ code: 'none', runsToSettle: null });
    expect(say(-1, 1, 20, 2)?.code).toBe('none');
    expect(say(0, 0, 10, 0)?.code).toBe('none');
  });

  test('is clear from 19 dots, probable from 14, and else only on average', () => {
    expect([20, 19, 18, 14, 13, 2].map((k) => say(-3, 2, k, 1.5)?.code)).toEqual([
      'clearly',
      'clearly',
      'probably',
      'probably',
      'on_average',
      'on_average',
    ]);
    expect(say(3, 2, 19, 1.5)?.runsToSettle).toBe(null);
  });

  test('cannot tell when the interval holds 0 and more than matters, and says how many runs would', () => {
    // (3 ÷ max(1, 2 − 1))² × 100
    expect(say(1, 3, 20, 2)).toEqual({ code: 'cannot_tell', runsToSettle: 900 });
    // (3 ÷ max(0.5, 1.5))² × 100
    expect(say(0.5, 3, 12, 2)?.runsToSettle).toBe(400);
    expect(say(-0.5, 3, 12, 2)?.runsToSettle).toBe(400);
    expect(say(0.5, 3, 12, 1)).toEqual({ code: 'cannot_tell', runsToSettle: null });
    expect(say(0, 3, 12, 0)).toEqual({ code: 'cannot_tell', runsToSettle: null });
    // 0 on the very edge is not excluded
    expect(say(3, 3, 20, 2)?.code).toBe('cannot_tell');
  });

  test('never asks for fewer runs than there were', () => {
    const size = fc.double({ min: 0.01, max: 100, noNaN: true });
    fc.assert(
      fc.property(
        fc.double({ min: -50, max: 50, noNaN: true }),
        size,
        size,
        fc.integer({ min: 2, max: 500 }),
        (mean, half, m, n) => {
          const v = say(mean, half, 15, m, n)!;
          if (v.code === 'cannot_tell' && v.runsToSettle !== null) expect(v.runsToSettle).toBeGreaterThanOrEqual(n);
          if (v.code !== 'cannot_tell') expect(v.runsToSettle).toBe(null);
        },
      ),
    );
  });

  test('needs an interval', () => {
    expect(verdict({ meanDifference: 1, low99: null, high99: null, k: 20, matters: 1, n: 1 })).toBe(null);
    expect(verdict({ meanDifference: null, low99: null, high99: null, k: 10, matters: 1, n: 9 })).toBe(null);
  });
});
