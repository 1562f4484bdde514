/** Samplers against their moments, their distribution and their quantile function. */
import { Draws } from '../../model/kernel/draws.ts';
import { integral } from '../model/integral.ts';
import type { Case } from './case.ts';
import { againstDistribution, againstShares, meanDistance, momentsOf } from './chance.ts';

const group = 'Samplers';

export interface Sampler {
  name: string;
  draw: (draws: Draws) => number;
  mean: number;
  variance: number;
  /** Of a continuous one: the distribution function. */
  cdf?: (x: number) => number;
  /** Of one that uses one uniform: its value at u, by the formula. */
  quantile?: (u: number) => number;
  /** Of a discrete one: the chance of each value from `first` (0 unless given) on; the ends hold what lies beyond them. */
  shares?: readonly number[];
  first?: number;
}

/** A generator whose uniforms are given, to see a sampler at known quantiles. */
export class Given extends Draws {
  private readonly given: readonly number[];
  private next = 0;
  constructor(...given: number[]) {
    super(1, 1);
    this.given = given;
  }
  override uniform(): number {
    const u = this.given[this.next++];
    if (u === undefined) throw new Error('no uniform left');
    return u;
  }
}

const density = (x: number) => Math.exp((-x * x) / 2) / Math.sqrt(2 * Math.PI);
/** By integration, so that it has nothing in common with the model's. */
const normal = (x: number) => 0.5 + Math.sign(x) * integral(density, 0, Math.min(Math.abs(x), 12));

/** The same from a table of the integral, for many values. */
const normalAt = (() => {
  const step = 1 / 512;
  const sums = [0.5];
  for (let x = 0; x < 8; x += step) {
    const inner = density(x) + 4 * density(x + step / 2) + density(x + step);
    sums.push(sums[sums.length - 1] + (inner * step) / 6);
  }
  return (x: number): number => {
    if (x < 0) return 1 - normalAt(-x);
    const i = Math.min(sums.length - 1, Math.floor(x / step));
    return sums[i] + (x - i * step) * density(i * step + (x - i * step) / 2);
  };
})();

/** Chances of a Poisson number: `first` or fewer, each number above, `last` or more. */
export function poissonShares(mean: number, first: number, last: number): number[] {
  const shares: number[] = [0];
  let term = Math.exp(-mean);
  let below = 0;
  for (let count = 0; count < last; count++) {
    if (count <= first) shares[0] += term;
    else shares.push(term);
    below += term;
    term *= mean / (count + 1);
  }
  return [...shares, 1 - below];
}

const gammaOfOneAndHalf = Math.sqrt(Math.PI) / 2;
const spread = Math.sqrt(2 * Math.log(1.1));
const triangle = { low: 1, mode: 2, high: 6 };
const triangular = (x: number) =>
  x < triangle.mode
    ? (x - triangle.low) ** 2 / ((triangle.high - triangle.low) * (triangle.mode - triangle.low))
    : 1 - (triangle.high - x) ** 2 / ((triangle.high - triangle.low) * (triangle.high - triangle.mode));

export const samplers: readonly Sampler[] = [
  { name: 'uniform', draw: (d) => d.uniform(), mean: 0.5, variance: 1 / 12, cdf: (x) => x, quantile: (u) => u },
  { name: 'chance 0.3', draw: (d) => Number(d.chance(0.3)), mean: 0.3, variance: 0.21, shares: [0.7, 0.3] },
  {
    name: 'exponential, mean 1',
    draw: (d) => d.unit(),
    mean: 1,
    variance: 1,
    cdf: (x) => 1 - Math.exp(-x),
    quantile: (u) => -Math.log1p(-u),
  },
  {
    name: 'exponential, mean 12',
    draw: (d) => d.exponential(12),
    mean: 12,
    variance: 144,
    cdf: (x) => 1 - Math.exp(-x / 12),
    quantile: (u) => -12 * Math.log1p(-u),
  },
  {
    name: 'gamma of shape 2, mean 10',
    draw: (d) => d.gamma2(10),
    mean: 10,
    variance: 50,
    cdf: (x) => 1 - (1 + x / 5) * Math.exp(-x / 5),
  },
  {
    name: 'triangular 1, 2, 6',
    draw: (d) => d.triangular(1, 2, 6),
    mean: 3,
    variance: (1 + 4 + 36 - 2 - 6 - 12) / 18,
    cdf: triangular,
    quantile: (u) => (u < 0.2 ? 1 + Math.sqrt(u * 5) : 6 - Math.sqrt((1 - u) * 20)),
  },
  {
    name: 'triangular 0, 3, 3',
    draw: (d) => d.triangular(0, 3, 3),
    mean: 2,
    variance: 0.5,
    cdf: (x) => (x / 3) ** 2,
    quantile: (u) => 3 * Math.sqrt(u),
  },
  {
    name: 'between −2 and 4',
    draw: (d) => d.between(-2, 4),
    mean: 1,
    variance: 3,
    cdf: (x) => (x + 2) / 6,
    quantile: (u) => 6 * u - 2,
  },
  {
    name: 'log-normal, median 20, mean 22',
    draw: (d) => d.lognormal(20, 22),
    mean: 22,
    variance: 22 ** 2 * (1.1 ** 2 - 1),
    cdf: (x) => normalAt(Math.log(x / 20) / spread),
  },
  {
    name: 'Weibull, shape 2, scale 3',
    draw: (d) => d.weibull(2, 3),
    mean: 3 * gammaOfOneAndHalf,
    variance: 9 * (1 - gammaOfOneAndHalf ** 2),
    cdf: (x) => 1 - Math.exp(-((x / 3) ** 2)),
    quantile: (u) => 3 * Math.sqrt(-Math.log1p(-u)),
  },
  {
    name: 'Weibull, shape 0.5, scale 3',
    draw: (d) => d.weibull(0.5, 3),
    mean: 6,
    variance: 9 * (24 - 4),
    cdf: (x) => 1 - Math.exp(-Math.sqrt(x / 3)),
    quantile: (u) => 3 * Math.log1p(-u) ** 2,
  },
  { name: 'normal', draw: (d) => d.normal(), mean: 0, variance: 1, cdf: normalAt },
  { name: 'Poisson 0.4', draw: (d) => d.poisson(0.4), mean: 0.4, variance: 0.4, shares: poissonShares(0.4, 0, 5) },
  {
    name: 'Poisson 30',
    draw: (d) => d.poisson(30),
    mean: 30,
    variance: 30,
    first: 15,
    shares: poissonShares(30, 15, 46),
  },
  { name: 'Poisson 1,234.5', draw: (d) => d.poisson(1234.5), mean: 1234.5, variance: 1234.5 },
  {
    name: 'index by weights 1, 0, 2, 1',
    draw: (d) => d.index([1, 0, 2, 1]),
    mean: 7 / 4,
    variance: 17 / 4 - 49 / 16,
    shares: [0.25, 0, 0.5, 0.25],
  },
];

