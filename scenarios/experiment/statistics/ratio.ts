import { type Estimate, withInterval } from './jackknife.ts';
import { total } from './total.ts';

/**
 * A measure over N replications: its value is Σ numerators ÷ Σ denominators. Denominators are 0 or more; a replication
 * in which the measure is undefined has 0 in both. A plain mean of one number a replication has denominators of 1.
 */
export interface Ratio {
  numerators: Float64Array;
  denominators: Float64Array;
}

/** Σ numerators ÷ Σ denominators, in the unit of the measure; null when there is nothing in the denominators. */
export function ratioOf({ numerators, denominators }: Ratio): number | null {
  const below = total(denominators);
  return below > 0 ? total(numerators) / below : null;
}

/**
 * A measure's mean, sd and intervals: ratio of totals, jackknife over replications. With equal denominators it is the
 * ordinary mean, sd and t interval. Definitions, "Statistics: Ratios".
 * @throws RangeError when the two are not equally long
 */
export function estimate(numerators: Float64Array, denominators: Float64Array): Estimate {
  const ratio = { numerators, denominators };
  return withInterval(ratioOf(ratio), deletions(ratio));
}

/**
 * For each replication the ratio without it, less the ratio of all. NaN where nothing is left in the denominators.
 * Written so that nothing is lost to rounding when the deletions hardly differ.
 * @throws RangeError when numerators and denominators are not equally long
 */
export function deletions(ratio: Ratio): Float64Array {
  const { numerators, denominators } = ratio;
  const n = numerators.length;
  if (denominators.length !== n) throw new RangeError(`${n} numerators, but ${denominators.length} denominators`);
  const all = ratioOf(ratio) ?? Number.NaN;
  const below = total(denominators);
  const without = new Float64Array(n);
  for (let i = 0; i < n; i++) {
    const rest = below - denominators[i];
    without[i] = rest > 0 ? (all * denominators[i] - numerators[i]) / rest : Number.NaN;
  }
  return without;
}
