/**
 * Laws that the pathway keeps once relapse, return and giving up are off. (The full model need not: feedback through relapse
 * breaks them.) The calendar cannot be switched off, so rescaling of time is a law of the kernel alone; see
 * `test/model/kernel`.
 */
import { describe, expect, test } from 'vitest';
import { T } from '../../model/observer.ts';
import type { CommonNumbers } from '../../model/parameters.ts';
import type { RunRecord, Tally } from '../../model/record.ts';
import { tallies } from '../../model/record.ts';
import { simulateFuture, simulateHistory } from '../../model/simulate.ts';
import type { Some, TownWish } from './place.ts';
import { place } from './place.ts';

const history = 1;
const years = 3;

/** No relapse, nobody who returns on their own or gives up, and no luck of posts. */
const plain: Some<CommonNumbers> = {
  relapse: { level: 0 },
  giving_up: { rate: 0 },
  staff: { permanent_turnover: 0, temporary_turnover: 0, recruitment_spread: 0 },
};

function town(adults: number, own: number): TownWish {
  return {
    numbers: {
      town: { adults, need_factor: 1 },
      posts: { own, teams: 1, recruitment_days: 0 },
      grant: { posts: 0 },
      follow_up: { give_up: 0 },
    },
  };
}

function run(towns: TownWish[], replication: number, common: Some<CommonNumbers> = {}): RunRecord {
  const arrangement = place({ history, years, common: { ...plain, ...common }, towns });
  return simulateFuture(simulateHistory(arrangement, { seed: 11, replication, dates: [] }), arrangement);
}

/** Of the whole place (its rows stand after those of the one town in focus), after the first year after the switch. */
function tally({ byYear }: RunRecord, name: Tally): number {
  const all = history + years;
  let sum = 0;
  for (let year = history + 1; year < all; year++) sum += byYear[(all + year) * tallies.length + T[name]];
  return sum;
}

const replications = Array.from({ length: 48 }, (_, i) => i);

/** Mean and standard error of paired values. */
function paired(differences: number[]): { mean: number; error: number } {
  const mean = differences.reduce((a, b) => a + b, 0) / differences.length;
  const squares = differences.reduce((sum, d) => sum + (d - mean) * (d - mean), 0);
  return { mean, error: Math.sqrt(squares / (differences.length - 1) / differences.length) };
}

describe('without relapse, return and giving up', () => {
  test('more beds never make anybody wait longer for one, future by future', () => {
    const waiting = (stay: number, replication: number) =>
      tally(
        run([town(100_000, 20)], replication, {
          beds: { stay, detox: 4 },
          course: { bed_requests: 0, emergencies: 0 },
          lar: { bed_requests: 0, emergencies: 0 },
        }),
        'days_waiting_bed',
      );
    let shorter = 0;
    for (const replication of replications.slice(0, 10)) {
      const few = waiting(2, replication);
      const more = waiting(4, replication);
      expect(more).toBeLessThanOrEqual(few);
      if (more < few) shorter++;
    }
    expect(shorter).toBeGreaterThan(0);
  });

  test('the order in which municipalities are written makes no difference but by chance (|z| < 3.5)', () => {
    const large = town(60_000, 9);
    const small = town(20_000, 3);
    const pairs = replications.slice(0, 24).map((r) => [run([large, small], r), run([small, large], r)] as const);
    for (const name of ['new_needs', 'course_starts', 'days_waiting_follow_up', 'deaths'] as const) {
      const { mean, error } = paired(pairs.map(([one, other]) => tally(one, name) - tally(other, name)));
      expect(Math.abs(mean), name).toBeLessThan(3.5 * error);
    }
  });

  test('two halves that pool their posts wait less than two that do not (z > 3)', () => {
    const waiting = (towns: TownWish[], replication: number) => {
      const record = run(towns, replication);
      return tally(record, 'days_waiting_follow_up') / tally(record, 'joined_follow_up');
    };
    const { mean, error } = paired(
      replications.map((r) => waiting([town(10_000, 1), town(10_000, 1)], r) - waiting([town(20_000, 2)], r)),
    );
    expect(mean).toBeGreaterThan(3 * error);
  });
});
