import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import Papa from 'papaparse';
import { expect, test } from 'vitest';
import { numeral, Table, textOf } from '../../../scenarios/results/table.ts';
import { textFile } from '../../../scenarios/results/text-file.ts';
import { newDirectory } from './result-directory.ts';

test('cells with commas, quotes and line breaks come back as they were', () => {
  const cell = fc.oneof(fc.string(), fc.constantFrom('a,b', 'say "no"', 'two\nlines', 'å,ø', '\r\n', '"'));
  fc.assert(
    fc.property(fc.array(cell, { minLength: 2, maxLength: 5 }), (row) => {
      const { data } = Papa.parse<string[]>(`${textOf(row)}\n`, { delimiter: ',', newline: '\n' });
      expect(data[0]).toEqual(row);
    }),
  );
});

test('every double reads back to itself, and what is undefined is empty', () => {
  fc.assert(
    fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (x) => {
      expect(Number(numeral(x))).toBe(x === 0 ? 0 : x);
      expect(textOf([x, x])).toBe(`${numeral(x)},${numeral(x)}`);
    }),
  );
  expect(textOf([null, Number.NaN, 0.1, -0, 1e21])).toBe(',,0.1,0,1e+21');
});

test('rows stand in the order in which they came, over chunks and with text between', () => {
  const file = join(newDirectory(), 'a.csv');
  const table = new Table(textFile(file), ['i', 'twice']);
  for (let i = 0; i < 12_345; i++) table.add([i, 2 * i]);
  table.addText('x,y\nz,"1,2"\n');
  table.add(['last', null]);
  table.close();
  const { data } = Papa.parse<string[]>(readFileSync(file, 'utf8'));
  expect(data.length).toBe(1 + 12_345 + 2 + 1 + 1);
  expect(data[0]).toEqual(['i', 'twice']);
  for (let i = 0; i < 12_345; i++) if (data[i + 1][1] !== String(2 * i)) throw new Error(`row ${i}: ${data[i + 1]}`);
  expect(data.slice(12_346)).toEqual([['x', 'y'], ['z', '1,2'], ['last', ''], ['']]);
});
