/**
 * The one module of exact mathematics: functions that give the same bits on every engine. `Math.exp`, `Math.log`,
 * `Math.pow` and `**` do not, and one bit in one wait parts two runs. Only + - * / and `Math.sqrt`, `floor`, `min`,
 * `max`, `imul` may be used beside these.
 */
import stdlibExp from '@stdlib/math-base-special-exp';
import stdlibLn from '@stdlib/math-base-special-ln';
import stdlibNormalCdf from '@stdlib/stats-base-dists-normal-cdf';
import stdlibNormalQuantile from '@stdlib/stats-base-dists-normal-quantile';

/** e to the power of x. */
export const exp: (x: number) => number = stdlibExp;

/** The natural logarithm: -Infinity at 0, NaN below. */
export const ln: (x: number) => number = stdlibLn;

/**
 * `base` (0 or more) to the power of `exponent`, within a few units in the last place times the size of the exponent:
 * `power(3, 2)` need not be exactly 9. 0 gives 0, but 1 for the exponent 0 and Infinity for a negative one. NaN for a
 * negative base.
 */
export function power(base: number, exponent: number): number {
  if (exponent === 0) return 1;
  if (base === 1 || exponent === 1) return base;
  return stdlibExp(exponent * stdlibLn(base));
}

/** The share of a standard normal distribution below z, 0 to 1. */
export function normalCdf(z: number): number {
  return stdlibNormalCdf(z, 0, 1);
}

/** The value that a share p of a standard normal distribution lies below: -Infinity at 0, Infinity at 1. */
export function normalQuantile(p: number): number {
  return stdlibNormalQuantile(p, 0, 1);
}
