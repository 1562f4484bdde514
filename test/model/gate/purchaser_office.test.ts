import { describe, expect, test } from 'vitest';
import { Line } from '../../../model/capacity/post.ts';
import { T } from '../../../model/observer.ts';
import type { TownNumbers } from '../../../model/parameters.ts';
import { municipalDoor } from '../../../model/pathway/municipal_door.ts';
import type { Person } from '../../../model/person.ts';
import { Agenda, Municipal } from '../../../model/person.ts';
import { fundingLines, tallies } from '../../../model/record.ts';
import { simulateFuture, simulateHistory } from '../../../model/simulate.ts';
import type { World } from '../../../model/world.ts';
import { due, group, put, quiet, runTo, start } from '../place.ts';

/** A town of ten posts of which two are the office's: a decision takes 365.25 ÷ (300 × 2) days; all else takes none. */
const decision = 365.25 / 600;

function office(numbers: Partial<TownNumbers['office']> = {}) {
  return start(
    quiet({
      groups: [group('least', 0.4, { need_order: 2 }), group('some', 0.3, { need_order: 1 }), group('most', 0.3)],
      towns: [
        {
          numbers: {
            posts: { own: 10 },
            office: { share: 0.2, decisions: 300, work_days: 0, handover_days: 0, wrong_unit_share: 0, ...numbers },
          },
          mechanisms: { gate: 'purchaser_office' },
        },
      ],
    }),
  );
}

/** A person whose draft is ready on a day; need 0 is most. */
function drafted(world: World, day: number, need = 0): Person {
  const person = put(world, (one) => {
    municipalDoor(one, { case: true });
    one.municipal = Municipal.decision;
    one.group = 2 - need;
  });
  due(person, Agenda.municipalStep, day);
  return person;
}

describe('posts moved to the office', () => {
  test('leave the team N − 2 posts of 13.5 places', () => {
    const { world } = office();
    const [town] = world.towns;
    expect(town.office.posts).toBe(2);
    expect(town.paidPosts(Line.own)).toBe(8);
    expect(town.teams[0].places).toBeCloseTo(8 * 13.5, 9);
  });

  test('are moved at the switch, are still paid, and never vacant', () => {
    const wish = { history: 1, years: 2 };
    const numbers = { posts: { own: 10 }, office: { share: 0.2 } };
    const base = quiet({ ...wish, towns: [{ numbers }] });
    const scenario = quiet({ ...wish, towns: [{ numbers }] });
    const before = base.towns[0].mechanisms[0].values;
    scenario.towns[0].mechanisms.push({ from: 0, values: { ...before, gate: 'purchaser_office' } });
    const record = simulateFuture(simulateHistory(base, { seed: 1, replication: 0, dates: [0, 1] }), scenario);
    const posts = (date: number, line: number) => record.posts[(date * fundingLines.length + line) * 3];
    expect([posts(0, Line.own), posts(0, Line.office)]).toEqual([10, 0]);
    expect([posts(1, Line.own), posts(1, Line.office)]).toEqual([8, 2]);
    const tally = (year: number, index: number) => record.byYear[year * tallies.length + index];
    expect(tally(0, T.place_days)).toBeCloseTo(10 * 13.5 * 365, 6);
    expect(tally(1, T.place_days)).toBeCloseTo(8 * 13.5 * 365, 6);
    expect(tally(1, T.nok_wages)).toBeCloseTo(tally(0, T.nok_wages), 4);
    expect(tally(1, T.post_days_funded)).toBeCloseTo(10 * 365, 6);
  });
});

