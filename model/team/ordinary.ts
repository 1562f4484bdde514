/**
 * Ordinary counselling: a nominal caseload a post, which stretches as the first in line waits, while contact thins out.
 * Without stretch and giving up a list at load one never settles (balance notes, section 5).
 */
import { Line } from '../capacity/post.ts';
import type { TeamMechanism } from './team.ts';

/** Rounding of sums of weights must not keep a person out of an exactly fitting place. */
const slack = 1e-9;

export const ordinary: TeamMechanism = {
  places(town, team) {
    const { follow_up } = town.numbers;
    const { staff } = town.world.common;
    const now = town.world.clock.now;
    const { funding } = town;
    let posts = 0;
    for (const post of town.posts) {
      if (post.team !== team.index || !post.staffed) continue;
      let size = post.size;
      if (post.line === Line.grant || post.line === Line.criteria) size *= funding.reportingFactor(town);
      if (now < post.seasonedAt) size *= staff.new_worker_factor;
      posts += size;
    }
    if (posts === 0) return 0;
    const paperwork = funding.paperwork(town) / town.teams.length;
    return Math.max(0, posts - paperwork) * follow_up.caseload;
  },

  intensity: (team) => {
    const load = team.load;
    return load <= team.places ? 1 : team.places / load;
  },

  limit(team, waited) {
    const { stretch, stretch_days } = team.town.numbers.follow_up;
    const part = stretch_days > 0 ? Math.min(1, waited / stretch_days) : 1;
    return team.places * (1 + stretch * part) + slack;
  },

  waitFor(team, weight) {
    const { stretch, stretch_days } = team.town.numbers.follow_up;
    if (team.places <= 0) return Infinity;
    const part = stretch > 0 ? ((team.load + weight) / team.places - 1) / stretch : Infinity;
    return part <= 1 ? Math.max(0, part * stretch_days) : Infinity;
  },
};
