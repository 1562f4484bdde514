import { describe, expect, test } from 'vitest';
import { Line, PostState } from '../../../model/capacity/post.ts';
import { T } from '../../../model/observer.ts';
import type { CommonNumbers, TownNumbers } from '../../../model/parameters.ts';
import type { Tally } from '../../../model/record.ts';
import { tallies } from '../../../model/record.ts';
import { advance, simulateFuture, simulateHistory } from '../../../model/simulate.ts';
import type { World } from '../../../model/world.ts';
import type { Some } from '../place.ts';
import { quiet, runTo, start, switchDay } from '../place.ts';

/** A town with 3 posts of its own and a grant of 1.8 posts, certain to be renewed, answered on day 150 of the year. */
function town(numbers: Some<TownNumbers> = {}, application: Partial<CommonNumbers['application']> = {}) {
  return start(
    quiet({
      years: 4,
      common: { application: { answer_day: 150, ...application } },
      towns: [
        {
          numbers: {
            ...numbers,
            posts: { own: 3, recruitment_days: 90, ...numbers.posts },
            grant: { posts: 1.8, held_share: 0.5, renewed_share: 1, held_at_census: 1, ...numbers.grant },
          },
        },
      ],
    }),
  );
}

const grantPosts = (world: World) => world.towns[0].posts.filter((post) => post.line === Line.grant);

/** Lets the worker of a post leave on a day. */
function leaves(world: World, index: number, day: number): void {
  const post = grantPosts(world)[index];
  post.leavesAt = switchDay + day;
  world.clock.set(post.alarm, switchDay + day);
}

const state = (world: World, index = 0) => grantPosts(world)[index].state;

function tally(world: World, name: Tally, year: number): number {
  return world.observer.byYear[year * tallies.length + T[name]];
}

describe('a yes', () => {
  test('on day 150 with 90 days of recruitment gives the first staffed day on day 240', () => {
    // lost before, and certain to be won back: e = p(1 − r)/(1 − p) = 1 at p = 0.5, r = 0
    const { world, rows } = town({ grant: { held_at_census: 0, renewed_share: 0 } });
    runTo(world, 365);
    const moves = rows
      .filter(({ to }) => to === 'post advertised' || to === 'post staffed')
      .filter(({ time }) => time > 0);
    expect(moves.map(({ to, time }) => [to, time])).toEqual([
      ['post advertised', 150],
      ['post advertised', 150],
      ['post staffed', 240],
      ['post staffed', 240],
    ]);
    expect(world.towns[0].staffedPosts(Line.grant)).toBeCloseTo(1.8, 12);
  });

  test('hands out the sum of the year on the day of the answer', () => {
    const { world } = town();
    runTo(world, 149);
    world.towns[0].account();
    expect(tally(world, 'nok_granted', 0)).toBe(0);
    runTo(world, 151);
    expect(tally(world, 'nok_granted', 0)).toBeCloseTo(1.8 * 855_000, 6);
  });
});

describe('a grant post that falls vacant in a town that does not trust renewal', () => {
  test.each([
    [185, 180, PostState.advertised],
    [186, 179, PostState.vacant],
  ])('on day %i of 365, with %i days of the paid year left, is advertised from 180 days on', (day, _left, expected) => {
    const { world } = town();
    leaves(world, 0, day);
    runTo(world, day + 1);
    expect(state(world)).toBe(expected);
    expect(state(world, 1)).toBe(PostState.staffed);
  });

  test('between new year and the answer waits for the answer', () => {
    const { world, rows } = town();
    leaves(world, 0, 20);
    runTo(world, 149);
    expect(state(world)).toBe(PostState.vacant);
    runTo(world, 300);
    expect(rows.filter(({ to }) => to === 'post advertised').map(({ time }) => time)).toEqual([150]);
    expect(rows.filter(({ to, time }) => to === 'post staffed' && time > 0).map(({ time }) => time)).toEqual([240]);
  });

  test.each([
    [90, 90, PostState.staffed],
    [91, 89, PostState.vacant],
  ])(
    'after %i days of recruitment its candidate would come with %i days left, and does from 90 on',
    (recruitment, _left, expected) => {
      const { world } = town({ posts: { recruitment_days: recruitment } });
      leaves(world, 0, 185);
      runTo(world, 185 + recruitment + 1);
      expect(state(world)).toBe(expected);
    },
  );
});

describe('a grant post that falls vacant in a town that trusts renewal', () => {
  test.each([20, 186, 360])('on day %i is advertised that day and filled 90 days later', (day) => {
    const { world, rows } = town({ council: { trusts_renewal: 1 } });
    leaves(world, 0, day);
    runTo(world, day + 91);
    const moves = rows.filter(({ time }) => time > 0).map(({ to, time }) => [to, time]);
    expect(moves).toEqual([
      ['post vacant', day],
      ['post advertised', day],
      ['post staffed', day + 90],
    ]);
  });
});

