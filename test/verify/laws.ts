/** Laws of queues beside their means: arrivals that vary, what arrivals see (PASTA), what comes out (Burke, Jackson). */
import type { Distribution, NetworkResult, Visits } from '../../model/kernel/kernel.ts';
import { deterministic, exponential, lognormal, normalCdf, simulateNetwork } from '../../model/kernel/kernel.ts';
import type { Case, Outcome } from './case.ts';
import { againstDistribution, meanDistance, meanOf, momentsOf } from './chance.ts';
import { infiniteServers, mmc } from './closed-forms.ts';
import { casesOf, type System } from './runs.ts';
import { clinic } from './textbook.ts';

/** 20 a unit of time, up by 80 % at 6 and down by 80 % at 18 of every 24; parabolas, for the same digits everywhere. */
function rate(t: number): number {
  const x = (t % 24) / 12 - 1;
  return 20 * (1 - 0.8 * 4 * x * (1 - Math.abs(x)));
}

/** Its integral from 0 to t. */
function arrivedBy(t: number): number {
  const x = (t % 24) / 12 - 1;
  const upTo = (y: number) => 2 * y * y - (4 / 3) * Math.abs(y) * y * y;
  return 20 * (t - 0.8 * 12 * (upTo(x) - upTo(-1)));
}

const moments = [6, 18, 30, 45];
const runs = 400;

interface Filling {
  what: string;
  service: Distribution;
  longer: (x: number) => number;
  breaks?: number[];
}

const fillings: Filling[] = [
  { what: 'exponential (4)', service: exponential(4), longer: (x) => Math.exp(-x / 4) },
  { what: 'fixed (5)', service: deterministic(5), longer: (x) => (x < 5 ? 1 : 0), breaks: [5] },
  {
    what: 'log-normal (mean 4, σ 6)',
    service: lognormal(4, 6),
    longer: (x) => (x <= 0 ? 1 : normalCdf((Math.log(4 / Math.sqrt(3.25)) - Math.log(x)) / Math.sqrt(Math.log(3.25)))),
  },
];

function varyingArrivals(): Case[] {
  const group = 'Arrivals that vary: M(t)/G/∞';
  const network = (service: Distribution) => ({
    sources: { door: { rate, highestRate: 36 } },
    nodes: { hall: { servers: Number.POSITIVE_INFINITY, service } },
    until: 48,
    pageWidth: 0.1,
  });
  const cases = fillings.flatMap(({ what, service, longer, breaks }) => {
    let kept: Float64Array[] | undefined;
    const present = () => {
      kept ??= presentAt(moments, (replication) => simulateNetwork({ ...network(service), seed: what, replication }));
      return kept;
    };
    return moments.flatMap((t, i): Case[] => {
      const published = infiniteServers(rate, longer, t, [...(breaks ?? []), t - 12, t - 24, t - 36]);
      return [
        {
          group,
          name: `services ${what}: mean number present at ${t}, ${runs} runs from empty`,
          source: 'integral of rate × share still there',
          published,
          run: () => meanOf(present()[i]),
        },
        {
          group,
          name: `services ${what}: variance of the number present at ${t}`,
          source: 'a Poisson number: the mean',
          published,
          // the variance of a sample variance of Poisson numbers
          run: () => ({
            value: momentsOf(present()[i]).variance,
            standardError: Math.sqrt((published + (2 * published * published * runs) / (runs - 1)) / runs),
          }),
        },
      ];
    });
  });
  return [
    ...cases,
    {
      group,
      name: 'times of arrival: Kolmogorov–Smirnov, √n × distance from the integral of the rate',
      source: 'thinning (Lewis & Shedler 1979)',
      published: meanDistance,
      run: () => {
        const times: number[] = [];
        for (let replication = 0; replication < 100; replication++) {
          const { visits } = simulateNetwork({ ...network(deterministic(1)), seed: 'thinning', replication });
          times.push(...visits.column('arrived'));
        }
        return againstDistribution(Float64Array.from(times), (t) => arrivedBy(t) / arrivedBy(48));
      },
    },
  ];
}

