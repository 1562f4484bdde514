/** Memory against the length of the run: what has happened is counted, not kept. */
import { advance, begin } from '../../model/simulate.ts';
import { runReplication } from '../../scenarios/experiment/replication.ts';
import { asGiven, realise } from '../../scenarios/resolve/realise.ts';
import { jobOf } from './job.ts';
import { inProcess, peakMegabytes } from './process.ts';
import type { Row } from './row.ts';
import { row } from './row.ts';

interface Memory {
  /** Megabytes of the process at most, over some replications. */
  peak: number;
  /** Megabytes of living objects at the horizon of one more, its world still in hand. */
  living: number;
}

/** Runs some replications of so many years. Needs `--expose-gc`. */
export function memoryOf(years: number): Memory {
  const job = jobOf(['medium'], years);
  for (let replication = 1; replication <= 3; replication++) runReplication(job, replication);
  const peak = peakMegabytes();
  const [{ plan, dates }] = job.scenarios;
  const world = begin(realise(plan, asGiven), { seed: job.seed, replication: 1, dates }, null);
  advance(world, world.endDay);
  globalThis.gc?.();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  const living = (heapUsed + arrayBuffers) / 2 ** 20;
  if (world.clock.now < world.endDay) throw new Error('the run ended too early');
  return { peak, living };
}

export function measureMemory(): Row[] {
  const [short, long] = [10, 40].map((years) => inProcess<Memory>('memoryOf', years, ['--expose-gc']));
  return [
    row('memory.peak', 'medium: most memory of the process, ten years', short.peak, 'MB'),
    row('memory.peakRatio', 'the same, forty years against ten', long.peak / short.peak, 'times', { atMost: 1.1 }),
    row('memory.living', 'medium: living objects at the horizon, ten years', short.living, 'MB'),
    row('memory.livingRatio', 'the same, forty years against ten', long.living / short.living, 'times', {
      atMost: 1.1,
    }),
  ];
}
