/**
 * The hazard of relapse, from one age at risk to another: base hazard (Weibull) times the clock of contact, and the means over
 * the base that the other multipliers are divided by.
 */
import { exp, ln, power } from '../kernel/maths.ts';
import type { CommonNumbers } from '../parameters.ts';
import type { World } from '../world.ts';

/** What holds for everybody under one set of common numbers. Factors are divided by their mean over the base. */
interface Centres {
  /** The mean of the factor of contact itself. */
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
export function centres(world: World): Centres {
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

/** The cumulative base hazard. */
export function baseHazard(age: number, r: CommonNumbers['relapse']): number {
  return age <= 0 ? 0 : power(age / r.scale_days, r.shape);
}

/** The age at which it is reached. */
export function baseAge(hazard: number, r: CommonNumbers['relapse']): number {
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
export function clockHazard(
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
export function clockAge(
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
