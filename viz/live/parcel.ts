/**
 * Results as they go from the analyst to the page: rows as columns and series in one piece each, since taking apart tens of
 * thousands of objects would hold the page up.
 */
import { catalogue } from '../../scenarios/experiment/catalogue.ts';
import type { Findings } from '../../scenarios/experiment/findings.ts';
import { lazily } from '../result/lazily.ts';
import type { Result } from '../result/result.ts';

/** A column: texts that repeat, numbers (NaN for null), or what else there is. */
type Column =
  | { kind: 'texts'; texts: string[]; at: Uint32Array }
  | { kind: 'numbers'; values: Float64Array }
  | { kind: 'series'; values: Float64Array; length: number }
  | { kind: 'any'; values: unknown[] };

export interface Columns {
  rows: number;
  columns: [name: string, column: Column][];
}

/** Parts of a result, and of findings, that are lists of many alike objects. */
const listed = ['bands', 'singles', 'flows', 'capacity', 'waits'] as const;
const listedFindings = ['estimates', 'comparisons', 'hinges', 'breakeven', 'series'] as const;

export interface Parcel {
  days: number[];
  middle: { replication: number | null; moves: Columns };
  lists: Record<(typeof listed)[number], Columns>;
  findings: Omit<Findings, 'catalogue' | (typeof listedFindings)[number]>;
  findingLists: Record<(typeof listedFindings)[number], Columns>;
}

/** The catalogue of measures is left out: it is the program's. */
export function wrap({ findings, days, middle, ...result }: Result): Parcel {
  const { catalogue: _, estimates, comparisons, hinges, breakeven, series, ...said } = findings;
  const tables = <Name extends string>(lists: Record<Name, object[]>): Record<Name, Columns> =>
    Object.fromEntries(Object.entries<object[]>(lists).map(([name, rows]) => [name, tableOf(rows)])) as never;
  return {
    days,
    middle: { ...middle, moves: tableOf(middle.moves) },
    lists: tables(result),
    findings: said,
    findingLists: tables({ estimates, comparisons, hinges, breakeven, series }),
  };
}

/** Rows are taken apart when somebody first looks at them: all at once they would hold the page up. */
export function unwrap({ findings, days, middle, lists, findingLists }: Parcel): Result {
  const said = lazily({ ...findings, catalogue: catalogue() }, findingLists, rowsOnce) as unknown as Findings;
  const future = lazily({ replication: middle.replication }, { moves: middle.moves }, rowsOnce);
  return lazily({ days, middle: future, findings: said }, lists, rowsOnce) as unknown as Result;
}

/** Rows that were taken apart, so that a result that comes once more with another part shares all others. */
const opened = new WeakMap<Columns, unknown[]>();

function rowsOnce(table: Columns): unknown[] {
  const rows = opened.get(table) ?? rowsOf(table);
  opened.set(table, rows);
  return rows;
}

export function tableOf(rows: readonly object[]): Columns {
  const names = rows.length === 0 ? [] : Object.keys(rows[0]);
  return {
    rows: rows.length,
    columns: names.map((name) => [name, columnOf(rows.map((row) => (row as Record<string, unknown>)[name]))]),
  };
}

function columnOf(values: unknown[]): Column {
  return textsOf(values) ?? numbersOf(values) ?? seriesOf(values) ?? { kind: 'any', values };
}

/** Null where there is anything but numbers and null. NaN is no null: a column that has any goes as it is. */
function numbersOf(values: readonly unknown[]): Column | null {
  const numbers = new Float64Array(values.length);
  for (let row = 0; row < values.length; row++) {
    const value = values[row];
    if (value !== null && (typeof value !== 'number' || Number.isNaN(value))) return null;
    numbers[row] = value ?? Number.NaN;
  }
  return { kind: 'numbers', values: numbers };
}

/** Null where there is anything but lists of numbers, all of one length. */
function seriesOf(values: readonly unknown[]): Column | null {
  const [first] = values;
  if (!Array.isArray(first) || first.length === 0) return null;
  const { length } = first;
  const all = new Float64Array(values.length * length);
  for (let row = 0; row < values.length; row++) {
    const value = values[row];
    if (!Array.isArray(value) || value.length !== length) return null;
    for (let i = 0; i < length; i++) {
      if (typeof value[i] !== 'number') return null;
      all[row * length + i] = value[i];
    }
  }
  return { kind: 'series', values: all, length };
}

/** Null where there is anything but texts. */
function textsOf(values: readonly unknown[]): Column | null {
  const index = new Map<string, number>();
  const at = new Uint32Array(values.length);
  for (let row = 0; row < values.length; row++) {
    const value = values[row];
    if (typeof value !== 'string') return null;
    let known = index.get(value);
    if (known === undefined) {
      known = index.size;
      index.set(value, known);
    }
    at[row] = known;
  }
  return { kind: 'texts', texts: [...index.keys()], at };
}

export function rowsOf<Row>({ rows, columns }: Columns): Row[] {
  const made: Record<string, unknown>[] = [];
  for (let row = 0; row < rows; row++) {
    const one: Record<string, unknown> = {};
    for (let i = 0; i < columns.length; i++) one[columns[i][0]] = valueAt(columns[i][1], row);
    made.push(one);
  }
  return made as Row[];
}

function valueAt(column: Column, row: number): unknown {
  switch (column.kind) {
    case 'texts':
      return column.texts[column.at[row]];
    case 'numbers': {
      const value = column.values[row];
      return Number.isNaN(value) ? null : value;
    }
    case 'series':
      return listOf(column.values, row * column.length, column.length);
    case 'any':
      return column.values[row];
  }
}

/** `Array.from` would ask the typed array for one value after another, which takes twenty times as long. */
function listOf(values: Float64Array, from: number, length: number): number[] {
  const list = new Array<number>(length);
  for (let i = 0; i < length; i++) list[i] = values[from + i];
  return list;
}
