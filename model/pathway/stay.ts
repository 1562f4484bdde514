/** In a bed: detox, which may lead on to a stay; a short or long stay, which is completed or left early; discharge. */

import { dischargeMechanisms } from '../discharge/discharge.ts';
import { exp, ln } from '../kernel/maths.ts';
import type { Cause } from '../observer.ts';
import { aYear, T } from '../observer.ts';
import type { Person } from '../person.ts';
import { Agenda, BedWanted, Course, Municipal, Purpose, RiskKind, Tsb } from '../person.ts';
import { beginCourse, continueOutpatient, planReady, runCourse } from './course.ts';
import { leaveBedLine } from './giving_up.ts';
import { next } from './steps.ts';

/** Draws how long, and how it will end. */
export function beginStay(person: Person): void {
  const { world, agenda } = person;
  const now = world.clock.now;
  if (person.tsb === Tsb.detox) {
    const { detox } = world.common;
    const draws = world.drawFor(person, Purpose.detox);
    agenda[Agenda.tsbStep] = now + draws.lognormal(detox.median_days, detox.mean_days);
    return;
  }
  const { days, completes } = drawStay(person);
  agenda[Agenda.tsbStep] = now + days;
  if (completes) {
    const notice = dischargeMechanisms[person.town.mechanisms.discharge].noticeDays(person);
    agenda[Agenda.notice] = Math.max(now, now + days - notice);
  }
}

/** A stay's length, its end and what follows; used by the census as well. */
export function drawStay(person: Person): { days: number; completes: boolean } {
  const { world } = person;
  const { stay } = world.common;
  const draws = world.drawFor(person, Purpose.stayLength);
  const long = draws.chance(stay.long_share);
  const meant = (long ? stay.long_days : stay.short_days) * draws.between(1 - stay.spread, 1 + stay.spread);
  // the hazard of leaving is multiplied, so the scale is divided by its root
  const hr = leavingFactor(person);
  const scale = hr === 1 ? 1 : hr > 0 ? exp(-ln(hr) / stay.dropout_shape) : Infinity;
  const left = scale * world.drawFor(person, Purpose.stayDropout).weibull(stay.dropout_shape, stay.dropout_days);
  person.tsb = long ? Tsb.longStay : Tsb.shortStay;
  person.completes = meant <= left;
  person.planned = false;
  const share = person.completes ? stay.completed_course_share : stay.dropout_course_share;
  person.continues = world.drawFor(person, Purpose.stayNext).chance(share);
  return { days: Math.min(meant, left), completes: person.completes };
}

/** What group and a caseworker outside make of the hazard of leaving, each divided by its mean over the base. */
function leavingFactor(person: Person): number {
  const { world } = person;
  const { stay, census } = world.common;
  let mean = 0;
  for (const group of world.groups) mean += group.share * group.dropout_hr;
  const contact = person.municipal === Municipal.followUp ? stay.contact_hr : 1;
  const meanContact = 1 + census.outpatient_followed * (stay.contact_hr - 1);
  return (world.groups[person.group].dropout_hr / mean) * (contact / meanContact);
}

/** The municipality is told; what it can get ready until the day decides whether there is a plan. */
export function notice(person: Person): Cause {
  person.planned = planReady(person);
  const leaves = !person.continues && person.course !== Course.lar;
  if (person.planned && leaves && person.episodeNeed !== 0 && person.municipal === Municipal.none) {
    next.municipalDoor(person, { case: true });
  }
  return 'needs_municipality';
}

/** The next thing in a bed. */
export function bedStep(person: Person): Cause {
  switch (person.tsb) {
    case Tsb.detox:
      return detoxEnds(person);
    case Tsb.blocked:
      return leaveBed(person);
    default:
      return stayEnds(person);
  }
}