describe('the office', () => {
  test('decides one case after another, each in 365.25 ÷ (decisions × posts) days', () => {
    const { world, rows } = office();
    for (let i = 0; i < 3; i++) drafted(world, 10);
    runTo(world, 20);
    const served = rows.filter(({ to }) => to === 'holding caseworker').map(({ time }) => time);
    expect(served).toHaveLength(3);
    served.forEach((time, i) => {
      expect(time).toBeCloseTo(10 + decision * (i + 1), 9);
    });
  });

  test.each([
    [0, [2, 1, 0]],
    [1, [0, 1, 2]],
  ])('with by_need %i takes the needs of those waiting in the order %j', (by_need, expected) => {
    const { world, rows } = office({ by_need });
    drafted(world, 10, 2);
    const waiting = [drafted(world, 10.1, 2), drafted(world, 10.2, 1), drafted(world, 10.3, 0)];
    runTo(world, 20);
    const order = rows
      .filter(({ to }) => to === 'holding caseworker')
      .map(({ person }) => waiting.findIndex(({ id }) => id === person))
      .filter((index) => index >= 0);
    expect(order.map((index) => [2, 1, 0][index])).toEqual(expected);
  });

  test('sends a case to the wrong unit, from which it is back after 14 days', () => {
    const { world, rows } = office({ wrong_unit_share: 1, wrong_unit_days: 14 });
    const person = drafted(world, 10);
    runTo(world, 10 + decision + 13.999);
    expect(person.municipal).toBe(Municipal.wrongUnit);
    runTo(world, 40);
    expect(person.municipal).toBe(Municipal.followUp);
    const served = rows.filter(({ to }) => to === 'holding caseworker');
    expect(served).toHaveLength(1);
    expect(served[0].time).toBeCloseTo(10 + decision + 14, 9);
  });

  test('decides anew after the time of a decision, for half the work, while the case goes on', () => {
    const { world } = office({ renewal_days: 100, renewal_work: 0.5 });
    const person = drafted(world, 10);
    runTo(world, 11);
    const started = 10 + decision;
    runTo(world, started + 100 + decision / 2 - 1e-6);
    expect(person.renewing).toBe(true);
    expect(person.municipal).toBe(Municipal.followUp);
    runTo(world, started + 100 + decision / 2 + 1e-6);
    expect(person.renewing).toBe(false);
    expect(person.agenda[Agenda.renewal] - world.switchDay).toBeCloseTo(started + 200 + decision / 2, 6);
  });

  test('gives no support before the decision, where the team does', () => {
    const { world } = office();
    expect(drafted(world, 10).served).toBe(false);
    const other = start(quiet({ towns: [{ numbers: { posts: { own: 10 } } }] }));
    expect(drafted(other.world, 10).served).toBe(true);
  });

  test('frees its time when a case is withdrawn', () => {
    const { world } = office();
    const first = drafted(world, 10);
    const second = drafted(world, 10.1);
    runTo(world, 10.2);
    due(first, Agenda.giveUpMunicipal, 10.3);
    runTo(world, 10.4);
    expect(first.municipal).toBe(Municipal.none);
    expect(world.towns[0].office.current).toBe(second);
    runTo(world, 10.3 + decision + 1e-9);
    expect(second.municipal).toBe(Municipal.followUp);
  });
});

describe('the team as gate', () => {
  test('decides in the same contact: intake and decision together take 14 days on average, gamma of shape 2', () => {
    const { world } = start(
      quiet({
        towns: [{ numbers: { posts: { own: 12 }, follow_up: { caseload: 200 }, gate: { decision_days: 14 } } }],
      }),
    );
    const people = Array.from({ length: 2000 }, () => put(world, (one) => municipalDoor(one, { case: true })));
    const began = world.clock.now;
    runTo(world, 365);
    const days = people.map((person) => person.caseFrom - began);
    const mean = days.reduce((a, b) => a + b) / days.length;
    const variance = days.reduce((sum, d) => sum + (d - mean) * (d - mean), 0) / days.length;
    // sd 14/√2 ≈ 9.9, so the mean has a standard error of 0.22
    expect(Math.abs(mean - 14)).toBeLessThan(0.8);
    expect(Math.abs(variance - 98)).toBeLessThan(20);
  });
});
