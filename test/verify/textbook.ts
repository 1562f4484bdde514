/** Queues of textbooks and of other programs, with the values that are printed there. */
import type { NetworkDescription, NetworkResult } from '../../model/kernel/kernel.ts';
import { deterministic, exponential, lognormal } from '../../model/kernel/kernel.ts';
import type { Case, Outcome } from './case.ts';
import { birthDeath, cobham, mg1, mmc, mmck, traffic } from './closed-forms.ts';
import { casesOf, lengthFor, meanOfVisits, type Question, type System } from './runs.ts';

const group = 'Textbook queues';

const waiting = (run: NetworkResult) => run.nodes.desk.waiting;
const present = (run: NetworkResult) => run.nodes.desk.present;
const empty = (run: NetworkResult) => run.nodes.desk.shares[0] ?? 0;

/** A printed number: true to half of its last digit. */
function printed(
  name: string,
  published: number,
  decimals: number,
  measure: Question['measure'],
  formula: number,
  unit?: string,
): Omit<Question, 'source'> {
  return { name, published, within: 0.5 / 10 ** decimals, measure, formula, unit };
}

interface OneDesk {
  what: string;
  source: string;
  lambda: number;
  servers: number;
  service: number;
  desk?: Partial<NetworkDescription['nodes'][string]>;
  replications?: number;
  questions: (times: { warmUp: number; until: number }) => Omit<Question, 'source'>[];
}

function oneDesk({ what, source, lambda, servers, service, desk, replications = 40, questions }: OneDesk): System {
  // with little room a system forgets quickly, however many are turned away
  const load = desk?.room === undefined ? (lambda * service) / servers : 0.6;
  const { warmUp, until } = lengthFor(load, servers, service);
  const times = { warmUp, until: 2 * until };
  return {
    group,
    what,
    network: {
      sources: { door: { rate: lambda } },
      nodes: { desk: { servers, service: exponential(service), ...desk } },
      ...times,
      pageWidth: 2 / lambda,
    },
    replications,
    questions: questions(times).map((question) => ({ ...question, source })),
  };
}

const wait = ({ warmUp, until }: { warmUp: number; until: number }, scale = 1) => {
  return (run: NetworkResult) => scale * meanOfVisits(run, 'waited', warmUp, until);
};
const stay = ({ warmUp, until }: { warmUp: number; until: number }, scale = 1) => {
  return (run: NetworkResult) =>
    scale * (meanOfVisits(run, 'waited', warmUp, until) + meanOfVisits(run, 'served', warmUp, until));
};

const queueing = 'mmarzolla/queueing, qsmmm';
const finite = 'mmarzolla/queueing, qsmmmk';
const simmer = 'simmer vignette; CRAN queueing';

