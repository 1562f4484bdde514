import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { runExperiment } from '../../../scenarios/experiment/experiment.ts';
import { replicationsOf } from '../../../scenarios/experiment/pool.ts';
import { digest } from '../../../scenarios/experiment/statistics/digest.ts';
import { resolveAll } from '../../../scenarios/resolve/resolve-all.ts';
import { openResults } from '../../../scenarios/results/directory.ts';
import { checkpoints } from '../../../viz/live/schedule.ts';
import { yamlOf } from '../../../viz/question/compose.ts';
import type { Question } from '../../../viz/question/question.ts';
import { Collector } from '../../../viz/result/collect.ts';
import { factsOf } from '../../../viz/result/pack.ts';
import type { Result } from '../../../viz/result/result.ts';
import { withChromium } from '../../browser/chromium.ts';
import { withFirefox } from '../../browser/firefox.ts';
import { inChromium, inFirefox } from '../../browser/suite.ts';
import { livePage } from './live-page.ts';
import type { Heard } from './page.ts';

const question: Question = {
  place: 'small',
  scenarios: [
    { policies: [], changes: [] },
    { policies: ['framework'], changes: [{ path: 'follow_up.caseload', value: 15 }] },
  ],
  replications: 3,
  seed: 4,
  years: 2,
  history: 1,
  uncertainty: 'all',
  files: {},
};

const folder = mkdtempSync(join(tmpdir(), 'forlop-'));
const there = join(folder, 'result');
const collector = new Collector();
let page = '';

beforeAll(async () => {
  page = await livePage(folder);
  // the command line, with the files that the page offers
  const { files, command } = yamlOf(question);
  for (const [path, text] of Object.entries(files)) writeFileSync(join(folder, path), text);
  const names = command.split(' ').slice(2, 4);
  const readFile = (path: string) => readFileSync(join(folder, path), 'utf8');
  const scenarios = resolveAll(names, { years: 2, history: 1, readFile });
  const request = {
    scenarios,
    base: scenarios[0],
    replications: 3,
    seed: 4,
    uncertainty: 'all' as const,
    workers: 1,
    every: 'month' as const,
    municipalities: 'focus' as const,
    events: false,
    command,
    inputs: { scenarios: names, sets: [], files },
  };
  await runExperiment(request, openResults(there, { force: false }), replicationsOf);
  await runExperiment(request, collector, replicationsOf);
}, 120_000);
afterAll(() => rmSync(folder, { recursive: true }));

type Answered = Omit<Heard, 'results'> & { last: Result };
const call = (name: string, ...given: unknown[]) =>
  `globalThis.${name}(${given.map((one) => JSON.stringify(one)).join(', ')})`;
const text = (bytes: unknown) => Buffer.from(bytes as number[]).toString('utf8');

