import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addressOf, questionAt, readAddress, viewEntries, viewFrom } from '../../../viz/page/address.ts';
import { preferredLanguage } from '../../../viz/page/language.ts';
import { questionOf, withoutScenario } from '../../../viz/page/question-steps.ts';
import type { View } from '../../../viz/page/state.ts';
import {
  firstView,
  monthOf,
  nearestDay,
  queues,
  settled,
  startDay,
  steppedDay,
  steppedFocus,
} from '../../../viz/page/state.ts';
import type { Question } from '../../../viz/question/question.ts';
import { lettersOf } from '../../../viz/question/question.ts';
import { unpack } from '../../../viz/result/pack.ts';

const result = unpack(readFileSync('viz/example/medium.json', 'utf8'));
const { days } = result;
const home = questionOf(result.findings) as Question;

describe('the date', () => {
  it('stands on 1 March six years after the switch when the page opens', () => {
    expect(monthOf(result, startDay(result))).toEqual({ year: 2033, month: 2 });
  });

  it('moves by months and years, from the first to the last day', () => {
    const day = startDay(result);
    expect(monthOf(result, steppedDay(days, day, 1))).toEqual({ year: 2033, month: 3 });
    expect(monthOf(result, steppedDay(days, day, -12))).toEqual({ year: 2032, month: 2 });
    expect(steppedDay(days, day, 10_000)).toBe(days[days.length - 1]);
    expect(steppedDay(days, day, -10_000)).toBe(days[0]);
  });

  it('steps from within a month to its neighbours', () => {
    expect(monthOf(result, steppedDay(days, startDay(result) + 17, -1))).toEqual({ year: 2033, month: 1 });
  });

  it('is drawn to the first of the nearest month', () => {
    const day = startDay(result);
    expect(nearestDay(days, day + 3)).toBe(day);
    expect(nearestDay(days, day + 28)).toBe(day + 31);
  });

  it('keeps within the run whatever a link says', () => {
    expect(settled({ ...firstView, day: 999_999 }, result).day).toBe(days[days.length - 1]);
    expect(settled({ ...firstView, day: -999_999 }, result).day).toBe(days[0]);
  });
});

describe('the focus', () => {
  it('is the first alternative, and stops at both ends', () => {
    expect(settled(firstView, result)).toMatchObject({ focus: 'B', scenario: 'medium+framework:passed-on' });
    expect(steppedFocus(result, 'A', -1)).toBe('A');
    expect(steppedFocus(result, 'B', 1)).toBe('C');
    expect(steppedFocus(result, 'C', 1)).toBe('C');
  });

  it('falls back where a link asks for a scenario that is not there', () => {
    expect(settled({ ...firstView, focus: 'D' }, result).focus).toBe('B');
  });

  it('of the municipality falls back to the town in focus', () => {
    expect(settled({ ...firstView, municipality: 'nowhere' }, result).municipality).toBe('medium-1');
    expect(settled({ ...firstView, municipality: 'provider' }, result).municipality).toBe('provider');
  });
});

describe('the link', () => {
  const views: fc.Arbitrary<View> = fc.record({
    lang: fc.constantFrom('en', 'nb'),
    theme: fc.constantFrom('auto', 'light', 'dark'),
    focus: fc.constantFrom('A', 'B', 'C', 'D'),
    day: fc.option(fc.integer({ min: -2000, max: 8000 })),
    municipality: fc.option(fc.constantFrom('medium-1', 'provider', '0301', 'Å & Ås=1')),
    queue: fc.constantFrom(...queues),
    singles: fc.boolean(),
    multiples: fc.boolean(),
    person: fc.option(fc.stringMatching(/^\d{1,6}$/)),
    present: fc.boolean(),
    panel: fc.boolean(),
  });

  it('brings back every view', () => {
    fc.assert(
      fc.property(views, (view) => {
        for (const question of [null, home]) {
          expect(viewFrom(readAddress(`#${addressOf(question, view)}`).view)).toEqual(view);
        }
      }),
    );
  });

  it('names only the language where the page begins', () => {
    expect(viewEntries(firstView)).toEqual({ lang: 'en' });
  });

  it('leaves out what it does not understand', () => {
    const { view, ignored } = readAddress('#lang=fr&focus=Z&day=soon&queue=cinema&theme=pink&colour=red');
    expect(viewFrom(view)).toEqual(firstView);
    expect(ignored).toEqual(['colour']);
  });

  it('asks what is answered on arrival where it says the same or nothing', () => {
    expect(questionAt('#lang=nb&focus=C', home)).toBe(home);
    expect(questionAt(`#${addressOf(home, firstView)}`, home)).toBe(home);
    expect(questionAt('#place=small&B=more-beds', home)).toMatchObject({ place: 'small' });
    expect(questionAt('#place=small', null)).toBeNull();
  });

  it('keeps the letters of those who stay when one is taken away', () => {
    const asked = questionAt(`#${addressOf(withoutScenario(home, 'B'), firstView)}`, home);
    expect(asked && lettersOf(asked)).toEqual(['A', 'C']);
  });

  it('holds only the view where the question needs a file', () => {
    const fromFile = { ...home, files: { 'our-town.yaml': 'place: our-town' } };
    expect(addressOf(fromFile, firstView)).toBe('lang=en');
  });
});

describe('the language', () => {
  it('is bokmål for those who ask for Norwegian before English', () => {
    expect(preferredLanguage(['nb-NO', 'en'])).toBe('nb');
    expect(preferredLanguage(['nn'])).toBe('nb');
    expect(preferredLanguage(['en-GB', 'nb'])).toBe('en');
    expect(preferredLanguage(['de', 'no'])).toBe('nb');
    expect(preferredLanguage(['de'])).toBe('en');
  });
});
