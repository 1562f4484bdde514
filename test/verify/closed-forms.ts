/**
 * What theory says of textbook queues, written apart from the kernel. λ: arrivals a unit of time, μ: services a unit of
 * time and server, c: servers. Lq, L: mean numbers waiting and present; Wq, W: mean times in line and in all.
 */
import { integral } from '../model/integral.ts';

export interface Means {
  Lq: number;
  L: number;
  Wq: number;
  W: number;
}

/** Little's law: the rest of the means, from the mean wait. */
function meansOf(lambda: number, Wq: number, service: number): Means {
  const W = Wq + service;
  return { Lq: lambda * Wq, L: lambda * W, Wq, W };
}

/** Chances of 0 to `most` present, where the numbers go up and down one by one at these rates (which depend on n). */
export function birthDeath(up: (n: number) => number, down: (n: number) => number, most: number): number[] {
  // by logarithms: terms grow beyond the largest number before they fall
  const logs = [0];
  for (let n = 1; n <= most; n++) logs.push(logs[n - 1] + Math.log(up(n - 1) / down(n)));
  const top = logs.reduce((most, log) => Math.max(most, log));
  const terms = logs.map((log) => Math.exp(log - top));
  const sum = terms.reduce((total, term) => total + term, 0);
  return terms.map((term) => term / sum);
}

/** Share of arrivals lost in M/G/c/c at a load of a = λ ÷ μ (Erlang 1917). */
export function erlangB(c: number, a: number): number {
  let lost = 1;
  for (let n = 1; n <= c; n++) lost = (a * lost) / (n + a * lost);
  return lost;
}

/** Share of arrivals that wait in M/M/c at a load of a = λ ÷ μ < c (Erlang 1917). */
export function erlangC(c: number, a: number): number {
  const lost = erlangB(c, a);
  return lost / (1 - (a / c) * (1 - lost));
}

/** M/M/c, λ < cμ; p0: chance that nobody is there. */
export function mmc(lambda: number, mu: number, c: number): Means & { waits: number; p0: number } {
  const a = lambda / mu;
  const waits = erlangC(c, a);
  // B = p0-term of c over the finite sum; with the infinite tail: waits = (a^c ÷ c!) ÷ (1 − a/c) × p0
  let term = 1;
  for (let n = 1; n <= c; n++) term *= a / n;
  return { ...meansOf(lambda, waits / (c * mu - lambda), 1 / mu), waits, p0: (waits * (1 - a / c)) / term };
}

/** M/M/c/K: room for K in all. `full`: chance that it is full, the share of arrivals rejected; Wq of those let in. */
export function mmck(lambda: number, mu: number, c: number, most: number): Means & { p0: number; full: number } {
  const p = birthDeath(
    () => lambda,
    (n) => Math.min(n, c) * mu,
    most,
  );
  const L = p.reduce((sum, share, n) => sum + n * share, 0);
  const Lq = p.reduce((sum, share, n) => sum + Math.max(0, n - c) * share, 0);
  const admitted = lambda * (1 - p[most]);
  return { p0: p[0], full: p[most], L, Lq, Wq: Lq / admitted, W: L / admitted };
}

/** M/M/c + M (Erlang A): each who waits gives up at rate θ. `reneges`: share of arrivals; `waits`: share that find c. */
export function erlangA(lambda: number, mu: number, c: number, theta: number) {
  const most = c + Math.ceil(40 * (lambda / theta + Math.sqrt(lambda / theta) + 10));
  const p = birthDeath(
    () => lambda,
    (n) => Math.min(n, c) * mu + Math.max(0, n - c) * theta,
    most,
  );
  const Lq = p.reduce((sum, share, n) => sum + Math.max(0, n - c) * share, 0);
  const waits = p.reduce((sum, share, n) => sum + (n >= c ? share : 0), 0);
  return { Lq, waits, reneges: (theta * Lq) / lambda };
}

/** M/G/1 (Pollaczek 1930, Khinchine 1932). */
export function mg1(lambda: number, service: number, variance: number): Means {
  const load = lambda * service;
  return meansOf(lambda, (lambda * (variance + service * service)) / (2 * (1 - load)), service);
}

/** Mean waits by rank, first rank first, M/M/c without interruption (Cobham 1954). */
export function cobham(lambdas: readonly number[], mu: number, c: number): number[] {
  const all = lambdas.reduce((sum, lambda) => sum + lambda, 0);
  const start = erlangC(c, all / mu) / (c * mu);
  let above = 0;
  return lambdas.map((lambda) => {
    const before = 1 - above / (c * mu);
    above += lambda;
    return start / (before * (1 - above / (c * mu)));
  });
}

/** Mean times at an M/M/1 by rank where the better rank interrupts and service is resumed. */
export function preemptive(lambdas: readonly number[], mu: number): number[] {
  let above = 0;
  return lambdas.map((lambda) => {
    const before = 1 - above / mu;
    above += lambda;
    const upTo = 1 - above / mu;
    return 1 / mu / before + above / (mu * mu) / (before * upTo);
  });
}

/** Arrivals a unit of time at each node of an open network: from outside, and by the shares that go from i to j. */
export function traffic(outside: readonly number[], routes: readonly (readonly number[])[]): number[] {
  let flow = [...outside];
  for (let round = 0; round < 1_000; round++) {
    flow = outside.map((own, j) => own + routes.reduce((sum, row, i) => sum + flow[i] * row[j], 0));
  }
  return flow;
}

/** D/M/1, GI/M/1 with fixed gaps: σ, the share of arrivals that find the server busy, is the root below 1. */
export function dm1(gap: number, mu: number): { sigma: number; Wq: number } {
  let sigma = 0.5;
  for (let round = 0; round < 10_000; round++) sigma = Math.exp(-mu * gap * (1 - sigma));
  return { sigma, Wq: sigma / (mu * (1 - sigma)) };
}

/** Mean wait in M/M/1 where the shortest service goes first, without interruption (Phipps 1956). */
export function shortestFirst(lambda: number, mu: number): number {
  const load = (x: number) => (lambda / mu) * (1 - (1 + mu * x) * Math.exp(-mu * x));
  const start = lambda / (mu * mu);
  const of = (x: number) => (start * mu * Math.exp(-mu * x)) / (1 - load(x)) ** 2;
  return integral(of, 0, 40 / mu, [1 / mu, 5 / mu]);
}

/** Mean number present at t in M(t)/G/∞ that is empty at 0; `longer(x)`: chance that a service lasts longer than x. */
export function infiniteServers(
  rate: (t: number) => number,
  longer: (x: number) => number,
  t: number,
  breaks: readonly number[] = [],
): number {
  return integral(
    (u) => rate(u) * longer(t - u),
    0,
    t,
    breaks.map((x) => t - x),
  );
}

/** Kingman's upper bound of the mean wait in GI/G/1 (1962), from the variances of gaps and services. */
export function kingman(lambda: number, load: number, gapVariance: number, serviceVariance: number): number {
  return (lambda * (gapVariance + serviceVariance)) / (2 * (1 - load));
}

/** Share of arrivals that wait in M/M/c in the limit of many servers, where load = 1 − β ÷ √c (Halfin & Whitt 1981). */
export function halfinWhitt(beta: number): number {
  const density = (x: number) => Math.exp((-x * x) / 2) / Math.sqrt(2 * Math.PI);
  const below = 0.5 + integral(density, 0, beta);
  return 1 / (1 + (beta * below) / density(beta));
}
