/** One CSV file, written as its rows come. */
import { closeSync, openSync, writeFileSync } from 'node:fs';
import { csvFormatRow } from 'd3';

export type Value = string | number | null;

/** Rows that are put into text at a time. */
const chunk = 5_000;

export class Table {
  private readonly fd: number;
  private lines: string[] = [];
  private open = true;
  /** Without the header; after `addText` unknown. */
  rows: number | null = 0;

  constructor(file: string, columns: readonly string[]) {
    this.fd = openSync(file, 'wx');
    writeFileSync(this.fd, `${columns.join(',')}\n`);
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
    writeFileSync(this.fd, text);
  }

  close(): void {
    if (!this.open) return;
    this.empty();
    this.open = false;
    closeSync(this.fd);
  }

  /** Closes without writing what is left. */
  abandon(): void {
    this.lines = [];
    if (this.open) closeSync(this.fd);
    this.open = false;
  }

  private empty(): void {
    if (this.lines.length === 0) return;
    writeFileSync(this.fd, `${this.lines.join('\n')}\n`);
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
