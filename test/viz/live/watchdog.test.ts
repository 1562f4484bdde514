import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Listener } from '../../../viz/live/conductor.ts';
import { conduct } from '../../../viz/live/conductor.ts';
import type { Problem } from '../../../viz/live/messages.ts';
import { watch } from '../../../viz/live/watchdog.ts';
import type { Question } from '../../../viz/question/question.ts';
import { live } from '../../../viz/words/live.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});
const pass = (seconds: number) => vi.advanceTimersByTime(seconds * 1_000);

describe('of workers that are watched', () => {
  test('one that answers is left alone, one that does not is given up after half a minute, once', () => {
    const given: string[] = [];
    const dog = watch<string>(
      (worker) => worker === 'answers' && dog.hear(worker),
      () => true,
      (worker) => given.push(worker),
    );
    dog.hear('answers');
    dog.hear('hangs');
    pass(30);
    expect(given).toEqual([]);
    pass(4);
    expect(given).toEqual(['hangs']);
    pass(600);
    expect(given).toEqual(['hangs']);
    dog.end();
  });

  test('none is asked while nobody waits, or after it has left', () => {
    const asked: string[] = [];
    let isAwaited = false;
    const dog = watch<string>(
      (worker) => asked.push(worker),
      () => isAwaited,
      (worker) => asked.push(`${worker} is given up`),
    );
    dog.hear('a');
    dog.hear('b');
    pass(600);
    expect(asked).toEqual([]);
    dog.leave('b');
    isAwaited = true;
    pass(10);
    expect(asked).toEqual(['a']);
    dog.end();
    pass(600);
    expect(asked).toEqual(['a']);
  });

  test('those that are slow get ten times as long as they have taken', () => {
    const given: string[] = [];
    const dog = watch<string>(
      () => {},
      () => true,
      (worker) => given.push(worker),
    );
    dog.hear('slow');
    pass(2 + 10);
    // its sign took five beats
    dog.hear('slow');
    pass(2 + 90);
    expect(given).toEqual([]);
    pass(12);
    expect(given).toEqual(['slow']);
    dog.end();
  });
});

describe('workers that never answer', () => {
  const question: Question = {
    place: 'small',
    scenarios: [{ policies: [], changes: [] }],
    replications: 3,
    seed: 1,
    years: 1,
    history: 1,
    uncertainty: 'all',
    files: {},
  };
  /** A worker that takes what it is told, and does nothing. */
  class Mute {
    static readonly all: Mute[] = [];
    readonly told: string[] = [];
    isEnded = false;
    onmessage = null;
    onerror: ((event: { preventDefault: () => void }) => void) | null = null;
    constructor() {
      Mute.all.push(this);
    }
    postMessage({ kind }: { kind: string }) {
      this.told.push(kind);
    }
    terminate() {
      this.isEnded = true;
    }
  }
  const problems: Problem[] = [];
  const listener: Listener = {
    result: () => {},
    progress: () => {},
    problem: (problem) => problems.push(problem),
  };

  test('are ended with a message, downloads end too, and after a restart new ones are asked', async () => {
    const conductor = conduct(listener, () => new Mute() as unknown as Worker, 2);
    expect(Mute.all).toHaveLength(3);
    conductor.warm(question);
    pass(600);
    expect(problems).toEqual([]);

    conductor.ask(question);
    const files = conductor.files(null);
    pass(60);
    expect(problems).toEqual([{ kind: 'failed', message: live.live_silent }]);
    expect(Mute.all.map(({ isEnded }) => isEnded)).toEqual([true, true, true]);
    expect(await files).toBeNull();
    expect(await conductor.files(null)).toBeNull();
    pass(600);
    expect(problems).toHaveLength(1);

    conductor.restart();
    conductor.ask(question);
    const [analyst, ...crew] = Mute.all.slice(3);
    expect(analyst.told).toEqual(['begin', 'simulator', 'simulator', 'ask']);
    expect(crew.map(({ told }) => told)).toEqual([['begin'], ['begin']]);
    expect(Mute.all.slice(3).some(({ isEnded }) => isEnded)).toBe(false);

    // one that is lost is replaced once, and who replaces it is watched too
    analyst.onerror?.({ preventDefault: () => {} });
    expect(Mute.all.slice(6).map(({ told }) => told)).toEqual([
      ['begin', 'simulator', 'simulator', 'ask'],
      ['begin'],
      ['begin'],
    ]);
    pass(60);
    expect(problems.map(({ message }) => message)).toEqual([live.live_silent, live.live_silent]);
    conductor.end();
    pass(600);
    expect(problems).toHaveLength(2);
  });
});
