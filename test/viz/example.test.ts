import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { runExperiment } from '../../scenarios/experiment/experiment.ts';
import { replicationsOf } from '../../scenarios/experiment/pool.ts';
import type { ReplicationSource } from '../../scenarios/experiment/protocol.ts';
import { exampleRequest, exampleScenarios } from '../../viz/example/example.ts';
import { Collector } from '../../viz/result/collect.ts';
import { factsOf, pack } from '../../viz/result/pack.ts';
import { example } from './example.ts';

const stale = 'the bundled example is not what the model gives now: npm run example makes it again';

it('the bundled example is what the code gives: its first two futures, run again, to the last person', async () => {
  const collector = new Collector();
  const two: ReplicationSource = (job, options) => replicationsOf(job, { ...options, workers: 1, workerFile: null });
  await runExperiment({ ...exampleRequest(), replications: 2, workers: 1 }, collector, two);
  const again = collector.result();
  const bundled = example();
  const own = again.singles.filter(({ municipality }) => bundled.findings.focus.includes(municipality));
  const first = bundled.singles.filter(({ replication }) => replication <= 2);
  expect(own.length).toBeGreaterThan(0);
  // compared as text: a message of thousands of numbers helps nobody
  expect(JSON.stringify(first) === JSON.stringify(own), stale).toBe(true);
  expect(bundled.days, stale).toEqual(again.days);
}, 60_000);

it('the bundled example has the scenarios that the bundled files make now, with all their parameters', () => {
  const { scenarios } = exampleRequest();
  const facts = (list: readonly object[]) => JSON.stringify(list);
  const bundled = example().findings.scenarios;
  expect(bundled.map(({ name }) => name)).toEqual([...exampleScenarios]);
  const now = JSON.parse(JSON.stringify(scenarios.map(factsOf)));
  const then = JSON.parse(JSON.stringify(bundled));
  expect(facts(then) === facts(now), stale).toBe(true);
});

it('the bundled example is packed as the program packs it: read and packed again, it is the same text', () => {
  const file = readFileSync('viz/example/medium.json', 'utf8');
  expect(`${pack(example())}\n` === file, stale).toBe(true);
});
