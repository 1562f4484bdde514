/** The twin held against the simulation, quantity by quantity. */
import type { Arrangement } from '../../../model/arrangement.ts';
import type { Case, Outcome } from '../case.ts';
import { type OverloadRecord, runOverload } from './overload.ts';
import { crowded, pooled, type Rung, rungs } from './places.ts';
import { type Replication, replicate } from './simulated.ts';
import { type Flows, flowNames } from './state.ts';
import { runTwin } from './twin.ts';

const source = 'the twin: the arrangement as fluid equations, day by day';
const seed = 20270101;

/** By the simulation's names: flows over the whole run, stocks as means over dates. */
interface Numbers {
  flows: Record<string, number>;
  stocks: Record<string, number>;
}

interface Size {
  scale: number;
  years: number;
  replications: number;
}

/** Twin and simulation of one arrangement; worked out when first asked for, since it takes seconds. */
class Pair {
  private readonly make: () => { arrangement: Arrangement; twin: Numbers };
  private readonly size: Size;
  private made: { twin: Numbers; replications: Replication[] } | null = null;

  constructor(size: Size, make: () => { arrangement: Arrangement; twin: Numbers }) {
    this.size = size;
    this.make = make;
  }

  get both(): { twin: Numbers; replications: Replication[] } {
    if (this.made === null) {
      const { arrangement, twin } = this.make();
      const replications: Replication[] = [];
      for (let replication = 0; replication < this.size.replications; replication++) {
        replications.push(replicate(arrangement, seed, replication, datesOf(this.size.years)));
      }
      this.made = { twin, replications };
    }
    return this.made;
  }
}

/** Every 15 days of the last year but one day, in days since the switch. */
function datesOf(years: number): number[] {
  return Array.from({ length: 24 }, (_, i) => (years - 1) * 365 + 11 + 15 * i);
}