inChromium('a question asked in a page from disk, under its policy, in Chromium', () => {
  test('is answered future by future, and in the end as the command line answers it', async () => {
    const { runs, problems, last } = await withChromium(async (tab) => {
      await tab.goto(page);
      return (await tab.evaluate(call('answer', question))) as Answered;
    });
    expect(problems).toEqual([]);
    // what is overtaken before it can be shown is left out; medians and the middle future come later, with as many futures
    expect([...new Set(runs)]).toEqual(checkpoints(3).filter((n) => runs.includes(n)));
    expect(runs).toEqual([...runs].sort((a, b) => a - b));
    expect(runs.at(-1)).toBe(3);
    const plain = (value: unknown) => JSON.parse(JSON.stringify(value));
    const result = collector.result();
    for (const name of ['days', 'bands', 'singles', 'flows', 'capacity', 'waits', 'middle'] as const) {
      expect(plain(last[name])).toEqual(plain(result[name]));
    }
    const everybody = (rows: { group: string }[]) => plain(rows.filter(({ group }) => group === 'all'));
    expect(plain(last.findings.estimates)).toEqual(everybody(result.findings.estimates));
    expect(plain(last.findings.comparisons)).toEqual(everybody(result.findings.comparisons));
    expect(plain(last.findings.scenarios)).toEqual(plain(result.findings.scenarios.map(factsOf)));
    expect(last.findings.flowBalance).toEqual(result.findings.flowBalance);
    expect(last.findings.events).toBe(result.findings.events);
  });

  test('gives files that are the command line’s, byte for byte; run.json differs in what ran it', async () => {
    const [archive, alone] = await withChromium(async (tab) => {
      await tab.goto(page);
      await tab.evaluate(call('answer', question));
      return [await tab.evaluate(call('file', null)), await tab.evaluate(call('file', 'comparison.csv'))];
    });
    const files = unzipSync(Uint8Array.from(archive as number[]));
    expect(Object.keys(files).sort()).toEqual(readdirSync(there).sort());
    const own = (name: string) => readFileSync(join(there, name), 'utf8');
    for (const [name, bytes] of Object.entries(files)) {
      if (name === 'run.json') continue;
      // a digest first: a difference of megabytes is no message
      expect([name, digest([text(bytes)])]).toEqual([name, digest([own(name)])]);
      expect(text(bytes)).toBe(own(name));
    }
    expect(text(alone)).toBe(own('comparison.csv'));
    const ofMaker = ['lock_file', 'node', 'engine', 'wall_seconds', 'events_per_second'];
    const said = (json: string) => Object.entries(JSON.parse(json)).filter(([key]) => !ofMaker.includes(key));
    expect(said(text(files['run.json']))).toEqual(said(own('run.json')));
  });

  test('what is wrong is said at its field, and the next question is answered', async () => {
    const wrong = structuredClone(question);
    wrong.scenarios[1].changes[0].value = 999;
    const [bad, good] = await withChromium(async (tab) => {
      await tab.goto(page);
      return [
        (await tab.evaluate(call('answer', wrong))) as Answered,
        (await tab.evaluate(call('answer', question))) as Answered,
      ];
    });
    expect(bad.problems).toMatchObject([{ kind: 'input', scenario: 1, path: 'follow_up.caseload' }]);
    expect(good).toMatchObject({ problems: [], isWhole: true });
  });

  test('a question takes the place of one that is still being answered', async () => {
    const other = { ...question, replications: 500, seed: 9 };
    const { runs, last } = await withChromium(async (tab) => {
      await tab.goto(page);
      await tab.evaluate(`${call('ask', other)}; undefined`);
      return (await tab.evaluate(call('answer', question))) as Answered;
    });
    expect(Math.max(...runs)).toBe(3);
    expect(last.findings.seed).toBe(4);
  });

  test.each([
    ['a simulator', 1],
    ['the analyst', 0],
  ])('%s that is lost is replaced, once', async (_, worker) => {
    const { once, twice } = await withChromium(async (tab) => {
      await tab.goto(page);
      await tab.evaluate(`${call('ask', question)}; ${call('lose', worker)}; undefined`);
      const once = (await tab.evaluate(call('answer', question))) as Answered;
      const again = call('answer', { ...question, seed: 5, replications: 500 });
      const twice = await tab.evaluate(`{ const made = ${again}; ${call('lose', -1)}; made; }`);
      return { once, twice: twice as Answered };
    });
    expect(once).toMatchObject({ problems: [], isWhole: true });
    expect(twice.problems).toMatchObject([{ kind: 'failed', message: { en: expect.stringContaining('twice') } }]);
  });
});

inFirefox('a question asked in a page from disk, under its policy, in Firefox', () => {
  test('gives the same digest of differences as the command line', async () => {
    const bytes = await withFirefox(async (tab) => {
      await tab.goto(page);
      await tab.evaluate(call('answer', question));
      return tab.evaluate(call('file', 'comparison.csv'));
    });
    expect(digest([text(bytes)])).toBe(digest([readFileSync(join(there, 'comparison.csv'), 'utf8')]));
  });
});