describe('a no', () => {
  const wagesOf = (posts: number, days: number) => (posts * days * 855_000) / 365.25;

  test('ends the posts that day, and the town pays the days since new year', () => {
    const { world } = town({ grant: { renewed_share: 0 } }, { kept_share: 0 });
    runTo(world, 150);
    expect(world.towns[0].holdsGrant).toBe(false);
    expect(grantPosts(world).map((post) => post.state)).toEqual([PostState.closed, PostState.closed]);
    runTo(world, 365);
    expect(tally(world, 'nok_state', 0)).toBeCloseTo(0, 6);
    expect(tally(world, 'nok_state_posts', 0)).toBeCloseTo(0, 6);
    expect(tally(world, 'nok_granted', 0)).toBe(0);
    // 1.8 posts for 150 days and the town's own 3 for the year: all on the town
    expect(tally(world, 'nok_wages', 0)).toBeCloseTo(wagesOf(1.8, 150) + wagesOf(3, 365), 4);
    expect(tally(world, 'post_days_staffed', 0)).toBeCloseTo(1.8 * 150 + 3 * 365, 6);
    expect(tally(world, 'grant_years', 0)).toBeCloseTo(150 / 365.25, 9);
  });

  test('a post that is kept becomes the town’s, and goes back on the grant when it returns', () => {
    const { world } = town({ grant: { renewed_share: 0 } }, { kept_share: 1 });
    runTo(world, 151);
    const { posts } = world.towns[0];
    expect(posts.filter((post) => post.line === Line.kept).map((post) => post.size)).toEqual([1, 0.8]);
    expect(world.towns[0].paidPosts(Line.grant)).toBe(0);
    runTo(world, 365);
    expect(tally(world, 'nok_state', 0)).toBeCloseTo(0, 6);
    expect(tally(world, 'nok_wages', 0)).toBeCloseTo(wagesOf(4.8, 365), 4);
    // won back on day 150 of the next year, without a day's break for the workers
    runTo(world, 365 + 151);
    expect(world.towns[0].paidPosts(Line.kept)).toBe(0);
    expect(world.towns[0].staffedPosts(Line.grant)).toBeCloseTo(1.8, 12);
    expect(posts).toHaveLength(5);
    // 2028 has 366 days
    runTo(world, 731);
    expect(tally(world, 'nok_state', 1)).toBeCloseTo(wagesOf(1.8, 216), 4);
    expect(tally(world, 'post_days_staffed', 1)).toBeCloseTo(4.8 * 366, 6);
  });

  test('what is lost and won again and again leaves as many posts as before', () => {
    const { world } = town({ grant: { renewed_share: 0 } }, { kept_share: 0.5 });
    runTo(world, 3 * 365 + 300);
    expect(world.towns[0].posts).toHaveLength(5);
    expect(world.towns[0].paidPosts(Line.grant) + world.towns[0].paidPosts(Line.kept)).toBeCloseTo(1.8, 12);
  });
});

describe('the grant of a town in focus', () => {
  test('is held through the whole history, even where renewal is impossible', () => {
    const arrangement = quiet({
      history: 3,
      towns: [{ numbers: { posts: { own: 3 }, grant: { posts: 1.8, held_share: 0.5, renewed_share: 0 } } }],
    });
    const history = simulateHistory(arrangement, { seed: 1, replication: 0, dates: [] });
    expect(history.world.towns[0].holdsGrant).toBe(true);
    for (const year of [0, 1, 2]) expect(tally(history.world, 'nok_granted', year)).toBeCloseTo(1.8 * 855_000, 6);
    const record = simulateFuture(history, arrangement);
    expect(record.byYear[3 * tallies.length + T.nok_granted]).toBe(0);
  });
});

describe('unspent money', () => {
  test.each([
    [1, 0],
    [0, 1],
  ])('is carried over with the chance %i, else returned', (carried, share) => {
    const { world } = town({}, { carried_over_share: carried });
    leaves(world, 0, 300);
    runTo(world, 365);
    // a whole post stood vacant from day 300; a year is 365.25 days of wages
    const unspent = 1.8 * 855_000 - wages(300) - wages(365) * 0.8;
    expect(tally(world, 'nok_returned', 0)).toBeCloseTo(share * unspent, 4);
  });
  const wages = (days: number) => (days * 855_000) / 365.25;
});

describe('the share of towns that hold the grant', () => {
  test.each([
    [0.5, 0.96],
    [0.8, 0.96],
    [0.95, 0.96],
    [0.6, 0.8],
  ])('stays at %f when renewed with %f', (p, renewed) => {
    const towns = 400;
    const { world } = start(
      quiet({
        years: 12,
        towns: Array.from({ length: towns }, () => ({
          numbers: {
            town: { adults: 100 },
            posts: { own: 0 },
            grant: { posts: 0.5, held_share: p, renewed_share: renewed, held_at_census: Number.NaN },
          },
        })),
      }),
    );
    const held = () => world.towns.filter((town) => town.holdsGrant).length / towns;
    const limit = 3.5 * Math.sqrt((p * (1 - p)) / towns);
    expect(Math.abs(held() - p)).toBeLessThan(limit);
    advance(world, world.endDay);
    expect(Math.abs(held() - p)).toBeLessThan(limit);
  });
});

describe('places under a grant by application', () => {
  test('lose 3 % of the grant posts to reporting and 80 of 1,750 hours to the application', () => {
    const { world } = town();
    expect(world.towns[0].teams[0].places).toBeCloseTo(13.5 * (3 + 0.97 * 1.8 - 80 / 1750), 9);
  });

  test('of a post’s new worker are 0.6 of a place for 90 days, and days are summed so', () => {
    const { world } = town({ grant: { posts: 0 } });
    const post = world.towns[0].posts[0];
    post.leavesAt = switchDay + 10;
    world.clock.set(post.alarm, post.leavesAt);
    runTo(world, 365);
    // staffed by 3 to day 10, by 2 to day 100, by 2.6 to day 190, then by 3
    expect(tally(world, 'place_days', 0)).toBeCloseTo(13.5 * (30 + 2 * 90 + 2.6 * 90 + 3 * 175), 6);
    expect(tally(world, 'post_days_staffed', 0)).toBeCloseTo(30 + 2 * 90 + 3 * 265, 6);
  });
});
