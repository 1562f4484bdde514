import { describe, expect, test } from 'vitest';
import { T } from '../../../model/observer.ts';
import type { CommonNumbers } from '../../../model/parameters.ts';
import { emergency, joinWard } from '../../../model/pathway/bed.ts';
import { continueOutpatient } from '../../../model/pathway/course.ts';
import type { Person } from '../../../model/person.ts';
import { Agenda, Away, BedWanted, Course, Tsb } from '../../../model/person.ts';
import { simulateFuture, simulateHistory } from '../../../model/simulate.ts';
import type { World } from '../../../model/world.ts';
import type { Some } from '../place.ts';
import { group, put, quiet, runTo, start, switchDay } from '../place.ts';

/** One detox bed and two stay beds; a detox takes 9 days and leads nowhere, a stay 78. */
function provider(common: Some<CommonNumbers> = {}): World {
  return start(
    quiet({
      groups: [group('all', 1, { dropout_hr: 0 })],
      common: {
        ...common,
        beds: { detox: 1, stay: 2, detox_gap_days: 4, stay_gap_days: 4, ...common.beds },
        detox: { mean_days: 9, median_days: 9, continue_share: 0, course_share: 0, ...common.detox },
        stay: { short_days: 78, long_share: 0, spread: 0, completed_course_share: 0, ...common.stay },
        discharge: { blocked_share: 0, no_plan_share: 0, ...common.discharge },
        relapse: { level: 0, ...common.relapse },
      },
    }),
  ).world;
}

/** In an outpatient course, and in line for a bed from now on. */
function inCourse(world: World, detox = true): Person {
  return put(world, (person) => {
    continueOutpatient(person);
    person.agenda[Agenda.courseEnd] = Infinity;
    person.bedWanted = BedWanted.planned;
    person.bedSince = world.clock.now;
    person.bedFirstDetox = detox;
    joinWard(person);
  });
}

/** On the list for a bed, with a deadline. */
function onList(world: World, deadline: number): Person {
  return put(world, (person) => {
    person.tsb = Tsb.bedListed;
    person.referredAt = world.clock.now;
    person.deadline = switchDay + deadline;
    person.bedWanted = BedWanted.list;
    person.bedSince = world.clock.now;
    person.bedFirstDetox = true;
    joinWard(person);
  });
}

const urgent = (world: World) => put(world, (person) => emergency(person));

/** The day on which each is first seen in a bed, looked at daily. */
function admissions(world: World, people: Person[], until: number): number[] {
  const days = people.map(() => Number.NaN);
  for (let day = 0; day <= until; day++) {
    runTo(world, day);
    people.forEach((person, i) => {
      if (person.inBed && Number.isNaN(days[i])) days[i] = day;
    });
  }
  return days;
}

describe('a detox bed', () => {
  test('goes to emergencies, then to the list when the deadline is near, then by order of joining; after a gap of 4 days', () => {
    const world = provider();
    const first = inCourse(world);
    const ordinary = inCourse(world);
    const far = onList(world, 300);
    const near = onList(world, 4);
    const acute = urgent(world);
    // nine days and four: days 13, 26, 39, 52
    expect(admissions(world, [first, ordinary, far, near, acute], 60)).toEqual([0, 39, 52, 26, 13]);
  });

  // the bed is free on day 13, when a deadline on day 18 is 5 days off
  test.each([
    [18, [26, 13]],
    [18.5, [13, 26]],
  ])('with a deadline on day %f is taken by who waits in a course and on the list on the days %j', (deadline, days) => {
    const world = provider();
    inCourse(world);
    expect(admissions(world, [inCourse(world), onList(world, deadline)], 40)).toEqual(days);
  });

  test('stands empty for 4 days, in which nobody is admitted', () => {
    const world = provider();
    inCourse(world);
    runTo(world, 10);
    expect([world.detox.occupied, world.detox.free]).toEqual([0, 0]);
    const person = inCourse(world);
    runTo(world, 12.999);
    expect(person.inBed).toBe(false);
    runTo(world, 13);
    expect(person.inBed).toBe(true);
  });
});

