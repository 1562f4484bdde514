/** One replication: the past once, then every scenario's future from it. */
import { csvFormatRows } from 'd3';
import type { Arrangement } from '../../model/arrangement.ts';
import type { EventRow, RunRecord } from '../../model/record.ts';
import { simulateFuture, simulateHistory } from '../../model/simulate.ts';
import { futureOf } from './future.ts';
import type { FutureDraw, Job, ReplicationAnswer, RunAnswer } from './protocol.ts';

/** Rows that are put into text at a time. */
const chunk = 5_000;

/**
 * Runs all scenarios of a job in one future.
 * @param replication from 1
 * @param watch gets every event row of every scenario (index in the job), the past's first; for `middle.csv`.
 */
export function runReplication(
  job: Job,
  replication: number,
  watch?: (scenario: number, row: EventRow) => void,
): ReplicationAnswer {
  const plans = job.scenarios.map((scenario) => scenario.plan);
  const { arrangements, draws } = futureOf(plans, job.seed, replication, job.uncertainty);
  const keepRows = job.events || watch !== undefined;
  const runs: ScenarioRun[] = [];
  const pasts = new Set(job.scenarios.map((scenario) => scenario.past));
  for (const past of pasts) {
    const first = job.scenarios.findIndex((scenario) => scenario.past === past);
    const { dates } = job.scenarios[first];
    const history = simulateHistory(arrangements[first], { seed: job.seed, replication, dates, events: keepRows });
    for (let scenario = first; scenario < job.scenarios.length; scenario++) {
      if (job.scenarios[scenario].past !== past) continue;
      const arrangement = arrangements[scenario];
      const text = job.events ? new EventText(job.scenarios[scenario].name, replication, arrangement) : null;
      const take = (row: EventRow) => {
        text?.add(row);
        watch?.(scenario, row);
      };
      if (keepRows) for (const row of history.rows) take(row);
      const record = simulateFuture(history, arrangement, keepRows ? take : undefined);
      runs[scenario] = runOf(record, arrangement, history.world.observer.events, text?.whole() ?? null);
    }
  }
  return answerOf(job, replication, runs, draws);
}

/** One scenario in one future. */
export interface ScenarioRun {
  answer: RunAnswer;
  /** What its municipalities drew. */
  townDraws: FutureDraw[];
  /** Rows that `--events` would write, and how many of them are before the switch. */
  events: number;
  pastEvents: number;
}

/** What is kept of a record. */
export function runOf(
  record: RunRecord,
  arrangement: Arrangement,
  pastEvents: number,
  eventText: string | null,
): ScenarioRun {
  const townDraws = record.townDraws.map(({ town, path, value }) => ({
    municipality: arrangement.towns[town].number,
    path,
    value,
  }));
  return { answer: answerOfRecord(record, eventText), townDraws, events: record.events, pastEvents };
}

/**
 * A replication put together from its scenarios, in the order of the job, however they were run.
 * @param draws drawn parameters in the order of the plans (`futureOf`)
 */
export function answerOf(
  job: Pick<Job, 'scenarios'>,
  replication: number,
  runs: readonly ScenarioRun[],
  draws: readonly FutureDraw[],
): ReplicationAnswer {
  return { replication, runs: runs.map(({ answer }) => answer), ...sharedOf(job, runs, draws) };
}

/** What all scenarios of a replication drew, and the events in them: a past that is shared counts once. */
export function sharedOf(
  { scenarios }: Pick<Job, 'scenarios'>,
  runs: readonly Omit<ScenarioRun, 'answer'>[],
  draws: readonly FutureDraw[],
): Pick<ReplicationAnswer, 'draws' | 'events'> {
  const townDraws = new Map<string, FutureDraw>();
  let events = 0;
  for (const past of new Set(scenarios.map((scenario) => scenario.past))) {
    const sharing = runs.filter((_, index) => scenarios[index].past === past);
    sharing.forEach((run, index) => {
      // the past is in every record: counted with the first scenario only
      events += index === 0 ? run.events : run.events - run.pastEvents;
      for (const draw of run.townDraws) {
        const key = `${draw.municipality}\n${draw.path}`;
        if (!townDraws.has(key)) townDraws.set(key, draw);
      }
    });
  }
  return { draws: [...draws, ...townDraws.values()], events };
}

function answerOfRecord(record: RunRecord, eventText: string | null): RunAnswer {
  const flowKeys = [...record.flows.keys()].sort();
  return {
    byYear: record.byYear,
    byGroup: record.byGroup,
    lengths: record.lengths,
    posts: record.posts,
    beds: record.beds,
    waits: record.waits,
    flowKeys,
    flowPersons: Float64Array.from(flowKeys, (key) => record.flows.get(key) as number),
    eventText,
  };
}

/** Rows of events.csv as text, put together a chunk at a time. */
class EventText {
  private readonly scenario: string;
  private readonly replication: string;
  private readonly arrangement: Arrangement;
  private rows: string[][] = [];
  private readonly parts: string[] = [];

  constructor(scenario: string, replication: number, arrangement: Arrangement) {
    this.scenario = scenario;
    this.replication = String(replication);
    this.arrangement = arrangement;
  }

  add(row: EventRow): void {
    this.rows.push(eventCells(this.scenario, this.replication, this.arrangement, row));
    if (this.rows.length >= chunk) this.empty();
  }

  whole(): string {
    this.empty();
    return this.parts.join('');
  }

  private empty(): void {
    if (this.rows.length > 0) this.parts.push(`${csvFormatRows(this.rows)}\n`);
    this.rows = [];
  }
}

/** A row of events.csv. What happens to a post has no person and no group. */
export function eventCells(
  scenario: string,
  replication: string,
  arrangement: Pick<Arrangement, 'towns' | 'groups'>,
  row: EventRow,
): string[] {
  const ofPost = row.group < 0;
  return [
    scenario,
    replication,
    ofPost ? '' : String(row.person),
    row.town < 0 ? 'provider' : arrangement.towns[row.town].number,
    ofPost ? '' : arrangement.groups[row.group].name,
    String(row.time),
    row.from,
    row.to,
    row.cause,
  ];
}
