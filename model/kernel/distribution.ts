/**
 * Distributions of times: of gaps between arrivals, of service, of patience. Each is a function of the draws, so any
 * other function will do as well. They take inversion, one uniform a value, except `erlang` (one for each stage),
 * `gamma2` and `hyperexponential` (two).
 */
import type { Draws } from './draws.ts';
import { exp, ln } from './maths.ts';
import { checkWeights, need } from './need.ts';

/** Gives a value for each place at which the draws stand. It must not keep them, nor remember what it drew. */
export type Distribution = (draws: Draws) => number;

/** Always the same. @throws RangeError unless the value is 0 or more and finite */
export function deterministic(value: number): Distribution {
  need(value >= 0 && value < Infinity, 'a deterministic time', '0 or more', value);
  return () => value;
}

/** Exponential. @throws RangeError unless the mean is 0 or more and finite */
export function exponential(mean: number): Distribution {
  need(mean >= 0 && mean < Infinity, 'the mean of an exponential', '0 or more', mean);
  return (draws) => draws.exponential(mean);
}

/**
 * The sum of so many exponentials, together of the given mean: variance mean² / stages.
 * @throws RangeError unless there is a stage or more and the mean is 0 or more and finite
 */
export function erlang(stages: number, mean: number): Distribution {
  need(stages >= 1 && stages % 1 === 0, 'the stages of an Erlang', 'a whole number, 1 or more', stages);
  need(mean >= 0 && mean < Infinity, 'the mean of an Erlang', '0 or more', mean);
  const stage = mean / stages;
  return (draws) => {
    let sum = 0;
    for (let i = 0; i < stages; i++) sum += draws.unit();
    return sum * stage;
  };
}

/** Gamma of shape 2: variance mean² / 2. @throws RangeError unless the mean is 0 or more and finite */
export function gamma2(mean: number): Distribution {
  need(mean >= 0 && mean < Infinity, 'the mean of a gamma', '0 or more', mean);
  return (draws) => draws.gamma2(mean);
}

/** Uniform. @throws RangeError unless 0 ≤ low ≤ high, finite */
export function uniform(low: number, high: number): Distribution {
  need(low >= 0 && high < Infinity, 'the limits of a uniform', '0 or more', low >= 0 ? high : low);
  need(low <= high, 'the lower limit of a uniform', `at most ${high}`, low);
  return (draws) => draws.between(low, high);
}

/** Triangular. @throws RangeError unless 0 ≤ low ≤ mode ≤ high, finite */
export function triangular(low: number, mode: number, high: number): Distribution {
  need(low >= 0 && high < Infinity, 'the limits of a triangular', '0 or more', low >= 0 ? high : low);
  need(low <= mode && mode <= high, 'the mode of a triangular', `within ${low} and ${high}`, mode);
  return (draws) => draws.triangular(low, mode, high);
}

/**
 * Log-normal with the given mean and standard deviation of the times themselves (not of their logarithm).
 * @throws RangeError unless the mean is more than 0 and the deviation 0 or more, both finite
 */
export function lognormal(mean: number, deviation: number): Distribution {
  need(mean > 0 && mean < Infinity, 'the mean of a log-normal', 'more than 0', mean);
  need(deviation >= 0 && deviation < Infinity, 'the standard deviation of a log-normal', '0 or more', deviation);
  const squared = (deviation / mean) * (deviation / mean);
  const median = mean / Math.sqrt(1 + squared);
  const sigma = Math.sqrt(ln(1 + squared));
  return (draws) => median * exp(sigma * draws.normal());
}

/** Weibull: shape 1 is the exponential with the scale as its mean. @throws RangeError unless both are more than 0 */
export function weibull(shape: number, scale: number): Distribution {
  need(shape > 0 && shape < Infinity, 'the shape of a Weibull', 'more than 0', shape);
  need(scale > 0 && scale < Infinity, 'the scale of a Weibull', 'more than 0', scale);
  return (draws) => draws.weibull(shape, scale);
}

/**
 * One of several exponentials, each chosen in proportion to its weight.
 * @throws RangeError unless weights and means are as many, 0 or more, and one weight at least is more than 0
 */
export function hyperexponential(weights: readonly number[], means: readonly number[]): Distribution {
  need(weights.length === means.length, 'the means of a hyperexponential', `${weights.length} numbers`, means.length);
  checkWeights('the weights of a hyperexponential', weights);
  for (const mean of means) need(mean >= 0 && mean < Infinity, 'a mean of a hyperexponential', '0 or more', mean);
  return (draws) => {
    const which = draws.index(weights);
    return draws.exponential(means[which]);
  };
}

/**
 * One of the given values, each as likely, or in proportion to `weights`.
 * @throws RangeError unless there is a value or more, each 0 or more, and as many weights
 */
export function empirical(values: readonly number[], weights?: readonly number[]): Distribution {
  need(values.length > 0, 'the values of an empirical distribution', 'one or more', values.length);
  for (const value of values) need(value >= 0, 'a value of an empirical distribution', '0 or more', value);
  if (weights === undefined) return (draws) => values[Math.floor(draws.uniform() * values.length)];
  need(
    weights.length === values.length,
    'the weights of an empirical distribution',
    `${values.length} numbers`,
    weights.length,
  );
  checkWeights('the weights of an empirical distribution', weights);
  return (draws) => values[draws.index(weights)];
}
