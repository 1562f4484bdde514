/** One question on its way to its answer: what has to be run next, and results of what has been run. */
import { catalogue } from '../../scenarios/experiment/catalogue.ts';
import type { Evidence, Memory, Scope } from '../../scenarios/experiment/conclusions.ts';
import { findingsByPart, focusOf } from '../../scenarios/experiment/conclusions.ts';
import type { Findings } from '../../scenarios/experiment/findings.ts';
import { FlowBalance } from '../../scenarios/experiment/flow-balance.ts';
import { drawOf, drawsOf } from '../../scenarios/experiment/future.ts';
import { middleReplication } from '../../scenarios/experiment/gather.ts';
import type { FutureDraw, Job, ReplicationAnswer } from '../../scenarios/experiment/protocol.ts';
import { answerOf, sharedOf } from '../../scenarios/experiment/replication.ts';
import { bandsIn, movesOf, resultOf } from '../result/collect.ts';
import { factsOf } from '../result/pack.ts';
import type { Band } from '../result/result.ts';
import type { LiveQuestion } from './composer.ts';
import type { Course, FromAnalyst, ToAnalyst } from './messages.ts';
import { nextTurn } from './next-turn.ts';
import { tableOf, wrap } from './parcel.ts';
import { problemOf } from './problem.ts';
import type { RunStore } from './run-store.ts';
import type { Runs, Sample } from './runs.ts';
import { checkpoints, hingesFrom, movesFrom } from './schedule.ts';

/** A silent answer makes results as well, for those that come later: of scenarios that stay they are known then. */
const rehearsedUpTo = 20;

/** Time for which work goes on before it lets messages in, in ms. */
const slice = 8;

interface Task {
  key: string;
  replication: number;
  events: boolean;
}

export class Answer {
  readonly version: number;
  readonly isSilent: boolean;
  readonly live: LiveQuestion;
  /** Of the courses, in the order of the scenarios. */
  readonly keys: string[];
  private readonly store: RunStore;
  private readonly say: (message: FromAnalyst) => void;
  /** Called when there may be more to run than before. */
  private readonly more: () => void;
  private readonly stops: number[];
  private readonly upTo: number;
  /** Keys in the order in which they are run: base, what was changed, the others. */
  private readonly order: string[];
  private readonly started = performance.now();
  private readonly draws = new Map<number, FutureDraw[]>();
  private isCancelled = false;
  private isMaking = false;
  /** Replications of the last result, and whether nothing was left out of it. */
  private shown = 0;
  private isWhole = false;
  private sentMoves = '';
  private readonly whenWhole: ((isWhole: boolean) => void)[] = [];

  constructor(
    asked: Extract<ToAnalyst, { kind: 'ask' }>,
    live: LiveQuestion,
    store: RunStore,
    say: (message: FromAnalyst) => void,
    more: () => void,
  ) {
    const { version, silent, first, upTo, question } = asked;
    this.version = version;
    this.isSilent = silent;
    this.live = live;
    this.store = store;
    this.say = say;
    this.more = more;
    this.keys = live.courses.map(({ key }) => key);
    this.upTo = Math.min(upTo, question.replications);
    this.stops = checkpoints(this.upTo);
    this.order = [...new Set([this.keys[0], this.keys[first] ?? this.keys[0], ...this.keys])];
  }

  /** Another question has come. */
  cancel(): void {
    this.isCancelled = true;
    for (const tell of this.whenWhole.splice(0)) tell(false);
  }

  course(key: string): Course {
    const { layout: _, ...course } = this.live.courses[this.keys.indexOf(key)];
    return course;
  }

  runs(key: string): Runs {
    return this.store.get(key) as Runs;
  }

  /** Replications that all scenarios have. */
  get count(): number {
    return Math.min(this.upTo, ...this.keys.map((key) => this.runs(key).count));
  }

  /** What a simulator should run next: its own replications first, whose snapshots it has. Null: nothing is left. */
  nextTask(simulator: number, of: number, isFree: (task: Task) => boolean): Task | null {
    const events = this.nextEvents().find(isFree);
    if (events) return events;
    const isLeft = (task: Task) => !this.runs(task.key).has(task.replication) && isFree(task);
    for (const isMine of [true, false]) {
      let from = 1;
      for (const stop of this.stops) {
        for (let replication = from; replication <= stop; replication++) {
          if (isMine && (replication - 1) % of !== simulator) continue;
          for (const key of this.order) {
            const task = { key, replication, events: false };
            if (isLeft(task)) return task;
          }
        }
        from = stop + 1;
      }
    }
    return null;
  }

