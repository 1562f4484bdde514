import { describe, expect, test } from 'vitest';
import {
  date,
  decimals,
  duration,
  list,
  millions,
  number,
  percent,
  percentRange,
  signed,
} from '../../../scenarios/words/format.ts';

const space = '\u00a0';

describe('numbers as people read them', () => {
  test('English and bokmål differ in thousands, decimals and percent', () => {
    expect(number('en', 20_000)).toBe('20,000');
    expect(number('nb', 20_000)).toBe(`20${space}000`);
    expect(number('nb', 1_234_567.5, 1)).toBe(`1${space}234${space}567,5`);
    expect(number('en', 0.85, 2)).toBe('0.85');
    expect(number('nb', 0.85, 2)).toBe('0,85');
    expect(percent('en', 0.85)).toBe('85%');
    expect(percent('nb', 0.85)).toBe(`85${space}%`);
    expect(percentRange('nb', 0.6, 1)).toBe(`60–100${space}%`);
    expect(percentRange('en', 0.6, 1)).toBe('60–100%');
  });

  test('minus is a minus sign, and nothing is minus zero', () => {
    expect(number('en', -1_234)).toBe('−1,234');
    expect(number('en', -0.04, 1)).toBe('0.0');
    expect(signed('en', 0.04, 1)).toBe('0.0');
    expect(signed('en', 2, 0)).toBe('+2');
    expect(signed('nb', -2.5, 1)).toBe('−2,5');
  });

  test('what is undefined is a dash', () => {
    for (const value of [null, undefined, Number.NaN, Number.POSITIVE_INFINITY]) expect(number('en', value)).toBe('–');
    expect(percent('en', null)).toBe('–');
  });

  test('money in millions', () => {
    expect(millions('en', 12_400_000)).toBe(`NOK${space}12.4${space}million`);
    expect(millions('nb', 12_400_000)).toBe(`12,4${space}mill.${space}kr`);
  });

  test('dates in words', () => {
    const day = Date.UTC(2033, 2, 1) / 86_400_000;
    expect(date('en', day)).toBe('1 March 2033');
    expect(date('nb', day)).toBe('1. mars 2033');
  });

  test('durations for a bar', () => {
    expect(duration(45.4)).toBe(`45${space}s`);
    expect(duration(125)).toBe(`2${space}min${space}05${space}s`);
    expect(duration(-3)).toBe(`0${space}s`);
  });

  test('never more digits than the interval carries', () => {
    expect([12, 1.1, 0.95, 0.9, 0.23, 0.094, 0.01].map((half) => decimals(half))).toEqual([0, 0, 0, 1, 1, 2, 2]);
    expect(decimals(null)).toBe(2);
  });

  test('lists', () => {
    expect(list(['a'], 'and')).toBe('a');
    expect(list(['a', 'b', 'c'], 'og')).toBe('a, b og c');
  });
});
