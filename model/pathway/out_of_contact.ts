/** Out of contact: lost for long, or on the way back by a new referral or a return; and leaving the model. */

import type { Cause } from '../observer.ts';
import { T } from '../observer.ts';
import type { Person } from '../person.ts';
import { Agenda, Away, Municipal, Purpose } from '../person.ts';
import { drawEpisode } from './need.ts';
import { next } from './steps.ts';

export function loseContact(person: Person): void {
  const { world } = person;
  person.away = Away.lost;
  person.agenda[Agenda.return] =
    world.clock.now + world.drawFor(person, Purpose.lost).exponential(world.common.out_of_contact.days);
}

/** The time out of contact is over. Null: the person has gone for good. */
export function comeBack(person: Person): Cause | null {
  const { world } = person;
  const how = person.away;
  person.away = Away.none;
  if (how === Away.toReferral) {
    next.refer(person);
    return 'referred';
  }
  if (how === Away.toReturn) {
    world.observer.tally(T.returns, person);
    drawEpisode(person);
    person.everReferred = true;
    if (person.episodeNeed === 1 && person.municipal === Municipal.none) next.municipalDoor(person, { case: true });
    next.startCourse(person);
    return 'returned';
  }
  const { out_of_contact } = world.common;
  const u = world.drawFor(person, Purpose.lostNext).uniform();
  let upTo = out_of_contact.to_referral;
  if (u < upTo) {
    next.refer(person);
    return 'referred';
  }
  upTo += out_of_contact.to_emergency;
  if (u < upTo) {
    next.emergency(person);
    return 'emergency';
  }
  upTo += out_of_contact.to_exit;
  if (u >= upTo) {
    next.loseContact(person);
    return 'lost_contact';
  }
  // who is still followed up by the municipality stays there
  return person.municipal === Municipal.none ? null : 'stable';
}