describe('a stay bed', () => {
  test('is left after 78 days and taken 4 days later', () => {
    const world = provider();
    const people = [inCourse(world, false), inCourse(world, false), inCourse(world, false)];
    expect(admissions(world, people, 90)).toEqual([0, 0, 82]);
    expect(world.observer.byYear[T.stay_discharges]).toBe(2);
    expect(world.observer.byYear[T.stay_dropouts]).toBe(0);
  });

  test('is kept by who is in it when beds are cut, and not given to the next', () => {
    const wish = { history: 1, years: 2, groups: [group('all', 1, { dropout_hr: 0 })], stayUnits: [1] };
    const common = (stay: number): Some<CommonNumbers> => ({
      beds: { detox: 0, stay },
      stay: { short_days: 400, long_share: 0, spread: 0, completed_course_share: 0 },
      relapse: { level: 0 },
      discharge: { blocked_share: 0 },
    });
    const history = simulateHistory(quiet({ ...wish, common: common(4) }), { seed: 1, replication: 0, dates: [0, 1] });
    runTo(history.world, 0);
    for (let i = 0; i < 6; i++) inCourse(history.world, false);
    expect(history.world.wards[1].occupied).toBe(4);
    const scenario = quiet({ ...wish, common: common(4) });
    scenario.common.push({ from: 0, values: quiet({ ...wish, common: common(1) }).common[0].values });
    const world = history.world.copy(scenario);
    world.changeNumbers(0);
    runTo(world, 100);
    expect([world.wards[1].beds, world.wards[1].occupied, world.wards[1].line.length]).toEqual([1, 4, 2]);
    runTo(world, 403);
    expect(world.wards[1].occupied).toBe(0);
    runTo(world, 405);
    expect([world.wards[1].occupied, world.wards[1].line.length]).toEqual([1, 1]);
    // the same history with the beds as they are
    const record = simulateFuture(history, quiet({ ...wish, common: common(4) }));
    expect(record.beds.slice(9, 12)).toEqual(Float64Array.of(4, 4, 4));
  });
});

describe('beds for 100,000 adults', () => {
  test('are shared out among the units so that they add up', () => {
    for (const stay of [1, 7, 37.5, 51, 90]) {
      for (const units of [[1], [0.5, 0.5], [0.3, 0.3, 0.4]]) {
        const { world } = start(quiet({ stayUnits: units, common: { beds: { detox: 5.4167, stay } } }));
        expect(world.detox.beds).toBe(5);
        const sizes = world.wards.slice(1).map((ward) => ward.beds);
        expect(sizes.reduce((a, b) => a + b)).toBe(Math.round(stay));
      }
    }
  });
});

describe('an emergency', () => {
  test('from outside waits without any service, and is in TSB from the bed on', () => {
    const world = provider();
    inCourse(world);
    const person = urgent(world);
    expect([person.away, person.served]).toEqual([Away.emergency, false]);
    runTo(world, 13);
    expect([person.away, person.served, person.tsb]).toEqual([Away.none, true, Tsb.detox]);
    expect(world.observer.byYear[T.admissions_emergency]).toBe(1);
  });
});

describe('after detox', () => {
  test('a stay is awaited in a course, and lost at the handover by chance', () => {
    const world = provider({ beds: { stay: 0 }, detox: { continue_share: 1, handover_loss: 0, handover_rate: 0 } });
    const person = inCourse(world);
    person.heavy = 1;
    runTo(world, 10);
    const waits = person.bedWanted === BedWanted.handover;
    // a share of 1 is a chance of 1 × (0.5 + 0.5 × 1)
    expect(waits).toBe(true);
    expect([person.tsb, person.course]).toEqual([Tsb.course, Course.outpatient]);
    const lost = provider({ beds: { stay: 0 }, detox: { continue_share: 1, handover_loss: 1 } });
    const other = inCourse(lost);
    runTo(lost, 10);
    expect([other.tsb, other.course, other.bedWanted]).toEqual([Tsb.none, Course.none, BedWanted.none]);
  });
});
