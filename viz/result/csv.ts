/** Reads a file of a result row by row, as it comes: files of 100 MB are never in memory at once. */
import { csvParseRows } from 'd3';
import { quoted, ResultError } from './result-error.ts';
import type { ResultFiles } from './result-files.ts';

/** Rows are counted to whoever watches after each piece of a file. */
export type Watch = (file: string, rows: number, bytes: number) => void;

/** A row of a result is far below it; without a bound, a quote that is never closed would swallow the file. */
const longestRow = 1 << 22;

/** One row at a time; the same object for all of them. */
export class Row {
  line = 1;
  private cells: readonly string[] = [];
  private readonly file: string;
  /** Where the wanted columns stand. */
  private readonly at: readonly number[];
  private readonly columns: readonly string[];

  constructor(file: string, columns: readonly string[], at: readonly number[]) {
    this.file = file;
    this.columns = columns;
    this.at = at;
  }

  take(line: number, cells: readonly string[]): this {
    this.line = line;
    this.cells = cells;
    return this;
  }

  /** A cell by the place of its column among those asked for. */
  text(column: number): string {
    return this.cells[this.at[column]];
  }

  /** @throws ResultError when it is no number */
  number(column: number): number {
    const text = this.text(column);
    const value = text === '' ? Number.NaN : Number(text);
    if (!Number.isFinite(value)) throw this.wrong(column, 'files_no_number');
    return value;
  }

  /** @throws ResultError when it is neither empty nor a number */
  numberOrNull(column: number): number | null {
    return this.text(column) === '' ? null : this.number(column);
  }

  /** @throws ResultError when it is no whole number within these */
  whole(column: number, least: number, most: number): number {
    const value = this.number(column);
    if (Number.isInteger(value) && value >= least && value <= most) return value;
    throw this.wrong(column, 'files_no_whole', { least, most });
  }

  /** @throws ResultError when it is none of these */
  oneOf<Choice extends string>(column: number, choices: readonly Choice[]): Choice {
    const text = this.text(column) as Choice;
    if (choices.includes(text)) return text;
    throw this.wrong(column, 'files_none_of', { expected: choices.join(', ') });
  }

  private wrong(column: number, key: 'files_no_number' | 'files_no_whole' | 'files_none_of', holes = {}): ResultError {
    const place = { file: this.file, line: this.line, column: this.columns[column] };
    return new ResultError(key, place, { found: quoted(this.text(column)), ...holes });
  }
}

/**
 * Hands on the rows of a file until `take` answers `'enough'`.
 * @param columns those wanted, by name; the file may have more
 * @returns how many rows were handed on
 * @throws ResultError when the file has other columns, or a row is cut off or has too few or too many cells
 */
export async function readRows(
  files: ResultFiles,
  file: string,
  columns: readonly string[],
  take: (row: Row) => 'enough' | undefined,
  watch?: Watch,
): Promise<number> {
  let header: string[] | null = null;
  let row: Row | null = null;
  let rest = '';
  let line = 1;
  let rows = 0;
  let bytes = 0;
  for await (const chunk of files.chunks(file)) {
    bytes += chunk.length;
    const text = rest === '' ? chunk : rest + chunk;
    const ends = new RowEnds(text);
    let from = 0;
    for (;;) {
      const end = ends.after(from);
      if (end < 0) break;
      const written = text.slice(from, text[end - 1] === '\r' ? end - 1 : end);
      const cells = cellsOf(written);
      from = end + 1;
      if (header === null) {
        header = cells;
        row = new Row(file, columns, placesOf(file, header, columns));
      } else {
        if (cells.length !== header.length) {
          throw new ResultError('files_cells', { file, line }, { found: cells.length, expected: header.length });
        }
        rows++;
        if ((row as Row).take(line, cells) && take(row as Row) === 'enough') return rows;
      }
      line += linesOf(written);
    }
    rest = text.slice(from);
    if (rest.length > longestRow) throw new ResultError('files_no_end', { file, line }, { found: quoted(rest) });
    watch?.(file, rows, bytes);
  }
  if (rest !== '') throw new ResultError('files_cut', { file, line }, { found: quoted(rest) });
  if (header === null) throw new ResultError('files_empty', { file });
  return rows;
}

/** Finds where rows end in a piece of text; a newline inside quotes ends none. */
class RowEnds {
  private readonly text: string;
  /** The next quotation mark: looked for once, not once a row. */
  private quote: number;

  constructor(text: string) {
    this.text = text;
    this.quote = text.indexOf('"');
  }

  /** The newline that ends the row that begins at `from`; -1: it has not come yet. */
  after(from: number): number {
    let end = this.text.indexOf('\n', from);
    while (end >= 0 && this.quote >= 0 && this.quote < end) {
      const closing = this.text.indexOf('"', this.quote + 1);
      if (closing < 0) return -1;
      if (closing > end) end = this.text.indexOf('\n', closing);
      this.quote = this.text.indexOf('"', closing + 1);
    }
    return end;
  }
}

function cellsOf(written: string): string[] {
  return written.includes('"') ? (csvParseRows(written)[0] ?? []) : written.split(',');
}

function linesOf(written: string): number {
  return written.includes('\n') ? written.split('\n').length : 1;
}

function placesOf(file: string, header: readonly string[], columns: readonly string[]): number[] {
  return columns.map((column) => {
    const at = header.indexOf(column);
    if (at < 0) {
      throw new ResultError('files_column', { file, line: 1 }, { expected: column, found: quoted(header.join(',')) });
    }
    return at;
  });
}
