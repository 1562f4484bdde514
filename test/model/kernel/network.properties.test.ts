import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { NetworkDescription, NodeDescription, Visit } from '../../../model/kernel/kernel.ts';
import { deterministic, empirical, exponential, outcomes, simulateNetwork } from '../../../model/kernel/kernel.ts';
import { visitsOf } from './hand.ts';

/** Times of a grid of sixteenths: sums of them have no rounding, and there are many ties. */
const sixteenths = (least: number, most: number) => fc.integer({ min: least, max: most }).map((n) => n / 16);
// with gaps of 0 time would stand still
const times = fc.array(sixteenths(1, 64), { minLength: 1, maxLength: 5 }).map((values) => empirical(values));
const services = fc.array(sixteenths(0, 80), { minLength: 1, maxLength: 5 }).map((values) => empirical(values));

const cut = fc.constantFrom('finish' as const, 'resume' as const, 'restart' as const, 'lose' as const);
const servers = fc.oneof(
  fc.integer({ min: 1, max: 4 }),
  fc.record({
    steps: fc
      .tuple(fc.nat(3), fc.nat(3), fc.nat(3))
      .map(([a, b, c]) => [a, b, c].map((servers, i) => ({ from: (i * 37) / 16, servers }))),
    period: fc.constantFrom(7, 8.5),
  }),
);
const names = ['a', 'b', 'c'];
const route = fc
  .tuple(fc.nat(3), fc.nat(3), fc.nat(3))
  .map((weights) => Object.fromEntries(weights.map((weight, i) => [names[i], weight / 16])));
const node: fc.Arbitrary<NodeDescription> = fc
  .record({
    servers,
    service: services,
    cut,
    room: fc.oneof(fc.constant(Infinity), fc.nat(4)),
    balking: fc.oneof(fc.constant(0), fc.constant(0.25)),
    patience: fc.option(times, { nil: undefined }),
    priority: fc.record({ x: fc.nat(2), y: fc.nat(2) }),
    byService: fc.boolean(),
    route,
    preemptive: fc.boolean(),
  })
  .map(({ byService, preemptive, ...rest }) => ({
    ...rest,
    preemptive: preemptive && rest.cut !== 'finish',
    key: byService ? (_draws, customer) => customer.service : undefined,
  }));
const network: fc.Arbitrary<NetworkDescription> = fc.record({
  classes: fc.constant({ x: 0, y: 1 }),
  sources: fc.record({
    first: fc.record({ gap: times, to: fc.constant({ a: 0.5, b: 0.5 }), class: fc.constant({ x: 1, y: 1 }) }),
    second: fc.record({ gap: times, to: fc.constant('c'), batch: fc.nat(3), class: fc.constant('y') }),
  }),
  start: fc.array(fc.record({ to: fc.constantFrom(...names), class: fc.constantFrom('x', 'y'), count: fc.nat(4) }), {
    maxLength: 3,
  }),
  nodes: fc.record({ a: node, b: node, c: node }),
  until: fc.constantFrom(20, 60.5),
  seed: fc.nat(),
});

const sum = (values: Iterable<number>) => {
  let total = 0;
  for (const value of values) total += value;
  return total;
};
const at = (visits: readonly Visit[], name: string) => visits.filter((visit) => visit.node === name);

