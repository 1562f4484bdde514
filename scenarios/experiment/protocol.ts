/**
 * What is said to a worker and what it answers: plain data that threads of Node and workers of a page can send.
 * A worker gets the job once, then one replication after another.
 */
import type { Plan } from '../resolve/plan.ts';

export interface Job {
  seed: number;
  uncertainty: 'all' | 'chance';
  scenarios: JobScenario[];
  /** Answer with the rows of events.csv as text. */
  events: boolean;
}

export interface JobScenario {
  name: string;
  plan: Plan;
  /** Scenarios of one past have the same number, counted from 0; it is simulated once. */
  past: number;
  /** Days since the switch, ascending: the dates at which lengths are kept. The same for all of one past. */
  dates: number[];
}

/** To a worker: `job` first, then any number of `replication`. */
export type Message = { kind: 'job'; job: Job } | { kind: 'replication'; replication: number };

/** A draw of one future. */
export interface FutureDraw {
  /** The municipality's number; empty: one draw for all. */
  municipality: string;
  path: string;
  value: number;
}

/** All scenarios of one replication. */
export interface ReplicationAnswer {
  /** From 1. */
  replication: number;
  /** In the order of the job. */
  runs: RunAnswer[];
  /** Drawn parameters in the order of the plan, then what the municipalities drew. */
  draws: FutureDraw[];
  /** Rows that `--events` would write; each past once. */
  events: number;
}

/** One scenario's record (`model/record.ts` has the shapes), its flows as two lists. */
export interface RunAnswer {
  byYear: Float64Array;
  byGroup: Float64Array;
  lengths: Int32Array;
  posts: Float64Array;
  beds: Float64Array;
  waits: Uint32Array;
  /** `place|year|from|to|cause`, sorted, and the persons of each. */
  flowKeys: string[];
  flowPersons: Float64Array;
  /** Rows of events.csv without header; null where not asked for. */
  eventText: string | null;
}

/** How many, and on how many threads. */
export interface SourceOptions {
  replications: number;
  workers: number;
  signal?: AbortSignal;
  /** Node only: the built worker's file; null: all runs in this thread. */
  workerFile?: URL | null;
}

/** Yields the answers of replications 1, 2, … in order, as far as `signal` lets it. */
export type ReplicationSource = (job: Job, options: SourceOptions) => AsyncIterable<ReplicationAnswer>;
