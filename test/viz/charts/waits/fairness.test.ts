import { describe, expect, it } from 'vitest';
import { catalogue } from '../../../../scenarios/experiment/catalogue.ts';
import type { EstimateRow } from '../../../../scenarios/experiment/findings.ts';
import { resolveScenario } from '../../../../scenarios/resolve/compose.ts';
import { fairness } from '../../../../viz/charts/waits/fairness.ts';
import { spreadOf, townsOf } from '../../../../viz/charts/waits/town-waits.ts';
import { factsOf } from '../../../../viz/result/pack.ts';
import type { Result } from '../../../../viz/result/result.ts';
import { textsOf, touching } from '../drawn.ts';
import { options as all, example } from '../example.ts';

const names = ['region', 'region+framework'];
const scenarios = names.map((name) => factsOf(resolveScenario(name, { years: 2, history: 1 })));
const towns = scenarios[0].place.towns.map(({ number }) => number);
const options = { ...all, focus: names[1], municipality: 'small-2' };

/** Made-up waits: town i waits 10 + i days with A, half as long with B, in every period. */
function region(change: (row: EstimateRow) => number | null = ({ mean }) => mean): Result {
  const rows = names.flatMap((scenario, at) =>
    ['all', '2027', '2028'].flatMap((period) =>
      towns.map((municipality, i): EstimateRow => {
        const row = {
          scenario,
          period,
          municipality,
          group: 'all',
          measure: 'wait_follow_up_mean',
          mean: (10 + i) / (at + 1),
          sd: null,
          ciLow: null,
          ciHigh: null,
          n: 20,
          unit: 'days',
        };
        return { ...row, mean: change(row) };
      }),
    ),
  );
  const findings = {
    ...example.findings,
    scenarios,
    base: scenarios[0],
    years: 2,
    focus: towns,
    municipalities: towns,
    catalogue: catalogue(),
    estimates: rows,
  };
  return { ...example, findings };
}

describe('the municipalities side by side', () => {
  it('stand in the order of the place, numbered within their kind where they have no name', () => {
    const named = townsOf(region(), 'en').map(({ number, label }) => [number, label]);
    expect(named.slice(0, 4)).toEqual([
      ['large-1', 'no. 1'],
      ['medium-1', 'no. 1'],
      ['medium-2', 'no. 2'],
      ['small-1', 'no. 1'],
    ]);
  });

  it('are as unequal as the longest wait over the shortest: 18 over 10 days', () => {
    const spread = spreadOf(region(), 'region', townsOf(region(), 'en'));
    expect(spread?.ratio).toBe(1.8);
    expect(spread?.longest.town.number).toBe('small-6');
    expect(spread?.shortest.town.number).toBe('large-1');
  });

  it('have no ratio where somebody waits not at all, and no spread where a wait is unknown', () => {
    const none = region(({ mean, municipality }) => (municipality === 'small-3' ? 0 : mean));
    expect(spreadOf(none, 'region', townsOf(none, 'en'))?.ratio).toBeNull();
    expect(fairness(none, options).svg).toContain('Longest ÷ shortest is not drawn');
    const unknown = region(({ mean, municipality }) => (municipality === 'small-3' ? null : mean));
    expect(spreadOf(unknown, 'region', townsOf(unknown, 'en'))).toBeNull();
    expect(fairness(unknown, options).svg).not.toContain('NaN');
  });

  it('are drawn with a row each, from A to B, and the ratio by year', async () => {
    const { svg, table, readout, reading } = fairness(region(), options);
    expect(svg.match(/data-municipality=/g)).toHaveLength(9);
    expect(svg.match(/<circle/g)).toHaveLength(18);
    expect(table.rows[8]).toEqual(['Small municipality (5,000), no. 6', '18.0', '9.0']);
    expect(reading).toContain('from A to B');
    expect(readout).toContain('A: longest 18.0 days (Small municipality (5,000), no. 6)');
    expect(readout).toContain('1.8 times.');
    await expect(`${svg}\n`).toMatchFileSnapshot('../../snapshots/fairness.svg');
  });

  it('say in both languages how to see several where there is one', () => {
    expect(fairness(example, all).readout).toMatch(/^This result knows one municipality\./);
    expect(fairness(example, { ...all, lang: 'nb' }).readout).toMatch(/^Dette resultatet kjenner én kommune\./);
  });

  it('on paper stand beside how unequal they are, all of them', () => {
    const screen = fairness(region(), options);
    const paper = fairness(region(), { ...options, paper: true });
    const rows = (svg: string) => [...svg.matchAll(/data-municipality="([^"]*)"/g)].map(([, town]) => town);
    expect(rows(paper.svg)).toEqual(towns);
    expect(paper.height).toBeLessThan(screen.height * 0.75);
    expect(touching(textsOf(paper.svg))).toEqual([]);
  });
});
