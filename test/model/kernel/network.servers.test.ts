import { describe, expect, test } from 'vitest';
import type { NodeDescription } from '../../../model/kernel/kernel.ts';
import { deterministic, simulateNetwork } from '../../../model/kernel/kernel.ts';
import { byCustomer, desk, row, story, visitsOf } from './hand.ts';

describe('servers that come and go', () => {
  const steps = [
    { from: 0, servers: 2 },
    { from: 3, servers: 1 },
    { from: 20, servers: 2 },
  ];
  // two begin at 1 and 2, a third waits from 2.5; the second server goes at 3
  const of = (cut: NodeDescription['cut']) => byCustomer(desk([1, 2, 2.5], 6, { servers: steps, cut }));

  test('finish what they have begun, unless another rule is stated', () => {
    expect(story(of('finish'))).toEqual([
      [0, 'served', 1, 7],
      [1, 'served', 2, 8],
      [2, 'served', 8, 14],
    ]);
    expect(of('finish')).toEqual(of(undefined));
  });

  test('interrupt who began last, who waits before the others and resumes', () => {
    expect(of('resume')).toEqual([
      row({ customer: 0, arrived: 1, began: 1, left: 7, waited: 0, served: 6 }),
      row({ customer: 1, arrived: 2, found: 1, began: 2, left: 12, waited: 4, served: 6 }),
      row({ customer: 2, arrived: 2.5, found: 2, began: 12, left: 18, waited: 9.5, served: 6 }),
    ]);
  });

  test('interrupt and begin again with the same service time', () => {
    expect(of('restart')).toEqual([
      row({ customer: 0, arrived: 1, began: 1, left: 7, waited: 0, served: 6 }),
      row({ customer: 1, arrived: 2, found: 1, began: 2, left: 13, waited: 4, served: 7 }),
      row({ customer: 2, arrived: 2.5, found: 2, began: 13, left: 19, waited: 10.5, served: 6 }),
    ]);
  });

  test('send away who is interrupted', () => {
    expect(story(of('lose'))).toEqual([
      [0, 'served', 1, 7],
      [1, 'lost', 2, 3],
      [2, 'served', 7, 13],
    ]);
  });

  test('interrupt the latest rank first, and let it keep its rank', () => {
    const visits = visitsOf({
      classes: { urgent: 0, ordinary: 1 },
      sources: { a: { times: [1], class: 'ordinary' }, b: { times: [2, 4], class: 'urgent' } },
      nodes: {
        desk: {
          servers: [
            { from: 0, servers: 2 },
            { from: 3, servers: 1 },
          ],
          service: deterministic(5),
          cut: 'resume',
        },
      },
    });
    expect(visits.map(({ arrived, left }) => [arrived, left])).toEqual([
      [2, 7],
      [4, 12],
      [1, 15],
    ]);
  });

  test('leave after a service that ends in the same moment: nobody is interrupted at the end', () => {
    const servers = [
      { from: 0, servers: 1 },
      { from: 3, servers: 0 },
    ];
    expect(story(desk([1], 2, { servers, cut: 'lose' }))).toEqual([[0, 'served', 1, 3]]);
  });

  test('may come again each period, such as by day', () => {
    const servers = {
      steps: [
        { from: 0, servers: 0 },
        { from: 8, servers: 1 },
        { from: 16, servers: 0 },
      ],
      period: 24,
    };
    expect(story(desk([1, 2, 3, 4], 5, { servers }))).toEqual([
      [0, 'served', 8, 13],
      [1, 'served', 13, 18],
      [2, 'served', 32, 37],
      [3, 'served', 37, 42],
    ]);
  });

  test('are counted as they are there', () => {
    const { nodes } = simulateNetwork({
      sources: { door: { times: [1] } },
      nodes: { desk: { servers: steps, service: deterministic(30) } },
      until: 40,
    });
    // 2 × 3 + 1 × 17 + 2 × 20 there, 30 at work
    expect(nodes.desk.utilisation).toBe(30 / 63);
  });
});
