import { describe, expect, test } from 'vitest';
import type { NetworkDescription, NodeDescription, SourceDescription } from '../../../model/kernel/kernel.ts';
import {
  deterministic,
  empirical,
  erlang,
  exponential,
  hyperexponential,
  lognormal,
  simulateNetwork,
  triangular,
  uniform,
  weibull,
} from '../../../model/kernel/kernel.ts';

const service = deterministic(1);

function refused(description: Partial<NetworkDescription>): string {
  return messageOf(() => simulateNetwork({ nodes: { desk: { service } }, until: 10, ...description }));
}

function messageOf(run: () => unknown): string {
  try {
    run();
  } catch (error) {
    expect(error).toBeInstanceOf(RangeError);
    return (error as RangeError).message;
  }
  return 'not refused';
}

describe('a network is refused', () => {
  test.each<[string, Partial<NetworkDescription>]>([
    ["nodes must be one or more, not 'none'", { nodes: {} }],
    ["classes must be one or more, not 'none'", { classes: {} }],
    ["classes for class 'a' must be a whole number, 0 to 999, not -1", { classes: { a: -1 } }],
    ['until must be more than 0, not 0', { until: 0 }],
    ['arrivals must be a whole number, 0 or more, not 1.5', { arrivals: 1.5 }],
    ['departures must be a whole number, 1 or more, not 0', { departures: 0 }],
    ['warmUp must be 0 or more, and before 10, not 10', { warmUp: 10 }],
    [
      "the end of the run must be given by until, arrivals or departures, not 'nothing'",
      { until: undefined, sources: { door: { rate: 1 } } },
    ],
    [
      "the end of the run must be given by until, arrivals or departures, not 'nothing'",
      { until: undefined, arrivals: 5 },
    ],
    ["to of start must be one of desk, not 'dask'; did you mean 'desk'?", { start: [{ to: 'dask' }] }],
    ['count of start must be a whole number, 0 or more, not -1', { start: [{ count: -1 }] }],
    [
      'warmUp must be before the end of the run, which is 1, not 5',
      { until: undefined, warmUp: 5, sources: { door: { times: [0] } } },
    ],
  ])('%s', (message, description) => {
    expect(refused(description)).toBe(message);
  });
});

describe('a source is refused', () => {
  test.each<[string, SourceDescription]>([
    ["what says when customers come from source 'door' must be one of rate, gap and times, not '0 of them'", {}],
    [
      "what says when customers come from source 'door' must be one of rate, gap and times, not '2 of them'",
      { rate: 1, times: [] },
    ],
    ["rate of source 'door' must be 0 or more, not -2", { rate: -2 }],
    ["highestRate of source 'door' must be more than 0, not undefined", { rate: () => 1 }],
    ["gap of source 'door' after 0 must be 0 or more, not -1", { gap: () => -1 }],
    ["time 1 of source 'door' must be 3 or more, not 2", { times: [3, 2] }],
    ["batch of source 'door' must be a whole number, 0 or more, not 0.5", { rate: 1, batch: 0.5 }],
    ["batch of source 'door' at 2 must be a whole number, 0 or more, not 2.5", { times: [2], batch: () => 2.5 }],
    [
      "class of source 'door' must be one of customer, not 'costumer'; did you mean 'customer'?",
      { rate: 1, class: 'costumer' },
    ],
    [
      "the weights of class of source 'door' must be 0 or more, one at least more than 0, not [0]",
      { rate: 1, class: { customer: 0 } },
    ],
    ["limit of source 'door' must be a whole number, 0 or more, not -1", { rate: 1, limit: -1 }],
    ["from of source 'door' must be 0 or more, not -1", { rate: 1, from: -1 }],
    ["until of source 'door' must be 5 or more, not 4", { rate: 1, from: 5, until: 4 }],
    ["stream of source 'door' must be 0 to 32766, not 32767", { rate: 1, stream: 32_767 }],
    ["to of source 'door' must be one of desk, not 'task'; did you mean 'desk'?", { rate: 1, to: 'task' }],
    ["the chances of to of source 'door' must be at most 1 together, not 1.5", { rate: 1, to: { desk: 1.5 } }],
  ])('%s', (message, door) => {
    expect(refused({ sources: { door } })).toBe(
      // one chance above 1 is refused for itself
      message.replace(/^the chances (.*) must be at most 1 together/, 'each chance $1 must be within 0 and 1'),
    );
  });

  test('when its rate goes beyond the highest that it states', () => {
    const door = { rate: (time: number) => time, highestRate: 3 };
    expect(refused({ sources: { door } })).toMatch(
      /^rate of source 'door' at 3\.\d+ must be 0 to highestRate, which is 3, not 3\.\d+$/,
    );
  });

  test('when its rate stays at 0 in a run without end', () => {
    const door = { rate: () => 0, highestRate: 1 };
    expect(refused({ sources: { door }, until: undefined, departures: 1 })).toMatch(/not stay near 0/);
    expect(refused({ sources: { door } })).toBe('not refused');
  });

  test('when it does not say where to go and there are two nodes', () => {
    const nodes = { a: { service }, b: { service } };
    expect(refused({ nodes, sources: { door: { rate: 1 } } })).toBe(
      "to of source 'door' must be given where there is more than one node, not undefined",
    );
  });
});

