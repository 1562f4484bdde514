/** All that has been run of one scenario, in order of replications. */
import { catalogue } from '../../scenarios/experiment/catalogue.ts';
import type { ComparisonRow, EstimateRow } from '../../scenarios/experiment/findings.ts';
import type { Gathered, KeptRun } from '../../scenarios/experiment/gather.ts';
import { kept, medianQueuesOf, noWaits } from '../../scenarios/experiment/gather.ts';
import type { Layout } from '../../scenarios/experiment/layout.ts';
import type { RunAnswer } from '../../scenarios/experiment/protocol.ts';
import type { ScenarioRun } from '../../scenarios/experiment/replication.ts';
import type { Collected } from '../result/collect.ts';
import { Sums } from '../result/collect.ts';
import type { Band } from '../result/result.ts';
import type { Compact } from './compact.ts';
import { bytesOf, compact, narrow, whole } from './compact.ts';
import { checkpoints } from './schedule.ts';

/** A scenario's first replications, as conclusions are drawn from them. */
export interface Sample {
  gathered: Gathered;
  collected: Collected;
  /** What was made of them before; by name, and for pairs by the base's sample. */
  estimates: Map<string, EstimateRow[]>;
  comparisons: WeakMap<Gathered, Map<string, ComparisonRow[]>>;
  levels: Band[] | null;
  differences: WeakMap<Gathered, Band[]>;
}

/** What is known of a run beside its answer. */
export type RunFacts = Omit<ScenarioRun, 'answer'>;

/** A run in a third of the room that it came in. */
interface Packed extends RunFacts {
  byYear: Float64Array;
  byGroup: Float64Array;
  lengths: Compact<Int32Array>;
  posts: Compact<Float64Array>;
  beds: Compact<Float64Array>;
  flowPersons: Compact<Float64Array>;
  /** Which of the keys of all runs. */
  flowKeys: ReturnType<typeof narrow>;
  /** How many places there are for waits, which of them are not 0 (nearly all are), and what stands there. */
  places: number;
  at: ReturnType<typeof narrow>;
  counts: Compact<Uint32Array>;
  eventText: string | null;
}

function packed({ answer, ...facts }: ScenarioRun, keys: Keys): Packed {
  const { byYear, byGroup, lengths, posts, beds, waits, flowKeys, flowPersons, eventText } = answer;
  const at: number[] = [];
  for (let place = 0; place < waits.length; place++) if (waits[place] !== 0) at.push(place);
  const keysAt = Uint32Array.from(flowKeys, (key) => keys.indexOf(key));
  return {
    ...facts,
    byYear,
    byGroup,
    lengths: compact(lengths),
    posts: compact(posts),
    beds: compact(beds),
    flowPersons: compact(flowPersons),
    flowKeys: narrow(keysAt, keys.count),
    places: waits.length,
    at: narrow(Uint32Array.from(at), waits.length),
    counts: compact(Uint32Array.from(at, (place) => waits[place])),
    eventText,
  };
}

function unpacked(run: Packed, keys: Keys): ScenarioRun {
  const { byYear, byGroup, lengths, posts, beds, flowPersons, flowKeys, places, at, counts, eventText, ...facts } = run;
  const waits = new Uint32Array(places);
  const all = whole(counts);
  at.forEach((place, i) => {
    waits[place] = all[i];
  });
  const answer = {
    byYear,
    byGroup,
    lengths: whole(lengths),
    posts: whole(posts),
    beds: whole(beds),
    waits,
    flowKeys: Array.from(flowKeys, (key) => keys.at(key)),
    flowPersons: whole(flowPersons),
    eventText,
  };
  return { ...facts, answer };
}

function bytesIn(run: Packed): number {
  const { byYear, byGroup, lengths, posts, beds, flowPersons, flowKeys, at, counts } = run;
  return [byYear, byGroup, lengths, posts, beds, flowPersons, flowKeys, at, counts].reduce(
    (sum, part) => sum + bytesOf(part),
    0,
  );
}

/** Keys of flows, each once: every message brings its own copies. */
class Keys {
  private readonly texts: string[] = [];
  private readonly places = new Map<string, number>();

  get count(): number {
    return this.texts.length;
  }

  at(place: number): string {
    return this.texts[place];
  }

