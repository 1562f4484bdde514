import type { NetworkDescription, Visit } from '../../model/kernel/kernel.ts';
import {
  deterministic,
  empirical,
  erlang,
  exponential,
  gamma2,
  hyperexponential,
  lognormal,
  simulateNetwork,
  triangular,
  uniform,
  weibull,
} from '../../model/kernel/kernel.ts';
import { digest } from '../../scenarios/experiment/statistics/digest.ts';

const one = (gap: number) => ({ door: { gap: exponential(gap) } });

/** Textbook queues that between them use every distribution and every rule of the kernel. */
const cases: Record<string, NetworkDescription> = {
  'M/M/3': { sources: one(0.4), nodes: { desk: { servers: 3, service: exponential(1) } } },
  'M/D/1': { sources: one(1.25), nodes: { desk: { service: deterministic(1) } } },
  'E/G/2 with a room': {
    sources: { door: { gap: erlang(3, 1) } },
    nodes: { desk: { servers: 2, service: lognormal(1.8, 1), room: 3 } },
  },
  'M(t)/W/5 with reneging': {
    sources: { door: { rate: (time) => (time % 24 < 12 ? 6 : 2), highestRate: 6, batch: empirical([1, 2]) } },
    nodes: { desk: { servers: 5, service: weibull(1.5, 1), patience: gamma2(2), balking: 0.1 } },
  },
  'three ranks and shifts': {
    classes: { first: 0, second: 1, third: 2 },
    sources: { door: { gap: exponential(0.5), class: { first: 1, second: 2, third: 3 } } },
    nodes: {
      desk: {
        servers: {
          steps: [
            { from: 0, servers: 3 },
            { from: 16, servers: 1 },
          ],
          period: 24,
        },
        service: { first: uniform(0.5, 1), second: triangular(0.2, 1, 2), third: hyperexponential([1, 9], [5, 0.5]) },
        cut: 'resume',
        preemptive: true,
        key: (_draws, customer) => customer.service,
      },
    },
  },
  'a network with feedback': {
    sources: { door: { gap: exponential(1), to: 'a' } },
    nodes: {
      a: { service: exponential(0.5), route: { b: 0.5, c: 0.3 } },
      b: { servers: 2, service: exponential(1), route: { a: 0.2 } },
      c: { service: exponential(1), room: 2, otherwise: { rejected: 'b' } },
    },
  },
};

function* numbersOf({ customer, arrived, began, left, waited, served, type }: Visit): Iterable<number | string> {
  yield* [customer, arrived, began ?? -1, left ?? -1, waited, served, type];
}

/** One digest of all that happens in the cases, to the last digit. */
export function textbookDigest(): string {
  return digest(
    Object.values(cases).map((description) => {
      const { visits, nodes } = simulateNetwork({ ...description, until: 1000, warmUp: 100, seed: 'digest' });
      const statistics = Object.values(nodes).flatMap(({ waiting, utilisation, shares }) => [
        waiting,
        utilisation,
        ...shares,
      ]);
      return digest([...[...visits].flatMap((visit) => [...numbersOf(visit)]), ...statistics]);
    }),
  );
}
