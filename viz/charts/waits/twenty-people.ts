/** Of all who joined a queue, twenty: how many were served, gave up or still wait, and when. */
import type { WaitBin } from '../../result/result.ts';

export interface TwentyPeople {
  /** Persons over all futures, by how their wait ended. */
  served: number;
  gaveUp: number;
  stillWaiting: number;
  /** Of twenty, so many of each; together 20. */
  dots: { served: number; gaveUp: number; stillWaiting: number };
  /** For each of the served dots, ascending, the days in which its wait ended. */
  weeks: { from: number; to: number | null }[];
}

/** @returns null where nobody joined */
export function twentyPeople(bins: readonly WaitBin[]): TwentyPeople | null {
  const ascending = [...bins].sort((a, b) => a.from - b.from);
  const served = sum(ascending, 'served');
  const gaveUp = sum(ascending, 'gaveUp');
  const stillWaiting = sum(ascending, 'stillWaiting');
  if (served + gaveUp + stillWaiting === 0) return null;
  const [a, b, c] = shareOut([served, gaveUp, stillWaiting], 20);
  return {
    served,
    gaveUp,
    stillWaiting,
    dots: { served: a, gaveUp: b, stillWaiting: c },
    weeks: quantileBins(ascending, a, served),
  };
}

function sum(bins: readonly WaitBin[], what: 'served' | 'gaveUp' | 'stillWaiting'): number {
  return bins.reduce((total, bin) => total + bin[what], 0);
}

/** Whole parts of whole counts that add up to `whole`, by largest remainder; of equal remainders the first. */
export function shareOut(counts: readonly number[], whole: number): number[] {
  const total = counts.reduce((before, count) => before + count, 0);
  const parts = counts.map((count) => Math.floor((count * whole) / total));
  const remainders = counts.map((count) => (count * whole) % total);
  const order = counts.map((_, at) => at).sort((i, j) => remainders[j] - remainders[i] || i - j);
  const missing = whole - parts.reduce((before, part) => before + part, 0);
  for (const at of order.slice(0, missing)) parts[at]++;
  return parts;
}

/** Dot j of m lies in the bin that holds the (j − ½)/m quantile: no place within the bin is made up. */
function quantileBins(bins: readonly WaitBin[], m: number, served: number): TwentyPeople['weeks'] {
  const weeks: TwentyPeople['weeks'] = [];
  let cumulative = 0;
  for (const { served: here, from, to } of bins) {
    cumulative += here;
    while (weeks.length < m && (weeks.length + 0.5) * served <= cumulative * m) weeks.push({ from, to });
  }
  return weeks;
}

/** The share of those who joined that were served in fewer than so many days (a multiple of a week, at most a year). */
export function servedWithin(bins: readonly WaitBin[], days: number): number | null {
  const joined = sum(bins, 'served') + sum(bins, 'gaveUp') + sum(bins, 'stillWaiting');
  if (joined === 0) return null;
  return (
    sum(
      bins.filter(({ to }) => to !== null && to <= days),
      'served',
    ) / joined
  );
}
