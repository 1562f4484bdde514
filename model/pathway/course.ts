/** An outpatient or LAR course: it runs, asks for beds, has emergencies, ends. */

import { dischargeMechanisms } from '../discharge/discharge.ts';
import type { Cause } from '../observer.ts';
import { T } from '../observer.ts';
import type { Person } from '../person.ts';
import { Agenda, Away, BedWanted, Course, Municipal, Purpose, RiskKind, Tsb } from '../person.ts';
import { leaveBedLine } from './giving_up.ts';
import { backInContact } from './settle.ts';
import { next } from './steps.ts';

/** A course starts, off the list or on return. */
export function startCourse(person: Person): void {
  enterTsb(person);
  beginCourse(person);
}

/** Which course it is: LAR for some drug users, outpatient treatment for the rest. */
export function beginCourse(person: Person): void {
  const { world } = person;
  const { lar, need } = world.common;
  const first = !person.everCourse;
  person.everCourse = true;
  const share = !person.drug ? 0 : first ? Math.min(1, lar.first_share / need.drug_share) : lar.later_share;
  const becomesLar = world.drawFor(person, Purpose.courseKind).chance(share);
  person.tsb = Tsb.course;
  if (becomesLar) startLar(person);
  else continueOutpatient(person);
}

/** What every way into TSB has in common. */
export function enterTsb(person: Person): void {
  backInContact(person);
  person.away = Away.none;
  person.agenda[Agenda.return] = Infinity;
  person.agenda[Agenda.unplanned] = Infinity;
  next.endRisk(person);
  person.world.observer.tally(T.course_starts, person);
}

function startLar(person: Person): void {
  const { world } = person;
  const { lar, municipal_need } = world.common;
  const now = world.clock.now;
  world.observer.tally(T.lar_starts, person);
  person.course = Course.lar;
  person.agenda[Agenda.courseEnd] = now + world.drawFor(person, Purpose.courseLength).exponential(lar.days);
  person.larNeed = world.drawFor(person, Purpose.larNeed).chance(municipal_need.lar_share);
  if (person.larNeed && person.municipal === Municipal.none) next.municipalDoor(person, { case: true });
  runCourse(person);
}

/** Into, or back to, an outpatient course; its length has no memory. */
export function continueOutpatient(person: Person): void {
  const { world } = person;
  person.tsb = Tsb.course;
  person.course = Course.outpatient;
  const draws = world.drawFor(person, Purpose.courseLength);
  person.agenda[Agenda.courseEnd] = world.clock.now + draws.exponential(world.common.course.days);
  runCourse(person);
}

/** Draws what may happen in the course: a wish for a bed, an emergency, for LAR a municipal need. */
export function runCourse(person: Person): void {
  planBedRequest(person);
  planEmergency(person);
  planLarNeed(person);
}

const numbersOf = (person: Person) =>
  person.course === Course.lar ? person.world.common.lar : person.world.common.course;

function planBedRequest(person: Person): void {
  const { world } = person;
  const rate = numbersOf(person).bed_requests * person.heavy;
  const draws = world.drawFor(person, Purpose.bedRequest);
  person.agenda[Agenda.bedRequest] = rate > 0 ? world.clock.now + draws.exponential(365.25 / rate) : Infinity;
}

function planEmergency(person: Person): void {
  const { world } = person;
  const rate = numbersOf(person).emergencies * person.heavy;
  const draws = world.drawFor(person, Purpose.emergency);
  person.agenda[Agenda.emergency] = rate > 0 ? world.clock.now + draws.exponential(365.25 / rate) : Infinity;
}

/** LAR patients with a municipal need come to the municipality by a door of their own. */
export function planLarNeed(person: Person): void {
  const { world } = person;
  const rate = world.common.municipal_need.lar_rate;
  const may = person.course === Course.lar && person.larNeed && person.municipal === Municipal.none && rate > 0;
  person.agenda[Agenda.larNeed] = may
    ? world.clock.now + world.drawFor(person, Purpose.larNeed).exponential(365.25 / rate)
    : Infinity;
}

export function larNeed(person: Person): Cause {
  if (person.course === Course.lar) next.municipalDoor(person, { case: true });
  return 'needs_municipality';
}

/** A bed is asked for inside the course; who stands in line already asks again later. */
export function bedRequest(person: Person): Cause {
  planBedRequest(person);
  if (person.bedWanted === BedWanted.none) next.wantBed(person);
  return 'bed_wanted';
}

export function emergencyInCourse(person: Person): Cause {
  // planned first: an admission at once clears it again
  planEmergency(person);
  next.emergency(person);
  return 'emergency';
}

/** The course runs out. A LAR course that runs out in a bed is over at discharge. */
export function courseEnds(person: Person): Cause {
  if (person.inBed) {
    person.course = Course.none;
    return 'course_ended';
  }
  const planned = planReady(person);
  next.leaveTsb(person, planned);
  return 'course_ended';
}

/** Whether a plan is ready at the end. */
export function planReady(person: Person): boolean {
  const mechanism = dischargeMechanisms[person.town.mechanisms.discharge];
  return person.world.drawFor(person, Purpose.plan).chance(mechanism.plannedShare(person));
}

/** Out of TSB: at risk from now, met by the municipality if a plan is ready and needed, later or never if not. */
export function leaveTsb(person: Person, planned: boolean): void {
  const { world, agenda } = person;
  const { observer } = world;
  const now = world.clock.now;
  leaveBedLine(person, 1);
  person.tsb = Tsb.none;
  person.course = Course.none;
  agenda[Agenda.tsbStep] = Infinity;
  agenda[Agenda.courseEnd] = Infinity;
  agenda[Agenda.bedRequest] = Infinity;
  agenda[Agenda.emergency] = Infinity;
  agenda[Agenda.larNeed] = Infinity;
  agenda[Agenda.notice] = Infinity;
  observer.tally(T.course_ends, person);
  if (observer.watched(now, 14)) {
    observer.tally(T.discharged_watched_14, person);
    if (person.municipal === Municipal.followUp && person.post !== null) observer.tally(T.follow_up_14, person);
    else person.dischargedAt = now;
  }
  if (person.riskKind === RiskKind.none) next.startRisk(person, RiskKind.outpatient, false);
  if (person.episodeNeed !== 0 && person.municipal === Municipal.none) {
    if (planned) next.municipalDoor(person, { case: true });
    else {
      const { no_plan_delay_days } = world.common.discharge;
      agenda[Agenda.unplanned] = now + world.drawFor(person, Purpose.unplanned).exponential(no_plan_delay_days);
    }
  }
}

/** Without a plan, the person finds its own way to the municipality's door. */
export function unplanned(person: Person): Cause {
  next.municipalDoor(person, { case: true });
  return 'needs_municipality';
}
