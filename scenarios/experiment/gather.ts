/** What is kept of every replication, and what is only summed. */
import { longestWait, seriesNames, tallies, waitQueues } from '../../model/record.ts';
import type { Catalogue, Cell, Measure, Sums } from './catalogue.ts';
import { readRatio } from './catalogue.ts';
import type { Layout } from './layout.ts';
import { byPeriod, monthlyLengths, periodsOf } from './layout.ts';
import type { BandRow } from './output.ts';
import type { FutureDraw, ReplicationAnswer, RunAnswer } from './protocol.ts';
import type { WaitCounts } from './statistics/aalenJohansen.ts';
import { band } from './statistics/bands.ts';
import type { Ratio } from './statistics/ratio.ts';
import { waitsOf } from './waits.ts';

/** What statistics need of one run. */
export interface KeptRun extends Sums {
  /** places × months × series. */
  monthly: Uint16Array | Int32Array;
  /** Of the queues that have a median: queue → place × side. */
  waits: Map<number, WaitCounts[]>;
}

/** All replications of one scenario. */
export interface Gathered {
  name: string;
  layout: Layout;
  runs: KeptRun[];
  /** places × 2 × queues × days × 3, summed. */
  waits: Float64Array;
}

export class Gatherer {
  readonly scenarios: Gathered[];
  readonly draws: FutureDraw[][] = [];
  events = 0;
  readonly medianQueues: number[];
  private readonly texts = new Map<string, string>();

  constructor(names: readonly string[], layouts: readonly Layout[], catalogue: Catalogue) {
    this.scenarios = names.map((name, index) => ({
      name,
      layout: layouts[index],
      runs: [],
      waits: noWaits(layouts[index]),
    }));
    this.medianQueues = medianQueuesOf(catalogue);
  }

  take(answer: ReplicationAnswer): void {
    answer.runs.forEach((run, index) => {
      const { layout, runs, waits } = this.scenarios[index];
      for (let i = 0; i < waits.length; i++) waits[i] += run.waits[i];
      runs.push(kept(run, layout, this.medianQueues));
    });
    this.draws.push(
      answer.draws.map(({ municipality, path, value }) => ({
        municipality: this.one(municipality),
        path: this.one(path),
        value,
      })),
    );
    this.events += answer.events;
  }

  /** The same text as one string: each message from a thread brings its own copies. */
  private one(text: string): string {
    const known = this.texts.get(text) ?? text;
    this.texts.set(known, known);
    return known;
  }
}

/** Queues whose waits are kept run by run: those that have a median. */
export function medianQueuesOf({ measures }: Catalogue): number[] {
  return [...new Set(measures.map((measure) => measure.queue).filter((queue) => queue !== null))];
}

/** Sums of waits before the first run. */
export function noWaits({ places }: Layout): Float64Array {
  return new Float64Array(places * 2 * waitQueues.length * (longestWait + 1) * 3);
}

/** What is kept of a run. */
export function kept(run: RunAnswer, layout: Layout, medianQueues: readonly number[]): KeptRun {
  const waits = new Map<number, WaitCounts[]>();
  for (const queue of medianQueues) {
    const counts: WaitCounts[] = [];
    for (let place = 0; place < layout.places; place++) {
      for (let side = 0; side < 2; side++) counts.push(waitsOf(run.waits, place, side, queue));
    }
    waits.set(queue, counts);
  }
  return {
    byPeriod: byPeriod(run.byYear, layout),
    byGroup: run.byGroup,
    monthly: monthlyLengths(run.lengths, layout),
    waits,
  };
}

/** A draw in memory: an object of three, its number apart. */
const drawBytes = 64;

/**
 * The most that is kept in memory for so many replications, in bytes: tallies by period and group, the series of
 * bands.csv (at 32 bits), the waits of queues that have a median, and what each future drew.
 */
