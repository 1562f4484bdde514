/**
 * What the page, its analyst and its simulators say to each other. All are workers of one script: the first message tells
 * one what it is. The page only gets what it shows; simulators and analyst have lines of their own between them.
 */
import type { ScenarioRun } from '../../scenarios/experiment/replication.ts';
import type { Language } from '../../scenarios/resolve/messages.ts';
import type { Plan } from '../../scenarios/resolve/plan.ts';
import type { Question } from '../question/question.ts';
import type { Columns, Parcel } from './parcel.ts';
import type { Source } from './reader.ts';

/** The first message to a worker. */
export type Begin =
  | { kind: 'begin'; role: 'analyst' }
  | { kind: 'begin'; role: 'simulator'; port: MessagePort; of: number }
  | { kind: 'begin'; role: 'reader'; source: Source }
  /** Answers once, with `Written`. */
  | { kind: 'begin'; role: 'writer'; question: Question };

/** What a simulator needs to run a scenario; the key stands for it from then on. */
export interface Course {
  key: string;
  /** Courses of one past share their snapshots at the switch. */
  past: string;
  plan: Plan;
  dates: number[];
  seed: number;
  uncertainty: 'all' | 'chance';
}

export type ToSimulator =
  | { kind: 'course'; course: Course }
  | { kind: 'run'; task: number; key: string; replication: number; events: boolean }
  /** These are no longer wanted, begun or not. Nothing is answered. */
  | { kind: 'drop'; tasks: number[] };

export type FromSimulator =
  | { kind: 'done'; task: number; run: ScenarioRun; rows: string[][] | null }
  | { kind: 'failed'; task: number; reason: string; isMemory: boolean };

/** Asked for a sign of life, every worker gives one between two steps of its work. */
export interface Sign {
  kind: 'sign';
}

export type ToAnalyst =
  | Sign
  | { kind: 'simulator'; index: number; port: MessagePort }
  | { kind: 'ask'; version: number; question: Question; first: number; silent: boolean; upTo: number }
  | { kind: 'files'; id: number; file: string | null };

export type FromAnalyst =
  | Sign
  | {
      kind: 'result';
      version: number;
      result: Parcel;
      /** Which moves of the middle future belong to it; null: none are known yet. They come once, apart. */
      moves: string | null;
      runs: number;
      of: number;
      isFinal: boolean;
    }
  | { kind: 'moves'; version: number; key: string; replication: number; moves: Columns }
  | { kind: 'progress'; version: number; runs: number; of: number }
  | { kind: 'problem'; version: number; problem: Problem }
  | { kind: 'writing'; id: number; done: number; of: number }
  | { kind: 'files'; id: number; blob: Blob | null };

/** Why there is no answer. */
export type Problem =
  | {
      kind: 'input';
      /** Index of the scenario, and the changed number that it is about where there is one. */
      scenario: number;
      path: string | null;
      message: Record<Language, string>;
    }
  | { kind: 'memory' | 'failed'; message: Record<Language, string> };
