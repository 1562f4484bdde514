import { afterEach, describe, expect, it, vi } from 'vitest';
import { forgetTurns, inTurn } from '../../../viz/page/turns.ts';

describe('work in turns', () => {
  afterEach(() => {
    forgetTurns();
    vi.useRealTimers();
    vi.restoreAllMocks();
  });

  it('is done in the order of asking, each piece once', () => {
    vi.useFakeTimers();
    const done: string[] = [];
    const [a, b] = [{}, {}];
    inTurn(a, () => done.push('a'));
    inTurn(b, () => done.push('b'));
    inTurn(a, () => done.push('a again'));
    expect(done).toEqual([]);
    vi.runAllTimers();
    expect(done).toEqual(['a', 'b']);
  });

  it('lets others in after a piece that took long', () => {
    vi.useFakeTimers();
    let now = 0;
    vi.spyOn(performance, 'now').mockImplementation(() => now);
    const done: string[] = [];
    inTurn({}, () => {
      done.push('long');
      now += 15;
    });
    setTimeout(() => done.push('somebody else'));
    inTurn({}, () => done.push('next'));
    vi.runAllTimers();
    expect(done).toEqual(['long', 'somebody else', 'next']);
  });

  it('that asks for more is followed by it; what is forgotten is never done', () => {
    vi.useFakeTimers();
    const done: string[] = [];
    inTurn({}, () => {
      done.push('first');
      inTurn({}, () => done.push('second'));
    });
    vi.runAllTimers();
    expect(done).toEqual(['first', 'second']);
    inTurn({}, () => done.push('never'));
    forgetTurns();
    vi.runAllTimers();
    inTurn({}, () => done.push('third'));
    vi.runAllTimers();
    expect(done).toEqual(['first', 'second', 'third']);
  });
});
