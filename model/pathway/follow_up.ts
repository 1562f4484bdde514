/** Municipal follow-up: a line for a caseworker, a case that is followed up, its end, loss of contact, change of caseworker. */

import type { Post } from '../capacity/post.ts';
import type { Team } from '../capacity/team.ts';
import type { Town } from '../capacity/town.ts';
import type { Cause } from '../observer.ts';
import { T } from '../observer.ts';
import type { Person } from '../person.ts';
import { Agenda, Away, Course, Municipal, Purpose, RiskKind, Tsb } from '../person.ts';
import { waitQueues } from '../record.ts';
import { serviceMechanisms } from '../service/service.ts';
import { teamMechanisms } from '../team/team.ts';
import { planLarNeed } from './course.ts';
import { withdraw } from './municipal_door.ts';
import { beginMunicipalPatience } from './patience.ts';
import { adjustRisk } from './relapse.ts';
import { contact, settle } from './settle.ts';
import { next } from './steps.ts';

const followUpQueue = waitQueues.indexOf('follow_up');

const weightOf = (person: Person) => serviceMechanisms[person.town.mechanisms.service].weight(person, person.inBed);

/** Into the line; when it is long, a person of low need gets short contact instead. */
export function joinFollowUp(person: Person): Cause {
  const { world, town } = person;
  const team = town.teams[person.team];
  const now = world.clock.now;
  const waited = team.line.length > 0 ? now - team.line.oldest() : 0;
  if (waited > town.numbers.follow_up.ration_days && person.lowNeed) {
    world.observer.tally(T.rationed, person);
    contact(person);
    next.afterMunicipal(person, false);
    return 'rationed';
  }
  world.observer.tally(T.joined_follow_up, person);
  person.municipal = Municipal.queue;
  person.municipalSince = now;
  beginMunicipalPatience(person);
  team.line.join(person.municipalPlace, now, town.rank(person));
  fillTeam(town, team.index);
  return 'joined_follow_up';
}

/** Takes in from the line while there is room, and looks again when the stretch will make some. */
export function fillTeam(town: Town, index: number): void {
  const team = town.teams[index];
  const { clock } = town.world;
  const mechanism = teamMechanisms[town.mechanisms.team];
  while (team.line.length > 0) {
    if (team.staffedPosts === 0) break;
    const { who } = team.line.first() as { who: Person };
    const weight = weightOf(who);
    const oldest = team.line.oldest();
    if (team.load + weight > mechanism.limit(team, clock.now - oldest)) {
      const wait = mechanism.waitFor(team, weight);
      // a hair later than the day itself, so that rounding cannot ask twice at one instant
      const at = wait === Infinity ? Infinity : Math.max(oldest + wait, clock.now) + 1e-6;
      clock.set(team.alarm, at);
      return;
    }
    team.line.take();
    startFollowUp(who, team);
    settle(who, 'caseworker');
  }
  clock.clear(team.alarm);
}

function startFollowUp(person: Person, team: Team): void {
  const { world, town } = person;
  const { observer } = world;
  const now = world.clock.now;
  observer.wait(followUpQueue, person, person.municipalSince, 0);
  observer.tally(T.started_follow_up, person);
  observer.tally(T.caseworkers, person);
  openCase(person, team);
  const discharged = person.dischargedAt;
  if (discharged > -Infinity) {
    if (now - discharged <= 14) observer.tallyAt(discharged, T.follow_up_14, person);
    person.dischargedAt = -Infinity;
  }
  person.agenda[Agenda.renewal] = now + town.gate.renewalDays(town);
  person.agenda[Agenda.larNeed] = Infinity;
}

/** The case is opened, with the budgets that decide how long it lasts. Used by the census as well. */
export function openCase(person: Person, team: Team): void {
  const { world } = person;
  const now = world.clock.now;
  person.municipal = Municipal.followUp;
  person.agenda[Agenda.municipalStep] = Infinity;
  person.caseWeight = weightOf(person);
  team.add(person);
  giveCaseworker(person);
  person.newCaseworker = false;
  person.caseLeft = world.drawFor(person, Purpose.case).unit();
  person.lossLeft = world.drawFor(person, Purpose.caseLoss).unit();
  person.caseFrom = now;
  planCase(person, caseRates(person.town, team.intensity), now);
  planMunicipalReferral(person);
}

/** The staffed post with the fewest cases for its size. */
function giveCaseworker(person: Person): void {
  let best: Post | null = null;
  for (const post of person.town.posts) {
    if (post.team !== person.team || !post.staffed) continue;
    if (best === null || post.cases * best.size < best.cases * post.size) best = post;
  }
  person.post = best;
  if (best) best.cases++;
}

/** How fast the two budgets of a case are spent, a day. */
interface CaseRates {
  end: number;
  loss: number;
}

/** Thinner contact closes cases sooner and loses more of them; while nobody is there, nothing ends by plan. */
function caseRates(town: Town, intensity: number): CaseRates {
  const { duration_days, loss } = town.numbers.follow_up;
  const held = Math.max(intensity, town.world.common.follow_up_case.intensity_floor);
  return {
    end: intensity === 0 || duration_days <= 0 ? 0 : 1 / (held * duration_days),
    loss: loss / (held * held),
  };
}

