/** The municipal door: intake, then a decision through the gate, then municipal support, with or without a referral. */
import type { Town } from '../capacity/town.ts';
import type { Step } from '../gate/gate.ts';
import type { Cause } from '../observer.ts';
import { T } from '../observer.ts';
import type { Person } from '../person.ts';
import { Agenda, Away, Course, Municipal, Purpose, RiskKind, Tsb } from '../person.ts';
import { waitQueues } from '../record.ts';
import { backInContact } from './settle.ts';
import { next } from './steps.ts';

const decisionQueue = waitQueues.indexOf('decision');

export function municipalDoor(person: Person, wants: { case?: boolean; referral?: boolean }): void {
  const { world } = person;
  if (person.municipal === Municipal.followUp || person.municipal === Municipal.queue) {
    // the case is there or decided already; a referral needs no new decision
    if (wants.referral) next.refer(person);
    return;
  }
  person.wantsCase ||= wants.case === true;
  person.wantsReferral ||= wants.referral === true;
  person.agenda[Agenda.unplanned] = Infinity;
  if (person.municipal !== Municipal.none) return;
  const now = world.clock.now;
  backInContact(person);
  person.municipal = Municipal.intake;
  person.municipalSince = now;
  const days = person.town.gate.workDays(person.town);
  person.agenda[Agenda.municipalStep] = now + world.drawFor(person, Purpose.intake).exponential(days / 2);
  world.observer.tally(T.joined_decision, person);
}

/** The next step of a case that is on its way. */
export function municipalStep(person: Person): Cause {
  const { world, town } = person;
  switch (person.municipal) {
    case Municipal.intake: {
      person.municipal = Municipal.decision;
      const days = town.gate.workDays(town);
      person.agenda[Agenda.municipalStep] =
        world.clock.now + world.drawFor(person, Purpose.decision).exponential(days / 2);
      return 'intake';
    }
    case Municipal.decision:
      return take(person, town.gate.afterWork(town, person));
    default:
      // handed over, or back from the wrong unit
      return decided(person);
  }
}

/** The office has decided a case, new or renewed. */
export function officeDecided(town: Town, person: Person): void {
  if (person.renewing) {
    person.renewing = false;
    person.agenda[Agenda.renewal] = town.world.clock.now + town.gate.renewalDays(town);
    next.settle(person, 'decided');
    return;
  }
  next.settle(person, take(person, town.gate.afterOffice(town, person)));
}

function take(person: Person, step: Step): Cause {
  const { world, town } = person;
  const now = world.clock.now;
  switch (step.to) {
    case 'follow_up':
      return decided(person);
    case 'office':
      person.municipal = Municipal.office;
      town.office.line.join(person.municipalPlace, now, town.rank(person));
      town.office.begin();
      return 'intake';
    case 'handover':
      person.municipal = Municipal.handover;
      person.agenda[Agenda.municipalStep] = now + step.days;
      return 'decided';
    case 'wrong_unit':
      person.municipal = Municipal.wrongUnit;
      person.agenda[Agenda.municipalStep] = now + step.days;
      return 'wrong_unit';
  }
}

function decided(person: Person): Cause {
  const { world } = person;
  world.observer.tally(T.decided, person);
  world.observer.wait(decisionQueue, person, person.municipalSince, 0);
  person.municipal = Municipal.none;
  const { wantsCase, wantsReferral } = person;
  person.wantsCase = false;
  person.wantsReferral = false;
  if (wantsReferral) next.refer(person);
  if (!wantsCase) {
    next.afterMunicipal(person, false);
    return 'decided';
  }
  const cause = next.joinFollowUp(person);
  // who is referred as well moves to TSB's list because of the decision, whatever the line for a caseworker says
  return wantsReferral ? 'decided' : cause;
}

/** Out of the municipality's queues, wherever the person stands in them. */
export function withdraw(person: Person): void {
  const { town } = person;
  if (person.municipal === Municipal.office || person.renewing) town.office.withdraw(person);
  person.renewing = false;
  if (person.municipal === Municipal.queue) town.teams[person.team].line.leave(person.municipalPlace);
  person.municipal = Municipal.none;
  person.wantsCase = false;
  person.wantsReferral = false;
  person.agenda[Agenda.municipalStep] = Infinity;
}

/** What a person is once the municipality has nothing more to do with it. */
export function afterMunicipal(person: Person, lost: boolean): void {
  if (person.tsb !== Tsb.none || person.course !== Course.none || person.bedWanted !== 0) return;
  if (person.riskKind !== RiskKind.none || person.away !== Away.none) return;
  if (lost) next.loseContact(person);
  else next.startRisk(person, RiskKind.municipal, false);
}
