import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { seriesNames, waitings } from '../../model/record.ts';
import { prepare } from '../../scenarios/experiment/job.ts';
import { runReplication } from '../../scenarios/experiment/replication.ts';
import { exampleRequest, exampleScenarios } from '../../viz/example/example.ts';
import { factsOf, pack } from '../../viz/result/pack.ts';
import { example } from './example.ts';

const stale = 'the bundled example is not what the model gives now: npm run example makes it again';

it('the bundled example is what the code gives: its first two futures, run again, to the last person', () => {
  const { job, layouts } = prepare(exampleRequest());
  const bundled = example();
  const { days, singles, findings } = bundled;
  const wanted = singles.filter(({ replication }) => replication <= 2);
  expect(wanted.length).toBe(2 * exampleScenarios.length * findings.focus.length * waitings.length);
  for (const replication of [1, 2]) {
    const { runs } = runReplication(job, replication);
    runs.forEach(({ lengths }, at) => {
      const { dates, monthly, towns } = layouts[at];
      expect(monthly.map((date) => dates[date])).toEqual(days);
      for (const single of wanted) {
        if (single.replication !== replication || single.scenario !== job.scenarios[at].name) continue;
        const place = towns.indexOf(single.municipality);
        const series = seriesNames.findIndex(({ kind, queue }) => kind === 'waiting' && queue === single.queue);
        const again = monthly.map((date) => lengths[(place * dates.length + date) * seriesNames.length + series]);
        expect(single.lengths, `${single.scenario}, ${single.queue}: ${stale}`).toEqual(again);
      }
    });
  }
});

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
