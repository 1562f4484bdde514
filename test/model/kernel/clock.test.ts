import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Clock } from '../../../model/kernel/clock.ts';
import { Timer } from '../../../model/kernel/timer.ts';

/** What a timer of the script does when it happens: other timers are moved (after a wait) or cleared (null). */
interface Act {
  target: number;
  wait: number | null;
}

interface Script {
  list: 'pages' | 'stock';
  pageDays?: number;
  /** Act k of this list is done by the k-th timer to happen. */
  acts: Act[][];
}

class Scripted extends Timer {
  readonly run: Run;
  readonly name: number;
  constructor(run: Run, name: number) {
    super();
    this.run = run;
    this.name = name;
  }
  override happen(now: number): void {
    expect(now).toBe(this.run.clock.now);
    this.run.trace.push([this.name, now]);
    this.run.act();
  }
}

class Run {
  clock: Clock;
  readonly script: Script;
  readonly timers: Scripted[];
  trace: [number, number][] = [];
  done = 0;

  constructor(script: Script, count: number) {
    this.script = script;
    this.clock = new Clock(1, script);
    this.timers = Array.from({ length: count }, (_, name) => new Scripted(this, name));
  }

  act(): void {
    for (const { target, wait } of this.script.acts[this.done++] ?? []) {
      const timer = this.timers[target % this.timers.length];
      if (wait === null) this.clock.clear(timer);
      else this.clock.set(timer, this.clock.now + wait);
    }
  }

  copy(): Run {
    const copy = new Run(this.script, this.timers.length);
    copy.trace = this.trace.slice();
    copy.done = this.done;
    // as in a world whose parts set themselves when they are made, on a clock that is then replaced
    for (const timer of copy.timers) copy.clock.set(timer, 5);
    copy.clock = this.clock.copy((timer) => copy.timers[(timer as Scripted).name]);
    return copy;
  }
}

// whole days and small fractions of one, for many ties; and waits far beyond the last page of narrow pages
const wait = fc.oneof(
  fc.constant(0),
  fc.integer({ min: 0, max: 6 }),
  fc.integer({ min: 0, max: 8 }).map((n) => n / 4),
  fc.double({ min: 0, max: 800, noNaN: true }),
  fc.integer({ min: 4000, max: 30_000 }),
);
const act = fc.record({ target: fc.nat(19), wait: fc.option(wait, { freq: 5 }) });
const acts = fc.array(fc.array(act, { maxLength: 4 }), { minLength: 1, maxLength: 120 });
const pageDays = fc.constantFrom(0.001, 0.25, 1, 7, 1000);
const count = fc.integer({ min: 1, max: 20 });

function play(script: Script, timers: number, horizons: readonly number[]): Run {
  const run = new Run(script, timers);
  run.act();
  for (const until of horizons) run.clock.run(until);
  return run;
}