/** How many are present at each of the moments, by replication. */
function presentAt(times: readonly number[], run: (replication: number) => NetworkResult): Float64Array[] {
  const counts = times.map(() => new Float64Array(runs));
  for (let replication = 0; replication < runs; replication++) {
    const { visits } = run(replication);
    const arrived = visits.column('arrived');
    const left = visits.column('left');
    for (let row = 0; row < arrived.length; row++) {
      // who has not left has NaN
      for (const [i, t] of times.entries()) if (arrived[row] <= t && !(left[row] <= t)) counts[i][replication]++;
    }
  }
  return counts;
}

/** Poisson arrivals see what time sees. */
function pasta(): System {
  const times = { warmUp: 300, until: 4_300 };
  const seen = (run: NetworkResult, n: number) => {
    const arrived = run.visits.column('arrived');
    const found = run.visits.column('found');
    let finds = 0;
    let all = 0;
    for (let row = 0; row < found.length; row++) {
      if (arrived[row] < times.warmUp) continue;
      all++;
      if (found[row] === n) finds++;
    }
    return finds / all;
  };
  return {
    group: 'What arrivals see: PASTA',
    what: 'M/M/2, load 0.8',
    network: {
      sources: { door: { rate: 1.6 } },
      nodes: { desk: { servers: 2, service: exponential(1) } },
      ...times,
    },
    replications: 40,
    questions: [0, 1, 2, 5].map((n) => ({
      name: `share of arrivals that find ${n}, less share of time with ${n} present`,
      source: 'Wolff 1982',
      published: 0,
      measure: (run) => seen(run, n) - (run.nodes.desk.shares[n] ?? 0),
    })),
  };
}

interface Departures {
  gaps: Float64Array;
  /** How many each leaves behind. */
  behind: Float64Array;
}

/** The departures of a node after the warm-up, in order, as gaps and what each leaves behind. */
function departuresOf(visits: Visits, warmUp: number): Departures {
  const left = Float64Array.from(visits.column('left')).filter((time) => !Number.isNaN(time));
  const arrived = Float64Array.from(visits.column('arrived')).sort();
  left.sort();
  const gaps: number[] = [];
  const behind: number[] = [];
  let come = 0;
  for (let i = 1; i < left.length; i++) {
    while (come < arrived.length && arrived[come] <= left[i]) come++;
    if (left[i - 1] < warmUp) continue;
    gaps.push(left[i] - left[i - 1]);
    behind.push(come - (i + 1));
  }
  return { gaps: Float64Array.from(gaps), behind: Float64Array.from(behind) };
}

/** Mean of (gap − its mean) × (what follows − its mean): 0 if they are independent. */
function together(gaps: Float64Array, follows: Float64Array, gapMean: number, followMean: number): number {
  let sum = 0;
  for (let i = 0; i < follows.length; i++) sum += (gaps[i] - gapMean) * (follows[i] - followMean);
  return sum / follows.length;
}

