import type { AleaState } from 'seedrandom/lib/alea.js';
import alea from 'seedrandom/lib/alea.js';
import { exp, ln, normalQuantile, power } from './maths.ts';

const step = 2.3283064365386963e-10; // 2^-32
const half = 1.1641532182693481e-10; // 2^-33

/** Above this a Poisson draw is made of several: e^-mean must not come near the smallest double (e^-708). */
const poissonChunk = 500;

/**
 * Random numbers by address. `at(who, which, purpose, visit)` places the generator, and what it then gives depends on
 * seed, replication and address alone, not on what was drawn before: a person meets the same luck in every scenario.
 *
 * The generator is Alea as `seedrandom` has it. Its state is placed by hashing the address with three keys, which
 * `seedrandom` draws from seed and replication; from there it continues as `alea('', { state })` does.
 *
 * Every sampler works by inversion and rises with its uniforms; it uses one, except `gamma2` (two) and `poisson` (one
 * for each 500 of the mean). None remembers anything.
 */
export class Draws {
  private readonly key0: number;
  private readonly key1: number;
  private readonly key2: number;
  private s0 = 0.5;
  private s1 = 0.5;
  private s2 = 0.5;
  private c = 1;

  constructor(seed: string | number, replication: number) {
    const keys = alea(`${seed}/${replication}`);
    this.key0 = keys.int32();
    this.key1 = keys.int32();
    this.key2 = keys.int32();
  }

  /**
   * Places the generator at an address of four integers (of each, the low 32 bits count). Returns this: take what the
   * step needs at once, and never keep it, since the next call moves the same generator.
   */
  at(who: number, which: number, purpose: number, visit: number): this {
    // addresses are small and near each other: scattered first, or differences in two parts could cancel out
    const w = scatter(who);
    const x = scatter(which);
    const y = scatter(purpose);
    const z = scatter(visit);
    // a hash of its own for each word: with one for all, two in a hundred thousand streams would be the same
    let a = Math.imul(this.key0 ^ w, 0x9e3779b1);
    let b = Math.imul(this.key1 ^ w, 0x85ebca6b);
    let d = Math.imul(this.key2 ^ w, 0xc2b2ae35);
    a = Math.imul((a ^ (a >>> 15)) + x, 0x85ebca77);
    b = Math.imul((b ^ (b >>> 14)) + x, 0xc2b2ae3d);
    d = Math.imul((d ^ (d >>> 16)) + x, 0x27d4eb2f);
    a = Math.imul((a ^ (a >>> 14)) + y, 0xc2b2ae3d);
    b = Math.imul((b ^ (b >>> 16)) + y, 0x165667b1);
    d = Math.imul((d ^ (d >>> 15)) + y, 0x9e3779b1);
    a = Math.imul((a ^ (a >>> 16)) + z, 0x27d4eb2f);
    b = Math.imul((b ^ (b >>> 15)) + z, 0x9e3779b1);
    d = Math.imul((d ^ (d >>> 14)) + z, 0x85ebca77);
    a = Math.imul(a ^ (a >>> 15), 0x2c1b3c6d);
    b = Math.imul(b ^ (b >>> 15), 0x2c1b3c6d);
    d = Math.imul(d ^ (d >>> 15), 0x2c1b3c6d);
    this.s0 = ((a ^ (a >>> 15)) >>> 0) * step;
    this.s1 = ((b ^ (b >>> 15)) >>> 0) * step;
    this.s2 = ((d ^ (d >>> 15)) >>> 0) * step;
    this.c = 1;
    return this;
  }

  /** Where the generator stands, as `alea('', { state })` takes it. */
  get state(): AleaState {
    return { s0: this.s0, s1: this.s1, s2: this.s2, c: this.c };
  }

  /** Uniform in (0, 1): a multiple of 2^-32, with 2^-33 for 0. */
  uniform(): number {
    const t = 2091639 * this.s0 + this.c * step;
    this.s0 = this.s1;
    this.s1 = this.s2;
    const carry = t | 0;
    const u = t - carry;
    this.c = carry;
    this.s2 = u;
    return u === 0 ? half : u;
  }

