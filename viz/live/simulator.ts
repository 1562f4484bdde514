/**
 * A worker that runs scenarios, one replication at a time, in slices of a simulated year: between two of them it hears that
 * a run is no longer wanted.
 */
import type { History } from '../../model/simulate.ts';
import { futureByYear, historyByYear } from '../../model/simulate.ts';
import { drawOf } from '../../scenarios/experiment/future.ts';
import type { ScenarioRun } from '../../scenarios/experiment/replication.ts';
import { eventCells, runOf } from '../../scenarios/experiment/replication.ts';
import { asGiven, realise } from '../../scenarios/resolve/realise.ts';
import type { Course, FromSimulator, ToSimulator } from './messages.ts';
import { nextTurn } from './next-turn.ts';
import { Snapshots } from './snapshots.ts';

/** What all simulators may take together for places at the switch, in bytes: some forty of `medium`. */
const snapshotBytes = 200_000_000;

type Task = Extract<ToSimulator, { kind: 'run' }>;

/** @param of how many simulators there are */
export function simulate(port: MessagePort, of: number): void {
  const courses = new Map<string, Course>();
  const snapshots = new Snapshots(snapshotBytes / of);
  const waiting: Task[] = [];
  const dropped = new Set<number>();
  let isBusy = false;

  const say = (message: FromSimulator, transfer: Transferable[] = []) => port.postMessage(message, transfer);

  port.onmessage = ({ data }: MessageEvent<ToSimulator>) => {
    if (data.kind === 'course') courses.set(data.course.key, data.course);
    else if (data.kind === 'drop') for (const task of data.tasks) dropped.add(task);
    else waiting.push(data);
    if (!isBusy) void work();
  };

  async function work(): Promise<void> {
    isBusy = true;
    for (let task = waiting.shift(); task; task = waiting.shift()) {
      if (!dropped.delete(task.task)) await attempt(task);
    }
    // a run that was done before its drop came
    dropped.clear();
    isBusy = false;
  }

  async function attempt(task: Task): Promise<void> {
    try {
      const made = await run(task);
      if (made) say({ kind: 'done', task: task.task, ...made }, buffersOf(made.run));
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      const isMemory = /out of memory|allocation|call stack/i.test(reason);
      say({ kind: 'failed', task: task.task, reason, isMemory });
    }
  }

  /** Null: it was dropped. */
  async function run({ task, key, replication, events }: Task) {
    const course = courses.get(key);
    if (!course) throw new Error(`no course "${key}"`);
    const { plan, seed, dates, past, uncertainty } = course;
    const arrangement = realise(plan, uncertainty === 'chance' ? asGiven : drawOf(seed, replication));
    let history: History | null | undefined = events ? undefined : snapshots.get(past, replication);
    if (!history) {
      history = await sliced(historyByYear(arrangement, { seed, replication, dates, events }), task);
      if (!history) return null;
      if (!events) snapshots.keep(past, replication, history);
    }
    const rows: string[][] | null = events ? [] : null;
    const take = (row: Parameters<typeof eventCells>[3]) => {
      if (row.group >= 0 && arrangement.towns[row.town]?.focus) {
        rows?.push(eventCells('', String(replication), arrangement, row));
      }
    };
    for (const row of history.rows) take(row);
    const record = await sliced(futureByYear(history, arrangement, events ? take : undefined), task);
    if (!record) return null;
    return { run: runOf(record, arrangement, history.world.observer.events, null), rows };
  }

  /** Works a generator off, listening between its steps; null when the task was dropped meanwhile. */
  async function sliced<Outcome>(work: Generator<void, Outcome>, task: number): Promise<Outcome | null> {
    for (;;) {
      const step = work.next();
      if (step.done) return step.value;
      await nextTurn();
      if (dropped.delete(task)) return null;
    }
  }
}

function buffersOf({ answer }: ScenarioRun): Transferable[] {
  const { byYear, byGroup, lengths, posts, beds, waits, flowPersons } = answer;
  return [byYear, byGroup, lengths, posts, beds, waits, flowPersons].map(({ buffer }) => buffer as ArrayBuffer);
}
