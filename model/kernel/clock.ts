import type { EventList } from './eventlist.ts';
import { PageList, StockList } from './eventlist.ts';
import type { Simulator } from './simjs.ts';
import { Sim } from './simjs.ts';
import type { Timer } from './timer.ts';

/**
 * The clock of one run: timers are set on it and happen in order of time; on ties the one that was set first. Time is
 * in days and more than 0 throughout, since simjs takes 0 for "not scheduled". The loop is simjs's.
 */
export class Clock {
  private readonly sim: Simulator;
  private readonly list: EventList;
  private running = false;

  /**
   * @param start the day on which it begins, more than 0
   * @param options.list `'stock'` for simjs's own list, slower, the same trace
   * @param options.pageDays width of a page of the list, in days: matters for speed only
   * @throws RangeError when `start` or `pageDays` is not a positive number
   */
  constructor(start: number, options: { list?: 'pages' | 'stock'; pageDays?: number } = {}, list?: EventList) {
    if (!(start > 0 && start < Infinity)) throw new RangeError(`a clock must begin after day 0, not at ${start}`);
    this.list = list ?? (options.list === 'stock' ? new StockList() : new PageList(start, options.pageDays ?? 1));
    this.sim = new Sim();
    this.sim.queue = this.list;
    this.sim.simTime = start;
  }

  /** The current time, in days. */
  get now(): number {
    return this.sim.simTime;
  }

  /** Timers that have happened so far. */
  get events(): number {
    return this.list.fired;
  }

  /** Timers that wait. */
  get pending(): number {
    return this.list.length;
  }

  /**
   * Sets the timer, or moves it if it is set already: a timer has one next moment. Infinity clears it.
   * @throws RangeError when `at` is before now, or not a number
   */
  set(timer: Timer, at: number): void {
    if (!(at >= this.sim.simTime))
      throw new RangeError(`a timer cannot be set to ${at}: it is ${this.sim.simTime} now`);
    if (at === Infinity) this.list.clear(timer);
    else this.list.set(timer, at);
  }

  /** The timer will not happen. Nothing is done if it is not set. */
  clear(timer: Timer): void {
    this.list.clear(timer);
  }

  /** When the timer will happen, in days; Infinity when it is not set. */
  at(timer: Timer): number {
    return this.list.at(timer);
  }

  /**
   * Lets everything happen that is due up to and including `until`; then it is `until`. Can be called again with a
   * later time, with the same result as one call. If a timer throws, it is the time of that timer and the run can go on.
   * @throws RangeError when `until` is before now or not finite; Error when called by a timer of a run
   */
  run(until: number): void {
    if (!(until >= this.now && until < Infinity)) throw new RangeError(`cannot run to ${until}: it is ${this.now} now`);
    if (this.running) throw new Error(`cannot run to ${until} inside a run: it is ${this.now} now`);
    this.running = true;
    this.list.horizon = until;
    try {
      this.sim.simulate(until);
      this.sim.simTime = until;
    } finally {
      this.running = false;
      this.list.horizon = Infinity;
    }
  }

  /**
   * A clock in the same state: time, count of events, what waits and in which order, also on ties.
   * @param twin gives the copy of each timer that waits; asked once for each
   * @throws Error when a timer has no twin
   */
  copy(twin: (timer: Timer) => Timer): Clock {
    return new Clock(this.now, {}, this.list.copy(twin));
  }
}
