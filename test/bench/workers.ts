/** What a second thread adds. Both ways take turns; of each the quickest round counts. */
import { jobOf } from './job.ts';
import { inProcess } from './process.ts';
import type { Row } from './row.ts';
import { row } from './row.ts';
import { throughput } from './throughput.ts';

const rounds = 2;
const first = 12;
const counted = 20;

/** Milliseconds that pass for each replication once all threads are warm. */
export async function wallOfEach(workers: number): Promise<number> {
  return (await throughput(jobOf(['medium']), workers, first * workers, (first + counted) * workers)).each.wall;
}

export function measureWorkers(): Row[] {
  let [one, two] = [Infinity, Infinity];
  for (let round = 0; round < rounds; round++) {
    one = Math.min(one, inProcess<number>('wallOfEach', 1));
    two = Math.min(two, inProcess<number>('wallOfEach', 2));
  }
  return [row('workers.two', 'two threads against one, share of twice as fast', one / two / 2, '', { atLeast: 0.9 })];
}
