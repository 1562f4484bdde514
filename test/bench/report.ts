/** Rows as a person reads them: on a terminal, and in docs/performance.md. */
import { table } from '../../scenarios/docs/markers.ts';
import type { Aim, Row } from './row.ts';

/** Where a run was made. Two runs compare only where both are the same. */
export interface Machine {
  processor: string;
  cores: number;
  node: string;
}

export interface Run {
  machine: Machine;
  rows: Row[];
}

export const machineText = ({ processor, cores, node }: Machine): string =>
  `${processor}, ${cores} ${cores === 1 ? 'core' : 'cores'}, Node ${node}`;

/** Three significant digits, and all digits of a whole number's front. */
export function numberOf(value: number): string {
  if (!Number.isFinite(value)) return 'not measured';
  const short = Math.abs(value) >= 100 ? Math.round(value) : Number(value.toPrecision(3));
  return short.toLocaleString('en-US', { maximumFractionDigits: 10 });
}

const aimText = (aim: Aim | null): string => {
  if (aim === null) return '';
  return 'atLeast' in aim ? `at least ${numberOf(aim.atLeast)}` : `at most ${numberOf(aim.atMost)}`;
};

const verdict = ({ meets }: Row): string => (meets === null ? '' : meets ? 'meets the aim' : 'does not');

const cells = (row: Row): string[] => [row.what, numberOf(row.value), row.unit, aimText(row.aim), verdict(row)];

/** Lines for a terminal, columns under one another. */
export function terminalTable(rows: readonly Row[]): string {
  const all = rows.map(cells);
  const widths = [0, 1, 2, 3].map((column) => Math.max(0, ...all.map((line) => line[column].length)));
  return all
    .map(([what, value, unit, aim, met]) =>
      [what.padEnd(widths[0]), value.padStart(widths[1]), unit.padEnd(widths[2]), aim.padEnd(widths[3]), met]
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}

/** The same as a Markdown table, under the machine and the day. */
export function pageTable({ machine, rows }: Run, day: string): string {
  const head = ['measured', 'value', 'unit', 'aim', ''];
  return `Measured on ${day}: ${machineText(machine)}.\n\n${table(head, rows.map(cells), [1])}`;
}
