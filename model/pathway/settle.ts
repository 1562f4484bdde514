/** After every step: the clock of contact, patience and risk answer to what is now held, the observer takes note, the timer is set. */
import type { Cause } from '../observer.ts';
import { T } from '../observer.ts';
import type { Person } from '../person.ts';
import { RiskKind } from '../person.ts';
import { bedBit, factsOf, isServedIn, municipalUserBit, tsbBit } from '../standing.ts';
import { isBegun, isWaiting, patienceChanged, planPatience, spendPatience } from './patience.ts';
import { adjustRisk } from './relapse.ts';

/** A service contact: the clock starts again. */
export function contact(person: Person): void {
  spendPatience(person);
  person.contactAt = person.world.clock.now;
  planPatience(person);
  if (person.riskKind !== RiskKind.none) adjustRisk(person, true);
}

/** A person who had given up is met again, by TSB or the municipality. */
export function backInContact(person: Person): void {
  const { world } = person;
  const left = person.gaveUpAt;
  if (left === -Infinity) return;
  if (world.clock.now - left <= 365) world.observer.tallyAt(left, T.gave_up_returned, person);
  person.gaveUpAt = -Infinity;
}

export function settle(person: Person, cause: Cause): void {
  const { world } = person;
  const facts = factsOf(person);
  if (facts !== person.facts || isBegun(person)) takeFacts(person, facts, cause);
  if (person.riskKind !== RiskKind.none) adjustRisk(person, false);
  world.plan(person);
}

/** Other facts hold of a person than when it was last settled. */
function takeFacts(person: Person, facts: number, cause: Cause): void {
  const { clock, observer } = person.world;
  const before = person.facts;
  person.facts = facts;
  const served = isServedIn(facts);
  if (served !== person.served) {
    const waits = isWaiting(person);
    if (waits) spendPatience(person);
    person.served = served;
    if (!served) person.contactAt = clock.now;
    else reached(person, clock.now);
    if (waits) planPatience(person);
  } else if (patienceChanged(person)) {
    spendPatience(person);
    planPatience(person);
  }
  countPerson(person);
  observer.note(person, before, cause);
}

/** A service reaches a person again: who was discharged within thirty days has been met. */
function reached(person: Person, now: number): void {
  const { observer } = person.world;
  const left = person.contactWatchFrom;
  if (left > -Infinity) {
    if (now - left <= 30 && observer.watched(left, 30)) observer.tallyAt(left, T.contact_30, person);
    person.contactWatchFrom = -Infinity;
  }
}

/** Counts a person once a calendar year in everything that counts persons. */
export function countPerson(person: Person): void {
  const { observer } = person.world;
  const { facts } = person;
  const year = observer.year + 1;
  if ((facts & tsbBit) !== 0 && person.tsbYear !== year) {
    person.tsbYear = year;
    observer.tally(T.tsb_persons_1 + observer.third, person);
  }
  if ((facts & bedBit) !== 0 && person.inpatientYear !== year) {
    person.inpatientYear = year;
    observer.tally(T.inpatients_1 + observer.third, person);
  }
  if ((facts & municipalUserBit) !== 0 && person.municipalYear !== year) {
    person.municipalYear = year;
    observer.tally(T.municipal_users, person);
  }
  if (person.served && person.servedYear !== year) {
    person.servedYear = year;
    observer.tally(T.persons_served, person);
  }
}
