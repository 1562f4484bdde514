import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { difference } from '../../../../viz/charts/queues/difference.ts';
import { overTime } from '../../../../viz/charts/queues/over-time.ts';
import { queues } from '../../../../viz/charts/queues/queues.ts';
import { ribbon } from '../../../../viz/charts/queues/ribbon.ts';
import {
  dayInFiles,
  dayInWords,
  namedYears,
  newYearOf,
  timeFrame,
  timeScale,
  yearAt,
} from '../../../../viz/charts/queues/time-frame.ts';
import { dateLines } from '../drawn.ts';
import { example, options, phone } from '../time-example.ts';

const days = fc.integer({ min: 0, max: 3653 });
const widths = fc.constantFrom(
  ...[806, 712, 560, 1064].map((width) => ({ width, narrow: false })),
  ...[328, 358, 400].map((width) => ({ width, narrow: true })),
);

describe('the axis of time', () => {
  it('is the same to the pixel in the queue, the difference and the ribbon, on any day and at any width', () => {
    fc.assert(
      fc.property(days, widths, fc.boolean(), (day, room, present) => {
        const asked = { ...options, ...room, day, present };
        const [first, ...others] = [queues, difference, ribbon].map((chart) => chart(example, asked));
        const [at] = dateLines(first.svg);
        for (const { svg, time, width } of others) {
          expect(dateLines(svg)).toEqual([at]);
          expect(time).toEqual(first.time);
          expect(width).toBe(first.width);
        }
        expect(dateLines(overTime(example, asked).svg)).toEqual([at, at, at]);
      }),
      { numRuns: 30 },
    );
  });

  it('turns a place back into the day that stands there', () => {
    const { time, svg } = queues(example, options);
    if (!time) throw new Error('no axis of time');
    const [x] = dateLines(svg);
    const day = time.day0 + ((x - time.x0) / (time.x1 - time.x0)) * (time.day1 - time.day0);
    // a pixel is ten days
    expect(Math.abs(day - options.day)).toBeLessThan(6);
  });

  it('is drawn larger for a room, and a day keeps its place in it', () => {
    const usual = queues(example, { ...options, width: 1000 });
    const large = queues(example, { ...options, width: 1250, present: true });
    expect(large.height).toBe(usual.height * 1.25);
    expect(large.svg).toContain('viewBox="0 0 1000 ');
    expect(large.time).toEqual(usual.time);
  });

  it('names years with room between them, the year of the switch among them', () => {
    fc.assert(
      fc.property(fc.integer({ min: 320, max: 1240 }), (width) => {
        const frame = timeFrame(width, width < 560);
        const years = namedYears(example, frame);
        const scale = timeScale(example, frame);
        const places = years.map((year) => scale(newYearOf(example, year)));
        expect(years).toContain(2027);
        for (const [i, place] of places.slice(1).entries()) expect(place - places[i]).toBeGreaterThan(43);
      }),
    );
  });

  it('names every second year on the wide page, every third on a phone', () => {
    expect(namedYears(example, timeFrame(806, false))).toEqual([2023, 2025, 2027, 2029, 2031, 2033, 2035, 2037]);
    expect(namedYears(example, timeFrame(phone.width, true))).toEqual([2024, 2027, 2030, 2033, 2036]);
  });
});

describe('a day since the switch', () => {
  it('is a date, in words and in files', () => {
    expect(dayInWords(example, 'en', 0)).toBe('1 January 2027');
    expect(dayInWords(example, 'nb', 2251)).toBe('1. mars 2033');
    expect(dayInFiles(example, -1826)).toBe('2022-01-01');
    expect(dayInFiles(example, 2251)).toBe('2033-03-01');
  });

  it('is in a calendar year; the horizon counts to the last one', () => {
    expect([-1826, -1, 0, 364, 365, 3652, 3653].map((day) => yearAt(example, day))).toEqual([
      2022, 2026, 2027, 2027, 2028, 2036, 2036,
    ]);
  });
});
