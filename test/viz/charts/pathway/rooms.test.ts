import { describe, expect, test } from 'vitest';
import { positions, seriesNames } from '../../../../model/record.ts';
import { exits, placeOf, rooms, stationOf } from '../../../../viz/charts/pathway/rooms.ts';

const present = seriesNames.filter(({ kind }) => kind === 'position').map(({ queue }) => queue);

describe('the rooms of the pathway', () => {
  test('every position of a person who is present stands in exactly one room', () => {
    const inRooms = rooms.flatMap(({ parts }) => parts.flatMap((part) => part.positions));
    expect([...inRooms].sort()).toEqual([...present].sort());
  });

  test('positions of persons who have left are exits, and stand in no room', () => {
    const left = positions.filter((name) => !present.includes(name));
    expect([...left].sort()).toEqual([...exits].sort());
    for (const name of left) {
      expect(placeOf[positions.indexOf(name)]).toBeUndefined();
      expect(stationOf(name)).toBe(name);
    }
  });

  test('a flow from outside the model comes from "new"', () => {
    expect(stationOf('')).toBe('new');
    expect(stationOf('lar')).toBe('tsb');
  });
});
