/** The yardstick of the machine: what the event loop does when nothing is modelled. */
import { Clock } from '../../model/kernel/clock.ts';
import { Draws } from '../../model/kernel/draws.ts';
import { Timer } from '../../model/kernel/timer.ts';

class Repeat extends Timer {
  static left = 0;
  readonly clock: Clock;
  readonly draws: Draws;
  constructor(clock: Clock, draws: Draws) {
    super();
    this.clock = clock;
    this.draws = draws;
  }
  override happen(now: number): void {
    if (Repeat.left-- > 0) this.clock.set(this, now + this.draws.exponential(50));
  }
}

/** simjs's loop on our event list with 4,000 timers that only set themselves again. */
export function bareLoop(events: number): void {
  const clock = new Clock(1);
  const draws = new Draws(1, 0).at(0, 0, 0, 0);
  Repeat.left = events - 4_000;
  for (let i = 0; i < 4_000; i++) clock.set(new Repeat(clock, draws), 1 + draws.exponential(50));
  clock.run(1e9);
}
