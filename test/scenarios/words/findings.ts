/** Made-up findings whose sentences can be worked out by hand. */
import { catalogue } from '../../../scenarios/experiment/catalogue.ts';
import type {
  BreakEvenRow,
  ComparisonRow,
  EstimateRow,
  Findings,
  HingeRow,
} from '../../../scenarios/experiment/findings.ts';
import type { Resolved } from '../../../scenarios/resolve/compose.ts';
import { resolveScenario } from '../../../scenarios/resolve/compose.ts';

const cache = new Map<string, Resolved>();

export function scenario(name: string): Resolved {
  let made = cache.get(name);
  if (!made) {
    made = resolveScenario(name, { years: 10, history: 5 });
    cache.set(name, made);
  }
  return made;
}

export const town = 'medium-1';

/** A comparison with the base: by default 100 futures, clearly 0.9 persons fewer. */
export function row(measure: string, changes: Partial<ComparisonRow> = {}): ComparisonRow {
  return {
    base: 'medium',
    scenario: 'medium+framework',
    period: 'all',
    municipality: town,
    group: 'all',
    measure,
    meanDifference: -0.9,
    sd: 1,
    ciLow: -1.1,
    ciHigh: -0.7,
    n: 100,
    shareBetter: 0.95,
    verdict: 'clearly',
    unit: catalogue().byName.get(measure)?.unit ?? '',
    ci99Low: -1.2,
    ci99High: -0.6,
    k: 19,
    dots20: null,
    runsToSettle: null,
    baseMean: 7.6,
    scenarioMean: 6.7,
    matters: 0.76,
    ...changes,
  };
}

export function estimate(measure: string, name: string, period: string, mean: number, half = 0.1): EstimateRow {
  return {
    scenario: name,
    period,
    municipality: town,
    group: 'all',
    measure,
    mean,
    sd: 1,
    ciLow: mean - half,
    ciHigh: mean + half,
    n: 100,
    unit: catalogue().byName.get(measure)?.unit ?? '',
  };
}

export function hinge(measure: string, changes: Partial<HingeRow> = {}): HingeRow {
  return {
    base: 'medium',
    scenario: 'medium+framework',
    period: 'all',
    municipality: town,
    measure,
    path: 'follow_up.caseload',
    whose: '',
    share: 0.12,
    turnsAt: null,
    value: 13.5,
    low: 11,
    high: 22,
    confidence: 'low',
    source: 'assumed',
    unit: 'persons per post',
    label: { en: 'Caseload of a post', nb: 'Saker per årsverk' },
    binary: null,
    ...changes,
  };
}

export function breakEven(changes: Partial<BreakEvenRow> = {}): BreakEvenRow {
  return {
    base: 'medium',
    low: 'medium+framework:held-back',
    high: 'medium+framework',
    period: 'all',
    municipality: town,
    measure: 'days_without_service',
    lowValue: 0.5,
    highValue: 1,
    breakeven: 0.82,
    ciLow: 0.74,
    ciHigh: 0.89,
    reason: '',
    shareOfGrant: 0.714,
    ...changes,
  };
}

export function findings(changes: Partial<Findings> = {}, names = ['medium', 'medium+framework']): Findings {
  const scenarios = names.map(scenario);
  return {
    scenarios,
    base: scenarios[0],
    replications: 100,
    asked: 100,
    complete: true,
    precision: null,
    seed: 1,
    uncertainty: 'all',
    history: 5,
    years: 10,
    switchYear: 2027,
    focus: [town],
    municipalities: [town],
    catalogue: catalogue(),
    estimates: [],
    comparisons: [],
    hinges: [],
    breakeven: [],
    fates: null,
    series: [],
    flowBalance: { cells: 12, failed: 0, first: null },
    middle: 1,
    wallSeconds: 61.4,
    events: 1_000,
    eventsPerSecond: 1_234_567,
    memoryMegabytes: 12.3,
    directory: 'results/medium',
    ...changes,
  };
}
