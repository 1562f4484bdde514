/**
 * The first day: stocks and clocks drawn from the flows that the place balances at. Spells without memory begin anew;
 * spells that age (at risk, in a bed, on a list) are drawn as they began, by the code of the pathway, and kept if they last.
 */
import { Line, PostState } from './capacity/post.ts';
import { Team } from './capacity/team.ts';
import type { Town } from './capacity/town.ts';
import { exp } from './kernel/maths.ts';
import { T } from './observer.ts';
import { continueOutpatient, runCourse } from './pathway/course.ts';
import { openCase } from './pathway/follow_up.ts';
import { municipalDoor } from './pathway/municipal_door.ts';
import { drawEpisode, drawTraits } from './pathway/need.ts';
import { beginMunicipalPatience, beginTsbPatience } from './pathway/patience.ts';
import { assessed } from './pathway/referral.ts';
import { endRisk, startRiskAt } from './pathway/relapse.ts';
import { settle } from './pathway/settle.ts';
import { drawStay } from './pathway/stay.ts';
import { next } from './pathway/steps.ts';
import type { Person } from './person.ts';
import { Agenda, Away, Course, Municipal, Purpose, RiskKind, Tsb } from './person.ts';
import type { World } from './world.ts';

/** Streams of persons who were there on the first day, one a kind; 0 to 2 bring new needs. */
const Kind = {
  outpatient: 3,
  lar: 4,
  detox: 5,
  stay: 6,
  riskInpatient: 7,
  riskOutpatient: 8,
  riskMunicipal: 9,
  toReferral: 10,
  toReturn: 11,
  lost: 12,
  municipalOnly: 13,
  referral: 14,
  decision: 15,
  followUpQueue: 16,
} as const;

export function takeCensus(world: World): void {
  for (const town of world.towns) {
    formTeams(town);
    town.funding.begin(town, true);
    staffPosts(town);
    town.gate.begin(town);
    for (const team of town.teams) town.postsChanged(team.index);
  }
  for (const town of world.towns) countPeople(town);
  for (const town of world.towns) for (const team of town.teams) team.intensity = 1;
  for (const town of world.towns) town.newMonth();
  for (const town of world.towns) for (const stream of town.streams) stream.start();
  world.slots.start();
}

function formTeams(town: Town): void {
  const { posts, grant } = town.numbers;
  const limit = town.world.common.staff.team_limit;
  const teams = Math.max(Math.round(posts.teams), Math.ceil((posts.own + grant.posts) / limit));
  for (let index = 0; index < teams; index++) town.teams.push(new Team(town, index));
  town.addPosts(posts.own, Line.own, true);
}

/** A post is staffed for the part of the time that turnover and recruitment leave. */
function staffPosts(town: Town): void {
  const { staff } = town.world.common;
  for (const post of town.posts) {
    if (post.state === PostState.closed) continue;
    const turnover = post.permanent ? staff.permanent_turnover : staff.temporary_turnover;
    const staffed = 1 / (1 + (turnover * town.numbers.posts.recruitment_days) / 365.25);
    const draws = town.world.drawForPost(town, post.ordinal, Purpose.censusPost, 0);
    if (draws.chance(staffed)) post.hire(true);
    else town.funding.vacated(town, post, town.world.clock.now);
  }
}

/** As many persons of a kind as a Poisson draw of the mean says. */
function persons(town: Town, kind: number, mean: number, make: (person: Person) => void): void {
  const { world } = town;
  const count = world.drawForTown(town, Purpose.census, kind).poisson((mean * town.numbers.town.adults) / 100_000);
  for (let ordinal = 0; ordinal < count; ordinal++) {
    const person = world.enter(town, kind, ordinal);
    drawTraits(person);
    person.contactAt = world.clock.now;
    person.everReferred = true;
    make(person);
    if (isNowhere(person)) {
      world.leave(person);
      continue;
    }
    settle(person, 'census');
  }
}

/** A spell that had ended before the first day: whoever it was is counted in the next stream. */
function isNowhere(person: Person): boolean {
  return (
    person.tsb === Tsb.none &&
    person.course === Course.none &&
    person.municipal === Municipal.none &&
    person.away === Away.none &&
    person.riskKind === RiskKind.none
  );
}

