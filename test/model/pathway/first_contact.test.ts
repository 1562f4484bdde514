import { describe, expect, test } from 'vitest';
import { T } from '../../../model/observer.ts';
import type { CommonNumbers } from '../../../model/parameters.ts';
import { refer } from '../../../model/pathway/referral.ts';
import type { Person } from '../../../model/person.ts';
import { Agenda, Course, Purpose, Tsb } from '../../../model/person.ts';
import type { World } from '../../../model/world.ts';
import { due, put, quiet, runTo, start, switchDay } from '../place.ts';

const workingDays = (365.25 * 5) / 7;

/** A provider with so many slots a working day; nobody is deferred, sent to a bed or stays away. */
function provider(aDay: number, numbers: Partial<CommonNumbers['first_contact']> = {}): World {
  return start(
    quiet({
      common: {
        first_contact: {
          // a hair more, so that rounding cannot withhold a whole slot
          slots: aDay * workingDays * (1 + 1e-12),
          overtime_share: 0,
          deferred_share: 0,
          bed_share: 0,
          no_show_share: 0,
          urgent_days: 5,
          unused_days: 5,
          overtime_saved_days: 20,
          ...numbers,
        },
        lar: { first_share: 0, later_share: 0 },
        course: { days: 1e9 },
      },
    }),
  ).world;
}

/** Somebody whose appointment has come on a day, with a deadline. */
function booked(world: World, day: number, deadline: number): Person {
  const person = put(world, (one) => {
    one.tsb = Tsb.booked;
    one.referredAt = world.clock.now;
    one.deadline = switchDay + deadline;
  });
  due(person, Agenda.tsbStep, day);
  return person;
}

const started = (person: Person) => person.course !== Course.none;

describe('slots', () => {
  test('go to the earliest deadline among those whose day has come, one a working day', () => {
    const world = provider(1, { unused_days: 0 });
    // day 0 is a Friday; 3 is the Monday
    const people = [60, 40, 50, 30].map((deadline, i) => booked(world, i === 3 ? 4.5 : 2, deadline));
    const days = people.map(() => 0);
    for (let day = 0; day < 12; day++) {
      runTo(world, day);
      people.forEach((person, i) => {
        if (started(person) && days[i] === 0) days[i] = day;
      });
    }
    // deadline 40 on Monday, 50 on Tuesday; 30 became ready after that and goes first; then 60
    expect(days).toEqual([6, 3, 4, 5]);
  });

  test('are given on no Saturday or Sunday', () => {
    const world = provider(10);
    const person = booked(world, 0.5, 50);
    runTo(world, 2.9);
    expect(started(person)).toBe(false);
    runTo(world, 3);
    expect(started(person)).toBe(true);
  });

  test('wait unused for at most a week', () => {
    const world = provider(2, { unused_days: 5 });
    const people = Array.from({ length: 30 }, () => booked(world, 100, 200));
    runTo(world, 99);
    expect(world.slots.slots).toBeCloseTo(10, 9);
    // day 100 is a Sunday
    runTo(world, 101);
    expect(people.filter(started)).toHaveLength(10);
    runTo(world, 102);
    expect(people.filter(started)).toHaveLength(12);
  });
});

describe('overtime', () => {
  test('serves those with less than 5 days left, and nobody else', () => {
    // no slots to speak of; overtime saved up to 20 days' worth of a quarter of 4: 20
    const world = provider(4, { unused_days: 0, overtime_share: 0.25 });
    runTo(world, 99);
    expect(world.slots.overtime).toBeCloseTo(20, 9);
    const far = Array.from({ length: 6 }, () => booked(world, 100, 101 + 5));
    const near = Array.from({ length: 6 }, () => booked(world, 100, 101 + 4.99));
    runTo(world, 101);
    // the four slots of the day and two of overtime; who has 5 days left must wait
    expect(near.filter(started)).toHaveLength(6);
    expect(far.filter(started)).toHaveLength(0);
    expect(world.slots.overtime).toBeCloseTo(18, 9);
    runTo(world, 102);
    expect(far.filter(started)).toHaveLength(6);
  });

  test('is out when it has been used, and then the deadline passes', () => {
    const world = provider(0.001, { overtime_share: 0.1 });
    runTo(world, 99);
    expect(world.slots.overtime).toBeLessThan(1);
    const person = booked(world, 100, 103);
    runTo(world, 110);
    expect(started(person)).toBe(false);
  });
});

describe('a start', () => {
  test.each([
    [101, 0],
    [100, 1],
    [100.999999, 1],
  ])('on day 101 with the deadline %f counts %i times as a breach', (deadline, late) => {
    const world = provider(1);
    const person = booked(world, 99, deadline);
    // day 99 is a Saturday, so Monday 101 is the first working day after it
    runTo(world, 101);
    expect(started(person)).toBe(true);
    expect(world.observer.byYear[T.starts_late]).toBe(late);
    expect(world.observer.byYear[T.starts_registered]).toBe(1);
    expect(world.observer.byYear[T.wait_days_registered]).toBe(101);
  });

  test('of somebody off the list is in no statistic of waits', () => {
    const world = provider(1);
    const person = booked(world, 99, 50);
    person.deferred = true;
    runTo(world, 101);
    expect(started(person)).toBe(true);
    expect(world.observer.byYear[T.starts_first_contact]).toBe(1);
    expect(world.observer.byYear[T.starts_registered]).toBe(0);
    expect(world.observer.byYear[T.starts_late]).toBe(0);
  });
});

describe('a referral', () => {
  test('is assessed after gamma-distributed days, then booked inside the deadline', () => {
    const world = provider(50, { booked_from: 0.2, booked_to: 0.9 });
    const people = Array.from({ length: 400 }, () => put(world, (person) => refer(person)));
    const began = world.clock.now;
    let days = 0;
    let looked = 0;
    for (const person of people) {
      const draws = world.draws.at(person.who, person.which, Purpose.assessment, 0);
      const assessed = draws.gamma2(6);
      days += assessed;
      expect(person.agenda[Agenda.tsbStep]).toBeCloseTo(began + assessed, 9);
      if (assessed > 30) continue;
      looked++;
    }
    // sd 4.2, so a standard error of 0.21
    expect(Math.abs(days / 400 - 6)).toBeLessThan(0.8);
    expect(looked).toBeGreaterThan(390);
    runTo(world, 30);
    let rejected = 0;
    for (const person of people) {
      if (person.deadline === -Infinity) {
        rejected++;
        continue;
      }
      const given = person.deadline - began;
      expect(given).toBeGreaterThanOrEqual(14);
      expect(given).toBeLessThanOrEqual(100);
      if (person.tsb !== Tsb.booked) continue;
      const ready = person.agenda[Agenda.tsbStep] - began;
      expect(ready).toBeLessThanOrEqual(0.9 * given + 1e-9);
      expect(ready).toBeGreaterThanOrEqual(0.2 * given - 1e-9);
    }
    // 7 % of 400, with a standard deviation of 5
    expect(Math.abs(rejected - 28)).toBeLessThan(18);
  });
});
