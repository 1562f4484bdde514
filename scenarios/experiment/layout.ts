/** How a record is laid out in this experiment: which place, year, date and group stands where. */
import type { Arrangement } from '../../model/arrangement.ts';
import { dateOf, dayOf, firstOfNextMonth, yearOf } from '../../model/kernel/calendar.ts';
import { seriesNames, tallies } from '../../model/record.ts';
import type { Every } from './findings.ts';

export interface Layout {
  /** Numbers of the municipalities with rows of their own; in a record the whole place follows them. */
  towns: string[];
  places: number;
  groups: string[];
  /** The switch, in days since 1970-01-01. */
  switchDay: number;
  history: number;
  years: number;
  /** Calendar year of the first day. */
  firstYear: number;
  /** Days since the switch of all lengths in a record. */
  dates: number[];
  /** Indices in `dates` of the first of each month, and of the dates asked for. */
  monthly: number[];
  asked: number[];
}

export function layoutOf(arrangement: Arrangement, every: Every): Layout {
  const { switchDay, history, years } = arrangement;
  const firstYear = yearOf(switchDay) - history;
  const start = dayOf(firstYear, 1, 1);
  const end = dayOf(firstYear + history + years, 1, 1);
  const months: number[] = [];
  for (let day = start; day <= end; day = firstOfNextMonth(day)) months.push(day - switchDay);
  const asked = askedDates(months, every, start, end, switchDay);
  const dates = [...new Set([...months, ...asked])].sort((a, b) => a - b);
  const index = new Map(dates.map((day, i) => [day, i]));
  const towns = arrangement.towns.filter((town) => town.focus).map((town) => town.number);
  return {
    towns,
    places: towns.length + 1,
    groups: arrangement.groups.map((group) => group.name),
    switchDay,
    history,
    years,
    firstYear,
    dates,
    monthly: months.map((day) => index.get(day) as number),
    asked: asked.map((day) => index.get(day) as number),
  };
}

/** Weeks and days are counted from the switch, so that day 0 is among them. */
function askedDates(months: number[], every: Every, start: number, end: number, switchDay: number): number[] {
  if (every === 'month') return months;
  if (every === 'quarter') return months.filter((day) => (dateOf(switchDay + day).month - 1) % 3 === 0);
  const step = every === 'week' ? 7 : 1;
  const days: number[] = [];
  for (let day = Math.ceil((start - switchDay) / step) * step; day <= end - switchDay; day += step) days.push(day);
  return days;
}

/** Periods of a summary in their order: `all` (after the switch), `before`, then calendar years. */
export function periodsOf({ history, years, firstYear }: Layout): string[] {
  const calendar = Array.from({ length: history + years }, (_, year) => String(firstYear + year));
  return history > 0 ? ['all', 'before', ...calendar] : ['all', ...calendar];
}

const n = tallies.length;

/** Sums of a record by period: places × periods × tallies. */
export function byPeriod(byYear: Float64Array, layout: Layout): Float64Array {
  const { places, history, years } = layout;
  const all = history + years;
  const first = history > 0 ? 2 : 1;
  const sums = new Float64Array(places * (first + all) * n);
  for (let place = 0; place < places; place++) {
    const cell = place * (first + all) * n;
    for (let year = 0; year < all; year++) {
      const side = year < history ? 1 : 0;
      for (let tally = 0; tally < n; tally++) {
        const value = byYear[(place * all + year) * n + tally];
        sums[cell + side * n + tally] += value;
        sums[cell + (first + year) * n + tally] = value;
      }
    }
  }
  return sums;
}

/** Lengths at the first of each month: places × months × series. 16 bits where they suffice. */
export function monthlyLengths(lengths: Int32Array, layout: Layout): Uint16Array | Int32Array {
  const { places, dates, monthly } = layout;
  const series = seriesNames.length;
  const kept = new Int32Array(places * monthly.length * series);
  let most = 0;
  let least = 0;
  for (let place = 0; place < places; place++) {
    for (let month = 0; month < monthly.length; month++) {
      const from = (place * dates.length + monthly[month]) * series;
      const to = (place * monthly.length + month) * series;
      for (let i = 0; i < series; i++) {
        const length = lengths[from + i];
        if (length > most) most = length;
        if (length < least) least = length;
        kept[to + i] = length;
      }
    }
  }
  return least >= 0 && most < 65_536 ? Uint16Array.from(kept) : kept;
}
