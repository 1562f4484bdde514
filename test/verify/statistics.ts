/** The statistics of a comparison against published data, hand-worked cases and what chance must give. */
import alea from 'seedrandom/lib/alea.js';
import { normalQuantile } from '../../model/kernel/maths.ts';
import {
  cumulativeIncidence,
  medianWait,
  type WaitCounts,
} from '../../scenarios/experiment/statistics/aalenJohansen.ts';
import { band } from '../../scenarios/experiment/statistics/bands.ts';
import { bootstrapMedian } from '../../scenarios/experiment/statistics/bootstrapMedian.ts';
import { breakEven } from '../../scenarios/experiment/statistics/breakeven.ts';
import { difference } from '../../scenarios/experiment/statistics/difference.ts';
import { dots } from '../../scenarios/experiment/statistics/dots.ts';
import { type DrawnParameter, hinges, spearman } from '../../scenarios/experiment/statistics/hinges.ts';
import { estimate, type Ratio } from '../../scenarios/experiment/statistics/ratio.ts';
import { tQuantile } from '../../scenarios/experiment/statistics/student.ts';
import { verdict } from '../../scenarios/experiment/statistics/verdict.ts';
import type { Case, Outcome } from './case.ts';
import { meanOf, shareOf } from './chance.ts';

const group = 'Statistics';

/** A case without chance: what is printed, to the last digit printed. */
function printed(name: string, source: string, published: number, decimals: number, value: () => number | null): Case {
  const within = 0.5 / 10 ** decimals + 1e-12;
  return {
    group,
    name,
    source,
    published,
    within,
    run: () => ({ value: value() ?? Number.NaN, standardError: 'exact' }),
  };
}

const ones = (n: number) => new Float64Array(n).fill(1);
const plain = (values: readonly number[]): Ratio => ({
  numerators: Float64Array.from(values),
  denominators: ones(values.length),
});

/** Counts by day from single days. */
function counts(
  served: readonly number[],
  gaveUp: readonly number[] = [],
  censored: readonly number[] = [],
): WaitCounts {
  const byDay = (days: readonly number[]) => {
    const sum = new Float64Array(Math.max(-1, ...days) + 1);
    for (const day of days) sum[day]++;
    return sum;
  };
  return { served: byDay(served), gaveUp: byDay(gaveUp), censored: byDay(censored) };
}

function studentCases(): Case[] {
  const tables: [p: number, df: number, t: number][] = [
    [0.975, 1, 12.706],
    [0.975, 4, 2.776],
    [0.975, 29, 2.045],
    [0.975, 120, 1.98],
    [0.995, 9, 3.25],
    [0.995, 60, 2.66],
    [0.95, 10, 1.812],
  ];
  return tables.map(([p, df, t]) =>
    printed(`Student’s t: quantile ${p} with ${df} degrees of freedom`, 'printed tables of t', t, 3, () =>
      tQuantile(p, df),
    ),
  );
}

/** Extra hours of sleep under two drugs, ten patients. */
const sleep = {
  first: [0.7, -1.6, -0.2, -1.2, -0.1, 3.4, 3.7, 0.8, 0.0, 2.0],
  second: [1.9, 0.8, 1.1, 0.1, -0.1, 4.4, 5.5, 1.6, 4.6, 3.4],
};

/** Hormone in blood, eight patients: (new patch − old) and (old patch − placebo). */
const patch = {
  newOverOld: [-1200, 2601, -2705, 1982, -1290, 351, -638, -2719],
  oldOverPlacebo: [8406, 2342, 8187, 8459, 4795, 3516, 4796, 10238],
};

function intervalCases(): Case[] {
  const paired = difference(plain(sleep.first), plain(sleep.second));
  const student = 'Student 1908, sleep data; interval as R’s t.test prints it';
  const ratio = estimate(Float64Array.from(patch.newOverOld), Float64Array.from(patch.oldOverPlacebo));
  const efron = 'Efron & Tibshirani 1993, patch data';
  return [
    printed('paired difference: mean (hours)', student, 1.58, 2, () => paired.mean),
    printed('paired difference: standard deviation', student, 1.23, 2, () => paired.sd),
    printed('paired difference: lower end of the 95 % interval', student, 0.7001142, 7, () => paired.ciLow),
    printed('paired difference: upper end', student, 2.4598858, 7, () => paired.ciHigh),
    printed('ratio of totals', efron, -0.0713, 4, () => ratio.mean),
    printed('ratio of totals: standard error by the jackknife', efron, 0.1055, 4, () => ratio.sd! / Math.sqrt(8)),
    {
      group,
      name: '95 % intervals of the mean of 12 normal values that hold it: share of 4,000',
      source: 'Student’s t',
      published: 0.95,
      run: () => coverage(4_000, 12),
    },
    {
      group,
      name: '95 % intervals of a ratio, 100 replications, that hold it: share of 4,000',
      source: 'jackknife, in the limit of many replications',
      published: 0.95,
      within: 0.01,
      run: () => ratioCoverage(4_000, 100),
    },
  ];
}

