import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, test } from 'vitest';
import { judge, limitFor } from '../case.ts';
import { allCases } from '../cases.ts';
import { rowIn, rowOf } from '../page.ts';
import { pooled, rungs } from './places.ts';
import { flowNames } from './state.ts';
import { runTwin, type TwinRecord } from './twin.ts';

const cases = allCases();
const quick = cases.filter(({ slow, group }) => !slow && group.startsWith('The twin'));
const written = readFileSync('docs/verification.md', 'utf8');

describe('the simulation agrees with its fluid twin', { timeout: 300_000 }, () => {
  const limit = limitFor(cases.length);
  for (const group of new Set(quick.map((one) => one.group))) {
    test(group, () => {
      const judged = quick.filter((one) => one.group === group).map((one) => judge(one, one.run(), limit));
      const parted = judged.filter(({ agrees }) => !agrees);
      expect(parted.map(({ case: { name, published }, value, z }) => ({ name, published, value, z }))).toEqual([]);
      for (const one of judged) expect(rowIn(written, one.case)?.cells).toEqual(rowOf(one).cells);
    });
  }
});

describe('the twin itself', { timeout: 120_000 }, () => {
  let record: TwinRecord;
  beforeAll(() => {
    record = runTwin(rungs[3].arrangement(1, 1), [0, 364]);
  }, 120_000);

  test('conserves persons: who has come and not left is there', () => {
    const [flows] = record.flows;
    const [begin, end] = record.present;
    expect(begin + flows.new_needs - flows.deaths - flows.stable - flows.gone).toBeCloseTo(end, 3);
  });

  test('begins with the stocks of the census', () => {
    const { census } = pooled(1, 1).common[0].values;
    expect(record.stocks[0].outpatient).toBeCloseTo(0.8 * census.outpatient, 6);
    expect(record.stocks[0].lar).toBeCloseTo(0.8 * census.lar, 6);
    expect(record.stocks[0].detox).toBe(0);
  });

  test('has no negative flow or stock', () => {
    for (const name of flowNames) expect(record.flows[0][name], name).toBeGreaterThanOrEqual(0);
    for (const stocks of record.stocks) {
      for (const [name, persons] of Object.entries(stocks)) expect(persons, name).toBeGreaterThanOrEqual(0);
    }
  });

  test('refuses what it does not cover', () => {
    const several = pooled(1, 1);
    expect(() => runTwin({ ...several, towns: [...several.towns, ...several.towns] }, [])).toThrow('one town');
    expect(() => runTwin(pooled(1, 1, {}, { grant: { posts: 1 } }), [])).toThrow('no grant');
    expect(() => runTwin(pooled(1, 1, { census: { stay_rate: 1 } }), [])).toThrow('no memory');
    expect(() => runTwin(pooled(1, 1, { first_contact: { slots: 50 } }), [])).toThrow('no line for slots');
  });
});

test('the twin imports nothing of the model but the arrangement, its parameters and the kernel', async () => {
  const sources = import.meta.glob<string>('./*.ts', { query: '?raw', import: 'default', eager: true });
  // the simulation's own side and the comparison are no part of the twin
  const apart = ['./simulated.ts', './twin.test.ts'];
  const allowed = /^(?:arrangement|parameters|kernel\/(?:calendar|maths))\.ts$/;
  const checked = Object.entries(sources).filter(([file]) => !apart.includes(file));
  expect(checked.length).toBeGreaterThan(8);
  for (const [file, text] of checked) {
    for (const [, path] of text.matchAll(/from '(?:\.\.\/)+model\/([^']+)'/g)) expect(path, file).toMatch(allowed);
  }
});
