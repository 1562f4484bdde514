/** An experiment's replications as they come from its threads. */
import { replicationsOf } from '../../scenarios/experiment/pool.ts';
import type { Job } from '../../scenarios/experiment/protocol.ts';
import { cpuMs, wallMs } from './timing.ts';

export interface Cost {
  /** CPU milliseconds of all threads. */
  cpu: number;
  /** Milliseconds that passed. */
  wall: number;
}

export interface Throughput {
  /** What the first replications cost, the start of threads and the compiling of code included. */
  start: Cost;
  /** What each further one costs. */
  each: Cost;
}

/**
 * @param first replications that count as start
 * @param replications in all
 */
export async function throughput(job: Job, workers: number, first: number, replications: number): Promise<Throughput> {
  const so = (): Cost => ({ cpu: cpuMs(), wall: wallMs() });
  const begin = so();
  let middle = begin;
  let done = 0;
  for await (const _ of replicationsOf(job, { replications, workers })) {
    done++;
    if (done === first) middle = so();
  }
  const end = so();
  const between = (key: keyof Cost) => (end[key] - middle[key]) / (replications - first);
  return {
    start: { cpu: middle.cpu - begin.cpu, wall: middle.wall - begin.wall },
    each: { cpu: between('cpu'), wall: between('wall') },
  };
}
