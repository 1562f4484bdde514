/** An answer on three sheets of A4: drawn for paper, for the page and for a report that has no scripts. */
import { tag } from '../report/html.ts';
import type { Printed } from './asked.ts';
import { firstSheet } from './first-sheet.ts';
import { lastSheet, staffBlock } from './last-sheet.ts';
import { besideBlock, isRoomy, middleSheet } from './middle-sheet.ts';

/** HTML of the sheets; `print.css` says how they look. */
export function paperOf(printed: Printed): string {
  const beside = besideBlock(printed);
  const staff = staffBlock(printed);
  const first = firstSheet(printed, beside, !isRoomy(printed, [beside]));
  const middle = middleSheet(printed, { before: first.hasBeside ? [] : [beside], after: staff });
  const last = lastSheet(printed, middle.hasAfter ? [] : [staff]);
  return tag('div', { class: 'paper', lang: printed.lang }, first.html, middle.html, last);
}
