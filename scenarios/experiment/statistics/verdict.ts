import type { VerdictCode } from '../findings.ts';

/** More runs than this are not promised to anybody. */
const mostRuns = 2000;

export interface Evidence {
  /** Mean paired difference and its 99 % interval, in the unit of the measure; null where undefined. */
  meanDifference: number | null;
  low99: number | null;
  high99: number | null;
  /** Dots of 20 on the side of the mean. */
  k: number;
  /** The smallest difference that matters, in the unit of the measure, 0 or more. */
  matters: number;
  /** Replications. */
  n: number;
}

export interface Verdict {
  code: VerdictCode;
  /** `cannot_tell`: replications that would settle the mean, at most 2,000; null: more than that, or settled. */
  runsToSettle: number | null;
}

/**
 * What may be said of a paired difference, in this order: the interval within ±matters (bounds included), then whether
 * it excludes 0 and how many futures go the same way. Null without an interval. Interfaces, "Measures and verdicts".
 */
export function verdict({ meanDifference, low99, high99, k, matters, n }: Evidence): Verdict | null {
  if (meanDifference === null || low99 === null || high99 === null) return null;
  if (low99 >= -matters && high99 <= matters) return { code: 'none', runsToSettle: null };
  if (low99 > 0 || high99 < 0) {
    return { code: k >= 19 ? 'clearly' : k >= 14 ? 'probably' : 'on_average', runsToSettle: null };
  }
  const size = Math.abs(meanDifference);
  const times = (high99 - low99) / 2 / Math.max(size, matters - size);
  const runs = Math.ceil(n * times * times);
  return { code: 'cannot_tell', runsToSettle: runs <= mostRuns ? runs : null };
}
