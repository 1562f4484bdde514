import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { linkOf, readLink, usualQuestion } from '../../../viz/question/link.ts';
import type { Question } from '../../../viz/question/question.ts';

const path = fc.constantFrom('follow_up.caseload', 'beds.stay', 'council.retention', 'n', 'groups.a b.share');
const scenario = fc.record({
  policies: fc.array(fc.oneof(fc.constantFrom('framework:held-back', 'more-beds@all'), fc.string({ minLength: 1 })), {
    maxLength: 3,
  }),
  changes: fc
    .uniqueArray(path, { maxLength: 4 })
    .chain((paths) =>
      fc.tuple(
        ...paths.map((one) =>
          fc.record({ path: fc.constant(one), value: fc.double({ noNaN: true, noDefaultInfinity: true }) }),
        ),
      ),
    ),
});
const question: fc.Arbitrary<Question> = fc.record({
  place: fc.oneof(fc.constant('medium'), fc.string({ minLength: 1 })),
  scenarios: fc.array(scenario, { minLength: 1, maxLength: 4 }),
  replications: fc.integer({ min: 1, max: 10_000 }),
  seed: fc.nat(),
  years: fc.integer({ min: 1, max: 100 }),
  history: fc.integer({ min: 0, max: 100 }),
  uncertainty: fc.constantFrom('all' as const, 'chance' as const),
  files: fc.constant({}),
});
const view = fc.dictionary(fc.constantFrom('date', 'town', 'lang', 'focus'), fc.string());

describe('a link', () => {
  test('reads back to the question and the view that it was made of', () => {
    fc.assert(
      fc.property(question, view, (asked, seen) => {
        // −0 is written 0
        const plain = JSON.parse(JSON.stringify(asked)) as Question;
        const {
          question: read,
          view: readView,
          ignored,
          refused,
        } = readLink(linkOf(plain, seen), ['date', 'town', 'lang', 'focus']);
        expect(read).toEqual(plain);
        expect({ ...readView }).toEqual({ ...seen });
        expect([ignored, refused]).toEqual([[], []]);
      }),
    );
  });

  test('can be read by a person', () => {
    const scenarios = [
      { policies: [], changes: [] },
      { policies: ['framework:passed-on', 'more-beds'], changes: [{ path: 'follow_up.caseload', value: 15 }] },
    ];
    expect(linkOf({ ...usualQuestion, scenarios, seed: 7 }, { date: '2033-03-01' })).toBe(
      'place=medium&A=&B=framework:passed-on+more-beds&B.follow_up.caseload=15&seed=7&date=2033-03-01',
    );
  });

  test('says nothing of files', () => {
    const asked = { ...usualQuestion, place: 'mine.yaml', files: { 'mine.yaml': 'place: secret' } };
    expect(linkOf(asked)).not.toContain('secret');
    expect(readLink(linkOf(asked), []).question.files).toEqual({});
  });

  test('an empty one asks what is usual', () => {
    expect(readLink('#', []).question).toEqual(usualQuestion);
    expect(readLink('', []).question.scenarios).not.toBe(usualQuestion.scenarios);
  });

  test('parts that nobody knows are left out, and named', () => {
    const { question: read, ignored, view: seen } = readLink('place=small&E=x&utm=1&&=2&date=2030&%E0%A4=1', ['date']);
    expect(read.place).toBe('small');
    expect(seen).toEqual({ date: '2030' });
    expect(ignored).toEqual(['E', 'utm', '=2', '%E0%A4=1']);
  });

  test.each([
    ['n=0', 'n'],
    ['n=1e9', 'n'],
    ['seed=-1', 'seed'],
    ['years=ten', 'years'],
    ['uncertainty=some', 'uncertainty'],
    ['place=', 'place'],
    ['A=&B.follow_up.caseload=', 'B.follow_up.caseload'],
    ['A=&B.follow_up.caseload=12,5', 'B.follow_up.caseload'],
  ])('%s is refused by the name of its field, and what is usual holds', (text, field) => {
    const { question: read, refused } = readLink(text, []);
    expect(refused.map((one) => one.field)).toEqual([field]);
    for (const lang of ['en', 'nb'] as const) {
      expect(refused[0].message[lang]).toContain(field);
      expect(refused[0].message[lang]).not.toMatch(/[{}]/);
    }
    const { place, replications, seed, years, uncertainty } = usualQuestion;
    expect(read).toMatchObject({ place, replications, seed, years, uncertainty });
    expect(read.scenarios.every(({ changes }) => changes.length === 0)).toBe(true);
  });

  test('a name of the question cannot be one of the view', () => {
    expect(() => linkOf(usualQuestion, { seed: '2' })).toThrow(/seed/);
  });
});
