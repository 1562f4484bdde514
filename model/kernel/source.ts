/** Arrivals from outside: renewal, Poisson with a rate that may vary, or at listed times; singly or in batches. */
import type { Clock } from './clock.ts';
import type { Customer } from './customer.ts';
import type { Distribution } from './distribution.ts';
import type { Draws } from './draws.ts';
import { checkWeights, indexOfName, need } from './need.ts';
import type { Route, Routing } from './routing.ts';
import { routing } from './routing.ts';
import type { NetworkState } from './state.ts';
import { drawsFor, Purpose, streams } from './state.ts';
import { Timer } from './timer.ts';
import { shown, zero } from './visits.ts';

/** Where customers come from. One of `rate`, `gap` and `times` says when. */
export interface SourceDescription {
  /**
   * Poisson arrivals, so many a unit of time; or as a function of time, by thinning of arrivals at `highestRate`. The
   * function must depend on nothing but the time: it is asked in advance.
   */
  rate?: number | ((time: number) => number);
  /** With a function for `rate`: what it never exceeds. */
  highestRate?: number;
  /** The times between arrivals, independent of each other. */
  gap?: Distribution;
  /** The times of the arrivals themselves, in order. */
  times?: readonly number[];
  /** Where they go first. Left out where there is one node only. */
  to?: Route;
  /** Their class, or weights by class. The first class unless given. */
  class?: string | Readonly<Record<string, number>>;
  /** How many come at each arrival, 0 or more, whole; 1 unless given. */
  batch?: number | Distribution;
  /** The first gap begins at this time; 0 unless given. Not with `times`. */
  from?: number;
  /** No arrivals after this time; never unless given. */
  until?: number;
  /** How many customers in all; a last batch is cut short. Infinity unless given. */
  limit?: number;
  /** The number by which its draws are addressed; its position in the description unless given. */
  stream?: number;
}

/** What a source needs of its network. */
export interface Entrance extends NetworkState {
  readonly clock: Clock;
  readonly draws: Draws;
  /** No more customers come. */
  readonly closed: boolean;
  /** Customers come after this time to no avail. */
  readonly until: number;
  /** A new customer, not yet anywhere. */
  newCustomer(sourceIndex: number, stream: number, ordinal: number, now: number): Customer;
  /** It comes to a node. */
  come(customer: Customer, node: number, now: number): void;
  sourceIsDone(): void;
}

/** How long thinning looks for the next arrival: a rate that stays at 0 must not go on for ever. */
const mostCandidates = 10_000_000;

export class Source extends Timer {
  private readonly entrance: Entrance;
  private readonly index: number;
  private readonly stream: number;
  private readonly what: string;
  private readonly gap: Distribution | null;
  private readonly rate: ((time: number) => number) | null;
  private readonly highestRate: number;
  private readonly times: readonly number[] | null;
  private readonly to: Routing;
  private readonly batch: number | Distribution;
  private readonly classIndexes: number[];
  private readonly classWeights: number[];
  private readonly until: number;
  private readonly limit: number;
  private arrivals = 0;
  private customers = 0;

  /** @throws RangeError when the description makes no sense */
  constructor(
    entrance: Entrance,
    index: number,
    name: string,
    description: SourceDescription,
    classes: readonly string[],
    nodes: readonly string[],
  ) {
    super();
    const what = `source '${name}'`;
    const { rate, gap, times, batch = 1, from = 0, until = Infinity, limit = Infinity, stream = index } = description;
    this.entrance = entrance;
    this.index = index;
    this.what = what;
    const ways = [rate, gap, times].filter((way) => way !== undefined).length;
    need(ways === 1, `what says when customers come from ${what}`, 'one of rate, gap and times', `${ways} of them`);
    need(stream >= 0 && stream < streams && stream % 1 === 0, `stream of ${what}`, `0 to ${streams - 1}`, stream);
    need(from >= 0 && from < Infinity, `from of ${what}`, '0 or more', from);
    need(until >= from, `until of ${what}`, `${from} or more`, until);
    need(limit >= 0 && (limit % 1 === 0 || limit === Infinity), `limit of ${what}`, 'a whole number, 0 or more', limit);
    this.stream = stream;
    this.until = until;
    this.limit = limit;
    this.highestRate = typeof rate === 'function' ? highest(description.highestRate, what) : 0;
    this.rate = typeof rate === 'function' ? rate : null;
    this.gap = gap ?? (typeof rate === 'number' ? gapOfRate(rate, what) : null);
    this.times = times ?? null;
    if (times !== undefined) checkTimes(times, what);
    need(typeof batch === 'function' || isCount(batch), `batch of ${what}`, 'a whole number, 0 or more', batch);
    this.batch = batch;
    const { to = nodes.length === 1 ? nodes[0] : undefined } = description;
    need(to !== undefined, `to of ${what}`, 'given where there is more than one node', to);
    this.to = routing(to, `to of ${what}`, nodes);
    const given = description.class ?? classes[0];
    const weights = typeof given === 'string' ? { [given]: 1 } : given;
    this.classIndexes = Object.keys(weights).map((name) => indexOfName(`class of ${what}`, name, classes));
    this.classWeights = Object.values(weights);
    checkWeights(`the weights of class of ${what}`, this.classWeights);
    this.setNext(from === 0 ? zero : from);
  }

