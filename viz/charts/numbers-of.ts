/** Estimates and differences of any municipality, not only of the one that heads the answer. */
import type { Measure } from '../../scenarios/experiment/catalogue.ts';
import type { ComparisonRow, EstimateRow, Findings } from '../../scenarios/experiment/findings.ts';

interface Index {
  estimates: Map<string, EstimateRow>;
  comparisons: Map<string, ComparisonRow>;
}
const indexes = new WeakMap<Findings, Index>();

/** Which row of a measure a municipality, or `provider` for the whole place, has: some are summed over municipalities. */
export function rowsOf(municipality: string, { level }: Pick<Measure, 'level'>): string {
  if (level === 'provider') return 'provider';
  return municipality === 'provider' && level === 'town' ? 'all' : municipality;
}

export interface Cell {
  scenario: string;
  measure: string;
  /** A number, or `provider` for the whole place. */
  municipality: string;
  /** `all`, `before` or a year; `all` when left out. */
  period?: string;
}

export function estimateAt(findings: Findings, cell: Cell): EstimateRow | undefined {
  return indexOf(findings).estimates.get(keyOf(findings, cell));
}

/** The paired difference from the base. */
export function differenceAt(findings: Findings, cell: Cell): ComparisonRow | undefined {
  return indexOf(findings).comparisons.get(keyOf(findings, cell));
}

function keyOf({ catalogue }: Findings, { scenario, measure, municipality, period = 'all' }: Cell): string {
  const known = catalogue.byName.get(measure);
  return [scenario, measure, known ? rowsOf(municipality, known) : municipality, period].join('\n');
}

function indexOf(findings: Findings): Index {
  let index = indexes.get(findings);
  if (!index) {
    const keyed = <Row extends EstimateRow>(rows: readonly Row[] | readonly ComparisonRow[]) =>
      rows
        .filter(({ group }) => group === 'all')
        .map((row) => [[row.scenario, row.measure, row.municipality, row.period].join('\n'), row] as const);
    index = {
      estimates: new Map(keyed(findings.estimates)) as Map<string, EstimateRow>,
      comparisons: new Map(keyed(findings.comparisons)) as Map<string, ComparisonRow>,
    };
    indexes.set(findings, index);
  }
  return index;
}
