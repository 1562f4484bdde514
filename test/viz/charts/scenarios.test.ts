import { expect, test } from 'vitest';
import { bundled } from '../../../scenarios/resolve/bundled.ts';
import { listPolicies } from '../../../scenarios/resolve/describe.ts';
import { languages } from '../../../scenarios/words/words.ts';
import { shortened } from '../../../viz/charts/scenarios.ts';

test('a name beside a line is cut where it would never end, and so is a word in it', () => {
  expect(shortened('Framework grant, passed on')).toBe('Framework grant, passed on');
  expect(shortened(`Our ${'x'.repeat(300)} town`)).toBe(`Our ${'x'.repeat(27)}… town`);
  const long = shortened('a word and '.repeat(40));
  expect(long).toHaveLength(90);
  expect(long.endsWith('…')).toBe(true);
});

test.each(languages)('no bundled policy has a name that is cut: %s', (lang) => {
  const names = listPolicies(bundled).flatMap(({ label, variants }) => [label, ...variants.map((one) => one.label)]);
  expect(names.length).toBeGreaterThan(8);
  for (const name of names) expect(shortened(name[lang])).toBe(name[lang]);
});
