/** Giving up a wait: for TSB, or with the municipality. Some come back; who stays away a year is lost. */

import type { Cause } from '../observer.ts';
import { aYear, T } from '../observer.ts';
import type { Person } from '../person.ts';
import { Agenda, Away, Purpose, Tsb } from '../person.ts';
import { waitQueues } from '../record.ts';
import { withdraw } from './municipal_door.ts';
import { next } from './steps.ts';

const firstContact = waitQueues.indexOf('first_contact');
const bed = waitQueues.indexOf('bed');
const followUp = waitQueues.indexOf('follow_up');

/** Off TSB's list and out of its lines. */
export function leaveList(person: Person, outcome: 0 | 1): void {
  const { world } = person;
  if (person.tsb === Tsb.none || person.tsb >= Tsb.course) return;
  if (!person.deferred) world.observer.wait(firstContact, person, person.referredAt, outcome);
  if (person.tsb === Tsb.ready) world.slots.line.leave(person.tsbPlace);
  if (person.tsb === Tsb.bedListed && person.bedWanted !== 0) leaveBedLine(person, outcome);
  person.tsb = Tsb.none;
  person.deferred = false;
  person.directToBed = false;
  person.agenda[Agenda.tsbStep] = Infinity;
}

/** Out of the line for a bed. */
export function leaveBedLine(person: Person, outcome: 0 | 1): void {
  const { world } = person;
  if (person.bedWanted === 0) return;
  world.observer.wait(bed, person, person.bedSince, outcome);
  if (person.ward >= 0) world.wards[person.ward].line.leave(person.tsbPlace);
  person.ward = -1;
  person.bedWanted = 0;
  person.agenda[Agenda.bedReady] = Infinity;
}

export function giveUpTsb(person: Person): Cause {
  const { world } = person;
  const { observer } = world;
  const now = world.clock.now;
  leaveList(person, 1);
  observer.tally(T.gave_up_first_contact, person);
  if (observer.watched(now, aYear)) {
    observer.tally(T.gave_up_watched, person);
    person.gaveUpAt = now;
  }
  stayAway(person);
  return 'gave_up';
}

/** Whoever gave up or did not come is back after a while, or is lost. */
export function stayAway(person: Person): void {
  const { world } = person;
  const { giving_up } = world.common;
  const draws = world.drawFor(person, Purpose.giveUpReturn);
  if (draws.chance(giving_up.back_share)) {
    person.away = Away.toReferral;
    person.agenda[Agenda.return] = world.clock.now + draws.exponential(giving_up.back_days);
  } else next.loseContact(person);
}

export function giveUpMunicipal(person: Person): Cause {
  const { world } = person;
  world.observer.tally(T.gave_up_follow_up, person);
  world.observer.wait(followUp, person, person.municipalSince, 1);
  withdraw(person);
  next.afterMunicipal(person, true);
  return 'gave_up';
}