function joined(parts: readonly Float64Array[]): Float64Array {
  const all = new Float64Array(parts.reduce((n, part) => n + part.length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}

/** Runs that are made once, when the first case asks for them. */
function once<T>(make: () => T): () => T {
  let made: { value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}

const poissonOutput = (gaps: Float64Array, rateOut: number): Outcome =>
  againstDistribution(gaps, (x) => 1 - Math.exp(-rateOut * x));

function burke(): Case[] {
  const group = 'What comes out: Burke and Jackson';
  const what = 'M/M/3, λ = 2, μ = 1';
  const warmUp = 200;
  const found = once(() =>
    Array.from({ length: 40 }, (_, replication) => {
      const { visits } = simulateNetwork({
        sources: { door: { rate: 2 } },
        nodes: { desk: { servers: 3, service: exponential(1) } },
        until: 3_200,
        seed: 'Burke',
        replication,
      });
      return departuresOf(visits, warmUp);
    }),
  );
  const source = 'Burke 1956';
  return [
    {
      group,
      name: `${what}: gaps between departures, Kolmogorov–Smirnov, √n × distance from the exponential`,
      source,
      published: meanDistance,
      run: () => poissonOutput(joined(found().map(({ gaps }) => gaps)), 2),
    },
    {
      group,
      name: `${what}: covariance of a gap with the next`,
      source,
      published: 0,
      run: () => meanOf(found().map(({ gaps }) => together(gaps, gaps.subarray(1), 0.5, 0.5))),
    },
    {
      group,
      name: `${what}: covariance of a gap with how many the departure leaves behind`,
      source,
      published: 0,
      run: () => meanOf(found().map(({ gaps, behind }) => together(gaps, behind, 0.5, mmc(2, 1, 3).L))),
    },
  ];
}

interface NetworkStates {
  exits: Float64Array;
  /** Share of time in which nobody is anywhere. */
  empty: number;
  /** Mean over time of (number at node 1 − 1) × (number at node 3 − 3). */
  product: number;
}

/** Follows the numbers at three nodes, and who leaves them all. */
function statesOf({ visits }: NetworkResult, warmUp: number, until: number): NetworkStates {
  const arrived = visits.column('arrived');
  const left = visits.column('left');
  const node = visits.column('node');
  const customer = visits.column('customer');
  const lastVisit = new Map<number, number>();
  const steps: { time: number; node: number; by: number }[] = [];
  for (let row = 0; row < arrived.length; row++) {
    lastVisit.set(customer[row], row);
    steps.push({ time: arrived[row], node: node[row], by: 1 });
    if (!Number.isNaN(left[row])) steps.push({ time: left[row], node: node[row], by: -1 });
  }
  steps.sort((a, b) => a.time - b.time);
  const present = [0, 0, 0];
  let since = warmUp;
  let empty = 0;
  let product = 0;
  for (const step of [...steps, { time: until, node: 0, by: 0 }]) {
    if (step.time > since) {
      const time = step.time - since;
      if (present[0] + present[1] + present[2] === 0) empty += time;
      product += (present[0] - 1) * (present[2] - 3) * time;
      since = step.time;
    }
    present[step.node] += step.by;
  }
  const out = [...lastVisit.values()].map((row) => left[row]).filter((time) => time >= warmUp);
  out.sort((a, b) => a - b);
  return {
    exits: Float64Array.from(out.slice(1), (time, i) => time - out[i]),
    empty: empty / (until - warmUp),
    product: product / (until - warmUp),
  };
}

function jackson(): Case[] {
  const group = 'What comes out: Burke and Jackson';
  const what = 'Jackson network of 3 nodes';
  const times = { warmUp: 60, until: 860 };
  const found = once(() =>
    Array.from({ length: 40 }, (_, replication) => {
      const run = simulateNetwork({ ...clinic, ...times, seed: 'Jackson', replication, pageWidth: 0.05 });
      return statesOf(run, times.warmUp, times.until);
    }),
  );
  return [
    {
      group,
      name: `${what}: gaps between exits, Kolmogorov–Smirnov, √n × distance from the exponential`,
      source: 'quasi-reversibility (Kelly 1979): Poisson, 8 a unit of time',
      published: meanDistance,
      run: () => poissonOutput(joined(found().map(({ exits }) => exits)), 8),
    },
    {
      group,
      name: `${what}: covariance of a gap between exits with the next`,
      source: 'quasi-reversibility (Kelly 1979)',
      published: 0,
      run: () => meanOf(found().map(({ exits }) => together(exits, exits.subarray(1), 1 / 8, 1 / 8))),
    },
    {
      group,
      name: `${what}: share of time in which all are empty`,
      source: 'Jackson 1957, product form: 1/2 × 1/3 × 1/4',
      published: 1 / 24,
      run: () => meanOf(found().map(({ empty }) => empty)),
    },
    {
      group,
      name: `${what}: covariance of the numbers at nodes 1 and 3`,
      source: 'Jackson 1957, product form',
      published: 0,
      run: () => meanOf(found().map(({ product }) => product)),
    },
  ];
}

export function lawCases(): Case[] {
  return [...varyingArrivals(), ...casesOf(pasta()), ...burke(), ...jackson()];
}
