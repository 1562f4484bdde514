/** Gathers a `Result` while an experiment runs: where a page or the bundled example keeps what a directory would hold. */
import { fundingLines, seriesNames } from '../../model/record.ts';
import type { Findings } from '../../scenarios/experiment/findings.ts';
import type { Layout } from '../../scenarios/experiment/layout.ts';
import type { ResultWriter, Setup, Tail } from '../../scenarios/experiment/output.ts';
import type { ReplicationAnswer, RunAnswer } from '../../scenarios/experiment/protocol.ts';
import { waitRows } from '../../scenarios/experiment/waits.ts';
import type { Band, CapacityLine, Flow, Kind, Move, Result, Single } from './result.ts';

/** Futures that are kept one by one. */
const kept = 20;
const resources = ['detox_beds', 'stay_beds'] as const;

/** What is summed of one scenario. */
interface Sums {
  name: string;
  layout: Layout;
  /** `place|year|from|to|cause` → persons. */
  flows: Map<string, number>;
  posts: Float64Array;
  beds: Float64Array;
  singles: Single[];
}

export class Collector implements ResultWriter {
  readonly directory = '';
  private scenarios: Sums[] = [];
  private replications = 0;
  private made: Result | null = null;

  begin({ request, layouts }: Setup): void {
    this.replications = 0;
    this.scenarios = layouts.map((layout, index) => ({
      name: request.scenarios[index].name,
      layout,
      flows: new Map(),
      posts: new Float64Array(layout.places * layout.dates.length * fundingLines.length * 3),
      beds: new Float64Array(layout.dates.length * 6),
      singles: [],
    }));
  }

  replication({ replication, runs }: ReplicationAnswer): void {
    this.replications++;
    runs.forEach((run, index) => {
      const sums = this.scenarios[index];
      run.flowKeys.forEach((key, i) => {
        sums.flows.set(key, (sums.flows.get(key) ?? 0) + run.flowPersons[i]);
      });
      addTo(sums.posts, run.posts);
      addTo(sums.beds, run.beds);
      if (this.replications <= kept) sums.singles.push(...singlesOf(sums, replication, run));
    });
  }

  finish(findings: Findings, tail: Tail): void {
    this.made = this.resultOf(findings, tail);
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

  /** As far as it has come; may be asked for again and again. */
  resultOf(findings: Findings, tail: Tail): Result {
    const { layout } = this.scenarios[0];
    return {
      findings: { ...findings, directory: null },
      days: layout.monthly.map((date) => layout.dates[date]),
      bands: bandsOf(tail.bands),
      singles: this.scenarios.flatMap(({ singles }) => singles),
      flows: this.scenarios.flatMap((sums) => flowsOf(sums, this.replications)),
      capacity: this.scenarios.flatMap((sums) => capacityOf(sums, this.replications)),
      waits: tail.waits.flatMap((counts, index) => {
        const { name, layout: its } = this.scenarios[index];
        return [...waitRows(its, counts)].map((row) => ({ scenario: name, ...row }));
      }),
      middle: { replication: findings.middle, moves: movesOf(tail.middle) },
    };
  }
}

function addTo(sums: Float64Array, values: Float64Array): void {
  for (let i = 0; i < sums.length; i++) sums[i] += values[i];
}

function singlesOf({ name, layout }: Sums, replication: number, run: RunAnswer): Single[] {
  const made: Single[] = [];
  for (let place = 0; place < layout.places; place++) {
    seriesNames.forEach(({ kind, queue }, series) => {
      if (kind !== 'waiting') return;
      const lengths = layout.monthly.map(
        (date) => run.lengths[(place * layout.dates.length + date) * seriesNames.length + series],
      );
      made.push({ scenario: name, replication, municipality: placeName(layout, place), queue, lengths });
    });
  }
  return made;
}

const placeName = (layout: Layout, place: number) => layout.towns[place] ?? 'provider';

function flowsOf({ name, layout, flows }: Sums, replications: number): Flow[] {
  return [...flows].map(([key, persons]) => {
    const [place, year, from, to, cause] = key.split('|');
    return {
      scenario: name,
      year: layout.firstYear + Number(year),
      municipality: placeName(layout, Number(place)),
      from,
      to,
      cause,
      persons: persons / replications,
    };
  });
}

function capacityOf({ name, layout, posts, beds }: Sums, replications: number): CapacityLine[] {
  const made: CapacityLine[] = [];
  const add = (municipality: string, resource: CapacityLine['resource'], funding: string, cellOf: CellOf) => {
    const [values, at] = cellOf;
    const series = (offset: number) => layout.monthly.map((date) => values[at(date) + offset] / replications);
    const line = { scenario: name, municipality, resource, funding };
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

function bandsOf(rows: Tail['bands']): Band[] {
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
