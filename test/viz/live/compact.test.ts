import { describe, expect, test } from 'vitest';
import { bytesOf, compact, narrow, whole } from '../../../viz/live/compact.ts';

const counted = (length: number, different: number) => Float64Array.from({ length }, (_, i) => (i % different) + 0.5);

describe('numbers kept small', () => {
  test.each([
    ['nothing', new Float64Array(0)],
    ['one', Float64Array.of(3.25)],
    [
      'fractions, nothing and endless',
      Float64Array.of(0.1, 0.1, Number.NaN, Number.NaN, -7, Infinity, 0.1, 0.1, 0.1, -7),
    ],
    ['few that are different', counted(1_000, 4)],
    ['256', counted(1_000, 256)],
    ['257', counted(1_000, 257)],
    ['all different', counted(1_000, 1_000)],
    ['counts', Uint32Array.from({ length: 900 }, (_, i) => 4_294_967_295 - (i % 7))],
    ['whole numbers below 0', Int32Array.from({ length: 900 }, (_, i) => (i % 7) - 3)],
  ])('are the same again: %s', (_, values) => {
    expect(whole(compact(values))).toEqual(values);
  });

  test('take a byte each where up to 256 are different, two where more, and never more room than before', () => {
    expect(bytesOf(compact(counted(1_000, 256)))).toBe(256 * 8 + 1_000);
    expect(bytesOf(compact(counted(1_000, 257)))).toBe(257 * 8 + 2_000);
    expect(bytesOf(compact(counted(1_000, 1_000)))).toBe(8_000);
  });

  test('places take as many bytes as the last of them needs', () => {
    expect(narrow(Uint32Array.of(0, 255), 256)).toEqual(Uint8Array.of(0, 255));
    expect(narrow(Uint32Array.of(0, 256), 257)).toEqual(Uint16Array.of(0, 256));
    expect(narrow(Uint32Array.of(0, 65_535), 65_536)).toEqual(Uint16Array.of(0, 65_535));
    expect(narrow(Uint32Array.of(0, 65_536), 65_537)).toEqual(Uint32Array.of(0, 65_536));
  });
});