  /** True with probability p; never at 0, always at 1. */
  chance(p: number): boolean {
    return this.uniform() < p;
  }

  /** Exponential with mean 1, at most 22.2. */
  unit(): number {
    return -ln(1 - this.uniform());
  }

  /** Exponential with the given mean, 0 or more; a mean of 0 gives 0, of Infinity gives Infinity. */
  exponential(mean: number): number {
    return -ln(1 - this.uniform()) * mean;
  }

  /** Gamma of shape 2 with the given mean, 0 or more: the sum of two exponentials of half the mean. Two uniforms. */
  gamma2(mean: number): number {
    const u = this.uniform();
    return -ln((1 - u) * (1 - this.uniform())) * 0.5 * mean;
  }

  /** Triangular, low ≤ mode ≤ high; low = high gives low. */
  triangular(low: number, mode: number, high: number): number {
    const u = this.uniform();
    const width = high - low;
    if (width === 0) return low;
    const left = mode - low;
    return u * width < left ? low + Math.sqrt(u * width * left) : high - Math.sqrt((1 - u) * width * (high - mode));
  }

  /** Uniform between low and high. */
  between(low: number, high: number): number {
    return low + (high - low) * this.uniform();
  }

  /**
   * Log-normal with the given median and mean; equal ones give the median.
   * @throws RangeError unless 0 < median ≤ mean
   */
  lognormal(median: number, mean: number): number {
    if (!(median > 0 && mean >= median)) {
      throw new RangeError(`a log-normal needs 0 < median <= mean, not median ${median}, mean ${mean}`);
    }
    return median * exp(Math.sqrt(2 * ln(mean / median)) * this.normal());
  }

  /** Weibull; shape and scale more than 0. Shape 1 is the exponential with the scale as mean. */
  weibull(shape: number, scale: number): number {
    return scale * power(this.unit(), 1 / shape);
  }

  /** Standard normal, within 6.4 of 0. */
  normal(): number {
    return normalQuantile(this.uniform());
  }

  /**
   * Poisson. Takes time in proportion to the mean.
   * @throws RangeError when the mean is negative or not finite
   */
  poisson(mean: number): number {
    if (!(mean >= 0 && mean < Infinity)) throw new RangeError(`a Poisson mean must be 0 or more, not ${mean}`);
    let count = 0;
    let left = mean;
    while (left > poissonChunk) {
      count += this.poissonOf(poissonChunk);
      left -= poissonChunk;
    }
    return count + this.poissonOf(left);
  }

  /**
   * Which category: an index of `weights`, each with a chance in proportion to its weight. They need not add up to 1.
   * @throws RangeError when there is none above 0, or one is negative or not a number
   */
  index(weights: readonly number[]): number {
    let total = 0;
    let lastPositive = -1;
    for (let i = 0; i < weights.length; i++) {
      const weight = weights[i];
      if (weight > 0) lastPositive = i;
      else if (weight !== 0) throw new RangeError(`weight ${i} must be 0 or more, not ${weight}`);
      total += weight;
    }
    if (lastPositive < 0 || total === Infinity)
      throw new RangeError(`cannot choose by the weights [${weights.join(', ')}]`);
    const target = this.uniform() * total;
    let sum = 0;
    for (let i = 0; i < lastPositive; i++) {
      sum += weights[i];
      if (target < sum) return i;
    }
    return lastPositive;
  }

  private poissonOf(mean: number): number {
    let left = this.uniform();
    let term = exp(-mean);
    let count = 0;
    // rounding leaves less than any uniform's distance from 1; the second condition is there so that it must end
    while (left > term && term > 0) {
      left -= term;
      count++;
      term *= mean / count;
    }
    return count;
  }
}

/** A one-to-one mapping of 32-bit integers that parts neighbours in all bits. */
function scatter(part: number): number {
  const h = Math.imul(part, 0x9e3779b1);
  const g = Math.imul(h ^ (h >>> 15), 0x297a2d39);
  return g ^ (g >>> 14);
}

/** A whole number of 31 bits for a text, to use in an address: the same text always gives the same. */
export function addressOf(text: string): number {
  let h = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) h = Math.imul(h ^ text.charCodeAt(i), 0x01000193);
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 1;
}
