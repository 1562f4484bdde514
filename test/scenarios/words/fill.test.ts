import { describe, expect, test } from 'vitest';
import { filled } from '../../../scenarios/words/fill.ts';

describe('a text with holes', () => {
  test('is filled, and what is filled in is not read again', () => {
    expect(filled('{a} and {b}', { a: '{b}', b: 2 })).toBe('{b} and 2');
  });

  test('says the first word of a choice of exactly one, whatever its sign, and the second of all else', () => {
    const days = (n: string | number) => filled('{n} {n:day|days}', { n });
    expect(['1', 1, '+1', '−1', -1].map(days)).toEqual(['1 day', '1 day', '+1 day', '−1 day', '-1 day']);
    expect(['0', 2, '11', '1.0', '1,0', '1,000', '1–2'].map(days)).toEqual([
      '0 days',
      '2 days',
      '11 days',
      '1.0 days',
      '1,0 days',
      '1,000 days',
      '1–2 days',
    ]);
  });

  test('may have holes inside the words of a choice', () => {
    const files = (n: number) => filled('{n:the only file|all {n} files} of {place}', { n, place: 'here' });
    expect([files(1), files(3)]).toEqual(['the only file of here', 'all 3 files of here']);
  });

  test('that is not filled is a mistake, in a choice as well', () => {
    expect(() => filled('{n}', {})).toThrow('"{n}" needs "n"');
    expect(() => filled('{n:one|two}', {}, 'numbers')).toThrow('"numbers" needs "n"');
  });
});
