import { beforeAll, describe, expect, test } from 'vitest';
import type { Findings } from '../../../scenarios/experiment/findings.ts';
import { run, scenarios, usual } from './small-experiment.ts';

let findings: Findings;
beforeAll(async () => {
  findings = await run(usual, { replications: 6 });
}, 120_000);

describe('a comparison', () => {
  test('every scenario has the same past as the base, to the last digit', () => {
    const before = findings.estimates.filter((row) => row.period === 'before' || row.period === '2026');
    expect(before.length).toBeGreaterThan(100);
    const base = before.filter((row) => row.scenario === 'tiny');
    for (const other of findings.scenarios.slice(1)) {
      const rows = before.filter((row) => row.scenario === other.name);
      expect(rows).toEqual(base.map((row) => ({ ...row, scenario: other.name })));
    }
  });

  test('after the switch the scenarios differ', () => {
    const held = findings.comparisons.filter(
      (row) => row.scenario === 'tiny+framework:held-back' && row.period === 'all',
    );
    const places = held.find((row) => row.measure === 'place_years' && row.municipality === '1');
    expect(places?.meanDifference).toBeLessThan(0);
    expect(places?.shareBetter).toBe(0);
  });

  test('a difference is the difference of the two estimates', () => {
    let seen = 0;
    for (const row of findings.comparisons) {
      if (row.meanDifference === null || row.baseMean === null || row.scenarioMean === null) continue;
      seen++;
      expect(row.meanDifference).toBeCloseTo(row.scenarioMean - row.baseMean, 6);
    }
    expect(seen).toBeGreaterThan(500);
  });

  test('a verdict is given in every period where the catalogue marks the measure, and nowhere else', () => {
    for (const row of findings.comparisons) {
      const measure = findings.catalogue.byName.get(row.measure);
      if (!measure?.verdict) expect(row.verdict).toBeNull();
      else if (row.ci99Low !== null && row.k !== null && row.matters !== null) expect(row.verdict).not.toBeNull();
    }
    expect(findings.comparisons.some((row) => row.verdict !== null)).toBe(true);
  });

  test('what comes into a position and does not leave it is still there', () => {
    expect(findings.flowBalance.first).toBeNull();
    expect(findings.flowBalance.failed).toBe(0);
    // scenarios × replications × places × years × positions
    expect(findings.flowBalance.cells).toBe(4 * 6 * 2 * 3 * 16);
  });

  test('the break-even is looked for over the whole time and in every year after the switch', () => {
    const rows = findings.breakeven.filter((row) => row.measure === 'place_years');
    expect(rows.map((row) => row.period)).toEqual(['all', '2027', '2028']);
    for (const row of rows) {
      expect([row.low, row.high]).toEqual(['tiny+framework:held-back', 'tiny+framework:passed-on']);
      expect([row.lowValue, row.highValue]).toEqual([0.5, 1]);
      expect((row.breakeven === null) !== (row.reason === '')).toBe(true);
    }
  });

  test('every future either keeps the grant or is ever without it', () => {
    const { fates } = findings;
    expect(fates?.municipality).toBe('1');
    expect((fates?.keeps ?? 0) + (fates?.loses ?? 0)).toBe(6);
    for (const row of fates?.differences ?? []) expect(row.n).toBe(row.fate === 'keeps' ? fates?.keeps : fates?.loses);
  });

  test('the bound on memory is at least what the series alone take', () => {
    // scenarios × replications × places × months × series × 2 bytes
    expect(findings.memoryMegabytes).toBeGreaterThan((4 * 6 * 2 * 37 * 26 * 2) / 1e6);
  });
});

test('a scenario compared with itself differs by exactly nothing, anywhere', async () => {
  const twice = scenarios(['tiny', 'tiny']);
  const same = await run([], { scenarios: [twice[0], { ...twice[1], name: 'tiny#2' }], base: twice[0] });
  expect(same.comparisons.length).toBeGreaterThan(500);
  for (const row of same.comparisons) {
    if (row.meanDifference === null) continue;
    expect(row.meanDifference).toBe(0);
    expect([row.sd ?? 0, row.ciLow ?? 0, row.ciHigh ?? 0]).toEqual([0, 0, 0]);
    if (row.dots20) expect(row.dots20.every((dot) => dot === 0)).toBe(true);
    if (row.shareBetter !== null) expect(row.shareBetter).toBe(0.5);
  }
}, 60_000);

test('watching every municipality changes no number of the municipality in focus', async () => {
  const few = await run(['tiny'], { base: null, replications: 2 });
  const all = await run(['tiny'], { base: null, replications: 2, municipalities: 'all' });
  expect(all.municipalities).toEqual(['1', '2']);
  expect(all.focus).toEqual(['1']);
  const own = (findings: Findings) => findings.estimates.filter((row) => row.municipality !== '2');
  expect(own(all)).toEqual(own(few));
}, 60_000);

test('one replication has means and no intervals', async () => {
  const { estimates } = await run(['tiny'], { base: null, replications: 1 });
  expect(estimates.some((row) => row.mean !== null)).toBe(true);
  for (const row of estimates) expect([row.sd, row.ciLow, row.ciHigh]).toEqual([null, null, null]);
}, 60_000);

test('with chance alone no parameter is drawn, and hinges are none', async () => {
  const chance = await run(usual.slice(0, 2), { uncertainty: 'chance', replications: 2 });
  expect(chance.hinges).toEqual([]);
}, 60_000);

test('places with other municipalities are run side by side, but not compared', async () => {
  const strangers = [...scenarios(['tiny'], 1, 0), ...scenarios(['small'], 1, 0)];
  const both = await run([], { scenarios: strangers, base: null, replications: 1 });
  expect(both.comparisons).toEqual([]);
  expect(new Set(both.estimates.map((row) => row.scenario))).toEqual(new Set(['tiny', 'small']));
  await expect(run([], { scenarios: strangers, base: strangers[0] })).rejects.toThrow('cannot be compared');
}, 60_000);
