import { describe, expect, test } from 'vitest';
import { T } from '../../../model/observer.ts';
import type { CommonNumbers, TownNumbers } from '../../../model/parameters.ts';
import { emergency } from '../../../model/pathway/bed.ts';
import { joinFollowUp } from '../../../model/pathway/follow_up.ts';
import { settle } from '../../../model/pathway/settle.ts';
import type { Person } from '../../../model/person.ts';
import { Agenda, Municipal } from '../../../model/person.ts';
import { tallies } from '../../../model/record.ts';
import type { World } from '../../../model/world.ts';
import type { Some } from '../place.ts';
import { due, put, quiet, runTo, start, switchDay } from '../place.ts';

function town(numbers: Some<TownNumbers> = {}, common: Some<CommonNumbers> = {}) {
  return start(
    quiet({ common, towns: [{ numbers: { ...numbers, posts: { own: 1, recruitment_days: 60, ...numbers.posts } } }] }),
  );
}

const join = (world: World, make: (person: Person) => void = () => {}) =>
  put(world, (person) => {
    make(person);
    joinFollowUp(person);
  });
const many = (world: World, count: number) => Array.from({ length: count }, () => join(world));

const inFollowUp = (world: World) => world.towns[0].teams[0].cases.length;

/** Days on which a caseworker was given. */
const served = (rows: { to: string; time: number }[]) =>
  rows.filter(({ to }) => to === 'holding caseworker').map(({ time }) => time);

function leaves(world: World, index: number, day: number): void {
  const post = world.towns[0].posts[index];
  post.leavesAt = switchDay + day;
  world.clock.set(post.alarm, post.leavesAt);
}

describe('a post of 13.5 places', () => {
  test('takes in 13, then one more each time the first in line has waited long enough, and never an 18th', () => {
    const { world, rows } = town();
    many(world, 20);
    expect(inFollowUp(world)).toBe(13);
    runTo(world, 700);
    // load + 1 ≤ 13.5 × (1 + 0.3 × w/180): 14 at w = 22.2, 15 at 66.7, 16 at 111.1, 17 at 155.6; 18 > 17.55
    const days = served(rows).slice(13);
    const expected = [14, 15, 16, 17].map((load) => ((load / 13.5 - 1) / 0.3) * 180);
    expect(days).toHaveLength(4);
    days.forEach((day, i) => {
      expect(day).toBeGreaterThanOrEqual(expected[i]);
      expect(day).toBeLessThan(expected[i] + 1e-5);
    });
    expect(expected[0]).toBeCloseTo(22.2222, 4);
    expect(expected[3]).toBeCloseTo(155.5556, 4);
    expect(world.towns[0].teams[0].line.length).toBe(3);
  });

  test('takes in the next by the wait of who is first in line then, not of who was', () => {
    const { world, rows } = town();
    many(world, 13);
    runTo(world, 10);
    join(world);
    runTo(world, 30);
    join(world);
    runTo(world, 300);
    const days = served(rows).slice(13);
    expect(days[0]).toBeCloseTo(10 + 22.2222, 3);
    expect(days[1]).toBeCloseTo(30 + 66.6667, 3);
  });

  test('without stretch takes nobody above its places', () => {
    const { world } = town({ follow_up: { stretch: 0 } });
    many(world, 20);
    runTo(world, 700);
    expect(inFollowUp(world)).toBe(13);
  });

  test('takes the next in on the day on which a case ends', () => {
    const { world, rows } = town({ follow_up: { stretch: 0 } });
    const [first] = many(world, 14);
    due(first, Agenda.caseEnd, 40);
    runTo(world, 50);
    expect(served(rows).slice(13)).toEqual([40]);
  });
});

