/** An arrangement and a replication in, a record out. The past is simulated once and copied to every scenario. */
import type { Arrangement } from './arrangement.ts';
import { takeCensus } from './census.ts';
import { dateOf, firstOfNextMonth, newYear, yearOf } from './kernel/calendar.ts';
import { T } from './observer.ts';
import { flow } from './pathway/flow.ts';
import { countPerson } from './pathway/settle.ts';
import type { EventRow, RunRecord } from './record.ts';
import { World } from './world.ts';

export interface RunOptions {
  /** A whole number; with `replication` it fixes every draw. */
  seed: number;
  replication: number;
  /** Days since the switch, ascending whole numbers: the instants at which lengths are kept. */
  dates: readonly number[];
  /** Keep the rows of events.csv. */
  events?: boolean;
  /** The list that the clock keeps: `'stock'` is simjs's own, slower, with the same trace. */
  list?: 'pages' | 'stock';
}

/** A place at the switch, ready to be continued under any scenario that shares its past. */
export interface History {
  readonly world: World;
  readonly rows: EventRow[];
}

/** Census and history under the arrangement of today, up to the switch. */
export function simulateHistory(base: Arrangement, options: RunOptions): History {
  return atOnce(historyByYear(base, options));
}

/** As `simulateHistory`, pausing at each new year: the caller may do something else then, or give up. */
export function* historyByYear(base: Arrangement, options: RunOptions): Generator<void, History> {
  const rows: EventRow[] = [];
  const world = begin(base, options, options.events ? (row) => rows.push(row) : null);
  yield* advanceByYear(world, world.switchDay);
  world.observer.sink = null;
  return { world, rows };
}

/**
 * Continues a copy of the history to the horizon under a scenario.
 * @param sink gets the rows of events.csv after the switch.
 */
export function simulateFuture(history: History, scenario: Arrangement, sink?: (row: EventRow) => void): RunRecord {
  return atOnce(futureByYear(history, scenario, sink));
}

/** As `simulateFuture`, pausing at each new year: the caller may do something else then, or give up. */
export function* futureByYear(
  history: History,
  scenario: Arrangement,
  sink?: (row: EventRow) => void,
): Generator<void, RunRecord> {
  const world = history.world.copy(scenario);
  world.observer.sink = sink ?? null;
  takeUp(world);
  yield* advanceByYear(world, world.endDay);
  world.observer.countWaiting();
  const record = recordOf(world);
  world.end();
  return record;
}

function atOnce<Outcome>(work: Generator<void, Outcome>): Outcome {
  let step = work.next();
  while (!step.done) step = work.next();
  return step.value;
}

/** A world on its first day. */
export function begin(base: Arrangement, options: RunOptions, sink: ((row: EventRow) => void) | null): World {
  const world = new World(base, flow, options);
  world.observer.sink = sink;
  takeCensus(world);
  const first = options.dates.indexOf(world.startDay - world.switchDay);
  if (first >= 0) sample(world, first);
  return world;
}

/** Runs to a day. At each stop everything due at that instant has happened before the stop is dealt with. */
export function advance(world: World, until: number): void {
  const { clock } = world;
  const extra = extraStops(world, clock.now, until);
  let at = 0;
  while (clock.now < until) {
    let stop = Math.min(firstOfNextMonth(Math.floor(clock.now)), until);
    while (at < extra.length && extra[at] <= clock.now) at++;
    if (at < extra.length) stop = Math.min(stop, extra[at]);
    clock.run(stop);
    dealWith(world, stop);
  }
}

/** Every year ends with a stop, so the pauses change nothing. */
function* advanceByYear(world: World, until: number): Generator<void> {
  while (world.clock.now < until) {
    advance(world, Math.min(newYear(yearOf(Math.floor(world.clock.now)) + 1), until));
    yield;
  }
}

/** Dates at which lengths are kept, and days on which segments begin, after one day and up to another. */
function extraStops(world: World, after: number, until: number): number[] {
  const days = new Set<number>();
  const add = (day: number | null) => {
    if (day !== null && world.switchDay + day > after && world.switchDay + day <= until)
      days.add(world.switchDay + day);
  };
  for (const date of world.dates) add(date);
  for (const segment of world.arrangement.common) add(segment.from);
  for (const town of world.arrangement.towns) {
    for (const segment of town.numbers) add(segment.from);
    for (const segment of town.mechanisms) add(segment.from);
  }
  return [...days].sort((a, b) => a - b);
}

function dealWith(world: World, day: number): void {
  const since = day - world.switchDay;
  const date = world.dates.indexOf(since);
  if (date >= 0) sample(world, date);
  const { month, day: dayOfMonth } = dateOf(day);
  if (dayOfMonth === 1) {
    if (month === 1) closeYear(world);
    else if (month === 5) world.observer.third = 1;
    else if (month === 9) world.observer.third = 2;
  }
  // at the switch itself the history ends; what begins there is taken up by `takeUp`, scenario by scenario
  if (day === world.switchDay) return;
  world.changeNumbers(since);
  if (dayOfMonth === 1) for (const town of world.towns) town.newMonth();
}

/** Day 0: what the scenario changes from the switch on. */
export function takeUp(world: World): void {
  world.changeNumbers(0);
  for (const town of world.towns) town.newMonth();
}

function sample(world: World, date: number): void {
  world.observer.sample(date);
  world.observer.sampleCapacity(date);
}

/** New year: areas into the tallies of the year that ends, and persons are counted anew. */
function closeYear(world: World): void {
  const { observer, clock } = world;
  for (const town of world.towns) town.account();
  for (const ward of world.wards) observer.tallyTown(T.bed_days_available, -1, ward.takeBedDays());
  if (clock.now === world.switchDay) observer.countWaiting();
  observer.flush(clock.now);
  if (clock.now >= world.endDay) return;
  observer.year++;
  observer.third = 0;
  if (clock.now >= world.switchDay) observer.side = 1;
  for (const person of world.people) countPerson(person);
}

function recordOf(world: World): RunRecord {
  const { observer } = world;
  return {
    byYear: observer.byYear,
    byGroup: observer.byGroup,
    lengths: observer.lengths,
    posts: observer.posts,
    beds: observer.beds,
    waits: observer.waits,
    flows: observer.flowRecord(),
    townDraws: world.townDraws,
    events: observer.events,
  };
}