const many = 200_000;

/** Draws of a sampler, each at a place of its own. */
function drawn(sampler: Sampler): Float64Array {
  // a key each: with the same uniforms all that work by inversion would be one and the same trial
  const draws = new Draws(sampler.name, 1);
  // the time that a Poisson draw takes rises with its mean
  const n = sampler.mean > 1_000 ? 4_000 : many;
  return Float64Array.from({ length: n }, (_, i) => sampler.draw(draws.at(i, 2, 3, 4)));
}

/** Uniforms from one end of what a generator gives to the other. */
const uniforms = [2 ** -33, 2 ** -32, 1e-6, ...Array.from({ length: 999 }, (_, i) => (i + 1) / 1_000), 1 - 2 ** -32];

/** The largest distance from the formula, relative to its value (absolute below 1). */
function worstQuantile({ draw, quantile }: Required<Pick<Sampler, 'draw' | 'quantile'>>): number {
  return Math.max(
    ...uniforms.map((u) => Math.abs(draw(new Given(u)) - quantile(u)) / Math.max(1, Math.abs(quantile(u)))),
  );
}

/** Of the normal there is no formula: its share below its quantile, by integration, is the uniform. */
function worstNormal(): number {
  return Math.max(...uniforms.map((u) => Math.abs(normal(new Given(u).normal()) - u)));
}

function countsOf(values: Float64Array, { shares = [], first = 0 }: Sampler): Float64Array {
  const counts = new Float64Array(shares.length);
  for (const value of values) counts[Math.max(0, Math.min(shares.length - 1, value - first))]++;
  return counts;
}

function casesOf(sampler: Sampler): Case[] {
  const { name, mean, variance, cdf, shares, quantile } = sampler;
  let kept: Float64Array | undefined;
  const values = () => {
    kept ??= drawn(sampler);
    return kept;
  };
  const cases: Case[] = [
    {
      group,
      name: `${name}: mean`,
      source: 'its formula',
      published: mean,
      run: () => ({ value: momentsOf(values()).mean, standardError: Math.sqrt(variance / values().length) }),
    },
    {
      group,
      name: `${name}: variance`,
      source: 'its formula',
      published: variance,
      run: () => {
        const { variance: seen, fourth } = momentsOf(values());
        return { value: seen, standardError: Math.sqrt((fourth - seen * seen) / values().length) };
      },
    },
  ];
  if (cdf) {
    cases.push({
      group,
      name: `${name}: Kolmogorov–Smirnov, √n × distance`,
      source: 'its distribution function',
      published: meanDistance,
      run: () => againstDistribution(values().slice(), cdf),
    });
  }
  if (shares) {
    cases.push({
      group,
      name: `${name}: χ², ${shares.length} cells`,
      source: 'its chances',
      published: shares.filter((share) => share > 0).length - 1,
      run: () => againstShares(countsOf(values(), sampler), shares),
    });
  }
  if (quantile) {
    cases.push({
      group,
      name: `${name}: largest distance from its quantile function at ${uniforms.length} fixed uniforms`,
      source: 'its quantile function',
      published: 0,
      within: 1e-12,
      run: () => ({ value: worstQuantile({ draw: sampler.draw, quantile }), standardError: 'exact' }),
    });
  }
  return cases;
}

export function samplerCases(): Case[] {
  return [
    ...samplers.flatMap(casesOf),
    {
      group,
      name: `normal: largest distance of the share below its quantile from ${uniforms.length} fixed uniforms`,
      source: 'integral of the density (Simpson)',
      published: 0,
      within: 1e-12,
      run: () => ({ value: worstNormal(), standardError: 'exact' }),
    },
    ...(
      [
        [0.975, 1.959963984540054],
        [0.995, 2.5758293035489004],
      ] as const
    ).map(
      ([u, published]): Case => ({
        group,
        name: `normal: quantile at ${u}`,
        source: 'tables of the normal distribution',
        published,
        within: 1e-12,
        run: () => ({ value: new Given(u).normal(), standardError: 'exact' }),
      }),
    ),
  ];
}
