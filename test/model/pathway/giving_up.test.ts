import { describe, expect, test } from 'vitest';
import { T } from '../../../model/observer.ts';
import type { CommonNumbers, TownNumbers } from '../../../model/parameters.ts';
import { joinFollowUp } from '../../../model/pathway/follow_up.ts';
import { beginTsbPatience } from '../../../model/pathway/patience.ts';
import { contact, settle } from '../../../model/pathway/settle.ts';
import type { Person } from '../../../model/person.ts';
import { Agenda, Away, Purpose, Tsb } from '../../../model/person.ts';
import type { World } from '../../../model/world.ts';
import { clockAt, integral } from '../integral.ts';
import type { Some } from '../place.ts';
import { due, put, quiet, runTo, start } from '../place.ts';

const rate = 0.004;
/** The mean of the clock over waits: 0.41 before day 14, 0.284 on the line to 1.4, the rest at 1.4. */
const mean = 0.41 + 0.284 * 1.2 + (1 - 0.41 - 0.284) * 1.4;

function place(giving_up: Partial<CommonNumbers['giving_up']> = {}, numbers: Some<TownNumbers> = {}): World {
  return start(
    quiet({
      common: {
        giving_up: { rate, support_factor: 0.6, base_early: 0.41, base_ramp: 0.284, ...giving_up },
        relapse: { gap_hr: 1.4 },
      },
      towns: [{ numbers: { posts: { own: 0 }, ...numbers } }],
    }),
  ).world;
}

/** Somebody on TSB's list, with an appointment too far off to come. */
const onList = (world: World, make: (person: Person) => void = () => {}) =>
  put(world, (person) => {
    make(person);
    person.tsb = Tsb.booked;
    person.referredAt = world.clock.now;
    person.deadline = Infinity;
    beginTsbPatience(person);
  });

const budgetOf = (person: Person, purpose: number) =>
  person.world.draws.at(person.who, person.which, purpose, 0).unit();

describe('giving up a wait for TSB', () => {
  test('comes when the integral of the rate times the clock reaches what the person has drawn', () => {
    const world = place();
    const parts = [0, 0, 0];
    for (let i = 0; i < 300; i++) {
      const person = onList(world);
      const age = person.agenda[Agenda.giveUpTsb] - world.clock.now;
      parts[age < 14 ? 0 : age < 28 ? 1 : 2]++;
      const spent = integral((t) => (rate * clockAt(t)) / mean, 0, age, [14, 28]);
      expect(spent / budgetOf(person, Purpose.giveUpTsb)).toBeCloseTo(1, 7);
    }
    for (const count of parts) expect(count).toBeGreaterThan(5);
  });

  test('is slowed by 0.6 while a service is held', () => {
    const world = place({}, { posts: { own: 12 } });
    const person = onList(world, (one) => joinFollowUp(one));
    expect(person.served).toBe(true);
    const age = person.agenda[Agenda.giveUpTsb] - world.clock.now;
    expect((age * rate * 0.6) / budgetOf(person, Purpose.giveUpTsb)).toBeCloseTo(1, 9);
  });

  test('goes on from what is left when the service ends, with the clock at 0', () => {
    const world = place({ back_share: 0 }, { posts: { own: 12 } });
    const people = Array.from({ length: 30 }, () => onList(world, (one) => joinFollowUp(one)));
    for (const person of people) due(person, Agenda.caseEnd, 50);
    const lasting = people.filter((person) => person.agenda[Agenda.giveUpTsb] > world.switchDay + 50);
    expect(lasting.length).toBeGreaterThan(10);
    runTo(world, 50);
    for (const person of lasting) {
      const age = person.agenda[Agenda.giveUpTsb] - world.switchDay;
      const spent = 50 * rate * 0.6 + integral((t) => (rate * clockAt(t)) / mean, 0, age - 50, [14, 28]);
      expect(spent / budgetOf(person, Purpose.giveUpTsb)).toBeCloseTo(1, 7);
    }
  });

  test('is put off by a contact, which starts the clock again', () => {
    const world = place({ back_share: 0 });
    const people = Array.from({ length: 30 }, () => onList(world));
    const lasting = people.filter((person) => person.agenda[Agenda.giveUpTsb] > world.switchDay + 40);
    expect(lasting.length).toBeGreaterThan(10);
    runTo(world, 40);
    for (const person of lasting) {
      contact(person);
      const age = person.agenda[Agenda.giveUpTsb] - world.switchDay;
      const spent = integral((t) => (rate * clockAt(t < 40 ? t : t - 40)) / mean, 0, age, [14, 28, 40, 54, 68]);
      expect(spent / budgetOf(person, Purpose.giveUpTsb)).toBeCloseTo(1, 7);
    }
  });

  test('does not happen to who is off the list for reasons of its own', () => {
    const world = place();
    const person = onList(world, (one) => {
      one.deferred = true;
    });
    expect(person.agenda[Agenda.giveUpTsb]).toBe(Infinity);
  });

  test('leads back after a while, or out of contact', () => {
    for (const [back_share, away] of [
      [1, Away.toReferral],
      [0, Away.lost],
    ]) {
      const world = place({ back_share });
      const person = onList(world);
      due(person, Agenda.giveUpTsb, 10);
      runTo(world, 10);
      expect(person.tsb).toBe(Tsb.none);
      expect(person.away).toBe(away);
      expect(world.observer.byYear[T.gave_up_first_contact]).toBe(1);
      expect(world.slots.line.length).toBe(0);
    }
  });
});

describe('giving up the line for a caseworker', () => {
  test('comes by the municipality’s own rate and the same clock', () => {
    const world = place({}, { follow_up: { give_up: 0.006 } });
    for (let i = 0; i < 50; i++) {
      const person = put(world, (one) => joinFollowUp(one));
      const age = person.agenda[Agenda.giveUpMunicipal] - world.clock.now;
      const spent = integral((t) => (0.006 * clockAt(t)) / mean, 0, age, [14, 28]);
      expect(spent / budgetOf(person, Purpose.giveUpMunicipal)).toBeCloseTo(1, 7);
    }
  });

  test('takes the person out of the line', () => {
    const world = place();
    const person = put(world, (one) => joinFollowUp(one));
    const [team] = world.towns[0].teams;
    expect(team.line.length).toBe(1);
    due(person, Agenda.giveUpMunicipal, 10);
    runTo(world, 10);
    expect(team.line.length).toBe(0);
    expect(person.away).toBe(Away.lost);
    settle(person, 'gave_up');
    expect(world.observer.byYear[T.gave_up_follow_up]).toBe(1);
  });
});
