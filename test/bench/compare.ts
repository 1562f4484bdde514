/** Two runs of the benchmark, row by row. */
import type { Run } from './report.ts';
import { machineText, numberOf } from './report.ts';
import type { Row } from './row.ts';

export interface Compared {
  key: string;
  what: string;
  /** Now divided by earlier. */
  ratio: number;
  /** Whether that is better, by the row's aim; null without an aim, and where nothing moved. */
  better: boolean | null;
}

export interface Comparison {
  rows: Compared[];
  /** Why ratios may say more about where the runs were made than about the program. */
  warnings: string[];
  /** Keys that only one of the runs has. */
  onlyNow: string[];
  onlyEarlier: string[];
}

export function compareRuns(now: Run, earlier: Run): Comparison {
  const before = new Map(earlier.rows.map((row) => [row.key, row]));
  const after = new Set(now.rows.map(({ key }) => key));
  const rows = now.rows.flatMap((row) => {
    const other = before.get(row.key);
    return other === undefined ? [] : [compared(row, other)];
  });
  return {
    rows,
    warnings: warningsOf(now, earlier),
    onlyNow: now.rows.map(({ key }) => key).filter((key) => !before.has(key)),
    onlyEarlier: earlier.rows.map(({ key }) => key).filter((key) => !after.has(key)),
  };
}

function compared(now: Row, earlier: Row): Compared {
  const ratio = now.value / earlier.value;
  const better = now.aim === null || !(ratio < 1 || ratio > 1) ? null : 'atLeast' in now.aim === ratio > 1;
  return { key: now.key, what: now.what, ratio, better };
}

function warningsOf({ machine: now }: Run, { machine: earlier }: Run): string[] {
  const warnings: string[] = [];
  if (now.processor !== earlier.processor || now.cores !== earlier.cores) {
    warnings.push(`another machine: now ${machineText(now)}; earlier ${machineText(earlier)}`);
  }
  if (now.node !== earlier.node) warnings.push(`another Node: now ${now.node}, earlier ${earlier.node}`);
  return warnings;
}

/** Lines for a terminal. */
export function comparisonText({ rows, warnings, onlyNow, onlyEarlier }: Comparison): string {
  const width = Math.max(0, ...rows.map(({ what }) => what.length));
  const lines = warnings.map((warning) => `Warning: ${warning}`);
  lines.push('now / earlier');
  for (const { what, ratio, better } of rows) {
    const word = better === null ? '' : better ? 'better' : 'worse';
    lines.push(`${what.padEnd(width)}  ${numberOf(ratio).padStart(12)}  ${word}`.trimEnd());
  }
  if (onlyNow.length > 0) lines.push(`only now: ${onlyNow.join(', ')}`);
  if (onlyEarlier.length > 0) lines.push(`only earlier: ${onlyEarlier.join(', ')}`);
  return lines.join('\n');
}