  /** Whether it ends by itself: by a limit, an end or a list. */
  static ends({ times, until = Infinity, limit = Infinity }: SourceDescription): boolean {
    return times !== undefined || until < Infinity || limit < Infinity;
  }

  override happen(now: number): void {
    const count = this.batchSize();
    this.arrivals++;
    for (let i = 0; i < count && this.customers < this.limit && !this.entrance.closed; i++) this.sendOne(now);
    if (!this.entrance.closed) this.setNext(now);
  }

  private sendOne(now: number): void {
    const { entrance, to } = this;
    const customer = entrance.newCustomer(this.index, this.stream, this.customers++, now);
    const { classIndexes } = this;
    customer.classIndex =
      classIndexes.length === 1
        ? classIndexes[0]
        : classIndexes[drawsFor(entrance.draws, customer, 0, Purpose.class).index(this.classWeights)];
    const node = to.fixed ?? to.choose(drawsFor(entrance.draws, customer, 0, Purpose.entry), customer, entrance);
    entrance.come(customer, node, now);
  }

  private batchSize(): number {
    const { batch } = this;
    if (typeof batch === 'number') return batch;
    const size = batch(this.drawsFor(Purpose.batch));
    if (!isCount(size))
      need(false, `batch of ${this.what} at ${shown(this.entrance.clock.now)}`, 'a whole number, 0 or more', size);
    return size;
  }

  private setNext(now: number): void {
    const at = this.customers < this.limit ? this.nextAfter(now) : Infinity;
    if (at <= this.until && at < Infinity) this.entrance.clock.set(this, at);
    else this.entrance.sourceIsDone();
  }

  private nextAfter(now: number): number {
    if (this.times !== null) {
      if (this.arrivals >= this.times.length) return Infinity;
      const time = this.times[this.arrivals];
      return time === 0 ? zero : time;
    }
    if (this.gap === null) return this.nextByThinning(now);
    const gap = this.gap(this.drawsFor(Purpose.gap));
    if (!(gap >= 0)) need(false, `gap of ${this.what} after ${shown(now)}`, '0 or more', gap);
    return now + gap;
  }

  private nextByThinning(now: number): number {
    const rateAt = this.rate as (time: number) => number;
    const last = Math.min(this.until, this.entrance.until);
    const draws = this.drawsFor(Purpose.gap);
    const meanGap = 1 / this.highestRate;
    let time = now;
    for (let candidate = 0; candidate < mostCandidates; candidate++) {
      time += draws.exponential(meanGap);
      if (time > last) return Infinity;
      const rate = rateAt(time);
      if (!(rate >= 0 && rate <= this.highestRate)) {
        need(false, `rate of ${this.what} at ${time}`, `0 to highestRate, which is ${this.highestRate}`, rate);
      }
      if (draws.uniform() * this.highestRate < rate) return time;
    }
    throw new RangeError(
      `rate of ${this.what} must bring an arrival after ${shown(now)}, not stay near 0 until ${time}`,
    );
  }

  private drawsFor(purpose: number): Draws {
    return this.entrance.draws.at(this.arrivals, this.stream << 16, purpose, 0);
  }
}

const isCount = (value: unknown): boolean => typeof value === 'number' && value >= 0 && value % 1 === 0;

function gapOfRate(rate: number, what: string): Distribution {
  need(rate >= 0 && rate < Infinity, `rate of ${what}`, '0 or more', rate);
  const mean = 1 / rate;
  return (draws) => draws.exponential(mean);
}

function highest(rate: number | undefined, what: string): number {
  need(rate !== undefined && rate > 0 && rate < Infinity, `highestRate of ${what}`, 'more than 0', rate);
  return rate;
}

function checkTimes(times: readonly number[], what: string): void {
  for (let i = 0; i < times.length; i++) {
    const least = i === 0 ? 0 : times[i - 1];
    need(times[i] >= least && times[i] < Infinity, `time ${i} of ${what}`, `${least} or more`, times[i]);
  }
}
