import fc from 'fast-check';
import { expect, test } from 'vitest';
import { digest, Fnv1a } from '../../../../scenarios/experiment/statistics/digest.ts';

const fnv = (text: string) => {
  const hash = new Fnv1a();
  hash.text(text);
  return hash.hex;
};

test('the hash is FNV-1a, 64 bits, as its authors print it', () => {
  // draft-eastlake-fnv, test vectors
  expect(fnv('')).toBe('cbf29ce484222325');
  expect(fnv('a')).toBe('af63dc4c8601ec8c');
  expect(fnv('foobar')).toBe('85944171f73967e8');
});

test('the hash is the one that whole numbers without limit give', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      let h = 0xcbf29ce484222325n;
      for (const byte of new TextEncoder().encode(text))
        h = ((h ^ BigInt(byte)) * 0x100000001b3n) & 0xffffffffffffffffn;
      expect(fnv(text)).toBe(h.toString(16).padStart(16, '0'));
    }),
  );
});

test('a digest knows values, kinds and order apart', () => {
  const lists = [
    [],
    [''],
    [0],
    ['0'],
    [12],
    [1, 2],
    ['1', '2'],
    ['12'],
    ['1', 2],
    [2, 1],
    [0.1],
    [0.1 + 1e-18],
    [0.30000000000000004],
    [0.3],
    ['å'],
  ];
  const seen = lists.map((list) => digest(list));
  expect(new Set(seen).size).toBe(lists.length - 1);
  expect(digest([0.1])).toBe(digest([0.1 + 1e-18]));
  expect(digest([-0])).toBe(digest([0]));
  for (const hex of seen) expect(hex).toMatch(/^[0-9a-f]{16}$/);
  expect(digest(Float64Array.of(1.5, Number.NaN, 1e300))).toBe(digest([1.5, Number.NaN, 1e300]));
});
