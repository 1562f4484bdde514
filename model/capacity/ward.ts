/**
 * Beds that share one waiting line: the detox beds, or one unit of stay beds. A bed stands empty for a gap between patients.
 */

import type { Place } from '../kernel/line.ts';
import { Line } from '../kernel/line.ts';
import { ServersAtWork } from '../kernel/servers-at-work.ts';
import { Alarm } from '../kernel/timer.ts';
import type { Person } from '../person.ts';
import type { World } from '../world.ts';

/** Who is admitted first: emergencies, then those from the list whose deadline is near, then the rest by arrival. */
export const BedRank = { emergency: 0, urgent: 1, ordinary: 2 } as const;

export class Ward {
  readonly alarm = new Alarm(this);
  readonly world: World;
  /** 0 is detox; the others are units of stay beds. */
  readonly index: number;
  readonly line = new Line<Person>(3);
  private readonly atWork: ServersAtWork;
  private gap = 0;
  /** Days on which beds that were left will be ready, earliest first. */
  private readying: number[] = [];

  constructor(world: World, index: number) {
    this.world = world;
    this.index = index;
    this.atWork = new ServersAtWork(world.clock.now, 0);
  }

  get beds(): number {
    return this.atWork.servers;
  }

  get occupied(): number {
    return this.atWork.busy;
  }

  get free(): number {
    return this.atWork.free - this.readying.length;
  }

  /** Another number of beds from now; who is in a bed stays. */
  resize(beds: number, gap: number): void {
    this.atWork.resize(this.world.clock.now, beds);
    this.gap = gap;
  }

  take(): void {
    this.atWork.take();
  }

  /** A patient has left; the bed is ready again after the gap. */
  release(): void {
    this.atWork.release();
    const ready = this.world.clock.now + this.gap;
    const { readying } = this;
    let at = readying.push(ready) - 1;
    // earlier than others only after the gap has become shorter
    for (; at > 0 && readying[at - 1] > ready; at--) readying[at] = readying[at - 1];
    readying[at] = ready;
    if (at === 0) this.world.clock.set(this.alarm, ready);
  }

  happen(now: number): void {
    while (this.readying.length > 0 && this.readying[0] <= now) this.readying.shift();
    if (this.readying.length > 0) this.world.clock.set(this.alarm, this.readying[0]);
    this.world.flow.fillWard(this);
  }

  /** Days on which a bed was there, since last asked. */
  takeBedDays(): number {
    const { now } = this.world.clock;
    const days = this.atWork.areaAt(now);
    this.atWork.restart(now);
    return days;
  }

  copyFrom(other: Ward, twin: (person: Person) => Person): void {
    this.atWork.copyFrom(other.atWork);
    this.gap = other.gap;
    this.readying = other.readying.slice();
    (this as { line: Line<Person> }).line = other.line.copy((place: Place<Person>) => twin(place.who).tsbPlace);
  }
}
