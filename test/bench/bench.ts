/**
 * The benchmark: `npm run bench`. Prints, from one run, how fast the model is here. Absolute times drift with the machine;
 * the ratios to the bare event loop of the same run hold. A model event is a row that `--events` would write.
 */
import { spawnSync } from 'node:child_process';
import { availableParallelism, cpus } from 'node:os';
import { fileURLToPath } from 'node:url';
import { Clock } from '../../model/kernel/clock.ts';
import { Draws } from '../../model/kernel/draws.ts';
import { Timer } from '../../model/kernel/timer.ts';
import { simulateFuture, simulateHistory } from '../../model/simulate.ts';
import { futureOf } from '../../scenarios/experiment/future.ts';
import { replicationsOf } from '../../scenarios/experiment/pool.ts';
import type { Job } from '../../scenarios/experiment/protocol.ts';
import { resolveScenario } from '../../scenarios/resolve/compose.ts';
import { textbookSpeed } from './textbook.ts';

const cpuMs = () => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
};

class Repeat extends Timer {
  static left = 0;
  readonly clock: Clock;
  readonly draws: Draws;
  constructor(clock: Clock, draws: Draws) {
    super();
    this.clock = clock;
    this.draws = draws;
  }
  override happen(now: number): void {
    if (Repeat.left-- > 0) this.clock.set(this, now + this.draws.exponential(50));
  }
}

/** Events a second of simjs's loop on our list, with 4,000 timers that only set themselves again. */
function bareLoop(): number {
  const clock = new Clock(1);
  const draws = new Draws(1, 0).at(0, 0, 0, 0);
  Repeat.left = 1_000_000;
  for (let i = 0; i < 4_000; i++) clock.set(new Repeat(clock, draws), 1 + draws.exponential(50));
  const before = cpuMs();
  clock.run(1e6);
  return clock.events / ((cpuMs() - before) / 1000);
}

interface Speed {
  history: number;
  future: number;
  events: number;
}

/** CPU milliseconds a replication: census and history, then ten years from the switch. */
function full(place: string, warm: number, counted: number): Speed {
  const { plan } = resolveScenario(place, { sets: [], years: 10, history: 5 });
  const speed = { history: 0, future: 0, events: 0 };
  for (let replication = 0; replication < warm + counted; replication++) {
    const [arrangement] = futureOf([plan], 1, replication, 'all').arrangements;
    const begin = cpuMs();
    const history = simulateHistory(arrangement, { seed: 1, replication, dates: [] });
    const middle = cpuMs();
    const before = history.world.observer.events;
    const { events } = simulateFuture(history, arrangement);
    const end = cpuMs();
    if (replication < warm) continue;
    speed.history += (middle - begin) / counted;
    speed.future += (end - middle) / counted;
    speed.events += (events - before) / counted;
  }
  return speed;
}

async function seconds(workers: number, replications: number): Promise<number> {
  const { plan } = resolveScenario('medium', { sets: [], years: 10, history: 5 });
  const job: Job = {
    seed: 1,
    uncertainty: 'all',
    scenarios: [{ name: 'medium', plan, past: 0, dates: [] }],
    events: false,
  };
  const begin = performance.now();
  for await (const _ of replicationsOf(job, { replications, workers })) void _;
  return (performance.now() - begin) / 1000;
}

const line = (label: string, value: string) => console.log(`${label.padEnd(56)} ${value.padStart(14)}`);

async function main(): Promise<void> {
  console.log(`Node ${process.version}, ${cpus()[0]?.model ?? 'unknown processor'}, ${availableParallelism()} cores\n`);
  const bare = bareLoop();
  line('bare event loop, million events a second', (bare / 1e6).toFixed(2));
  for (const place of ['medium', 'region']) {
    const { history, future, events } = full(place, 6, 14);
    const perSecond = events / (future / 1000);
    line(`${place}: CPU ms for census and five years of history`, history.toFixed(0));
    line(`${place}: CPU ms for ten years from the switch`, future.toFixed(0));
    line(`${place}: replications a second on one core, all in`, (1000 / (history + future)).toFixed(2));
    line(`${place}: model events in ten years`, events.toFixed(0));
    line(`${place}: million model events a second`, (perSecond / 1e6).toFixed(2));
    line(`${place}: share of the bare event loop`, (perSecond / bare).toFixed(2));
  }
  const program = fileURLToPath(new URL('./forlop.js', import.meta.url));
  const start = performance.now();
  spawnSync(process.execPath, [program, '--version']);
  const first = performance.now();
  spawnSync(process.execPath, ['-e', '0']);
  const bareNode = performance.now() - first;
  line('start of the program, ms', (first - start).toFixed(0));
  line('of which Node alone, ms', bareNode.toFixed(0));
  const one = await seconds(1, 12);
  const two = await seconds(2, 24);
  line('two workers against one, share of linear', (one / two).toFixed(2));
  for (const { what, ours, other, ratio, aim } of textbookSpeed()) {
    console.log(`\n${what}`);
    line('  ours', ours.toFixed(3));
    line('  the other', other.toFixed(3));
    line(`  ratio, ${aim}`, ratio.toFixed(2));
  }
}

await main();
