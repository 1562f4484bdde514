import { describe, expect, test } from 'vitest';
import { groupParameters } from '../../../model/parameters.ts';
import { catalogue } from '../../../scenarios/experiment/catalogue.ts';
import { parameterPaths } from '../../../scenarios/resolve/paths.ts';
import { unitName, units } from '../../../scenarios/words/units.ts';

describe('units', () => {
  test('of every number that the model reads and of every measure have a name in both languages, and no others', () => {
    const declared = [...parameterPaths().map((info) => info.declared), ...Object.values(groupParameters)];
    const known = new Set([...declared, ...catalogue().measures].map(({ unit }) => unit));
    expect(Object.keys(units).sort()).toEqual([...known].sort());
    for (const { en, nb } of Object.values(units)) expect([en.trim(), nb.trim()]).not.toContain('');
  });

  test('are named as a reader says them; one that nobody knows stands as it is', () => {
    expect(unitName('nb', 'per 100,000 adults and year')).toBe('per 100\u00a0000 voksne og år');
    expect(unitName('en', 'per 100,000 adults and year')).toBe('per 100,000 adults and year');
    expect(unitName('nb', 'yes (1) or no (0)')).toBe('1 er ja');
    expect(unitName('nb', 'NOK')).toBe('kr');
    expect(unitName('nb', 'apples')).toBe('apples');
    expect(unitName('nb', 'toString')).toBe('toString');
  });

  test('of a single one have their own name where it differs', () => {
    expect([unitName('en', 'days', true), unitName('en', 'persons', true), unitName('en', 'rank', true)]).toEqual([
      'day',
      'person',
      'rank',
    ]);
  });
});
