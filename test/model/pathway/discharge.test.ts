import { describe, expect, test } from 'vitest';
import { byPractice } from '../../../model/discharge/by_practice.ts';
import { T } from '../../../model/observer.ts';
import type { CommonNumbers } from '../../../model/parameters.ts';
import { joinWard } from '../../../model/pathway/bed.ts';
import { planReady } from '../../../model/pathway/course.ts';
import { joinFollowUp } from '../../../model/pathway/follow_up.ts';
import type { Person } from '../../../model/person.ts';
import { Agenda, BedWanted, Course, Municipal, Tsb } from '../../../model/person.ts';
import type { World } from '../../../model/world.ts';
import { group, put, quiet, runTo, start } from '../place.ts';

/** Stays of 78 days, completed, which lead to no course; a municipal need at the end of the course. */
function provider(discharge: Partial<CommonNumbers['discharge']>, posts = 0): World {
  return start(
    quiet({
      groups: [group('all', 1, { dropout_hr: 0 })],
      common: {
        stay: { short_days: 78, long_share: 0, spread: 0, completed_course_share: 0 },
        relapse: { level: 0 },
        discharge: { notice_days: 1.5, customary_notice_days: 1.5, blocked_share: 0, ...discharge },
      },
      towns: [{ numbers: { posts: { own: posts }, gate: { decision_days: 0 } } }],
    }),
  ).world;
}

const inBed = (world: World, make: (person: Person) => void = () => {}) =>
  put(world, (person) => {
    make(person);
    person.episodeNeed = 2;
    person.tsb = Tsb.course;
    person.course = Course.outpatient;
    person.bedWanted = BedWanted.planned;
    joinWard(person);
    // what the episode needs is drawn on admission from outside only
    person.episodeNeed = 2;
  });

describe('discharge', () => {
  test('is notified a day and a half before, and the plan brings the person to the municipality then', () => {
    const world = provider({ no_plan_share: 0 }, 12);
    const person = inBed(world);
    runTo(world, 76.49);
    expect(person.municipal).toBe(Municipal.none);
    runTo(world, 76.51);
    expect(person.municipal).toBe(Municipal.followUp);
    runTo(world, 79);
    expect([person.tsb, person.course]).toEqual([Tsb.none, Course.none]);
    expect(world.observer.byYear[T.stay_unplanned]).toBe(0);
    expect(world.observer.byYear[T.follow_up_14]).toBe(1);
  });

  test('without a plan leaves the person to find its own way', () => {
    const world = provider({ no_plan_share: 1, no_plan_delay_days: 1e9 }, 12);
    const person = inBed(world);
    runTo(world, 79);
    expect(person.municipal).toBe(Municipal.none);
    expect(person.agenda[Agenda.unplanned]).toBeLessThan(Infinity);
    expect(world.observer.byYear[T.stay_unplanned]).toBe(1);
    expect(world.observer.byYear[T.discharged_watched_14]).toBe(1);
    expect(world.observer.byYear[T.follow_up_14]).toBe(0);
  });

  test('without a plan blocks the bed where it is blocked, and the person leaves with a plan', () => {
    const world = provider({ no_plan_share: 1, blocked_share: 1, blocked_days: 10 });
    const person = inBed(world);
    runTo(world, 78.001);
    expect(person.tsb).toBe(Tsb.blocked);
    runTo(world, 300);
    expect(person.inBed).toBe(false);
    expect(world.observer.byYear[T.stay_unplanned]).toBe(0);
  });

  test('is always planned for who has a caseworker', () => {
    const world = provider({ no_plan_share: 1 }, 12);
    const person = inBed(world, (one) => joinFollowUp(one));
    expect(byPractice.plannedShare(person)).toBe(1);
    expect(planReady(person)).toBe(true);
  });

  test('has a plan more often the earlier it is known', () => {
    // each fortnight more than today leaves 1/e of those without a plan
    for (const [notice_days, expected] of [
      [1.5, 0.65],
      [0, 0.65],
      [15.5, 1 - 0.35 / Math.E],
      [29.5, 1 - 0.35 / (Math.E * Math.E)],
    ]) {
      const world = provider({ no_plan_share: 0.35, planning_days: 14, notice_days });
      expect(byPractice.plannedShare(inBed(world))).toBeCloseTo(expected, 12);
    }
  });
});

describe('leaving a stay early', () => {
  const people = 1_500;
  /** The share that completes a stay of 100 days, of a group or all, with a caseworker or without. */
  const completed = (of: number, followed: boolean) => {
    const world = start(
      quiet({
        groups: [group('often', 0.25, { dropout_hr: 2 }), group('seldom', 0.75, { dropout_hr: 0.5 })],
        common: {
          beds: { stay: 2_000 },
          stay: { short_days: 100, long_share: 0, spread: 0, contact_hr: 0.5, dropout_shape: 0.8, dropout_days: 380 },
          census: { outpatient_followed: 0.2 },
          relapse: { level: 0 },
        },
        towns: [{ numbers: { posts: { own: 1 }, follow_up: { caseload: 5_000 } } }],
      }),
    ).world;
    const inBeds = Array.from({ length: people }, () =>
      inBed(world, (one) => {
        one.group = of;
        if (followed) joinFollowUp(one);
      }),
    );
    return inBeds.filter((person) => person.completes).length / people;
  };

  // the group's factor is divided by 0.25 × 2 + 0.75 × 0.5 = 0.875, the caseworker's by 0.8 × 1 + 0.2 × 0.5 = 0.9
  test.each([
    [0, false, 2 / 0.875 / 0.9],
    [1, false, 0.5 / 0.875 / 0.9],
    [0, true, (2 / 0.875) * (0.5 / 0.9)],
    [1, true, (0.5 / 0.875) * (0.5 / 0.9)],
  ])('in group %i, with a caseworker %j, follows %f times the Weibull hazard', (of, followed, factor) => {
    const share = Math.exp(-factor * (100 / 380) ** 0.8);
    const error = Math.sqrt((share * (1 - share)) / people);
    expect(Math.abs(completed(of, followed) - share)).toBeLessThan(3.3 * error);
  });
});
