import { expect, test } from 'vitest';
import { ownWords } from '../../../scenarios/command/words.ts';
import { catalogue } from '../../../scenarios/experiment/catalogue.ts';
import { filled } from '../../../scenarios/words/fill.ts';
import { quantity } from '../../../scenarios/words/hinge.ts';
import { gap, level } from '../../../scenarios/words/voice.ts';
import { dictionary, type Label, languages } from '../../../scenarios/words/words.ts';
import { viewerWords } from '../../../viz/words/words.ts';

/** What is counted, in the plural. */
const plurals = {
  en: 'futures runs years days weeks months people persons municipalities towns files rows cells posts places beds moves settings verdicts points times events scenarios were are wait',
  nb: 'framtider kjøringer ukene uker måneder personer kommuner kommunene filer rader celler ruter plasser senger forflytninger innstillinger ganger hendelser scenarioer simulerte enkelte ledige ferdige disse årene',
};

/** Words between the count and what is counted: `1 of 1 futures`, `1 simulated futures`, `1 more moves`. */
const between = '(?:(?:of|av) (?:the )?1 |simulated |single |more |fewer |staffed |free |færre )*';

const texts = [...Object.entries({ ...dictionary(), ...ownWords, ...viewerWords })] as [string, Label][];

/** Every hole filled with 1. */
function ofOne(text: string): string {
  const holes = [...text.matchAll(/\{(\w+)/g)].map(([, hole]) => [hole, '1']);
  return filled(text, Object.fromEntries(holes));
}

test.each(languages)('no text says many of one: %s', (lang) => {
  const many = new RegExp(
    `(?<![\\d.,–]|10 |20 )\\b1 ${between}(?:${plurals[lang].replaceAll(' ', '|')})(?![\\p{L}])`,
    'u',
  );
  const wrong = texts
    .filter(([, text]) => many.test(ofOne(text[lang])))
    .map(([key, text]) => `${key}: ${ofOne(text[lang])}`);
  expect(wrong).toEqual([]);
  // and it would be found
  expect(many.test(ofOne('Of {n} simulated futures'))).toBe(lang === 'en');
  expect(many.test(ofOne('{n} av {n} framtider'))).toBe(lang === 'nb');
});

test('a measure of one has its unit in the singular', () => {
  const ofOneIn = {
    days: '1 day',
    persons: '1 person',
    posts: '1 post',
    places: '1 place',
    events: '1 event',
    caseworkers: '1 caseworker',
    municipalities: '1 municipality',
  };
  const units = new Set(catalogue().measures.map(({ unit }) => unit));
  expect([...units].filter((unit) => unit !== 'NOK' && unit !== 'share').sort()).toEqual(Object.keys(ofOneIn).sort());
  for (const [unit, text] of Object.entries(ofOneIn)) {
    expect([level('en', { unit }, 1, 0), level('en', { unit }, -1, 0), level('en', { unit }, 1, 1)]).toEqual([
      text,
      `−${text}`,
      `1.0 ${unit}`,
    ]);
    expect(level('nb', { unit }, 1, 0)).not.toMatch(/(er|ene)$/);
  }
  expect(gap('en', { unit: 'share' }, 0.01, 0)).toBe('1 percentage point');
  expect([1, 2].map((days) => quantity('en', days, 'days'))).toEqual(['1 day', '2 days']);
});
