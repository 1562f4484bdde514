import { type Estimate, withInterval } from './jackknife.ts';
import { deletions, type Ratio, ratioOf } from './ratio.ts';

/** A paired difference over replications, in the unit of the measure. */
export interface Difference extends Estimate {
  /** Replication by replication, for dots and `share_better`: 0 where the measure is undefined in either scenario. */
  differences: Float64Array;
}

/** Below this times max(1, |base|) a difference is 0. */
const tolerance = 1e-9;

/**
 * other − base, each a ratio of totals; the jackknife deletes a replication from both. The mean is the difference of
 * the two ratios, which need not be the mean of `differences`. Definitions, "Statistics: Ratios".
 * @throws RangeError when the two have not equally many replications
 */
export function difference(base: Ratio, other: Ratio): Difference {
  const differences = pairedDifferences(base, other);
  for (let i = 0; i < differences.length; i++) if (Number.isNaN(differences[i])) differences[i] = 0;
  const from = ratioOf(base);
  const to = ratioOf(other);
  const mean = from === null || to === null ? null : to - from;
  const without = deletions(other);
  const baseWithout = deletions(base);
  for (let i = 0; i < without.length; i++) without[i] -= baseWithout[i];
  return { ...withInterval(mean, without), differences };
}

/**
 * other − base in each replication, in the unit of the measure: exactly 0 within 10⁻⁹ × max(1, |base|), NaN where the
 * measure is undefined in either (a denominator of 0). Hinges leave these replications out.
 * @throws RangeError when the two have not equally many replications
 */
export function pairedDifferences(base: Ratio, other: Ratio): Float64Array {
  const n = base.numerators.length;
  if (other.numerators.length !== n) {
    throw new RangeError(`a pair needs the same replications, not ${n} and ${other.numerators.length}`);
  }
  const differences = new Float64Array(n);
  for (let i = 0; i < n; i++) {
    const defined = base.denominators[i] > 0 && other.denominators[i] > 0;
    if (!defined) differences[i] = Number.NaN;
    else {
      const from = base.numerators[i] / base.denominators[i];
      differences[i] = orZero(other.numerators[i] / other.denominators[i] - from, from);
    }
  }
  return differences;
}

/** A difference to a base value, exactly 0 when it is no more than rounding. */
export function orZero(d: number, base: number): number {
  return Math.abs(d) <= tolerance * Math.max(1, Math.abs(base)) ? 0 : d;
}
