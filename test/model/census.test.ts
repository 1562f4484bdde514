import { describe, expect, test } from 'vitest';
import { T } from '../../model/observer.ts';
import type { CommonNumbers } from '../../model/parameters.ts';
import type { Person } from '../../model/person.ts';
import { Agenda, Away, Course, Municipal, RiskKind, Tsb } from '../../model/person.ts';
import { tallies } from '../../model/record.ts';
import { integral } from './integral.ts';
import type { Some } from './place.ts';
import { group, quiet, start } from './place.ts';

const replications = 40;

/** Everybody at the census of some replications; a quiet town of 100,000 adults with what is wished. */
function counted(common: Some<CommonNumbers>, posts = 0): Person[] {
  const people: Person[] = [];
  for (let replication = 0; replication < replications; replication++) {
    const { world } = start(
      quiet({
        groups: [group('all', 1, { dropout_hr: 0 })],
        common,
        towns: [{ numbers: { posts: { own: posts }, follow_up: { duration_days: 730, loss: 0.0004 } } }],
      }),
      replication,
    );
    people.push(...world.people);
  }
  return people;
}

/** Persons a replication, within 3.5 standard errors of a Poisson mean. */
function expectStock(people: Person[], mean: number): void {
  expect(Math.abs(people.length / replications - mean)).toBeLessThan(3.5 * Math.sqrt(mean / replications));
}

/** The mean of what is left, within 3.5 standard errors of an exponential mean. */
function expectMeanLeft(people: Person[], step: number, mean: number): void {
  const left = people.map((person) => person.agenda[step] - person.world.clock.now);
  const found = left.reduce((a, b) => a + b) / left.length;
  expect(Math.abs(found / mean - 1)).toBeLessThan(3.5 / Math.sqrt(left.length));
}

describe('at the census', () => {
  test('LAR courses are as many as the place says, with their whole mean still to go', () => {
    const people = counted({ census: { lar: 192 } });
    expect(people.every(({ course, drug }) => course === Course.lar && drug)).toBe(true);
    expectStock(people, 192);
    expectMeanLeft(people, Agenda.courseEnd, 4350);
  });

  test('outpatient courses likewise', () => {
    const people = counted({ census: { outpatient: 208 } });
    expect(people.every(({ course }) => course === Course.outpatient)).toBe(true);
    expectStock(people, 208);
    expectMeanLeft(people, Agenda.courseEnd, 262);
  });

  test('people out of contact likewise, by where they are going', () => {
    for (const [census, away, stock, mean] of [
      [{ lost: 203 }, Away.lost, 203, 500],
      [{ to_return: 40 }, Away.toReturn, 40, 90],
      [{ to_referral: 86 }, Away.toReferral, 86, 180],
    ] as const) {
      const people = counted({ census });
      expect(people.every((person) => person.away === away)).toBe(true);
      expectStock(people, stock);
      expectMeanLeft(people, Agenda.return, mean);
    }
  });

  test('people in municipal follow-up only likewise, as far as there are posts', () => {
    const people = counted({ census: { municipal_only: 100 } }, 12);
    expect(people.every((person) => person.municipal === Municipal.followUp)).toBe(true);
    expectStock(people, 100);
    const budgets = people.map((person) => person.caseLeft);
    expect(Math.abs(budgets.reduce((a, b) => a + b) / people.length - 1)).toBeLessThan(3.5 / Math.sqrt(people.length));
  });

  test('stays of equal length are as many as Little’s law says, and the rest of each is even', () => {
    const people = counted({
      census: { stay_rate: 180 },
      beds: { stay: 400 },
      stay: { short_days: 73.05, long_days: 73.05, long_share: 0, spread: 0 },
    });
    expect(people.every((person) => person.tsb === Tsb.shortStay)).toBe(true);
    // 180 a year for a fifth of a year
    expectStock(people, 36);
    const left = people.map((person) => person.agenda[Agenda.tsbStep] - person.world.clock.now);
    expect(Math.max(...left)).toBeLessThan(73.05);
    const mean = left.reduce((a, b) => a + b) / left.length;
    expect(Math.abs(mean - 73.05 / 2)).toBeLessThan((3.5 * 73.05) / Math.sqrt(12 * left.length));
  });

  test('beds hold as many as there are, and the rest wait for one', () => {
    const { world } = start(quiet({ common: { census: { stay_rate: 1_500 }, beds: { stay: 20, detox: 0 } } }));
    expect(world.wards[1].occupied).toBe(20);
    const waiting = world.people.filter((person) => person.bedWanted !== 0);
    expect(world.people.length).toBe(20 + waiting.length);
    expect(waiting.length).toBeGreaterThan(50);
  });

  test('people at risk are the entries of three years that have not relapsed, with their ages', () => {
    const people = counted({
      census: { risk_inpatient_rate: 195 },
      relapse: {
        base_completed: 0,
        gap_hr: 1,
        in_course_hr: 1,
        completed_hr: 1,
        housing_hr: 1,
        continuity_hr: 1,
        level: 1.28,
      },
    });
    expect(people.every((person) => person.riskKind === RiskKind.inpatient)).toBe(true);
    // the time at risk that an entry spends within three years
    const survival = (age: number) => Math.exp(-1.28 * (age / 341) ** 0.585);
    const span = integral((v) => survival(v * v * v) * 3 * v * v, 0, Math.cbrt(1095));
    expectStock(people, (195 / 365.25) * span);
    const ages = people.map((person) => person.world.clock.now - person.riskStart);
    const meanAge = integral((v) => v * v * v * survival(v * v * v) * 3 * v * v, 0, Math.cbrt(1095)) / span;
    // ages lie between 0 and 1,095, with a standard deviation of about 310
    expect(Math.abs(ages.reduce((a, b) => a + b) / ages.length - meanAge)).toBeLessThan(
      (3.5 * 316) / Math.sqrt(ages.length),
    );
  });

  test('nobody stands anywhere before having entered', () => {
    const { world, rows } = start(
      quiet({
        common: { census: { outpatient: 100, lar: 50, referral_rate: 346, decision_rate: 285, follow_up_queue: 12 } },
        towns: [{ numbers: { posts: { own: 12 } } }],
      }),
    );
    const entered = new Set(
      rows.filter(({ from, to }) => from === '' && !to.includes(' ')).map(({ person }) => person),
    );
    expect(entered.size).toBe(world.people.length);
    for (const person of world.people) expect(entered.has(person.id)).toBe(true);
  });

  test('what lies before the first day is not counted in the first year', () => {
    const { world } = start(
      quiet({
        common: { census: { referral_rate: 346, decision_rate: 285 } },
        towns: [{ numbers: { posts: { own: 12 } } }],
      }),
    );
    expect(world.people.length).toBeGreaterThan(20);
    for (const name of [
      'joined_decision',
      'decided',
      'referred',
      'rejected',
      'started_follow_up',
      'new_needs',
    ] as const) {
      expect(world.observer.byYear.filter((_, i) => i % tallies.length === T[name]).every((count) => count === 0)).toBe(
        true,
      );
    }
  });
});
