import { expect, test } from 'vitest';
import { FlowBalance } from '../../../scenarios/experiment/flow-balance.ts';
import { layoutOf } from '../../../scenarios/experiment/layout.ts';
import { runReplication } from '../../../scenarios/experiment/replication.ts';
import { scenarios } from './small-experiment.ts';

const [{ name, plan, arrangement }] = scenarios(['tiny']);
const layout = layoutOf(arrangement, 'month');
const job = {
  seed: 1,
  uncertainty: 'all' as const,
  scenarios: [{ name, plan, past: 0, dates: layout.dates }],
  events: false,
};

test('one person who moves without a flow is found, with place, year and position', () => {
  const answer = runReplication(job, 1);
  const flow = answer.runs[0].flowKeys.indexOf('0|1|outpatient|after_discharge|course_ended');
  expect(flow).toBeGreaterThanOrEqual(0);
  answer.runs[0].flowPersons[flow]--;
  const balance = new FlowBalance();
  balance.check(answer, [name], [layout]);
  expect(balance.failed).toBe(2);
  expect(balance.first).toBe('tiny, replication 1, 1, 2027, outpatient: off by -1');
});

test('a year without the dates of both its ends is not looked at', () => {
  const short = { ...layout, dates: layout.dates.slice(0, 13) };
  const answer = runReplication({ ...job, scenarios: [{ ...job.scenarios[0], dates: short.dates }] }, 1);
  const balance = new FlowBalance();
  balance.check(answer, [name], [short]);
  expect(balance).toMatchObject({ failed: 0, cells: 2 * 16 });
});
