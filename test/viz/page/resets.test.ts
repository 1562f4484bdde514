import { describe, expect, it } from 'vitest';
import type { Resettable } from '../../../viz/page/panel/resets.ts';
import { isWithoutChange, resetsOf } from '../../../viz/page/panel/resets.ts';

const untouched: Resettable = {
  now: 13.5,
  valueInBase: 13.5,
  valueByDefault: 13.5,
  isOfPolicy: false,
  isChanged: false,
  fixed: null,
};
const of = (setting: Partial<Resettable>, letter = 'B') =>
  resetsOf({ ...untouched, ...setting }, letter).map(
    ({ to, value, isUndo }) => `${to} ${value}${isUndo ? ' undo' : ''}`,
  );

describe('ways back', () => {
  it('are none where nothing is changed, or nothing can be', () => {
    expect(of({})).toEqual([]);
    expect(of({}, 'A')).toEqual([]);
    expect(of({ now: 20, isChanged: true, fixed: 'only at the start' })).toEqual([]);
  });

  it('lead to A once, where A is as by default', () => {
    expect(of({ now: 20, isChanged: true })).toEqual(['base 13.5 undo']);
    expect(of({ now: 20, isOfPolicy: true })).toEqual(['base 13.5']);
    expect(of({ now: 20, isOfPolicy: true, isChanged: true })).toEqual(['base 13.5', 'own null undo']);
  });

  it('lead to A and to the default, where A is changed or its policy says otherwise', () => {
    expect(of({ now: 20, valueInBase: 15, isChanged: true })).toEqual(['base 15', 'default 13.5 undo']);
    expect(of({ now: 20, valueInBase: 15, isOfPolicy: true })).toEqual(['base 15', 'default 13.5']);
    expect(of({ now: 15, valueInBase: 15, isChanged: true })).toEqual(['default 13.5 undo']);
    // as by default itself: only A is elsewhere
    expect(of({ now: 13.5, valueInBase: 15 })).toEqual(['base 15']);
  });

  it('lead from A to its default, and to what its policy says', () => {
    expect(of({ now: 20, valueInBase: 20, isChanged: true }, 'A')).toEqual(['default 13.5 undo']);
    expect(of({ now: 20, valueInBase: 20, isOfPolicy: true, isChanged: true }, 'A')).toEqual([
      'default 13.5',
      'own null undo',
    ]);
  });

  it('take a change back where the default is left to the municipality, or was set by hand', () => {
    const drawn = { valueByDefault: null, valueInBase: null, now: 0.8, isChanged: true };
    expect(of(drawn)).toEqual(['own null undo']);
    expect(of({ isChanged: true })).toEqual(['own null undo']);
  });
});

it('a value is no change where no policy says otherwise and it is the default', () => {
  expect(isWithoutChange(untouched, 13.5)).toBe(true);
  expect(isWithoutChange(untouched, 13.6)).toBe(false);
  expect(isWithoutChange({ ...untouched, isOfPolicy: true }, 13.5)).toBe(false);
});
