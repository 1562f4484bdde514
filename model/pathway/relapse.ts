/**
 * Relapse. The hazard falls with time since the course (Weibull), ends after three years, and is multiplied by what the
 * course was, how it ended, the clock of contact, continuity, housing and group. Each multiplier is divided by its mean over
 * the base, so that its contrast can be uncertain without moving the known level.
 * Source: 37 % after 3 and 50 % after 6 months (two Norwegian cohorts); multipliers assumed, ranges in the parameters.
 */
import { exp, ln, power } from '../kernel/maths.ts';
import { T } from '../observer.ts';
import type { CommonNumbers } from '../parameters.ts';
import type { Person } from '../person.ts';
import { Agenda, Away, BedWanted, Municipal, Purpose, RiskKind, Tsb } from '../person.ts';
import type { World } from '../world.ts';
import { next } from './steps.ts';

/** What holds for everybody under one set of common numbers. Factors are divided by their mean over the base. */
interface Centres {
  contact: number;
  /** By group. */
  group: number[];
  completed: number;
  notCompleted: number;
  unsuitableHousing: number;
  suitableHousing: number;
  newCaseworker: number;
  sameCaseworker: number;
  /** The cumulative base hazard at ages that are asked for again and again. */
  early: number;
  full: number;
  end: number;
}
let lastNumbers: CommonNumbers | null = null;
let lastGroups: World['groups'] | null = null;
let lastCentres: Centres | null = null;

/** Worked out once a set of numbers, since it is asked for at every step of everybody at risk. */
function centres(world: World): Centres {
  if (lastCentres === null || world.common !== lastNumbers || world.groups !== lastGroups) {
    lastCentres = centresOf(world);
    lastNumbers = world.common;
    lastGroups = world.groups;
  }
  return lastCentres;
}

function centresOf(world: World): Centres {
  const r = world.common.relapse;
  const late = r.base_late * r.gap_hr;
  const followUp = r.base_follow_up * (1 + (r.gap_hr - 1) * (1 - r.base_intensity));
  const shares = r.base_early + r.base_ramp + r.base_late + r.base_follow_up + r.base_in_course;
  let group = 0;
  for (const g of world.groups) group += g.share * g.relapse_hr;
  const completed = r.base_completed * r.completed_hr + (1 - r.base_completed);
  const continuity = r.base_continuity * r.continuity_hr + (1 - r.base_continuity);
  const housing = r.base_housing * r.housing_hr + (1 - r.base_housing);
  return {
    contact:
      (r.base_early + (r.base_ramp * (1 + r.gap_hr)) / 2 + late + followUp + r.base_in_course * r.in_course_hr) /
      shares,
    group: world.groups.map((g) => (r.level * g.relapse_hr) / group),
    completed: r.completed_hr / completed,
    notCompleted: 1 / completed,
    unsuitableHousing: r.housing_hr / housing,
    suitableHousing: 1 / housing,
    newCaseworker: r.continuity_hr / continuity,
    sameCaseworker: 1 / continuity,
    early: baseHazard(r.gap_from_days, r),
    full: baseHazard(r.gap_full_days, r),
    end: baseHazard(r.end_days, r),
  };
}

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

/** The cumulative base hazard. */
function baseHazard(age: number, r: CommonNumbers['relapse']): number {
  return age <= 0 ? 0 : power(age / r.scale_days, r.shape);
}

/** The age at which it is reached. */
function baseAge(hazard: number, r: CommonNumbers['relapse']): number {
  return hazard <= 0 ? 0 : r.scale_days * exp(ln(hazard) / r.shape);
}

/** The cumulative base hazard at an age where the clock turns, or another. */
function hazardAt(age: number, r: CommonNumbers['relapse'], c: Centres): number {
  if (age === r.gap_from_days) return c.early;
  if (age === r.gap_full_days) return c.full;
  if (age === r.end_days) return c.end;
  return baseHazard(age, r);
}

// Ages and their hazards are handed on as plain numbers below: a pair of them as an object was a tenth of all garbage.

