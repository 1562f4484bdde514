import { describe, expect, test } from 'vitest';
import * as calendar from '../../../model/kernel/calendar.ts';

const { dateOf, dayOf, firstOfNextMonth, isWorkingDay, iso, newYear, nextWorkingDay, yearOf } = calendar;
const dayLength = 86_400_000;

describe('the calendar', () => {
  test('agrees with Date on every day from 1990 to 2060', () => {
    for (let day = Date.UTC(1990, 0, 1) / dayLength; day <= Date.UTC(2060, 11, 31) / dayLength; day++) {
      const date = new Date(day * dayLength);
      const [year, month, of] = [date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate()];
      const weekday = date.getUTCDay();
      if (dayOf(year, month, of) !== day) expect.fail(`dayOf ${iso(day)}`);
      const given = dateOf(day);
      if (given.year !== year || given.month !== month || given.day !== of) expect.fail(`dateOf ${iso(day)}`);
      if (iso(day) !== date.toISOString().slice(0, 10)) expect.fail(`iso ${iso(day)}`);
      if (yearOf(day) !== year || yearOf(day + 0.999) !== year) expect.fail(`yearOf ${iso(day)}`);
      if (isWorkingDay(day) !== (weekday >= 1 && weekday <= 5)) expect.fail(`isWorkingDay ${iso(day)}`);
      const next = day + (weekday === 5 ? 3 : weekday === 6 ? 2 : 1);
      if (nextWorkingDay(day) !== next || nextWorkingDay(day + 0.5) !== next) expect.fail(`nextWorkingDay ${iso(day)}`);
      const first = Date.UTC(year, month, 1) / dayLength;
      if (firstOfNextMonth(day) !== first) expect.fail(`firstOfNextMonth ${iso(day)}`);
      if (newYear(year) !== Date.UTC(year, 0, 1) / dayLength) expect.fail(`newYear ${year}`);
    }
  });

  test('begins on a Thursday, and knows the centuries and days before it', () => {
    expect(iso(0)).toBe('1970-01-01');
    expect(isWorkingDay(0)).toBe(true);
    expect(nextWorkingDay(1)).toBe(4);
    expect(iso(-1)).toBe('1969-12-31');
    expect(isWorkingDay(-5)).toBe(false);
    for (const year of [1600, 1700, 1900, 2000, 2100, 2400]) {
      expect(newYear(year) * dayLength).toBe(Date.UTC(year, 0, 1));
      expect(dayOf(year, 3, 1) * dayLength).toBe(Date.UTC(year, 2, 1));
      expect(dateOf(newYear(year) - 1)).toEqual({ year: year - 1, month: 12, day: 31 });
    }
  });

  test('knows the first and the last day of every year from 1601 to 2400', () => {
    for (let year = 1601; year <= 2400; year++) {
      const first = Date.UTC(year, 0, 1) / dayLength;
      expect([yearOf(first - 1), yearOf(first)]).toEqual([year - 1, year]);
    }
  });

  test('writes a year with four digits', () => {
    expect(iso(newYear(814))).toBe('0814-01-01');
  });

  test('refuses dates that do not exist', () => {
    for (const [year, month, day] of [
      [2027, 2, 29],
      [2026, 4, 31],
      [2026, 0, 1],
      [2026, 13, 1],
      [2026, 1, 0],
      [2028, 4, 31],
      [2026.5, 1, 1],
      [2026, 1.5, 1],
      [2026, 1, 1.5],
      [2026, 1, NaN],
    ]) {
      expect(() => dayOf(year, month, day), `${year}-${month}-${day}`).toThrow(`no date ${year}-${month}-${day}`);
    }
    expect(iso(dayOf(2028, 2, 29))).toBe('2028-02-29');
  });
});
