/** The time axis that all charts over time share to the pixel, and days as people and files write them. */
import { scaleLinear } from 'd3';
import { iso, newYear, yearOf } from '../../../model/kernel/calendar.ts';
import { date } from '../../../scenarios/words/format.ts';
import type { Language } from '../../../scenarios/words/words.ts';
import type { Result } from '../../result/result.ts';
import type { TimeAxis } from '../chart.ts';
import { label, type Svg } from '../svg.ts';
import { colour } from '../theme.ts';

/** Where a chart over time has its axis, in pixels. */
export interface TimeFrame {
  width: number;
  narrow: boolean;
  /** The first and the last day. */
  left: number;
  right: number;
  /** Labels at the end of lines: their left edge and how wide they may be. */
  ends: number;
  endWidth: number;
  /** Size of what is written on axes and in the picture. */
  axisType: number;
}

/** The frame of a picture so wide: nothing but the width and the screen decide it, so that the charts stand under each other. */
export function timeFrame(width: number, narrow: boolean): TimeFrame {
  const left = narrow ? 33 : 46;
  const endWidth = narrow ? 52 : 200;
  const ends = width - endWidth;
  return { width, narrow, left, right: ends - (narrow ? 8 : 12), ends, endWidth, axisType: narrow ? 12.5 : 13 };
}

export type TimeScale = ((day: number) => number) & { day0: number; day1: number };

/** Days since the switch → pixels. */
export function timeScale({ days }: Result, { left, right }: TimeFrame): TimeScale {
  const day0 = days[0];
  const day1 = days[days.length - 1];
  const scale = scaleLinear([day0, day1], [left, right]);
  return Object.assign((day: number) => scale(day), { day0, day1 });
}

export function timeAxis({ day0, day1 }: TimeScale, { left, right }: TimeFrame): TimeAxis {
  return { x0: left, x1: right, day0, day1 };
}

/** The switch in days since 1970-01-01: the first day of a result is a new year. */
export function switchDay({ findings, days }: Result): number {
  return newYear(findings.switchYear - findings.history) - days[0];
}

/** A day since the switch in words: `1 March 2033`. */
export function dayInWords(result: Result, lang: Language, day: number): string {
  return date(lang, switchDay(result) + day);
}

/** The same as a file has it: `2033-03-01`. */
export function dayInFiles(result: Result, day: number): string {
  return iso(switchDay(result) + day);
}

/** The calendar year that a day since the switch is in; the horizon, a new year that nobody lives, counts to the last year. */
export function yearAt(result: Result, day: number): number {
  const last = result.days[result.days.length - 1];
  return yearOf(switchDay(result) + Math.min(day, last - 1));
}

/** 1 January of a year, in days since the switch. */
export function newYearOf(result: Result, year: number): number {
  return newYear(year) - switchDay(result);
}

/** Years apart that axes are labelled at. */
const steps = [1, 2, 3, 5, 10, 20, 50];

/** The new years that are named on the axis: evenly apart with room between them, the switch's year among them. */
export function namedYears(result: Result, frame: TimeFrame): number[] {
  const { findings } = result;
  const first = findings.switchYear - findings.history;
  const last = yearAt(result, Number.POSITIVE_INFINITY) + 1;
  const perYear = (frame.right - frame.left) / (last - first);
  const room = frame.narrow ? 44 : 56;
  const step = steps.find((years) => years * perYear >= room) ?? last - first;
  const years: number[] = [];
  for (let year = first; year <= last; year++) if ((year - findings.switchYear) % step === 0) years.push(year);
  return years;
}

/** Names of years under an axis, each under its new year. */
export function yearLabels(result: Result, frame: TimeFrame, scale: TimeScale, baseline: number): Svg {
  return namedYears(result, frame).map((year) =>
    label(String(year), {
      x: scale(newYearOf(result, year)),
      y: baseline,
      'text-anchor': 'middle',
      'font-size': frame.axisType,
      fill: colour('secondary'),
    }),
  );
}
