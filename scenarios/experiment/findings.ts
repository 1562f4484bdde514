/** What an experiment is asked and what it hands back: the terminal and the page put words to it, `scenarios/results` the files. */
import type { Resolved, ScenarioFacts } from '../resolve/compose.ts';
import type { Catalogue } from './catalogue.ts';

export type Every = 'quarter' | 'month' | 'week' | 'day';

/** What it takes to make the same scenarios again. */
export interface Inputs {
  /** As they were named, the base first where they were compared. */
  scenarios: string[];
  /** Values of `--set`. */
  sets: string[];
  /** What the files that they name held: path as asked for → text. Bundled files are not among them. */
  files: Record<string, string>;
}

/** How precisely a measure is wanted. */
export interface PrecisionAsked {
  /** A ratio of the catalogue, in the period `all`. */
  measure: string;
  /** The half-width of the 95 % interval, as a share of the mean (of the base's mean in a comparison); more than 0. */
  share: number;
}

/** What became of it. */
export interface Precision extends PrecisionAsked {
  municipality: string;
  /** Replications from which on it was within the share; null: it is not. */
  reached: number | null;
  /** Replications for which it has to stay there, and whether it did. */
  lookAhead: number;
  held: boolean;
  /** Half-width ÷ |mean| in the end; null: undefined, or the mean is 0. */
  deviation: number | null;
}

export interface ExperimentRequest {
  /** In the order of the output. */
  scenarios: Resolved[];
  /** The scenario that all others are paired with (`compare`); one of `scenarios`. Null: nothing is paired (`run`). */
  base: Resolved | null;
  /** Replications asked for, 1 or more. */
  replications: number;
  /** Stop before when this precision is reached and has held. */
  precision?: PrecisionAsked;
  /** A whole number; with the replication it fixes every draw. */
  seed: number;
  /** `chance`: parameters stay at their values, only chance differs between replications. */
  uncertainty: 'all' | 'chance';
  /** Threads; 1 runs in this thread where no worker file is built. */
  workers: number;
  /** Dates of queues.csv and capacity.csv. bands.csv is monthly whatever this says. */
  every: Every;
  /** Whose rows are written. `all` needs no second run: the model then watches every municipality. */
  municipalities: 'focus' | 'all';
  /** Write events.csv. */
  events: boolean;
  /** The command as typed, for run.json. */
  command: string;
  /** For run.json; left out, `rerun` cannot repeat it. */
  inputs?: Inputs;
  /** Aborted: what is complete is written and handed back, with `complete: false`. */
  signal?: AbortSignal;
  /** Called after each replication, in order. */
  progress?: (done: number, total: number) => void;
  /** The worker's file; by default `worker.js` beside the bundle. */
  workerFile?: URL | null;
}

/** In the CSV: the code with a space for `_`, and `none` as "no difference that matters". */
export type VerdictCode = 'none' | 'clearly' | 'probably' | 'on_average' | 'cannot_tell';

/** A row of estimates.csv. Null where undefined: no denominator, fewer than 5 persons, or one replication (intervals). */
export interface EstimateRow {
  scenario: string;
  /** `all` (after the switch), `before`, or a calendar year. */
  period: string;
  /** A number, `all` or `provider`. */
  municipality: string;
  /** `all` or the name of a user group. */
  group: string;
  measure: string;
  mean: number | null;
  sd: number | null;
  /** 95 %. */
  ciLow: number | null;
  ciHigh: number | null;
  n: number;
  unit: string;
}

/** A row of comparison.csv (scenario − base), with what the sentences need beside it. */
export interface ComparisonRow {
  base: string;
  scenario: string;
  period: string;
  municipality: string;
  group: string;
  measure: string;
  meanDifference: number | null;
  sd: number | null;
  /** 95 %. */
  ciLow: number | null;
  ciHigh: number | null;
  n: number;
  /** Share of replications strictly on the better side, ties half; null where no direction is better. */
  shareBetter: number | null;
  /** Null where the catalogue asks for none, or nothing can be said. */
  verdict: VerdictCode | null;
  unit: string;
  /** 99 %: what the verdict rests on. */
  ci99Low: number | null;
  ci99High: number | null;
  /** Of 20 futures, how many lie on the side of the mean. */
  k: number | null;
  /** The 20 dots, ascending; only in the period `all`, group `all`. */
  dots20: number[] | null;
  /** `cannot_tell`: replications that would settle the mean; null: more than 2,000, or settled. */
  runsToSettle: number | null;
  /** The base's and the scenario's own means. */
  baseMean: number | null;
  scenarioMean: number | null;
  /** The smallest difference that matters here, in the measure's unit. */
  matters: number | null;
}