describe('a node is refused', () => {
  const one = [{ from: 0, servers: 1 }];
  test.each<[string, Partial<NodeDescription>]>([
    ["service of node 'desk' must be given, not undefined", { service: undefined }],
    ["servers of node 'desk' must be a whole number, 0 or more, not -1", { servers: -1 }],
    ["servers of node 'desk' must be a whole number, 0 or more, not 1.5", { servers: 1.5 }],
    ["the first step of servers of node 'desk' must be from 0, not 1", { servers: [{ from: 1, servers: 1 }] }],
    ["from of step 1 of servers of node 'desk' must be after 0, not 0", { servers: [...one, ...one] }],
    ["the period of servers of node 'desk' must be more than 0, not 0", { servers: { steps: one, period: 0 } }],
    ["room of node 'desk' must be a whole number, 0 or more, not -1", { room: -1 }],
    ["balking of node 'desk' must be within 0 and 1, not 2", { balking: 2 }],
    ["cut of node 'desk', which is preemptive, must be resume, restart or lose, not 'finish'", { preemptive: true }],
    [
      "cut of node 'desk' must be one of finish, resume, restart, lose, not 'resum'; did you mean 'resume'?",
      { cut: 'resum' as 'resume' },
    ],
    [
      "a class of priority of node 'desk' must be one of customer, not 'customers'; did you mean 'customer'?",
      { priority: { customers: 1 } },
    ],
    [
      "priority of node 'desk' for class 'customer' must be a whole number, 0 to 999, not 0.5",
      { priority: { customer: 0.5 } },
    ],
    ["route of node 'desk' must be one of desk, not 'dsk'; did you mean 'desk'?", { route: 'dsk' }],
    ["each chance of route of node 'desk' must be within 0 and 1, not -0.5", { route: { desk: -0.5 } }],
    [
      "otherwise of node 'desk' must be one of reneged, balked, rejected, lost, not 'regened'; did you mean 'reneged'?",
      { otherwise: { regened: null } as object },
    ],
    ["service of node 'desk' for customer 0 at 2 must be 0 or more, and finite, not -1", { service: () => -1 }],
    [
      "service of node 'desk' for customer 0 at 2 must be 0 or more, and finite, not Infinity",
      { service: () => Infinity },
    ],
    ["service of node 'desk' for customer 0 at 2 must be given for class 'customer', not undefined", { service: {} }],
    ["patience of node 'desk' for customer 1 at 2 must be 0 or more, not NaN", { patience: () => Number.NaN }],
    [
      "balking of node 'desk' for customer 0 at 2 must be within 0 and 1, or true or false, not 3",
      { balking: () => 3 },
    ],
    [
      "class must be one of customer, not 'guest'; did you mean 'customer'?",
      {
        route: (_draws, customer) => {
          customer.class = 'guest';
          return null;
        },
      },
    ],
    ["customer 1 is sent on without end at 2, from 'desk'", { room: 0, otherwise: { rejected: 'desk' } }],
  ])('%s', (message, node) => {
    const description = {
      sources: { door: { times: [2, 2] } },
      nodes: { desk: { service, ...node } as NodeDescription },
    };
    expect(refused(description)).toBe(message);
  });

  test('when its chances are more than 1 together, though a third three times are not', () => {
    const of = (chance: number) => {
      const nodes = { a: { service, route: { a: chance, b: chance, c: chance } }, b: { service }, c: { service } };
      return refused({ nodes });
    };
    expect(of(0.4)).toMatch(/^the chances of route of node 'a' must be at most 1 together, not 1\.2/);
    expect(of(1 / 3)).toBe('not refused');
  });
});

describe('a distribution is refused', () => {
  test.each<[string, () => unknown]>([
    ['a deterministic time must be 0 or more, not -1', () => deterministic(-1)],
    ['the mean of an exponential must be 0 or more, not -1', () => exponential(-1)],
    ['the stages of an Erlang must be a whole number, 1 or more, not 0', () => erlang(0, 1)],
    ['the lower limit of a uniform must be at most 1, not 2', () => uniform(2, 1)],
    ['the mode of a triangular must be within 1 and 2, not 3', () => triangular(1, 3, 2)],
    ['the mean of a log-normal must be more than 0, not 0', () => lognormal(0, 1)],
    ['the shape of a Weibull must be more than 0, not 0', () => weibull(0, 1)],
    ['the means of a hyperexponential must be 2 numbers, not 1', () => hyperexponential([1, 1], [1])],
    [
      'the weights of a hyperexponential must be 0 or more, one at least more than 0, not [0, -1]',
      () => hyperexponential([0, -1], [1, 1]),
    ],
    ['the values of an empirical distribution must be one or more, not 0', () => empirical([])],
    ['a value of an empirical distribution must be 0 or more, not -3', () => empirical([1, -3])],
  ])('%s', (message, make) => {
    expect(messageOf(make)).toBe(message);
  });
});
