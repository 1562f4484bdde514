/** How fast textbook queues run on the kernel, against a plain loop and against stock simjs in the same process. */
import alea from 'seedrandom/lib/alea.js';
import { exponential, simulateNetwork } from '../../model/kernel/kernel.ts';
import { plainLoop } from './plain-loop.ts';
import type { Aim, Row } from './row.ts';
import { row } from './row.ts';
import { runStock } from './stock.ts';
import { cpuMs, least } from './timing.ts';

function multiServer(servers: number, rate: number, arrivals: number, seed: number): void {
  simulateNetwork({
    sources: { door: { gap: exponential(1 / rate) } },
    nodes: { desk: { servers, service: exponential(1) } },
    arrivals,
    seed,
  });
}

const threeStations = ['first', 'second', 'third'];

function tandem(arrivals: number, seed: number): void {
  const [first, second, third] = threeStations;
  const service = exponential(1);
  simulateNetwork({
    sources: { door: { gap: exponential(1.25), to: first } },
    nodes: { [first]: { service, route: second }, [second]: { service, route: third }, [third]: { service } },
    arrivals,
    seed,
  });
}

function stockTandem(customers: number, seed: number): void {
  const random = alea(seed);
  const draw = () => -Math.log(1 - random());
  runStock({
    servers: [1, 1, 1],
    customers,
    gap: () => draw() * 1.25,
    service: draw,
    next: (_, node) => (node < 2 ? node + 1 : -1),
  });
}

/** Arrivals and services in balance, with a list of so many to begin with. */
function standingList(waiting: number, arrivals: number, seed: number): void {
  simulateNetwork({
    start: [{ count: waiting + 50 }],
    sources: { door: { gap: exponential(1 / 50) } },
    nodes: { desk: { servers: 50, service: exponential(1) } },
    until: arrivals / 50,
    seed,
  });
}

/** A queue on the kernel, and what it is held against. */
interface Pair {
  key: string;
  what: string;
  against: string;
  /** In both. */
  customers: number;
  rounds: number;
  aim: Aim;
  ours(): void;
  other(): void;
}

const customers = 1_000_000;
const shorter = 200_000;

const pairs: Pair[] = [
  {
    key: 'textbook.three',
    what: 'M/M/3 at load 0.9',
    against: 'a plain loop',
    customers,
    rounds: 4,
    aim: { atLeast: 0.4 },
    ours: () => multiServer(3, 2.7, customers, 1),
    other: () => plainLoop(3, 2.7, customers, 1),
  },
  {
    key: 'textbook.overloaded',
    what: 'M/M/50 at load 1.1',
    against: 'a plain loop',
    customers,
    rounds: 3,
    aim: { atLeast: 0.4 },
    ours: () => multiServer(50, 55, customers, 1),
    other: () => plainLoop(50, 55, customers, 1),
  },
  {
    key: 'textbook.tandem',
    what: 'three stations in tandem',
    against: 'stock simjs',
    customers: shorter,
    rounds: 3,
    aim: { atLeast: 3 },
    ours: () => tandem(shorter, 1),
    other: () => stockTandem(shorter, 1),
  },
  {
    key: 'textbook.list',
    what: 'M/M/50 in balance, 90,000 in the list',
    against: '90 in the list',
    customers,
    rounds: 3,
    // at most 1.6 times the CPU time of a short list
    aim: { atLeast: 1 / 1.6 },
    ours: () => standingList(90_000, customers, 1),
    other: () => standingList(90, customers, 1),
  },
];

/** For each queue the customers a second, with records kept, and that against the other way. */
export function measureTextbook(): Row[] {
  return pairs.flatMap((pair) => {
    const [ours, other] = least(pair.rounds, cpuMs, [pair.ours, pair.other]);
    const perSecond = pair.customers / ours / 1000;
    return [
      row(pair.key, pair.what, perSecond, 'million customers per CPU second'),
      row(`${pair.key}Ratio`, `the same, against ${pair.against}`, other / ours, 'times as fast', pair.aim),
    ];
  });
}
