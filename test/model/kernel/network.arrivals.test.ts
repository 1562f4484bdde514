import { describe, expect, test } from 'vitest';
import { deterministic, empirical, simulateNetwork } from '../../../model/kernel/kernel.ts';
import { byCustomer, story, visitsOf } from './hand.ts';

describe('arrivals', () => {
  test('come in batches, of which each customer is one of its own', () => {
    const visits = visitsOf({
      sources: { bus: { times: [1, 2], batch: 2 } },
      nodes: { desk: { service: deterministic(1), room: 1 } },
    });
    expect(story(byCustomer(visits))).toEqual([
      [0, 'served', 1, 2],
      [1, 'served', 2, 3],
      [2, 'served', 3, 4],
      [3, 'rejected', null, 2],
    ]);
  });

  test('come in batches of sizes that are drawn, none among them', () => {
    const { arrived } = simulateNetwork({
      sources: { bus: { gap: deterministic(1), batch: empirical([0, 3]) } },
      nodes: { desk: { servers: Infinity, service: deterministic(1) } },
      until: 10_000,
    });
    // 10,000 batches of mean 1.5, standard deviation 1.5: within 3.3 of 150
    expect(Math.abs(arrived - 15_000)).toBeLessThan(3.3 * 150);
  });

  test('stop at a limit, an end, or a number for the whole network', () => {
    const times = { gap: deterministic(1) };
    const arrivedOf = (source: object, rest: object = {}) =>
      simulateNetwork({
        sources: { door: { ...times, ...source } },
        nodes: { desk: { service: deterministic(0.5) } },
        ...rest,
      });
    expect(arrivedOf({ limit: 7 })).toMatchObject({ arrived: 7, left: 7, end: 7.5 });
    expect(arrivedOf({ until: 5 })).toMatchObject({ arrived: 5, end: 5.5 });
    expect(arrivedOf({ from: 10, until: 12 })).toMatchObject({ arrived: 2, end: 12.5 });
    expect(arrivedOf({}, { arrivals: 9 })).toMatchObject({ arrived: 9, end: 9.5 });
    expect(arrivedOf({}, { departures: 4 })).toMatchObject({ arrived: 4, left: 4, end: 4.5 });
    expect(arrivedOf({ batch: 4, limit: 6 })).toMatchObject({ arrived: 6 });
    expect(arrivedOf({ limit: 0 })).toMatchObject({ arrived: 0, end: 0 });
  });

  test('follow a rate that varies: none where it is 0, and as many as its integral', () => {
    const rate = (time: number) => (time % 10 < 5 ? 4 : 0);
    const visits = visitsOf({
      sources: { door: { rate, highestRate: 5 } },
      nodes: { desk: { servers: Infinity, service: deterministic(1) } },
      until: 2000,
    });
    expect(visits.every(({ arrived }) => arrived % 10 < 5)).toBe(true);
    // Poisson of mean 4,000: within 3.3 standard deviations
    expect(Math.abs(visits.length - 4000)).toBeLessThan(3.3 * Math.sqrt(4000));
  });

  test('have the classes of their weights', () => {
    const { visits } = simulateNetwork({
      classes: { a: 0, b: 0 },
      sources: { door: { gap: deterministic(1), class: { a: 1, b: 3 } } },
      nodes: { desk: { servers: Infinity, service: deterministic(1) } },
      arrivals: 10_000,
    });
    const a = [...visits].filter((visit) => visit.class === 'a').length;
    // binomial: within 3.3 standard deviations of 43.3
    expect(Math.abs(a - 2500)).toBeLessThan(3.3 * 43.3);
  });

  test('come after those who were there at the start, who come to the line in their order', () => {
    const visits = visitsOf({
      classes: { urgent: 0, ordinary: 1 },
      start: [{ class: 'ordinary', count: 2 }, { class: 'urgent' }],
      sources: { door: { times: [0], class: 'urgent' } },
      nodes: { desk: { service: deterministic(1) } },
      until: 10,
    });
    expect(visits.map(({ source, class: name, left }) => [source, name, left])).toEqual([
      ['start', 'ordinary', 1],
      ['start', 'urgent', 2],
      ['door', 'urgent', 3],
      ['start', 'ordinary', 4],
    ]);
  });
});
