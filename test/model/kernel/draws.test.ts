import fc from 'fast-check';
import alea from 'seedrandom/lib/alea.js';
import { describe, expect, test } from 'vitest';
import { addressOf, Draws } from '../../../model/kernel/draws.ts';
import { momentsOf } from '../../verify/chance.ts';
import { Given, samplers } from '../../verify/samplers.ts';

// neighbours, moments and distributions are tried in test/verify

const word = fc.integer({ min: 0, max: 2 ** 31 });

describe('draws by address', () => {
  test('continue, draw for draw, in the alea of seedrandom', () => {
    fc.assert(
      fc.property(fc.string(), word, word, word, word, word, (seed, replication, who, which, purpose, visit) => {
        const draws = new Draws(seed, replication).at(who, which, purpose, visit);
        const stock = alea('', { state: draws.state });
        for (let i = 0; i < 50; i++) expect(draws.uniform()).toBe(stock() || 2 ** -33);
      }),
    );
  });

  test('depend on the address and on nothing drawn before', () => {
    const draws = new Draws(7, 3);
    const first = Array.from({ length: 5 }, () => draws.at(1, 2, 3, 4).uniform());
    expect(new Set(first).size).toBe(1);
    draws.at(9, 9, 9, 9).poisson(700);
    expect(draws.at(1, 2, 3, 4).uniform()).toBe(first[0]);
    expect(new Draws('7', 3).at(1, 2, 3, 4).uniform()).toBe(first[0]);
    for (const other of [new Draws(8, 3), new Draws(7, 4), new Draws('7/3', 3)]) {
      expect(other.at(1, 2, 3, 4).uniform()).not.toBe(first[0]);
    }
  });

  test('are these numbers, on this machine and on every other', () => {
    const draws = new Draws(2027, 1).at(12, 345, 6, 7);
    expect([
      draws.uniform(),
      draws.exponential(10),
      draws.normal(),
      draws.lognormal(3, 5),
      draws.weibull(1.5, 2),
      draws.poisson(1200),
    ]).toMatchInlineSnapshot(`
      [
        0.4065001958515495,
        3.3946651480990573,
        0.23214860898692513,
        4.59658917224907,
        5.339939594202603,
        1212,
      ]
    `);
  });

  test('never give 0 or 1, but 2^-33 where alea gives 0', () => {
    const draws = new Draws(1, 1);
    // 2091639 * s0 + 2^-32 is a whole number for this s0, whose multiple of 2^-32 is k with 2091639 k = -1 mod 2^32
    const k = Number(
      (() => {
        let inverse = 1n;
        for (let i = 0; i < 6; i++) inverse = (inverse * (2n - 2_091_639n * inverse)) & 0xffff_ffffn;
        return (1n << 32n) - inverse;
      })(),
    );
    Object.assign(draws, { s0: k / 2 ** 32 });
    expect(alea('', { state: draws.state })()).toBe(0);
    expect(draws.uniform()).toBe(2 ** -33);
    expect(draws.chance(1)).toBe(true);
    expect(draws.chance(0)).toBe(false);
  });

  test('have no state word twice among neighbours more often than chance, and no state twice', () => {
    const draws = new Draws('words', 1);
    const words = [new Set<number>(), new Set<number>(), new Set<number>()];
    const states = new Set<string>();
    let places = 0;
    for (let who = 0; who < 40; who++) {
      for (let which = 0; which < 100; which++) {
        for (let purpose = 0; purpose < 10; purpose++) {
          for (let visit = 0; visit < 5; visit++) {
            const { s0, s1, s2 } = draws.at(who, which, purpose, visit).state;
            words[0].add(s0);
            words[1].add(s1);
            words[2].add(s2);
            states.add(`${s0} ${s1} ${s2}`);
            places++;
          }
        }
      }
    }
    expect(states.size).toBe(places);
    // 200,000 places among 2^32 words: 4.7 pairs are expected in each word
    for (const seen of words) expect(places - seen.size).toBeLessThan(18);
  });

  test('have no two states that share two words among a hundred thousand persons', () => {
    const draws = new Draws('pairs', 1);
    const pairs = [new Set<string>(), new Set<string>(), new Set<string>()];
    for (let which = 0; which < 100_000; which++) {
      const { s0, s1, s2 } = draws.at(5, which, 0, 0).state;
      pairs[0].add(`${s0} ${s1}`);
      pairs[1].add(`${s1} ${s2}`);
      pairs[2].add(`${s0} ${s2}`);
    }
    for (const seen of pairs) expect(seen.size).toBe(100_000);
  });
});

