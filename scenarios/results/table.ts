/** One CSV file, written as its rows come. */
import { csvFormatRow } from 'd3';

export type Value = string | number | null;

/** Rows that are put into text at a time. */
const chunk = 5_000;

/** Where a file's text goes, piece by piece. */
export interface TextSink {
  write(text: string): void;
  /** All has been written. */
  close(): void;
  /** The file is not wanted after all. */
  abandon(): void;
}

export class Table {
  private readonly sink: TextSink;
  private lines: string[] = [];
  private open = true;
  /** Without the header; null once `addText` was called: then they are not counted. */
  rows: number | null = 0;

  constructor(sink: TextSink, columns: readonly string[]) {
    this.sink = sink;
    sink.write(`${columns.join(',')}\n`);
  }

  /** Numbers are written in the shortest form that reads back to the same double; null and NaN are empty. */
  add(row: readonly Value[]): void {
    this.addLine(textOf(row));
  }

  /** A row that is text already (`textOf`), without its newline: what millions of rows have in common is put into text once. */
  addLine(line: string): void {
    if (this.rows !== null) this.rows++;
    this.lines.push(line);
    if (this.lines.length >= chunk) this.empty();
  }

  /** Whole rows that are text already, each with its newline. */
  addText(text: string): void {
    this.empty();
    this.rows = null;
    this.sink.write(text);
  }

  close(): void {
    if (!this.open) return;
    this.empty();
    this.open = false;
    this.sink.close();
  }

  /** Closes without writing what is left. */
  abandon(): void {
    this.lines = [];
    if (this.open) this.sink.abandon();
    this.open = false;
  }

  private empty(): void {
    if (this.lines.length === 0) return;
    this.sink.write(`${this.lines.join('\n')}\n`);
    this.lines = [];
  }
}

/** Cells as a row of CSV: quoted where RFC 4180 asks for it, null and NaN empty. */
export function textOf(row: readonly Value[]): string {
  return csvFormatRow(row.map((cell) => (cell === null || Number.isNaN(cell) ? '' : String(cell))));
}

/** A number as text, in the shortest form that reads back to the same double; null and NaN are empty. */
export function numeral(value: number | null): string {
  return value === null || Number.isNaN(value) ? '' : String(value);
}