describe('a clock', () => {
  test('gives the same trace with pages of any width as with the list of simjs, over sets, moves, clears and ties', () => {
    fc.assert(
      fc.property(acts, count, pageDays, (acts, timers, pageDays) => {
        const ours = play({ list: 'pages', pageDays, acts }, timers, [1e7]);
        const stock = play({ list: 'stock', acts }, timers, [1e7]);
        expect(ours.trace).toEqual(stock.trace);
        expect(ours.clock.events).toBe(stock.clock.events);
        expect(ours.clock.events).toBe(ours.trace.length);
        expect(ours.clock.pending).toBe(stock.clock.pending);
      }),
      { numRuns: 600 },
    );
  });

  test('gives the same trace as the list of simjs with thousands of timers and whole-day ties', () => {
    const traces = (['pages', 'stock'] as const).map((list) => {
      let state = 1;
      const random = () => {
        state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
        return state / 2 ** 32;
      };
      const acts = Array.from({ length: 30_000 }, () => [
        { target: Math.floor(random() * 3000), wait: Math.floor(random() * 400) },
        { target: Math.floor(random() * 3000), wait: random() < 0.2 ? null : random() * 900 },
      ]);
      acts[0] = Array.from({ length: 3000 }, (_, target) => ({ target, wait: Math.floor(random() * 60) }));
      return play({ list, acts }, 3000, [1e5]).trace;
    });
    expect(traces[0].length).toBeGreaterThan(20_000);
    expect(traces[0]).toEqual(traces[1]);
  });

  test('widens pages that are far too narrow, with no change in the trace', () => {
    const acts = [Array.from({ length: 500 }, (_, target) => ({ target, wait: (target * 7919) % 1000 }))];
    const narrow = play({ list: 'pages', pageDays: 1e-5, acts }, 500, [1e4]);
    expect(narrow.trace).toEqual(play({ list: 'stock', acts }, 500, [1e4]).trace);
    expect(narrow.trace.length).toBe(500);
  });

  test('that stops and goes on loses nothing', () => {
    fc.assert(
      fc.property(acts, count, pageDays, fc.array(wait, { maxLength: 12 }), (acts, timers, pageDays, waits) => {
        const whole = play({ list: 'pages', pageDays, acts }, timers, [1e7]);
        let until = 1;
        const horizons = [1, ...waits.map((wait) => (until += wait)), 1e7];
        const parts = play({ list: 'pages', pageDays, acts }, timers, horizons);
        expect(parts.trace).toEqual(whole.trace);
      }),
      { numRuns: 300 },
    );
  });

  test('takes what is set between two runs, also before what it has looked at already', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('pages' as const, 'stock' as const),
        wait,
        wait,
        wait,
        (list, first, pause, second) => {
          const run = new Run({ list, acts: [] }, 2);
          run.clock.set(run.timers[0], 1 + first);
          run.clock.run(1 + pause);
          run.clock.set(run.timers[1], 1 + pause + second);
          run.clock.run(1e6);
          const expected: [number, number][] = [
            [0, 1 + first],
            [1, 1 + pause + second],
          ];
          expect(run.trace).toEqual(expected.sort((a, b) => a[1] - b[1]));
        },
      ),
    );
  });

  test('and its copy go on with the same trace, and leave each other alone', () => {
    fc.assert(
      fc.property(acts, count, pageDays, wait, fc.boolean(), (acts, timers, pageDays, until, stock) => {
        const script: Script = { list: stock ? 'stock' : 'pages', pageDays, acts };
        const straight = play(script, timers, [1e7]);
        const run = play(script, timers, [1 + until]);
        const copy = run.copy();
        expect(copy.clock.now).toBe(run.clock.now);
        expect(copy.clock.events).toBe(run.clock.events);
        for (const timer of run.timers) expect(copy.clock.at(copy.timers[timer.name])).toBe(run.clock.at(timer));
        copy.clock.run(1e7);
        expect(copy.trace).toEqual(straight.trace);
        run.clock.run(1e7);
        expect(run.trace).toEqual(straight.trace);
      }),
      { numRuns: 300 },
    );
  });

  test('is copied from inside a run too', () => {
    const run = new Run({ list: 'pages', acts: [] }, 3);
    let copy: Run | undefined;
    class Copying extends Timer {
      override happen(): void {
        copy = run.copy();
      }
    }
    run.clock.set(run.timers[0], 5);
    run.clock.set(new Copying(), 3);
    run.clock.set(run.timers[1], 3);
    run.clock.run(9);
    copy?.clock.set(copy.timers[2], 4);
    copy?.clock.run(9);
    expect(run.trace).toEqual([
      [1, 3],
      [0, 5],
    ]);
    expect(copy?.trace).toEqual([
      [1, 3],
      [2, 4],
      [0, 5],
    ]);
  });

  test('is at the horizon after a run, and what is due there has happened', () => {
    const run = new Run({ list: 'pages', acts: [] }, 2);
    run.clock.set(run.timers[0], 10);
    run.clock.set(run.timers[1], 10.5);
    run.clock.run(10);
    expect(run.trace).toEqual([[0, 10]]);
    expect(run.clock.now).toBe(10);
    run.clock.run(20.25);
    expect(run.clock.now).toBe(20.25);
    expect(run.clock.pending).toBe(0);
  });

  test('knows when a timer will happen', () => {
    const { clock, timers } = new Run({ list: 'pages', acts: [] }, 1);
    const [timer] = timers;
    expect(clock.at(timer)).toBe(Infinity);
    clock.set(timer, 7.25);
    expect(clock.at(timer)).toBe(7.25);
    clock.set(timer, 3);
    expect(clock.at(timer)).toBe(3);
    clock.set(timer, Infinity);
    expect(clock.at(timer)).toBe(Infinity);
    expect(clock.pending).toBe(0);
    clock.clear(timer);
    clock.set(timer, 4);
    clock.run(5);
    expect(clock.at(timer)).toBe(Infinity);
  });

  test('uses the row of a timer again once it is gone', () => {
    const run = new Run({ list: 'pages', acts: [] }, 2000);
    for (let day = 2; day < 1000; day++) {
      run.clock.set(run.timers[day], day);
      run.clock.set(run.timers[day + 1], day + 0.5);
      run.clock.clear(run.timers[day + 1]);
      run.clock.run(day);
      expect(run.timers[day].slot).toBeLessThan(4);
    }
  });

  test('refuses what cannot be, and says the numbers', () => {
    const run = new Run({ list: 'pages', acts: [] }, 1);
    const { clock, timers } = run;
    clock.run(12.5);
    expect(() => clock.set(timers[0], 12)).toThrow('set to 12: it is 12.5 now');
    expect(() => clock.set(timers[0], NaN)).toThrow('NaN');
    expect(() => clock.run(11)).toThrow('run to 11: it is 12.5 now');
    expect(() => clock.run(Infinity)).toThrow('Infinity');
    expect(() => new Clock(0)).toThrow('not at 0');
    expect(() => new Clock(1, { pageDays: 0 })).toThrow('not 0');
    clock.set(timers[0], 14);
    expect(() => clock.copy(() => undefined as unknown as Timer)).toThrow('no twin');
  });

  test('goes on after a timer has thrown, and cannot be run inside a run', () => {
    const run = new Run({ list: 'pages', acts: [] }, 1);
    class Failing extends Timer {
      override happen(): void {
        run.clock.run(99);
      }
    }
    run.clock.set(new Failing(), 3);
    run.clock.set(run.timers[0], 4);
    expect(() => run.clock.run(10)).toThrow('inside a run: it is 3 now');
    run.clock.run(10);
    expect(run.trace).toEqual([[0, 4]]);
  });
});

test('simjs leaves no window behind', () => {
  expect('window' in globalThis).toBe(false);
  expect('Sim' in globalThis).toBe(false);
});
