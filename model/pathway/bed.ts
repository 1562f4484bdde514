/** Beds: wanted inside a course, from the list or in an emergency; a line for each ward; admission. The queue inside a course is in no official statistic. */

import type { Ward } from '../capacity/ward.ts';
import { BedRank } from '../capacity/ward.ts';
import type { Cause } from '../observer.ts';
import { aYear, T } from '../observer.ts';
import type { Person } from '../person.ts';
import { Agenda, Away, BedWanted, Course, Municipal, Purpose, Tsb } from '../person.ts';
import { waitQueues } from '../record.ts';
import { enterTsb } from './course.ts';
import { startFromList } from './first_contact.ts';
import { leaveBedLine } from './giving_up.ts';
import { drawEpisode } from './need.ts';
import { beginStay } from './stay.ts';
import { next } from './steps.ts';

const bedQueue = waitQueues.indexOf('bed');

/** A bed is wanted inside a course: in line at once, and ready after the planned lead time. */
export function wantBed(person: Person): void {
  const { world } = person;
  const now = world.clock.now;
  person.bedWanted = BedWanted.planned;
  person.bedSince = now;
  person.bedFirstDetox = world.drawFor(person, Purpose.bedKind).chance(world.common.course.bed_detox_share);
  person.agenda[Agenda.bedReady] = now + world.common.course.lead_days;
  world.observer.tally(T.joined_bed, person);
}

export function bedReady(person: Person): Cause {
  joinWard(person);
  return 'bed_wanted';
}

/** An emergency: into detox before all others. */
export function emergency(person: Person): void {
  const { world } = person;
  leaveBedLine(person, 1);
  world.observer.tally(T.emergencies, person);
  world.observer.tally(T.joined_bed, person);
  person.bedWanted = BedWanted.emergency;
  person.bedSince = world.clock.now;
  person.bedFirstDetox = true;
  if (!person.inTsb) {
    person.away = Away.emergency;
    person.agenda[Agenda.return] = Infinity;
  }
  joinWard(person);
}

/** Into the line of detox, or of a unit of stay beds drawn by its beds. */
export function joinWard(person: Person): void {
  const { world } = person;
  const now = world.clock.now;
  let index = 0;
  if (!person.bedFirstDetox) index = 1 + world.drawFor(person, Purpose.ward).index(world.arrangement.stayUnits);
  person.ward = index;
  let rank: number = BedRank.ordinary;
  if (person.bedWanted === BedWanted.emergency) rank = BedRank.emergency;
  else if (person.bedWanted === BedWanted.list) {
    const urgentFrom = person.deadline - world.common.first_contact.urgent_days;
    if (urgentFrom <= now) rank = BedRank.urgent;
    else person.agenda[Agenda.tsbStep] = urgentFrom;
  }
  const ward = world.wards[index];
  ward.line.join(person.tsbPlace, now, rank);
  fillWard(ward);
}

/** The deadline is near: before those who are in a course. */
export function becomeUrgent(person: Person): Cause {
  const ward = person.world.wards[person.ward];
  ward.line.leave(person.tsbPlace);
  ward.line.join(person.tsbPlace, person.world.clock.now, BedRank.urgent);
  return 'booked';
}

export function fillWard(ward: Ward): void {
  while (ward.free > 0) {
    const place = ward.line.take();
    if (place === null) return;
    ward.take();
    admit(place.who, ward);
    next.settle(place.who, 'admitted');
  }
}

function admit(person: Person, ward: Ward): void {
  const { world } = person;
  const { observer } = world;
  observer.wait(bedQueue, person, person.bedSince, 0);
  observer.tally(T.admissions, person);
  if (person.everAdmitted) observer.tally(T.admissions_previously, person);
  person.everAdmitted = true;
  if (person.bedWanted === BedWanted.emergency) observer.tally(T.admissions_emergency, person);
  if (person.bedWanted === BedWanted.list) observer.tally(T.admissions_list, person);
  if (person.bedWanted !== BedWanted.handover) readmitted(person);
  const fromOutside = !person.inTsb;
  const listed = person.bedWanted === BedWanted.list;
  person.bedWanted = BedWanted.none;
  person.agenda[Agenda.bedReady] = Infinity;
  person.agenda[Agenda.tsbStep] = Infinity;
  if (listed) startFromList(person);
  if (fromOutside) {
    enterTsb(person);
    if (!listed && person.everReferred) drawEpisode(person);
    if (!listed) person.everReferred = true;
    if (!listed && person.episodeNeed === 1 && person.municipal === Municipal.none) {
      next.municipalDoor(person, { case: true });
    }
  }
  next.endRisk(person);
  person.ward = ward.index;
  person.agenda[Agenda.bedRequest] = Infinity;
  person.agenda[Agenda.emergency] = Infinity;
  // a LAR course runs on in the bed; an outpatient course is taken up again afterwards, or not
  if (person.course === Course.outpatient) person.agenda[Agenda.courseEnd] = Infinity;
  person.tsb = ward.index === 0 ? Tsb.detox : Tsb.shortStay;
  beginStay(person);
  next.weighCase(person);
}

function readmitted(person: Person): void {
  const { world } = person;
  const left = person.stayEndedAt;
  if (left === -Infinity) return;
  const days = world.clock.now - left;
  if (days <= 30 && world.observer.watched(left, 30)) world.observer.tallyAt(left, T.readmitted_30, person);
  if (days <= 365 && world.observer.watched(left, aYear)) world.observer.tallyAt(left, T.readmitted_365, person);
  person.stayEndedAt = -Infinity;
}