/** Persons who entered at a yearly rate over the last days; `make` gets the age of the spell. */
function entrants(
  town: Town,
  kind: number,
  rate: number,
  days: number,
  make: (person: Person, age: number) => void,
): void {
  const { world } = town;
  persons(town, kind, (rate * days) / 365.25, (person) => {
    const draws = world.drawFor(person, Purpose.census);
    const age = draws.uniform() * days;
    const { mortality } = world.common;
    const survived = draws.chance(exp((-(person.drug ? mortality.drug : mortality.other) * age) / 365.25));
    if (survived) make(person, age);
  });
}

function followed(person: Person, share: number): void {
  if (!person.world.drawFor(person, Purpose.census).chance(share)) return;
  const team = person.town.teams[person.team];
  if (team.staffedPosts === 0 || team.load + 1 > team.places) {
    waitForCaseworker(person);
    return;
  }
  openCase(person, team);
  spreadRenewal(person);
}

/** Teams are filled to their places at most; the rest wait from the first day. */
function waitForCaseworker(person: Person): void {
  const { world, town } = person;
  person.municipal = Municipal.queue;
  person.municipalSince = world.clock.now;
  beginMunicipalPatience(person);
  town.teams[person.team].line.join(person.municipalPlace, world.clock.now, town.rank(person));
}

/** Running decisions run out at all times of the year. */
function spreadRenewal(person: Person): void {
  const days = person.town.gate.renewalDays(person.town);
  if (days === Infinity) return;
  person.agenda[Agenda.renewal] =
    person.world.clock.now + person.world.drawFor(person, Purpose.census).uniform() * days;
}

function countPeople(town: Town): void {
  const { world } = town;
  const { census, relapse, municipal_need, lar, mortality, out_of_contact, giving_up } = world.common;
  const now = world.clock.now;

  entrants(
    town,
    Kind.stay,
    census.stay_rate,
    world.common.stay.long_days * (1 + world.common.stay.spread),
    (person, age) => {
      person.everCourse = true;
      person.everAdmitted = true;
      drawEpisode(person);
      const { days } = drawStay(person);
      if (days <= age) {
        person.tsb = Tsb.none;
        return;
      }
      occupy(person, 1 + world.drawFor(person, Purpose.ward).index(world.arrangement.stayUnits), now + days - age);
    },
  );
  entrants(town, Kind.detox, census.detox_rate, 60, (person, age) => {
    person.everCourse = true;
    person.everAdmitted = true;
    drawEpisode(person);
    const { detox } = world.common;
    const days = world.drawFor(person, Purpose.detox).lognormal(detox.median_days, detox.mean_days);
    if (days <= age) return;
    person.tsb = Tsb.detox;
    occupy(person, 0, now + days - age);
  });

  persons(town, Kind.lar, census.lar, (person) => {
    if (!person.drug) {
      // LAR is for drug users
      const left = person.agenda[Agenda.death] - now;
      // where others do not die there is no day to read the hazard off
      const hazard =
        mortality.other > 0 ? left * mortality.other : world.drawFor(person, Purpose.death).exponential(365.25);
      person.drug = true;
      person.agenda[Agenda.death] = mortality.drug > 0 ? now + hazard / mortality.drug : Infinity;
    }
    person.everCourse = true;
    person.tsb = Tsb.course;
    person.course = Course.lar;
    person.larNeed = world.drawFor(person, Purpose.larNeed).chance(municipal_need.lar_share);
    person.agenda[Agenda.courseEnd] = now + world.drawFor(person, Purpose.courseLength).exponential(lar.days);
    if (person.larNeed)
      followed(person, municipal_need.lar_share > 0 ? census.lar_followed / municipal_need.lar_share : 0);
    runCourse(person);
  });
  persons(town, Kind.outpatient, census.outpatient, (person) => {
    drawEpisode(person);
    person.everCourse = true;
    continueOutpatient(person);
    if (world.drawFor(person, Purpose.census).chance(census.outpatient_after_stay)) {
      const age = world.drawFor(person, Purpose.census).exponential(world.common.course.days / 2);
      person.everAdmitted = true;
      startRiskAt(person, RiskKind.inpatient, true, now - age);
      if (person.agenda[Agenda.relapse] <= now || person.agenda[Agenda.stable] <= now) endRisk(person);
    }
    followed(person, census.outpatient_followed);
  });

  const atRisk = (kind: number, rate: number, risk: number) =>
    entrants(town, kind, rate, relapse.end_days, (person, age) => {
      person.everCourse = risk !== RiskKind.municipal;
      person.everAdmitted = risk === RiskKind.inpatient;
      const completed =
        risk === RiskKind.inpatient && world.drawFor(person, Purpose.census).chance(relapse.base_completed);
      startRiskAt(person, risk, completed, now - age);
      if (person.agenda[Agenda.relapse] <= now || person.agenda[Agenda.stable] <= now) {
        endRisk(person);
        return;
      }
      if (risk !== RiskKind.municipal) followed(person, census.risk_followed);
    });
  atRisk(Kind.riskInpatient, census.risk_inpatient_rate, RiskKind.inpatient);
  atRisk(Kind.riskOutpatient, census.risk_outpatient_rate, RiskKind.outpatient);
  atRisk(Kind.riskMunicipal, census.risk_municipal_rate, RiskKind.municipal);

  const away = (kind: number, stock: number, why: number, mean: number) =>
    persons(town, kind, stock, (person) => {
      person.everCourse = true;
      person.away = why;
      person.agenda[Agenda.return] = now + world.drawFor(person, Purpose.returnTime).exponential(mean);
      followed(person, census.out_followed);
    });
  // most of those on their way to a referral come from a relapse, the others gave up a wait
  away(Kind.toReferral, census.to_referral, Away.toReferral, Math.max(relapse.referral_days, giving_up.back_days));
  away(Kind.toReturn, census.to_return, Away.toReturn, relapse.return_days);
  away(Kind.lost, census.lost, Away.lost, out_of_contact.days);

  persons(town, Kind.municipalOnly, census.municipal_only, (person) => {
    person.everReferred = false;
    followed(person, 1);
  });

  const { deadline_high, bed_extra_days } = world.common.first_contact;
  entrants(town, Kind.referral, census.referral_rate, deadline_high + bed_extra_days, (person, age) =>
    onTheList(person, now - age),
  );
  entrants(town, Kind.decision, census.decision_rate, 8 * town.gate.workDays(town), (person, age) => {
    municipalDoor(person, { case: true });
    // joined before the first year began
    world.observer.tally(T.joined_decision, person, -1);
    const days = person.agenda[Agenda.municipalStep] - now;
    const more = world.drawFor(person, Purpose.decision).exponential(town.gate.workDays(town) / 2);
    person.municipalSince = now - age;
    if (age < days) person.agenda[Agenda.municipalStep] = now + days - age;
    else {
      person.municipal = Municipal.decision;
      person.agenda[Agenda.municipalStep] = now + days + more - age;
      if (age >= days + more) {
        person.municipal = Municipal.none;
        person.agenda[Agenda.municipalStep] = Infinity;
        person.wantsCase = false;
      }
    }
  });
  persons(town, Kind.followUpQueue, census.follow_up_queue, waitForCaseworker);
  for (const team of town.teams) world.flow.fillTeam(town, team.index);
}

