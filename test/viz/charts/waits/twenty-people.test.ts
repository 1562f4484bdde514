import { describe, expect, it } from 'vitest';
import { servedWithin, shareOut, twentyPeople } from '../../../../viz/charts/waits/twenty-people.ts';
import type { WaitBin } from '../../../../viz/result/result.ts';

function bin(from: number, to: number | null, served: number, gaveUp = 0, stillWaiting = 0): WaitBin {
  return { scenario: 'town', municipality: '1', queue: 'bed', from, to, served, gaveUp, stillWaiting };
}

describe('twenty people of a queue', () => {
  it('are shared out by largest remainder, and are always twenty', () => {
    expect(shareOut([70, 20, 10], 20)).toEqual([14, 4, 2]);
    // 6.67 each: the first two take what is left
    expect(shareOut([1, 1, 1], 20)).toEqual([7, 7, 6]);
    expect(shareOut([97, 2, 1], 20)).toEqual([20, 0, 0]);
    for (let a = 0; a < 40; a++) {
      const parts = shareOut([a, 3 * a + 1, 17], 20);
      expect(parts.reduce((sum, part) => sum + part, 0)).toBe(20);
    }
  });

  it('were served in the weeks that hold their quantiles', () => {
    // 100 joined: 80 served, 15 gave up, 5 wait → 16, 3 and 1 of twenty
    const people = twentyPeople([bin(0, 7, 40, 10), bin(7, 14, 35, 5, 5), bin(14, 21, 5)]);
    expect(people?.dots).toEqual({ served: 16, gaveUp: 3, stillWaiting: 1 });
    // quantiles (j − ½)/16 of 80 are 2.5, 7.5, … 77.5: eight to 40, seven to 75, one beyond
    expect(people?.weeks.map(({ from }) => from)).toEqual([...Array(8).fill(0), ...Array(7).fill(7), 14]);
  });

  it('are the same whatever the order of the bins, and nobody where nobody joined', () => {
    const bins = [bin(0, 7, 4), bin(7, 14, 5, 3), bin(364, 730, 1), bin(730, null, 2, 0, 9)];
    expect(twentyPeople([...bins].reverse())).toEqual(twentyPeople(bins));
    expect(twentyPeople([bin(0, 7, 0)])).toBeNull();
    expect(twentyPeople([])).toBeNull();
  });

  it('have nobody served where all gave up', () => {
    const people = twentyPeople([bin(0, 7, 0, 9)]);
    expect(people?.dots).toEqual({ served: 0, gaveUp: 20, stillWaiting: 0 });
    expect(people?.weeks).toEqual([]);
  });

  it('count as served within so many days only what surely was', () => {
    const bins = [bin(0, 7, 4), bin(7, 14, 2, 1), bin(364, 730, 1), bin(730, null, 2)];
    expect(servedWithin(bins, 7)).toBe(0.4);
    expect(servedWithin(bins, 14)).toBe(0.6);
    expect(servedWithin([], 7)).toBeNull();
  });
});
