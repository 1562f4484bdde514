import { describe, expect, test } from 'vitest';
import type { NodeDescription } from '../../../model/kernel/kernel.ts';
import { deterministic, empirical, simulateNetwork } from '../../../model/kernel/kernel.ts';
import { byCustomer, desk, story, visitsOf } from './hand.ts';

describe('room', () => {
  test('is places to wait: who finds all taken is rejected', () => {
    expect(story(byCustomer(desk([1, 2, 3, 4.5], 3, { room: 1 })))).toEqual([
      [0, 'served', 1, 4],
      [1, 'served', 4, 7],
      [2, 'rejected', null, 3],
      [3, 'served', 7, 10],
    ]);
  });

  test('may be none, as in a loss system', () => {
    expect(story(byCustomer(desk([1, 2, 3, 4], 2, { room: 0 })))).toEqual([
      [0, 'served', 1, 3],
      [1, 'rejected', null, 2],
      [2, 'served', 3, 5],
      [3, 'rejected', null, 4],
    ]);
  });

  test('sends the rejected elsewhere, if somewhere is said', () => {
    const visits = visitsOf({
      sources: { door: { times: [1, 1], to: 'first' } },
      nodes: {
        first: { service: deterministic(2), room: 0, otherwise: { rejected: 'second' } },
        second: { service: deterministic(3) },
      },
    });
    expect(visits.map(({ customer, node, type, left }) => [customer, node, type, left])).toEqual([
      [1, 'first', 'rejected', 1],
      [0, 'first', 'served', 3],
      [1, 'second', 'served', 4],
    ]);
  });
});

describe('balking', () => {
  test('as a function of the node is asked of everybody who comes', () => {
    const asked: number[] = [];
    const balking: NodeDescription['balking'] = (_draws, _customer, node) => {
      asked.push(node.present);
      return node.waiting >= 1;
    };
    expect(story(byCustomer(desk([1, 2, 3], 5, { balking })))).toEqual([
      [0, 'served', 1, 6],
      [1, 'served', 6, 11],
      [2, 'balked', null, 3],
    ]);
    expect(asked).toEqual([0, 1, 2]);
  });

  test('as a number is the chance of those who would have to wait', () => {
    expect(desk([1, 2, 7], 5, { balking: 1 }).map(({ type }) => type)).toEqual(['balked', 'served', 'served']);
    expect(desk([1, 2, 7], 5, { balking: 0 }).every(({ type }) => type === 'served')).toBe(true);
    const { nodes } = simulateNetwork({
      start: [{ count: 10_001 }],
      nodes: { desk: { service: deterministic(5), balking: 0.3 } },
      until: 1,
    });
    // binomial of 10,000 with 0.3: within 3.3 standard deviations of 45.8
    expect(Math.abs(nodes.desk.balked - 3000)).toBeLessThan(3.3 * 45.8);
  });

  test('comes after rejection: who is rejected is not asked', () => {
    expect(desk([1, 2], 5, { room: 0, balking: 1 }).map(({ type }) => type)).toEqual(['rejected', 'served']);
  });
});

describe('reneging', () => {
  test('leaves the line when patience is over, from wherever it stands', () => {
    const patience = empirical([2]);
    expect(story(byCustomer(desk([1, 2, 3, 3.5], 4, { patience })))).toEqual([
      [0, 'served', 1, 5],
      [1, 'reneged', null, 4],
      [2, 'served', 5, 9],
      [3, 'reneged', null, 5.5],
    ]);
  });

  test('does not happen at the very moment at which a server becomes free', () => {
    expect(story(desk([1, 3], 4, { patience: deterministic(2) }))).toEqual([
      [0, 'served', 1, 5],
      [1, 'served', 5, 9],
    ]);
    // whichever was known first: here the patience, set at 1, is older than the end of the service, set at 4
    expect(story(byCustomer(desk([0, 1, 1], 3, { servers: 1, patience: deterministic(5) })))).toEqual([
      [0, 'served', 0, 3],
      [1, 'served', 3, 6],
      [2, 'served', 6, 9],
    ]);
  });

  test('does not happen at the very moment at which a new server comes', () => {
    const servers = [
      { from: 0, servers: 0 },
      { from: 6, servers: 1 },
    ];
    const visits = desk([1, 1], 1, { servers, patience: deterministic(5) });
    expect(story(visits)).toEqual([
      [1, 'reneged', null, 6],
      [0, 'served', 6, 7],
    ]);
    // also when the patience, set at 1, is known before the new server, set at 2
    const later = [servers[0], { from: 2, servers: 0 }, servers[1]];
    expect(desk([1, 1], 1, { servers: later, patience: deterministic(5) })).toEqual(visits);
  });

  test('has a patience by class: who has none waits for ever', () => {
    const visits = visitsOf({
      classes: { calm: 0, hasty: 0 },
      sources: { calm: { times: [1, 2], class: 'calm' }, hasty: { times: [3], class: 'hasty' } },
      nodes: { desk: { service: deterministic(10), patience: { hasty: deterministic(1) } } },
    });
    expect(visits.map((visit) => [visit.class, visit.type, visit.left])).toEqual([
      ['hasty', 'reneged', 4],
      ['calm', 'served', 11],
      ['calm', 'served', 21],
    ]);
  });

  test('goes where the node says', () => {
    const visits = visitsOf({
      sources: { door: { times: [1, 2], to: 'desk' } },
      nodes: {
        desk: { service: deterministic(10), patience: deterministic(3), otherwise: { reneged: 'phone' } },
        phone: { service: deterministic(1) },
      },
    });
    expect(visits.map(({ node, type, left }) => [node, type, left])).toEqual([
      ['desk', 'reneged', 5],
      ['phone', 'served', 6],
      ['desk', 'served', 11],
    ]);
  });
});