export function keptBytes(
  layouts: readonly Layout[],
  medianQueues: number,
  draws: number,
  replications: number,
): number {
  let bytes = draws * drawBytes;
  for (const layout of layouts) {
    const { places, groups, monthly } = layout;
    bytes += places * (periodsOf(layout).length + 2 * groups.length) * tallies.length * 8;
    bytes += places * monthly.length * seriesNames.length * 4;
    bytes += places * 2 * medianQueues * (longestWait + 1) * 3 * 4;
  }
  return bytes * replications;
}

/** Numerators and denominators of a cell over all replications, and how many persons are behind them (NaN: not counted). */
export function ratioOver({ runs, layout }: Gathered, measure: Measure, cell: Cell): Ratio & { persons: number } {
  const n = runs.length;
  const numerators = new Float64Array(n);
  const denominators = new Float64Array(n);
  let persons = 0;
  for (let i = 0; i < n; i++) {
    const [numerator, denominator, count] = readRatio(measure, cell, layout, runs[i]);
    numerators[i] = numerator;
    denominators[i] = denominator;
    persons += count;
  }
  return { numerators, denominators, persons };
}

/** The waits behind a median, replication by replication. */
export function waitsOver({ runs }: Gathered, measure: Measure, cell: Cell): WaitCounts[] {
  const at = cell.place * 2 + (cell.period === 'before' ? 0 : 1);
  return runs.map((run) => (run.waits.get(measure.queue as number) as WaitCounts[])[at]);
}

/** A length at a month, over all replications. */
export function lengthsAt({ runs, layout }: Gathered, place: number, month: number, series: number): Float64Array {
  const at = (place * layout.monthly.length + month) * seriesNames.length + series;
  const lengths = new Float64Array(runs.length);
  for (let i = 0; i < lengths.length; i++) lengths[i] = runs[i].monthly[at];
  return lengths;
}

/** The rows of bands.csv: levels of every scenario, then differences to the base where they can be paired. */
export function* bandsOf(scenarios: readonly Gathered[], base: Gathered | null): Generator<BandRow> {
  for (const scenario of scenarios) yield* bandRows(scenario, null);
  if (!base) return;
  for (const scenario of scenarios) if (scenario !== base) yield* bandRows(scenario, base);
}

/** A scenario's levels, or with a base its differences, date by date. */
export function* bandRows(scenario: Gathered, base: Gathered | null): Generator<BandRow> {
  const { layout, name } = scenario;
  for (let month = 0; month < layout.monthly.length; month++) {
    for (let place = 0; place < layout.places; place++) {
      for (let series = 0; series < seriesNames.length; series++) {
        const values = lengthsAt(scenario, place, month, series);
        if (base) {
          const from = lengthsAt(base, place, month, series);
          for (let i = 0; i < values.length; i++) values[i] -= from[i];
        }
        const at = band(values);
        if (!at) continue;
        yield {
          scenario: name,
          base: base?.name ?? '',
          day: layout.dates[layout.monthly[month]],
          municipality: layout.towns[place] ?? 'provider',
          ...seriesNames[series],
          mean: at.mean,
          quantiles: [at.p05, at.p25, at.p50, at.p75, at.p95],
        };
      }
    }
  }
}

/**
 * The middle future: the replication (from 1) whose follow-up queue in towns in focus is nearest, in sum over months, to
 * the median over replications. The first of equals.
 */
export function middleReplication({ runs, layout }: Gathered, focus: readonly string[]): number {
  const series = seriesNames.findIndex(({ kind, queue }) => kind === 'waiting' && queue === 'follow_up');
  const places = layout.towns.flatMap((town, place) => (focus.includes(town) ? [place] : []));
  const far = new Float64Array(runs.length);
  for (let month = 0; month < layout.monthly.length; month++) {
    const lengths = new Float64Array(runs.length);
    for (const place of places) {
      for (let i = 0; i < runs.length; i++) {
        lengths[i] += runs[i].monthly[(place * layout.monthly.length + month) * seriesNames.length + series];
      }
    }
    const median = band(lengths)?.p50 ?? 0;
    for (let i = 0; i < runs.length; i++) far[i] += Math.abs(lengths[i] - median);
  }
  let nearest = 0;
  for (let i = 1; i < far.length; i++) if (far[i] < far[nearest]) nearest = i;
  return nearest + 1;
}
