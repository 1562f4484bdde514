/** Measures over all replications of one scenario: the rows of estimates.csv. */
import type { Catalogue, Cell, Measure } from './catalogue.ts';
import { cellsOf } from './catalogue.ts';
import type { EstimateRow } from './findings.ts';
import type { Gathered } from './gather.ts';
import { ratioOver, waitsOver } from './gather.ts';
import { joinedIn, medianWait, pooled } from './statistics/aalenJohansen.ts';
import { bootstrapMedian } from './statistics/bootstrapMedian.ts';
import type { Estimate } from './statistics/jackknife.ts';
import { bare } from './statistics/jackknife.ts';
import { estimate, ratioOf } from './statistics/ratio.ts';

/** Fewer persons over all replications say nothing, and could be recognised in a real place. */
export const fewestPersons = 5;

export function estimatesOf(scenario: Gathered, catalogue: Catalogue, seed: number): EstimateRow[] {
  const rows: EstimateRow[] = [];
  for (const measure of catalogue.measures) {
    for (const cell of cellsOf(measure, scenario.layout)) {
      const { mean, sd, ciLow, ciHigh, n } = estimateIn(scenario, measure, cell, seed);
      const { period, municipality, group } = cell;
      rows.push({
        scenario: scenario.name,
        period,
        municipality,
        group,
        measure: measure.name,
        mean,
        sd,
        ciLow,
        ciHigh,
        n,
        unit: measure.unit,
      });
    }
  }
  return rows;
}

/** A measure in one cell; undefined (null) with fewer than 5 persons behind it. */
export function estimateIn(scenario: Gathered, measure: Measure, cell: Cell, seed: number): Estimate {
  if (measure.kind === 'median') {
    const waits = waitsOver(scenario, measure, cell);
    if (waits.reduce((sum, counts) => sum + joinedIn(counts), 0) < fewestPersons) return bare(null, waits.length);
    return bootstrapMedian(waits, resamplesKey(seed, measure, cell));
  }
  const { numerators, denominators, persons } = ratioOver(scenario, measure, cell);
  if (persons < fewestPersons) return bare(null, numerators.length);
  return estimate(numerators, denominators);
}

/** The mean of `estimateIn` without its interval, which for a median takes a thousand resamples. */
export function meanIn(scenario: Gathered, measure: Measure, cell: Cell): number | null {
  if (measure.kind === 'median') {
    const waits = pooled(waitsOver(scenario, measure, cell));
    return joinedIn(waits) < fewestPersons ? null : medianWait(waits);
  }
  const ratio = ratioOver(scenario, measure, cell);
  return ratio.persons < fewestPersons ? null : ratioOf(ratio);
}

/** The same resamples in all scenarios. */
export const resamplesKey = (seed: number, measure: Measure, { period, municipality }: Cell): string =>
  `${seed}/${measure.name}/${period}/${municipality}`;
