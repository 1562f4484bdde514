import { describe, expect, test } from 'vitest';
import { deterministic } from '../../../model/kernel/kernel.ts';
import { desk, story, visitsOf } from './hand.ts';

describe('priorities', () => {
  const classes = { urgent: 0, ordinary: 1 };
  const sources = {
    ordinary: { times: [1, 2, 3], class: 'ordinary' },
    urgent: { times: [4, 5], class: 'urgent' },
  };

  test('let lower ranks be served first, in order of coming within a rank, without interrupting', () => {
    const visits = visitsOf({ classes, sources, nodes: { desk: { service: deterministic(10) } } });
    expect(visits.map((visit) => [visit.class, visit.priority, visit.arrived, visit.began])).toEqual([
      ['ordinary', 1, 1, 1],
      ['urgent', 0, 4, 11],
      ['urgent', 0, 5, 21],
      ['ordinary', 1, 2, 31],
      ['ordinary', 1, 3, 41],
    ]);
  });

  test('may differ from node to node', () => {
    const visits = visitsOf({
      classes,
      sources,
      nodes: { desk: { service: deterministic(10), priority: { urgent: 1, ordinary: 0 } } },
    });
    expect(visits.map(({ arrived }) => arrived)).toEqual([1, 2, 3, 4, 5]);
  });

  test('interrupt those who rank later where the node is preemptive', () => {
    const node = { service: deterministic(10), preemptive: true };
    const of = (cut: 'resume' | 'restart' | 'lose') =>
      visitsOf({ classes, sources, nodes: { desk: { ...node, cut } } }).map(
        ({ arrived, type, left, waited, served }) => [arrived, type, left, waited, served],
      );
    expect(of('resume')).toEqual([
      [4, 'served', 14, 0, 10],
      [5, 'served', 24, 9, 10],
      [1, 'served', 31, 20, 10],
      [2, 'served', 41, 29, 10],
      [3, 'served', 51, 38, 10],
    ]);
    expect(of('restart')[2]).toEqual([1, 'served', 34, 20, 13]);
    expect(of('lose')[0]).toEqual([1, 'lost', 4, 0, 3]);
  });
});

describe('a key', () => {
  const service = (_draws: unknown, customer: { number: number }) => [5, 4, 1, 2][customer.number];

  test('of the service time serves the shortest job first', () => {
    const visits = desk([1, 2, 3, 4], 0, { service, key: (_draws, customer) => customer.service });
    expect(story(visits)).toEqual([
      [0, 'served', 1, 6],
      [2, 'served', 6, 7],
      [3, 'served', 7, 9],
      [1, 'served', 9, 13],
    ]);
  });

  test('of the time of coming, turned round, serves the last first', () => {
    const visits = desk([1, 2, 3, 4], 5, { key: (_draws, customer) => -customer.joined });
    expect(visits.map(({ customer }) => customer)).toEqual([0, 3, 2, 1]);
  });

  test('counts within ranks only, and on ties the order of coming', () => {
    const visits = visitsOf({
      classes: { urgent: 0, ordinary: 1 },
      sources: { a: { times: [1, 2, 3], class: 'ordinary' }, b: { times: [4], class: 'urgent' } },
      nodes: { desk: { service: deterministic(5), key: (_draws, { class: name }) => (name === 'urgent' ? 9 : 1) } },
    });
    expect(visits.map(({ arrived }) => arrived)).toEqual([1, 4, 2, 3]);
  });
});
