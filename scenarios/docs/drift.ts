/** Whether anything drifts while nothing is changed: the tenth year after the switch beside the first. */
import type { Tally } from '../../model/record.ts';
import { tallies } from '../../model/record.ts';
import type { Estimate } from '../experiment/statistics/jackknife.ts';
import { estimate, ratioOf } from '../experiment/statistics/ratio.ts';
import type { BaseRun } from './base-run.ts';
import { sumsOver } from './base-run.ts';

export interface Drift {
  name: string;
  /** Mean persons in the first and the last year, per 100,000 adults. */
  first: number;
  last: number;
  /** Last − first, paired by replication. */
  change: Estimate;
  /** The change as a part of the first year. */
  part: number;
  /** How large the part may be; `orErrors`: or this many standard errors, where chance is larger than that. */
  limit: number;
  orErrors: number | null;
  holds: boolean;
}

const watched: [name: string, tally: Tally, limit: number, orErrors: number | null][] = [
  ['In TSB', 'days_in_tsb', 0.05, null],
  ['At risk of relapse', 'days_at_risk', 0.05, null],
  ['Out of contact', 'days_out_of_contact', 0.05, null],
  ['In follow-up', 'days_in_follow_up', 0.05, null],
  ['Waiting for follow-up', 'days_waiting_follow_up', 0.15, 3],
];

/** The drift from year `first` to year `last` after the switch, both counted from 0. */
export function driftOf(run: BaseRun, first = 0, last = run.years - 1): Drift[] {
  const scale = 100_000 / run.adults;
  const mean = (tally: Tally, year: number): Float64Array => {
    const at = run.history + year;
    const sums = sumsOver(run, [[tallies.indexOf(tally), scale]], at, at + 1);
    const days = sumsOver(run, [[tallies.indexOf('days'), 1]], at, at + 1);
    return sums.map((sum, i) => sum / (days[i] as number));
  };
  return watched.map(([name, tally, limit, orErrors]) => {
    const a = mean(tally, first);
    const b = mean(tally, last);
    const ones = new Float64Array(a.length).fill(1);
    const change = estimate(
      b.map((value, i) => value - (a[i] as number)),
      ones,
    );
    const before = ratioOf({ numerators: a, denominators: ones }) ?? Number.NaN;
    const after = ratioOf({ numerators: b, denominators: ones }) ?? Number.NaN;
    const part = after / before - 1;
    const error = change.sd === null ? 0 : change.sd / Math.sqrt(change.n);
    const holds = Math.abs(part) <= limit || (orErrors !== null && Math.abs(after - before) <= orErrors * error);
    return { name, first: before, last: after, change, part, limit, orErrors, holds };
  });
}

/** A change of an arrangement: every municipality has this part of its posts, the grant's included. */
export function withPosts(part: number) {
  return <A extends { towns: { numbers: { values: { posts: { own: number }; grant: { posts: number } } }[] }[] }>(
    arrangement: A,
  ): A => {
    for (const town of arrangement.towns) {
      for (const { values } of town.numbers) {
        values.posts.own *= part;
        values.grant.posts *= part;
      }
    }
    return arrangement;
  };
}
