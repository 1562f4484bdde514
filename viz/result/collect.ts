/** Gathers a `Result` while an experiment runs: where a page or the bundled example keeps what a directory would hold. */
import { fundingLines, seriesNames } from '../../model/record.ts';
import type { Findings } from '../../scenarios/experiment/findings.ts';
import type { Gathered } from '../../scenarios/experiment/gather.ts';
import { lengthsAt } from '../../scenarios/experiment/gather.ts';
import type { Layout } from '../../scenarios/experiment/layout.ts';
import type { ResultWriter, Setup, Tail } from '../../scenarios/experiment/output.ts';
import type { ReplicationAnswer, RunAnswer } from '../../scenarios/experiment/protocol.ts';
import { band } from '../../scenarios/experiment/statistics/bands.ts';
import { waitRows } from '../../scenarios/experiment/waits.ts';
import type { Band, CapacityLine, Flow, Kind, Move, Result, Single } from './result.ts';

/** Futures that are kept one by one. */
const kept = 20;
const resources = ['detox_beds', 'stay_beds'] as const;

/** What is summed of one scenario, run by run in order of replications. */
export class Sums {
  readonly layout: Layout;
  runs = 0;
  /** `place|year|from|to|cause` → persons. */
  readonly flows = new Map<string, number>();
  readonly posts: Float64Array;
  readonly beds: Float64Array;
  readonly singles: Omit<Single, 'scenario'>[] = [];

  constructor(layout: Layout) {
    this.layout = layout;
    this.posts = new Float64Array(layout.places * layout.dates.length * fundingLines.length * 3);
    this.beds = new Float64Array(layout.dates.length * 6);
  }

  add(replication: number, run: Pick<RunAnswer, 'flowKeys' | 'flowPersons' | 'posts' | 'beds' | 'lengths'>): void {
    this.runs++;
    run.flowKeys.forEach((key, i) => {
      this.flows.set(key, (this.flows.get(key) ?? 0) + run.flowPersons[i]);
    });
    addTo(this.posts, run.posts);
    addTo(this.beds, run.beds);
    if (this.runs <= kept) this.singles.push(...singlesOf(this.layout, replication, run));
  }

  /** As they are now; what is added later does not change them. */
  copy(): Sums {
    const copy = new Sums(this.layout);
    copy.runs = this.runs;
    for (const [key, persons] of this.flows) copy.flows.set(key, persons);
    addTo(copy.posts, this.posts);
    addTo(copy.beds, this.beds);
    copy.singles.push(...this.singles);
    return copy;
  }
}

/** One scenario's sums, and its waits summed over replications. */
export interface Collected {
  sums: Sums;
  waits: Float64Array;
}

/** A result put together; the scenarios in the order of the findings. */
export function resultOf(
  findings: Findings,
  collected: readonly Collected[],
  bands: Band[],
  middle: Result['middle'],
): Result {
  const [{ layout }] = collected.map(({ sums }) => sums);
  const each = <Row>(make: (one: Collected, scenario: string) => Row[]): Row[] =>
    collected.flatMap((one, index) => make(one, findings.scenarios[index].name));
  return {
    findings: { ...findings, directory: null },
    days: layout.monthly.map((date) => layout.dates[date]),
    bands,
    singles: each(({ sums }, scenario) => sums.singles.map((single) => ({ scenario, ...single }))),
    flows: each(({ sums }, scenario) => flowsOf(scenario, sums)),
    capacity: each(({ sums }, scenario) => capacityOf(scenario, sums)),
    waits: each(({ sums, waits }, scenario) => [...waitRows(sums.layout, waits)].map((row) => ({ scenario, ...row }))),
    middle,
  };
}

export class Collector implements ResultWriter {
  readonly directory = '';
  private scenarios: Sums[] = [];
  private made: Result | null = null;

  begin({ layouts }: Setup): void {
    this.scenarios = layouts.map((layout) => new Sums(layout));
  }

  replication({ replication, runs }: ReplicationAnswer): void {
    runs.forEach((run, index) => {
      this.scenarios[index].add(replication, run);
    });
  }

  finish(findings: Findings, tail: Tail): void {
    const collected = this.scenarios.map((sums, index) => ({ sums, waits: tail.waits[index] }));
    const middle = { replication: findings.middle, moves: movesOf(tail.middle) };
    this.made = resultOf(findings, collected, bandsOf(tail.bands), middle);
  }

  discard(): void {
    this.scenarios = [];
    this.made = null;
  }

  /**
   * What the experiment found.
   * @throws Error before it has ended
   */
  result(): Result {
    if (this.made === null) throw new Error('the experiment has not ended');
    return this.made;
  }
}

function addTo(sums: Float64Array, values: Float64Array): void {
  for (let i = 0; i < sums.length; i++) sums[i] += values[i];
}