/**
 * Hazard between two ages while the clock's line rises from age `from` over `width` days; `hazard` and `toHazard` are the
 * cumulative base hazards at the two.
 */
function rampHazard(
  age: number,
  hazard: number,
  to: number,
  toHazard: number,
  from: number,
  width: number,
  r: CommonNumbers['relapse'],
): number {
  const slope = (r.gap_hr - 1) / width;
  // the integral of age times the base hazard is k/(k+1) times age times the cumulative hazard
  const first = (r.shape / (r.shape + 1)) * (to * toHazard - age * hazard);
  return (1 - slope * from) * (toHazard - hazard) + slope * first;
}

/** The (unscaled) hazard of the clock from an age, with the cumulative base hazard there, to age `end`. */
function clockHazard(
  start: number,
  startHazard: number,
  end: number,
  contactAge: number,
  r: CommonNumbers['relapse'],
  c: Centres,
): number {
  const from = contactAge + r.gap_from_days;
  const full = contactAge + r.gap_full_days;
  let age = start;
  let hazard = startHazard;
  let spent = 0;
  if (age < from && age < end) {
    age = Math.min(from, end);
    const toHazard = hazardAt(age, r, c);
    spent += toHazard - hazard;
    hazard = toHazard;
  }
  if (age >= from && age < full && age < end) {
    const to = Math.min(full, end);
    const toHazard = hazardAt(to, r, c);
    spent += rampHazard(age, hazard, to, toHazard, from, full - from, r);
    age = to;
    hazard = toHazard;
  }
  if (age >= full && age < end) spent += (hazardAt(end, r, c) - hazard) * r.gap_hr;
  return spent;
}

/** The age at which the clock has spent `budget` of (unscaled) hazard, from an age on; Infinity when age `end` comes first. */
function clockAge(
  start: number,
  startHazard: number,
  end: number,
  budget: number,
  contactAge: number,
  r: CommonNumbers['relapse'],
  c: Centres,
): number {
  const from = contactAge + r.gap_from_days;
  const full = contactAge + r.gap_full_days;
  let age = start;
  let hazard = startHazard;
  let spent = 0;
  if (age < from && age < end) {
    const to = Math.min(from, end);
    const toHazard = hazardAt(to, r, c);
    const more = toHazard - hazard;
    if (spent + more >= budget) return baseAge(hazard + budget - spent, r);
    spent += more;
    age = to;
    hazard = toHazard;
  }
  if (age >= from && age < full && age < end) {
    const to = Math.min(full, end);
    const toHazard = hazardAt(to, r, c);
    const more = rampHazard(age, hazard, to, toHazard, from, full - from, r);
    if (spent + more >= budget) return ageOnRamp(age, hazard, to, budget - spent, more, from, full - from, r, c);
    spent += more;
    age = to;
    hazard = toHazard;
  }
  if (age >= full && age < end) {
    const more = (hazardAt(end, r, c) - hazard) * r.gap_hr;
    if (spent + more >= budget) return baseAge(hazard + (budget - spent) / r.gap_hr, r);
  }
  return Infinity;
}

/** The age on the rising line at which `wanted` hazard is spent; chords find it in a few steps, with the same digits everywhere. */
function ageOnRamp(
  start: number,
  startHazard: number,
  end: number,
  wanted: number,
  whole: number,
  from: number,
  width: number,
  r: CommonNumbers['relapse'],
  c: Centres,
): number {
  let low = start;
  let high = end;
  let below = -wanted;
  let above = whole - wanted;
  for (let i = 0; i < 60 && high - low > 1e-9; i++) {
    const age = Math.min(high, Math.max(low, low - (below * (high - low)) / (above - below)));
    const miss = rampHazard(start, startHazard, age, hazardAt(age, r, c), from, width, r) - wanted;
    if (miss < 1e-12 && miss > -1e-12) return age;
    // the end that stays is halved, so that neither sticks
    if (miss < 0) {
      low = age;
      below = miss;
      above /= 2;
    } else {
      high = age;
      above = miss;
      below /= 2;
    }
  }
  return high;
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