function normals(random: () => number): () => number {
  return () => normalQuantile(random() || 2 ** -33);
}

function coverage(trials: number, n: number): Outcome {
  const normal = normals(alea('coverage'));
  let holds = 0;
  for (let trial = 0; trial < trials; trial++) {
    const { ciLow, ciHigh } = estimate(
      Float64Array.from({ length: n }, () => 3 + 2 * normal()),
      ones(n),
    );
    if (ciLow! <= 3 && ciHigh! >= 3) holds++;
  }
  return shareOf(holds, trials, 0.95);
}

/** Numerators that hang together with their denominators; the ratio is 2. */
function ratioCoverage(trials: number, n: number): Outcome {
  const random = alea('ratios');
  let holds = 0;
  for (let trial = 0; trial < trials; trial++) {
    const denominators = Float64Array.from({ length: n }, () => 5 + 10 * random());
    const numerators = denominators.map((below) => 2 * below + 20 * (random() - 0.5));
    const { ciLow, ciHigh } = estimate(numerators, denominators);
    if (ciLow! <= 2 && ciHigh! >= 2) holds++;
  }
  return shareOf(holds, trials, 0.95);
}

/** Miles per gallon of 32 cars. */
const mpg = [
  21.0, 21.0, 22.8, 21.4, 18.7, 18.1, 14.3, 24.4, 22.8, 19.2, 17.8, 16.4, 17.3, 15.2, 10.4, 10.4, 14.7, 32.4, 30.4,
  33.9, 21.5, 15.5, 15.2, 13.3, 19.2, 27.3, 26.0, 30.4, 15.8, 19.7, 15.0, 21.4,
];

function quantileCases(): Case[] {
  const cars = 'Henderson & Velleman 1981; quantiles as R prints them (type 7)';
  const of = band(mpg)!;
  return [
    printed('band of 32 values: mean', cars, 20.09062, 5, () => of.mean),
    printed('band: 5 %', cars, 11.995, 3, () => of.p05),
    printed('band: 25 %', cars, 15.425, 3, () => of.p25),
    printed('band: median', cars, 19.2, 1, () => of.p50),
    printed('band: 75 %', cars, 22.8, 1, () => of.p75),
    printed('band: 95 %', cars, 31.3, 1, () => of.p95),
  ];
}

/** Weeks of remission under 6-mercaptopurine. */
const remission = counts([6, 6, 6, 7, 10, 13, 16, 22, 23], [], [6, 9, 10, 11, 17, 19, 20, 25, 32, 32, 34, 35]);

/** Ten join. Day 1: 2 served, 1 gives up. Day 2: 1 served, 1 censored. Day 3: 1 gives up. Day 4: 2 served; 2 remain. */
const tenJoin = counts([1, 1, 2, 4, 4], [1, 3], [2, 6, 6]);

/** Days that treated mice lived; each is a replication with one wait. */
const mice = [94, 197, 16, 38, 99, 141, 23];

