/**
 * Days and dates by whole-number arithmetic. A day is counted from 1 January 1970 (day 0, a Thursday); a moment within
 * a day is the day plus a fraction, and every function takes it for its day. Gregorian throughout, no time zones.
 */

const months = [0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334];

const isLeap = (year: number) => year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);

/** Days before 1 January of a year, counted from 1 January of the year 1. */
function daysBefore(year: number): number {
  const y = year - 1;
  return 365 * y + Math.floor(y / 4) - Math.floor(y / 100) + Math.floor(y / 400);
}

const epoch = daysBefore(1970);

/** The first day of a year. */
export function newYear(year: number): number {
  return daysBefore(year) - epoch;
}

/**
 * The day of a date; months and days count from 1.
 * @throws RangeError when there is no such date
 */
export function dayOf(year: number, month: number, day: number): number {
  const last = month === 12 ? 31 : months[month] - months[month - 1] + (month === 2 && isLeap(year) ? 1 : 0);
  // also false when a part is not a number or no such month
  if (!(day >= 1 && day <= last && year % 1 === 0 && day % 1 === 0)) {
    throw new RangeError(`there is no date ${year}-${month}-${day}`);
  }
  return newYear(year) + months[month - 1] + (month > 2 && isLeap(year) ? 1 : 0) + day - 1;
}

/** The year that a day is in. */
export function yearOf(day: number): number {
  const whole = Math.floor(day);
  // exact or one too late or early: 146,097 days make 400 years
  let year = 1970 + Math.floor((whole * 400) / 146_097);
  while (newYear(year) > whole) year--;
  while (newYear(year + 1) <= whole) year++;
  return year;
}

/** The date of a day; months and days count from 1. */
export function dateOf(day: number): { year: number; month: number; day: number } {
  const year = yearOf(day);
  const left = Math.floor(day) - newYear(year);
  const leap = isLeap(year) ? 1 : 0;
  let month = 12;
  while (months[month - 1] + (month > 2 ? leap : 0) > left) month--;
  return { year, month, day: left - months[month - 1] - (month > 2 ? leap : 0) + 1 };
}

/** The day as yyyy-mm-dd. */
export function iso(day: number): string {
  const date = dateOf(day);
  const two = (n: number) => String(n).padStart(2, '0');
  return `${String(date.year).padStart(4, '0')}-${two(date.month)}-${two(date.day)}`;
}

/** Monday to Friday. Public holidays are not known. */
export function isWorkingDay(day: number): boolean {
  return daysAfterMonday(day) < 5;
}

/** The first working day strictly later: from within a working day the next one. */
export function nextWorkingDay(day: number): number {
  const after = daysAfterMonday(day);
  return Math.floor(day) + (after < 4 ? 1 : 7 - after);
}

/** The first day of the month after a day's. */
export function firstOfNextMonth(day: number): number {
  const { year, month } = dateOf(day);
  return month === 12 ? newYear(year + 1) : dayOf(year, month + 1, 1);
}

function daysAfterMonday(day: number): number {
  const rest = (Math.floor(day) + 3) % 7;
  return rest < 0 ? rest + 7 : rest;
}
