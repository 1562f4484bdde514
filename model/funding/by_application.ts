/**
 * Earmarked money by application: applied for and answered each year, one year at a time, temporary posts.
 * Source: 001 L2099 (answer close to summer), 001 L2109 (posts seldom taken over); numbers in the place's parameters.
 */
import { Line, PostState } from '../capacity/post.ts';
import type { Town } from '../capacity/town.ts';
import { dayOf, yearOf } from '../kernel/calendar.ts';
import { T } from '../observer.ts';
import { Purpose } from '../person.ts';
import type { Funding } from './funding.ts';
import { drawCouncil, keepsPost } from './priority.ts';

const newYear = (year: number) => dayOf(year, 1, 1);

/** The day until which the town counts its grant posts as paid; -Infinity when it does not count on them now. */
function countedPaidUntil(town: Town, now: number): number {
  if (!town.holdsGrant) return -Infinity;
  const year = yearOf(now);
  // a town that trusts renewal counts the year not yet answered, and the next one
  if (town.council.trustsRenewal) return newYear(year + 2);
  return town.answered ? newYear(year + 1) : -Infinity;
}

function mayAdvertise(town: Town, now: number): boolean {
  return countedPaidUntil(town, now) - now >= town.world.common.application.advertise_days;
}

function answer(town: Town, now: number): void {
  const { world, numbers } = town;
  const { grant } = numbers;
  const year = yearOf(now);
  town.account();
  const u = world.drawForTown(town, Purpose.grant, year).uniform();
  // e keeps the share of municipalities that hold the grant where it is
  const won = grant.held_share < 1 ? (grant.held_share * (1 - grant.renewed_share)) / (1 - grant.held_share) : 1;
  const yes = u < (town.holdsGrant ? grant.renewed_share : won);
  town.answered = true;
  const paid = town.posts.filter((post) => post.line === Line.grant);
  if (yes) {
    const returned = !town.holdsGrant;
    town.holdsGrant = true;
    town.grantedThisYear = grant.posts * world.common.costs.post;
    world.observer.tallyTown(T.nok_granted, town.focus, town.grantedThisYear);
    if (returned) {
      for (const post of town.posts) if (post.line === Line.kept) post.retitle(Line.grant, false);
      for (const post of paid) if (post.state === PostState.closed) post.state = PostState.vacant;
    }
    for (const post of town.posts) {
      if (post.line === Line.grant && post.state === PostState.vacant && mayAdvertise(town, now)) post.advertise();
    }
    return;
  }
  if (!town.holdsGrant) return;
  town.holdsGrant = false;
  // the days since new year were worked without money from the state
  world.observer.tallyTown(T.nok_state, town.focus, -town.grantWagesThisYear);
  world.observer.tallyTown(T.nok_state_posts, town.focus, -town.grantWagesThisYear);
  town.grantWagesThisYear = 0;
  for (const post of paid) {
    if (post.state === PostState.closed) continue;
    if (keepsPost(town, year, post.ordinal)) post.retitle(Line.kept, true);
    else post.close();
  }
  for (const post of town.posts) {
    if (post.line === Line.kept && post.state === PostState.vacant) post.advertise();
  }
}

/** New year: what was not spent is carried over, or goes back to the state. */
function closeBooks(town: Town): void {
  town.account();
  const unspent = Math.max(0, town.grantedThisYear - town.grantWagesThisYear);
  if (unspent > 0) {
    const { world } = town;
    const year = yearOf(world.clock.now);
    const carried = world
      .drawForTown(town, Purpose.carriedOver, year)
      .chance(world.common.application.carried_over_share);
    // what is carried over is set against the next payment, so the state has spent the wages either way
    if (!carried) world.observer.tallyTown(T.nok_returned, town.focus, unspent);
  }
  town.grantedThisYear = 0;
  town.grantWagesThisYear = 0;
  town.answered = false;
}

export const byApplication: Funding = {
  begin(town, census) {
    const { world, numbers } = town;
    const now = world.clock.now;
    if (census) drawCouncil(town);
    else endOtherScheme(town);
    for (const post of town.addPosts(numbers.grant.posts, Line.grant, false)) {
      if (!town.holdsGrant) post.state = PostState.closed;
    }
    world.clock.set(town.alarm, newYear(yearOf(now)) === Math.floor(now) ? now : newYear(yearOf(now) + 1));
  },

  vacated(town, post, now) {
    if (post.line !== Line.grant || mayAdvertise(town, now)) post.advertise();
  },

  candidateComes(town, post, now) {
    if (post.line !== Line.grant) return true;
    return countedPaidUntil(town, now) - now >= town.world.common.application.candidate_days;
  },

  date(town, now) {
    const year = yearOf(now);
    const answerDay = newYear(year) + town.world.common.application.answer_day;
    if (now < answerDay) {
      closeBooks(town);
      town.world.clock.set(town.alarm, answerDay);
    } else {
      // the focus town's grant is a condition of its whole history
      if (now >= town.world.switchDay || Number.isNaN(town.numbers.grant.held_at_census)) answer(town, now);
      else renew(town, now);
      town.world.clock.set(town.alarm, newYear(year + 1));
    }
  },

  reportingFactor: (town) => town.world.common.application.reporting_factor,

  paperwork: (town) =>
    town.numbers.grant.posts > 0 ? town.world.common.application.hours / town.world.common.application.post_hours : 0,
};

/** The money of another scheme stops, and with it its posts; the town holds no grant until it wins one. */
function endOtherScheme(town: Town): void {
  town.account();
  town.yearlySum = 0;
  town.yearlyToPosts = 0;
  for (const post of town.posts) {
    if (post.line === Line.criteria || post.line === Line.framework) post.close();
  }
}

/** An answer that is known beforehand: the condition that the town holds the grant, or does not, through its history. */
function renew(town: Town, now: number): void {
  town.account();
  town.answered = true;
  if (!town.holdsGrant) return;
  town.grantedThisYear = town.numbers.grant.posts * town.world.common.costs.post;
  town.world.observer.tallyTown(T.nok_granted, town.focus, town.grantedThisYear);
  for (const post of town.posts) {
    if (post.line === Line.grant && post.state === PostState.vacant && mayAdvertise(town, now)) post.advertise();
  }
}
