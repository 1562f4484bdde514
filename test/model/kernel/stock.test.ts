import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { NodeDescription } from '../../../model/kernel/kernel.ts';
import { Draws, simulateNetwork } from '../../../model/kernel/kernel.ts';
import { runStock } from '../../bench/stock.ts';

/** Numbers of gaps and services that both programs look up: neither draws its own. */
const table = (seed: number) => {
  const draws = new Draws(seed, 0);
  return {
    gap: (customer: number) => draws.at(customer, 0, 1, 0).exponential(1),
    service: (mean: number, customer: number, node: number, visit: number) =>
      draws.at(customer, node, 2, visit).exponential(mean),
    choice: (customer: number, node: number, visit: number) => draws.at(customer, node, 3, visit).uniform(),
  };
};

interface Random {
  seed: number;
  servers: number[];
  means: number[];
  /** Chance of each node after each node; the rest leaves. */
  chances: number[][];
}

const random: fc.Arbitrary<Random> = fc.integer({ min: 1, max: 4 }).chain((nodes) => {
  const each = <T>(value: fc.Arbitrary<T>) => fc.array(value, { minLength: nodes, maxLength: nodes });
  return fc.record({
    seed: fc.nat(),
    servers: each(fc.integer({ min: 1, max: 4 })),
    means: each(fc.constantFrom(0.25, 0.5, 1, 3)),
    chances: each(each(fc.constantFrom(0, 0.1, 0.2))),
  });
});

function nextOf(chances: number[], u: number): number {
  let left = u;
  for (let node = 0; node < chances.length; node++) {
    if (left < chances[node]) return node;
    left -= chances[node];
  }
  return -1;
}

type Trace = [customer: number, node: number, visit: number, arrived: number, left: number][];

function onSimjs({ seed, servers, means, chances }: Random, customers: number): Trace {
  const { gap, service, choice } = table(seed);
  const trace: Trace = [];
  runStock({
    servers,
    customers,
    gap,
    service: (customer, node, visit) => service(means[node], customer, node, visit),
    next: (customer, node, visit) => nextOf(chances[node], choice(customer, node, visit)),
    served: (...event) => trace.push(event),
  });
  return trace;
}

function onOurs({ seed, servers, means, chances }: Random, customers: number): Trace {
  const { gap, service, choice } = table(seed);
  let came = 0;
  const name = (node: number) => `node ${node}`;
  const nodes = servers.map((count, node): [string, NodeDescription] => [
    name(node),
    {
      servers: count,
      service: (_draws, { number, visit }) => service(means[node], number, node, visit),
      route: (_draws, { number, visit }) => {
        const next = nextOf(chances[node], choice(number, node, visit));
        return next < 0 ? null : name(next);
      },
    },
  ]);
  const { visits } = simulateNetwork({
    sources: { door: { gap: () => gap(came++), to: name(0) } },
    nodes: Object.fromEntries(nodes),
    arrivals: customers,
  });
  return [...visits].map((visit) => [
    visit.customer,
    Number(visit.node.slice(5)),
    visit.visit,
    visit.arrived,
    visit.left as number,
  ]);
}

test('a random network leaves the same trace, event by event, on stock simjs with its own facilities', () => {
  fc.assert(
    fc.property(random, (network) => {
      const trace = onOurs(network, 150);
      expect(trace.length).toBeGreaterThanOrEqual(150);
      expect(trace).toEqual(onSimjs(network, 150));
    }),
  );
});
