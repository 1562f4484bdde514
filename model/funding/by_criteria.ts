/** Earmarked money by objective criteria: known at new year, to be used in the service, permanent posts. */
import { Line } from '../capacity/post.ts';
import { continuePosts, equalPosts } from './equal_money.ts';
import type { Funding } from './funding.ts';

export const byCriteria: Funding = {
  begin(town) {
    town.account();
    const posts = equalPosts(town);
    town.yearlySum = posts * town.world.common.costs.post;
    town.yearlyToPosts = town.yearlySum;
    continuePosts(town, posts, Line.criteria);
    town.world.clock.clear(town.alarm);
  },
  vacated: (_town, post) => post.advertise(),
  candidateComes: () => true,
  date() {},
  reportingFactor: (town) => town.world.common.criteria.reporting_factor,
  paperwork: () => 0,
};
