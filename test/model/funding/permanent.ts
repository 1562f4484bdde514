/** What one year under another scheme leaves behind, in a quiet town with 3.23 posts of its own and a grant of 1.8. */
import type { Mechanisms } from '../../../model/arrangement.ts';
import { T } from '../../../model/observer.ts';
import type { TownNumbers } from '../../../model/parameters.ts';
import type { RunRecord, Tally } from '../../../model/record.ts';
import { fundingLines, tallies } from '../../../model/record.ts';
import { simulateFuture, simulateHistory } from '../../../model/simulate.ts';
import type { Some } from '../place.ts';
import { quiet } from '../place.ts';

export interface Switched {
  record: RunRecord;
  /** Posts of a line one day, or a year, after the switch. */
  funded(line: (typeof fundingLines)[number], after: 1 | 365): number;
  staffed(line: (typeof fundingLines)[number], after: 1 | 365): number;
  /** Of the first year after the switch. */
  tally(name: Tally): number;
}

export function switched(
  funding: Mechanisms['funding'],
  council: Partial<TownNumbers['council']>,
  grant: Partial<TownNumbers['grant']> = {},
): Switched {
  const numbers: Some<TownNumbers> = {
    posts: { own: 3.23, recruitment_days: 90 },
    grant: { posts: 1.8, held_share: 0.8, renewed_share: 0.96, ...grant },
  };
  const wish = { history: 1, years: 10 };
  const base = quiet({ ...wish, towns: [{ numbers }] });
  const scenario = quiet({ ...wish, towns: [{ numbers: { ...numbers, council: { ...council } } }] });
  const before = base.towns[0].mechanisms[0].values;
  scenario.towns[0].mechanisms = [
    { from: null, values: before },
    { from: 0, values: { ...before, funding } },
  ];
  const history = simulateHistory(base, { seed: 1, replication: 0, dates: [1, 365] });
  const record = simulateFuture(history, scenario);
  const cell = (line: string, after: number, what: number) =>
    record.posts[
      ((after === 1 ? 0 : 1) * fundingLines.length + (fundingLines as readonly string[]).indexOf(line)) * 3 + what
    ];
  return {
    record,
    funded: (line, after) => cell(line, after, 0),
    staffed: (line, after) => cell(line, after, 1),
    tally: (name) => record.byYear[tallies.length + T[name]],
  };
}
