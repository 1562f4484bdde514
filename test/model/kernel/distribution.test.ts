import { expect, test } from 'vitest';
import type { Distribution } from '../../../model/kernel/kernel.ts';
import {
  Draws,
  deterministic,
  empirical,
  erlang,
  exponential,
  gamma2,
  hyperexponential,
  lognormal,
  Tally,
  triangular,
  uniform,
  weibull,
} from '../../../model/kernel/kernel.ts';

test.each<[string, Distribution, mean: number, variance: number]>([
  ['exponential', exponential(3), 3, 9],
  ['erlang', erlang(4, 3), 3, 9 / 4],
  ['gamma2', gamma2(3), 3, 9 / 2],
  ['uniform', uniform(1, 5), 3, 16 / 12],
  // (a² + b² + c² - ab - ac - bc) / 18
  ['triangular', triangular(1, 2, 6), 3, (1 + 4 + 36 - 2 - 6 - 12) / 18],
  ['lognormal', lognormal(3, 2), 3, 4],
  // shape 1 is the exponential, shape 2 the Rayleigh: scale² × (1 - π/4)
  ['weibull of shape 1', weibull(1, 3), 3, 9],
  ['weibull of shape 2', weibull(2, 2), Math.sqrt(Math.PI), 4 * (1 - Math.PI / 4)],
  // second moment 2 × (0.25 × 36 + 0.75 × 4) = 24
  ['hyperexponential', hyperexponential([1, 3], [6, 2]), 3, 24 - 9],
  ['empirical', empirical([1, 2, 6]), 3, (4 + 1 + 9) / 3],
  ['empirical with weights', empirical([1, 7], [2, 1]), 3, (2 * 4 + 16) / 3],
])('%s has its mean and its variance (20,000 draws, z 4)', (_name, distribution, mean, variance) => {
  const draws = new Draws('distribution', 0);
  const values = Array.from({ length: 20_000 }, (_, i) => distribution(draws.at(i, 1, 2, 3)));
  const tally = new Tally(values);
  expect(Math.abs(tally.mean - mean)).toBeLessThan(4 * tally.standardError);
  const squares = new Tally(values.map((value) => (value - mean) * (value - mean)));
  expect(Math.abs(squares.mean - variance)).toBeLessThan(4 * squares.standardError);
});

test('deterministic times are what they are, also 0', () => {
  const draws = new Draws(1, 0);
  expect([deterministic(2.5)(draws), deterministic(0)(draws)]).toEqual([2.5, 0]);
});

test('none remembers what it drew: the same place gives the same value', () => {
  const draws = new Draws(1, 0);
  for (const distribution of [erlang(3, 1), gamma2(1), lognormal(2, 1), hyperexponential([1, 1], [1, 2])]) {
    const first = distribution(draws.at(5, 0, 0, 0));
    distribution(draws.at(6, 0, 0, 0));
    expect(distribution(draws.at(5, 0, 0, 0))).toBe(first);
  }
});
