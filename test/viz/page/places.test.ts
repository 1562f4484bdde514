import { describe, expect, it } from 'vitest';
import { placeName } from '../../../viz/page/places.ts';
import type { Result } from '../../../viz/result/result.ts';
import { example } from '../example.ts';

const one = example();
const numbers = ['medium-1', 'medium-2'];
const { name, ...medium } = one.findings.scenarios[0].place.towns.find(({ number }) => number === 'medium-1') ?? {};

/** The example with two towns of the same kind in focus. */
const two: Result = {
  ...one,
  findings: {
    ...one.findings,
    focus: numbers,
    municipalities: numbers,
    scenarios: one.findings.scenarios.map((scenario) => ({
      ...scenario,
      place: { ...scenario.place, towns: numbers.map((number) => ({ ...medium, number })) as never },
    })),
  },
};

describe('a municipality without a name', () => {
  it('is the town in focus where it is the only one', () => {
    expect(name).toBeUndefined();
    expect(placeName({ result: one, lang: 'nb' }, 'medium-1')).toBe('Kommunen i fokus');
  });

  it('is called by its kind and number where there are several, in words of the language', () => {
    expect(placeName({ result: two, lang: 'en' }, 'medium-2')).toBe('Medium municipality (20,000), no. 2');
    expect(placeName({ result: two, lang: 'nb' }, 'medium-2')).toMatch(/^Mellomstor kommune \(20.000\), nr\. 2$/);
  });
});
