/** Where an experiment puts what it finds. `scenarios/results` writes a directory; a page may keep it. */

import type { Catalogue } from './catalogue.ts';
import type { ExperimentRequest, Findings } from './findings.ts';
import type { Layout } from './layout.ts';
import type { ReplicationAnswer } from './protocol.ts';

/** What is known before the first replication. */
export interface Setup {
  request: ExperimentRequest;
  catalogue: Catalogue;
  /** One a scenario. */
  layouts: Layout[];
}

/** A row of bands.csv. `base` is empty for a level. */
export interface BandRow {
  scenario: string;
  base: string;
  day: number;
  municipality: string;
  kind: string;
  queue: string;
  mean: number;
  /** p05, p25, p50, p75, p95. */
  quantiles: readonly number[];
}

/** What is only known at the end, and too large to keep in `Findings`. */
export interface Tail {
  bands: Iterable<BandRow>;
  /** One a scenario: places × 2 × queues × (days + 1) × 3, summed over replications. */
  waits: Float64Array[];
  /** Rows of middle.csv, as cells of text. */
  middle: Iterable<string[]>;
}

export interface ResultWriter {
  readonly directory: string;
  begin(setup: Setup): void;
  /** Called in order of replications. */
  replication(answer: ReplicationAnswer): void;
  /** Writes the rest and gives the directory its name. */
  finish(findings: Findings, tail: Tail): void;
  /** Removes what was written so far; nothing is left but what was there before. */
  discard(): void;
}
