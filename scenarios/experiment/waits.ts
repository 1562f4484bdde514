/** Waits day by day, as a record keeps them. */
import { longestWait, waitQueues } from '../../model/record.ts';
import type { Cell, Measure } from './catalogue.ts';
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
