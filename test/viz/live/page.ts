/** A bare page with the model in it, for the tests: asks a question and keeps what came. */

import { type Conductor, conduct } from '../../../viz/live/conductor.ts';
import type { Problem } from '../../../viz/live/messages.ts';
import ModelWorker from '../../../viz/live/worker.ts?worker&inline';
import type { Question } from '../../../viz/question/question.ts';
import type { Result } from '../../../viz/result/result.ts';

/** What a test looks at. */
export interface Heard {
  runs: number[];
  problems: Problem[];
  results: Result[];
  isWhole: boolean;
}

const workers: Worker[] = [];
let heard: Heard = { runs: [], problems: [], results: [], isWhole: false };
let wake = () => {};
const conductor: Conductor = conduct(
  {
    result(result, { runs, isFinal }) {
      heard.runs.push(runs);
      heard.results.push(result);
      heard.isWhole = isFinal && result.middle.moves.length > 0;
      if (heard.isWhole) wake();
    },
    progress: () => {},
    problem(problem) {
      heard.problems.push(problem);
      wake();
    },
  },
  () => {
    const worker = new ModelWorker();
    workers.push(worker);
    return worker;
  },
);

/** Asks, and waits for the whole answer or a problem. */
async function answer(question: Question): Promise<Omit<Heard, 'results'> & { last: Result | undefined }> {
  heard = { runs: [], problems: [], results: [], isWhole: false };
  await new Promise<void>((resolve) => {
    wake = resolve;
    conductor.ask(question);
  });
  const { results, ...rest } = heard;
  return { ...rest, last: results.at(-1) };
}

/** A file of the answer, or the archive, byte by byte. */
async function file(name: string | null): Promise<number[] | null> {
  const blob = await conductor.files(name);
  return blob && [...new Uint8Array(await blob.arrayBuffer())];
}

/** Makes a worker fail by a message that it cannot mean; −1: the one that was started last. */
const lose = (worker: number) => workers.at(worker)?.postMessage({ kind: 'begin', role: 'simulator' });

Object.assign(globalThis, { answer, ask: conductor.ask, file, lose });
