import { tQuantile } from './student.ts';

/** A mean over replications and how sure it is, all in the unit of the measure. */
export interface Estimate {
  /** Null: undefined (nothing in the denominator of any replication, or no replication). */
  mean: number | null;
  /** Standard error × √n, 0 or more. This and the intervals are null with fewer than two replications, or undefined without one of them. */
  sd: number | null;
  /** 95 %, Student t with n − 1. */
  ciLow: number | null;
  ciHigh: number | null;
  /** 99 %: what a headline verdict rests on. */
  ci99Low: number | null;
  ci99High: number | null;
  /** Replications. */
  n: number;
}

/** An estimate without an interval. */
export function bare(mean: number | null, n: number): Estimate {
  return { mean, sd: null, ciLow: null, ciHigh: null, ci99Low: null, ci99High: null, n };
}

/**
 * The standard error of a value by the jackknife: `deleted[i]` is the value without replication i, less any constant
 * (that of the whole, for accuracy). 0 or more; null with fewer than two replications, or when one is not finite.
 * Definitions, "Statistics".
 */
export function standardError(deleted: Float64Array): number | null {
  const n = deleted.length;
  if (n < 2) return null;
  let sum = 0;
  for (let i = 0; i < n; i++) sum += deleted[i];
  const centre = sum / n;
  let squares = 0;
  for (let i = 0; i < n; i++) squares += (deleted[i] - centre) * (deleted[i] - centre);
  const se = Math.sqrt((squares * (n - 1)) / n);
  return Number.isFinite(se) ? se : null;
}

/** A value (null or not finite: undefined) with its 95 % and 99 % interval; `deleted` as for `standardError`. */
export function withInterval(value: number | null, deleted: Float64Array): Estimate {
  const n = deleted.length;
  if (value === null || !Number.isFinite(value)) return bare(null, n);
  const se = standardError(deleted);
  if (se === null) return bare(value, n);
  const half95 = tQuantile(0.975, n - 1) * se;
  const half99 = tQuantile(0.995, n - 1) * se;
  return {
    mean: value,
    sd: se * Math.sqrt(n),
    ciLow: value - half95,
    ciHigh: value + half95,
    ci99Low: value - half99,
    ci99High: value + half99,
    n,
  };
}