describe('a case in a bed', () => {
  test('weighs 0.3, and 1 again after the bed', () => {
    const { world, rows } = town(
      { follow_up: { stretch: 0 } },
      { detox: { mean_days: 9, median_days: 9, continue_share: 0, course_share: 0 } },
    );
    const [first] = many(world, 15);
    const [team] = world.towns[0].teams;
    expect(team.load).toBe(13);
    runTo(world, 10);
    emergency(first);
    settle(first, 'emergency');
    // 12.3 + 1 ≤ 13.5, 13.3 + 1 is not
    expect(team.load).toBe(13.3);
    expect(served(rows).slice(13)).toEqual([10]);
    runTo(world, 20);
    expect(team.load).toBe(14);
    expect(first.municipal).toBe(Municipal.followUp);
  });
});

describe('intensity', () => {
  test('is places ÷ load, fixed on the 1st of a month', () => {
    const { world } = town();
    const [team] = world.towns[0].teams;
    many(world, 20);
    runTo(world, 30);
    // 1 January has seen 13, and the 14th came on day 22
    expect(team.intensity).toBe(1);
    runTo(world, 31);
    expect(team.intensity).toBeCloseTo(13.5 / 14, 12);
    runTo(world, 59 + 31);
    expect(team.intensity).toBeCloseTo(13.5 / 15, 12);
  });

  test('ends cases faster by 1/i and loses them faster by 1/i², not beyond half', () => {
    const { world } = town({ follow_up: { duration_days: 730, loss: 0.0004 } });
    const [team] = world.towns[0].teams;
    const person = join(world);
    const began = world.clock.now;
    const { caseLeft, lossLeft } = person;
    const { agenda } = person;
    expect(agenda[Agenda.caseEnd] - began).toBeCloseTo(caseLeft * 730, 6);
    expect(agenda[Agenda.caseLost] - began).toBeCloseTo(lossLeft / 0.0004, 6);
    for (const [intensity, end, loss] of [
      [0.8, 1 / 0.8, 1 / 0.64],
      [0.25, 2, 4],
    ]) {
      const before = team.intensity;
      team.intensity = intensity;
      world.flow.intensityChanged(world.towns[0], 0, before);
      expect(agenda[Agenda.caseEnd] - began).toBeCloseTo((caseLeft * 730) / end, 6);
      expect(agenda[Agenda.caseLost] - began).toBeCloseTo(lossLeft / 0.0004 / loss, 6);
    }
  });
});

describe('a service of one post', () => {
  test('is shut while the post is vacant: nothing ends by plan, nobody is taken in, until the next worker comes', () => {
    const { world, rows } = town({ follow_up: { duration_days: 730 } }, { follow_up_case: { handover_loss: 0 } });
    const [team] = world.towns[0].teams;
    const first = join(world);
    first.caseLeft = 1000;
    leaves(world, 0, 100);
    runTo(world, 99);
    const left = first.caseLeft;
    const from = first.caseFrom;
    runTo(world, 110);
    expect(team.intensity).toBe(0);
    expect(team.places).toBe(0);
    expect(first.municipal).toBe(Municipal.followUp);
    expect(first.post).toBeNull();
    expect(first.served).toBe(false);
    expect(first.agenda[Agenda.caseEnd]).toBe(Infinity);
    const second = join(world);
    runTo(world, 159);
    expect(second.municipal).toBe(Municipal.queue);
    expect(team.intensity).toBe(0);
    runTo(world, 161);
    expect(second.municipal).toBe(Municipal.followUp);
    expect(served(rows)).toEqual([0, 160, 160]);
    expect(team.intensity).toBe(1);
    expect(team.places).toBeCloseTo(13.5 * 0.6, 12);
    // of its budget the 60 shut days have taken nothing
    runTo(world, 365);
    first.world.flow.intensityChanged(world.towns[0], 0, team.intensity);
    expect(left - first.caseLeft).toBeCloseTo((switchDay + 365 - from - 60) / 730, 9);
    runTo(world, 365);
    const tally = (index: number) => world.observer.byYear[index];
    expect(tally(T.post_days_closed)).toBe(60);
    expect(tally(T.post_days_vacant)).toBeCloseTo(60, 9);
    expect(tally(T.place_days)).toBeCloseTo(13.5 * (100 + 0.6 * 90 + 115), 6);
    expect(tallies[T.post_days_closed]).toBe('post_days_closed');
  });

  test.each([
    [1, 0],
    [0, 10],
  ])('with a loss of %i at handover keeps %i of its ten cases when the worker leaves', (handover_loss, kept) => {
    const { world } = town({}, { follow_up_case: { handover_loss } });
    many(world, 10);
    leaves(world, 0, 100);
    runTo(world, 101);
    expect(inFollowUp(world)).toBe(kept);
    expect(world.towns[0].posts[0].cases).toBe(0);
    expect(world.observer.byYear[T.lost_follow_up]).toBe(10 - kept);
  });

  test('loses 8 % of its cases at a handover', () => {
    const { world } = town({ follow_up: { caseload: 2_000 } }, { follow_up_case: { handover_loss: 0.08 } });
    many(world, 1_500);
    leaves(world, 0, 100);
    runTo(world, 101);
    // 120 expected, with a standard deviation of 10.5
    expect(Math.abs(1_500 - inFollowUp(world) - 120)).toBeLessThan(36);
  });
});

