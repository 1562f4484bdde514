import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Arc } from '../../../../viz/charts/pathway/whole-figures.ts';
import { wholeFigures } from '../../../../viz/charts/pathway/whole-figures.ts';

/** What a node takes in, less what it gives out. */
function surplus(arcs: readonly Arc[], values: readonly number[], node: string): number {
  return arcs.reduce(
    (sum, { from, to }, at) => sum + (to === node ? values[at] : 0) - (from === node ? values[at] : 0),
    0,
  );
}

describe('figures that add up, in whole numbers', () => {
  test('three thirds that make a whole are not all rounded down', () => {
    const third = { value: 1 / 3 };
    const arcs = [
      { from: 'out', to: 'room', value: 1 },
      ...['a', 'b', 'c'].flatMap((to) => [
        { from: 'room', to, ...third },
        { from: to, to: 'out', ...third },
      ]),
    ];
    const whole = wholeFigures(arcs);
    expect(whole[0]).toBe(1);
    expect(whole.slice(1).reduce((sum, value) => sum + value, 0)).toBe(2);
  });

  test('whole figures stay as they are', () => {
    const arcs = [
      { from: 'a', to: 'b', value: 3 },
      { from: 'b', to: 'a', value: 3 },
    ];
    expect(wholeFigures(arcs)).toEqual([3, 3]);
  });

  test('any flows that balance get whole figures that balance, each the one below or above', () => {
    const nodes = ['a', 'b', 'c', 'd', 'e'];
    const ring = fc.record({
      order: fc.shuffledSubarray(nodes, { minLength: 2 }),
      persons: fc.integer({ min: 1, max: 3_000 }).map((n) => n / 100),
    });
    fc.assert(
      fc.property(fc.array(ring, { minLength: 1, maxLength: 25 }), (rings) => {
        const sums = new Map<string, Arc>();
        for (const { order, persons } of rings) {
          order.forEach((from, at) => {
            const to = order[(at + 1) % order.length];
            const arc = sums.get(from + to) ?? { from, to, value: 0 };
            sums.set(from + to, { ...arc, value: arc.value + persons });
          });
        }
        const arcs = [...sums.values()];
        const whole = wholeFigures(arcs);
        for (const node of nodes) expect(surplus(arcs, whole, node)).toBe(0);
        arcs.forEach(({ value }, at) => {
          expect(Number.isInteger(whole[at])).toBe(true);
          expect(Math.abs(whole[at] - value)).toBeLessThan(1);
        });
      }),
      { seed: 1, numRuns: 300 },
    );
  });
});
