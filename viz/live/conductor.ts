/**
 * The page's side of the model: starts workers, asks them, and hands results on. It does no work of its own; whatever takes
 * time happens in the workers.
 */
import type { Question } from '../question/question.ts';
import type { Move, Result } from '../result/result.ts';
import { live } from '../words/live.ts';
import type { Begin, FromAnalyst, Problem, ToAnalyst } from './messages.ts';
import { rowsOf, unwrap } from './parcel.ts';

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
  let last: { result: Result; progress: Progress & { isFinal: boolean }; moves: string | null } | null = null;
  let moves: { key: string; moves: Move[] } | null = null;
  let nextFiles = 0;
  const waiting = new Map<
    number,
    { resolve: (blob: Blob | null) => void; progress: (done: number, of: number) => void }
  >();

  const tell = (message: ToAnalyst, transfer: Transferable[] = []) => analyst.postMessage(message, transfer);

  function begin(): void {
    analyst = started({ kind: 'begin', role: 'analyst' }, [], restart);
    analyst.onmessage = ({ data }: MessageEvent<FromAnalyst>) => hear(data);
    crew = [];
    for (let index = 0; index < simulators; index++) engage(index);
  }

  function engage(index: number): void {
    const { port1, port2 } = new MessageChannel();
    crew[index] = started({ kind: 'begin', role: 'simulator', port: port1, of: simulators }, [port1], () => {
      // its finished runs are the analyst's; what it had in hand is run again
      crew[index].terminate();
      if (mayLose()) engage(index);
      else stop();
    });
    tell({ kind: 'simulator', index, port: port2 }, [port2]);
  }

  function started(message: Begin, transfer: Transferable[], lost: () => void): Worker {
    const worker = makeWorker();
    worker.onerror = (event) => {
      event.preventDefault();
      lost();
    };
    worker.postMessage(message, transfer);
    return worker;
  }

  /** With the analyst all is lost that was run. */
  function restart(): void {
    stop();
    if (!mayLose()) return;
    begin();
    if (asked) tell(asked);
  }

  function mayLose(): boolean {
    losses++;
    if (losses <= 1) return true;
    listener.problem({ kind: 'failed', message: live.live_lost }, version);
    return false;
  }

  function stop(): void {
    for (const worker of [analyst, ...crew]) worker.terminate();
    for (const { resolve } of waiting.values()) resolve(null);
    waiting.clear();
  }

  function hear(message: FromAnalyst): void {
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
        const { runs, of, isFinal } = message;
        const result = unwrap(message.result);
        last = { result, progress: { version, runs, of, isFinal }, moves: message.moves };
        hand();
        break;
      }
      case 'moves':
        moves = { key: message.key, moves: rowsOf<Move>(message.moves) };
        if (last) {
          last.moves = message.key;
          last.result = { ...last.result, middle: { replication: message.replication, moves: moves.moves } };
          hand();
        }
        break;
      case 'progress':
        listener.progress({ version, runs: message.runs, of: message.of });
        break;
      case 'problem':
        listener.problem(message.problem, version);
        break;
    }
  }

  function hand(): void {
    if (!last) return;
    const { result, progress } = last;
    if (moves && moves.key === last.moves) result.middle.moves = moves.moves;
    listener.result(result, progress);
  }

  function send(question: Question, first: number, silent: boolean, upTo: number): void {
    version++;
    last = null;
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
      const id = nextFiles++;
      return new Promise((resolve) => {
        waiting.set(id, { resolve, progress });
        tell({ kind: 'files', id, file });
      });
    },
    end: stop,
  };
}

/** As many as there are processors, at most 4. */
function usualSimulators(): number {
  return Math.max(1, Math.min(4, navigator.hardwareConcurrency || 1));
}
