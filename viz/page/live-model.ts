/** The model behind the page: what is asked is run in workers, and every better answer is shown. */
import { inOrder } from '../../scenarios/words/voice.ts';
import type { Conductor } from '../live/conductor.ts';
import { conduct } from '../live/conductor.ts';
import type { Problem } from '../live/messages.ts';
import type { Question } from '../question/question.ts';
import { lettersOf } from '../question/question.ts';
import type { Result } from '../result/result.ts';
import type { App } from './app.ts';

export interface LiveModel {
  /** Files of the answer; null: something else was asked meanwhile. */
  files: Conductor['files'];
  /** Asks for what is not answered by what is shown. */
  ask: () => void;
  /** After a problem that ended the calculation: asks once more. */
  again: () => void;
  end: () => void;
}

/**
 * @param answered the question that the result on the page answers; null: it answers none that can be asked here
 */
export function goLive(app: App, makeWorker: () => Worker, answered: Question | null): LiveModel | null {
  const known = { question: answered, result: app.result };
  let asked: Question | null = answered;
  let conductor: Conductor;
  try {
    conductor = conduct({ result: shown, progress: counted, problem: refused }, makeWorker);
  } catch {
    // some browsers refuse workers to a page from disk
    return null;
  }
  function shown(result: Result, { runs, of }: { runs: number; of: number }): void {
    if (asked === null) return;
    const letters = lettersOf(asked);
    inOrder(result.findings).forEach((scenario, at) => {
      scenario.letter = letters[at];
    });
    app.show(result, runs, of);
  }
  function counted({ runs, of }: { runs: number; of: number }): void {
    app.report({ done: runs, of });
  }
  function refused(problem: Problem): void {
    const path = problem.kind === 'input' ? problem.path : null;
    app.report({
      problem: problem.message,
      problemAt: path,
      ...(problem.kind === 'input' ? {} : { live: 'off', why: problem.message }),
    });
  }
  function ask(isAgain = false): void {
    const { question } = app;
    if (question === null || (question === asked && !isAgain)) return;
    if (app.status.live === 'off') {
      conductor.restart();
      app.report({ live: 'ready', why: null });
    }
    const before = asked;
    asked = question;
    if (question === known.question) {
      conductor.warm(question, 1);
      app.show(known.result, known.result.findings.replications, known.result.findings.asked);
      return;
    }
    const isOther = before === null || settingOut(before) !== settingOut(question);
    app.report({ problem: null, problemAt: null, stale: isOther || app.status.stale });
    conductor.ask(question, firstChanged(before, question));
  }
  app.report({ live: 'ready' });
  if (app.question !== null && app.question === answered) conductor.warm(app.question);
  return {
    files: (file, progress) => conductor.files(file, progress),
    ask: () => ask(),
    again: () => ask(true),
    end: () => conductor.end(),
  };
}

/** Place and policies, without numbers: where they are the same, what is shown is at least about the same. */
function settingOut(question: Question): string {
  const all = lettersOf(question);
  return JSON.stringify([question.place, question.scenarios.map(({ policies }, at) => [all[at], policies])]);
}

/** The scenario that is run before others: the first that is not as it was. */
export function firstChanged(before: Question | null, now: Question): number {
  const at = now.scenarios.findIndex((scenario) => !before?.scenarios.includes(scenario));
  return at < 0 ? Math.min(1, now.scenarios.length - 1) : at;
}
