import { describe, expect, test } from 'vitest';
import type { NodeDescription, Visit } from '../../../model/kernel/kernel.ts';
import { deterministic, empirical, exponential, simulateNetwork } from '../../../model/kernel/kernel.ts';
import { byCustomer, desk, story, visitsOf } from './hand.ts';

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

describe('priorities', () => {
  const classes = { urgent: 0, ordinary: 1 };
  const sources = {
    ordinary: { times: [1, 2, 3], class: 'ordinary' },
    urgent: { times: [4, 5], class: 'urgent' },
  };

  test('let lower ranks be served first, in order of coming within a rank, without interrupting', () => {
    const visits = visitsOf({ classes, sources, nodes: { desk: { service: deterministic(10) } } });
    expect(visits.map((visit) => [visit.class, visit.priority, visit.arrived, visit.began])).toEqual([
      ['ordinary', 1, 1, 1],
      ['urgent', 0, 4, 11],
      ['urgent', 0, 5, 21],
      ['ordinary', 1, 2, 31],
      ['ordinary', 1, 3, 41],
    ]);
  });

  test('may differ from node to node', () => {
    const visits = visitsOf({
      classes,
      sources,
      nodes: { desk: { service: deterministic(10), priority: { urgent: 1, ordinary: 0 } } },
    });
    expect(visits.map(({ arrived }) => arrived)).toEqual([1, 2, 3, 4, 5]);
  });

  test('interrupt those who rank later where the node is preemptive', () => {
    const node = { service: deterministic(10), preemptive: true };
    const of = (cut: 'resume' | 'restart' | 'lose') =>
      visitsOf({ classes, sources, nodes: { desk: { ...node, cut } } }).map(
        ({ arrived, type, left, waited, served }) => [arrived, type, left, waited, served],
      );
    expect(of('resume')).toEqual([
      [4, 'served', 14, 0, 10],
      [5, 'served', 24, 9, 10],
      [1, 'served', 31, 20, 10],
      [2, 'served', 41, 29, 10],
      [3, 'served', 51, 38, 10],
    ]);
    expect(of('restart')[2]).toEqual([1, 'served', 34, 20, 13]);
    expect(of('lose')[0]).toEqual([1, 'lost', 4, 0, 3]);
  });
});

describe('a key', () => {
  const service = (_draws: unknown, customer: { number: number }) => [5, 4, 1, 2][customer.number];

  test('of the service time serves the shortest job first', () => {
    const visits = desk([1, 2, 3, 4], 0, { service, key: (_draws, customer) => customer.service });
    expect(story(visits)).toEqual([
      [0, 'served', 1, 6],
      [2, 'served', 6, 7],
      [3, 'served', 7, 9],
      [1, 'served', 9, 13],
    ]);
  });

  test('of the time of coming, turned round, serves the last first', () => {
    const visits = desk([1, 2, 3, 4], 5, { key: (_draws, customer) => -customer.joined });
    expect(visits.map(({ customer }) => customer)).toEqual([0, 3, 2, 1]);
  });

  test('counts within ranks only, and on ties the order of coming', () => {
    const visits = visitsOf({
      classes: { urgent: 0, ordinary: 1 },
      sources: { a: { times: [1, 2, 3], class: 'ordinary' }, b: { times: [4], class: 'urgent' } },
      nodes: { desk: { service: deterministic(5), key: (_draws, { class: name }) => (name === 'urgent' ? 9 : 1) } },
    });
    expect(visits.map(({ arrived }) => arrived)).toEqual([1, 4, 2, 3]);
  });
});

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

