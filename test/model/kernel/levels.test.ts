import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Levels, ServersAtWork } from '../../../model/kernel/kernel.ts';

describe('levels', () => {
  test('have their areas each for itself, until they last changed', () => {
    const levels = new Levels(2);
    levels.change(0, 3, 12);
    levels.change(0, -1, 15);
    levels.set(1, 0.5, 11);
    expect([levels.level(0), levels.area(0)]).toEqual([2, 3 * 3]);
    expect([levels.level(1), levels.area(1)]).toEqual([0.5, 0]);
    levels.account(19);
    expect([levels.area(0), levels.area(1)]).toEqual([3 * 3 + 2 * 4, 0.5 * 8]);
    levels.clearAreas();
    levels.account(20);
    expect([levels.area(0), levels.area(1)]).toEqual([2, 0.5]);
  });

  test('accounted in between at any times have the same areas', () => {
    const step = fc.tuple(fc.integer({ min: 0, max: 9 }), fc.integer({ min: -5, max: 5 }), fc.boolean());
    fc.assert(
      fc.property(fc.array(step), (steps) => {
        const seldom = new Levels(1);
        const often = new Levels(1);
        let now = 0;
        for (const [wait, by, account] of steps) {
          now += wait;
          if (account) often.account(now);
          seldom.change(0, by, now);
          often.change(0, by, now);
        }
        seldom.account(now + 1);
        often.account(now + 1);
        expect([often.area(0), often.level(0)]).toEqual([seldom.area(0), seldom.level(0)]);
      }),
    );
  });

  test('are copied whole', () => {
    const levels = new Levels(1);
    levels.change(0, 2, 1);
    const copy = new Levels(1);
    copy.copyFrom(levels);
    levels.change(0, 2, 3);
    copy.account(5);
    expect([copy.level(0), copy.area(0)]).toEqual([2, 2 * 4]);
  });
});

describe('servers at work', () => {
  test('finish what they began when there are fewer of them, and are counted by the time they were there', () => {
    const servers = new ServersAtWork(0, 3);
    servers.take();
    servers.take();
    servers.resize(4, 1);
    expect([servers.busy, servers.free, servers.areaAt(6)]).toEqual([2, -1, 3 * 4 + 1 * 2]);
    servers.release();
    servers.release();
    expect(servers.free).toBe(1);
    servers.restart(10);
    expect([servers.areaAt(10), servers.areaAt(11)]).toEqual([0, 1]);
  });

  test('are copied whole', () => {
    const servers = new ServersAtWork(0, 3);
    servers.take();
    servers.resize(2, 5);
    const copy = new ServersAtWork(9, 1);
    copy.copyFrom(servers);
    servers.release();
    expect([copy.servers, copy.busy, copy.areaAt(4)]).toEqual([5, 1, 3 * 2 + 5 * 2]);
  });

  test('may be without number', () => {
    const servers = new ServersAtWork(5, Infinity);
    expect([servers.free, servers.areaAt(5), servers.areaAt(6)]).toEqual([Infinity, 0, Infinity]);
  });
});