describe('any network', () => {
  test("keeps Little's law on every path: the areas are the sums of the times, to the last digit", () => {
    fc.assert(
      fc.property(network, (description) => {
        const { visits, nodes, end } = simulateNetwork(description);
        for (const name of names) {
          const here = at([...visits], name);
          const { waiting, inService, present, shares } = nodes[name];
          expect(waiting).toBe(sum(here.map(({ waited }) => waited)) / end);
          expect(inService).toBe(sum(here.map(({ served }) => served)) / end);
          expect(present).toBe(sum(here.map(({ left, arrived }) => (left ?? end) - arrived)) / end);
          expect(sum(shares.map((share, n) => share * n))).toBeCloseTo(present, 9);
          expect(sum(shares)).toBeCloseTo(1, 9);
        }
      }),
    );
  });

  test('loses nobody: who came to a node was served, reneged, balked, was rejected or lost, or is still there', () => {
    fc.assert(
      fc.property(network, (description) => {
        const { visits, nodes, arrived, left } = simulateNetwork(description);
        const unfinished = [...visits].filter(({ type }) => type === 'unfinished');
        expect(arrived).toBe(left + unfinished.length);
        expect(new Set(unfinished.map(({ customer }) => customer)).size).toBe(unfinished.length);
        for (const name of names) {
          const counts = outcomes.map((type) => at([...visits], name).filter((visit) => visit.type === type).length);
          expect(outcomes.map((type) => nodes[name][type])).toEqual(counts);
          expect(nodes[name].arrived).toBe(sum(counts));
        }
        // of a customer each visit begins when the one before it ended
        const last = new Map<number, number | null>();
        for (const { customer, arrived: came, left: went } of [...visits]) {
          if (last.has(customer)) expect(came).toBe(last.get(customer));
          last.set(customer, went);
        }
      }),
    );
  });

  test('lets no server be idle while somebody waits, and nobody wait beyond patience or room', () => {
    fc.assert(
      fc.property(network, fc.array(sixteenths(1, 320), { maxLength: 20 }), (description, moments) => {
        // seen by a source of its own, whose customers go nowhere
        const seen: boolean[] = [];
        simulateNetwork({
          ...description,
          sources: {
            ...description.sources,
            look: {
              times: moments.toSorted((a, b) => a - b).map((time) => time + 1 / 64),
              to: (_draws, _customer, state) => {
                for (const name of names) {
                  const { servers, waiting, inService } = state.node(name);
                  const { room = Infinity, cut } = description.nodes[name];
                  seen.push(waiting === 0 || inService >= servers);
                  // an interrupted service waits even where there is no room
                  if (cut === 'finish') seen.push(waiting <= room && inService <= 4);
                }
                return null;
              },
            },
          },
        });
        expect(seen.length).toBeGreaterThanOrEqual(moments.length * 3);
        expect(seen.every((fine) => fine)).toBe(true);
      }),
    );
  });

  test('is the same on the event list of simjs', () => {
    fc.assert(
      fc.property(network, (description) => {
        expect(visitsOf({ ...description, list: 'stock' })).toEqual(visitsOf({ ...description, pageWidth: 0.5 }));
      }),
    );
  });

  test('takes the same path in half the time when all times are halved', () => {
    fc.assert(
      fc.property(
        fc.nat(),
        fc.constantFrom(2, 1 / 4),
        fc.constantFrom('resume' as const, 'restart' as const),
        (seed, scale, rule) => {
          const of = (unit: number) =>
            visitsOf({
              sources: { a: { rate: 2 / unit, to: 'a' }, b: { gap: exponential(unit), to: 'b', batch: 2 } },
              nodes: {
                a: {
                  servers: {
                    steps: [
                      { from: 0, servers: 2 },
                      { from: unit, servers: 1 },
                    ],
                    period: 3 * unit,
                  },
                  service: exponential(unit / 2),
                  patience: exponential(4 * unit),
                  cut: rule,
                  route: { b: 0.5 },
                },
                b: { servers: 2, service: exponential(unit / 8), room: 5, route: { a: 0.25 } },
              },
              until: 64 * unit,
              seed,
            });
          const scaled = of(1).map((visit) => ({
            ...visit,
            arrived: visit.arrived * scale,
            began: visit.began === null ? null : visit.began * scale,
            left: visit.left === null ? null : visit.left * scale,
            waited: visit.waited * scale,
            served: visit.served * scale,
          }));
          expect(of(scale)).toEqual(scaled);
        },
      ),
      { numRuns: 20 },
    );
  });

  test('is the same whatever its nodes, sources and classes are called', () => {
    fc.assert(
      fc.property(network, (description) => {
        const called = (name: string) => ({ a: 'z', b: 'y', c: 'x' })[name] ?? name;
        const other = (chances: object) =>
          Object.fromEntries(Object.entries(chances).map(([name, chance]) => [called(name), chance]));
        const [first, second] = Object.values(description.sources ?? {});
        const nodes = Object.entries(description.nodes).map(([name, { priority, route: to, ...rest }]) => [
          called(name),
          { ...rest, route: other(to as object), priority: { first: priority?.x ?? 0, second: priority?.y ?? 1 } },
        ]);
        const renamed = visitsOf({
          ...description,
          classes: { first: 0, second: 1 },
          sources: {
            one: { ...first, to: other(first.to as object) as Record<string, number>, class: { first: 1, second: 1 } },
            two: { ...second, to: called('c'), class: 'second' },
          },
          start: description.start?.map(({ to = '', class: name, count }) => ({
            to: called(to),
            class: name === 'x' ? 'first' : 'second',
            count,
          })),
          nodes: Object.fromEntries(nodes),
        });
        const bare = (visits: Visit[]) => visits.map(({ class: _, source: __, ...rest }) => rest);
        expect(bare(renamed)).toEqual(
          bare(visitsOf(description)).map((visit) => ({ ...visit, node: called(visit.node) })),
        );
      }),
    );
  });

  test('is the same in whatever order its nodes and sources stand, when they have streams of their own', () => {
    fc.assert(
      fc.property(fc.nat(), (seed) => {
        const source = (stream: number, to: string) => ({ gap: exponential(1), to, stream });
        const desk = (stream: number, to: string) => ({ service: exponential(0.8), route: { [to]: 0.3 }, stream });
        const of = (description: NetworkDescription) =>
          visitsOf({ ...description, until: 100, seed }).map(({ customer: _, ...rest }) => rest);
        expect(
          of({
            sources: { one: source(1, 'a'), two: source(2, 'b') },
            nodes: { a: desk(1, 'b'), b: desk(2, 'a') },
          }),
        ).toEqual(
          of({
            sources: { two: source(2, 'b'), one: source(1, 'a') },
            nodes: { b: desk(2, 'a'), a: desk(1, 'b') },
          }),
        );
      }),
      { numRuns: 20 },
    );
  });
});

