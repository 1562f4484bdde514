import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { csvDifference, jsonDifference } from '../../../scenarios/results/first-difference.ts';

const room = mkdtempSync(join(tmpdir(), 'forlop-difference-'));

function between(before: string, after: string, compare = csvDifference) {
  const [a, b] = [join(room, 'a'), join(room, 'b')];
  writeFileSync(a, before);
  writeFileSync(b, after);
  return compare(a, b);
}

const table = 'place,source,value\nsmall,"two\nlines, a comma and a ""quote""",1.5\nlarge,plain,2\n';

describe('the first difference of two tables', () => {
  test('is none where all bytes are the same', () => {
    expect(between(table, table)).toBeNull();
    expect(between('', '')).toBeNull();
  });

  test('is named by the line on which its row begins and by its column', () => {
    expect(between(table, table.replace('large,plain,2', 'large,plain,2.5'))).toEqual({
      line: 4,
      column: 'value',
      before: '2',
      after: '2.5',
      row: ['large', 'plain'],
    });
    // the row of a quoted newline is one row
    expect(between(table, table.replace('1.5', '1.6'))).toMatchObject({ line: 2, column: 'value', before: '1.5' });
    expect(between(table, table.replace('lines', 'rows'))).toMatchObject({ line: 2, column: 'source' });
  });

  test('is a row that one of them lacks', () => {
    const short = table.replace('large,plain,2\n', '');
    expect(between(table, short)).toMatchObject({ line: 4, column: 'place', before: 'large', after: null });
    expect(between(short, table)).toMatchObject({ line: 4, column: 'place', before: null, after: 'large' });
  });

  test('is a column that one of them lacks', () => {
    expect(between('a,b\n1,2\n', 'a\n1\n')).toMatchObject({ line: 1, column: 'b', before: 'b', after: null });
  });

  test('is no value where only line ends or quotes differ', () => {
    expect(between('a,b\n1,2\n', 'a,b\r\n1,2\r\n')).toMatchObject({ line: 1, column: null });
    expect(between('a,b\n1,2\n', 'a,b\n1,"2"\n')).toMatchObject({ line: 2, column: null });
    expect(between('a,b\n1,2\n', 'a,b\n1,2')).toMatchObject({ line: 2, column: null });
  });

  test('is found wherever it stands, in files longer than what is read at a time', () => {
    const rows = Array.from({ length: 150_000 }, (_, i) => `medium,${i},${i / 7}`);
    const header = 'scenario,row,value';
    fc.assert(
      fc.property(fc.nat({ max: rows.length - 1 }), (at) => {
        const changed = rows.with(at, `medium,${at},0.1`);
        expect(between([header, ...rows, ''].join('\n'), [header, ...changed, ''].join('\n'))).toEqual({
          line: at + 2,
          column: 'value',
          before: String(at / 7),
          after: '0.1',
          row: ['medium', String(at)],
        });
      }),
      { numRuns: 8, examples: [[0], [rows.length - 1]] },
    );
  });
});

describe('the first difference of two JSON files', () => {
  const compare = (a: string, b: string) => jsonDifference(a, b, ['time']);

  test('is a key, whatever the order of keys, but for those left out', () => {
    expect(between('{"a":1,"b":{"c":2,"d":3},"time":1}', '{"b":{"d":3,"c":2},"a":1}', compare)).toBeNull();
    expect(between('{"a":1,"b":{"c":2}}', '{"a":1,"b":{"c":4}}', compare)).toEqual({
      line: null,
      column: 'b',
      before: '{"c":2}',
      after: '{"c":4}',
      row: [],
    });
    expect(between('{"a":1}', '{}', compare)).toMatchObject({ column: 'a', before: '1', after: null });
  });
});
