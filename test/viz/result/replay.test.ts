import { beforeAll, describe, expect, test } from 'vitest';
import { positions, seriesNames } from '../../../model/record.ts';
import { Collector } from '../../../viz/result/collect.ts';
import { claims, hasClaim, isPresent, Replay, replayOf } from '../../../viz/result/replay.ts';
import type { Middle, Move, Result } from '../../../viz/result/result.ts';
import { run } from '../../scenarios/experiment/small-experiment.ts';
import { example } from '../example.ts';

/** One move; a person 1 in municipality 1 unless said otherwise. */
const move = (time: number, from: string, to: string, more: Partial<Move> = {}): Move => ({
  scenario: '',
  person: '1',
  municipality: '1',
  group: 'g',
  time,
  from,
  to,
  cause: 'census',
  ...more,
});

const middle: Middle = {
  replication: 1,
  moves: [
    move(-10, '', 'awaiting_intake'),
    move(-10, '', 'waiting bed'),
    move(-4, 'awaiting_intake', 'awaiting_decision'),
    move(3, 'awaiting_decision', 'follow_up', { scenario: 'a' }),
    move(3, 'waiting bed', '', { scenario: 'a' }),
    move(5, 'follow_up', 'dead', { scenario: 'a' }),
    move(9, 'awaiting_decision', 'out_of_contact', { scenario: 'b' }),
  ],
};
const at = (replay: Replay, day: number) => {
  const moment = replay.at(day);
  return moment.position[0] < 0 ? null : positions[moment.position[0]];
};

describe('a person on a day, by hand', () => {
  const [a, b] = [new Replay(middle, 'a'), new Replay(middle, 'b')];

  test('is nowhere before it comes, then where its last move led, the moment of the move included', () => {
    expect([-11, -10, -4.01, -4, 2.9, 3, 5].map((day) => at(a, day))).toEqual([
      null,
      'awaiting_intake',
      'awaiting_intake',
      'awaiting_decision',
      'awaiting_decision',
      'follow_up',
      'dead',
    ]);
  });

  test('shares its past between scenarios and not its future', () => {
    expect([-5, 4, 9].map((day) => at(b, day))).toEqual(['awaiting_intake', 'awaiting_decision', 'out_of_contact']);
  });

  test('has a claim from its beginning to its end, and is no longer present once dead', () => {
    expect([-10, 2, 3].map((day) => hasClaim(a.at(day), 0, 'waiting bed'))).toEqual([true, true, false]);
    expect(isPresent(a.at(4).position[0])).toBe(true);
    expect(isPresent(a.at(5).position[0])).toBe(false);
    expect(a.at(4).since[0]).toBe(3);
  });

  test('moves between two days are those after the first, up to the second', () => {
    expect(a.between(-4, 3).map(({ time, from, to }) => [time, from, to])).toEqual([
      [3, 'awaiting_decision', 'follow_up'],
    ]);
  });
});

describe('the middle future of a small experiment', () => {
  let result: Result;
  beforeAll(async () => {
    const collector = new Collector();
    await run(['tiny', 'tiny+framework:held-back'], {}, collector);
    result = collector.result();
  }, 60_000);

  test('replayed, has the queues and claims that the model itself counted on the first of each month', () => {
    const [town] = result.findings.focus;
    let looked = 0;
    for (const { name } of result.findings.scenarios) {
      const replay = replayOf(result.middle, name);
      for (const single of result.singles) {
        const claim = `waiting ${single.queue}`;
        if (single.scenario !== name || single.municipality !== town) continue;
        if (
          single.replication !== result.middle.replication ||
          !['bed', 'follow_up', 'decision'].includes(single.queue)
        )
          continue;
        result.days.forEach((day, month) => {
          const moment = replay.at(day);
          const waiting = replay.persons.filter((_, person) => hasClaim(moment, person, claim)).length;
          expect({ day, claim, waiting }).toEqual({ day, claim, waiting: single.lengths[month] });
          looked++;
        });
      }
    }
    expect(looked).toBe(2 * 3 * result.days.length);
  });
});

describe('an experiment of a single future', () => {
  test('replayed, has as many in every position as the means of that one future', async () => {
    const collector = new Collector();
    await run(['tiny', 'tiny+purchaser-provider:plug'], { replications: 1 }, collector);
    const { middle: only, bands, days, findings } = collector.result();
    expect(only.replication).toBe(1);
    for (const { scenario, base, municipality, kind, queue, mean } of bands) {
      if (base !== '' || kind !== 'position' || !findings.focus.includes(municipality)) continue;
      const replay = replayOf(only, scenario);
      const index = (positions as readonly string[]).indexOf(queue);
      const counted = days.map((day) => replay.at(day).position.filter((position) => position === index).length);
      expect({ scenario, queue, counted }).toEqual({ scenario, queue, counted: mean });
    }
  }, 60_000);
});

describe('the middle future of the example', () => {
  const { middle: moves, findings } = example();

  test('moves between two days turn the first day into the second, and lose nobody', () => {
    for (const { name } of findings.scenarios) {
      const replay = replayOf(moves, name);
      for (const [from, to] of [
        [-1826, 0],
        [0, 1],
        [100, 2000],
      ]) {
        const before = replay.at(from).position;
        for (const { person, from: left, to: come } of replay.between(from, to)) {
          expect(before[person] < 0 ? '' : positions[before[person]]).toBe(left);
          before[person] = positions.indexOf(come);
        }
        expect(before).toEqual(replay.at(to).position);
      }
    }
  });

  test('every claim of a move is one that is known', () => {
    const names = new Set(moves.moves.flatMap(({ from, to }) => [from, to]));
    for (const name of names) {
      expect(name === '' || (positions as readonly string[]).includes(name) || claims.includes(name)).toBe(true);
    }
    expect(claims.length).toBe(seriesNames.length - 16);
  });
});
