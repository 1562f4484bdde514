import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { causes } from '../../../model/observer.ts';
import { fundingLines, holdings, positions, waitings } from '../../../model/record.ts';
import { ownWords } from '../../../scenarios/command/words.ts';
import { catalogue } from '../../../scenarios/experiment/catalogue.ts';
import { dictionary, word } from '../../../scenarios/words/words.ts';

const keys = Object.keys(dictionary());
const ownKeys = Object.keys(ownWords);
const entries = [...Object.entries(dictionary()), ...Object.entries(ownWords)];

/** Keys that are made of a name of the model; each name must have its word. */
const families: Record<string, readonly string[]> = {
  position_: positions,
  waiting_: waitings,
  holding_: holdings,
  line_: fundingLines,
  cause_: causes,
};

function sources(directory: string): string[] {
  return readdirSync(directory, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts') && !file.endsWith('keys.ts'))
    .map((file) => readFileSync(join(directory, file), 'utf8'));
}

describe('the dictionary, and what only a terminal says', () => {
  test('no key stands in both', () => {
    expect(ownKeys.filter((key) => keys.includes(key))).toEqual([]);
  });

  test('every key has a text in both languages with the same holes', () => {
    for (const [key, text] of entries) {
      expect(Object.keys(text).sort(), key).toEqual(['en', 'nb']);
      if (key !== 'column_scenario')
        for (const lang of ['en', 'nb'] as const) expect(text[lang].trim(), key).not.toBe('');
      const holes = (lang: 'en' | 'nb') => [...new Set(text[lang].match(/\{\w+/g))].sort();
      expect(holes('nb'), key).toEqual(holes('en'));
    }
  });

  test('every name of the model has its word, and none is left over', () => {
    for (const [prefix, names] of Object.entries(families)) {
      expect(keys.filter((key) => key.startsWith(prefix)).sort(), prefix).toEqual(
        names.map((name) => prefix + name).sort(),
      );
    }
  });

  test('every other key is used', () => {
    const code = [...sources('scenarios'), ...sources('viz')].join('\n');
    const terminal = sources('scenarios/command').join('\n');
    const made = new Set([
      ...Object.entries(families).flatMap(([prefix, names]) => names.map((name) => prefix + name)),
      // made of a measure's name, of a confidence, of a direction
      ...[...catalogue().byName.keys()].map((name) => `short_${name}`),
      ...['high', 'medium', 'low', 'assumed', 'known'].map((name) => `confidence_${name}`),
      ...['high', 'medium', 'low', 'known'].map((name) => `sure_${name}`),
      ...['lower', 'higher', 'none'].map((name) => `better_${name}`),
    ]);
    expect(keys.filter((key) => !made.has(key) && !code.includes(`'${key}'`))).toEqual([]);
    expect(ownKeys.filter((key) => !made.has(key) && !terminal.includes(`'${key}'`))).toEqual([]);
  });

  test.each([
    ['WordKey', keys, 'scenarios/words/keys.ts'],
    ['OwnKey', ownKeys, 'scenarios/command/keys.ts'],
  ])('the type of the keys is up to date: %s', async (name, its, file) => {
    const type = [
      '/** The keys of words.yaml. Written by test/scenarios/words/words.test.ts: run it with -u after changing the dictionary. */',
      `export type ${name} =`,
      `${its.map((key) => `  | '${key}'`).join('\n')};`,
      '',
    ].join('\n');
    await expect(type).toMatchFileSnapshot(`../../../${file}`);
  });

  test('a hole that is not filled, or an unknown key, is a mistake', () => {
    expect(() => word('en', 'headline_run')).toThrow('needs "label"');
    expect(() => word('en', 'no_such_key' as 'and')).toThrow('no dictionary has "no_such_key"');
  });
});
