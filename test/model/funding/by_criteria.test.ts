import { describe, expect, test } from 'vitest';
import { expectedHeldShare } from '../../../model/funding/equal_money.ts';
import { quiet, start, switchDay } from '../place.ts';
import { switched } from './permanent.ts';

const share = expectedHeldShare(true, 0.8, 0.96, 10);

describe('earmarked money by criteria in a town that holds the grant of 1.8 posts', () => {
  test('makes 1.5685 posts permanent, whatever the council would keep', () => {
    for (const retention of [0, 0.5, 1]) {
      const { funded, staffed } = switched('by_criteria', { retention, pass_through: 0 });
      expect(funded('criteria', 1)).toBeCloseTo(1.5685, 4);
      expect(staffed('criteria', 365)).toBeCloseTo(1.8 * share, 12);
      expect(funded('grant', 1)).toBe(0);
    }
  });

  test('loses 1.5 % of these posts to reporting and nothing to an application', () => {
    const { tally } = switched('by_criteria', {});
    expect(tally('place_days')).toBeCloseTo((3.23 + 0.985 * 1.8 * share) * 13.5 * 365, 4);
    expect(tally('nok_state')).toBeCloseTo((1.8 * share * 855_000 * 365) / 365.25, 3);
    expect(tally('nok_other_services')).toBeCloseTo(0, 6);
  });

  test('advertises its posts in a town without the grant', () => {
    const { funded, staffed } = switched('by_criteria', {}, { held_at_census: 0 });
    const expected = 1.8 * expectedHeldShare(false, 0.8, 0.96, 10);
    expect(funded('criteria', 1)).toBeCloseTo(expected, 12);
    expect(staffed('criteria', 1)).toBe(0);
    expect(staffed('criteria', 365)).toBeCloseTo(expected, 12);
  });
});

describe('a worker whose temporary post is made permanent', () => {
  test('stays longer by the ratio of the turnovers, from the same draw', () => {
    const { world } = start(
      quiet({
        years: 10,
        common: { staff: { temporary_turnover: 0.3, permanent_turnover: 0.18 } },
        towns: [{ numbers: { posts: { own: 0 }, grant: { posts: 12, held_share: 0.8, renewed_share: 0.96 } } }],
      }),
    );
    const posts = world.towns[0].posts.filter((post) => post.staffed);
    expect(posts.length).toBeGreaterThan(5);
    for (const post of posts) {
      const left = post.leavesAt - switchDay;
      post.retitle(3, true);
      expect((post.leavesAt - switchDay) / left).toBeCloseTo(0.3 / 0.18, 9);
      expect(world.clock.at(post.alarm)).toBe(post.leavesAt);
      post.retitle(2, false);
      expect(post.leavesAt - switchDay).toBeCloseTo(left, 6);
    }
  });
});
