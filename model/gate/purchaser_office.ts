/**
 * A purchasing office (tildelingskontor) decides: drafts are written by those who serve, decided by an office with posts
 * taken from the team, handed over to the team; decisions are limited in time. Source: seed 003 chapters 7 and 8.
 * An office without posts decides nothing: the team goes on as before.
 */
import { Purpose } from '../person.ts';
import type { Gate } from './gate.ts';
import { team } from './team.ts';

export const purchaserOffice: Gate = {
  begin(town) {
    let posts = 0;
    for (const post of town.posts) if (post.state !== 0) posts += post.size;
    town.account();
    town.office.posts = town.takeOwnPosts(posts * town.numbers.office.share);
  },

  workDays: (town) => (town.office.posts > 0 ? town.numbers.office.work_days : team.workDays(town)),

  afterWork: (town, person) => (town.office.posts > 0 ? { to: 'office' } : team.afterWork(town, person)),

  afterOffice(town, person) {
    const { office } = town.numbers;
    const { world } = town;
    // sent back from the wrong unit, the person comes to the right team's line without a second decision
    if (world.drawFor(person, Purpose.wrongUnit).chance(office.wrong_unit_share)) {
      return { to: 'wrong_unit', days: office.wrong_unit_days };
    }
    return { to: 'handover', days: world.drawFor(person, Purpose.handover).gamma2(office.handover_days) };
  },

  supportsBefore: (town) => town.office.posts === 0 || town.numbers.office.support_before > 0.5,
  byNeed: (town) => town.office.posts > 0 && town.numbers.office.by_need > 0.5,
  renewalDays: (town) => (town.office.posts > 0 ? town.numbers.office.renewal_days : Infinity),
};