  /** The middle future with its events, once it is known which one it is and the first results are there. */
  private nextEvents(): Task[] {
    if (this.isSilent || this.shown < Math.min(movesFrom, this.upTo)) return [];
    const replication = this.middle();
    if (replication === null) return [];
    return this.keys
      .filter((key) => !this.store.rowsOf(key, replication))
      .map((key) => ({ key, replication, events: true }));
  }

  /** Which future is the middle one: that of all the base's replications; null until they have been run. */
  middle(): number | null {
    if (this.runs(this.keys[0]).count < this.upTo) return null;
    const { scenarios } = this.live.request;
    return middleReplication(this.sample(0, this.upTo).gathered, focusOf(scenarios[0]));
  }

  sample(index: number, n: number): Sample {
    return this.runs(this.keys[index]).sample(this.live.request.scenarios[index].name, n);
  }

  /** Something has come: makes what can be made of it. */
  look(): void {
    if (this.isCancelled) return;
    if (!this.isSilent) {
      this.say({ kind: 'progress', version: this.version, runs: this.count, of: this.upTo });
      this.sendMoves();
      this.tellWhole();
    }
    if (!this.isMaking) void this.make();
  }

  private async make(): Promise<void> {
    this.isMaking = true;
    try {
      for (let next = this.nextResult(); next && !this.isCancelled; next = this.nextResult()) {
        await this.show(next.n, next.scope, next.isFinal);
      }
    } catch (error) {
      if (!this.isCancelled && !this.isSilent)
        this.say({ kind: 'problem', version: this.version, problem: problemOf(error) });
    }
    this.isMaking = false;
  }

  private nextResult(): { n: number; scope: Scope; isFinal: boolean } | null {
    const most = this.isSilent ? rehearsedUpTo : this.count;
    const n = Math.max(0, ...this.stops.filter((stop) => stop <= Math.min(most, this.count)));
    if (n === 0 || (n === this.shown && (n < this.upTo || this.isWhole))) return null;
    const isFinal = n === this.upTo && n === this.shown;
    return { n, scope: { medians: isFinal, groups: false, hinges: n >= hingesFrom || n === this.upTo }, isFinal };
  }

  private async show(n: number, scope: Scope, isFinal: boolean): Promise<void> {
    const samples = this.keys.map((_, index) => this.sample(index, n));
    const findings = await this.sliced(this.findings(samples, n, scope));
    const bands = findings && (await this.sliced(this.bands(samples)));
    if (!findings || !bands) return;
    const middle = this.middle();
    const scenarios = findings.scenarios.map(factsOf);
    const result = resultOf(
      {
        ...findings,
        scenarios,
        base: scenarios.find(({ name }) => name === findings.base?.name) ?? null,
        middle,
      },
      samples.map(({ collected }) => collected),
      bands,
      { replication: middle, moves: [] },
    );
    this.shown = n;
    this.isWhole = isFinal;
    const parcel = wrap(result);
    if (this.isSilent) return;
    const moves = this.movesKey();
    this.say({
      kind: 'result',
      version: this.version,
      result: parcel,
      moves,
      runs: n,
      of: this.upTo,
      isFinal,
    });
    this.sendMoves();
    this.tellWhole();
    this.more();
  }

  /** Conclusions from the first n replications. */
  *findings(samples: readonly Sample[], n: number, scope: Scope): Generator<void, Findings> {
    const wallSeconds = (performance.now() - this.started) / 1_000;
    const evidence = yield* this.evidence(samples, n, scope.hinges);
    return yield* findingsByPart(this.live.request, evidence, catalogue(), wallSeconds, scope, memoryOf(samples));
  }

  private *evidence(samples: readonly Sample[], n: number, whole: boolean): Generator<void, Evidence> {
    const { scenarios } = this.live.request;
    const names = scenarios.map(({ name }) => name);
    const layouts = samples.map(({ gathered }) => gathered.layout);
    const balance = new FlowBalance();
    const draws: FutureDraw[][] = [];
    let events = 0;
    for (let replication = 1; replication <= n; replication++) {
      const facts = this.keys.map((key) => this.runs(key).facts(replication));
      const shared = sharedOf(this.job(), facts, whole ? this.drawn(replication) : []);
      draws.push(shared.draws);
      events += shared.events;
      if (whole && n === this.upTo) balance.check(this.replication(replication, false), names, layouts);
      yield;
    }
    const flowBalance = { cells: balance.cells, failed: balance.failed, first: balance.first };
    return { gathered: samples.map(({ gathered }) => gathered), draws, events, flowBalance, precision: null };
  }

  /** One replication of all scenarios, as the command line has it. */
  replication(replication: number, withDraws: boolean): ReplicationAnswer {
    const runs = this.keys.map((key) => this.runs(key).get(replication));
    return answerOf(this.job(), replication, runs, withDraws ? this.drawn(replication) : []);
  }

