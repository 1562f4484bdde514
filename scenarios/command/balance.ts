/** The balance of a place as lines of text: stocks, flows and loads beside known figures, and what was chosen to close them. */

import type { BalanceRow } from '../resolve/balance.ts';
import { balance } from '../resolve/balance.ts';
import type { Resolved } from '../resolve/compose.ts';
import { figureText } from '../words/figures.ts';
import { number, percent, undefinedSign } from '../words/format.ts';
import type { Language } from '../words/words.ts';
import { colours } from './colours.ts';
import { wrap } from './text.ts';
import type { CommandKey } from './words.ts';
import { word } from './words.ts';

interface Column {
  head: CommandKey;
  cell: (row: BalanceRow, lang: Language) => string;
}

const amount = (lang: Language, value: number | null, unit: string): string =>
  unit === 'share' ? percent(lang, value, 1) : number(lang, value, value !== null && Math.abs(value) < 100 ? 1 : 0);
const value: Column = { head: 'column_here', cell: (row, lang) => amount(lang, row.value, row.unit) };
const known: Column = { head: 'column_known', cell: (row, lang) => knownText(row, lang) };

const columns: Record<BalanceRow['part'], Column[]> = {
  stock: [
    { head: 'column_inflow', cell: (row, lang) => number(lang, row.inflow, 0) },
    { head: 'column_days', cell: (row, lang) => number(lang, row.days, 0) },
    value,
    { head: 'column_begins', cell: (row, lang) => number(lang, row.begins, 1) },
    known,
  ],
  flow: [value, known],
  load: [
    { head: 'column_demand', cell: (row, lang) => number(lang, row.demand, 1) },
    { head: 'column_capacity', cell: (row, lang) => number(lang, row.capacity, 1) },
    { head: 'column_load', cell: (row, lang) => number(lang, row.value, 2) },
    known,
  ],
};

const heads: Record<BalanceRow['part'], CommandKey> = {
  stock: 'balance_stocks',
  flow: 'balance_flows',
  load: 'balance_loads',
};

const nameWidth = 44;
const cellWidth = 11;

/** Rows in three parts; under a row the source of its known figure, what holds it, and the assumed numbers that close it. */
export function balanceLines(resolved: Resolved, lang: Language, width: number): string[] {
  const rows = balance(resolved);
  const lines = [
    colours.bold(word(lang, 'describe_head', { name: resolved.name, label: resolved.label[lang] })),
    ...wrap(word(lang, 'balance_note'), width),
  ];
  for (const part of ['stock', 'flow', 'load'] as const) {
    const its = rows.filter((row) => row.part === part);
    if (its.length === 0) continue;
    const titles = columns[part].map(({ head }) => word(lang, head).padStart(cellWidth));
    lines.push('', colours.bold(word(lang, heads[part]).padEnd(nameWidth) + titles.join('')));
    for (const row of its) {
      const cells = columns[part].map(({ cell }) => cell(row, lang).padStart(cellWidth));
      const label = wrap(row.label[lang], nameWidth - 1, 2);
      lines.push(...label.slice(0, -1), label[label.length - 1].padEnd(nameWidth) + cells.join(''));
      const notes = notesOf(row, lang);
      if (notes !== '') lines.push(...wrap(`    ${notes}`, width, 4).map(colours.dim));
    }
  }
  return lines;
}

function knownText({ known: figure, unit, part }: BalanceRow, lang: Language): string {
  if (figure === null) return undefinedSign;
  const text = (one: number) => (part === 'load' ? number(lang, one, 2) : amount(lang, one, unit));
  if (figure.low === undefined || figure.high === undefined) return text(figure.value);
  return `${text(figure.low)}–${text(figure.high)}`;
}

function notesOf({ known: figure, heldBy, assumed }: BalanceRow, lang: Language): string {
  return [
    ...(figure === null ? [] : [word(lang, 'balance_known', { source: figureText(lang, figure.source) })]),
    ...(heldBy.length === 0
      ? []
      : [word(lang, 'held_by', { figure: heldBy.map((text) => figureText(lang, text)).join(', ') })]),
    ...(assumed.length === 0 ? [] : [word(lang, 'balance_assumed', { paths: assumed.join(', ') })]),
  ].join('. ');
}
