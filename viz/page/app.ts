/** The page's memory: what is asked, what is shown, what was looked at before; it tells everybody when one of them changes. */

import { newYear } from '../../model/kernel/calendar.ts';
import { date } from '../../scenarios/words/format.ts';
import type { Label } from '../../scenarios/words/words.ts';
import { whoIsWho } from '../charts/scenarios.ts';
import type { Change, Question } from '../question/question.ts';
import type { Result } from '../result/result.ts';
import type { SayKey } from '../words/words.ts';
import { say } from '../words/words.ts';
import type { LiveModel } from './live-model.ts';
import { openFirst, openRest } from './open-ahead.ts';
import type { Opened } from './opening/open.ts';
import { scenarioOf } from './question-steps.ts';
import type { Settled, View } from './state.ts';
import { settled } from './state.ts';
import { forgetTurns, inTurn } from './turns.ts';

/** `progress`: more futures are done, and nothing else. */
export type Topic = 'view' | 'day' | 'language' | 'result' | 'question' | 'status' | 'progress';
/** `push` is a step that undo and the browser's back take back; `replace` is none. */
export type Step = 'push' | 'replace';

/** How far the answer has come. */
export interface Status {
  /** Futures behind what is shown, those that are done by now, and how many were asked for. */
  runs: number;
  done: number;
  of: number;
  /** What went wrong, and the changed setting that it is about; the picture is then from before. */
  problem: Label | null;
  problemAt: string | null;
  /** What is shown answers other scenarios than those that are asked about now. */
  stale: boolean;
  /** Why what was opened last is not shown; what is shown still answers what is asked. Null: nothing was refused. */
  refused: Label | null;
  /** What is being read from files; null: nothing. */
  reading: string | null;
  /** Whether a thumb is held: axes stay. */
  held: boolean;
  /** The model can be run here; else why not. */
  live: 'starting' | 'ready' | 'off';
  /** Why it is off, where it is not plain. */
  why: Label | null;
}

export interface Moment {
  view: View;
  question: Question | null;
}

type Listener = (topics: ReadonlySet<Topic>) => void;

export class App {
  view: View;
  question: Question | null;
  /** What is answered by the result that came last; something else may be asked by now. */
  answered: Question | null;
  /** What the result on arrival answers: a link need not say it. */
  readonly home: Question | null;
  result: Result;
  status: Status;
  /** Called when a step has been made, for the address. */
  onStep: (step: Step) => void = () => {};
  /** Whether there is a step to take back. */
  canUndo = false;
  /** The model behind the page; null: nothing can be run here. */
  live: LiveModel | null = null;
  /** What is done with files that are opened. */
  open: Opened | null = null;
  /** What the files do not say. */
  notices: readonly Label[] = [];
  private listeners = new Set<Listener>();
  /** What listeners have not heard of yet. */
  private readonly untold = new Map<Listener, Set<Topic>>();

  constructor(result: Result, view: View, question: Question | null) {
    this.result = result;
    this.view = view;
    this.question = question;
    this.home = question;
    this.answered = question;
    const { replications } = result.findings;
    this.status = {
      runs: replications,
      done: replications,
      of: replications,
      problem: null,
      problemAt: null,
      stale: false,
      refused: null,
      reading: null,
      held: false,
      live: 'off',
      why: null,
    };
  }

  get now(): Settled {
    return settled(this.view, this.result);
  }

  get who() {
    return whoIsWho(this.result, this.view.lang);
  }

  get lang() {
    return this.view.lang;
  }

  /** What a scenario's numbers were changed to, by its letter. */
  changesOf(letter: string): readonly Change[] {
    return (this.question && scenarioOf(this.question, letter)?.changes) ?? [];
  }

  /** A text of the page in its language. */
  say(key: SayKey, holes?: Record<string, string | number>): string {
    return say(this.lang, key, holes);
  }

  /** The date in words. */
  dateText(day = this.now.day): string {
    return date(this.lang, this.epochDay(day));
  }

  /** A day since the switch as one since 1970-01-01. */
  epochDay(day: number): number {
    return newYear(this.result.findings.switchYear) + day;
  }

  listen(listener: Listener): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  /** Nobody listens any more: the page is being built anew. */
  forget(): void {
    forgetTurns();
    this.untold.clear();
    this.listeners.clear();
  }

  look(change: Partial<View>, step: Step = 'replace'): void {
    const before = this.view;
    this.view = { ...before, ...change };
    const changed = (Object.keys(change) as (keyof View)[]).filter((key) => before[key] !== this.view[key]);
    if (changed.length === 0) return;
    const topics = new Set<Topic>();
    if (changed.includes('lang')) topics.add('language');
    if (changed.includes('day')) topics.add('day');
    if (changed.some((key) => key !== 'day' && key !== 'lang')) topics.add('view');
    this.onStep(step);
    this.tell(topics);
  }

  ask(question: Question, step: Step = 'push'): void {
    this.question = question;
    this.status = { ...this.status, refused: null };
    this.onStep(step);
    this.tell(new Set<Topic>(['question']));
  }

  show(result: Result, runs: number, of: number): void {
    this.result = result;
    this.answered = this.question;
    this.status = {
      ...this.status,
      runs,
      stale: false,
      done: Math.max(runs, this.status.of === of ? this.status.done : 0),
      of,
      problem: null,
      problemAt: null,
    };
    openFirst(result);
    this.tellInTurns(['result', 'status']);
    openRest(result);
  }

  report(change: Partial<Status>): void {
    const before = this.status;
    this.status = { ...before, ...change };
    const changed = (Object.keys(change) as (keyof Status)[]).filter((key) => before[key] !== this.status[key]);
    if (changed.length === 0) return;
    const isProgress = changed.every((key) => key === 'done' || key === 'of');
    this.tellInTurns([isProgress ? 'progress' : 'status']);
  }

  /** Goes back to what was asked and looked at then. */
  restore({ view, question }: Moment): void {
    const topics = new Set<Topic>(['view', 'day']);
    if (view.lang !== this.view.lang) topics.add('language');
    if (question !== this.question) topics.add('question');
    this.view = view;
    this.question = question;
    this.report({ refused: null });
    this.tell(topics);
  }

  private tell(topics: ReadonlySet<Topic>): void {
    for (const listener of [...this.listeners]) listener(topics);
  }

  /** What the model does, and not the visitor: each listener hears of it when there is time, once, of all that has come. */
  private tellInTurns(topics: readonly Topic[]): void {
    for (const listener of this.listeners) {
      const untold = this.untold.get(listener) ?? new Set<Topic>();
      this.untold.set(listener, untold);
      for (const topic of topics) untold.add(topic);
      // it says that nothing else has changed
      if (untold.size > 1) untold.delete('progress');
      inTurn(listener, () => {
        this.untold.delete(listener);
        if (this.listeners.has(listener)) listener(untold);
      });
    }
  }
}
