import { describe, expect, test } from 'vitest';
import { catalogue } from '../../../scenarios/experiment/catalogue.ts';
import { Gatherer } from '../../../scenarios/experiment/gather.ts';
import { layoutOf } from '../../../scenarios/experiment/layout.ts';
import { answerOf, runReplication } from '../../../scenarios/experiment/replication.ts';
import { resolveScenario } from '../../../scenarios/resolve/compose.ts';
import { Runs } from '../../../viz/live/runs.ts';
import { Sums } from '../../../viz/result/collect.ts';

const { name, plan, arrangement } = resolveScenario('small', { years: 1, history: 1 });
const layout = layoutOf(arrangement, 'month');
const job = {
  seed: 1,
  uncertainty: 'all' as const,
  events: false,
  scenarios: [{ name, plan, past: 0, dates: layout.dates }],
};
const answers = [1, 2, 3, 4].map((replication) => runReplication(job, replication));
const runOf = (replication: number) => ({
  answer: answers[replication - 1].runs[0],
  townDraws: [],
  events: answers[replication - 1].events,
  pastEvents: 0,
});

describe('the runs of a scenario', () => {
  const runs = new Runs(layout);
  for (const replication of [3, 1, 4, 2]) runs.add(replication, structuredClone(runOf(replication)));

  test('come back as they came', () => {
    for (const replication of [1, 2, 3, 4]) expect(runs.get(replication)).toEqual(runOf(replication));
    expect(() => runs.get(5)).toThrow(/5/);
  });

  test('count only as far as none is missing', () => {
    const gap = new Runs(layout);
    gap.add(2, structuredClone(runOf(2)));
    expect([gap.count, gap.has(2), gap.has(1)]).toEqual([0, true, false]);
    gap.add(1, structuredClone(runOf(1)));
    expect(gap.count).toBe(2);
  });

  test.each([1, 3, 4])(
    'the first %i are gathered as an experiment gathers them, whatever the order they came in',
    (n) => {
      const gatherer = new Gatherer([name], [layout], catalogue());
      const sums = new Sums(layout);
      for (const answer of answers.slice(0, n)) {
        gatherer.take(answer);
        sums.add(answer.replication, answer.runs[0]);
      }
      const sample = runs.sample(name, n);
      expect(sample.gathered).toEqual(gatherer.scenarios[0]);
      expect(sample.collected.sums).toEqual(sums);
      expect(runs.sample(name, n)).toBe(sample);
    },
  );
});

test('a replication put together from its scenarios counts the past that they share once', () => {
  const shared = { ...runOf(1), events: 10, pastEvents: 4 };
  const scenarios = [job.scenarios[0], { ...job.scenarios[0], name: 'b' }, { ...job.scenarios[0], name: 'c', past: 2 }];
  const { events } = answerOf({ scenarios }, 1, [shared, shared, shared], []);
  expect(events).toBe(10 + 6 + 10);
});
