import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { fill } from '../../scenarios/docs/markers.ts';
import { numberOf, pageTable, terminalTable } from './report.ts';
import { row } from './row.ts';

const rows = [
  row('a', 'events', 1.23456, 'million', { atLeast: 2 }),
  row('b', 'time', 1234.5, 'ms', { atMost: 2000 }),
  row('c', 'count', 7, 'events'),
];

it.each<[number, string]>([
  [0.123456, '0.123'],
  [0.000012345, '0.0000123'],
  [2, '2'],
  [99.96, '100'],
  [123.4, '123'],
  [123456.7, '123,457'],
  [-1.005, '-1'],
  [Number.NaN, 'not measured'],
  [Number.POSITIVE_INFINITY, 'not measured'],
])('writes %d as %s', (value, text) => {
  expect(numberOf(value)).toBe(text);
});

it('says of each row with an aim whether it is met', () => {
  expect(rows.map(({ meets }) => meets)).toEqual([false, true, null]);
});

it('takes the aim itself for met, and what was not measured for not met', () => {
  expect(row('a', '', 2, '', { atLeast: 2 }).meets).toBe(true);
  expect(row('a', '', 2, '', { atMost: 2 }).meets).toBe(true);
  expect(row('a', '', Number.NaN, '', { atLeast: 2 }).meets).toBe(false);
  expect(row('a', '', Number.NaN, '', { atMost: 2 }).meets).toBe(false);
});

it('puts the columns of a terminal under one another', () => {
  expect(terminalTable(rows).split('\n')).toEqual([
    'events   1.23  million  at least 2     does not',
    'time    1,235  ms       at most 2,000  meets the aim',
    'count       7  events',
  ]);
});

it('writes a page with the machine, the day and every row', () => {
  const machine = { processor: 'one processor', cores: 1, node: 'v22.0.0' };
  expect(pageTable({ machine, rows }, '2027-01-01').split('\n')).toEqual([
    'Measured on 2027-01-01: one processor, 1 core, Node v22.0.0.',
    '',
    '| measured | value | unit | aim |  |',
    '| --- | ---: | --- | --- | --- |',
    '| events | 1.23 | million | at least 2 | does not |',
    '| time | 1,235 | ms | at most 2,000 | meets the aim |',
    '| count | 7 | events |  |  |',
  ]);
});

it('finds the place for the table in docs/performance.md', () => {
  const page = readFileSync('docs/performance.md', 'utf8');
  expect(fill(page, 'table', 'a table')).toContain('<!-- begin table -->\n\na table\n\n<!-- end table -->');
});
