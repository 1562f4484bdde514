/** Memory against the length of the run: what has happened is counted, not kept. */
import { advance, begin } from '../../model/simulate.ts';
import { runReplication } from '../../scenarios/experiment/replication.ts';
import { asGiven, realise } from '../../scenarios/resolve/realise.ts';
import { jobOf } from './job.ts';
import { inProcess, peakMegabytes } from './process.ts';
import type { Row } from './row.ts';
import { row } from './row.ts';

interface Memory {
  /** Megabytes of living objects at the horizon, the world still in hand. */
  living: number;
  /** Megabytes of the process at most, over some replications. */
  peak: number;
}

/** Years simulated for the peak, history included: it depends on how much the collector has had to do. */
const simulatedYears = 135;

/** Memory with runs of so many years after the switch. Needs `--expose-gc`. */
export function memoryOf(years: number): Memory {
  const job = jobOf(['medium'], years);
  const [{ plan, dates }] = job.scenarios;
  const world = begin(realise(plan, asGiven), { seed: job.seed, replication: 1, dates }, null);
  advance(world, world.endDay);
  // the first collection only marks some of what is dead for the second
  globalThis.gc?.();
  globalThis.gc?.();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  const living = (heapUsed + arrayBuffers) / 2 ** 20;
  if (world.clock.now < world.endDay) throw new Error('the run ended too early');
  const replications = Math.round(simulatedYears / (plan.history + years));
  for (let replication = 1; replication <= replications; replication++) runReplication(job, replication);
  return { living, peak: peakMegabytes() };
}

export function measureMemory(): Row[] {
  const [short, long] = [10, 40].map((years) => inProcess<Memory>('memoryOf', years, ['--expose-gc']));
  return [
    row('memory.living', 'medium: living objects at the horizon, ten years', short.living, 'MB'),
    row('memory.livingRatio', 'the same, forty years against ten', long.living / short.living, 'times', {
      atMost: 1.1,
    }),
    row('memory.peak', 'medium: most memory of the process, runs of ten years', short.peak, 'MB'),
    row('memory.peakRatio', 'the same, as many years in runs of forty, against ten', long.peak / short.peak, 'times', {
      atMost: 1.1,
    }),
  ];
}
