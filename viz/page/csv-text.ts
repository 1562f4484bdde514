/** A chart's data as text. */
import type { Drawing } from '../charts/chart.ts';

/** Rows as CSV: RFC 4180 quoting, `\n`, never localised; null is empty. */
export function csvText(rows: Drawing['csv']): string {
  const cell = (value: string | number | null) => {
    const text = value === null ? '' : String(value);
    return /[",\n\r]/.test(text) ? `"${text.replace(/"/g, '""')}"` : text;
  };
  return rows.map((row) => `${row.map(cell).join(',')}\n`).join('');
}