function singleDesks(): System[] {
  const yearly = mmc(300, 182.5, 3);
  const eye = mmc(6, 3, 3);
  const one = mmc(0.01, 1 / 80, 1);
  const md1 = mg1(0.8, 1, 0);
  const general = mg1(0.5, 1 / 1.2, 0.16);
  const small = mmck(3, 4, 2, 3);
  return [
    oneDesk({
      what: 'M/M/2, λ = 9, μ = 5',
      source: queueing,
      lambda: 9,
      servers: 2,
      service: 1 / 5,
      questions: () => [printed('Lq', 7.674, 3, waiting, mmc(9, 5, 2).Lq)],
    }),
    oneDesk({
      what: 'M/M/4, λ = 9, μ = 5',
      source: queueing,
      lambda: 9,
      servers: 4,
      service: 1 / 5,
      questions: () => [printed('Lq', 0.105, 3, waiting, mmc(9, 5, 4).Lq)],
    }),
    oneDesk({
      what: 'M/M/3, λ = 300, μ = 182.5 a year',
      source: 'Bronson 1982, example 24.6',
      lambda: 300,
      servers: 3,
      service: 1 / 182.5,
      questions: (times) => [
        printed('Lq', 0.352, 3, waiting, yearly.Lq),
        printed('L', 1.996, 3, present, yearly.L),
        printed('Wq', 0.43, 2, wait(times, 365), 365 * yearly.Wq, 'days'),
        printed('W', 2.429, 3, stay(times, 365), 365 * yearly.W, 'days'),
        printed('p0', 0.17754, 5, empty, yearly.p0),
      ],
    }),
    oneDesk({
      what: 'M/M/3, λ = 6, μ = 3 an hour',
      source: 'Gross & Harris, eye clinic',
      lambda: 6,
      servers: 3,
      service: 1 / 3,
      questions: (times) => [
        printed('Lq', 8 / 9, 12, waiting, eye.Lq),
        printed('Wq', 0.148148, 6, wait(times), eye.Wq, 'hours'),
      ],
    }),
    oneDesk({
      what: 'M/M/1, mean gap 100, mean service 80',
      source: 'textbook',
      lambda: 0.01,
      servers: 1,
      service: 80,
      questions: (times) => [
        printed('E[Wq]', 320, 6, wait(times), one.Wq),
        printed('E[W]', 400, 6, stay(times), one.W),
        printed('E[Nq]', 3.2, 6, waiting, one.Lq),
        printed('E[N]', 4, 6, present, one.L),
      ],
    }),
    oneDesk({
      what: 'M/M/3/7, λ = 40, μ = 30',
      source: finite,
      lambda: 40,
      servers: 3,
      service: 1 / 30,
      desk: { room: 4 },
      questions: () => [printed('p0', 0.255037, 6, empty, mmck(40, 30, 3, 7).p0)],
    }),
    oneDesk({
      what: 'M/M/4/6, λ = 50, μ = 10',
      source: finite,
      lambda: 50,
      servers: 4,
      service: 1 / 10,
      desk: { room: 2 },
      questions: () => [printed('pK', 0.293543, 6, ({ nodes }) => nodes.desk.shares[6] ?? 0, mmck(50, 10, 4, 6).full)],
    }),
    oneDesk({
      what: 'M/M/2/5, λ = 3, μ = 2',
      source: finite,
      lambda: 3,
      servers: 2,
      service: 1 / 2,
      desk: { room: 3 },
      // 0.1793345…: cut off at the sixth digit there, not rounded
      questions: () => [{ ...printed('p0', 0.179334, 6, empty, mmck(3, 2, 2, 5).p0), within: 1e-6 }],
    }),
    oneDesk({
      what: 'M/M/2/3, λ = 3, μ = 4',
      source: simmer,
      lambda: 3,
      servers: 2,
      service: 1 / 4,
      desk: { room: 1 },
      questions: () => [
        printed('N', 0.76234004, 8, present, small.L),
        printed('share rejected', 0.04936015, 8, ({ nodes }) => nodes.desk.rejected / nodes.desk.arrived, small.full),
        printed('Wq', 0.01730769, 8, ({ nodes }) => nodes.desk.meanWait, small.Wq),
      ],
    }),
    oneDesk({
      what: 'M/D/1, λ = 0.8, μ = 1',
      source: 'textbook',
      lambda: 0.8,
      servers: 1,
      service: 1,
      desk: { service: deterministic(1) },
      questions: (times) => [
        printed('Lq', 1.6, 6, waiting, md1.Lq),
        printed('Wq', 2, 6, wait(times), md1.Wq),
        printed('W', 3, 6, stay(times), md1.W),
      ],
    }),
    oneDesk({
      what: 'M/G/1, λ = 0.5, μ = 1.2, σ = 0.4 (log-normal)',
      source: 'Pollaczek–Khinchine',
      lambda: 0.5,
      servers: 1,
      service: 1 / 1.2,
      desk: { service: lognormal(1 / 1.2, 0.4) },
      questions: (times) => [
        printed('Lq', 0.183095, 6, waiting, general.Lq),
        printed('Wq', 0.36619, 6, wait(times), general.Wq),
        printed('W', 1.199524, 6, stay(times), general.W),
      ],
    }),
  ];
}

/** Three rooms; from each to the others, the rest leaves. */
export const clinic = {
  sources: { one: { rate: 1, to: 'one' }, two: { rate: 4, to: 'two' }, three: { rate: 3, to: 'three' } },
  nodes: {
    one: { servers: 1, service: exponential(0.1), route: { two: 0.6, three: 0.3 } },
    two: { servers: 2, service: exponential(0.1), route: { one: 0.1, three: 0.3 } },
    three: { servers: 1, service: exponential(0.1), route: { one: 0.4, two: 0.4 } },
  },
} satisfies NetworkDescription;

function jackson(): System {
  const times = { warmUp: 60, until: 1_060 };
  const routes = [
    [0, 0.6, 0.3],
    [0.1, 0, 0.3],
    [0.4, 0.4, 0],
  ];
  const flow = traffic([1, 4, 3], routes);
  const lengths = flow.map((rate, i) => mmc(rate, 10, [1, 2, 1][i]).L);
  const source = 'pythonhealthdatascience, Jackson network notebook';
  const of = (run: NetworkResult, i: number) => Object.values(run.nodes)[i];
  const rooms = [
    { arrivals: 5, length: 1, decimals: 12 },
    { arrivals: 10, length: 1.33, decimals: 2 },
    { arrivals: 7.5, length: 3, decimals: 12 },
  ];
  return {
    group,
    what: 'Jackson network of 3 nodes',
    network: { ...clinic, ...times, pageWidth: 0.05 },
    replications: 40,
    questions: [
      ...rooms.flatMap(({ arrivals, length, decimals }, i) => [
        printed(`arrivals at node ${i + 1}`, arrivals, 12, (run) => of(run, i).arrived / of(run, i).duration, flow[i]),
        printed(`L at node ${i + 1}`, length, decimals, (run) => of(run, i).present, lengths[i]),
      ]),
      // Little's law on the whole: 8 come from outside a unit of time
      printed(
        'W of the network',
        2 / 3,
        12,
        (run) => (of(run, 0).present + of(run, 1).present + of(run, 2).present) / 8,
        (lengths[0] + lengths[1] + lengths[2]) / 8,
      ),
    ].map((question) => ({ ...question, source })),
  };
}