function waitCases(): Case[] {
  const freireich = 'Freireich et al. 1963, as in Kleinbaum & Klein, Survival Analysis';
  const kaplanMeier: [week: number, share: number][] = [
    [6, 0.857],
    [7, 0.807],
    [10, 0.753],
    [13, 0.69],
    [16, 0.627],
    [22, 0.538],
    [23, 0.448],
  ];
  const by = cumulativeIncidence(remission);
  const hand = cumulativeIncidence(tenJoin);
  // at risk 10, 7, 5, 4; still waiting before each day 1, 0.7, 0.6, 0.48
  const worked = 'worked by hand, ten who join';
  return [
    ...kaplanMeier.map(([week, share]) =>
      printed(`Kaplan–Meier: share in remission after week ${week}`, freireich, share, 3, () => by.waiting[week]),
    ),
    printed('Kaplan–Meier: median (weeks)', freireich, 23, 0, () => medianWait(remission)),
    printed('Aalen–Johansen: served by day 2', worked, 0.3, 12, () => hand.served[2]),
    printed('Aalen–Johansen: served by day 4', worked, 0.54, 12, () => hand.served[4]),
    printed('Aalen–Johansen: gave up by day 4', worked, 0.22, 12, () => hand.gaveUp[4]),
    printed('Aalen–Johansen: still waiting after day 4', worked, 0.24, 12, () => hand.waiting[4]),
    {
      group,
      name: 'bootstrap: standard error of a median of 7, mean of 100 times 1,000 resamples',
      source: 'Efron & Tibshirani 1993, mouse data, infinitely many resamples',
      published: 37.83,
      within: 0.005,
      run: () => {
        const replications = mice.map((day) => counts([day]));
        const errors = Array.from({ length: 100 }, (_, i) => bootstrapMedian(replications, `mice ${i}`).sd!);
        return meanOf(errors.map((sd) => sd / Math.sqrt(mice.length)));
      },
    },
    {
      group,
      name: 'Aalen–Johansen: served by day 30, exponential waits (40), giving up (60) and censoring (80): mean of 400',
      source: 'closed form: 3 ÷ 5 × (1 − e^(−30 × 5 ÷ 120))',
      published: 0.6 * (1 - Math.exp(-1.25)),
      run: () => meanOf(Array.from({ length: 400 }, (_, i) => competing(`competing ${i}`, 500))),
    },
  ];
}

/**
 * Share served within 30 days, by the estimator, of n who wait with three competing ends. A day is cut into 50, since
 * the estimator counts whole days and takes what is censored on one to leave after what else happened on it.
 */
function competing(key: string, n: number): number {
  const random = alea(key);
  const cuts = 50;
  const wait = (mean: number) => -Math.log(1 - random()) * mean;
  const ends: [number[], number[], number[]] = [[], [], []];
  for (let i = 0; i < n; i++) {
    const times = [wait(40), wait(60), wait(80)];
    const first = Math.min(...times);
    ends[times.indexOf(first)].push(Math.floor(first * cuts));
  }
  const { served } = cumulativeIncidence(counts(...ends));
  return served[30 * cuts - 1];
}

function verdictCases(): Case[] {
  const worked = 'worked by hand';
  const say = (mean: number, half: number, k: number, matters: number) =>
    verdict({ meanDifference: mean, low99: mean - half, high99: mean + half, k, matters, n: 100 });
  const hand: [mean: number, half: number, k: number, matters: number, code: string][] = [
    [1, 0.5, 20, 2, 'none'],
    [-3, 2, 19, 1.5, 'clearly'],
    [-3, 2, 18, 1.5, 'probably'],
    [-3, 2, 14, 1.5, 'probably'],
    [3, 2, 13, 1.5, 'on_average'],
    [1, 1.5, 14, 1, 'cannot_tell'],
  ];
  const wrong = () =>
    hand.filter(([mean, half, k, matters, code]) => say(mean, half, k, matters)?.code !== code).length;
  const mixed = Float64Array.of(...new Array(5).fill(0), ...new Array(12).fill(-2), ...new Array(3).fill(1));
  return [
    printed(`verdicts: wrong ones of ${hand.length}`, worked, 0, 0, wrong),
    // half-width 1.5, margin to 0 is 1: 100 × 1.5²
    printed('verdict: runs that settle it', worked, 225, 0, () => say(1, 1.5, 14, 1)!.runsToSettle),
    printed('dots: of 12 below, 3 above and 5 at zero, on the side of the mean', worked, 14, 0, () => dots(mixed)!.k),
    {
      group,
      name: 'verdicts on pure noise, 20 pairs of equals: share of 6,000 that claims a difference',
      source: '99 % interval',
      published: 0.01,
      run: () => claimsOnNoise(6_000, 20),
    },
  ];
}

function claimsOnNoise(trials: number, n: number): Outcome {
  const normal = normals(alea('verdicts on noise'));
  let claims = 0;
  for (let trial = 0; trial < trials; trial++) {
    const sample = () => plain(Array.from({ length: n }, () => 10 + normal()));
    const d = difference(sample(), sample());
    const k = dots(d.differences, d.mean!)!.k;
    const said = verdict({ meanDifference: d.mean, low99: d.ci99Low, high99: d.ci99High, k, matters: 0, n });
    if (said!.code !== 'cannot_tell') claims++;
  }
  return shareOf(claims, trials, 0.01);
}

