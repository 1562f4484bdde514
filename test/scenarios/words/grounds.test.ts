import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { balance } from '../../../scenarios/resolve/balance.ts';
import { bundled } from '../../../scenarios/resolve/bundled.ts';
import { listPlaces } from '../../../scenarios/resolve/describe.ts';
import { figuresInBokmal, figureText } from '../../../scenarios/words/figures.ts';
import { sourcesInBokmal, sourceText } from '../../../scenarios/words/sources.ts';
import { resolve } from '../resolve/files.ts';

/** Text → where a bundled file has it: `framework.conditions.council.retention.source`. */
type Texts = Map<string, string>;

/** What stands under these names; sources of claims are read in English pages only. */
function collect(node: unknown, at: string, names: readonly string[], into: Texts): void {
  if (typeof node !== 'object' || node === null) return;
  for (const [key, value] of Object.entries(node)) {
    if (key === 'claims') continue;
    const here = `${at}.${key}`;
    if (names.includes(key)) for (const text of [value].flat()) into.set(text, here);
    else collect(value, here, names, into);
  }
}

function bundledTexts(...names: string[]): Texts {
  const texts: Texts = new Map();
  for (const files of [bundled.places, bundled.policies])
    for (const [name, yaml] of Object.entries(files)) collect(parse(yaml), name, names, texts);
  return texts;
}

const sources = bundledTexts('source', 'sources');
const figures = bundledTexts('held_by');
for (const { name } of listPlaces())
  for (const { name: row, known } of balance(resolve(name))) if (known) figures.set(known.source, `balance.${row}`);

const pairs = [...Object.entries(sourcesInBokmal), ...Object.entries(figuresInBokmal)];

/** The numbers of a text, without what sets thousands apart, with a point for decimals. */
function numbers(text: string, lang: 'en' | 'nb'): string[] {
  if (lang === 'en')
    return (text.match(/\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?/g) ?? []).map((one) => one.replaceAll(',', ''));
  const found = text.match(/\d{1,3}(?: \d{3})+(?:,\d+)?|\d+(?:,\d+)?/g) ?? [];
  return found.map((one) => one.replace(',', '.').replaceAll(' ', ''));
}

describe.each([
  ['sources', sources, sourcesInBokmal, 120],
  ['figures', figures, figuresInBokmal, 30],
] as const)('the %s of numbers', (_what, texts, inBokmal, least) => {
  test('have a text in bokmål wherever a bundled place, policy or balance has one', () => {
    expect(texts.size).toBeGreaterThan(least);
    expect([...texts].filter(([text]) => !Object.hasOwn(inBokmal, text))).toEqual([]);
  });

  test('have no text in bokmål that is left over', () => {
    expect(Object.keys(inBokmal).filter((text) => !texts.has(text))).toEqual([]);
  });
});

describe('in both languages', () => {
  test.each(pairs)('%s: has the same numbers', (english, bokmal) => {
    expect(numbers(bokmal, 'nb').sort()).toEqual(numbers(english, 'en').sort());
  });

  test.each(pairs)('%s: names the same sources, and is assumed in both or in none', (english, bokmal) => {
    const names = (text: string) =>
      (text.match(/\p{Lu}[\p{L}\d]*\p{Lu}[\p{L}\d]*/gu) ?? []).filter((name) => name !== 'NOK');
    expect(names(bokmal)).toEqual(names(english));
    expect(/anta(tt|kelse)/.test(bokmal)).toBe(/assum/.test(english));
  });

  test('numbers are compared one by one, as each language writes them', () => {
    const said = ['NOK 492.5 million, 4,885 of 22,404 in 2015–16', '492,5 millioner kr, 4 885 av 22 404 i 2015–16'];
    expect(numbers(said[0], 'en')).toEqual(['492.5', '4885', '22404', '2015', '16']);
    expect(numbers(said[1], 'nb')).toEqual(numbers(said[0], 'en'));
  });

  test('no English word is left in bokmål', () => {
    const english = /\b(the|and|of|with|by|from|is|are|was|were|in a|per head|assumed|tuned|persons|beds|eds)\b/i;
    expect(pairs.filter(([, bokmal]) => english.test(bokmal) || bokmal.trim() === '')).toEqual([]);
  });

  test('English is shown as files hold it, bokmål with numbers that do not break', () => {
    const text = 'Helsedirektoratet: 4,885 in 2019, raised to 2021 by the consumer price index';
    expect(sourceText('en', text)).toBe(text);
    expect(sourceText('nb', text)).toBe(
      'Helsedirektoratet: 4\u00a0885 i 2019, framskrevet til 2021 med konsumprisindeksen',
    );
    expect(figureText('nb', 'deadline breaches, 2–3 %')).toBe('fristbrudd, 2–3\u00a0%');
  });

  test("what somebody's own file says stands as it is", () => {
    expect(sourceText('nb', 'Rådhuset, telling i mai')).toBe('Rådhuset, telling i mai');
    expect(sourceText('nb', 'toString')).toBe('toString');
  });
});
