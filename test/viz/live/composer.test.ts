import { describe, expect, test } from 'vitest';
import { Composer } from '../../../viz/live/composer.ts';
import type { AskedScenario, Question } from '../../../viz/question/question.ts';

const asking = (...scenarios: AskedScenario[]): Question => ({
  place: 'small',
  scenarios,
  replications: 3,
  seed: 1,
  years: 2,
  history: 1,
  uncertainty: 'all',
  files: {},
});
const base = { policies: [], changes: [] };
const changedTo = (value: number) => ({ policies: [], changes: [{ path: 'follow_up.caseload', value }] });

describe('a question that is composed', () => {
  const composer = new Composer();
  const keys = (question: Question) => composer.compose(question).courses.map(({ key }) => key);
  const pasts = (question: Question) => composer.compose(question).courses.map(({ past }) => past);

  test('has the same key for the same numbers, and another for others', () => {
    const [a, b] = keys(asking(base, changedTo(12)));
    const [again, other, plain] = keys(asking(base, changedTo(13), base));
    expect([again, plain]).toEqual([a, a]);
    expect(new Set([a, b, other]).size).toBe(3);
    // composed anew, not remembered
    expect(keys({ ...asking(base, changedTo(12)), replications: 4, history: 1, files: { 'a.yaml': '' } })).toEqual([
      a,
      b,
    ]);
  });

  test('has one past in all scenarios that differ from the switch on, and another with another seed', () => {
    const question = asking(base, changedTo(12));
    const [past, same] = pasts(question);
    expect(same).toBe(past);
    expect(pasts({ ...question, seed: 2 })[0]).not.toBe(past);
    expect(keys({ ...question, seed: 2 })[0]).not.toBe(keys(question)[0]);
  });

  test('is the same when it has been rehearsed', () => {
    const question = asking(base, changedTo(12));
    const fresh = new Composer();
    for (const _ of fresh.rehearse(question));
    const { request, courses } = composer.compose(question);
    const rehearsed = fresh.compose(question);
    expect(rehearsed.request).toEqual(request);
    expect(rehearsed.courses.map(({ plan }) => plan)).toEqual(courses.map(({ plan }) => plan));
  });
});
