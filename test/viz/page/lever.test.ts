import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { csvText } from '../../../viz/page/csv-text.ts';
import { numberTyped } from '../../../viz/page/panel/number-typed.ts';
import { niceStep, trackOf } from '../../../viz/page/panel/track.ts';

describe('the track of a lever', () => {
  it('steps by 1, 2 or 5 times a power of ten', () => {
    expect(niceStep(0.7)).toBe(0.5);
    expect(niceStep(3)).toBe(2);
    expect(niceStep(1)).toBe(1);
    expect(niceStep(0.004)).toBe(0.002);
  });

  const free = { min: 0, max: 10_000, isWhole: false };

  it('holds the plausible range, the value and the value of A, and stays within what the model takes', () => {
    const number = fc.double({ min: 0, max: 1000, noNaN: true });
    fc.assert(
      fc.property(number, number, number, number, (a, b, now, valueInBase) => {
        const [low, high] = [Math.min(a, b), Math.max(a, b)];
        const { from, to, step } = trackOf({ ...free, low, high, now, valueInBase });
        const slack = 1e-6 * Math.max(1, to);
        expect(from).toBeGreaterThanOrEqual(0);
        expect(to).toBeLessThanOrEqual(10_000);
        for (const it of [now, valueInBase, ...(low < high ? [low, high] : [])]) {
          expect(it).toBeGreaterThanOrEqual(from - slack);
          expect(it).toBeLessThanOrEqual(to + slack);
        }
        expect(step).toBeGreaterThan(0);
      }),
    );
  });

  it('needs no value in A and no range', () => {
    const { from, to } = trackOf({ ...free, low: null, high: null, now: 1, valueInBase: null });
    expect([from, to]).toEqual([0, 2]);
  });

  it('ends at 100% for a share that can be no more', () => {
    expect(trackOf({ ...free, max: 1, low: 0.6, high: 1, now: 0.85, valueInBase: 0.85 }).to).toBe(1);
  });

  it('goes by whole numbers where others make no sense', () => {
    expect(trackOf({ ...free, isWhole: true, low: 1, high: 3, now: 2, valueInBase: 2 }).step).toBe(1);
  });
});

describe('a number that is typed', () => {
  it('is read as each language writes it', () => {
    expect(numberTyped('1,5', 'nb')).toBe(1.5);
    expect(numberTyped('1.5', 'en')).toBe(1.5);
    expect(numberTyped('20\u00a0000', 'nb')).toBe(20_000);
    expect(numberTyped('20,000', 'en')).toBe(20_000);
    expect(numberTyped('85 %', 'nb')).toBe(85);
    expect(numberTyped('−2', 'en')).toBe(-2);
  });

  it('is none where there is no number', () => {
    for (const text of ['', ' ', 'many', '1,2,3', '--1', '0x10', '1e5', '.', 'Infinity', '9'.repeat(400)])
      expect(numberTyped(text, 'nb')).toBeNull();
  });
});

describe('data of a chart', () => {
  it('are quoted only where they must be, and empty where undefined', () => {
    expect(
      csvText([
        ['a', 'b'],
        ['x,y', 1.5],
        ['say "no"', null],
      ]),
    ).toBe('a,b\n"x,y",1.5\n"say ""no""",\n');
  });
});
