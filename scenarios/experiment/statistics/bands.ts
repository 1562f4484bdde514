import { quantileSorted } from 'd3';
import { total } from './total.ts';

/** How a series lies over the runs at one date, in its unit. */
export interface Band {
  mean: number;
  p05: number;
  p25: number;
  p50: number;
  p75: number;
  p95: number;
}

/**
 * The band at one point of a series: quantiles of type 7 and the mean over runs (in their order; they are not changed).
 * Null without runs. Definitions, "Statistics: Bands".
 */
export function band(values: ArrayLike<number>): Band | null {
  if (values.length === 0) return null;
  const sorted = Float64Array.from(values).sort();
  // d3 reads it as it would a list of numbers
  const at = (p: number): number => quantileSorted(sorted as unknown as number[], p) ?? Number.NaN;
  return {
    mean: total(values) / values.length,
    p05: at(0.05),
    p25: at(0.25),
    p50: at(0.5),
    p75: at(0.75),
    p95: at(0.95),
  };
}
