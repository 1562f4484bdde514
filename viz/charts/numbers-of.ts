/** Estimates and differences of any municipality, not only of the one that heads the answer. */
import type { Measure } from '../../scenarios/experiment/catalogue.ts';
import type { ComparisonRow, EstimateRow, Findings } from '../../scenarios/experiment/findings.ts';
import type { Place } from '../../scenarios/words/voice.ts';
import { comparisonAt, estimateAt as estimateIn } from '../../scenarios/words/voice.ts';

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
  return estimateIn(findings, placeOf(findings, cell));
}

/** The paired difference from the base. */
export function differenceAt(findings: Findings, cell: Cell): ComparisonRow | undefined {
  return comparisonAt(findings, placeOf(findings, cell));
}

function placeOf({ catalogue }: Findings, { scenario, measure, municipality, period = 'all' }: Cell): Place {
  const known = catalogue.byName.get(measure);
  return { scenario, measure, municipality: known ? rowsOf(municipality, known) : municipality, period };
}
