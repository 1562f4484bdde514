/**
 * The worker that answers questions: it composes scenarios, has simulators run what is not known yet, and makes results of
 * what has come. A new question takes the place of the former at once.
 */
import type { ScenarioRun } from '../../scenarios/experiment/replication.ts';
import { Answer } from './answer.ts';
import { Composer } from './composer.ts';
import { writeFiles } from './downloads.ts';
import type { FromAnalyst, FromSimulator, Problem, Sign, ToAnalyst, ToSimulator } from './messages.ts';
import { problemOf, tooMany } from './problem.ts';
import { RunStore } from './run-store.ts';
import type { Runs } from './runs.ts';

/** Runs that a simulator has in hand or waiting: one more than it works on, so that it need not wait for us. */
const ahead = 2;

interface Task {
  key: string;
  replication: number;
  events: boolean;
}

interface Simulator {
  port: MessagePort;
  tasks: Map<number, Task>;
  /** Courses that it has been told. */
  told: Set<string>;
}

export class Analyst {
  private readonly say: (message: FromAnalyst) => void;
  private readonly simulators: Simulator[] = [];
  private readonly composer = new Composer();
  private readonly store = new RunStore();
  private answer: Answer | null = null;
  private nextTask = 0;
  private isRehearsed = false;

  private readonly mostBytes: number;

  /** @param mostBytes that the runs of one answer may take */
  constructor(say: (message: FromAnalyst) => void, mostBytes = roomHere()) {
    this.say = say;
    this.mostBytes = mostBytes;
  }

  hear(message: Exclude<ToAnalyst, Sign>): void {
    switch (message.kind) {
      case 'simulator':
        this.engage(message);
        break;
      case 'ask':
        this.ask(message);
        break;
      case 'files':
        void this.files(message.id, message.file);
        break;
    }
  }

  private engage({ index, port }: Extract<ToAnalyst, { kind: 'simulator' }>): void {
    // what a lost one had in hand is given out again
    this.simulators[index] = { port, tasks: new Map(), told: new Set() };
    port.onmessage = ({ data }: MessageEvent<FromSimulator>) => this.done(index, data);
    this.giveOut();
  }

  private ask(asked: Extract<ToAnalyst, { kind: 'ask' }>): void {
    if (asked.silent && this.answer && !this.answer.isSilent) return;
    this.answer?.cancel();
    this.answer = null;
    try {
      const composed = this.composer.compose(asked.question);
      for (const { key, layout } of composed.courses) this.store.open(key, layout);
      this.store.tidy(new Set(composed.courses.map(({ key }) => key)));
      this.answer = new Answer(asked, composed, this.store, this.say, () => this.giveOut());
    } catch (error) {
      this.say({ kind: 'problem', version: asked.version, problem: problemOf(error) });
    }
    this.dropOthers();
    this.giveOut();
    this.answer?.look();
    if (asked.silent && this.answer) void this.rehearse(this.answer);
  }

  /** Once, for the first change. */
  private async rehearse(answer: Answer): Promise<void> {
    if (this.isRehearsed) return;
    this.isRehearsed = true;
    await answer.sliced(this.composer.rehearse(answer.live.question));
  }

  /** Runs that the new question does not need. */
  private dropOthers(): void {
    for (const { port, tasks } of this.simulators) {
      const others = [...tasks].filter(([, { key }]) => !this.answer?.keys.includes(key)).map(([task]) => task);
      for (const task of others) tasks.delete(task);
      if (others.length > 0) port.postMessage({ kind: 'drop', tasks: others } satisfies ToSimulator);
    }
  }

  private giveOut(): void {
    const { answer } = this;
    if (!answer) return;
    for (let round = 0; round < ahead; round++) {
      this.simulators.forEach((simulator, index) => {
        if (simulator.tasks.size > round) return;
        const isFree = (task: Task) => !this.isInHand(task);
        const task = answer.nextTask(index, this.simulators.length, isFree);
        if (task) this.give(simulator, task, answer);
      });
    }
  }

  private isInHand({ key, replication, events }: Task): boolean {
    return this.simulators.some(({ tasks }) =>
      [...tasks.values()].some(
        (task) => task.key === key && task.replication === replication && task.events === events,
      ),
    );
  }

  private give({ port, tasks, told }: Simulator, task: Task, answer: Answer): void {
    if (!told.has(task.key)) {
      port.postMessage({ kind: 'course', course: answer.course(task.key) } satisfies ToSimulator);
      told.add(task.key);
    }
    const number = this.nextTask++;
    tasks.set(number, task);
    port.postMessage({ kind: 'run', task: number, ...task } satisfies ToSimulator);
  }

  private done(index: number, message: FromSimulator): void {
    const { tasks } = this.simulators[index];
    const task = tasks.get(message.task);
    tasks.delete(message.task);
    if (message.kind === 'failed') {
      if (task) this.giveUp(problemOf(new Error(message.reason), message.isMemory));
      return;
    }
    if (task) this.keep(task, message.run, message.rows);
    const room = this.answer?.roomFor(this.mostBytes) ?? null;
    if (room !== null) {
      this.giveUp(tooMany(room));
      return;
    }
    this.giveOut();
    this.answer?.look();
  }

  private keep({ key, replication }: Task, run: ScenarioRun, rows: string[][] | null): void {
    const runs: Runs | undefined = this.store.get(key);
    runs?.add(replication, run);
    if (rows) this.store.keepRows(key, replication, rows);
  }

  /** The answer on its way is given up, and the reason is told. */
  private giveUp(problem: Problem): void {
    const { answer } = this;
    if (!answer) return;
    answer.cancel();
    this.answer = null;
    this.dropOthers();
    this.say({ kind: 'problem', version: answer.version, problem });
  }

  private async files(id: number, file: string | null): Promise<void> {
    const { answer } = this;
    const progress = (done: number, of: number) => this.say({ kind: 'writing', id, done, of });
    const blob = answer ? await writeFiles(answer, file, progress) : null;
    this.say({ kind: 'files', id, blob });
  }
}

/** An eighth of the computer's memory, which browsers give in gigabytes and at most as 8; where they do not, half a gigabyte. */
function roomHere(): number {
  const { deviceMemory = 4 } = navigator as { deviceMemory?: number };
  return deviceMemory * 125_000_000;
}