describe('a handover in a team of two', () => {
  test('gives the cases that are not lost to the other worker, which counts as a change of caseworker', () => {
    const { world } = town({ posts: { own: 2 } }, { follow_up_case: { handover_loss: 0 } });
    const people = many(world, 10);
    const [one, other] = world.towns[0].posts;
    expect([one.cases, other.cases]).toEqual([5, 5]);
    leaves(world, 0, 100);
    runTo(world, 101);
    expect([one.cases, other.cases]).toEqual([0, 10]);
    expect(people.filter((person) => person.newCaseworker)).toHaveLength(5);
    expect(people.every((person) => person.post === other && person.served)).toBe(true);
    expect(world.observer.byYear[T.caseworkers]).toBe(15);
  });
});

describe('short contact instead of a place in the line', () => {
  const full = () => {
    const { world, rows } = town({ follow_up: { stretch: 0 } });
    many(world, 14);
    return { world, rows };
  };
  const low = (person: Person) => {
    person.lowNeed = true;
  };

  test('is given to low need when the first in line has waited more than 60 days', () => {
    const { world } = full();
    runTo(world, 60);
    expect(join(world, low).municipal).toBe(Municipal.queue);
    runTo(world, 60.001);
    const short = join(world, low);
    expect(short.municipal).toBe(Municipal.none);
    expect(short.contactAt).toBe(world.clock.now);
    expect(world.observer.byYear[T.rationed]).toBe(1);
  });

  test('is never given to others', () => {
    const { world } = full();
    runTo(world, 200);
    expect(join(world).municipal).toBe(Municipal.queue);
    expect(world.observer.byYear[T.rationed]).toBe(0);
  });
});

describe('teams', () => {
  test('have a line each: one has room while people wait for the other', () => {
    const { world } = town({ posts: { own: 2, teams: 2 }, follow_up: { stretch: 0 } });
    for (let i = 0; i < 20; i++) join(world, (person) => Object.assign(person, { team: 0 }));
    const [first, second] = world.towns[0].teams;
    expect([first.cases.length, first.line.length, second.cases.length]).toEqual([13, 7, 0]);
    join(world, (person) => Object.assign(person, { team: 1 }));
    expect(second.cases.length).toBe(1);
  });

  test('are as many as keep within 12 posts each', () => {
    const { world } = town({ posts: { own: 25, teams: 1 } });
    expect(world.towns[0].teams).toHaveLength(3);
    for (const team of world.towns[0].teams) expect(team.staffedPosts).toBeLessThanOrEqual(12);
  });
});
