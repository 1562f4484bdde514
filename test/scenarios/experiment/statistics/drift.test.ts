import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { movingAverage, mser5 } from '../../../../scenarios/experiment/statistics/drift.ts';
// numpy.random.default_rng(seed).normal() for the seeds 0, 1, 2, …; numpy 2.4.6, rounded to nine decimals
import normals from './numpy-normals.json';

const noise = normals.slice(0, 300);
const series = (length: number, value: (i: number) => number) => Array.from({ length }, (_, i) => value(i));

describe('MSER-5', () => {
  test('worked by hand: batch means 10, 0, 1, 0, 1, … lose the first', () => {
    // Σ(x − mean)² ÷ n²: 84.1 ÷ 100 with it, 2.2222 ÷ 81 without it; then 2 ÷ 64, 1.714 ÷ 49 and so on
    const means = [10, 0, 1, 0, 1, 0, 1, 0, 1, 0];
    expect(mser5(series(50, (i) => means[Math.floor(i / 5)]))).toEqual({ values: 5, drifts: false });
  });

  test('cuts nothing of a constant, and the whole of a beginning at another level', () => {
    expect(mser5(series(100, () => 7))).toEqual({ values: 0, drifts: false });
    expect(mser5(series(100, (i) => (i < 20 ? 10 : 1)))).toEqual({ values: 20, drifts: false });
  });

  // White's formula in numpy 2.4.6, the last four batches never left alone
  test.each([
    ['no transient', (i: number) => noise[i], 0, false],
    ['a small one', (i: number) => noise[i] + 2 / (1 + i / 10), 15, false],
    ['a middling one', (i: number) => noise[i] + 5 / (1 + i / 10), 40, false],
    ['a large one', (i: number) => noise[i] + 20 / (1 + i / 10), 110, false],
    ['a slope that noise hides', (i: number) => noise[i] + 0.001 * i, 0, false],
    ['a slope', (i: number) => noise[i] + 0.01 * i, 155, true],
    ['a steep slope', (i: number) => noise[i] + 0.1 * i, 275, true],
  ] as const)('cuts as much of noise with %s as numpy does', (_, value, values, drifts) => {
    expect(mser5(series(300, value))).toEqual({ values, drifts });
  });

  test('does not change with the unit or the level, and leaves five batches', () => {
    // whole numbers, so that scaling by a power of two and shifting lose no digit
    const whole = fc.array(fc.integer({ min: -1_000, max: 1_000 }), { minLength: 50, maxLength: 120 });
    fc.assert(
      fc.property(whole, (values) => {
        const cut = mser5(values);
        expect(mser5(values.map((value) => value * 4))).toEqual(cut);
        expect(mser5(values.map((value) => -value))).toEqual(cut);
        expect(cut?.values).toBeLessThanOrEqual(values.length - 25);
      }),
    );
  });

  test('says nothing of a short series, and does not look at values that fill no batch', () => {
    expect(mser5(series(49, (i) => i))).toBeNull();
    expect(mser5([...series(50, () => 1), 900, 900, 900, 900])).toEqual({ values: 0, drifts: false });
  });
});

describe("Welch's moving average", () => {
  test('takes in as many on either side as there are, up to the window', () => {
    // worked by hand
    expect(movingAverage([1, 2, 6, 4, 7, 6], 2)).toEqual([1, 3, 4, 5]);
    expect(movingAverage([1, 2, 6], 0)).toEqual([1, 2, 6]);
    expect(movingAverage([1], 2)).toEqual([]);
  });

  test('of a line is the line, and of a wave as long as the window is level', () => {
    expect(
      movingAverage(
        series(20, (i) => 3 * i),
        4,
      ),
    ).toEqual(series(16, (i) => 3 * i));
    const wave = movingAverage(
      series(30, (i) => [0, 3, 6][i % 3]),
      1,
    );
    for (const value of wave.slice(1)) expect(value).toBe(3);
  });
});
