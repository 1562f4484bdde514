/** Referral and assessment: within ten working days a person is accepted, with a deadline and an appointment, or rejected. */

import type { Cause } from '../observer.ts';
import { aYear, T } from '../observer.ts';
import type { Person } from '../person.ts';
import { Agenda, Away, Course, Municipal, Purpose, Tsb } from '../person.ts';
import { drawEpisode } from './need.ts';
import { beginTsbPatience } from './patience.ts';
import { backInContact, contact } from './settle.ts';
import { next } from './steps.ts';

export function refer(person: Person): void {
  const { world } = person;
  if (person.tsb !== Tsb.none || person.course !== Course.none || person.bedWanted !== 0) return;
  const now = world.clock.now;
  const { observer } = world;
  backInContact(person);
  next.endRisk(person);
  person.away = Away.none;
  person.agenda[Agenda.return] = Infinity;
  person.agenda[Agenda.unplanned] = Infinity;
  observer.tally(T.referred, person);
  if (observer.watched(now, aYear)) observer.tally(T.referred_watched, person);
  person.referredAt = now;
  person.deferred = false;
  person.directToBed = false;
  person.tsb = Tsb.assessment;
  person.agenda[Agenda.tsbStep] = now + world.drawFor(person, Purpose.assessment).gamma2(world.common.assessment.days);
  contact(person);
  beginTsbPatience(person);
  if (person.everReferred) {
    drawEpisode(person);
    if (person.episodeNeed === 1 && person.municipal === Municipal.none) next.municipalDoor(person, { case: true });
  }
  person.everReferred = true;
}

export function assessed(person: Person): Cause {
  const { world } = person;
  const { first_contact, assessment } = world.common;
  const now = world.clock.now;
  const draws = world.drawFor(person, Purpose.deadline);
  if (draws.chance(assessment.rejected_share)) {
    world.observer.tally(T.rejected, person);
    person.tsb = Tsb.none;
    next.afterMunicipal(person, true);
    return 'rejected';
  }
  const { deadline_low, deadline_mode, deadline_high } = first_contact;
  const toBed = Math.min(1, first_contact.bed_share * (0.4 + 0.6 * person.heavy));
  let days = draws.triangular(deadline_low, deadline_mode, deadline_high);
  person.directToBed = draws.chance(toBed);
  if (person.directToBed) days += first_contact.bed_extra_days;
  const part = draws.between(first_contact.booked_from, first_contact.booked_to);
  person.deadline = person.referredAt + days;
  let ready = Math.max(now, person.referredAt + part * days);
  const deferral = world.drawFor(person, Purpose.deferral);
  person.deferred = deferral.chance(first_contact.deferred_share);
  if (person.deferred) {
    const later = deferral.exponential(first_contact.deferral_days);
    ready += later;
    person.deadline += later;
  }
  person.tsb = Tsb.booked;
  person.agenda[Agenda.tsbStep] = ready;
  return 'accepted';
}
