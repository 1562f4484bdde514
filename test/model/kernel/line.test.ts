import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Line, OrderedLine, Place } from '../../../model/kernel/line.ts';

type Command = { does: 'join'; who: number; order: number } | { does: 'leave'; who: number } | { does: 'take' };

const command: fc.Arbitrary<Command> = fc.oneof(
  { weight: 4, arbitrary: fc.record({ does: fc.constant('join' as const), who: fc.nat(11), order: fc.nat(2) }) },
  { weight: 2, arbitrary: fc.record({ does: fc.constant('leave' as const), who: fc.nat(11) }) },
  { weight: 1, arbitrary: fc.record({ does: fc.constant('take' as const) }) },
);

interface Standing {
  who: number;
  since: number;
  order: number;
}

/** The same commands to a line and to a plain array that is sorted each time. */
function play(line: Line<number> | OrderedLine<number>, commands: Command[]): Line<number> | OrderedLine<number> {
  const places = Array.from({ length: 12 }, (_, who) => new Place(who));
  let plain: Standing[] = [];
  commands.forEach((command, now) => {
    if (command.does === 'join') {
      const place = places[command.who];
      if (plain.some(({ who }) => who === command.who)) {
        expect(() => line.join(place, now, command.order)).toThrow('stands in one since');
      } else {
        line.join(place, now, command.order);
        plain.push({ who: command.who, since: now, order: command.order });
        plain.sort((a, b) => a.order - b.order || a.since - b.since);
      }
    } else if (command.does === 'leave') {
      line.leave(places[command.who]);
      plain = plain.filter(({ who }) => who !== command.who);
    } else {
      expect(line.take()?.who).toBe(plain.shift()?.who);
    }
    check(line, plain, places);
  });
  // the copy stands alike, and the line is not touched by what is done to the copy
  const twins = places.map(({ who }) => new Place(who));
  const copy = line.copy((place) => twins[place.who]);
  check(copy, plain, twins);
  copy.take();
  check(line, plain, places);
  for (const { who } of plain.slice(1)) expect(copy.take()).toBe(twins[who]);
  expect(copy.take()).toBeNull();
  return line;
}

function check(line: Line<number> | OrderedLine<number>, plain: Standing[], places: Place<number>[]): void {
  expect(line.length).toBe(plain.length);
  expect(line.first()?.who).toBe(plain[0]?.who);
  expect([...line].map(({ who, since }) => ({ who, since }))).toEqual(plain.map(({ who, since }) => ({ who, since })));
  expect(line.oldest()).toBe(Math.min(Infinity, ...plain.map(({ since }) => since)));
  for (const place of places) expect(place.line === line).toBe(plain.some(({ who }) => who === place.who));
}

describe('a waiting line', () => {
  test('serves by rank, then by arrival, as a sorted array does', () => {
    fc.assert(fc.property(fc.array(command, { maxLength: 80 }), (commands) => void play(new Line(3), commands)));
  });

  test('by key serves the lowest first, then by arrival, as a sorted array does', () => {
    fc.assert(fc.property(fc.array(command, { maxLength: 80 }), (commands) => void play(new OrderedLine(), commands)));
  });

  test('by key takes any number as a key, also negative and infinite', () => {
    fc.assert(
      fc.property(fc.array(fc.double({ noNaN: true })), (keys) => {
        const line = new OrderedLine<number>();
        for (const [i, key] of keys.entries()) line.join(new Place(i), i, key);
        const served = [...line].map(({ key }) => key);
        const taken = keys.map(() => line.take()?.key);
        const plain = keys.slice().sort((a, b) => (a === b ? 0 : a - b));
        // -0 and 0 are the same key
        expect(served.map((key) => key + 0)).toEqual(plain.map((key) => key + 0));
        expect(taken).toEqual(served);
      }),
    );
  });

  test('by key stays in order when who leaves is replaced by one who must pass the place above', () => {
    // a heap of four levels, written row by row: 7, the last, fills the gap of 13 and must pass 11 but not 4
    const keys = [0, 4, 1, 11, 5, 2, 3, 13, 14, 15, 16, 20, 21, 22, 7];
    const line = new OrderedLine<number>();
    const places = keys.map((key) => new Place(key));
    for (const place of places) line.join(place, 0, place.who);
    line.leave(places[7]);
    const served = places.slice(1).map(() => line.take()?.who);
    expect(served).toEqual([0, 1, 2, 3, 4, 5, 7, 11, 14, 15, 16, 20, 21, 22]);
  });

  test('has one rank unless it is given more', () => {
    const line = new Line<number>();
    line.join(new Place(1), 0);
    expect(line.first()?.who).toBe(1);
    expect(() => line.join(new Place(2), 0, 1)).toThrow('a line of 1 ranks has no rank 1');
  });

  test('lets the one just given leave while it is walked', () => {
    const line = new Line<number>(2);
    for (let i = 0; i < 6; i++) line.join(new Place(i), i, i % 2);
    const seen: number[] = [];
    for (const place of line) {
      seen.push(place.who);
      if (place.who % 3 !== 0) line.leave(place);
    }
    expect(seen).toEqual([0, 2, 4, 1, 3, 5]);
    expect([...line].map(({ who }) => who)).toEqual([0, 3]);
  });

  test('refuses a place that stands elsewhere, a rank that it has not, and a key that is no number', () => {
    const [one, other] = [new Line<number>(2), new OrderedLine<number>()];
    const place = new Place(1);
    one.join(place, 3, 1);
    expect(() => other.join(place, 4, 0)).toThrow('at 4: stands in one since 3');
    expect(() => other.leave(place)).toThrow('another line, since 3');
    expect(() => one.join(new Place(2), 4, 2)).toThrow('a line of 2 ranks has no rank 2');
    expect(() => one.join(new Place(2), 4, -1)).toThrow('-1');
    expect(() => other.join(new Place(2), 4, NaN)).toThrow('NaN');
    expect(() => one.join(new Place(2), 4, 0.5)).toThrow('no rank 0.5');
    expect(() => new Line<number>(2).leave(place)).toThrow('another line, since 3');
    expect(() => new Line(0)).toThrow('not 0');
    expect(() => new Line(1.5)).toThrow('one rank or more, not 1.5');
    one.leave(new Place(3));
    expect(one.length).toBe(1);
    expect(other.length).toBe(0);
  });
});
