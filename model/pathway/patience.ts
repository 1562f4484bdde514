/**
 * Giving up a wait. Each wait has one budget of hazard, spent faster the longer a person is without any service; a service
 * held meanwhile resets the clock and slows giving up.
 */

import type { Person } from '../person.ts';
import { Agenda, Municipal, Purpose, Tsb } from '../person.ts';
import { clockAge, clockArea } from './contact_clock.ts';

/** How the budget is being spent: not at all, at a flat rate, or by the clock. */
const Spending = { none: 0, flat: 1, clock: 2 } as const;

/** The mean of the clock over waits in the base, which keeps the share that gives up where it is known. */
function clockMean(person: Person): number {
  const { giving_up, relapse } = person.world.common;
  const late = 1 - giving_up.base_early - giving_up.base_ramp;
  return giving_up.base_early + (giving_up.base_ramp * (1 + relapse.gap_hr)) / 2 + late * relapse.gap_hr;
}

/** Hazard spent since `from` in a way of spending, at a rate a day. */
function spent(person: Person, from: number, way: number, rate: number): number {
  const now = person.world.clock.now;
  if (way === Spending.none || now <= from) return 0;
  const { relapse, giving_up } = person.world.common;
  if (way === Spending.flat) return rate * giving_up.support_factor * (now - from);
  const start = from - person.contactAt;
  return ((clockArea(now - person.contactAt, relapse) - clockArea(start, relapse)) * rate) / clockMean(person);
}

/** The day on which a budget will be spent. */
function spentOn(person: Person, left: number, way: number, rate: number): number {
  const now = person.world.clock.now;
  if (way === Spending.none || rate <= 0) return Infinity;
  const { relapse, giving_up } = person.world.common;
  if (way === Spending.flat) {
    const slow = rate * giving_up.support_factor;
    return slow > 0 ? now + left / slow : Infinity;
  }
  const area = clockArea(now - person.contactAt, relapse) + (left * clockMean(person)) / rate;
  return Math.max(now, person.contactAt + clockAge(area, relapse));
}

const waitsForTsb = (person: Person) => person.tsb >= Tsb.assessment && person.tsb <= Tsb.bedListed;

/** Who is off the list for reasons of its own does not give up a wait that it chose. */
function tsbWay(person: Person): number {
  if (!waitsForTsb(person) || person.deferred) return Spending.none;
  return person.served ? Spending.flat : Spending.clock;
}

/** Nobody gives up a case before it is decided (no source says how often); in the follow-up queue everybody may. */
function municipalWay(person: Person): number {
  if (person.municipal !== Municipal.queue) return Spending.none;
  return person.served ? Spending.flat : Spending.clock;
}

export function beginTsbPatience(person: Person): void {
  person.tsbBudget = person.world.drawFor(person, Purpose.giveUpTsb).unit();
  person.tsbBudgetFrom = person.world.clock.now;
  person.tsbSpending = -1;
}

export function beginMunicipalPatience(person: Person): void {
  person.municipalBudget = person.world.drawFor(person, Purpose.giveUpMunicipal).unit();
  person.municipalBudgetFrom = person.world.clock.now;
  person.municipalSpending = -1;
}

/** Brings both budgets up to now, in the way they have been spent so far. */
export function spendPatience(person: Person): void {
  const { world } = person;
  const now = world.clock.now;
  if (person.tsbSpending > 0) {
    person.tsbBudget -= spent(person, person.tsbBudgetFrom, person.tsbSpending, world.common.giving_up.rate);
  }
  if (person.municipalSpending > 0) {
    const rate = person.town.numbers.follow_up.give_up;
    person.municipalBudget -= spent(person, person.municipalBudgetFrom, person.municipalSpending, rate);
  }
  person.tsbBudgetFrom = now;
  person.municipalBudgetFrom = now;
}

/** Whether a budget is, or has been until now, spent at all. */
export function isWaiting(person: Person): boolean {
  return (
    person.tsbSpending !== Spending.none ||
    person.municipalSpending !== Spending.none ||
    waitsForTsb(person) ||
    person.municipal !== Municipal.none
  );
}

/** Whether a wait has begun of which it is not known yet when it will be given up. */
export function isBegun(person: Person): boolean {
  return person.tsbSpending < 0 || person.municipalSpending < 0;
}

/** Whether a budget is spent in another way than it was. */
export function patienceChanged(person: Person): boolean {
  return tsbWay(person) !== person.tsbSpending || municipalWay(person) !== person.municipalSpending;
}

/** Sets the days on which the person will give up, if nothing changes. Budgets must be up to date. */
export function planPatience(person: Person): void {
  const { world, agenda } = person;
  person.tsbSpending = tsbWay(person);
  person.municipalSpending = municipalWay(person);
  agenda[Agenda.giveUpTsb] = spentOn(person, person.tsbBudget, person.tsbSpending, world.common.giving_up.rate);
  const rate = person.town.numbers.follow_up.give_up;
  agenda[Agenda.giveUpMunicipal] = spentOn(person, person.municipalBudget, person.municipalSpending, rate);
}
