import fc from 'fast-check';
import { expect, test } from 'vitest';
import * as theory from './closed-forms.ts';

const load = fc.double({ min: 0.05, max: 0.95, noNaN: true });
const servers = fc.integer({ min: 1, max: 40 });

test('Erlang B and C, M/M/c and M/M/c/K are what the chances of births and deaths give', () => {
  fc.assert(
    fc.property(load, servers, fc.integer({ min: 0, max: 30 }), (rho, c, room) => {
      const a = rho * c;
      const up = () => a;
      const down = (n: number) => Math.min(n, c);
      const lost = theory.birthDeath(up, down, c);
      expect(theory.erlangB(c, a)).toBeCloseTo(lost[c], 10);
      const all = theory.birthDeath(up, down, c + 1_000);
      const { waits, p0, L, Lq } = theory.mmc(a, 1, c);
      expect(waits).toBeCloseTo(
        all.slice(c).reduce((sum, p) => sum + p, 0),
        9,
      );
      expect(p0).toBeCloseTo(all[0], 9);
      expect(L).toBeCloseTo(
        all.reduce((sum, p, n) => sum + n * p, 0),
        6,
      );
      expect(L - Lq).toBeCloseTo(a, 9);
      const finite = theory.mmck(a, 1, c, c + room);
      // what is let in is what the busy servers finish
      expect(a * (1 - finite.full)).toBeCloseTo(finite.L - finite.Lq, 9);
      expect(theory.mmck(a, 1, c, c + 2_000).Lq).toBeCloseTo(Lq, 5);
    }),
  );
});

test('Erlang A lies between loss and delay, and with patience of a service time is M/M/∞', () => {
  for (const a of [3, 8, 12, 20]) {
    // θ = μ: everybody leaves at the same rate, waiting or not, so the number present is a Poisson number
    const { Lq } = theory.erlangA(a, 1, 10, 1);
    let term = Math.exp(-a);
    let expected = 0;
    for (let n = 1; n < 200; n++) {
      term *= a / n;
      expected += Math.max(0, n - 10) * term;
    }
    expect(Lq).toBeCloseTo(expected, 10);
    expect(theory.erlangA(a, 1, 10, 1e5).reneges).toBeCloseTo(theory.erlangB(10, a), 3);
  }
  expect(theory.erlangA(8, 1, 10, 0.001).Lq / theory.mmc(8, 1, 10).Lq).toBeCloseTo(1, 1);
});

test('one rank waits as M/M/c, and ranks together as one (the conservation law)', () => {
  fc.assert(
    fc.property(fc.array(load, { minLength: 1, maxLength: 4 }), servers, (parts, c) => {
      const scale = (0.9 * c) / parts.length;
      const lambdas = parts.map((part) => part * scale);
      const all = lambdas.reduce((sum, lambda) => sum + lambda, 0);
      const waits = theory.cobham(lambdas, 1, c);
      const mean = waits.reduce((sum, wait, i) => sum + (wait * lambdas[i]) / all, 0);
      expect(mean).toBeCloseTo(theory.mmc(all, 1, c).Wq, 9);
      if (c > 1) return;
      const times = theory.preemptive(lambdas, 1);
      expect(times.reduce((sum, time, i) => sum + (time * lambdas[i]) / all, 0)).toBeCloseTo(
        theory.mmc(all, 1, 1).W,
        9,
      );
    }),
  );
});

test('M/G/1 with exponential services is M/M/1, and its wait halves where they do not vary', () => {
  const { Wq } = theory.mmc(0.8, 1, 1);
  expect(theory.mg1(0.8, 1, 1).Wq).toBeCloseTo(Wq, 12);
  expect(theory.mg1(0.8, 1, 0).Wq).toBeCloseTo(Wq / 2, 12);
  expect(theory.kingman(0.8, 0.8, 1 / 0.64, 1)).toBeGreaterThan(Wq);
});

test('shortest first waits less than in order, and as little as that when there is nobody else', () => {
  expect(theory.shortestFirst(0.8, 1)).toBeLessThan(theory.mmc(0.8, 1, 1).Wq);
  expect(theory.shortestFirst(0.01, 1) / theory.mmc(0.01, 1, 1).Wq).toBeCloseTo(1, 1);
  expect(theory.shortestFirst(0.01, 1)).toBeLessThan(theory.mmc(0.01, 1, 1).Wq);
});

test('D/M/1 solves its equation, and many servers fill up as λ × mean service', () => {
  const { sigma } = theory.dm1(1.25, 1);
  expect(sigma).toBeLessThan(0.8);
  expect(sigma).toBeCloseTo(Math.exp(-1.25 * (1 - sigma)), 12);
  expect(
    theory.infiniteServers(
      () => 3,
      (x) => Math.exp(-x / 2),
      60,
    ),
  ).toBeCloseTo(6, 8);
  expect(
    theory.infiniteServers(
      () => 3,
      (x) => (x < 2 ? 1 : 0),
      60,
      [2],
    ),
  ).toBeCloseTo(6, 6);
  expect(
    theory.infiniteServers(
      (t) => t,
      (x) => Math.exp(-x),
      5,
    ),
  ).toBeCloseTo(4 + Math.exp(-5), 8);
});

test('Halfin and Whitt are the limit of Erlang C', () => {
  for (const beta of [0.5, 1, 2]) {
    const c = 250_000;
    expect(theory.erlangC(c, c - beta * Math.sqrt(c))).toBeCloseTo(theory.halfinWhitt(beta), 2);
  }
});

test('traffic of a network is what comes from outside and from the other nodes', () => {
  const routes = [
    [0, 0.6, 0.3],
    [0.1, 0, 0.3],
    [0.4, 0.4, 0],
  ];
  const flow = theory.traffic([1, 4, 3], routes);
  for (const [i, rate] of [5, 10, 7.5].entries()) expect(flow[i]).toBeCloseTo(rate, 10);
});
