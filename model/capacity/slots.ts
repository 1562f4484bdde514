/**
 * Appointments for a first contact. They come evenly over working days and go to the earliest deadline among those whose
 * appointment day has come; when they are out, overtime serves those near their deadline.
 */
import { isWorkingDay, nextWorkingDay } from '../kernel/calendar.ts';
import type { Place } from '../kernel/line.ts';
import { OrderedLine } from '../kernel/line.ts';
import { Alarm } from '../kernel/timer.ts';
import type { Person } from '../person.ts';
import type { World } from '../world.ts';

/** Working days in a year of 365.25 days. */
const workingDays = (365.25 * 5) / 7;

export class Slots {
  readonly alarm = new Alarm(this);
  readonly world: World;
  readonly line = new OrderedLine<Person>();
  /** Slots and overtime at hand. */
  slots = 0;
  overtime = 0;

  constructor(world: World) {
    this.world = world;
  }

  start(): void {
    const today = Math.floor(this.world.clock.now);
    this.world.clock.set(this.alarm, isWorkingDay(today) ? today : nextWorkingDay(today));
  }

  happen(now: number): void {
    const { first_contact } = this.world.common;
    const aDay = (first_contact.slots * this.world.adults) / 100_000 / workingDays;
    // a small catchment must be able to save up to one whole slot; what comes today can always be used today
    this.slots = Math.min(this.slots + aDay, Math.max(1, aDay, aDay * first_contact.unused_days));
    this.overtime = Math.min(
      this.overtime + aDay * first_contact.overtime_share,
      Math.max(1, aDay * first_contact.overtime_share * first_contact.overtime_saved_days),
    );
    this.world.flow.giveSlots(this);
    this.world.clock.set(this.alarm, nextWorkingDay(now));
  }

  copyFrom(other: Slots, twin: (person: Person) => Person): void {
    this.slots = other.slots;
    this.overtime = other.overtime;
    (this as { line: OrderedLine<Person> }).line = other.line.copy((place: Place<Person>) => twin(place.who).tsbPlace);
  }
}
