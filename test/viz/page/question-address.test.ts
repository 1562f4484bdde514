import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { entriesOf, hashOf } from '../../../viz/page/address.ts';
import { isLinkable, questionEntries, questionFrom } from '../../../viz/page/question-address.ts';
import type { Question } from '../../../viz/question/question.ts';

const usual: Question = {
  place: 'medium',
  scenarios: [{ letter: 'A', policies: [], changes: [] }],
  replications: 100,
  seed: 1,
  years: 10,
  history: 5,
  uncertainty: 'all',
  files: {},
};

const scenario = fc.record({
  policies: fc.array(fc.constantFrom('framework:held-back', 'more-beds', 'purchaser-provider:order'), { maxLength: 2 }),
  changes: fc.uniqueArray(
    fc.record({
      path: fc.constantFrom('follow_up.caseload', 'beds.stay', 'groups.young.dose'),
      value: fc.double({ noNaN: true, noDefaultInfinity: true }).filter((value) => !Object.is(value, -0)),
    }),
    { selector: ({ path }) => path, maxLength: 3 },
  ),
});
const questions: fc.Arbitrary<Question> = fc.record({
  place: fc.constantFrom('medium', 'small', 'region'),
  scenarios: fc
    .array(scenario, { minLength: 1, maxLength: 4 })
    .map((all) => all.map((one, at) => ({ ...one, letter: 'ABCD'[at] }))),
  replications: fc.integer({ min: 1, max: 2000 }),
  seed: fc.integer(),
  years: fc.integer({ min: 1, max: 30 }),
  history: fc.integer({ min: 0, max: 20 }),
  uncertainty: fc.constantFrom('all', 'chance'),
  files: fc.constant({}),
});

describe('a question in the link', () => {
  it('comes back as it was', () => {
    fc.assert(
      fc.property(questions, (question) => {
        const text = `#${hashOf(questionEntries(question))}`;
        expect(questionFrom(entriesOf(text), usual)).toEqual({ question, wrong: [] });
      }),
    );
  });

  it('can be read by a person', () => {
    const question = {
      ...usual,
      scenarios: [
        ...usual.scenarios,
        { letter: 'C', policies: ['framework:held-back', 'more-beds'], changes: [{ path: 'beds.stay', value: 40 }] },
      ],
    };
    expect(hashOf(questionEntries(question))).toBe(
      'place=medium&A=&C=framework:held-back+more-beds&C.beds.stay=40&runs=100&seed=1&years=10&history=5',
    );
  });

  it('says what it does not understand, and asks the rest', () => {
    const asked = questionFrom(entriesOf('#place=small&B=more-beds&B.beds.stay=many&runs=0&uncertainty=some'), usual);
    expect(asked?.question).toMatchObject({ place: 'small', replications: 100, uncertainty: 'all' });
    expect(asked?.question.scenarios).toHaveLength(2);
    expect(asked?.wrong).toEqual(['B.beds.stay=many', 'runs=0', 'uncertainty=some']);
  });

  it('is none where no place is named', () => {
    expect(questionFrom(entriesOf('#lang=nb&focus=C'), usual)).toBeNull();
  });

  it('never holds what came from a file', () => {
    expect(isLinkable({ ...usual, files: { 'our-town.yaml': 'place: our-town' } })).toBe(false);
    expect(isLinkable(usual)).toBe(true);
  });
});