  indexOf(key: string): number {
    let place = this.places.get(key);
    if (place === undefined) {
      place = this.texts.push(key) - 1;
      this.places.set(key, place);
    }
    return place;
  }
}

/** Where answers are usually made. */
const marks = new Set(checkpoints(100));

const nothing = (layout: Layout): Collected => ({ sums: new Sums(layout), waits: noWaits(layout) });
const copied = ({ sums, waits }: Collected): Collected => ({ sums: sums.copy(), waits: waits.slice() });

function add({ sums, waits }: Collected, replication: number, answer: RunAnswer): void {
  sums.add(replication, answer);
  for (let i = 0; i < waits.length; i++) waits[i] += answer.waits[i];
}

export class Runs {
  readonly layout: Layout;
  /** By replication − 1; later ones may be there before earlier ones. */
  private readonly done: (Packed | undefined)[] = [];
  private readonly statistics: KeptRun[] = [];
  private readonly sums: Collected;
  /** Sums after some numbers of replications, so that they need not be added up anew. */
  private readonly marked = new Map<number, Collected>();
  private readonly samples = new Map<string, Sample>();
  private readonly queues = medianQueuesOf(catalogue());
  private readonly keys = new Keys();

  constructor(layout: Layout) {
    this.layout = layout;
    this.sums = nothing(layout);
  }

  /** Replications without a gap. */
  get count(): number {
    return this.statistics.length;
  }

  has(replication: number): boolean {
    return this.done[replication - 1] !== undefined;
  }

  /** @throws RangeError when it has not been run */
  get(replication: number): ScenarioRun {
    return unpacked(this.kept(replication), this.keys);
  }

  /** What is known of a run beside its answer: much less work than all of it. */
  facts(replication: number): RunFacts {
    return this.kept(replication);
  }

  private kept(replication: number): Packed {
    const packed = this.done[replication - 1];
    if (!packed) throw new RangeError(`replication ${replication} has not been run`);
    return packed;
  }

  add(replication: number, run: ScenarioRun): void {
    if (this.has(replication)) return;
    this.done[replication - 1] = packed(run, this.keys);
    if (replication === this.count + 1) this.take(run);
    while (this.has(this.count + 1)) this.take(this.get(this.count + 1));
  }

  private take({ answer }: ScenarioRun): void {
    this.statistics.push(kept(answer, this.layout, this.queues));
    add(this.sums, this.count, answer);
    if (marks.has(this.count)) this.marked.set(this.count, copied(this.sums));
  }

  private sumsAfter(n: number): Collected {
    const before = this.marked.get(n);
    if (before) return before;
    const nearest = Math.max(0, ...[...this.marked.keys()].filter((mark) => mark < n));
    const sums = nearest > 0 ? copied(this.marked.get(nearest) as Collected) : nothing(this.layout);
    for (let replication = nearest + 1; replication <= n; replication++)
      add(sums, replication, this.get(replication).answer);
    this.marked.set(n, sums);
    return sums;
  }

  /**
   * The first n replications under a name; the same object each time.
   * @throws RangeError when they are not there
   */
  sample(name: string, n: number): Sample {
    const key = `${n} ${name}`;
    const before = this.samples.get(key);
    if (before) return before;
    const collected = this.sumsAfter(n);
    const made: Sample = {
      gathered: { name, layout: this.layout, runs: this.statistics.slice(0, n), waits: collected.waits },
      collected,
      estimates: new Map(),
      comparisons: new WeakMap(),
      levels: null,
      differences: new WeakMap(),
    };
    this.samples.set(key, made);
    return made;
  }

  /** About how much is kept, in bytes. */
  get bytes(): number {
    return this.done.length * this.bytesOfOne;
  }

  /** About how much is kept of a run, in bytes; 0 before one has come. */
  get bytesOfOne(): number {
    const first = this.done.find((run) => run !== undefined);
    const [statistics] = this.statistics;
    if (!first || !statistics) return 0;
    const { byPeriod, monthly, waits } = statistics;
    let bytes = bytesIn(first) + byPeriod.byteLength + monthly.byteLength;
    for (const counts of waits.values()) {
      for (const { served, gaveUp, censored } of counts) bytes += 4 * (served.length + gaveUp.length + censored.length);
    }
    return bytes;
  }
}
