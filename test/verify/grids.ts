/** Closed forms over a grid of loads and servers: Erlang B, C and A, services and disciplines. */
import type { Distribution, NetworkDescription, NetworkResult } from '../../model/kernel/kernel.ts';
import {
  deterministic,
  empirical,
  erlang,
  exponential,
  gamma2,
  hyperexponential,
  lognormal,
  outcomes,
  triangular,
  uniform,
  weibull,
} from '../../model/kernel/kernel.ts';
import type { Case } from './case.ts';
import { dm1, erlangA, erlangB, halfinWhitt, kingman, mg1, mmc, preemptive, shortestFirst } from './closed-forms.ts';
import { casesOf, lengthFor, meanOfVisits, type Question, type System } from './runs.ts';

type Desk = NetworkDescription['nodes'][string];

const replications = 40;
const waiting = (run: NetworkResult) => run.nodes.desk.waiting;

interface Times {
  warmUp: number;
  until: number;
}

/** Of the visits between the warm-up and the last tenth of a run (whose end not all of them see), those chosen. */
function shareOfVisits(run: NetworkResult, { warmUp, until }: Times, chosen: (row: number) => boolean): number {
  const arrived = run.visits.column('arrived');
  const last = until - (until - warmUp) / 10;
  let hits = 0;
  let n = 0;
  for (let row = 0; row < arrived.length; row++) {
    if (arrived[row] < warmUp || arrived[row] >= last) continue;
    n++;
    if (chosen(row)) hits++;
  }
  return hits / n;
}

const findAtLeast = (least: number, times: Times) => (run: NetworkResult) => {
  const found = run.visits.column('found');
  return shareOfVisits(run, times, (row) => found[row] >= least);
};

const giveUp = (times: Times) => (run: NetworkResult) => {
  const type = run.visits.column('type');
  return shareOfVisits(run, times, (row) => type[row] === outcomes.indexOf('reneged'));
};

const waitMoreThan = (wait: number, times: Times) => (run: NetworkResult) => {
  const waited = run.visits.column('waited');
  return shareOfVisits(run, times, (row) => waited[row] > wait);
};

/** A share so near 0 or 1 that a run sees hardly one exception has no normal distribution. */
const isRare = (share: number) => share < 5e-4 || share > 0.995;

function erlangCGrid(): System[] {
  const group = 'Erlang C: M/M/c';
  return [1, 2, 5, 20, 50].flatMap((servers) =>
    [0.3, 0.6, 0.8, servers % 2 === 0 && servers < 50 ? 0.9 : 0.95].map((load): System => {
      const lambda = load * servers;
      const { waits, Lq } = mmc(lambda, 1, servers);
      const times = lengthFor(load, servers, 1);
      return {
        group,
        what: `${servers} server${servers === 1 ? '' : 's'}, load ${load}`,
        network: {
          sources: { door: { rate: lambda } },
          nodes: { desk: { servers, service: exponential(1) } },
          ...times,
          pageWidth: 2 / lambda,
        },
        // the nearer to 1, the longer a run
        replications: load > 0.9 ? 20 : replications,
        questions: [
          {
            name: 'share that wait',
            source: 'Erlang 1917',
            published: waits,
            measure: findAtLeast(servers, times),
          },
          { name: 'Lq', source: 'Erlang 1917', published: Lq, measure: waiting },
        ].filter(() => !isRare(waits)),
      };
    }),
  );
}

function erlangAGrid(): System[] {
  const group = 'Erlang A: M/M/c with exponential patience';
  return [5, 50].flatMap((servers) =>
    [0.8, 1, 1.2, 2].flatMap((load) =>
      [0.5, 3].map((patience): System => {
        const lambda = load * servers;
        const { Lq, reneges, waits } = erlangA(lambda, 1, servers, 1 / patience);
        const times = { warmUp: 30, until: 30 + 10_000 / lambda };
        return {
          group,
          what: `${servers} servers, load ${load}, mean patience ${patience} services`,
          network: {
            sources: { door: { rate: lambda } },
            nodes: { desk: { servers, service: exponential(1), patience: exponential(patience) } },
            ...times,
            pageWidth: 2 / lambda,
          },
          replications,
          questions: [
            {
              name: 'share that give up',
              source: 'births and deaths',
              published: reneges,
              measure: giveUp(times),
            },
            {
              name: 'share that wait',
              source: 'births and deaths',
              published: waits,
              measure: findAtLeast(servers, times),
            },
            { name: 'Lq', source: 'births and deaths', published: Lq, measure: waiting },
          ].filter(({ name }) => name !== 'share that wait' || !isRare(waits)),
        };
      }),
    ),
  );
}