/** A row of hinges.csv. */
export interface HingeRow {
  base: string;
  scenario: string;
  period: string;
  municipality: string;
  measure: string;
  path: string;
  /** Whose draw: a number, `others` (mean of the other municipalities), `all` (mean of all), or empty for a common one. */
  whose: string;
  /** Part of the variance of the difference that the parameter explains, 0–1. */
  share: number;
  /** Null: does not turn within low–high, or a yes/no trait. */
  turnsAt: number | null;
  value: number | null;
  low: number;
  high: number;
  confidence: string;
  source: string;
  unit: string;
  label: { en: string; nb: string } | null;
  /** A yes/no trait: the mean difference where it is no and where it is yes. */
  binary: { no: number; yes: number } | null;
}

export type BreakEvenReason = 'no_difference' | 'better_even_at_half' | 'worse_even_if_all' | 'too_few';

/** A row of breakeven.csv: from which share kept the framework serves as well as the grant. */
export interface BreakEvenRow {
  base: string;
  /** The scenarios of which the council keeps least and most. */
  low: string;
  high: string;
  period: string;
  municipality: string;
  measure: string;
  /** The shares kept in them (0.5 and 1 in the bundled policy). */
  lowValue: number;
  highValue: number;
  /** k*, a share of M; null with a reason. */
  breakeven: number | null;
  ciLow: number | null;
  ciHigh: number | null;
  reason: BreakEvenReason | '';
  /** k* × M ÷ G: the same as a share of what the grant pays on day 0. Only in the period `all`. */
  shareOfGrant: number | null;
}

/** Futures in which the town keeps the grant in all years after the switch, and those in which it is ever without it. */
export interface Fates {
  municipality: string;
  /** Replications of each. */
  keeps: number;
  loses: number;
  /** Paired differences apart; fewer than 2 replications: null. Measures of the funding heads and the chain, period `all`. */
  differences: {
    scenario: string;
    measure: string;
    fate: 'keeps' | 'loses';
    mean: number | null;
    ciLow: number | null;
    ciHigh: number | null;
    n: number;
  }[];
}

/** A line of bands.csv in memory, for the picture in the terminal. */
export interface MeanSeries {
  scenario: string;
  municipality: string;
  kind: 'position' | 'waiting' | 'holding';
  queue: string;
  /** Days since the switch, the first of each month. */
  days: number[];
  mean: number[];
}

export interface Findings {
  scenarios: ScenarioFacts[];
  base: ScenarioFacts | null;
  /** Complete replications, in order from the first. */
  replications: number;
  asked: number;
  /** All that were asked for, or enough for the precision. */
  complete: boolean;
  /** Null: none was asked for. */
  precision: Precision | null;
  seed: number;
  uncertainty: 'all' | 'chance';
  history: number;
  years: number;
  switchYear: number;
  /** Municipalities in focus, and those with rows of their own. */
  focus: string[];
  municipalities: string[];
  catalogue: Catalogue;
  estimates: EstimateRow[];
  comparisons: ComparisonRow[];
  hinges: HingeRow[];
  breakeven: BreakEvenRow[];
  /** Of the base, when one town is in focus and the grant is held at the switch. */
  fates: Fates | null;
  /** Waiting, after and before the switch, of towns in focus and the provider. */
  series: MeanSeries[];
  /** Flows against changes of stock, summed over replications, scenarios, places, positions and years: cells looked at and cells that differ. */
  flowBalance: { cells: number; failed: number; first: string | null };
  /** The replication of middle.csv; null where none was chosen. */
  middle: number | null;
  wallSeconds: number;
  /** Rows that `--events` would write, over all runs; the shared past once. */
  events: number;
  eventsPerSecond: number;
  /** The bound on what is kept per replication, for all of them, in MB (10^6 bytes). */
  memoryMegabytes: number;
  /** Where the files are; null: none written. */
  directory: string | null;
}
