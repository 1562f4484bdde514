/** Waits day by day, as a record keeps them. */
import { longestWait, waitQueues } from '../../model/record.ts';
import type { Cell, Measure } from './catalogue.ts';
import type { Layout } from './layout.ts';
import type { WaitCounts } from './statistics/aalenJohansen.ts';
import { joinedIn, medianWait } from './statistics/aalenJohansen.ts';

const days = longestWait + 1;

/** How the waits of those who joined a queue ended. `side`: 0 joined before the switch, 1 after it. Trimmed to the last day that counts. */
export function waitsOf(waits: ArrayLike<number>, place: number, side: number, queue: number): WaitCounts {
  const start = ((place * 2 + side) * waitQueues.length + queue) * days * 3;
  const part = (outcome: number): Uint32Array => {
    let last = days;
    while (last > 0 && waits[start + (last - 1) * 3 + outcome] === 0) last--;
    return Uint32Array.from({ length: last }, (_, day) => waits[start + day * 3 + outcome]);
  };
  return { served: part(0), gaveUp: part(1), censored: part(2) };
}

export const sideOf = (cell: Cell): number => (cell.period === 'before' ? 0 : 1);

/** A median of one replication (null: half never are served) and how many joined. */
export function medianOfRun(waits: ArrayLike<number>, measure: Measure, cell: Cell): [number | null, number] {
  const counts = waitsOf(waits, cell.place, sideOf(cell), measure.queue as number);
  return [medianWait(counts), joinedIn(counts)];
}

/** A week each up to 52, then to two years, then the rest. */
const bins: [number, number][] = [];
for (let day = 0; day < 364; day += 7) bins.push([day, day + 7]);
bins.push([364, longestWait], [longestWait, Infinity]);

/** Persons who joined a queue after the switch and whose wait lasted from so many days to fewer than so many. */
export interface WaitRow {
  /** A municipality's number, or `provider` for the whole place. */
  municipality: string;
  queue: string;
  from: number;
  /** null: without limit. */
  to: number | null;
  served: number;
  gaveUp: number;
  stillWaiting: number;
}

/**
 * The rows of waits.csv of one scenario.
 * @param counts places × 2 × queues × days × 3, summed over replications
 */
export function* waitRows(layout: Layout, counts: ArrayLike<number>): Generator<WaitRow> {
  for (let place = 0; place < layout.places; place++) {
    for (const [index, queue] of waitQueues.entries()) {
      const cell = ((place * 2 + 1) * waitQueues.length + index) * days * 3;
      for (const [from, to] of bins) {
        const sums = [0, 0, 0];
        for (let day = from; day < Math.min(to, days); day++) {
          for (let outcome = 0; outcome < 3; outcome++) sums[outcome] += counts[cell + day * 3 + outcome];
        }
        const [served, gaveUp, stillWaiting] = sums;
        const municipality = layout.towns[place] ?? 'provider';
        yield { municipality, queue, from, to: to === Infinity ? null : to, served, gaveUp, stillWaiting };
      }
    }
  }
}