describe('arrivals', () => {
  test('come in batches, of which each customer is one of its own', () => {
    const visits = visitsOf({
      sources: { bus: { times: [1, 2], batch: 2 } },
      nodes: { desk: { service: deterministic(1), room: 1 } },
    });
    expect(story(byCustomer(visits))).toEqual([
      [0, 'served', 1, 2],
      [1, 'served', 2, 3],
      [2, 'served', 3, 4],
      [3, 'rejected', null, 2],
    ]);
  });

  test('come in batches of sizes that are drawn, none among them', () => {
    const { arrived } = simulateNetwork({
      sources: { bus: { gap: deterministic(1), batch: empirical([0, 3]) } },
      nodes: { desk: { servers: Infinity, service: deterministic(1) } },
      until: 10_000,
    });
    // 10,000 batches of mean 1.5, standard deviation 1.5: within 3.3 of 150
    expect(Math.abs(arrived - 15_000)).toBeLessThan(3.3 * 150);
  });

  test('stop at a limit, an end, or a number for the whole network', () => {
    const times = { gap: deterministic(1) };
    const arrivedOf = (source: object, rest: object = {}) =>
      simulateNetwork({
        sources: { door: { ...times, ...source } },
        nodes: { desk: { service: deterministic(0.5) } },
        ...rest,
      });
    expect(arrivedOf({ limit: 7 })).toMatchObject({ arrived: 7, left: 7, end: 7.5 });
    expect(arrivedOf({ until: 5 })).toMatchObject({ arrived: 5, end: 5.5 });
    expect(arrivedOf({ from: 10, until: 12 })).toMatchObject({ arrived: 2, end: 12.5 });
    expect(arrivedOf({}, { arrivals: 9 })).toMatchObject({ arrived: 9, end: 9.5 });
    expect(arrivedOf({}, { departures: 4 })).toMatchObject({ arrived: 4, left: 4, end: 4.5 });
    expect(arrivedOf({ batch: 4, limit: 6 })).toMatchObject({ arrived: 6 });
    expect(arrivedOf({ limit: 0 })).toMatchObject({ arrived: 0, end: 0 });
  });

  test('follow a rate that varies: none where it is 0, and as many as its integral', () => {
    const rate = (time: number) => (time % 10 < 5 ? 4 : 0);
    const visits = visitsOf({
      sources: { door: { rate, highestRate: 5 } },
      nodes: { desk: { servers: Infinity, service: deterministic(1) } },
      until: 2000,
    });
    expect(visits.every(({ arrived }) => arrived % 10 < 5)).toBe(true);
    // Poisson of mean 4,000: within 3.3 standard deviations
    expect(Math.abs(visits.length - 4000)).toBeLessThan(3.3 * Math.sqrt(4000));
  });

  test('have the classes of their weights', () => {
    const { visits } = simulateNetwork({
      classes: { a: 0, b: 0 },
      sources: { door: { gap: deterministic(1), class: { a: 1, b: 3 } } },
      nodes: { desk: { servers: Infinity, service: deterministic(1) } },
      arrivals: 10_000,
    });
    const a = [...visits].filter((visit) => visit.class === 'a').length;
    // binomial: within 3.3 standard deviations of 43.3
    expect(Math.abs(a - 2500)).toBeLessThan(3.3 * 43.3);
  });

  test('come after those who were there at the start, who come to the line in their order', () => {
    const visits = visitsOf({
      classes: { urgent: 0, ordinary: 1 },
      start: [{ class: 'ordinary', count: 2 }, { class: 'urgent' }],
      sources: { door: { times: [0], class: 'urgent' } },
      nodes: { desk: { service: deterministic(1) } },
      until: 10,
    });
    expect(visits.map(({ source, class: name, left }) => [source, name, left])).toEqual([
      ['start', 'ordinary', 1],
      ['start', 'urgent', 2],
      ['door', 'urgent', 3],
      ['start', 'ordinary', 4],
    ]);
  });
});

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

function row(visit: Partial<Visit>): Visit {
  return {
    customer: 0,
    class: 'customer',
    priority: 0,
    source: 'door',
    node: 'desk',
    visit: 0,
    type: 'served',
    arrived: 0,
    found: 0,
    began: null,
    left: null,
    waited: 0,
    served: visit.served ?? (visit.type === undefined ? (visit.left as number) - (visit.began as number) : 0),
    ...visit,
  };
}
