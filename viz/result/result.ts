/**
 * What the viewer shows of one experiment: plain data, alike from a live run, a result directory and the bundled example.
 * Charts are functions of it and nothing else.
 */
import type { Findings } from '../../scenarios/experiment/findings.ts';
import type { WaitRow } from '../../scenarios/experiment/waits.ts';

export interface Result {
  /** What may be said: estimates, paired differences with verdicts, hinges, break-even. Its scenarios are those shown. */
  findings: Findings;
  /** Days since the switch of all monthly series, ascending, negative in the history: the first of each month. */
  days: number[];
  /** Stocks and queues over time: levels, and paired differences to the base. */
  bands: Band[];
  /** The first futures one by one (at most 20). From a directory with quarters only, the last known value stands in between. */
  singles: Single[];
  /** Moves between positions by calendar year. */
  flows: Flow[];
  /** Posts and beds over time. From a directory with quarters only, the last known value stands in between. */
  capacity: CapacityLine[];
  /** Finished and unfinished waits of those who joined after the switch. */
  waits: WaitBin[];
  /** Everything that happens to persons of the towns in focus in one future: the middle one. */
  middle: Middle;
}

export type Kind = 'position' | 'waiting' | 'holding';

/** A stock over time, a value a day of `Result.days`: the mean over futures and quantiles of futures (not of the mean). */
export interface Band {
  scenario: string;
  /** Empty: the level; else this is scenario − base, future by future. */
  base: string;
  /** A municipality's number, or `provider` for the whole place. */
  municipality: string;
  kind: Kind;
  /** A position, a waiting or a holding of `model/record.ts`. */
  queue: string;
  mean: number[];
  p05: number[];
  p25: number[];
  p50: number[];
  p75: number[];
  p95: number[];
}

/** One future's queue (kind `waiting`), a length a day of `Result.days`. */
export interface Single {
  scenario: string;
  /** From 1. */
  replication: number;
  municipality: string;
  queue: string;
  lengths: number[];
}

/** Persons who made a move in a calendar year: mean over futures. Positions add up: in − out = change of stock. */
export interface Flow {
  scenario: string;
  year: number;
  municipality: string;
  /** A position; empty: from outside the model. */
  from: string;
  to: string;
  cause: string;
  persons: number;
}

/** What capacity there is, a value a day of `Result.days`: means over futures. */
export interface CapacityLine {
  scenario: string;
  /** A municipality's number; `all` municipalities together; `provider` for beds. */
  municipality: string;
  resource: 'counsellor_posts' | 'detox_beds' | 'stay_beds';
  /** Who pays the posts: a funding line of `model/record.ts`; empty for beds. */
  funding: string;
  funded: number[];
  staffed: number[];
  inUse: number[];
}

/** Over all futures. */
export type WaitBin = WaitRow & { scenario: string };

export interface Middle {
  /** Which future it is, from 1; null: none was chosen. */
  replication: number | null;
  /** In order of time within a scenario. */
  moves: Move[];
}

/** A step of one person: between positions, or a claim beginning (`from` empty) or ending (`to` empty). */
export interface Move {
  /** Empty: before the switch, shared by all scenarios. */
  scenario: string;
  person: string;
  municipality: string;
  group: string;
  /** Days since the switch. */
  time: number;
  from: string;
  to: string;
  cause: string;
}
