/** Statistics of a run: averages over time and over observations, and how sure they are. */
import { Levels } from './levels.ts';

/** Collects values; keeps none of them. */
export class Tally {
  count = 0;
  /** NaN when there are no values. */
  mean = Number.NaN;
  /** Infinity when there are no values. */
  min = Infinity;
  /** -Infinity when there are no values. */
  max = -Infinity;
  private squares = 0;

  constructor(values: Iterable<number> = []) {
    for (const value of values) this.add(value);
  }

  add(value: number): void {
    this.count++;
    const before = this.count === 1 ? 0 : this.mean;
    this.mean = before + (value - before) / this.count;
    this.squares += (value - before) * (value - this.mean);
    if (value < this.min) this.min = value;
    if (value > this.max) this.max = value;
  }

  /** With n - 1 below the line; NaN for fewer than two values. */
  get variance(): number {
    return this.count > 1 ? this.squares / (this.count - 1) : Number.NaN;
  }

  get standardDeviation(): number {
    return Math.sqrt(this.variance);
  }

  /** Of the mean, if the values are independent (such as one for each replication); NaN for fewer than two. */
  get standardError(): number {
    return Math.sqrt(this.variance / this.count);
  }
}

/** The average over time of a level that changes in steps, such as the length of a line. */
export class TimeAverage {
  private from: number;
  private readonly levels: Levels;

  /** @param start the time from which it counts */
  constructor(start: number, level = 0) {
    this.from = start;
    this.levels = new Levels(1);
    this.levels.set(0, level, start);
  }

  /** From now on the level is another. `now` must not be before the last call's. */
  set(now: number, level: number): void {
    this.levels.set(0, level, now);
  }

  /** Level × time until `now`, which must not be before the last call's. */
  area(now: number): number {
    this.levels.account(now);
    return this.levels.area(0);
  }

  /** Until `now`; the level itself when no time has passed. */
  mean(now: number): number {
    return now > this.from ? this.area(now) / (now - this.from) : this.levels.level(0);
  }

  /** Forgets what was before `now` (the end of a warm-up); the level stays. */
  restart(now: number): void {
    this.from = now;
    this.levels.account(now);
    this.levels.clearAreas();
  }
}

/** A mean with its standard error. */
export interface Estimate {
  mean: number;
  standardError: number;
  /** How many independent values it rests on: degrees of freedom + 1. */
  batches: number;
}

/**
 * The mean of values that depend on their neighbours, such as the waits of one long run, with the standard error of the
 * means of equally long batches. The last values, fewer than `batches`, are left out when they do not fill a batch each.
 * @throws RangeError when there are fewer values than batches, or fewer than two batches
 */
export function batchMeans(values: ArrayLike<number>, batches = 20): Estimate {
  const size = Math.floor(values.length / batches);
  if (!(batches >= 2 && batches % 1 === 0)) throw new RangeError(`there must be two batches or more, not ${batches}`);
  if (size < 1) throw new RangeError(`${values.length} values cannot be parted into ${batches} batches`);
  const means = new Tally();
  for (let batch = 0; batch < batches; batch++) {
    let sum = 0;
    for (let i = batch * size; i < (batch + 1) * size; i++) sum += values[i];
    means.add(sum / size);
  }
  return { mean: means.mean, standardError: means.standardError, batches };
}
