/** How fast textbook queues run on the kernel, against a bare loop and against stock simjs in the same process. */
import alea from 'seedrandom/lib/alea.js';
import { exponential, simulateNetwork } from '../../model/kernel/kernel.ts';
import { runStock } from './stock.ts';

export interface SpeedRow {
  what: string;
  /** CPU-bound rates, or in the last row times, of the same unit. */
  ours: number;
  other: number;
  /** ours / other. */
  ratio: number;
  aim: string;
}

const cpuSeconds = () => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1e6;
};

/** CPU seconds of the quickest of some runs: what else the machine does only ever adds. */
function quickest(runs: number, run: (round: number) => void): number {
  let best = Infinity;
  for (let round = 0; round < runs; round++) {
    const before = cpuSeconds();
    run(round);
    best = Math.min(best, cpuSeconds() - before);
  }
  return best;
}

/**
 * The limit to approach: M/M/c in one loop on a binary heap, with waits added up and nothing else.
 * @returns the mean wait
 */
export function bareLoop(servers: number, rate: number, customers: number, seed: number): number {
  const random = alea(seed);
  const times = new Float64Array(servers + 2);
  const kinds = new Int32Array(servers + 2);
  let size = 0;
  const push = (time: number, kind: number) => {
    let i = size++;
    while (i > 0) {
      const parent = (i - 1) >> 1;
      if (times[parent] <= time) break;
      times[i] = times[parent];
      kinds[i] = kinds[parent];
      i = parent;
    }
    times[i] = time;
    kinds[i] = kind;
  };
  const dropFirst = () => {
    const time = times[--size];
    const kind = kinds[size];
    let i = 0;
    for (;;) {
      let child = 2 * i + 1;
      if (child >= size) break;
      if (child + 1 < size && times[child + 1] < times[child]) child++;
      if (times[child] >= time) break;
      times[i] = times[child];
      kinds[i] = kinds[child];
      i = child;
    }
    times[i] = time;
    kinds[i] = kind;
  };
  const arrivals = new Float64Array(customers);
  let came = 0;
  let begun = 0;
  let busy = 0;
  let waits = 0;
  push(-Math.log(1 - random()) / rate, 0);
  while (size > 0) {
    const now = times[0];
    const kind = kinds[0];
    dropFirst();
    if (kind === 0) {
      arrivals[came++] = now;
      if (came < customers) push(now - Math.log(1 - random()) / rate, 0);
    } else busy--;
    if (busy < servers && begun < came) {
      waits += now - arrivals[begun++];
      busy++;
      push(now - Math.log(1 - random()), 1);
    }
  }
  return waits / customers;
}

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

/** Each row from its own runs, ours and the other turn by turn. */
export function textbookSpeed(customers = 1_000_000): SpeedRow[] {
  const rows: SpeedRow[] = [];
  const add = (what: string, aim: string, ours: () => number, other: () => number) => {
    const [mine, its] = [ours(), other()];
    rows.push({ what, ours: mine, other: its, ratio: mine / its, aim });
  };
  const million = customers / 1e6;
  const shorter = Math.round(customers / 5);
  add(
    'M/M/3 at 0.9, million customers a second, against a bare loop',
    'at least 0.4',
    () => million / quickest(4, (round) => multiServer(3, 2.7, customers, round)),
    () => million / quickest(4, (round) => void bareLoop(3, 2.7, customers, round)),
  );
  add(
    'overloaded M/M/50, million customers a second, against a bare loop',
    'at least 0.4',
    () => million / quickest(3, (round) => multiServer(50, 55, customers, round)),
    () => million / quickest(3, (round) => void bareLoop(50, 55, customers, round)),
  );
  add(
    'three stations in tandem, million customers a second, against simjs',
    'at least 3',
    () => shorter / 1e6 / quickest(3, (round) => tandem(shorter, round)),
    () => shorter / 1e6 / quickest(3, (round) => stockTandem(shorter, round)),
  );
  add(
    'CPU ms with a list of 90,000, against a list of 90',
    'at most 1.6',
    () => 1000 * quickest(3, (round) => standingList(90_000, customers, round)),
    () => 1000 * quickest(3, (round) => standingList(90, customers, round)),
  );
  return rows;
}
