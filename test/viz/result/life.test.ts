import { describe, expect, test } from 'vitest';
import { contrasts, daysHeld, daysIn, daysWithout, daysWithoutOfAll, lifeOf } from '../../../viz/result/life.ts';
import type { Middle, Move } from '../../../viz/result/result.ts';
import { example } from '../example.ts';

const move = (scenario: string, person: string, time: number, from: string, to: string): Move => ({
  scenario,
  person,
  municipality: '1',
  group: 'g',
  time,
  from,
  to,
  cause: 'census',
});
/** Two persons. In b the first gets a caseworker 20 days later, and the second dies. */
const middle: Middle = {
  replication: 1,
  moves: [
    move('', '1', -30, '', 'outpatient'),
    move('', '2', -5, '', 'out_of_contact'),
    move('a', '1', 10, 'outpatient', 'awaiting_follow_up'),
    move('a', '1', 10, '', 'waiting follow_up'),
    move('a', '1', 15, 'waiting follow_up', ''),
    move('a', '1', 15, '', 'holding caseworker'),
    move('a', '1', 15, 'awaiting_follow_up', 'follow_up'),
    move('b', '1', 10, 'outpatient', 'awaiting_follow_up'),
    move('b', '1', 10, '', 'waiting follow_up'),
    move('b', '1', 35, 'waiting follow_up', ''),
    move('b', '1', 35, '', 'holding caseworker'),
    move('b', '1', 35, 'awaiting_follow_up', 'follow_up'),
    move('b', '2', 40, 'out_of_contact', 'dead'),
  ],
};
const after = { from: 0, to: 100 };

describe('a life, by hand', () => {
  const life = lifeOf(middle, 'a', '1', 100);

  test('is one spell after the other until the run ends', () => {
    expect(life?.spells).toEqual([
      { position: 'outpatient', from: -30, to: 10 },
      { position: 'awaiting_follow_up', from: 10, to: 15 },
      { position: 'follow_up', from: 15, to: 100 },
    ]);
    expect(life?.exit).toBeNull();
  });

  test('counts the days of a wait, of a position and of a caseworker within a span', () => {
    if (!life) throw new Error('is there');
    expect(daysHeld(life, 'waiting follow_up', after)).toBe(5);
    expect(daysHeld(life, 'holding caseworker', { from: 0, to: 20 })).toBe(5);
    expect(daysIn(life, ['outpatient'], after)).toBe(10);
  });

  test('is without course, bed or caseworker only from the end of the course to the caseworker', () => {
    if (!life) throw new Error('is there');
    expect(daysWithout(life, after)).toBe(5);
    expect(daysWithout(life, { from: -30, to: 12 })).toBe(2);
  });

  test('ends with the exit, and so do its days', () => {
    const second = lifeOf(middle, 'b', '2', 100);
    expect(second?.exit).toEqual({ position: 'dead', day: 40, cause: 'census' });
    expect(second && daysWithout(second, after)).toBe(40);
  });

  test('is none where there is no such person', () => {
    expect(lifeOf(middle, 'a', '3', 100)).toBeNull();
  });

  test('two lives differ by the days without, the second less the first, the largest difference first', () => {
    const found = contrasts(middle, 'a', 'b', { municipality: 'provider', end: 100, most: 20 });
    expect(found.map(({ person, difference }) => [person, difference])).toEqual([
      ['2', -60],
      ['1', 20],
    ]);
    expect(contrasts(middle, 'a', 'a', { municipality: 'provider', end: 100, most: 20 })).toEqual([]);
    expect(contrasts(middle, 'a', 'b', { municipality: '2', end: 100, most: 20 })).toEqual([]);
  });
});

describe('lives of the example', () => {
  const { middle: moves, findings, days } = example();
  const end = days[days.length - 1];
  const [first, , third] = findings.scenarios.map(({ name }) => name);

  test('have no gap: every spell begins where the one before ended, the last ends with the exit or the run', () => {
    const persons = new Set(moves.moves.map(({ person }) => person));
    for (const person of persons) {
      const life = lifeOf(moves, first, person, end);
      if (life === null) continue;
      life.spells.slice(1).forEach(({ from }, at) => {
        expect(from).toBe(life.spells[at].to);
      });
      const last = life.spells[life.spells.length - 1];
      if (last) expect(last.to).toBe(life.exit?.day ?? end);
    }
  });

  test('have as many days without, counted for all at once, as one by one', () => {
    for (const [person, counted] of daysWithoutOfAll(moves, third, end)) {
      const life = lifeOf(moves, third, person, end);
      expect(life && daysWithout(life, { from: 0, to: end })).toBeCloseTo(counted, 6);
    }
  });

  test('are the same in all scenarios until the switch', () => {
    const past = { from: days[0], to: 0 };
    for (const { person, first: a, second: b } of contrasts(moves, first, third, {
      municipality: findings.focus[0],
      end,
      most: 20,
    })) {
      expect({ person, days: daysWithout(a, past) }).toEqual({ person, days: daysWithout(b, past) });
    }
  });
});
