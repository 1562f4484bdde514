import { describe, expect, test } from 'vitest';
import { deterministic, exponential, simulateNetwork } from '../../../model/kernel/kernel.ts';
import { byCustomer, desk, row, story, visitsOf } from './hand.ts';

describe('a desk', () => {
  test('serves one at a time, in order of coming', () => {
    expect(desk([1, 2, 3], 2)).toEqual([
      row({ customer: 0, arrived: 1, found: 0, began: 1, left: 3, waited: 0 }),
      row({ customer: 1, arrived: 2, found: 1, began: 3, left: 5, waited: 1 }),
      row({ customer: 2, arrived: 3, found: 1, began: 5, left: 7, waited: 2 }),
    ]);
  });

  test('serves as many at once as it has servers', () => {
    expect(story(desk([1, 1, 1, 1], 2, { servers: 3 }))).toEqual([
      [0, 'served', 1, 3],
      [1, 'served', 1, 3],
      [2, 'served', 1, 3],
      [3, 'served', 3, 5],
    ]);
  });

  test('begins at once with everybody when it has servers without end', () => {
    expect(desk([1, 1, 1, 1], 2, { servers: Infinity }).every(({ waited }) => waited === 0)).toBe(true);
  });

  test('lets nobody wait when gaps are longer than services (D/D/1), and at load 1 neither', () => {
    for (const gap of [1, 1.25]) {
      const { nodes } = simulateNetwork({
        sources: { door: { gap: deterministic(gap) } },
        nodes: { desk: { service: deterministic(1) } },
        arrivals: 1000,
      });
      expect(nodes.desk).toMatchObject({ served: 1000, meanWait: 0, waiting: 0, longest: 0 });
    }
  });

  test('has a line that grows by half a customer a unit of time at load 1.5 (D/D/1)', () => {
    const visits = visitsOf({
      sources: { door: { gap: deterministic(1) } },
      nodes: { desk: { service: deterministic(1.5) } },
      arrivals: 100,
    });
    expect(visits.map(({ waited }) => waited)).toEqual(Array.from({ length: 100 }, (_, n) => n / 2));
  });

  test('counts from time 0, at which customers may come', () => {
    const { visits, nodes, end } = simulateNetwork({
      sources: { door: { times: [0, 0, 1] } },
      nodes: { desk: { service: deterministic(1) } },
      until: 4,
    });
    expect(story([...visits])).toEqual([
      [0, 'served', 0, 1],
      [1, 'served', 1, 2],
      [2, 'served', 2, 3],
    ]);
    expect(end).toBe(4);
    expect(nodes.desk).toEqual({
      duration: 4,
      arrived: 3,
      served: 3,
      reneged: 0,
      balked: 0,
      rejected: 0,
      lost: 0,
      unfinished: 0,
      waiting: 2 / 4,
      inService: 3 / 4,
      present: 5 / 4,
      utilisation: 3 / 4,
      throughput: 3 / 4,
      meanWait: 2 / 3,
      meanStay: 5 / 3,
      longest: 1,
      shares: [1 / 4, 1 / 4, 2 / 4],
    });
  });
});

describe('who is still there at the end', () => {
  test('is told of as unfinished, with the time waited and served so far', () => {
    expect(desk([1, 2], 10, {}, { until: 5 })).toEqual([
      row({ customer: 0, arrived: 1, type: 'unfinished', began: 1, left: null, waited: 0, served: 4 }),
      row({ customer: 1, arrived: 2, found: 1, type: 'unfinished', began: null, left: null, waited: 3, served: 0 }),
    ]);
  });

  test('is whoever no server comes for, when the run has no end of its own', () => {
    const { end, visits } = simulateNetwork({
      sources: { door: { times: [1, 4] } },
      nodes: { desk: { servers: 0, service: deterministic(1) } },
    });
    expect(end).toBe(4);
    expect([...visits].map(({ type, waited }) => [type, waited])).toEqual([
      ['unfinished', 3],
      ['unfinished', 0],
    ]);
  });
});

describe('a run', () => {
  const description = {
    sources: { door: { gap: exponential(1) } },
    nodes: { desk: { servers: 2, service: exponential(1.8), patience: exponential(3) } },
    until: 500,
  };

  test("is the same again, on simjs's own list of events, and with pages of any width", () => {
    const first = visitsOf(description);
    expect(visitsOf(description)).toEqual(first);
    expect(visitsOf({ ...description, list: 'stock' })).toEqual(first);
    expect(visitsOf({ ...description, pageWidth: 1000 })).toEqual(first);
    expect(visitsOf({ ...description, replication: 1 })).not.toEqual(first);
    expect(visitsOf({ ...description, seed: 2 })).not.toEqual(first);
  });

  test('has the same statistics when its visits are not kept', () => {
    const without = simulateNetwork({ ...description, visits: false });
    expect(without.visits.length).toBe(0);
    expect(without.nodes).toEqual(simulateNetwork(description).nodes);
  });

  test('draws the same gaps and services whatever else is changed', () => {
    const drawn = (servers: number) =>
      byCustomer(visitsOf({ ...description, nodes: { desk: { servers, service: exponential(1.8) } }, arrivals: 300 }))
        .filter(({ type }) => type === 'served')
        .map(({ customer, arrived, served }) => [customer, arrived, served]);
    const [two, five] = [drawn(2), drawn(5)];
    expect(two.length).toBeGreaterThan(200);
    for (const [customer, ...rest] of two)
      expect([customer, ...rest]).toEqual(five.find(([other]) => other === customer));
  });

  test('draws the same for the customers of a source when another comes beside it', () => {
    const drawn = (more: object) =>
      visitsOf({
        sources: { ...description.sources, ...more },
        nodes: { desk: { servers: Infinity, service: exponential(1.8) } },
        until: 300,
      })
        .filter(({ source, type }) => source === 'door' && type === 'served')
        .map(({ arrived, served }) => [arrived, served]);
    expect(drawn({}).length).toBeGreaterThan(200);
    expect(drawn({ window: { rate: 1 } })).toEqual(drawn({}));
  });

  test('counts from the end of the warm-up only', () => {
    const { nodes } = simulateNetwork({
      sources: { door: { times: [1, 5, 8] } },
      nodes: { desk: { service: deterministic(4) } },
      until: 11,
      warmUp: 4,
    });
    // from 4 to 11: served until 5, from 5 to 9 the second, then the third, who has waited 1
    expect(nodes.desk).toMatchObject({
      duration: 7,
      arrived: 2,
      served: 1,
      unfinished: 1,
      inService: 1,
      waiting: 1 / 7,
    });
    expect(nodes.desk.throughput).toBe(2 / 7);
    expect(nodes.desk.meanStay).toBe(4);
  });
});
