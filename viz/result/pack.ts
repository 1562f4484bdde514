/** A result as text and back: for the bundled example, and for a report that is one file. */
import { catalogue } from '../../scenarios/experiment/catalogue.ts';
import type { Findings } from '../../scenarios/experiment/findings.ts';
import type { ScenarioFacts } from '../../scenarios/resolve/compose.ts';
import { lazily } from './lazily.ts';
import type { Result } from './result.ts';

/** Rows turned into columns; texts that repeat stand once. */
interface Columns {
  rows: number;
  columns: Record<string, unknown[] | { texts: string[]; at: number[] }>;
}

/** Parts of a result that are lists of many alike objects. */
const listed = ['bands', 'singles', 'flows', 'capacity', 'waits'] as const;
const listedFindings = ['estimates', 'comparisons', 'hinges', 'breakeven', 'series'] as const;

type Packed = Record<string, unknown>;

/** Puts a result into JSON; what `unpack` reads back is the same, the catalogue of measures excepted, which is the program's. */
export function pack(result: Result): string {
  const { findings, middle } = result;
  const packed: Packed = { ...result, middle: { ...middle, moves: columnsOf(middle.moves) } };
  for (const name of listed) packed[name] = columnsOf(result[name]);
  const said: Packed = { ...findings, scenarios: findings.scenarios.map(factsOf), base: findings.base?.name ?? null };
  for (const name of listedFindings) said[name] = columnsOf(findings[name]);
  delete said.catalogue;
  return JSON.stringify({ ...packed, findings: said });
}

/** Reads what `pack` wrote. Rows are taken apart when somebody first looks at them. */
export function unpack(text: string): Result {
  const packed = JSON.parse(text) as Packed & { middle: Packed; findings: Packed & { scenarios: ScenarioFacts[] } };
  const { findings, middle } = packed;
  for (const scenario of findings.scenarios) {
    // left to the municipality's priority: JSON has no NaN
    for (const row of scenario.parameters) for (const key of ['value', 'low', 'high'] as const) row[key] ??= Number.NaN;
  }
  findings.base = findings.scenarios.find(({ name }) => name === (findings.base as string | null)) ?? null;
  findings.catalogue = catalogue();
  const tables = (of: Packed, names: readonly string[]) =>
    Object.fromEntries(names.map((name) => [name, of[name] as Columns]));
  lazily(findings, tables(findings, listedFindings), rowsOf);
  lazily(middle, tables(middle, ['moves']), rowsOf);
  return lazily(packed, tables(packed, listed), rowsOf) as unknown as Omit<Result, 'findings'> & { findings: Findings };
}

/** A scenario without the numbers that a run is made of. */
export function factsOf(scenario: ScenarioFacts): ScenarioFacts {
  const { arrangement: _, plan: __, ...facts } = scenario as ScenarioFacts & { arrangement?: unknown; plan?: unknown };
  return facts;
}

function columnsOf(rows: readonly object[]): Columns {
  const names = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  const columns: Columns['columns'] = {};
  for (const name of names) {
    const values = rows.map((row) => (row as Record<string, unknown>)[name]);
    columns[name] = values.every((value) => typeof value === 'string') ? coded(values as string[]) : values;
  }
  return { rows: rows.length, columns };
}

function coded(values: readonly string[]): { texts: string[]; at: number[] } {
  const index = new Map<string, number>();
  const at = values.map((value) => {
    const known = index.get(value) ?? index.size;
    index.set(value, known);
    return known;
  });
  return { texts: [...index.keys()], at };
}

function rowsOf({ rows, columns }: Columns): Record<string, unknown>[] {
  const entries = Object.entries(columns).map(
    ([name, column]) => [name, Array.isArray(column) ? column : column.at.map((i) => column.texts[i])] as const,
  );
  const made: Record<string, unknown>[] = [];
  for (let row = 0; row < rows; row++) {
    const one: Record<string, unknown> = {};
    for (const [name, values] of entries) one[name] = values[row];
    made.push(one);
  }
  return made;
}