function erlangBGrid(): System[] {
  const services: [what: string, service: Distribution][] = [
    ['exponential', exponential(1)],
    ['fixed', deterministic(1)],
    ['log-normal (σ = 2)', lognormal(1, 2)],
  ];
  return [
    { servers: 5, load: 0.8 },
    { servers: 30, load: 1.1 },
  ].flatMap(({ servers, load }) =>
    services.map(([what, service]): System => {
      const lambda = load * servers;
      return {
        group: 'Erlang B: M/G/c without room to wait',
        what: `${servers} servers, load ${load}, services ${what}`,
        network: {
          sources: { door: { rate: lambda } },
          nodes: { desk: { servers, service, room: 0 } },
          warmUp: 60,
          until: 60 + 12_000 / lambda,
          visits: false,
          pageWidth: 2 / lambda,
        },
        replications,
        questions: [
          {
            name: 'share rejected',
            source: 'Erlang 1917; only the mean of the services counts',
            published: erlangB(servers, lambda),
            measure: ({ nodes: { desk } }) => desk.rejected / desk.arrived,
          },
        ],
      };
    }),
  );
}

/** One server: mean wait at a desk of this kind. */
function oneServer(
  what: string,
  gap: Distribution,
  desk: Desk,
  load: number,
  questions: (times: Times) => Question[],
  longer = 1,
): System {
  const { warmUp, until } = lengthFor(load, 1, load);
  const times = { warmUp: longer * warmUp, until: longer * until };
  return {
    group: 'One server: services, gaps, order',
    what,
    network: { sources: { door: { gap } }, nodes: { desk }, ...times },
    replications,
    questions: questions(times),
  };
}

const meanWait = (times: Times) => (run: NetworkResult) => meanOfVisits(run, 'waited', times.warmUp, times.until);

/** Services of mean 1 with their variance, at 0.7 arrivals a unit of time. */
function services(): System[] {
  const kinds: [what: string, service: Distribution, variance: number][] = [
    ['Erlang of 3 stages', erlang(3, 1), 1 / 3],
    ['gamma of shape 2', gamma2(1), 1 / 2],
    ['uniform 0–2', uniform(0, 2), 1 / 3],
    ['triangular 0, 0.5, 2.5', triangular(0, 0.5, 2.5), (0.25 + 6.25 - 1.25) / 18],
    ['log-normal (σ = 1)', lognormal(1, 1), 1],
    ['Weibull of shape 2', weibull(2, 2 / Math.sqrt(Math.PI)), 4 / Math.PI - 1],
    ['hyperexponential 0.75 × 0.5, 0.25 × 2.5', hyperexponential([3, 1], [0.5, 2.5]), 2 * (0.1875 + 1.5625) - 1],
    [
      'empirical 0.5, 1, 2 by 4, 2, 1',
      empirical(
        [0.5, 1, 2].map((x) => (x * 7) / 6),
        [4, 2, 1],
      ),
      49 / 36 - 1 + 0,
    ],
  ];
  return kinds.map(([what, service, variance]) =>
    oneServer(`M/G/1, λ = 0.7, services ${what}`, exponential(1 / 0.7), { service }, 0.7, (times) => [
      {
        name: 'Wq',
        source: 'Pollaczek–Khinchine',
        published: mg1(0.7, 1, variance).Wq,
        measure: meanWait(times),
      },
    ]),
  );
}