function spendCase(person: Person, rates: CaseRates, now: number): void {
  const days = now - person.caseFrom;
  person.caseFrom = now;
  person.caseLeft -= days * rates.end;
  person.lossLeft -= days * rates.loss;
}

function planCase(person: Person, rates: CaseRates, now: number): void {
  const { agenda } = person;
  agenda[Agenda.caseEnd] = rates.end > 0 ? now + Math.max(0, person.caseLeft) / rates.end : Infinity;
  agenda[Agenda.caseLost] = rates.loss > 0 ? now + Math.max(0, person.lossLeft) / rates.loss : Infinity;
}

function planMunicipalReferral(person: Person): void {
  const { world } = person;
  const rate = world.common.municipal_need.referral_rate;
  const draws = world.drawFor(person, Purpose.municipalReferral);
  person.agenda[Agenda.municipalReferral] = rate > 0 ? world.clock.now + draws.exponential(365.25 / rate) : Infinity;
}

/** Who is in municipal follow-up only is referred to TSB now and then. */
export function municipalReferral(person: Person): Cause {
  const only =
    person.tsb === Tsb.none &&
    person.course === Course.none &&
    person.riskKind === RiskKind.none &&
    person.away === Away.none;
  if (only) next.refer(person);
  planMunicipalReferral(person);
  return 'referred';
}

/** The team's intensity has changed: every case is spent at the old one and planned at the new one. */
export function intensityChanged(town: Town, index: number, before: number): void {
  const team = town.teams[index];
  const { now } = town.world.clock;
  const old = caseRates(town, before);
  const rates = caseRates(town, team.intensity);
  for (const person of team.cases) {
    spendCase(person, old, now);
    planCase(person, rates, now);
    // closer or thinner contact changes nothing that the observer sees
    if (person.riskKind !== RiskKind.none) adjustRisk(person, false);
    town.world.plan(person);
  }
}

function closeCase(person: Person): void {
  const { town, agenda } = person;
  withdraw(person);
  town.teams[person.team].remove(person);
  if (person.post) person.post.cases--;
  person.post = null;
  person.newCaseworker = false;
  agenda[Agenda.caseEnd] = Infinity;
  agenda[Agenda.caseLost] = Infinity;
  agenda[Agenda.renewal] = Infinity;
  agenda[Agenda.municipalReferral] = Infinity;
  planLarNeed(person);
}

export function caseEnds(person: Person): Cause {
  person.world.observer.tally(T.ended_follow_up, person);
  closeCase(person);
  next.afterMunicipal(person, false);
  fillTeam(person.town, person.team);
  return 'case_ended';
}

export function caseLost(person: Person): Cause {
  loseCase(person);
  fillTeam(person.town, person.team);
  return 'lost_contact';
}

function loseCase(person: Person): void {
  person.world.observer.tally(T.lost_follow_up, person);
  closeCase(person);
  next.afterMunicipal(person, true);
}

/** Out of whatever the person has with the municipality, at death. */
export function leaveMunicipality(person: Person): void {
  const { world } = person;
  if (person.municipal === Municipal.none) return;
  if (person.municipal === Municipal.followUp) closeCase(person);
  else {
    const queue = person.municipal === Municipal.queue ? followUpQueue : waitQueues.indexOf('decision');
    world.observer.wait(queue, person, person.municipalSince, 1);
    withdraw(person);
  }
  fillTeam(person.town, person.team);
}

/** A decision that runs out is taken up by the office again; the case goes on meanwhile. */
export function renewal(person: Person): Cause {
  const { town } = person;
  person.renewing = true;
  town.office.line.join(person.municipalPlace, person.world.clock.now, town.rank(person));
  town.office.begin();
  return 'decided';
}

/** A worker leaves: some cases are lost, the others go to another caseworker, or wait without one. */
export function caseworkerLeft(town: Town, index: number, ordinal: number): void {
  const team = town.teams[index];
  const post = town.posts[ordinal];
  const cases = team.cases.filter((person) => person.post === post);
  for (const person of cases) {
    const lost = town.world
      .drawFor(person, Purpose.handoverCase)
      .chance(town.world.common.follow_up_case.handover_loss);
    if (lost) loseCase(person);
    else changeCaseworker(person);
    settle(person, 'caseworker_left');
  }
  if (cases.length > 0) fillTeam(town, index);
}

function changeCaseworker(person: Person): void {
  if (person.post) person.post.cases--;
  giveCaseworker(person);
  if (person.post === null) return;
  person.newCaseworker = true;
  person.world.observer.tally(T.caseworkers, person);
}

/** A worker comes: cases without a caseworker get one. */
export function caseworkerCame(town: Town, index: number): void {
  for (const person of town.teams[index].cases) {
    if (person.post !== null) continue;
    changeCaseworker(person);
    settle(person, 'caseworker_back');
  }
}

/** A case weighs less while its person is in a bed. */
export function weighCase(person: Person): void {
  if (person.municipal !== Municipal.followUp) return;
  const weight = weightOf(person);
  if (weight === person.caseWeight) return;
  person.town.teams[person.team].weigh(weight - person.caseWeight);
  person.caseWeight = weight;
  fillTeam(person.town, person.team);
}
