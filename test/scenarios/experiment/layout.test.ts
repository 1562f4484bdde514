import { describe, expect, test } from 'vitest';
import { tallies } from '../../../model/record.ts';
import type { Layout } from '../../../scenarios/experiment/layout.ts';
import { byPeriod, layoutOf, periodsOf } from '../../../scenarios/experiment/layout.ts';
import { scenarios } from './small-experiment.ts';

const [{ arrangement }] = scenarios(['tiny']);

describe('dates', () => {
  test('monthly ones are the first of each month, from the census to the horizon', () => {
    const { dates, monthly, asked } = layoutOf(arrangement, 'month');
    expect(dates.length).toBe(37);
    expect(dates[0]).toBe(-365);
    expect(dates.slice(12, 15)).toEqual([0, 31, 59]);
    expect(dates.at(-1)).toBe(365 + 366);
    expect(monthly).toEqual(asked);
  });

  test('by quarter every third of them is written', () => {
    const { dates, asked } = layoutOf(arrangement, 'quarter');
    expect(dates.length).toBe(37);
    expect(asked.slice(0, 3).map((i) => dates[i])).toEqual([-365, -275, -184]);
    expect(asked.length).toBe(13);
  });

  test('weeks are counted from the switch, and the months are kept beside them', () => {
    const { dates, asked, monthly } = layoutOf(arrangement, 'week');
    const weeks = asked.map((i) => dates[i]);
    expect(weeks).toContain(0);
    for (const day of weeks) expect(Math.abs(day % 7)).toBe(0);
    expect(monthly.length).toBe(37);
    expect(dates).toEqual([...dates].sort((a, b) => a - b));
    expect(new Set(dates).size).toBe(dates.length);
  });
});

test('periods add up the years on their side of the switch', () => {
  const layout: Layout = { ...layoutOf(arrangement, 'month'), places: 1, towns: [] };
  const n = tallies.length;
  const byYear = new Float64Array(3 * n);
  byYear.set([5, 6], 0);
  byYear.set([10, 20], n);
  byYear.set([1, 2], 2 * n);
  const sums = byPeriod(byYear, layout);
  expect(periodsOf(layout)).toEqual(['all', 'before', '2026', '2027', '2028']);
  const first = [0, 1, 2, 3, 4].map((period) => [sums[period * n], sums[period * n + 1]]);
  expect(first).toEqual([
    [11, 22],
    [5, 6],
    [5, 6],
    [10, 20],
    [1, 2],
  ]);
});
