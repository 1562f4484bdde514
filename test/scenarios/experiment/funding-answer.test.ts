import { describe, expect, test } from 'vitest';
import { longestWait, tallies, waitQueues } from '../../../model/record.ts';
import { catalogue } from '../../../scenarios/experiment/catalogue.ts';
import type { Ran } from '../../../scenarios/experiment/funding-answer.ts';
import { breakEvensOf, fatesOf } from '../../../scenarios/experiment/funding-answer.ts';
import type { Gathered } from '../../../scenarios/experiment/gather.ts';
import { layoutOf, periodsOf } from '../../../scenarios/experiment/layout.ts';
import type { Resolved } from '../../../scenarios/resolve/compose.ts';
import { scenarios } from './small-experiment.ts';

const resolved = scenarios([
  'tiny',
  'tiny+framework:passed-on',
  'tiny+framework:held-back',
  'tiny+purchaser-provider:plug',
]);
const replications = 8;

/** A scenario of which only a few tallies of town 1 are known, the same in all periods but that of the first 0. */
function ran(scenario: Resolved, tally: (name: string, replication: number) => number): Ran {
  const layout = layoutOf(scenario.arrangement, 'month');
  const periods = periodsOf(layout).length;
  const n = tallies.length;
  const runs = Array.from({ length: replications }, (_, replication) => {
    const byPeriod = new Float64Array(layout.places * periods * n);
    for (let period = 0; period < periods; period++) {
      tallies.forEach((name, i) => {
        byPeriod[period * n + i] = tally(name, replication);
      });
    }
    return {
      byPeriod,
      byGroup: new Float64Array(layout.places * 2 * layout.groups.length * n),
      monthly: new Uint16Array(),
      waits: new Map(),
    };
  });
  const waits = new Float64Array(layout.places * 2 * waitQueues.length * (longestWait + 1) * 3);
  const gathered: Gathered = { name: scenario.name, layout, runs, waits };
  return { resolved: scenario, gathered };
}

/** Two years of 730 days; 100 persons; `without` days a year and person without a service, and a little chance. */
const with_ =
  (without: number, more: Record<string, number> = {}) =>
  (name: string, replication: number) => {
    if (name in more) return more[name];
    const chance = (replication % 4) - 1.5;
    if (name === 'days_without_service')
      return 200 * (without + chance + 0.1 * (replication % 2) * Math.sign(without - 200));
    if (name === 'days_present') return 200 * 365;
    if (name === 'years') return 2;
    if (name === 'days') return 731;
    if (name === 'grant_years') return replication < 5 ? 731 / 365.25 : 1.5;
    return 1_000;
  };

describe('the break-even', () => {
  const base = ran(resolved[0], with_(200));
  const high = ran(resolved[1], with_(198, { nok_granted: 2 * 0.9 * 1.8 * 855_000 }));
  const low = ran(resolved[2], with_(203));

  test('is where the line between the two councils meets the grant', () => {
    const rows = breakEvensOf(base, [base, low, high], catalogue()).filter(
      (row) => row.measure === 'days_without_service',
    );
    expect(rows.map((row) => row.period)).toEqual(['all', '2027', '2028']);
    // days_without_service: D0 = 3.05, D1 = -2.05, since chance differs by 0.05 each way
    expect(rows[0].breakeven).toBeCloseTo(0.5 + (0.5 * 3.05) / 5.1, 10);
    expect(rows[0].ciLow).toBeLessThan(rows[0].breakeven as number);
    expect(rows[0].reason).toBe('');
    // M is 0.9 of what the grant pays
    expect(rows[0].shareOfGrant).toBeCloseTo((rows[0].breakeven as number) * 0.9, 10);
    expect(rows[1].shareOfGrant).toBeNull();
  });

  test('is looked for only between a grant by application and two councils that differ in what they keep', () => {
    expect(breakEvensOf(high, [base, low], catalogue())).toEqual([]);
    expect(breakEvensOf(base, [base, high], catalogue())).toEqual([]);
    expect(breakEvensOf(base, [base, ran(resolved[3], with_(203))], catalogue())).toEqual([]);
  });

  test('says why there is none', () => {
    const reason = (atLow: number, atHigh: number) =>
      breakEvensOf(base, [ran(resolved[2], with_(atLow)), ran(resolved[1], with_(atHigh))], catalogue()).find(
        (row) => row.measure === 'days_without_service' && row.period === 'all',
      )?.reason;
    expect(reason(190, 180)).toBe('better_even_at_half');
    expect(reason(260, 250)).toBe('worse_even_if_all');
  });
});

describe('fates', () => {
  const base = ran(resolved[0], with_(200));
  const other = ran(resolved[1], (name, replication) => with_(replication < 5 ? 198 : 205)(name, replication));
  const fates = fatesOf(base, [base, other], catalogue());

  test('part the futures that keep the grant on every day from those that are ever without it', () => {
    expect(fates).toMatchObject({ municipality: '1', keeps: 5, loses: 3 });
  });

  test('give the differences apart', () => {
    const mean = (fate: string) =>
      fates?.differences.find((row) => row.measure === 'days_without_service' && row.fate === fate)?.mean;
    expect(mean('keeps')).toBeCloseTo(-2 - (0.1 * 2) / 5, 10);
    expect(mean('loses')).toBeCloseTo(5 + (0.1 * 2) / 3, 10);
  });

  test('are none where the base is no grant by application', () => {
    expect(fatesOf(other, [base, other], catalogue())).toBeNull();
  });
});
