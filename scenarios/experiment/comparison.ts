/** Paired differences between a scenario and the base: the rows of comparison.csv, with their verdicts. */
import type { Catalogue, Cell, Measure } from './catalogue.ts';
import { cellsOf, mattersOf } from './catalogue.ts';
import { fewestPersons, meanIn, resamplesKey } from './estimates.ts';
import type { ComparisonRow } from './findings.ts';
import type { Gathered } from './gather.ts';
import { ratioOver, waitsOver } from './gather.ts';
import { joinedIn } from './statistics/aalenJohansen.ts';
import { bootstrapMedianDifference } from './statistics/bootstrapMedian.ts';
import type { Difference } from './statistics/difference.ts';
import { difference } from './statistics/difference.ts';
import { dots, shareBetter } from './statistics/dots.ts';
import { bare } from './statistics/jackknife.ts';
import { verdict } from './statistics/verdict.ts';

export function comparisonsOf(base: Gathered, scenario: Gathered, catalogue: Catalogue, seed: number): ComparisonRow[] {
  const rows: ComparisonRow[] = [];
  for (const measure of catalogue.measures) {
    for (const cell of cellsOf(measure, scenario.layout)) rows.push(rowOf(base, scenario, measure, cell, seed));
  }
  return rows;
}

/** scenario − base in one cell; undefined (null) with fewer than 5 persons behind either. */
export function differenceIn(
  base: Gathered,
  scenario: Gathered,
  measure: Measure,
  cell: Cell,
  seed: number,
): Difference {
  if (measure.kind === 'median') {
    const from = waitsOver(base, measure, cell);
    const to = waitsOver(scenario, measure, cell);
    const few = [from, to].some((waits) => waits.reduce((sum, counts) => sum + joinedIn(counts), 0) < fewestPersons);
    const paired = bootstrapMedianDifference(from, to, resamplesKey(seed, measure, cell));
    return few ? { ...bare(null, paired.n), differences: paired.differences } : paired;
  }
  const from = ratioOver(base, measure, cell);
  const to = ratioOver(scenario, measure, cell);
  const paired = difference(from, to);
  const few = from.persons < fewestPersons || to.persons < fewestPersons;
  return few ? { ...bare(null, paired.n), differences: paired.differences } : paired;
}

function rowOf(base: Gathered, scenario: Gathered, measure: Measure, cell: Cell, seed: number): ComparisonRow {
  const paired = differenceIn(base, scenario, measure, cell, seed);
  const { mean, sd, ciLow, ciHigh, ci99Low, ci99High, n, differences } = paired;
  const { period, municipality, group } = cell;
  const baseMean = meanIn(base, measure, cell);
  const scenarioMean = meanIn(scenario, measure, cell);
  const matters = baseMean === null ? null : mattersOf(measure, baseMean);
  const futures = mean === null ? null : dots(differences, mean);
  const said =
    measure.verdict && futures && matters !== null
      ? verdict({ meanDifference: mean, low99: ci99Low, high99: ci99High, k: futures.k, matters, n })
      : null;
  return {
    base: base.name,
    scenario: scenario.name,
    period,
    municipality,
    group,
    measure: measure.name,
    meanDifference: mean,
    sd,
    ciLow,
    ciHigh,
    n,
    shareBetter: mean === null || measure.better === 'none' ? null : shareBetter(differences, measure.better),
    verdict: said?.code ?? null,
    unit: measure.unit,
    ci99Low,
    ci99High,
    k: futures?.k ?? null,
    dots20: futures && period === 'all' && group === 'all' ? futures.dots : null,
    runsToSettle: said?.runsToSettle ?? null,
    baseMean,
    scenarioMean,
    matters,
  };
}
