/** A thousand replications of `medium` on two threads: all of them, or from some of them. */
import { jobOf } from './job.ts';
import type { Row } from './row.ts';
import { row } from './row.ts';
import { throughput } from './throughput.ts';

const all = 1_000;
const first = 20;
const counted = 60;

/** @param full runs all thousand instead of estimating from the first */
export async function measureThousand(full: boolean): Promise<Row[]> {
  const replications = full ? all : counted;
  const { start, each } = await throughput(jobOf(['medium']), 2, first, replications);
  const cpu = start.cpu + (all - first) * each.cpu;
  const wall = start.wall + (all - first) * each.wall;
  const how = full ? 'all run' : `estimated from ${counted}`;
  return [
    row('thousand.cpu', `1,000 replications of medium on two threads, ${how}: each`, cpu / all, 'CPU ms', {
      atMost: 80,
    }),
    row('thousand.half', 'the same, half of the CPU time', cpu / 2000, 's', { atMost: 40 }),
    row('thousand.wall', 'the same, as it passed', wall / 1000, 's', { atMost: 40 }),
  ];
}
