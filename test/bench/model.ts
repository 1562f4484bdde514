/** The full model on one core: what a replication costs, and how many events it makes of a second. */
import { simulateFuture, simulateHistory } from '../../model/simulate.ts';
import { futureOf } from '../../scenarios/experiment/future.ts';
import { bareLoop } from './bare-loop.ts';
import { jobOf } from './job.ts';
import type { Row } from './row.ts';
import { row } from './row.ts';
import { cpuMs, least } from './timing.ts';

const rounds = 4;
const replications = 4;
const loopEvents = 500_000;

interface Cost {
  /** CPU milliseconds. */
  history: number;
  future: number;
  /** Rows that `--events` would write, in each. */
  historyEvents: number;
  futureEvents: number;
}

/** One replication, timed: census and history, then ten years from the switch. */
function replicate(place: string): (replication: number) => Cost {
  const { seed, scenarios, uncertainty } = jobOf([place]);
  const [{ plan, dates }] = scenarios;
  return (replication) => {
    const [arrangement] = futureOf([plan], seed, replication, uncertainty).arrangements;
    const begin = cpuMs();
    const history = simulateHistory(arrangement, { seed, replication, dates });
    const middle = cpuMs();
    const historyEvents = history.world.observer.events;
    const { events } = simulateFuture(history, arrangement);
    return { history: middle - begin, future: cpuMs() - middle, historyEvents, futureEvents: events - historyEvents };
  };
}

/** The cheapest round of each replication, added up over the replications. */
class Total {
  private readonly cheapest: Cost[] = [];

  take(replication: number, cost: Cost): void {
    const before = this.cheapest[replication];
    if (before === undefined) this.cheapest[replication] = cost;
    else {
      before.history = Math.min(before.history, cost.history);
      before.future = Math.min(before.future, cost.future);
    }
  }

  mean(key: keyof Cost): number {
    const costs = this.cheapest.filter((cost) => cost !== undefined);
    return costs.reduce((sum, cost) => sum + cost[key], 0) / costs.length;
  }
}

export function measureModel(): Row[] {
  const places = ['medium', 'region'].map((name) => ({ name, run: replicate(name), total: new Total() }));
  // until the code is compiled, about ten replications, each is slower than the last
  for (let warm = 1; warm <= 6; warm++) for (const { run } of places) run(warm);
  bareLoop(loopEvents);
  let loop = Infinity;
  for (let round = 0; round < rounds; round++) {
    for (let replication = 1; replication <= replications; replication++) {
      for (const { run, total } of places) total.take(replication, run(replication));
    }
    loop = Math.min(loop, ...least(1, cpuMs, [() => bareLoop(loopEvents)]));
  }
  const bare = loopEvents / loop / 1000;
  const rows = [row('loop.events', 'bare event loop', bare, 'million events per CPU second')];
  for (const { name, total } of places) {
    const perSecond = total.mean('futureEvents') / total.mean('future') / 1000;
    rows.push(
      row(`${name}.events`, `${name}: events`, perSecond, 'million events per CPU second', { atLeast: 2 }),
      row(`${name}.share`, `${name}: events, share of the bare loop`, perSecond / bare, ''),
      row(`${name}.count`, `${name}: events in ten years`, total.mean('futureEvents'), 'events'),
      row(`${name}.history`, `${name}: census and five years of history`, total.mean('history'), 'CPU ms'),
      row(`${name}.future`, `${name}: ten years from the switch`, total.mean('future'), 'CPU ms'),
      row(
        `${name}.replication`,
        `${name}: a replication, all in`,
        total.mean('history') + total.mean('future'),
        'CPU ms',
        name === 'medium' ? { atMost: 80 } : null,
      ),
    );
  }
  return rows;
}
