import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { batchMeans, Draws, Tally, TimeAverage } from '../../../model/kernel/kernel.ts';

describe('a tally', () => {
  test('has the statistics of its values', () => {
    const tally = new Tally([2, 4, 4, 4, 5, 5, 7, 9]);
    expect(tally).toMatchObject({ count: 8, mean: 5, min: 2, max: 9 });
    expect(tally.variance).toBeCloseTo(32 / 7, 14);
    expect(tally.standardDeviation).toBeCloseTo(Math.sqrt(32 / 7), 14);
    expect(tally.standardError).toBeCloseTo(Math.sqrt(32 / 7 / 8), 14);
  });

  test('knows the lowest and the highest value wherever they came', () => {
    expect(new Tally([4, 9, 2, 5])).toMatchObject({ min: 2, max: 9 });
  });

  test('of nothing has no mean, and of one value no variance', () => {
    expect(new Tally().mean).toBeNaN();
    expect(new Tally().variance).toBeNaN();
    expect(new Tally([3]).mean).toBe(3);
    expect(new Tally([3]).variance).toBeNaN();
  });

  test('keeps its digits when values are large and lie close together', () => {
    expect(new Tally([1e9 + 1, 1e9 + 2, 1e9 + 3]).variance).toBe(1);
  });
});

describe('an average over time', () => {
  test('weighs each level by how long it lasted', () => {
    const average = new TimeAverage(2, 1);
    average.set(4, 3);
    expect(average.area(6)).toBe(1 * 2 + 3 * 2);
    average.set(5, 0);
    expect(average.area(10)).toBe(1 * 2 + 3 * 1);
    expect(average.mean(10)).toBe(5 / 8);
    average.restart(10);
    average.set(11, 4);
    expect(average.mean(12)).toBe(2);
  });

  test('is the level itself when no time has passed', () => {
    expect(new TimeAverage(1, 7).mean(1)).toBe(7);
  });

  test('lies between the lowest and the highest level', () => {
    const step = fc.tuple(fc.integer({ min: 1, max: 9 }), fc.integer({ min: -5, max: 5 }));
    fc.assert(
      fc.property(fc.array(step, { minLength: 1 }), (steps) => {
        const average = new TimeAverage(0);
        const levels = [0];
        let now = 0;
        for (const [wait, level] of steps) {
          now += wait;
          average.set(now, level);
          levels.push(level);
        }
        expect(average.mean(now + 1)).toBeGreaterThanOrEqual(Math.min(...levels));
        expect(average.mean(now + 1)).toBeLessThanOrEqual(Math.max(...levels));
      }),
    );
  });
});

describe('batch means', () => {
  test('are those of equal parts, without the rest', () => {
    const { mean, standardError, batches } = batchMeans([1, 3, 5, 7, 9, 11, 100], 3);
    // batches of 2, 6 and 10: mean 6, standard deviation 4
    expect([mean, batches]).toEqual([6, 3]);
    expect(standardError).toBeCloseTo(4 / Math.sqrt(3), 14);
  });

  test('may be those of one value each', () => {
    expect(batchMeans([1, 3], 2)).toEqual({ mean: 2, standardError: 1, batches: 2 });
  });

  test('are refused for fewer values than batches', () => {
    expect(() => batchMeans([1], 2)).toThrow('1 values cannot be parted into 2 batches');
    expect(() => batchMeans([1, 2], 1)).toThrow('two batches or more, not 1');
    expect(() => batchMeans([1, 2, 3, 4, 5], 2.5)).toThrow('not 2.5');
  });

  test('see how much less a correlated series tells than its length says', () => {
    // autoregressive with 0.9: the variance of the mean is (1 + 0.9) / (1 - 0.9) = 19 times that of independent values
    const draws = new Draws('series', 0);
    let level = 0;
    const series = Array.from({ length: 200_000 }, (_, i) => {
      level = 0.9 * level + draws.at(i, 0, 0, 0).normal();
      return level;
    });
    const ratio = batchMeans(series, 100).standardError / new Tally(series).standardError;
    // a standard error from 100 batches is itself uncertain by 7 %: within 4 of that
    expect(Math.abs(ratio / Math.sqrt(19) - 1)).toBeLessThan(4 * 0.07);
  });
});
