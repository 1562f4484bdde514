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

/** A run whose waits, nearly all of them 0, are only those that are not. */
interface Packed {
  run: ScenarioRun;
  /** How many places there are for waits, which of them are not 0, and what stands there. */
  places: number;
  at: Uint32Array;
  counts: Uint32Array;
}

const noCounts = new Uint32Array(0);

function packed(run: ScenarioRun): Packed {
  const { waits } = run.answer;
  const at: number[] = [];
  waits.forEach((count, place) => {
    if (count !== 0) at.push(place);
  });
  return {
    run: { ...run, answer: { ...run.answer, waits: noCounts } },
    places: waits.length,
    at: Uint32Array.from(at),
    counts: Uint32Array.from(at, (place) => waits[place]),
  };
}

function unpacked({ run, places, at, counts }: Packed): ScenarioRun {
  const waits = new Uint32Array(places);
  at.forEach((place, i) => {
    waits[place] = counts[i];
  });
  return { ...run, answer: { ...run.answer, waits } };
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
  private readonly texts = new Map<string, string>();

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

  get(replication: number): ScenarioRun {
    const packed = this.done[replication - 1];
    if (!packed) throw new RangeError(`replication ${replication} has not been run`);
    return unpacked(packed);
  }

  add(replication: number, run: ScenarioRun): void {
    if (this.has(replication)) return;
    // each message brings its own copies of the same keys
    run.answer.flowKeys = run.answer.flowKeys.map((key) => {
      const known = this.texts.get(key) ?? key;
      this.texts.set(known, known);
      return known;
    });
    this.done[replication - 1] = packed(run);
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
    const first = this.done.find((run) => run !== undefined);
    if (!first) return 0;
    const { byYear, byGroup, lengths, posts, beds, flowPersons, flowKeys } = first.run.answer;
    const arrays = [byYear, byGroup, lengths, posts, beds, flowPersons, first.at, first.counts];
    const each = arrays.reduce((sum, { byteLength }) => sum + byteLength, 0);
    // what statistics are made of is about a third of it, and a key of flows 8 bytes
    return this.done.length * (each * 1.3 + flowKeys.length * 8);
  }
}
