/** How many servers there are when. */
import type { Clock } from './clock.ts';
import { need } from './need.ts';
import { Timer } from './timer.ts';

/** From a time on, so many servers. */
export interface Step {
  from: number;
  servers: number;
}

/**
 * A number, also 0 or Infinity; or steps in order of time, the first from 0; or steps that begin again after each
 * `period`, such as the hours of a day.
 */
export type Servers = number | readonly Step[] | { steps: readonly Step[]; period: number };

/** Whose servers they are. */
export interface Resizable {
  resize(now: number, servers: number): void;
}

/** Changes the number of servers at its times, after everything else that was to happen in that moment. */
export class ServerSteps extends Timer {
  readonly first: number;
  private readonly node: Resizable;
  private readonly clock: Clock;
  private readonly steps: readonly Step[];
  private readonly period: number;
  private next = 0;
  private rounds = 0;
  private deferred = false;

  /** @throws RangeError when the steps make no sense */
  constructor(node: Resizable, clock: Clock, servers: Servers, what: string) {
    super();
    this.node = node;
    this.clock = clock;
    const given = typeof servers === 'number' ? [{ from: 0, servers }] : servers;
    this.steps = 'steps' in given ? given.steps : given;
    this.period = 'steps' in given ? given.period : Infinity;
    check(this.steps, this.period, what);
    this.first = this.steps[0].servers;
    this.setNext();
  }

  override happen(now: number): void {
    this.deferred = !this.deferred;
    if (this.deferred) {
      this.clock.set(this, now);
      return;
    }
    this.node.resize(now, this.steps[this.next].servers);
    this.setNext();
  }

  private setNext(): void {
    if (++this.next === this.steps.length) {
      this.next = 0;
      this.rounds++;
    }
    if (this.steps.length === 1 || (this.rounds > 0 && this.period === Infinity)) return;
    const offset = this.rounds > 0 ? this.rounds * this.period : 0;
    this.clock.set(this, offset + this.steps[this.next].from);
  }
}

function check(steps: readonly Step[], period: number, what: string): void {
  need(steps.length > 0, what, 'a number or one step or more', '[]');
  need(steps[0].from === 0, `the first step of ${what}`, 'from 0', steps[0].from);
  need(period > 0, `the period of ${what}`, 'more than 0', period);
  for (let i = 0; i < steps.length; i++) {
    const { from, servers } = steps[i];
    const whole = servers >= 0 && (servers % 1 === 0 || servers === Infinity);
    need(whole, steps.length > 1 ? `step ${i} of ${what}` : what, 'a whole number, 0 or more', servers);
    if (i > 0) need(from > steps[i - 1].from, `from of step ${i} of ${what}`, `after ${steps[i - 1].from}`, from);
    need(from < period, `from of step ${i} of ${what}`, `before ${period}`, from);
  }
}