function breakEvenCases(): Case[] {
  return [
    {
      group,
      name: 'break-even: mean of 500 comparisons whose line crosses at 0.8',
      source: '0.5 + 0.5 × 9 ÷ (9 + 6)',
      published: 0.8,
      run: () => meanOf(crossings(500).map(({ at }) => at)),
    },
    {
      group,
      name: 'break-even: 95 % intervals that hold it, share of 500',
      source: 'jackknife',
      published: 0.95,
      run: () => shareOf(crossings(500).filter(({ holds }) => holds).length, 500, 0.95),
    },
  ];
}

/** Break-evens of a grant at 100 against a framework at 109 when half is kept and at 94 when all is; 60 replications. */
function crossings(trials: number): { at: number; holds: boolean }[] {
  const normal = normals(alea('break-even'));
  const sample = (mean: number) => plain(Array.from({ length: 60 }, () => mean + 3 * normal()));
  return Array.from({ length: trials }, () => {
    const found = breakEven({ base: sample(100), atLow: sample(109), atHigh: sample(94), better: 'lower' });
    return { at: found.breakeven!, holds: found.ciLow! <= 0.8 && found.ciHigh! >= 0.8 };
  });
}

function hingeCases(): Case[] {
  // Σd² = 194 over ten: 1 − 6 × 194 ÷ 990
  const iq = Float64Array.of(106, 100, 86, 101, 99, 103, 97, 113, 112, 110);
  const television = Float64Array.of(7, 27, 2, 50, 28, 29, 20, 12, 6, 17);
  const trials = 1_000;
  const candidates = 12;
  // each at its part of 5 %: at least one of twelve
  const expected = 1 - (1 - 0.05 / candidates) ** candidates;
  return [
    printed('Spearman’s ρ: IQ and hours of television', 'Wikipedia, worked example: −29 ÷ 165', -29 / 165, 12, () =>
      spearman(iq, television),
    ),
    {
      group,
      name: 'hinges, known answer: comparisons of 200 in which the one parameter that counts is the first of 12',
      source: 'by construction',
      published: 200,
      run: () => ({ value: knownHinges(200).filter(({ first }) => first).length, standardError: 'exact' }),
    },
    {
      group,
      name: 'hinges, known answer: value at which the answer turns, mean of 200',
      source: 'by construction',
      published: 0.6,
      run: () => meanOf(knownHinges(200).map(({ turnsAt }) => turnsAt)),
    },
    {
      group,
      name: `hinges in pure noise: share of ${trials.toLocaleString('en')} comparisons with any, 12 candidates`,
      source: '1 − (1 − 0.05 ÷ 12)¹²; t approximation of ρ',
      published: expected,
      within: 0.005,
      run: () => shareOf(hingesInNoise(trials, candidates), trials, expected),
    },
  ];
}

const parameter = (path: string, random: () => number, n: number): DrawnParameter => ({
  path,
  municipality: '',
  values: Float64Array.from({ length: n }, random),
  low: 0,
  high: 1,
  binary: false,
});

/** Comparisons of 100 replications whose difference is 4 × (value − 0.6) and some noise. */
function knownHinges(trials: number): { first: boolean; turnsAt: number }[] {
  const random = alea('known hinges');
  return Array.from({ length: trials }, () => {
    const parameters = Array.from({ length: 12 }, (_, i) => parameter(`p${i}`, random, 100));
    const d = parameters[7].values.map((value) => 4 * (value - 0.6) + 2 * (random() - 0.5));
    const [first] = hinges(d, parameters);
    return { first: first?.parameter.path === 'p7', turnsAt: first?.turnsAt ?? Number.NaN };
  });
}

function hingesInNoise(trials: number, candidates: number): number {
  const random = alea('hinges in noise');
  let found = 0;
  for (let trial = 0; trial < trials; trial++) {
    const parameters = Array.from({ length: candidates }, (_, i) => parameter(`p${i}`, random, 80));
    if (hinges(Float64Array.from({ length: 80 }, random), parameters).length > 0) found++;
  }
  return found;
}

export function statisticsCases(): Case[] {
  return [
    ...studentCases(),
    ...intervalCases(),
    ...quantileCases(),
    ...waitCases(),
    ...verdictCases(),
    ...breakEvenCases(),
    ...hingeCases(),
  ];
}