/** Into a bed that is there; into the line when all are taken. */
function occupy(person: Person, index: number, until: number): void {
  const ward = person.world.wards[index];
  if (ward.free > 0) {
    ward.take();
    person.ward = index;
    person.agenda[Agenda.tsbStep] = until;
    return;
  }
  person.tsb = Tsb.course;
  continueOutpatient(person);
  next.wantBed(person);
  person.bedFirstDetox = index === 0;
}

/** A referral some days ago, as far as it has come. */
function onTheList(person: Person, day: number): void {
  const { world } = person;
  const now = world.clock.now;
  drawEpisode(person);
  // its appointment at the end of the course, not at this past referral, meets the municipality
  if (person.episodeNeed === 1) person.episodeNeed = 0;
  person.referredAt = day;
  person.contactAt = day;
  person.tsb = Tsb.assessment;
  beginTsbPatience(person);
  const done = day + world.drawFor(person, Purpose.assessment).gamma2(world.common.assessment.days);
  if (done > now) {
    person.agenda[Agenda.tsbStep] = done;
    return;
  }
  const cause = assessed(person);
  // rejected before the first year began
  if (cause === 'rejected') world.observer.tally(T.rejected, person, -1);
  const gaveUp = world.drawFor(person, Purpose.census).chance(1 - exp(-world.common.giving_up.rate * (now - day)));
  if (cause === 'rejected' || gaveUp || person.agenda[Agenda.tsbStep] <= now) {
    person.tsb = Tsb.none;
    person.deferred = false;
    person.away = Away.none;
    person.agenda[Agenda.tsbStep] = Infinity;
    person.agenda[Agenda.return] = Infinity;
  }
}