function disciplines(): System[] {
  const { sigma, Wq } = dm1(1.25, 1);
  const ranked = [0.3, 0.4];
  const stays = preemptive(ranked, 1);
  const long = lengthFor(0.7, 1, 1);
  return [
    oneServer('D/M/1, load 0.8', deterministic(1.25), { service: exponential(1) }, 0.8, (times) => [
      { name: 'Wq', source: 'root of σ = e^(−(1 − σ) ÷ 0.8)', published: Wq, measure: meanWait(times) },
      {
        name: 'share of arrivals that wait',
        source: 'σ, not the share of time, since the gaps are not exponential',
        published: sigma,
        measure: findAtLeast(1, times),
      },
      {
        name: 'share of time in which the server is busy',
        source: 'the load',
        published: 0.8,
        measure: ({ nodes }) => nodes.desk.utilisation,
      },
    ]),
    oneServer(
      'M/M/1, load 0.8, shortest service first',
      exponential(1.25),
      { service: exponential(1), key: (_, customer) => customer.service },
      0.8,
      (times) => [{ name: 'Wq', source: 'Phipps 1956', published: shortestFirst(0.8, 1), measure: meanWait(times) }],
      3,
    ),
    {
      group: 'One server: services, gaps, order',
      what: 'M/M/1, the first rank interrupts, λ = 0.3, 0.4, μ = 1',
      network: {
        classes: { first: 0, second: 1 },
        sources: { a: { rate: ranked[0], class: 'first' }, b: { rate: ranked[1], class: 'second' } },
        nodes: { desk: { service: exponential(1), preemptive: true, cut: 'resume' } },
        warmUp: long.warmUp,
        until: 2 * long.until,
      },
      replications,
      questions: stays.map((published, i) => ({
        name: `W of the ${i === 0 ? 'first' : 'second'} rank`,
        source: 'preemptive resume: Cobham’s argument',
        published,
        measure: (run) => {
          const rank = run.visits.column('class');
          const of = (column: 'waited' | 'served') =>
            meanOfVisits(run, column, long.warmUp, 2 * long.until, (row) => rank[row] === i);
          return of('waited') + of('served');
        },
      })),
    },
    {
      group: 'One server: services, gaps, order',
      what: 'M/M/1 with batches of 3, load 0.75',
      network: {
        sources: { door: { rate: 0.25, batch: 3 } },
        nodes: { desk: { service: exponential(1) } },
        warmUp: 2_000,
        until: 12_000,
        visits: false,
      },
      replications,
      questions: [
        {
          name: 'L',
          source: 'load × (3 + 1) ÷ (2 × (1 − load))',
          published: (0.75 * 4) / (2 * 0.25),
          measure: ({ nodes }) => nodes.desk.present,
        },
      ],
    },
  ];
}

/** Gaps uniform over 0.5–1.5 (variance 1/12), log-normal services with a standard deviation of 1.2 × the mean. */
function heavyTraffic(): System[] {
  return [0.5, 0.8, 0.95].map((load) => {
    const bound = kingman(1, load, 1 / 12, 1.44 * load * load);
    const service = lognormal(load, 1.2 * load);
    return {
      ...oneServer(`GI/G/1, load ${load}`, uniform(0.5, 1.5), { service }, load, (times) => [
        { name: 'Wq', source: 'Kingman 1962: at most', published: bound, atMost: true, measure: meanWait(times) },
        ...(load < 0.95
          ? []
          : [
              {
                name: 'Wq ÷ Kingman’s bound',
                source: 'heavy traffic: 1 in the limit; Marchal’s lower bound',
                published: 1,
                within: (1 + load) / 2 / bound,
                measure: (run: NetworkResult) => meanWait(times)(run) / bound,
              },
              {
                name: 'share of waits above Kingman’s bound',
                source: 'heavy traffic: exponential, e^−1 in the limit',
                published: Math.exp(-1),
                within: 0.03,
                measure: waitMoreThan(bound, times),
              },
            ]),
      ]),
      group: 'Heavy traffic',
    };
  });
}

/** 400 servers at load 1 − 1 ÷ √400: between Erlang C and its limit lies less than the tolerance. */
function manyServers(): System {
  const times = { warmUp: 15, until: 165 };
  return {
    group: 'Heavy traffic',
    what: 'M/M/400, load 0.95 (β = 1)',
    network: {
      sources: { door: { rate: 380 } },
      nodes: { desk: { servers: 400, service: exponential(1) } },
      start: [{ count: 380 }],
      ...times,
      pageWidth: 0.01,
    },
    replications: 30,
    questions: [
      {
        name: 'share that wait',
        source: 'Halfin & Whitt 1981, limit of many servers',
        published: halfinWhitt(1),
        within: 0.01,
        measure: findAtLeast(400, times),
      },
    ],
  };
}

export function gridCases(): Case[] {
  return [
    ...erlangCGrid(),
    ...erlangAGrid(),
    ...erlangBGrid(),
    ...services(),
    ...disciplines(),
    ...heavyTraffic(),
    manyServers(),
  ].flatMap(casesOf);
}
