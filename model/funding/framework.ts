/**
 * A framework grant: the money goes into the common purse, and the council decides what part of it the service sees.
 * Retention acts on what the folded-in grant paid, pass-through on what is new.
 */
import { Line } from '../capacity/post.ts';
import { continuePosts, equalPosts } from './equal_money.ts';
import type { Funding } from './funding.ts';
import { takeCouncilConditions } from './priority.ts';

export const framework: Funding = {
  begin(town) {
    town.account();
    takeCouncilConditions(town);
    const price = town.world.common.costs.post;
    const sum = equalPosts(town);
    const paidToday = town.holdsGrant ? town.numbers.grant.posts : 0;
    const posts =
      town.council.retention * Math.min(sum, paidToday) + town.council.passThrough * Math.max(0, sum - paidToday);
    town.yearlySum = sum * price;
    town.yearlyToPosts = posts * price;
    continuePosts(town, posts, Line.framework);
    town.world.clock.clear(town.alarm);
  },
  vacated: (_town, post) => post.advertise(),
  candidateComes: () => true,
  date() {},
  reportingFactor: () => 1,
  paperwork: () => 0,
};
