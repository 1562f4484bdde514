import type { BreakEvenReason } from '../findings.ts';
import { type Difference, difference, orZero } from './difference.ts';
import { withInterval } from './jackknife.ts';
import { deletions, type Ratio, ratioOf } from './ratio.ts';

/** A break-even outside of these shares is not printed: the line was drawn too far. */
const least = 0;
const most = 1.3;

export interface BreakEvenQuestion {
  /** The measure under the grant, and under the framework when the council keeps least and most. */
  base: Ratio;
  atLow: Ratio;
  atHigh: Ratio;
  /** The shares kept in these two; 0.5 and 1 unless given. low < high. */
  low?: number;
  high?: number;
  better: 'lower' | 'higher';
}

export interface BreakEven {
  /** k*, the share kept (0 to 1.3) from which the framework serves as well as the grant; null with a reason. */
  breakeven: number | null;
  /** 95 %, jackknife over replications; the ends may lie outside of 0 to 1.3. */
  ciLow: number | null;
  ciHigh: number | null;
  /** Empty when k* is given. `too_few`: fewer than two replications, or none in which the measure is defined. */
  reason: BreakEvenReason | '';
  /** Paired differences framework − grant where least and most is kept (D₀ and D₁), in the unit of the measure. */
  differenceLow: Difference;
  differenceHigh: Difference;
  /** Replications. */
  n: number;
}

/**
 * k* = low + (high − low) × D₀ ÷ (D₀ − D₁). It needs a D₀ − D₁ whose 95 % interval excludes 0 (else how much is kept
 * makes no difference here), and must lie within 0 and 1.3. Outside, the straight line has one sign all the way from 0 to
 * 1.3, whichever way it slopes: that of D₀ says whether the framework is better even at half or worse even if all is kept.
 * Definitions, "Break-even".
 */
export function breakEven({ base, atLow, atHigh, low = 0.5, high = 1, better }: BreakEvenQuestion): BreakEven {
  const differenceLow = difference(base, atLow);
  const differenceHigh = difference(base, atHigh);
  const n = differenceLow.n;
  const without = (reason: BreakEvenReason): BreakEven => {
    return { breakeven: null, ciLow: null, ciHigh: null, reason, differenceLow, differenceHigh, n };
  };
  const d0 = differenceLow.mean;
  const d1 = differenceHigh.mean;
  // D₀ − D₁: the base falls out
  const slope = difference(atHigh, atLow);
  if (d0 === null || d1 === null || slope.ciLow === null || slope.ciHigh === null) return without('too_few');
  const isRounding = orZero(d0 - d1, ratioOf(atHigh) ?? 0) === 0;
  if (isRounding || (slope.ciLow <= 0 && slope.ciHigh >= 0)) return without('no_difference');

  const k = low + ((high - low) * d0) / (d0 - d1);
  if (k < least || k > most) {
    const isBetter = better === 'lower' ? d0 < 0 : d0 > 0;
    return without(isBetter ? 'better_even_at_half' : 'worse_even_if_all');
  }
  const deleted = new Float64Array(n);
  const baseOff = deletions(base);
  const lowOff = deletions(atLow);
  const highOff = deletions(atHigh);
  for (let i = 0; i < n; i++) {
    const e0 = d0 + (lowOff[i] - baseOff[i]);
    const e1 = d1 + (highOff[i] - baseOff[i]);
    deleted[i] = low + ((high - low) * e0) / (e0 - e1) - k;
  }
  const { ciLow, ciHigh } = withInterval(k, deleted);
  return { breakeven: k, ciLow, ciHigh, reason: '', differenceLow, differenceHigh, n };
}
