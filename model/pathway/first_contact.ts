/** First contact: the appointment's day has come, a slot or a bed is taken, the official wait ends. */
import type { Slots } from '../capacity/slots.ts';
import type { Cause } from '../observer.ts';
import { T } from '../observer.ts';
import type { Person } from '../person.ts';
import { BedWanted, Purpose, Tsb } from '../person.ts';
import { leaveList, stayAway } from './giving_up.ts';
import { next } from './steps.ts';

/** The booked day. */
export function ready(person: Person): Cause {
  const { world } = person;
  const now = world.clock.now;
  if (!person.directToBed) {
    person.tsb = Tsb.ready;
    world.slots.line.join(person.tsbPlace, now, person.deadline);
    return 'booked';
  }
  person.tsb = Tsb.bedListed;
  person.bedWanted = BedWanted.list;
  person.bedSince = now;
  person.bedFirstDetox = world.drawFor(person, Purpose.bedKind).chance(world.common.first_contact.bed_detox_share);
  world.observer.tally(T.joined_bed, person);
  next.joinWard(person);
  return 'booked';
}

/** A working day's slots, then overtime for those near their deadline. */
export function giveSlots(slots: Slots): void {
  const { first_contact } = slots.world.common;
  const now = slots.world.clock.now;
  while (slots.slots >= 1 && slots.line.length > 0) {
    slots.slots--;
    appointment((slots.line.take() as { who: Person }).who);
  }
  while (slots.overtime >= 1 && slots.line.length > 0) {
    const first = (slots.line.first() as { who: Person }).who;
    if (first.deadline - now >= first_contact.urgent_days) break;
    slots.overtime--;
    appointment((slots.line.take() as { who: Person }).who);
  }
}

function appointment(person: Person): void {
  const { world } = person;
  if (world.drawFor(person, Purpose.noShow).chance(world.common.first_contact.no_show_share)) {
    world.observer.tally(T.no_show, person);
    leaveList(person, 1);
    stayAway(person);
    next.settle(person, 'no_show');
    return;
  }
  startFromList(person);
  next.startCourse(person);
  next.settle(person, 'started');
}

/** The official wait ends. Deferred patients are off the list and in no statistic. */
export function startFromList(person: Person): void {
  const { world } = person;
  const { observer } = world;
  observer.tally(T.starts_first_contact, person);
  if (!person.deferred) {
    observer.tally(T.starts_registered, person);
    observer.tally(T.wait_days_registered, person, world.clock.now - person.referredAt);
    if (world.clock.now > person.deadline) observer.tally(T.starts_late, person);
  }
  leaveList(person, 0);
}
