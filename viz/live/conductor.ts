/**
 * The page's side of the model: starts workers, asks them, and hands results on. It does no work of its own; whatever takes
 * time happens in the workers.
 */

import type { Label } from '../../scenarios/words/words.ts';
import type { Question } from '../question/question.ts';
import type { Result } from '../result/result.ts';
import { live } from '../words/live.ts';
import type { Begin, FromAnalyst, Problem, Sign, ToAnalyst } from './messages.ts';
import type { Columns, Parcel } from './parcel.ts';
import { unwrap } from './parcel.ts';
import { watch } from './watchdog.ts';

/** How far an answer has come. */
export interface Progress {
  /** Counts the questions of this conductor. */
  version: number;
  /** Futures that all scenarios have run, and how many were asked for. */
  runs: number;
  of: number;
}

export interface Listener {
  /**
   * An answer, better each time. `isFinal`: all futures, nothing left out; before, medians are missing, and until 60 futures
   * hinges and break-evens. The middle future's moves may come a little later, with the same result once more.
   */
  result(result: Result, progress: Progress & { isFinal: boolean }): void;
  progress(progress: Progress): void;
  problem(problem: Problem, version: number): void;
}

export interface Conductor {
  /** Has a question run in the background, without results: what it shares with a later one need not be run then. */
  warm(question: Question, upTo?: number): void;
  /**
   * Asks; what was asked before is given up.
   * @param first index of the scenario that was changed: it is run before others
   * @returns the version that results will have
   */
  ask(question: Question, first?: number): number;
  /**
   * Files of the answer that was asked for last, when it is whole.
   * @param file `estimates.csv`, or another of a result directory; null: all, as a zip
   * @returns null when another question came first
   */
  files(file: string | null, progress?: (done: number, of: number) => void): Promise<Blob | null>;
  /** After a problem that ended the workers: starts them anew. What is asked next is run from the beginning. */
  restart(): void;
  /** Ends the workers. */
  end(): void;
}

/** Futures that are run in the background. */
const warmedUp = 60;

/** @param makeWorker starts `worker.ts` */
export function conduct(listener: Listener, makeWorker: () => Worker, simulators = usualSimulators()): Conductor {
  let analyst: Worker;
  let crew: Worker[] = [];
  let losses = 0;
  let version = 0;
  let asked: Extract<ToAnalyst, { kind: 'ask' }> | null = null;
  let last: { parcel: Parcel; progress: Progress & { isFinal: boolean }; moves: string | null } | null = null;
  let moves: { key: string; moves: Columns } | null = null;
  /** Somebody waits for an answer. */
  let isAsked = false;
  let isStopped = false;
  let nextFiles = 0;
  const waiting = new Map<
    number,
    { resolve: (blob: Blob | null) => void; progress: (done: number, of: number) => void }
  >();

  const tell = (message: ToAnalyst, transfer: Transferable[] = []) => analyst.postMessage(message, transfer);

  const watchdog = () =>
    watch<Worker>(
      (worker) => worker.postMessage({ kind: 'sign' } satisfies ToAnalyst),
      () => isAsked || waiting.size > 0,
      () => give(live.live_silent),
    );
  let signs = watchdog();

  function begin(): void {
    isStopped = false;
    analyst = started({ kind: 'begin', role: 'analyst' }, [], replace);
    crew = [];
    for (let index = 0; index < simulators; index++) engage(index);
  }

  function engage(index: number): void {
    const { port1, port2 } = new MessageChannel();
    crew[index] = started({ kind: 'begin', role: 'simulator', port: port1, of: simulators }, [port1], () => {
      // its finished runs are the analyst's; what it had in hand is run again
      crew[index].terminate();
      if (mayLose()) engage(index);
    });
    tell({ kind: 'simulator', index, port: port2 }, [port2]);
  }

  function started(message: Begin, transfer: Transferable[], lost: () => void): Worker {
    const worker = makeWorker();
    worker.onerror = (event) => {
      event.preventDefault();
      signs.leave(worker);
      lost();
    };
    worker.onmessage = ({ data }: MessageEvent<FromAnalyst | Sign>) => {
      signs.hear(worker);
      if (data.kind !== 'sign') hear(data);
    };
    worker.postMessage(message, transfer);
    signs.hear(worker);
    return worker;
  }

  /** With the analyst all is lost that was run. */
  function replace(): void {
    if (!mayLose()) return;
    restart();
    if (!asked) return;
    isAsked = !asked.silent;
    tell(asked);
  }

  function restart(): void {
    stop();
    signs = watchdog();
    begin();
  }

  function mayLose(): boolean {
    losses++;
    if (losses <= 1) return true;
    give(live.live_lost);
    return false;
  }

  /** Gives up, and says why. */
  function give(message: Label): void {
    stop();
    listener.problem({ kind: 'failed', message }, version);
  }

  function stop(): void {
    isStopped = true;
    isAsked = false;
    signs.end();
    for (const worker of [analyst, ...crew]) worker.terminate();
    for (const { resolve } of waiting.values()) resolve(null);
    waiting.clear();
  }

  function hear(message: Exclude<FromAnalyst, Sign>): void {
    if (message.kind === 'writing') {
      waiting.get(message.id)?.progress(message.done, message.of);
      return;
    }
    if (message.kind === 'files') {
      waiting.get(message.id)?.resolve(message.blob);
      waiting.delete(message.id);
      return;
    }
    if (message.version !== version) return;
    switch (message.kind) {
      case 'result': {
        const { runs, of, isFinal, result: parcel } = message;
        last = { parcel, progress: { version, runs, of, isFinal }, moves: message.moves };
        hand();
        break;
      }
      case 'moves':
        moves = { key: message.key, moves: message.moves };
        if (last) {
          last.moves = message.key;
          last.parcel.middle.replication = message.replication;
          hand();
        }
        break;
      case 'progress':
        listener.progress({ version, runs: message.runs, of: message.of });
        break;
      case 'problem':
        isAsked = false;
        listener.problem(message.problem, version);
        break;
    }
  }

  function hand(): void {
    if (!last) return;
    const { parcel, progress } = last;
    if (moves && moves.key === last.moves) {
      parcel.middle.moves = moves.moves;
      if (progress.isFinal) isAsked = false;
    }
    listener.result(unwrap(parcel), progress);
  }

  function send(question: Question, first: number, silent: boolean, upTo: number): void {
    version++;
    last = null;
    isAsked = !silent;
    asked = { kind: 'ask', version, question, first, silent, upTo };
    tell(asked);
  }

  begin();
  return {
    warm: (question, upTo = warmedUp) => send(question, 0, true, upTo),
    ask(question, first = 1) {
      send(question, first, false, question.replications);
      return version;
    },
    files(file, progress = () => {}) {
      if (isStopped) return Promise.resolve(null);
      const id = nextFiles++;
      return new Promise((resolve) => {
        waiting.set(id, { resolve, progress });
        tell({ kind: 'files', id, file });
      });
    },
    restart() {
      losses = 0;
      asked = null;
      restart();
    },
    end: stop,
  };
}

/** As many as there are processors, at most 4. */
function usualSimulators(): number {
  return Math.max(1, Math.min(4, navigator.hardwareConcurrency || 1));
}
