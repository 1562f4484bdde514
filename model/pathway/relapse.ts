/**
 * Relapse. The hazard falls with time since the course (Weibull), ends after three years, and is multiplied by what the
 * course was, how it ended, the clock of contact, continuity, housing and group. Each multiplier is divided by its mean over
 * the base, so that its contrast can be uncertain without moving the known level.
 * Source: 37 % after 3 and 50 % after 6 months (two Norwegian cohorts); multipliers assumed, ranges in the parameters.
 */
import { T } from '../observer.ts';
import type { Person } from '../person.ts';
import { Agenda, Away, BedWanted, Municipal, Purpose, RiskKind, Tsb } from '../person.ts';
import { baseAge, baseHazard, centres, clockAge, clockHazard } from './relapse_hazard.ts';
import { next } from './steps.ts';

/** All factors but contact. */
function fixedFactor(person: Person): number {
  const { world } = person;
  const r = world.common.relapse;
  const c = centres(world);
  let factor = c.group[person.group];
  if (person.riskKind === RiskKind.outpatient) factor *= r.outpatient_hr;
  else if (person.riskKind === RiskKind.municipal) factor *= r.municipal_hr;
  factor *= person.riskCompleted ? c.completed : c.notCompleted;
  factor *= person.unsuitableHousing ? c.unsuitableHousing : c.suitableHousing;
  factor *= person.newCaseworker ? c.newCaseworker : c.sameCaseworker;
  return factor / c.contact;
}

const byClock = -1;

/** The factor of contact while a service is held; below 0 when none is, and the clock decides. */
function contactFactor(person: Person): number {
  const r = person.world.common.relapse;
  if (person.inTsb) return r.in_course_hr;
  if (person.municipal === Municipal.followUp) {
    const { intensity } = person.town.teams[person.team];
    return 1 + (r.gap_hr - 1) * (1 - intensity);
  }
  return person.served ? 1 : byClock;
}

/** Brings the budget up to now, under the factors that have held. */
function spendRisk(person: Person): void {
  const { world } = person;
  const now = world.clock.now;
  const r = world.common.relapse;
  const start = person.riskFrom - person.riskStart;
  const end = now - person.riskStart;
  person.riskFrom = now;
  if (end <= start) return;
  const done = person.riskDone;
  person.riskDone = baseHazard(end, r);
  let hazard: number;
  if (person.riskFlat >= 0) hazard = person.riskFlat * (person.riskDone - done);
  else hazard = clockHazard(start, done, end, person.riskContact - person.riskStart, r, centres(world));
  person.riskLeft = Math.max(0, person.riskLeft - hazard * person.riskFixed);
}

/** Sets the day of the relapse under the factors that hold now. */
function planRisk(person: Person): void {
  const { world } = person;
  const r = world.common.relapse;
  person.riskFlat = contactFactor(person);
  person.riskFixed = fixedFactor(person);
  person.riskContact = person.contactAt;
  const start = person.riskFrom - person.riskStart;
  const end = r.end_days;
  let age = Infinity;
  if (person.riskFixed > 0) {
    const budget = person.riskLeft / person.riskFixed;
    const { riskDone, riskFlat } = person;
    if (riskFlat > 0) age = baseAge(riskDone + budget / riskFlat, r);
    else if (riskFlat < 0) {
      age = clockAge(start, riskDone, end, budget, person.riskContact - person.riskStart, r, centres(world));
    }
  }
  person.agenda[Agenda.relapse] = age < end ? Math.max(person.riskFrom, person.riskStart + age) : Infinity;
}

/** Spends and plans anew when a factor has changed. */
export function adjustRisk(person: Person, force: boolean): void {
  const flat = contactFactor(person);
  const same =
    flat === person.riskFlat &&
    (flat >= 0 || person.riskContact === person.contactAt) &&
    fixedFactor(person) === person.riskFixed;
  if (same && !force) return;
  spendRisk(person);
  planRisk(person);
}

/** The time at risk begins after a course or stay, or at the end of municipal follow-up alone. */
export function startRisk(person: Person, kind: number, completed: boolean): void {
  beginRisk(person, kind, completed, person.world.clock.now);
  // no factor yet: the day is worked out once, when the person is settled with what it then holds
  person.riskFlat = Number.NaN;
}

/** As `startRisk`, on an earlier day: for the census. */
export function startRiskAt(person: Person, kind: number, completed: boolean, day: number): void {
  beginRisk(person, kind, completed, day);
  planRisk(person);
}

function beginRisk(person: Person, kind: number, completed: boolean, day: number): void {
  const { world } = person;
  person.riskKind = kind;
  person.riskCompleted = completed;
  person.riskStart = day;
  person.riskFrom = day;
  person.riskDone = 0;
  person.riskLeft = world.drawFor(person, Purpose.relapse).unit();
  person.agenda[Agenda.stable] = day + world.common.relapse.end_days;
  person.contactAt = day;
}

export function endRisk(person: Person): void {
  person.riskKind = RiskKind.none;
  person.riskCompleted = false;
  person.agenda[Agenda.relapse] = Infinity;
  person.agenda[Agenda.stable] = Infinity;
}

/** A relapse. In a course it may lead to a bed or end the course; outside, it decides where the person goes next. */
export function relapse(person: Person): void {
  const { world } = person;
  const { observer } = world;
  const r = world.common.relapse;
  observer.tally(T.relapses, person);
  const watch = person.relapseWatchFrom;
  if (watch > -Infinity) {
    const age = world.clock.now - watch;
    if (age <= 91 && observer.watched(watch, 91)) observer.tallyAt(watch, T.relapsed_91, person);
    if (age <= 182 && observer.watched(watch, 182)) observer.tallyAt(watch, T.relapsed_182, person);
    person.relapseWatchFrom = -Infinity;
  }
  endRisk(person);
  if (person.tsb === Tsb.course) {
    const u = world.drawFor(person, Purpose.relapseInCourse).uniform();
    if (u < r.to_bed_share) {
      if (person.bedWanted === BedWanted.none) next.wantBed(person);
      return;
    }
    if (u >= r.to_bed_share + r.ends_course_share) return;
    next.leaveTsb(person, false);
    endRisk(person);
  }
  afterRelapse(person);
}

function afterRelapse(person: Person): void {
  const { world } = person;
  const r = world.common.relapse;
  person.agenda[Agenda.unplanned] = Infinity;
  const draws = world.drawFor(person, Purpose.relapseNext);
  const u = draws.uniform();
  let upTo = r.to_referral;
  if (u < upTo) {
    person.away = Away.toReferral;
    person.agenda[Agenda.return] = world.clock.now + draws.exponential(r.referral_days);
    return;
  }
  upTo += r.to_return;
  if (u < upTo) {
    person.away = Away.toReturn;
    person.agenda[Agenda.return] = world.clock.now + draws.exponential(r.return_days);
    return;
  }
  upTo += r.to_emergency;
  if (u < upTo) {
    next.emergency(person);
    return;
  }
  upTo += r.to_municipality;
  if (u < upTo) {
    if (person.municipal === Municipal.none) next.municipalDoor(person, { case: true });
    return;
  }
  next.loseContact(person);
}

/** Three years without relapse. */
export function becomeStable(person: Person): boolean {
  endRisk(person);
  return person.municipal === Municipal.none && !person.inTsb && person.tsb === Tsb.none && person.bedWanted === 0;
}