  private job(): Pick<Job, 'scenarios'> {
    const { courses, request } = this.live;
    const pasts = courses.map(({ past }) => past);
    return {
      scenarios: courses.map(({ plan, dates, past }, index) => ({
        name: request.scenarios[index].name,
        plan,
        dates,
        past: pasts.indexOf(past),
      })),
    };
  }

  /**
   * How many futures there is room for; null: for all that are asked for, and nobody is told of a silent answer. Known when
   * the first has come.
   * @param most bytes that the runs of an answer may take
   */
  roomFor(most: number): number | null {
    if (this.isSilent) return null;
    const each = this.keys.reduce((sum, key) => sum + this.runs(key).bytesOfOne, 0);
    return each * this.upTo > most ? Math.floor(most / each) : null;
  }

  private drawn(replication: number): FutureDraw[] {
    const before = this.draws.get(replication);
    if (before) return before;
    const { courses, request } = this.live;
    const plans = courses.map(({ plan }) => plan);
    const made = request.uncertainty === 'chance' ? [] : drawsOf(plans, drawOf(request.seed, replication));
    this.draws.set(replication, made);
    return made;
  }

  private *bands(samples: readonly Sample[]): Generator<void, Band[]> {
    const [base] = samples;
    for (const sample of samples) {
      sample.levels ??= yield* bandsIn(sample.gathered, null);
      if (sample === base || sample.differences.has(base.gathered)) continue;
      sample.differences.set(base.gathered, yield* bandsIn(sample.gathered, base.gathered));
    }
    return [
      ...samples.flatMap(({ levels }) => levels as Band[]),
      ...samples.flatMap(({ differences }) => differences.get(base.gathered) ?? []),
    ];
  }

  /** Rows of middle.csv; null until all are there. */
  middleRows(): string[][] | null {
    const replication = this.middle();
    if (replication === null) return null;
    const rows: string[][] = [];
    for (const [index, key] of this.keys.entries()) {
      const own = this.store.rowsOf(key, replication);
      if (!own) return null;
      const { name } = this.live.request.scenarios[index];
      for (const [, ...cells] of own) rows.push([name, ...cells]);
    }
    return rows;
  }

  private movesKey(): string | null {
    const replication = this.middle();
    if (replication === null || this.keys.some((key) => !this.store.rowsOf(key, replication))) return null;
    const names = this.live.request.scenarios.map(({ name }) => name);
    return JSON.stringify([replication, this.keys, names]);
  }

  private sendMoves(): void {
    if (this.shown === 0) return;
    const key = this.movesKey();
    if (key === null || key === this.sentMoves) return;
    this.sentMoves = key;
    const moves = movesOf(this.middleRows() as string[][]);
    this.say({
      kind: 'moves',
      version: this.version,
      key,
      replication: this.middle() as number,
      moves: tableOf(moves),
    });
  }

  /** Whether all has been run and shown, as soon as that is known: false when another question comes first. */
  whole(): Promise<boolean> {
    return new Promise((resolve) => {
      if (this.isCancelled) resolve(false);
      this.whenWhole.push(resolve);
      this.tellWhole();
    });
  }

  private tellWhole(): void {
    if (!this.isWhole || this.movesKey() === null) return;
    for (const tell of this.whenWhole.splice(0)) tell(true);
  }

  /** Works a generator off, letting messages in now and then; null when another question has come. */
  async sliced<Outcome>(work: Generator<void, Outcome>): Promise<Outcome | null> {
    let since = performance.now();
    for (;;) {
      const step = work.next();
      if (step.done) return step.value;
      if (performance.now() - since < slice) continue;
      await nextTurn();
      if (this.isCancelled) return null;
      since = performance.now();
    }
  }
}

/** What was said of these samples before. */
function memoryOf(samples: readonly Sample[]): Memory {
  const sampleOf = new Map(samples.map((sample) => [sample.gathered, sample]));
  const once = <Row>(known: Map<string, Row[]>, key: string, make: () => Row[]): Row[] => {
    const rows = known.get(key) ?? make();
    known.set(key, rows);
    return rows;
  };
  const keyOf = ({ name, groups }: { name: string; groups: boolean }) => `${name} ${groups}`;
  return {
    estimates: (of, measure, make) => once((sampleOf.get(of) as Sample).estimates, keyOf(measure), make),
    comparisons(base, of, measure, make) {
      const { comparisons } = sampleOf.get(of) as Sample;
      const known = comparisons.get(base) ?? new Map();
      comparisons.set(base, known);
      return once(known, keyOf(measure), make);
    },
  };
}
