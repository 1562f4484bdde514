import { describe, expect, test } from 'vitest';
import { deterministic, exponential, simulateNetwork } from '../../../model/kernel/kernel.ts';
import { desk, visitsOf } from './hand.ts';

describe('routing', () => {
  test('takes customers from node to node, and back', () => {
    const visits = visitsOf({
      sources: { door: { times: [1], to: 'a' } },
      nodes: {
        a: { service: deterministic(1), route: (_draws, { visit }) => (visit < 2 ? 'b' : null) },
        b: { service: deterministic(2), route: 'a' },
      },
    });
    expect(visits.map(({ node, visit, left }) => [node, visit, left])).toEqual([
      ['a', 0, 2],
      ['b', 0, 4],
      ['a', 1, 5],
      ['b', 1, 7],
      ['a', 2, 8],
    ]);
  });

  test('draws anew at each visit, and the same for the first whatever happened before', () => {
    const served = (first: string) =>
      visitsOf({
        sources: { door: { times: [1], to: first } },
        nodes: {
          a: { service: exponential(1), route: 'b' },
          b: { service: exponential(1), route: (_draws, { visit }) => (visit < 3 ? 'b' : null) },
        },
      })
        .filter(({ node }) => node === 'b')
        .map(({ served: time }) => time);
    expect(new Set(served('b')).size).toBe(4);
    expect(served('a')).toEqual(served('b'));
  });

  test('lets the line move before who was served comes back', () => {
    const visits = desk([1, 2], 3, { route: (_draws, { visit }) => (visit === 0 ? 'desk' : null) });
    expect(visits.map(({ customer, visit, began }) => [customer, visit, began])).toEqual([
      [0, 0, 1],
      [1, 0, 4],
      [0, 1, 7],
      [1, 1, 10],
    ]);
  });

  test('follows its chances, the rest leaves', () => {
    const { nodes } = simulateNetwork({
      sources: { door: { gap: deterministic(1), to: { a: 0.5, b: 0.5 } } },
      nodes: {
        a: { servers: Infinity, service: deterministic(1), route: { b: 0.2, c: 0.3 } },
        b: { servers: Infinity, service: deterministic(1) },
        c: { servers: Infinity, service: deterministic(1) },
      },
      arrivals: 10_000,
    });
    // binomials of 10,000: within 3.3 standard deviations
    expect(Math.abs(nodes.a.arrived - 5000)).toBeLessThan(3.3 * 50);
    expect(Math.abs(nodes.b.arrived - 6000)).toBeLessThan(3.3 * 49);
    expect(Math.abs(nodes.c.arrived - 1500)).toBeLessThan(3.3 * 36);
  });

  test('may look at the network, and may give another class', () => {
    const visits = visitsOf({
      classes: { fresh: 0, seen: 0 },
      sources: { door: { times: [1, 1, 1], to: 'desk' } },
      nodes: {
        desk: {
          servers: Infinity,
          service: deterministic(1),
          route: (_draws, customer, network) => {
            customer.class = 'seen';
            return network.node('a').present <= network.node('b').present ? 'a' : 'b';
          },
        },
        a: { service: deterministic(1) },
        b: { service: deterministic(1) },
      },
    });
    expect(visits.map((visit) => [visit.node, visit.class])).toEqual([
      ['desk', 'fresh'],
      ['desk', 'fresh'],
      ['desk', 'fresh'],
      ['a', 'seen'],
      ['b', 'seen'],
      ['a', 'seen'],
    ]);
  });

  test('keeps a closed network going: a machine and its repair', () => {
    const { nodes } = simulateNetwork({
      start: [{ to: 'running', count: 2 }],
      nodes: {
        running: { servers: Infinity, service: deterministic(3), route: 'repair' },
        repair: { service: deterministic(1), route: 'running' },
      },
      until: 4003,
      warmUp: 3,
    });
    // both fail at 3; the second waits for the first once, and from then on they take turns
    expect(nodes.running.present).toBeCloseTo(1.5, 2);
    expect(nodes.repair.longest).toBe(1);
  });
});
