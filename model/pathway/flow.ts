/** The pathway put together: what each thing on a person's agenda does, and where each step stands. */
import type { Cause } from '../observer.ts';
import type { Person } from '../person.ts';
import { Agenda, Tsb } from '../person.ts';
import type { Flow } from '../world.ts';
import { becomeUrgent, bedReady, emergency, fillWard, joinWard, wantBed } from './bed.ts';
import { bedRequest, courseEnds, emergencyInCourse, larNeed, leaveTsb, startCourse, unplanned } from './course.ts';
import { giveSlots, ready } from './first_contact.ts';
import {
  caseEnds,
  caseLost,
  caseworkerCame,
  caseworkerLeft,
  fillTeam,
  intensityChanged,
  joinFollowUp,
  municipalReferral,
  renewal,
  weighCase,
} from './follow_up.ts';
import { giveUpMunicipal, giveUpTsb } from './giving_up.ts';
import { die, leaveGone, leaveStable } from './leaving.ts';
import { afterMunicipal, municipalDoor, municipalStep, officeDecided } from './municipal_door.ts';
import { arise } from './need.ts';
import { comeBack, loseContact } from './out_of_contact.ts';
import { assessed, refer } from './referral.ts';
import { becomeStable, endRisk, relapse, startRisk } from './relapse.ts';
import { settle } from './settle.ts';
import { bedStep, handoverLost, notice } from './stay.ts';
import { next } from './steps.ts';

Object.assign(next, {
  municipalDoor,
  refer,
  startCourse,
  emergency,
  wantBed,
  leaveTsb,
  startRisk,
  endRisk,
  afterMunicipal,
  joinFollowUp,
  loseContact,
  settle,
  joinWard,
  fillWard,
  weighCase,
} satisfies typeof next);

/** The next step with TSB, by how far the person has come. */
function tsbStep(person: Person): Cause {
  switch (person.tsb) {
    case Tsb.assessment:
      return assessed(person);
    case Tsb.booked:
      return ready(person);
    case Tsb.bedListed:
      return becomeUrgent(person);
    case Tsb.course:
      return handoverLost(person);
    default:
      return bedStep(person);
  }
}

/** What happens when its day has come; null when the person has left the model. */
function step(person: Person, what: number): Cause | null {
  switch (what) {
    case Agenda.tsbStep:
      return tsbStep(person);
    case Agenda.courseEnd:
      return courseEnds(person);
    case Agenda.bedRequest:
      return bedRequest(person);
    case Agenda.emergency:
      return emergencyInCourse(person);
    case Agenda.bedReady:
      return bedReady(person);
    case Agenda.notice:
      return notice(person);
    case Agenda.giveUpTsb:
      return giveUpTsb(person);
    case Agenda.municipalStep:
      return municipalStep(person);
    case Agenda.giveUpMunicipal:
      return giveUpMunicipal(person);
    case Agenda.caseEnd:
      return caseEnds(person);
    case Agenda.caseLost:
      return caseLost(person);
    case Agenda.renewal:
      return renewal(person);
    case Agenda.municipalReferral:
      return municipalReferral(person);
    case Agenda.larNeed:
      return larNeed(person);
    case Agenda.unplanned:
      return unplanned(person);
    case Agenda.relapse:
      relapse(person);
      return 'relapsed';
    case Agenda.stable:
      if (!becomeStable(person)) return 'stable';
      leaveStable(person);
      return null;
    case Agenda.return: {
      const cause = comeBack(person);
      if (cause === null) leaveGone(person);
      return cause;
    }
    default:
      die(person);
      return null;
  }
}

export const flow: Flow = {
  happen(person, what) {
    const cause = step(person, what);
    if (cause !== null) settle(person, cause);
  },
  arise,
  fillWard,
  giveSlots,
  fillTeam,
  intensityChanged,
  caseworkerLeft,
  caseworkerCame,
  officeDecided,
  mechanismsChanged(town, before) {
    if (before.funding !== town.mechanisms.funding) town.funding.begin(town, false);
    if (before.gate !== town.mechanisms.gate) town.gate.begin(town);
    // support before the decision may begin or end with the gate
    for (const person of town.world.people) if (person.town === town) settle(person, 'reorganised');
    for (const team of town.teams) town.postsChanged(team.index);
  },
};