describe('a sampler', () => {
  test('poisson of a mean of 5,000 has it', () => {
    const draws = new Draws('moments', 1);
    const { mean, variance } = momentsOf(Array.from({ length: 2000 }, (_, i) => draws.at(i, 2, 3, 4).poisson(5000)));
    expect(Math.abs(mean - 5000)).toBeLessThan(4 * Math.sqrt(5000 / 2000));
    expect(Math.abs(variance / 5000 - 1)).toBeLessThan(4 * Math.sqrt(2 / 2000));
  });

  test('gives the quantile of its uniform', () => {
    const near = (value: number, expected: number) => expect(value / expected).toBeCloseTo(1, 12);
    near(new Given(0.5).unit(), Math.LN2);
    near(new Given(0.9).exponential(20), 46.051701859880914);
    near(new Given(0.5, 0.75).gamma2(4), 2 * Math.log(8));
    near(new Given(0.2).triangular(1, 2, 6), 2);
    near(new Given(0.8).triangular(1, 2, 6), 4);
    near(new Given(0.05).triangular(1, 2, 6), 1.5);
    near(new Given(0.25).between(2, 6), 3);
    near(new Given(0.975).normal(), 1.959963984540054);
    near(new Given(0.5).lognormal(20, 30), 20);
    near(new Given(0.975).lognormal(20, 30), 20 * Math.exp(Math.sqrt(2 * Math.log(1.5)) * 1.959963984540054));
    near(new Given(0.5).weibull(2, 3), 3 * Math.sqrt(Math.LN2));
  });

  test('poisson counts by its distribution, term for term', () => {
    for (const mean of [0.3, 2, 17.5]) {
      let sum = 0;
      let term = Math.exp(-mean);
      for (let count = 0; count < mean + 5; count++) {
        sum += term;
        expect(new Given(sum - 1e-9).poisson(mean)).toBe(count);
        expect(new Given(sum + 1e-9).poisson(mean)).toBe(count + 1);
        term *= mean / (count + 1);
      }
    }
    expect(new Given(1 - 2 ** -32).poisson(500)).toBeLessThan(700);
    expect(new Given(1 - 2 ** -32).poisson(0)).toBe(0);
  });

  test('index follows the weights, never takes one of 0, and the weights need not add up to 1', () => {
    const weights = [0, 2, 0, 6, 0];
    expect(new Given(2 ** -33).index(weights)).toBe(1);
    expect(new Given(0.2499).index(weights)).toBe(1);
    expect(new Given(0.25).index(weights)).toBe(3);
    expect(new Given(1 - 2 ** -32).index(weights)).toBe(3);
    fc.assert(
      fc.property(
        fc.array(fc.oneof(fc.constant(0), fc.double({ min: 0, max: 1e6, noNaN: true })), { minLength: 1 }),
        fc.double({ min: 2 ** -33, max: 1 - 2 ** -32, noNaN: true }),
        (weights, u) => {
          fc.pre(weights.some((weight) => weight > 0));
          expect(weights[new Given(u).index(weights)]).toBeGreaterThan(0);
        },
      ),
    );
  });

  test('rises with its uniform', () => {
    const rising: ((draws: Draws) => number)[] = [
      (d) => d.unit(),
      (d) => d.exponential(3),
      (d) => d.triangular(0, 1, 5),
      (d) => d.between(1, 2),
      (d) => d.normal(),
      (d) => d.lognormal(2, 3),
      (d) => d.weibull(0.7, 2),
      (d) => d.poisson(20),
      (d) => d.index([3, 1, 2]),
    ];
    const u = fc.double({ min: 2 ** -33, max: 1 - 2 ** -32, noNaN: true });
    for (const sampler of rising) {
      fc.assert(
        fc.property(u, u, (a, b) => {
          const [low, high] = [Math.min(a, b), Math.max(a, b)];
          // the last bit of a quantile may waver where the uniforms are almost the same
          expect(sampler(new Given(high)) - sampler(new Given(low))).toBeGreaterThan(-1e-9);
        }),
      );
    }
  });

  test('is finite at the ends of the uniform, and 0 or the value itself when there is no spread', () => {
    for (const u of [2 ** -33, 1 - 2 ** -32]) {
      for (const { draw } of samplers) expect(Number.isFinite(draw(new Given(u, u, u)))).toBe(true);
      expect(new Given(u).exponential(0)).toBe(0);
      expect(new Given(u, u).gamma2(0)).toBe(0);
      expect(new Given(u).exponential(Infinity)).toBe(Infinity);
      expect(new Given(u).triangular(3, 3, 3)).toBe(3);
      expect(new Given(u).between(3, 3)).toBe(3);
      expect(new Given(u).lognormal(5, 5)).toBe(5);
    }
  });

  test('refuses numbers that make no distribution', () => {
    const draws = new Draws(1, 1);
    expect(() => draws.lognormal(5, 4)).toThrow('median 5, mean 4');
    expect(() => draws.lognormal(0, 4)).toThrow('median 0');
    expect(() => draws.poisson(-1)).toThrow('not -1');
    expect(() => draws.poisson(NaN)).toThrow('NaN');
    expect(() => draws.poisson(Infinity)).toThrow('Infinity');
    expect(() => draws.index([])).toThrow('[]');
    expect(() => draws.index([0, 0])).toThrow('[0, 0]');
    expect(() => draws.index([1, -1])).toThrow('weight 1 must be 0 or more, not -1');
    expect(() => draws.index([1, NaN])).toThrow('NaN');
  });
});

test('the address of a text is a whole number of 31 bits, and two texts that look alike are far apart', () => {
  const seen = new Set<number>();
  for (const path of ['capacity.posts', 'capacity.beds', 'municipal.retention', '']) {
    for (let i = 0; i < 2000; i++) {
      const address = addressOf(path + i);
      expect(Number.isInteger(address) && address >= 0 && address < 2 ** 31).toBe(true);
      seen.add(address);
    }
  }
  expect(seen.size).toBe(8000);
  expect(addressOf('')).toBe(addressOf(''));
  const mean = [...seen].reduce((sum, address) => sum + address, 0) / seen.size / 2 ** 31;
  expect(Math.abs(mean - 0.5)).toBeLessThan(4 / Math.sqrt(12 * 8000));
});
