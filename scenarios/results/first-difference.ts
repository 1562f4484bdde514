/** Where two files of a result differ first: by line and column of a CSV, by key of a JSON. */
import { closeSync, openSync, readFileSync, readSync } from 'node:fs';
import { csvParseRows } from 'd3';
import { canonical } from '../experiment/hash.ts';

export interface Difference {
  /** As an editor counts, from 1, the header included; null in JSON. */
  line: number | null;
  /** Name of the column or key; null where all cells are equal and only quoting or line ends differ. */
  column: string | null;
  /** What stands there; null: nothing does. */
  before: string | null;
  after: string | null;
  /** The row, as cells, up to the column; of the longer file where one ends. */
  row: string[];
}

const chunk = 1 << 20;
/** The longest row that is shown; a row of a result is far below it. */
const longestRow = 1 << 16;
const newline = 0x0a;
const quote = 0x22;

/** Compares two CSV files byte by byte; null: they are identical. */
export function csvDifference(before: string, after: string): Difference | null {
  const offset = firstByte(before, after);
  if (offset === null) return null;
  // up to there the files are the same: the row begins at one place in both
  const { start, line } = rowAround(before, offset);
  const [was, is] = [cellsAt(before, start), cellsAt(after, start)];
  const at = Array.from({ length: Math.max(was.length, is.length) }, (_, i) => i).find((i) => was[i] !== is[i]);
  const longer = was.length >= is.length ? was : is;
  if (at === undefined) return { line, column: null, before: null, after: null, row: longer };
  const header = cellsAt(before, 0);
  return {
    line,
    column: header[at] ?? String(at + 1),
    before: was[at] ?? null,
    after: is[at] ?? null,
    row: longer.slice(0, at),
  };
}

/**
 * Compares the top of two JSON files, key by key in the order of the second; null: no difference.
 * @param leftOut keys that are not compared
 */
export function jsonDifference(before: string, after: string, leftOut: readonly string[]): Difference | null {
  const read = (file: string) => JSON.parse(readFileSync(file, 'utf8')) as Record<string, unknown>;
  const [was, is] = [read(before), read(after)];
  const key = Object.keys({ ...is, ...was }).find(
    (one) => !leftOut.includes(one) && canonical(was[one]) !== canonical(is[one]),
  );
  if (key === undefined) return null;
  const text = (value: unknown) => (value === undefined ? null : canonical(value));
  return { line: null, column: key, before: text(was[key]), after: text(is[key]), row: [] };
}

/** Offset of the first byte that differs, the end of the shorter file included; null: none. */
function firstByte(before: string, after: string): number | null {
  const files = [openSync(before, 'r'), openSync(after, 'r')];
  const buffers = [Buffer.allocUnsafe(chunk), Buffer.allocUnsafe(chunk)];
  try {
    for (let offset = 0; ; offset += chunk) {
      const [was, is] = files.map((file, i) => buffers[i].subarray(0, readSync(file, buffers[i], 0, chunk, offset)));
      if (!was.equals(is)) {
        const least = Math.min(was.length, is.length);
        let at = 0;
        while (at < least && was[at] === is[at]) at++;
        return offset + at;
      }
      if (was.length === 0) return null;
    }
  } finally {
    for (const file of files) closeSync(file);
  }
}

/** Where the row that holds a byte begins, and on which line. A newline inside quotes ends no row. */
function rowAround(path: string, offset: number): { start: number; line: number } {
  const file = openSync(path, 'r');
  const buffer = Buffer.allocUnsafe(chunk);
  let start = 0;
  let line = 1;
  let lines = 1;
  let quoted = false;
  try {
    for (let from = 0; from < offset; from += chunk) {
      const read = readSync(file, buffer, 0, Math.min(chunk, offset - from), from);
      for (let i = 0; i < read; i++) {
        if (buffer[i] === quote) quoted = !quoted;
        else if (buffer[i] === newline) {
          lines++;
          if (quoted) continue;
          start = from + i + 1;
          line = lines;
        }
      }
    }
    return { start, line };
  } finally {
    closeSync(file);
  }
}

/** The cells of the row that begins at a byte; none at the end of the file. */
function cellsAt(path: string, start: number): string[] {
  const file = openSync(path, 'r');
  const buffer = Buffer.allocUnsafe(longestRow);
  try {
    const text = buffer.toString('utf8', 0, readSync(file, buffer, 0, longestRow, start));
    return text === '' ? [] : (csvParseRows(text)[0] ?? []);
  } finally {
    closeSync(file);
  }
}