const mean = (values: number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;

function wholePathway(arrangement: Arrangement, years: number): Numbers {
  const record = runTwin(arrangement, datesOf(years));
  const flows = Object.fromEntries(
    flowNames.map((name) => [name, record.flows.reduce((sum: number, year: Flows) => sum + year[name], 0)]),
  );
  const stocks = Object.fromEntries(
    Object.keys(record.stocks[0]).map((name) => [name, mean(record.stocks.map((at) => at[name]))]),
  );
  stocks.waiting_bed = mean(record.awaitingBed);
  return { flows, stocks };
}

/** What is compared: a flow, a stock, or the mean official wait. */
type Quantity = (of: Numbers) => number;
const flow =
  (name: string): Quantity =>
  ({ flows }) =>
    flows[name] ?? 0;
const stock =
  (name: string): Quantity =>
  ({ stocks }) =>
    stocks[name] ?? 0;
const wait: Quantity = ({ flows }) => flows.wait_days_registered / flows.starts_registered;

interface Row {
  name: string;
  unit: string;
  quantity: Quantity;
  /** How far the simulation may lie from the fluid limit, as a share of it. */
  tolerance: number;
}

/** Outside waiting lists 1 %; waiting lists 5 %. */
const flowRow = (name: string): Row => ({ name, unit: 'persons', quantity: flow(name), tolerance: 0.01 });
const stockRow = (name: string): Row => ({ name, unit: 'persons', quantity: stock(name), tolerance: 0.01 });
const listRow = (name: string): Row => ({ name, unit: 'persons', quantity: stock(name), tolerance: 0.05 });

function rowsOf(rung: number, years: number): Row[] {
  const since = (first: number, rows: Row[]) => (rung >= first ? rows : []);
  return [
    ...[
      'new_needs',
      'referred',
      'rejected',
      'no_show',
      'starts_first_contact',
      'course_starts',
      'lar_starts',
      'course_ends',
      'deaths',
      'gone',
    ].map(flowRow),
    { name: 'official wait for a first contact', unit: 'days', quantity: wait, tolerance: 0.01 },
    ...['out_of_contact', 'deferred', 'outpatient', 'lar', 'after_discharge'].map(stockRow),
    ...['awaiting_assessment', 'awaiting_first_contact'].map(listRow),
    ...since(1, ['gave_up_first_contact', 'returns', 'relapses'].map(flowRow)),
    ...since(2, ['joined_decision', 'decided', 'started_follow_up', 'ended_follow_up', 'lost_follow_up'].map(flowRow)),
    ...since(2, ['municipal_support', 'follow_up'].map(stockRow)),
    ...since(2, ['awaiting_intake', 'awaiting_decision'].map(listRow)),
    ...since(
      3,
      [
        'emergencies',
        'admissions',
        'admissions_list',
        'bed_discharges',
        'stay_discharges',
        'stay_dropouts',
        'stay_unplanned',
      ].map(flowRow),
    ),
    ...since(3, ['detox', 'short_stay', 'long_stay'].map(stockRow)),
    ...since(3, [listRow('waiting_bed')]),
    // three years after the first spells at risk began
    ...(rung >= 1 && years > 3 ? [flowRow('stable')] : []),
  ];
}

function judgeable(group: string, row: Row, pair: Pair, slow: boolean): Case {
  return caseOf(group, row, slow, () => {
    const { twin, replications } = pair.both;
    return { expected: row.quantity(twin), values: replications.map(row.quantity) };
  });
}

/** The difference that a lever makes, replication by replication with the same luck. */
function lever(group: string, row: Row, base: Pair, other: Pair, slow: boolean): Case {
  return caseOf(group, { ...row, name: `${row.name}, difference` }, slow, () => {
    const [a, b] = [base.both, other.both];
    return {
      expected: row.quantity(b.twin) - row.quantity(a.twin),
      values: b.replications.map((replication, i) => row.quantity(replication) - row.quantity(a.replications[i])),
    };
  });
}

function caseOf(group: string, row: Row, slow: boolean, work: () => { expected: number; values: number[] }): Case {
  return {
    group,
    name: row.name,
    source,
    unit: row.unit,
    slow,
    get published() {
      return work().expected;
    },
    get within() {
      return row.tolerance * Math.abs(work().expected);
    },
    run(): Outcome {
      const { values } = work();
      const value = mean(values);
      const degrees = values.length - 1;
      const variance = values.reduce((sum, x) => sum + (x - value) * (x - value), 0) / degrees;
      return { value, standardError: Math.sqrt(variance / values.length), degrees };
    },
  };
}

function rungCases(rung: Rung, index: number, size: Size, slow: boolean): Case[] {
  const pair = rungPair(rung, size);
  return rowsOf(index, size.years).map((row) => judgeable(pathway, sized(row, rung.name, size), pair, slow));
}

function rungPair(rung: Rung, size: Size): Pair {
  return new Pair(size, () => {
    const arrangement = rung.arrangement(size.scale, size.years);
    return { arrangement, twin: wholePathway(arrangement, size.years) };
  });
}

const pathway = 'The twin: the pathway, rung by rung';
const overloaded = 'The twin: an overloaded waiting list';

/** A row that says where: of what, how much larger than the bundled municipality, and for how long. */
const sized = (row: Row, of: string, { scale, years }: Size): Row => ({
  ...row,
  name: `${row.name} (${of}, × ${scale}, ${years === 1 ? 'a year' : `${years} years`})`,
});

function crowdedPair(size: Size, posts: number): Pair {
  return new Pair(size, () => {
    const arrangement = crowded(size.scale, size.years, posts);
    const twin: OverloadRecord = runOverload(arrangement, datesOf(size.years));
    return { arrangement, twin };
  });
}

function crowdedCases(size: Size, slow: boolean): Case[] {
  const few = crowdedPair(size, 0.5);
  const fewer = crowdedPair(size, 0.4);
  const rows = [
    ...[
      'new_needs',
      'joined_decision',
      'decided',
      'rationed',
      'joined_follow_up',
      'gave_up_follow_up',
      'started_follow_up',
      'ended_follow_up',
      'lost_follow_up',
      'relapses',
      'deaths',
      'gone',
    ].map(flowRow),
    ...['municipal_support', 'out_of_contact', 'after_discharge'].map(stockRow),
    ...['awaiting_intake', 'awaiting_decision', 'awaiting_follow_up'].map(listRow),
  ];
  const moved = ['started_follow_up', 'gave_up_follow_up', 'gone'].map(
    (name): Row => ({ ...flowRow(name), tolerance: 0.05 }),
  );
  const levers: Row[] = [
    ...moved,
    { ...stockRow('municipal_support'), tolerance: 0.05 },
    listRow('awaiting_follow_up'),
  ];
  return [
    ...rows.map((row) => judgeable(overloaded, sized(row, 'load about 2', size), few, slow)),
    ...levers.map((row) => lever(overloaded, sized(row, 'a fifth fewer posts', size), few, fewer, slow)),
  ];
}

/** Stays a quarter shorter, in the whole pathway. */
function shorterStays(size: Size): Case[] {
  const whole = rungs[3];
  const base = rungPair(whole, size);
  const shorter = new Pair(size, () => {
    const { stay } = whole.arrangement(size.scale, size.years).common[0].values;
    const arrangement = pooled(size.scale, size.years, {
      stay: { short_days: stay.short_days * 0.75, long_days: stay.long_days * 0.75 },
    });
    return { arrangement, twin: wholePathway(arrangement, size.years) };
  });
  const rows = [
    { ...stockRow('short_stay'), tolerance: 0.05 },
    { ...stockRow('long_stay'), tolerance: 0.05 },
    { ...flowRow('stay_dropouts'), tolerance: 0.05 },
    { ...flowRow('stay_discharges'), tolerance: 0.05 },
  ];
  return rows.map((row) => lever(pathway, sized(row, 'stays a quarter shorter', size), base, shorter, true));
}

/**
 * Sizes for the tests and for `npm run verify`. Many replications rather than large ones where nobody waits, since size
 * does not matter there and Student's t asks much of a few.
 */
const quick: Size = { scale: 5, years: 2, replications: 40 };
const full: Size = { scale: 25, years: 2, replications: 32 };

export function twinCases(): Case[] {
  return [
    ...rungCases(rungs[0], 0, quick, false),
    ...rungCases(rungs[3], 3, { ...quick, years: 1, replications: 80 }, false),
    ...crowdedCases({ scale: 10, years: 4, replications: 16 }, false),
    ...rungCases(rungs[1], 1, full, true),
    ...rungCases(rungs[2], 2, full, true),
    ...rungCases(rungs[3], 3, { ...full, scale: 100, replications: 8 }, true),
    ...rungCases(rungs[3], 3, { ...full, scale: 5, years: 5, replications: 40 }, true),
    ...crowdedCases({ scale: 40, years: 5, replications: 8 }, true),
    ...shorterStays({ ...full, replications: 16 }),
  ];
}