function detoxEnds(person: Person): Cause {
  const { world } = person;
  const { detox } = world.common;
  releaseBed(person);
  const draws = world.drawFor(person, Purpose.detoxNext);
  const goesOn = draws.chance(Math.min(1, detox.continue_share * (0.5 + 0.5 * Math.min(1.6, person.heavy))));
  const lostAtOnce = draws.chance(detox.handover_loss);
  const course = draws.chance(detox.course_share);
  if (goesOn && !lostAtOnce) {
    person.tsb = Tsb.course;
    if (person.course === Course.none) person.course = Course.outpatient;
    person.bedWanted = BedWanted.handover;
    person.bedSince = world.clock.now;
    person.bedFirstDetox = false;
    world.observer.tally(T.joined_bed, person);
    const { handover_rate } = detox;
    person.agenda[Agenda.tsbStep] =
      handover_rate > 0
        ? world.clock.now + world.drawFor(person, Purpose.handoverLoss).exponential(1 / handover_rate)
        : Infinity;
    next.joinWard(person);
    return 'handover';
  }
  if (person.course === Course.lar) backToLar(person);
  else {
    next.startRisk(person, RiskKind.inpatient, false);
    if (course && !goesOn) continueCourse(person);
    else next.leaveTsb(person, false);
  }
  return goesOn ? 'handover_lost' : 'completed';
}

/** Between detox and stay the person is lost. */
export function handoverLost(person: Person): Cause {
  leaveBedLine(person, 1);
  if (person.course === Course.lar) backToLar(person);
  else {
    next.startRisk(person, RiskKind.inpatient, false);
    next.leaveTsb(person, false);
  }
  return 'handover_lost';
}

function stayEnds(person: Person): Cause {
  const { world } = person;
  const { discharge } = world.common;
  if (person.completes && !person.planned) {
    const draws = world.drawFor(person, Purpose.blocked);
    if (draws.chance(discharge.blocked_share)) {
      person.tsb = Tsb.blocked;
      const days = draws.exponential(discharge.blocked_days);
      person.agenda[Agenda.tsbStep] = world.clock.now + days;
      // nobody leaves a blocked bed before the municipality is ready
      person.planned = true;
      return 'blocked';
    }
  }
  return leaveBed(person);
}

function leaveBed(person: Person): Cause {
  const { world } = person;
  const { observer } = world;
  const now = world.clock.now;
  const { completes, planned } = person;
  releaseBed(person);
  observer.tally(T.stay_discharges, person);
  if (!completes) {
    observer.tally(T.stay_dropouts, person);
    raiseMortality(person);
  }
  if (!planned) observer.tally(T.stay_unplanned, person);
  for (const [days, tally] of watches) if (observer.watched(now, days)) observer.tally(tally, person);
  person.stayEndedAt = now;
  person.relapseWatchFrom = now;
  const staysIn = person.course === Course.lar || person.continues;
  if (observer.watched(now, 30)) {
    const met = staysIn || (person.municipal === Municipal.followUp && person.post !== null);
    if (met) observer.tally(T.contact_30, person);
    else person.contactWatchFrom = now;
  }
  next.startRisk(person, RiskKind.inpatient, completes);
  if (person.course === Course.lar) backToLar(person);
  else if (person.continues) continueCourse(person);
  else next.leaveTsb(person, planned);
  return completes ? 'completed' : 'dropped_out';
}

const watches: [days: number, tally: number][] = [
  [30, T.stays_watched_30],
  [aYear, T.stays_watched_365],
  [91, T.stays_watched_91],
  [182, T.stays_watched_182],
  [30, T.stays_watched_contact_30],
];

/** Back to the course the bed was part of, or into one that begins with the bed. */
function continueCourse(person: Person): void {
  if (person.course === Course.none) beginCourse(person);
  else continueOutpatient(person);
}

function backToLar(person: Person): void {
  person.tsb = Tsb.course;
  runCourse(person);
}

/** The bed is given up; the next in line gets it after the gap. */
export function releaseBed(person: Person): void {
  const { world } = person;
  const ward = world.wards[person.ward];
  world.observer.tally(T.bed_discharges, person);
  person.ward = -1;
  person.tsb = Tsb.none;
  person.agenda[Agenda.notice] = Infinity;
  person.agenda[Agenda.tsbStep] = Infinity;
  ward.release();
  next.weighCase(person);
}

/** The first weeks after leaving a stay early are the most dangerous: hazard is spent faster, then as before. */
function raiseMortality(person: Person): void {
  const { world, agenda } = person;
  const { mortality } = world.common;
  const factor = person.drug ? mortality.dropout_drug_factor : mortality.dropout_other_factor;
  const left = agenda[Agenda.death] - world.clock.now;
  const raised = factor * mortality.dropout_days;
  agenda[Agenda.death] =
    left <= raised && factor > 0
      ? world.clock.now + left / factor
      : agenda[Agenda.death] - raised + mortality.dropout_days;
}
