import { describe, expect, test } from 'vitest';
import { drawnQuantities, drawOf, futureOf } from '../../../scenarios/experiment/future.ts';
import { scenarios, usual } from './small-experiment.ts';

const resolved = scenarios(usual);
const plans = resolved.map((scenario) => scenario.plan);

describe('a future', () => {
  test('has its draws within their ranges, each once', () => {
    const { draws } = futureOf(plans, 1, 1, 'all');
    expect(draws.length).toBeGreaterThan(20);
    expect(new Set(draws.map((draw) => `${draw.municipality} ${draw.path}`)).size).toBe(draws.length);
    const ranges = new Map(
      drawnQuantities(plans).map((drawn) => [`${drawn.municipality} ${drawn.quantity.key}`, drawn.quantity]),
    );
    for (const { municipality, path, value } of draws) {
      const range = ranges.get(`${municipality} ${path}`);
      expect(value).toBeGreaterThanOrEqual(range?.low as number);
      expect(value).toBeLessThanOrEqual(range?.high as number);
    }
  });

  test('gives a parameter the same value whichever scenarios are run', () => {
    const all = futureOf(plans, 7, 3, 'all').draws;
    const alone = futureOf([plans[0]], 7, 3, 'all').draws;
    for (const draw of alone) expect(all).toContainEqual(draw);
    expect(all.length).toBeGreaterThan(alone.length);
  });

  test('differs from the next', () => {
    const one = futureOf(plans, 1, 1, 'all').draws.map((draw) => draw.value);
    const two = futureOf(plans, 1, 2, 'all').draws.map((draw) => draw.value);
    expect(one.filter((value, i) => value === two[i])).toEqual([]);
  });

  test('by chance alone is the arrangement at the values', () => {
    const { arrangements, draws } = futureOf(plans, 1, 1, 'chance');
    expect(draws).toEqual([]);
    expect(arrangements).toEqual(resolved.map((scenario) => scenario.arrangement));
  });

  test('draws a triangular with the mean that (low + value + high) ÷ 3 says', () => {
    const parameter = { key: 'relapse.gap_hr', low: 1.2, value: 1.4, high: 1.7 };
    const n = 20_000;
    let sum = 0;
    for (let replication = 1; replication <= n; replication++) sum += drawOf(1, replication)(parameter);
    const variance = (1.2 * 1.2 + 1.4 * 1.4 + 1.7 * 1.7 - 1.2 * 1.4 - 1.2 * 1.7 - 1.4 * 1.7) / 18;
    expect(Math.abs(sum / n - 4.3 / 3)).toBeLessThan(4 * Math.sqrt(variance / n));
  });
});
