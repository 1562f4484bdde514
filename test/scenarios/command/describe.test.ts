import { stripVTControlCharacters } from 'node:util';
import { expect, test } from 'vitest';
import { balanceLines } from '../../../scenarios/command/balance.ts';
import { measureLines, parameterLines } from '../../../scenarios/command/describe.ts';
import { listPlaces, listPolicies } from '../../../scenarios/resolve/describe.ts';
import { resolve } from '../resolve/files.ts';

const plain = (lines: readonly string[]) => lines.map(stripVTControlCharacters);

/** Every bundled place as it is, and every policy with its variants where it is not in force already. */
const scenarios = [
  ...listPlaces().map(({ name }) => name),
  ...listPolicies()
    .filter(({ name }) => name !== 'earmarked-application')
    .flatMap(({ name, variants }) =>
      variants.length === 0 ? [`region+${name}`] : variants.map((variant) => `region+${name}:${variant.name}`),
    ),
];

const english =
  /\b(the|and|of|with|by|from|is|are|assumed|tuned|condition|arithmetic|persons|days|years?|per day|beds|share|factor|posts|shape|NOK|high|held|known)\b/i;

test.each(scenarios)('%s is described in bokmål without an English word', (name) => {
  const resolved = resolve(name);
  const lines = plain([...parameterLines(resolved, 'nb', 1_000), ...balanceLines(resolved, 'nb', 1_000)]);
  expect(lines.length).toBeGreaterThan(400);
  // paths and names are the same in every language
  const said = lines.map((line) => line.replace(/\S*(?:[_/+]|\w[.:]\w)\S*/g, ''));
  expect(said.filter((line) => english.test(line))).toEqual([]);
});

test('measures are listed in bokmål with units in bokmål', () => {
  const lines = plain(measureLines('nb', 1_000));
  expect(lines).toContain('lost_share  Ga opp og var ikke tilbake innen et år [andel]');
  expect(lines.filter((line) => /\[(days|persons|share|NOK|posts|events)\]/.test(line))).toEqual([]);
});

test('a number is shown with unit, what holds it, source and confidence in the language that is asked for', () => {
  const row = (lang: 'en' | 'nb') => {
    const lines = plain(parameterLines(resolve('medium'), lang, 1_000));
    const at = lines.findIndex((line) => line.startsWith('follow_up.caseload '));
    return [lines[at].split(/\s+/).at(-1), lines[at + 1].trim()];
  };
  expect(row('en')).toEqual([
    'medium',
    'Persons a nominal counselling post carries [persons per post]. held by municipal users in a year. assumed: 15 persons a post at work (ACT 10, FACT 13–20), less 10 % sick leave',
  ]);
  expect(row('nb')).toEqual([
    'middels',
    'Personer per rådgiverårsverk [personer per årsverk]. holdt av kommunale brukere i et år. antatt: 15 personer per årsverk på jobb (ACT 10, FACT 13–20), minus 10\u00a0% sykefravær',
  ]);
});

test('what a file of somebody says of a number is shown as it stands', () => {
  const file = [
    'place: var',
    'label: { en: Ours, nb: Vår }',
    'extends: medium',
    'parameters:',
    "  office.share: { value: 0.2, low: 0.1, high: 0.3, source: 'telling hos oss i mai', confidence: high }",
  ].join('\n');
  const lines = plain(parameterLines(resolve('./our.yaml', { './our.yaml': file }), 'en', 1_000));
  expect(lines.filter((line) => line.endsWith('telling hos oss i mai')).length).toBe(1);
});
