import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { bundled } from '../../../scenarios/resolve/bundled.ts';
import { resolveAll } from '../../../scenarios/resolve/resolve-all.ts';
import { openResults } from '../../../scenarios/results/directory.ts';
import { content, newDirectory, rows } from '../results/result-directory.ts';
import { run, tiny } from './small-experiment.ts';

const original = bundled.policies['purchaser-provider'];
const copy = original.replace('policy: purchaser-provider', 'policy: copied\ncopy_of: purchaser-provider:plug');
const files: Record<string, string> = {
  './tiny.yaml': tiny,
  './same.yaml': copy,
  './changed.yaml': copy.replace('{ value: 0.1, low: 0, high: 0.25,', '{ value: 0.2, low: 0.2, high: 0.2,'),
};

const parent = newDirectory();
afterAll(() => rmSync(parent, { recursive: true }));

/** What is written of `tiny` and a policy over it. */
async function written(policy: string): Promise<string> {
  const directory = join(parent, policy.replace(/\W/g, ''));
  const scenarios = resolveAll(['./tiny.yaml', `./tiny.yaml+${policy}`], {
    years: 2,
    history: 1,
    readFile: (path) => files[path],
  });
  await run([], { scenarios, base: scenarios[0], events: true }, openResults(directory, { force: false }));
  return directory;
}

let asItIs: string;
let same: string;
let changed: string;
beforeAll(async () => {
  asItIs = await written('purchaser-provider:plug');
  same = await written('./same.yaml:plug');
  changed = await written('./changed.yaml:plug');
}, 120_000);

test('a copy with nothing changed gives the same bytes but for its name', () => {
  const renamed = Object.entries(content(same)).map(([name, text]) => [
    name,
    text.replaceAll('tiny+copied:plug', 'tiny+purchaser-provider:plug'),
  ]);
  expect(Object.fromEntries(renamed)).toEqual(content(asItIs));
  expect(content(same)['draws.csv']).toContain('purchaser-provider:plug/office.handover_days');
});

test('a copy with one number held draws all others as before', () => {
  const held = 'purchaser-provider:plug/office.wrong_unit_share';
  const before = rows(asItIs, 'draws.csv');
  expect(before.filter(({ path }) => path === held)).toHaveLength(4);
  expect(rows(changed, 'draws.csv')).toEqual(before.filter(({ path }) => path !== held));
  // and the number makes a difference, so it was changed
  expect(content(changed)['queues.csv']).not.toBe(content(same)['queues.csv']);
});