function priorities(servers: number, published: number[], replications: number): System {
  const lambdas = [0.2, 0.6, 1.2];
  const formula = cobham(lambdas, 3, servers);
  const times = lengthFor(2 / 3 / servers, servers, 1 / 3);
  const long = { warmUp: times.warmUp, until: 6 * times.until };
  const ranks = ['first', 'second', 'third'];
  return {
    group,
    what: `M/M/${servers} with three ranks, λ = 0.2, 0.6, 1.2, μ = 3`,
    network: {
      classes: { first: 0, second: 1, third: 2 },
      sources: Object.fromEntries(lambdas.map((rate, i) => [ranks[i], { rate, class: ranks[i] }])),
      nodes: { desk: { servers, service: exponential(1 / 3) } },
      ...long,
    },
    replications,
    questions: lambdas.map((_, i) => ({
      ...printed(
        `Wq of the ${ranks[i]} rank`,
        published[i],
        5,
        (run) => {
          const rank = run.visits.column('class');
          return meanOfVisits(run, 'waited', long.warmUp, long.until, (row) => rank[row] === i);
        },
        formula[i],
      ),
      source: 'Cobham 1954',
    })),
  };
}

/** Every system with a printed value. */
export function textbookSystems(): System[] {
  return [
    ...singleDesks(),
    jackson(),
    priorities(1, [0.2381, 0.32468, 0.90909], 40),
    priorities(2, [0.02874, 0.03316, 0.04808], 40),
  ];
}

/**
 * More come than 50 servers can serve: the line grows by 5 a unit of time, and of n arrivals the k-th waits k/55 × 5/50.
 * One run of n; its standard deviation is that of a random walk with 105 steps a unit of time.
 */
function overloaded(n: number, label: string, slow: boolean): Case[] {
  const end = n / 55;
  const system: System = {
    group,
    what: `overloaded M/M/50, λ = 55, μ = 1, ${label} arrivals`,
    network: {
      sources: { door: { rate: 55 } },
      nodes: { desk: { servers: 50, service: exponential(1) } },
      arrivals: n,
      pageWidth: 0.02,
    },
    replications: slow ? 2 : 40,
    questions: [
      {
        name: 'mean wait',
        source: 'own arithmetic, fluid limit',
        published: (end * 5) / 50 / 2,
        within: (0.01 * (end * 5)) / 50 / 2,
        measure: ({ nodes }) => nodes.desk.meanWait,
      },
      {
        name: 'longest list',
        source: 'own arithmetic, fluid limit',
        published: end * 5,
        within: 0.01 * end * 5,
        measure: ({ nodes }) => nodes.desk.longest,
      },
    ],
  };
  // the level of a walk at the end, and its mean over time (a third of that variance), in waits: ÷ 50
  const deviation = Math.sqrt(105 * end);
  const deviations = [deviation / Math.sqrt(3) / 50, deviation];
  return casesOf(system).map((of, i) => ({
    ...of,
    slow,
    run: (): Outcome => ({
      value: of.run().value,
      standardError: deviations[i] / Math.sqrt(system.replications),
    }),
  }));
}

/** M/M/1 from which customers balk: who finds n stays with chance 1 ÷ (n + 1), and the numbers are Poisson. */
function balking(): System {
  const p = birthDeath(
    (n) => 2 / (n + 1),
    () => 1,
    60,
  );
  return {
    group,
    what: 'M/M/1, λ = 2, μ = 1, who finds n balks with chance n ÷ (n + 1)',
    network: {
      sources: { door: { rate: 2 } },
      nodes: { desk: { service: exponential(1), balking: (_, __, node) => node.present / (node.present + 1) } },
      warmUp: 50,
      until: 2_050,
      visits: false,
    },
    replications: 40,
    questions: [
      { name: 'p0', source: 'births and deaths: e^−2', published: p[0], measure: empty, formula: Math.exp(-2) },
      { name: 'L', source: 'births and deaths: 2', published: 2, measure: present },
    ],
  };
}

export function textbookCases(): Case[] {
  return [
    ...textbookSystems().flatMap(casesOf),
    ...casesOf(balking()),
    ...overloaded(20_000, '20,000', false),
    ...overloaded(1_000_000, '1,000,000', true),
  ];
}
