import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { balance } from '../../../scenarios/resolve/balance.ts';
import { bundled } from '../../../scenarios/resolve/bundled.ts';
import { listPlaces } from '../../../scenarios/resolve/describe.ts';
import { groundsInBokmal, groundsText } from '../../../scenarios/words/grounds.ts';
import { unitKey, unitName } from '../../../scenarios/words/units.ts';
import { dictionary } from '../../../scenarios/words/words.ts';
import { resolve } from '../resolve/files.ts';
import { declaredUnits } from './declared-units.ts';

/** Where a bundled text is read: `framework: council.retention`. */
type Texts = Map<string, string>;

/** Everything under `source`, `held_by` and `sources`; sources of claims stand in English pages only. */
function collect(node: unknown, at: string, into: Texts): void {
  if (Array.isArray(node)) for (const one of node) collect(one, at, into);
  else if (typeof node === 'object' && node !== null) {
    for (const [key, value] of Object.entries(node)) {
      if (key === 'claims') continue;
      const texts = key === 'source' || key === 'held_by' ? [value] : key === 'sources' ? value : [];
      for (const text of texts as string[]) into.set(text, `${at}.${key}`);
      if (texts.length === 0) collect(value, `${at}.${key}`, into);
    }
  }
}

function bundledTexts(): Texts {
  const texts: Texts = new Map();
  for (const files of Object.values(bundled))
    for (const [name, yaml] of Object.entries(files)) collect(parse(String(yaml)), name, texts);
  for (const { name } of listPlaces())
    for (const { name: row, known } of balance(resolve(name))) if (known) texts.set(known.source, `balance.${row}`);
  return texts;
}

const pairs = Object.entries(groundsInBokmal);

const inEnglish = /\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?/g;
const inBokmal = /\d{1,3}(?: \d{3})+(?:,\d+)?|\d+(?:,\d+)?/g;

/** The figures of a text, without what sets thousands apart, with a point for decimals. */
function figures(text: string, lang: 'en' | 'nb'): string[] {
  const found = lang === 'en' ? text.match(inEnglish) : text.match(inBokmal);
  return (found ?? []).map((one) =>
    lang === 'en' ? one.replaceAll(',', '') : one.replace(',', '.').replace(/ /g, ''),
  );
}

describe('the grounds of numbers', () => {
  test('of every bundled place, policy and known figure have a text in bokmål', () => {
    const missing = [...bundledTexts()].filter(([text]) => !Object.hasOwn(groundsInBokmal, text));
    expect(missing).toEqual([]);
  });

  test('have no text in bokmål that is left over', () => {
    const texts = bundledTexts();
    expect(texts.size).toBeGreaterThan(150);
    expect(pairs.map(([english]) => english).filter((english) => !texts.has(english))).toEqual([]);
  });

  test.each(pairs)('%s: the same figures in both languages', (english, bokmal) => {
    expect(figures(bokmal, 'nb').sort()).toEqual(figures(english, 'en').sort());
  });

  test('are compared figure by figure, in the format of each language', () => {
    expect(figures('NOK 492.5 million, 4,885 of 22,404 in 2015–16', 'en')).toEqual(
      figures('492,5 millioner kr, 4 885 av 22 404 i 2015–16', 'nb'),
    );
    expect(figures('15.7 (5.3–38.3), 2017 (339)', 'en')).not.toEqual(figures('15,7 (5,3–38,2), 2017 (339)', 'nb'));
  });

  test.each(pairs)('%s: names the same sources, and is assumed in both languages or in none', (english, bokmal) => {
    const names = (text: string) =>
      (text.match(/\p{Lu}[\p{L}\d]*\p{Lu}[\p{L}\d]*/gu) ?? []).filter((name) => name !== 'NOK');
    expect(names(bokmal)).toEqual(names(english));
    expect(/anta(tt|kelse)/.test(bokmal)).toBe(/assum/.test(english));
  });

  test('are in bokmål without English words', () => {
    const english = /\b(the|and|of|with|by|from|is|are|was|were|in a|per head|assumed|tuned|persons|beds|eds)\b/i;
    expect(pairs.filter(([, bokmal]) => english.test(bokmal) || bokmal.trim() === '')).toEqual([]);
  });

  test('are shown in English as files hold them, in bokmål with numbers that do not break', () => {
    const text = 'Helsedirektoratet: 4,885 in 2019, raised to 2021 by the consumer price index';
    expect(groundsText('en', text)).toBe(text);
    expect(groundsText('nb', text)).toBe(
      'Helsedirektoratet: 4\u00a0885 i 2019, framskrevet til 2021 med konsumprisindeksen',
    );
    expect(groundsText('nb', 'deadline breaches, 2–3 %')).toBe('fristbrudd, 2–3\u00a0%');
  });

  test("of somebody's own file stand as they are, whatever they are called", () => {
    expect(groundsText('nb', 'Rådhuset, telling i mai')).toBe('Rådhuset, telling i mai');
    expect(groundsText('nb', 'toString')).toBe('toString');
  });
});

describe('units', () => {
  test('of every number that the model reads have a name in both languages', () => {
    const missing = declaredUnits.filter((unit) => !Object.hasOwn(dictionary(), unitKey(unit)));
    expect(missing).toEqual([]);
  });

  test('are named by their keys; one that nobody knows stands as it is', () => {
    expect(unitName('nb', 'per 100,000 adults and year')).toBe('per 100\u00a0000 voksne og år');
    expect(unitName('en', 'per 100,000 adults and year')).toBe('per 100,000 adults and year');
    expect(unitName('nb', 'yes (1) or no (0)')).toBe('1 er ja');
    expect(unitName('nb', 'NOK')).toBe('kr');
    expect(unitName('nb', 'apples')).toBe('apples');
  });
});
