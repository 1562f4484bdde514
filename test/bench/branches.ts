/** Four scenarios from one past against one. */
import { runReplication } from '../../scenarios/experiment/replication.ts';
import { jobOf } from './job.ts';
import type { Row } from './row.ts';
import { row } from './row.ts';
import { cpuMs, least } from './timing.ts';

const rounds = 4;
const replications = 3;
const policies = ['', '+framework:held-back', '+earmarked-criteria', '+purchaser-provider:plug'];

export function measureBranches(): Row[] {
  const one = jobOf(['medium']);
  const four = jobOf(policies.map((policy) => `medium${policy}`));
  for (let warm = 1; warm <= 3; warm++) runReplication(four, warm);
  let [single, branched] = [0, 0];
  for (let replication = 1; replication <= replications; replication++) {
    const [ofOne, ofFour] = least(rounds, cpuMs, [
      () => runReplication(one, replication),
      () => runReplication(four, replication),
    ]);
    single += ofOne;
    branched += ofFour;
  }
  return [
    row('branches.ratio', 'four scenarios branched at the switch, against one', branched / single, 'CPU times', {
      atMost: 3.1,
    }),
  ];
}
