import { afterEach, describe, expect, test } from 'vitest';
import { Analyst } from '../../../viz/live/analyst.ts';
import type { FromAnalyst } from '../../../viz/live/messages.ts';
import { simulate } from '../../../viz/live/simulator.ts';
import type { Question } from '../../../viz/question/question.ts';

const question: Question = {
  place: 'small',
  scenarios: [{ policies: [], changes: [] }],
  replications: 4,
  seed: 1,
  years: 1,
  history: 1,
  uncertainty: 'all',
  files: {},
};

describe('an analyst', () => {
  const lines: MessagePort[] = [];
  afterEach(() => {
    for (const line of lines.splice(0)) line.close();
  });

  /** What is said until an answer is final, or there is none. */
  function answered(mostBytes?: number): Promise<FromAnalyst[]> {
    const heard: FromAnalyst[] = [];
    return new Promise((resolve) => {
      const analyst = new Analyst((message) => {
        heard.push(message);
        if (message.kind === 'problem' || (message.kind === 'result' && message.isFinal)) resolve(heard);
      }, mostBytes);
      const { port1, port2 } = new MessageChannel();
      lines.push(port1, port2);
      simulate(port1, 1);
      analyst.hear({ kind: 'simulator', index: 0, port: port2 });
      analyst.hear({ kind: 'ask', version: 7, question, first: 0, silent: false, upTo: 4 });
    });
  }

  test('says how many futures there is room for when the first one shows that all are too many, and runs no more', async () => {
    const heard = await answered(100_000);
    const last = heard.at(-1);
    expect(last).toMatchObject({ kind: 'problem', version: 7, problem: { kind: 'memory' } });
    if (last?.kind !== 'problem') throw new Error('no problem');
    expect(last.problem.message.en).toMatch(/^So many futures need more memory .* there is room for [0-3]\. /);
    expect(last.problem.message.nb).toMatch(/^Så mange framtider trenger mer minne .* det er plass til [0-3]\. /);
    const runs = heard.flatMap((message) => (message.kind === 'progress' ? message.runs : []));
    expect(runs).toEqual([0]);
  });

  test('answers where there is room', async () => {
    const heard = await answered(10_000_000);
    expect(heard.at(-1)).toMatchObject({ kind: 'result', version: 7, runs: 4, of: 4 });
    expect(heard.some(({ kind }) => kind === 'problem')).toBe(false);
  });
});
