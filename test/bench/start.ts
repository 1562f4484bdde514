/** From the start of a process to the first replication. */
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { runReplication } from '../../scenarios/experiment/replication.ts';
import { jobOf } from './job.ts';
import { inProcess } from './process.ts';
import type { Row } from './row.ts';
import { row } from './row.ts';
import { least, wallMs } from './timing.ts';

const rounds = 5;

/** Reads the place and runs one replication. */
export function firstReplication(): number {
  return runReplication(jobOf(['medium']), 1).events;
}

export function measureStart(): Row[] {
  const forlop = fileURLToPath(new URL('./forlop.js', import.meta.url));
  const [node, version, first] = least(rounds, wallMs, [
    () => spawnSync(process.execPath, ['-e', '0']),
    () => spawnSync(process.execPath, [forlop, '--version']),
    () => inProcess('firstReplication'),
  ]);
  return [
    row('start.node', 'Node alone, started and ended', node / 1000, 's'),
    row('start.version', 'forlop --version', version / 1000, 's'),
    row('start.first', 'first replication of medium since the process began', first / 1000, 's', { atMost: 0.8 }),
  ];
}
