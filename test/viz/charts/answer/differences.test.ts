import { describe, expect, it } from 'vitest';
import { resolveScenario } from '../../../../scenarios/resolve/compose.ts';
import {
  differences,
  differencesTable,
  leanings,
  leaningsTable,
  limits,
} from '../../../../viz/charts/answer/differences.ts';
import { factsOf } from '../../../../viz/result/pack.ts';
import type { Result } from '../../../../viz/result/result.ts';
import { example } from '../example.ts';

function compared(...names: string[]): Result {
  const scenarios = names.map((name) => factsOf(resolveScenario(name, { years: 10, history: 5 })));
  return { ...example, findings: { ...example.findings, scenarios, base: scenarios[0] } };
}

describe('settings that differ', () => {
  it('are the policies and their numbers, a value a scenario, with source and how sure', () => {
    const rows = differences(example, 'en');
    expect(rows.map(({ label, values }) => [label, ...values])).toEqual([
      ['Framework grant, passed on', 'no', 'in all municipalities', 'no'],
      ['Framework grant, held back', 'no', 'no', 'in all municipalities'],
      [expect.stringMatching(/^Part of a grant folded into/), 'drawn', '100%', '50%'],
      [expect.stringMatching(/^Part of new framework money/), 'drawn', '100%', '0%'],
    ]);
    expect(rows[2].path).toBe('council.retention');
    expect(rows[2].source).toContain('keeps all of the folded-in grant');
    expect(rows[2].source).toContain('keeps half of the folded-in grant');
    expect(rows[2].confidence).toBe('known');
  });

  it('say how a number is changed: × a factor, in bokmål too, and ◇ where it is assumed', () => {
    const result = compared('medium', 'medium+more-beds');
    const [policy, beds] = differences(result, 'nb');
    expect(policy.values).toEqual(['nei', 'i alle kommuner']);
    expect(beds.values).toEqual(['37,5', '× 1,1']);
    expect(beds.isAssumed).toBe(true);
    const { rows } = differencesTable(result, 'nb');
    expect(rows[1][rows[1].length - 1]).toMatch(/^◇ /);
  });

  it('leave out what is the same in all scenarios', () => {
    expect(differences(compared('medium', 'medium'), 'en')).toEqual([]);
    const both = differences(compared('medium+more-beds', 'medium+more-beds+framework'), 'en');
    expect(both.map(({ label }) => label)).not.toContain('More stay beds');
  });

  it('are a table as wide as its head', () => {
    const { head, rows } = differencesTable(example, 'en');
    expect(head.slice(0, 4)).toEqual(['Setting', 'A', 'B', 'C']);
    for (const row of rows) expect(row).toHaveLength(head.length);
  });
});

describe('what the answers lean on', () => {
  it('is the hinges of the municipality that heads the answer, each with range and where it turns', () => {
    const rows = leanings(example, 'en');
    expect(rows.length).toBeGreaterThan(0);
    expect(rows.length).toBeLessThan(example.findings.hinges.length);
    const loss = rows.find(
      ({ path, who, measure }) => /loss/.test(path) && who.letter === 'C' && /^Days/.test(measure),
    );
    expect(loss).toMatchObject({ value: '0.0004', range: '0.0001–0.0010', turnsAt: '0.000831', isAssumed: true });
    expect(rows.find(({ path }) => path === 'assessment.days')).toMatchObject({ turnsAt: '–', isAssumed: false });
  });

  it('is a table with a row a scenario and setting, its answers together', () => {
    const { rows } = leaningsTable(example, 'en');
    expect(rows.length).toBe(new Set(leanings(example, 'en').map(({ who, path }) => who.letter + path)).size);
    const loss = rows.find(([letter, setting]) => letter === 'C' && /^Rate of losing contact/.test(setting));
    expect(loss?.[2]).toMatch(/^Days without a service 21%, turns at about 0\.000831; Waiting with no service 21%;/);
  });

  it('is a table in both languages', () => {
    for (const lang of ['en', 'nb'] as const) {
      const { head, rows } = leaningsTable(example, lang);
      for (const row of rows) expect(row).toHaveLength(head.length);
    }
    expect(leaningsTable(example, 'nb').rows[0]).toContain('ja eller nei');
  });

  it('is empty where nothing was found', () => {
    expect(leanings({ ...example, findings: { ...example.findings, hinges: [] } }, 'en')).toEqual([]);
  });
});

describe('what the model cannot say', () => {
  it('is nine sentences or pairs, other ones in each language', () => {
    const [en, nb] = [limits('en'), limits('nb')];
    expect(en).toHaveLength(9);
    expect(nb).toHaveLength(9);
    expect(en.filter((text, at) => text === nb[at])).toEqual([]);
  });
});
