import { expect, it } from 'vitest';
import { compareRuns, comparisonText } from './compare.ts';
import type { Machine, Run } from './report.ts';
import type { Row } from './row.ts';
import { row } from './row.ts';

const here: Machine = { processor: 'one processor', cores: 2, node: 'v22.0.0' };
const runOf = (rows: Row[], machine: Machine = here): Run => ({ machine, rows });

const earlier = runOf([
  row('a', 'events', 2, 'million', { atLeast: 2 }),
  row('b', 'time', 8, 's', { atMost: 5 }),
  row('c', 'count', 10, ''),
  row('gone', 'no longer measured', 1, ''),
]);
const now = runOf([
  row('b', 'time', 4, 's', { atMost: 5 }),
  row('a', 'events', 1, 'million', { atLeast: 2 }),
  row('c', 'count', 20, ''),
  row('new', 'measured since', 1, ''),
]);

it('divides each row by the row of the same key, wherever it stands', () => {
  expect(compareRuns(now, earlier).rows.map(({ key, ratio }) => [key, ratio])).toEqual([
    ['b', 0.5],
    ['a', 0.5],
    ['c', 2],
  ]);
});

it('takes less time and more events for better, and does not judge a row without an aim', () => {
  const better = compareRuns(now, earlier).rows.map((compared) => compared.better);
  expect(better).toEqual([true, false, null]);
  expect(compareRuns(earlier, now).rows.map((compared) => compared.better)).toEqual([true, false, null]);
});

it('finds a run neither better nor worse than itself', () => {
  const { rows, warnings, onlyNow, onlyEarlier } = compareRuns(now, now);
  expect(rows.map(({ ratio }) => ratio)).toEqual([1, 1, 1, 1]);
  expect(rows.map(({ better }) => better)).toEqual([null, null, null, null]);
  expect([warnings, onlyNow, onlyEarlier]).toEqual([[], [], []]);
});

it('names the rows that only one of the runs has', () => {
  const { onlyNow, onlyEarlier } = compareRuns(now, earlier);
  expect([onlyNow, onlyEarlier]).toEqual([['new'], ['gone']]);
});

it.each<[string, Partial<Machine>, RegExp[]]>([
  ['processor', { processor: 'another processor' }, [/another machine.*another processor/]],
  ['number of cores', { cores: 4 }, [/another machine.*4 cores/]],
  ['Node', { node: 'v20.0.0' }, [/another Node: now v22\.0\.0, earlier v20\.0\.0/]],
  ['processor and Node', { processor: 'another', node: 'v20.0.0' }, [/another machine/, /another Node/]],
])('warns when the %s is another', (_, other, says) => {
  const { warnings } = compareRuns(now, runOf(earlier.rows, { ...here, ...other }));
  expect(warnings).toHaveLength(says.length);
  says.forEach((pattern, i) => {
    expect(warnings[i]).toMatch(pattern);
  });
});

it('puts warnings first, then a line for each row with ratio and verdict', () => {
  const comparison = compareRuns(now, runOf(earlier.rows, { ...here, node: 'v20.0.0' }));
  expect(comparisonText(comparison).split('\n')).toEqual([
    'Warning: another Node: now v22.0.0, earlier v20.0.0',
    'now / earlier',
    'time             0.5  better',
    'events           0.5  worse',
    'count              2',
    'only now: new',
    'only earlier: gone',
  ]);
});
