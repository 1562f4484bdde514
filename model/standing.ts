/**
 * What a person's tracks come to: its position, and what else is true of it. These facts are packed into one number, and worked
 * out once for each combination of tracks: the same few hundred come again and again (a few per cent of a run).
 */
import type { Person } from './person.ts';
import { Away, BedWanted, Course, Municipal, RiskKind, Tsb } from './person.ts';
import { positions, waitings } from './record.ts';

/** What may be true of a person beside its position; bits, in this order. The first are the waitings and holdings of the series. */
export const levelNames = [
  ...waitings.map((name) => `waiting_${name}`),
  'caseworker',
  'bed',
  'tsb',
  'present',
  'without_service',
  'on_list',
  'served_waiting',
  'at_risk',
] as const;
const bit = (name: string) => 1 << (levelNames as readonly string[]).indexOf(name);
const waitingIntake = bit('waiting_intake');
const waitingDecision = bit('waiting_decision');
const waitingAssessment = bit('waiting_assessment');
const waitingFirstContact = bit('waiting_first_contact');
const waitingBed = bit('waiting_bed');
const waitingFollowUp = bit('waiting_follow_up');
const waitingUnserved = bit('waiting_unserved');
const caseworkerBit = bit('caseworker');
export const bedBit = bit('bed');
export const tsbBit = bit('tsb');
const presentBit = bit('present');
const withoutServiceBit = bit('without_service');
const onListBit = bit('on_list');
const servedWaitingBit = bit('served_waiting');
const atRiskBit = bit('at_risk');
const anyWaiting =
  waitingIntake | waitingDecision | waitingAssessment | waitingFirstContact | waitingBed | waitingFollowUp;
/** The claims of which beginning and end are events. */
export const claimBits = waitingBed | waitingFollowUp | waitingDecision | caseworkerBit;

/** A fact that is no level: `isMunicipalUser`. */
export const municipalUserBit = 1 << levelNames.length;
const positionFrom = levelNames.length + 1;

const P = Object.fromEntries(positions.map((name, index) => [name, index])) as Record<string, number>;

/** The one position of a person: the first that applies, most bound first (definitions: positions). */
export function positionOf(person: Person): number {
  switch (person.tsb) {
    case Tsb.detox:
      return P.detox;
    case Tsb.shortStay:
      return P.short_stay;
    case Tsb.longStay:
      return P.long_stay;
    case Tsb.blocked:
      return P.ready_for_discharge;
  }
  if (person.course === Course.lar) return P.lar;
  if (person.course === Course.outpatient) return P.outpatient;
  if (person.tsb === Tsb.assessment) return P.awaiting_assessment;
  if (person.tsb === Tsb.booked || person.tsb === Tsb.ready || person.tsb === Tsb.bedListed) {
    return person.deferred ? P.deferred : P.awaiting_first_contact;
  }
  const after = person.riskKind !== RiskKind.none || person.away !== Away.none;
  switch (person.municipal) {
    case Municipal.followUp:
      return after ? P.follow_up : P.municipal_support;
    case Municipal.queue:
      return P.awaiting_follow_up;
    case Municipal.decision:
    case Municipal.office:
    case Municipal.handover:
      return P.awaiting_decision;
    case Municipal.intake:
    case Municipal.wrongUnit:
      return P.awaiting_intake;
  }
  return person.riskKind !== RiskKind.none ? P.after_discharge : P.out_of_contact;
}

/** Whether the municipality supports a person whose case is on its way to a decision. */
export function isSupported(person: Person): boolean {
  return person.municipal >= Municipal.intake && person.municipal <= Municipal.handover && person.town.supportsBefore;
}

/** Whether a person holds a service now: a course, a bed, a caseworker, or the team's support before the decision. */
export function isServed(person: Person): boolean {
  if (person.inTsb) return true;
  if (person.municipal === Municipal.followUp) return person.post !== null;
  return isSupported(person);
}

/** Whether a person has a municipal service, as BrukerPlan counts; support before the decision is one. */
export function isMunicipalUser(person: Person): boolean {
  return person.municipal === Municipal.followUp || isSupported(person);
}

/** The levels of a person, as bits. */
export function levelsOf(person: Person): number {
  const served = isServed(person);
  let levels = presentBit;
  switch (person.municipal) {
    case Municipal.intake:
    case Municipal.wrongUnit:
      levels |= waitingIntake;
      break;
    case Municipal.decision:
    case Municipal.office:
    case Municipal.handover:
      levels |= waitingDecision;
      break;
    case Municipal.queue:
      levels |= waitingFollowUp;
      break;
    case Municipal.followUp:
      if (person.post !== null) levels |= caseworkerBit;
  }
  if (person.tsb === Tsb.assessment) levels |= waitingAssessment | onListBit;
  else if (person.tsb === Tsb.booked || person.tsb === Tsb.ready || person.tsb === Tsb.bedListed) {
    if (!person.deferred) levels |= waitingFirstContact | onListBit;
  }
  if (person.bedWanted !== 0) levels |= waitingBed;
  if (person.inBed) levels |= bedBit;
  if (person.inTsb) levels |= tsbBit;
  if (person.riskKind !== RiskKind.none) levels |= atRiskBit;
  if ((levels & anyWaiting) !== 0) levels |= served ? servedWaitingBit : waitingUnserved;
  if (!served) levels |= withoutServiceBit;
  return levels;
}

/** Everything that the facts about a person depend on, in one number. */
function standingOf(person: Person): number {
  return (
    person.tsb |
    (person.course << 4) |
    (person.municipal << 6) |
    ((person.deferred ? 1 : 0) << 9) |
    ((person.bedWanted !== BedWanted.none ? 1 : 0) << 10) |
    ((person.riskKind !== RiskKind.none ? 1 : 0) << 11) |
    ((person.away !== Away.none ? 1 : 0) << 12) |
    ((person.post !== null ? 1 : 0) << 13) |
    ((isSupported(person) ? 1 : 0) << 14)
  );
}
const standings = 1 << 15;

/** The facts of each standing; below 0 where it has not been met yet. */
const known = new Int32Array(standings).fill(-1);

/** Position, levels and `municipalUserBit` of a person. */
export function factsOf(person: Person): number {
  const standing = standingOf(person);
  const facts = known[standing];
  if (facts >= 0) return facts;
  const user = isMunicipalUser(person) ? municipalUserBit : 0;
  known[standing] = (positionOf(person) << positionFrom) | user | levelsOf(person);
  return known[standing];
}

/** The facts of a person who has left the model. */
export const factsOfLeft = (position: 'stable' | 'dead' | 'gone'): number => P[position] << positionFrom;

/** Index of the position; -1 where `facts` is -1, of somebody who has not been settled yet. */
export const positionIn = (facts: number): number => facts >> positionFrom;

/** The levels, as bits; none where `facts` is -1. */
export const levelsIn = (facts: number): number => (facts < 0 ? 0 : facts & (municipalUserBit - 1));

export const isServedIn = (facts: number): boolean => (facts & withoutServiceBit) === 0;
