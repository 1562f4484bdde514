/** Tests of distributions, as outcomes of cases: a statistic, and how often chance alone makes one at least so large. */
import { exp, ln, normalCdf, normalQuantile } from '../../model/kernel/maths.ts';
import type { Outcome } from './case.ts';

/** Mean of Kolmogorov's distribution, √(π ÷ 2) ln 2: what √n × the largest distance is on average. */
export const meanDistance = Math.sqrt(Math.PI / 2) * Math.LN2;

/** Kolmogorov–Smirnov of values (sorted here) against a continuous distribution function. */
export function againstDistribution(values: Float64Array, cdf: (x: number) => number): Outcome {
  values.sort();
  const n = values.length;
  let distance = 0;
  for (let i = 0; i < n; i++) {
    const share = cdf(values[i]);
    distance = Math.max(distance, share - i / n, (i + 1) / n - share);
  }
  const root = Math.sqrt(n);
  // with this for √n the limiting distribution is good from n = 8 (Stephens 1970)
  return { value: root * distance, chance: kolmogorovTail((root + 0.12 + 0.11 / root) * distance) };
}

/** The chance that Kolmogorov's statistic exceeds x, 0 to 1. */
export function kolmogorovTail(x: number): number {
  // the series is of no use here, and the chance is 1 to nine digits
  if (x < 0.27) return 1;
  let sum = 0;
  for (let k = 1; k <= 20; k++) sum += (k % 2 === 1 ? 2 : -2) * exp(-2 * k * k * x * x);
  return Math.min(1, Math.max(0, sum));
}

/** χ² of counts against the shares expected (which add up to 1); a fit too good to be true counts as well. */
export function againstShares(counts: ArrayLike<number>, shares: ArrayLike<number>): Outcome {
  let n = 0;
  for (let i = 0; i < counts.length; i++) n += counts[i];
  let value = 0;
  let degrees = -1;
  for (let i = 0; i < counts.length; i++) {
    const expected = n * shares[i];
    // what cannot happen has not happened
    if (expected === 0 && counts[i] === 0) continue;
    degrees++;
    value += ((counts[i] - expected) * (counts[i] - expected)) / expected;
  }
  return { value, chance: twoSided(chiSquareZ(value, degrees)) };
}

/** χ² as a standard normal (Wilson & Hilferty 1931). */
export function chiSquareZ(value: number, degrees: number): number {
  const part = 2 / (9 * degrees);
  return (Math.cbrt(value / degrees) - 1 + part) / Math.sqrt(part);
}

/** The chance of a standard normal at least |z| from 0. */
export function twoSided(z: number): number {
  return 2 * normalCdf(-Math.abs(z));
}

/** The largest |z| of several, whatever hangs together among them: its chance is at most theirs added up. */
export function largest(zs: readonly number[]): Outcome {
  const value = Math.max(...zs.map(Math.abs));
  return { value, chance: Math.min(1, zs.length * twoSided(value)) };
}

/** The middle of what the largest |z| of so many independent ones is. */
export function usualLargest(many: number): number {
  return normalQuantile((1 + exp(ln(0.5) / many)) / 2);
}

/** The mean of independent values, with its standard error from their spread. */
export function meanOf(values: ArrayLike<number>): Outcome {
  const n = values.length;
  const { mean, variance } = momentsOf(values);
  return { value: mean, standardError: Math.sqrt(variance / n), degrees: n - 1 };
}

/** A share of n independent trials; its standard error is that of the share expected. */
export function shareOf(hits: number, n: number, expected: number): Outcome {
  return { value: hits / n, standardError: Math.sqrt((expected * (1 - expected)) / n) };
}

/** Mean, variance (÷ n − 1) and fourth central moment (÷ n). */
export function momentsOf(values: ArrayLike<number>): { mean: number; variance: number; fourth: number } {
  const n = values.length;
  let sum = 0;
  for (let i = 0; i < n; i++) sum += values[i];
  const mean = sum / n;
  let squares = 0;
  let fourth = 0;
  for (let i = 0; i < n; i++) {
    const square = (values[i] - mean) * (values[i] - mean);
    squares += square;
    fourth += square * square;
  }
  return { mean, variance: squares / (n - 1), fourth: fourth / n };
}
