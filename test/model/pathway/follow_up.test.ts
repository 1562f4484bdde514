import { describe, expect, test } from 'vitest';
import { T } from '../../../model/observer.ts';
import { leaveTsb } from '../../../model/pathway/course.ts';
import { joinFollowUp } from '../../../model/pathway/follow_up.ts';
import { municipalDoor } from '../../../model/pathway/municipal_door.ts';
import { settle } from '../../../model/pathway/settle.ts';
import type { Person } from '../../../model/person.ts';
import { Agenda, Away, Course, Municipal, Purpose, RiskKind, Tsb } from '../../../model/person.ts';
import { positions } from '../../../model/record.ts';
import { positionOf } from '../../../model/standing.ts';
import type { World } from '../../../model/world.ts';
import { due, put, quiet, runTo, start } from '../place.ts';

function town(posts = 1): World {
  return start(
    quiet({
      common: { relapse: { level: 0 }, discharge: { no_plan_delay_days: 30 } },
      towns: [{ numbers: { posts: { own: posts }, gate: { decision_days: 0 } } }],
    }),
  ).world;
}

const position = (person: Person) => positions[positionOf(person)];

describe('a case', () => {
  test('that ends by plan leaves a person at risk who has nothing else', () => {
    const world = town();
    const person = put(world, (one) => joinFollowUp(one));
    expect(position(person)).toBe('municipal_support');
    due(person, Agenda.caseEnd, 30);
    runTo(world, 30);
    expect([person.municipal, person.riskKind, position(person)]).toEqual([
      Municipal.none,
      RiskKind.municipal,
      'after_discharge',
    ]);
    expect(world.towns[0].teams[0].load).toBe(0);
  });

  test('that is lost leaves a person out of contact', () => {
    const world = town();
    const person = put(world, (one) => joinFollowUp(one));
    due(person, Agenda.caseLost, 30);
    runTo(world, 30);
    expect([person.away, position(person)]).toEqual([Away.lost, 'out_of_contact']);
    expect(world.observer.byYear[T.lost_follow_up]).toBe(1);
  });

  test('lasts two years on average, with one caseworker from one draw', () => {
    const { world } = start(
      quiet({ towns: [{ numbers: { posts: { own: 1 }, follow_up: { duration_days: 730, caseload: 1_000 } } }] }),
    );
    for (let i = 0; i < 20; i++) {
      const person = put(world, (one) => joinFollowUp(one));
      const budget = world.draws.at(person.who, person.which, Purpose.case, 0).unit();
      expect((person.agenda[Agenda.caseEnd] - world.clock.now) / 730 / budget).toBeCloseTo(1, 9);
    }
  });
});

describe('discharge from a course', () => {
  const inCourse = (world: World, need: number) =>
    put(world, (person) => {
      person.tsb = Tsb.course;
      person.course = Course.outpatient;
      person.episodeNeed = need;
    });

  test('with a plan and a need leads to the municipality the same day', () => {
    const world = town();
    const person = inCourse(world, 2);
    runTo(world, 10);
    leaveTsb(person, true);
    settle(person, 'course_ended');
    runTo(world, 10.001);
    expect([person.municipal, position(person)]).toEqual([Municipal.followUp, 'follow_up']);
    expect(world.observer.byYear[T.follow_up_14]).toBe(1);
  });

  test('without a plan leads there later, unless there is no need', () => {
    const world = town();
    const [needs, none] = [inCourse(world, 2), inCourse(world, 0)];
    runTo(world, 10);
    for (const person of [needs, none]) {
      leaveTsb(person, false);
      settle(person, 'course_ended');
      expect(position(person)).toBe('after_discharge');
    }
    expect(needs.agenda[Agenda.unplanned]).toBeLessThan(Infinity);
    expect(none.agenda[Agenda.unplanned]).toBe(Infinity);
  });

  test.each([
    [14, 1],
    [14.001, 0],
  ])('followed by a caseworker %f days later counts %i times as followed up within 14 days', (days, counted) => {
    const world = town();
    const person = inCourse(world, 0);
    runTo(world, 10);
    leaveTsb(person, false);
    settle(person, 'course_ended');
    runTo(world, 10 + days);
    joinFollowUp(person);
    settle(person, 'joined_follow_up');
    expect(world.observer.byYear[T.follow_up_14]).toBe(counted);
    expect(world.observer.byYear[T.discharged_watched_14]).toBe(1);
  });
});

describe('a position', () => {
  test('is the first that applies: bed, LAR, outpatient, the list, then the municipality', () => {
    const world = town(0);
    const at = (make: (person: Person) => void) => {
      const person = world.enter(world.towns[0], 21, world.people.length);
      make(person);
      const found = position(person);
      world.leave(person);
      return found;
    };
    for (const [tsb, name] of [
      [Tsb.detox, 'detox'],
      [Tsb.shortStay, 'short_stay'],
      [Tsb.longStay, 'long_stay'],
      [Tsb.blocked, 'ready_for_discharge'],
      [Tsb.course, 'lar'],
    ] as const) {
      const held = { tsb, course: Course.lar, municipal: Municipal.queue, riskKind: RiskKind.outpatient };
      expect(at((person) => Object.assign(person, held))).toBe(name);
    }
    expect(at((person) => Object.assign(person, { tsb: Tsb.course, course: Course.outpatient, municipal: 7 }))).toBe(
      'outpatient',
    );
    expect(at((person) => Object.assign(person, { tsb: Tsb.assessment, municipal: 6 }))).toBe('awaiting_assessment');
    expect(at((person) => Object.assign(person, { tsb: Tsb.ready, municipal: 7 }))).toBe('awaiting_first_contact');
    expect(at((person) => Object.assign(person, { tsb: Tsb.booked, deferred: true }))).toBe('deferred');
    expect(at((person) => Object.assign(person, { municipal: 7, riskKind: 2 }))).toBe('follow_up');
    expect(at((person) => Object.assign(person, { municipal: 7, away: Away.lost }))).toBe('follow_up');
    expect(at((person) => Object.assign(person, { municipal: 7 }))).toBe('municipal_support');
    expect(at((person) => Object.assign(person, { municipal: 6, riskKind: 2 }))).toBe('awaiting_follow_up');
    expect(at((person) => Object.assign(person, { municipal: 2, riskKind: 2 }))).toBe('awaiting_decision');
    expect(at((person) => Object.assign(person, { municipal: 1, riskKind: 2 }))).toBe('awaiting_intake');
    expect(at((person) => Object.assign(person, { riskKind: 2 }))).toBe('after_discharge');
    expect(at((person) => Object.assign(person, { away: Away.toReturn }))).toBe('out_of_contact');
  });
});

describe('the municipal door', () => {
  test('asked for a referral while the case runs refers at once', () => {
    const world = town();
    const person = put(world, (one) => joinFollowUp(one));
    municipalDoor(person, { referral: true });
    expect([person.tsb, person.municipal]).toEqual([Tsb.assessment, Municipal.followUp]);
  });

  test('refers after the decision who comes for a referral', () => {
    const world = town();
    const person = put(world, (one) => municipalDoor(one, { referral: true }));
    runTo(world, 0.001);
    expect([person.tsb, person.municipal]).toEqual([Tsb.assessment, Municipal.none]);
  });
});
