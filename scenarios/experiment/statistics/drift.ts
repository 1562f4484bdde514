/** Whether a series still drifts: diagnostics that may warn, and decide nothing. */

const batch = 5;
/** Means of a few values that happen to lie close would look steady: no truncation may leave fewer batches. */
const lastBatches = 5;

export interface Truncation {
  /** Values at the beginning that are better left out: a multiple of 5, 0 or more. */
  values: number;
  /** More than half of the series is to be left out: then no part of it is known to be steady. */
  drifts: boolean;
}

/**
 * MSER-5: the truncation after which the marginal standard error of the mean of batches of five is smallest. K. P. White,
 * "An effective truncation heuristic for bias reduction in simulation output", Simulation 69 (1997), 323–334; S. C.
 * Spratt, "Heuristics for the startup problem" (1998), for the batches and for the rule of half. Values at the end that
 * fill no batch are left out.
 * @returns null for a series shorter than ten batches: it tells nothing
 */
export function mser5(series: ArrayLike<number>): Truncation | null {
  const batches = Math.floor(series.length / batch);
  if (batches < 2 * lastBatches) return null;
  const means = Array.from({ length: batches }, (_, i) => meanOf(series, i * batch, batch));
  let best = 0;
  let least = Infinity;
  for (let from = 0; from <= batches - lastBatches; from++) {
    const left = batches - from;
    const mean = meanOf(means, from, left);
    let squares = 0;
    for (let i = from; i < batches; i++) squares += (means[i] - mean) * (means[i] - mean);
    const error = squares / (left * left);
    if (error < least) {
      least = error;
      best = from;
    }
  }
  return { values: best * batch, drifts: best > batches / 2 };
}

/**
 * Welch's moving average: the mean of each value and `window` on either side, of fewer near the beginning; the last
 * `window` have none. P. D. Welch, "The statistical analysis of simulation results" (1983); A. M. Law, "Simulation
 * Modeling and Analysis", section 9.5.1.
 * @param window 0 or more
 */
export function movingAverage(series: ArrayLike<number>, window: number): number[] {
  return Array.from({ length: Math.max(0, series.length - window) }, (_, i) => {
    const side = Math.min(i, window);
    return meanOf(series, i - side, 2 * side + 1);
  });
}

function meanOf(values: ArrayLike<number>, from: number, count: number): number {
  let sum = 0;
  for (let i = from; i < from + count; i++) sum += values[i];
  return sum / count;
}
