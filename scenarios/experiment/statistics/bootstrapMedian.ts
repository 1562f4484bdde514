import { ascending, quantileSorted } from 'd3';
import alea from 'seedrandom/lib/alea.js';
import { daysIn, joinedIn, medianWait, pooled, type WaitCounts, Walk } from './aalenJohansen.ts';
import { type Difference, orZero } from './difference.ts';
import { bare, type Estimate } from './jackknife.ts';

/** Resamples of the replications. */
const usualDraws = 1000;

/**
 * The median wait (days) of all replications pooled, with sd and percentile intervals from a bootstrap of replications:
 * the jackknife is not valid for a median. sd is the standard error × √n, as for ratios. The median is null if half are
 * never served; an interval's end is null if it lies beyond every day, and sd if any resample's median does.
 * Interfaces, "Result directory"; definitions, "Statistics: Waits".
 * @param key fixes the resamples: the same text gives the same
 */
export function bootstrapMedian(replications: readonly WaitCounts[], key: string, draws = usualDraws): Estimate {
  const n = replications.length;
  const median = medianWait(pooled(replications));
  if (median === null || n < 2) return bare(median, n);
  const medianOf = resampler(replications);
  return percentiles(
    median,
    resamples(n, key, draws).map((times) => medianOf(times) ?? Number.POSITIVE_INFINITY),
    n,
  );
}

/**
 * other − base of the pooled median waits (days); a resample draws the same replications for both. Null where either
 * median is. `differences` are those of the median in each replication, 0 where it is undefined in either.
 * @throws RangeError when the two have not equally many replications
 */
export function bootstrapMedianDifference(
  base: readonly WaitCounts[],
  other: readonly WaitCounts[],
  key: string,
  draws = usualDraws,
): Difference {
  const n = base.length;
  if (other.length !== n) throw new RangeError(`a pair needs the same replications, not ${n} and ${other.length}`);
  const differences = new Float64Array(n);
  for (let i = 0; i < n; i++) {
    const from = medianWait(base[i]);
    const to = medianWait(other[i]);
    differences[i] = from === null || to === null ? 0 : orZero(to - from, from);
  }
  const from = medianWait(pooled(base));
  const to = medianWait(pooled(other));
  const mean = from === null || to === null ? null : to - from;
  if (mean === null || n < 2) return { ...bare(mean, n), differences };
  const baseMedian = resampler(base);
  const otherMedian = resampler(other);
  const drawn: number[] = [];
  for (const times of resamples(n, key, draws)) {
    const b = baseMedian(times);
    const o = otherMedian(times);
    // where neither is ever half served, nothing is known of their difference
    if (b === null && o === null) return { ...bare(mean, n), differences };
    drawn.push((o ?? Number.POSITIVE_INFINITY) - (b ?? Number.POSITIVE_INFINITY));
  }
  return { ...percentiles(mean, drawn, n), differences };
}

/** For each draw, how often each of n replications is in it. */
function resamples(n: number, key: string, draws: number): Uint32Array[] {
  const random = alea(key);
  return Array.from({ length: draws }, () => {
    const times = new Uint32Array(n);
    for (let i = 0; i < n; i++) times[Math.floor(random() * n)]++;
    return times;
  });
}

/** The pooled median of a resample. It walks only as far as the median, so the counts lie day by day. */
function resampler(replications: readonly WaitCounts[]): (times: Uint32Array) => number | null {
  const n = replications.length;
  const days = replications.reduce((most, counts) => Math.max(most, daysIn(counts)), 0);
  const joined = replications.map(joinedIn);
  const byDay = (part: (counts: WaitCounts) => ArrayLike<number>): Float64Array => {
    const table = new Float64Array(days * n);
    for (let r = 0; r < n; r++) {
      const row = part(replications[r]);
      for (let t = 0; t < row.length; t++) table[t * n + r] = row[t];
    }
    return table;
  };
  const served = byDay((counts) => counts.served);
  const gaveUp = byDay((counts) => counts.gaveUp);
  const censored = byDay((counts) => counts.censored);
  return (times) => {
    let all = 0;
    for (let r = 0; r < n; r++) all += times[r] * joined[r];
    const walk = new Walk(all);
    for (let t = 0; t < days; t++) {
      let s = 0;
      let g = 0;
      let c = 0;
      for (let r = 0; r < n; r++) {
        const cell = t * n + r;
        s += times[r] * served[cell];
        g += times[r] * gaveUp[cell];
        c += times[r] * censored[cell];
      }
      walk.day(s, g, c);
      if (walk.halfServed) return t;
    }
    return null;
  };
}

function percentiles(value: number, drawn: readonly number[], n: number): Estimate {
  if (drawn.length < 2) return bare(value, n);
  const sorted = [...drawn].sort(ascending);
  const at = (p: number): number | null => {
    const q = quantileSorted(sorted, p);
    return q !== undefined && Number.isFinite(q) ? q : null;
  };
  let sum = 0;
  for (const x of drawn) sum += x;
  const centre = sum / drawn.length;
  let squares = 0;
  for (const x of drawn) squares += (x - centre) * (x - centre);
  const sd = Math.sqrt(squares / (drawn.length - 1)) * Math.sqrt(n);
  return {
    mean: value,
    sd: Number.isFinite(sd) ? sd : null,
    ciLow: at(0.025),
    ciHigh: at(0.975),
    ci99Low: at(0.005),
    ci99High: at(0.995),
    n,
  };
}