describe('one node', () => {
  const single = fc.record({
    gap: fc.array(sixteenths(1, 32), { minLength: 1, maxLength: 5 }),
    service: fc.array(sixteenths(0, 80), { minLength: 1, maxLength: 5 }),
    servers: fc.integer({ min: 1, max: 4 }),
    seed: fc.nat(),
  });

  test('serves in order of rank, and within a rank in order of coming', () => {
    fc.assert(
      fc.property(single, ({ gap, service, servers, seed }) => {
        const visits = visitsOf({
          classes: { x: 0, y: 1, z: 2 },
          sources: { door: { gap: empirical(gap), class: { x: 1, y: 1, z: 1 } } },
          nodes: { desk: { servers, service: empirical(service) } },
          arrivals: 80,
          seed,
        });
        for (const visit of visits) {
          // who came later and waited began no sooner; nor did one of a later rank who had come
          for (const other of visits) {
            if (other.customer === visit.customer || other.began === null || visit.began === null) continue;
            const stoodThere = other.arrived < visit.began && other.began > visit.began;
            if (stoodThere) expect(other.priority).toBeGreaterThanOrEqual(visit.priority);
            if (other.priority === visit.priority && other.customer < visit.customer) {
              expect(other.began).toBeLessThanOrEqual(visit.began);
            }
          }
        }
      }),
      { numRuns: 40 },
    );
  });

  test('lets nobody wait longer when there is one server more', () => {
    fc.assert(
      fc.property(single, ({ gap, service, servers, seed }) => {
        const waits = (count: number) => {
          const visits = visitsOf({
            sources: { door: { gap: empirical(gap) } },
            nodes: { desk: { servers: count, service: empirical(service) } },
            arrivals: 200,
            seed,
          });
          return visits.toSorted((a, b) => a.customer - b.customer).map(({ waited }) => waited);
        };
        const [few, more] = [waits(servers), waits(servers + 1)];
        for (let i = 0; i < few.length; i++) expect(more[i]).toBeLessThanOrEqual(few[i]);
      }),
    );
  });

  test("follows Lindley's recurrence when it has one server", () => {
    fc.assert(
      fc.property(single, ({ gap, service, seed }) => {
        const visits = visitsOf({
          sources: { door: { gap: empirical(gap) } },
          nodes: { desk: { service: empirical(service) } },
          arrivals: 200,
          seed,
        });
        for (let i = 1; i < visits.length; i++) {
          const between = visits[i].arrived - visits[i - 1].arrived;
          expect(visits[i].waited).toBe(Math.max(0, visits[i - 1].waited + visits[i - 1].served - between));
        }
      }),
    );
  });

  test('of two halves pooled lets customers wait no longer than the halves do (z 3.3)', () => {
    const saved = Array.from({ length: 40 }, (_, replication) => {
      const half = (to: string) => ({ gap: exponential(1), to });
      const halves = simulateNetwork({
        sources: { one: half('a'), two: half('b') },
        nodes: { a: { servers: 2, service: exponential(1.7) }, b: { servers: 2, service: exponential(1.7) } },
        until: 1000,
        replication,
      });
      const pooled = simulateNetwork({
        sources: { one: half('ab'), two: half('ab') },
        nodes: { ab: { servers: 4, service: exponential(1.7) } },
        until: 1000,
        replication,
      });
      return halves.nodes.a.waiting + halves.nodes.b.waiting - pooled.nodes.ab.waiting;
    });
    const mean = sum(saved) / saved.length;
    const variance = sum(saved.map((x) => (x - mean) * (x - mean))) / (saved.length - 1);
    expect(mean).toBeGreaterThan(3.3 * Math.sqrt(variance / saved.length));
  });

  test('with as many servers as customers come never lets one wait', () => {
    fc.assert(
      fc.property(single, ({ gap, service, seed }) => {
        const { nodes } = simulateNetwork({
          sources: { door: { gap: empirical(gap) } },
          nodes: { desk: { servers: 50, service: empirical(service), patience: deterministic(0) } },
          arrivals: 50,
          seed,
        });
        expect(nodes.desk).toMatchObject({ served: 50, waiting: 0, reneged: 0 });
      }),
    );
  });
});