function singlesOf(layout: Layout, replication: number, run: Pick<RunAnswer, 'lengths'>): Omit<Single, 'scenario'>[] {
  const made: Omit<Single, 'scenario'>[] = [];
  for (let place = 0; place < layout.places; place++) {
    seriesNames.forEach(({ kind, queue }, series) => {
      if (kind !== 'waiting') return;
      const lengths = layout.monthly.map(
        (date) => run.lengths[(place * layout.dates.length + date) * seriesNames.length + series],
      );
      made.push({ replication, municipality: placeName(layout, place), queue, lengths });
    });
  }
  return made;
}

const placeName = (layout: Layout, place: number) => layout.towns[place] ?? 'provider';

function flowsOf(scenario: string, { layout, flows, runs }: Sums): Flow[] {
  return [...flows].map(([key, persons]) => {
    const [place, year, from, to, cause] = key.split('|');
    return {
      scenario,
      year: layout.firstYear + Number(year),
      municipality: placeName(layout, Number(place)),
      from,
      to,
      cause,
      persons: persons / runs,
    };
  });
}

function capacityOf(scenario: string, { layout, posts, beds, runs }: Sums): CapacityLine[] {
  const made: CapacityLine[] = [];
  const add = (municipality: string, resource: CapacityLine['resource'], funding: string, cellOf: CellOf) => {
    const [values, at] = cellOf;
    const series = (offset: number) => layout.monthly.map((date) => values[at(date) + offset] / runs);
    const line = { scenario, municipality, resource, funding };
    const [funded, staffed, inUse] = [series(0), series(1), series(2)];
    if ([...funded, ...staffed, ...inUse].some((value) => value !== 0)) made.push({ ...line, funded, staffed, inUse });
  };
  for (let place = 0; place < layout.places; place++) {
    fundingLines.forEach((funding, line) => {
      const at = (date: number) => ((place * layout.dates.length + date) * fundingLines.length + line) * 3;
      add(layout.towns[place] ?? 'all', 'counsellor_posts', funding, [posts, at]);
    });
  }
  resources.forEach((resource, ward) => {
    add('provider', resource, '', [beds, (date) => (date * 2 + ward) * 3]);
  });
  return made;
}

type CellOf = [values: Float64Array, at: (date: number) => number];

/** As `bandsOf` has it, made from the runs themselves, a series at a time: levels, or with a base differences. */
export function* bandsIn(scenario: Gathered, base: Gathered | null): Generator<void, Band[]> {
  const { layout, name } = scenario;
  const made: Band[] = [];
  for (let place = 0; place < layout.places; place++) {
    for (const [series, { kind, queue }] of seriesNames.entries()) {
      const line = { mean: [], p05: [], p25: [], p50: [], p75: [], p95: [] };
      const municipality = placeName(layout, place);
      const one: Band = { scenario: name, base: base?.name ?? '', municipality, kind, queue, ...line };
      for (let month = 0; month < layout.monthly.length; month++) {
        const values = lengthsAt(scenario, place, month, series);
        if (base) {
          const from = lengthsAt(base, place, month, series);
          for (let i = 0; i < values.length; i++) values[i] -= from[i];
        }
        const at = band(values);
        if (at) for (const part of quantities) one[part].push(at[part]);
      }
      made.push(one);
      yield;
    }
  }
  return made;
}

const quantities = ['mean', 'p05', 'p25', 'p50', 'p75', 'p95'] as const;

/** Rows of bands.csv as series. */
export function bandsOf(rows: Tail['bands']): Band[] {
  const made = new Map<string, Band>();
  for (const { scenario, base, municipality, kind, queue, mean, quantiles } of rows) {
    const key = [scenario, base, municipality, kind, queue].join('\n');
    let band = made.get(key);
    if (!band) {
      const empty = { mean: [], p05: [], p25: [], p50: [], p75: [], p95: [] };
      band = { scenario, base, municipality, kind: kind as Kind, queue, ...empty };
      made.set(key, band);
    }
    band.mean.push(mean);
    for (const [i, name] of (['p05', 'p25', 'p50', 'p75', 'p95'] as const).entries()) band[name].push(quantiles[i]);
  }
  return [...made.values()];
}

/** Cells of middle.csv as moves; a past that all scenarios share is kept once. */
export function movesOf(rows: Iterable<readonly string[]>): Move[] {
  const moves: Move[] = [];
  const seen = new Set<string>();
  for (const [scenario, , person, municipality, group, time, from, to, cause] of rows) {
    const isPast = Number(time) < 0;
    if (isPast) {
      const key = [person, time, from, to, cause].join('\n');
      if (seen.has(key)) continue;
      seen.add(key);
    }
    const of = { scenario: isPast ? '' : scenario, person, municipality, group };
    moves.push({ ...of, time: Number(time), from, to, cause });
  }
  return moves;
}
