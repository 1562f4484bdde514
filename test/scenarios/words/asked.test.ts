import { describe, expect, test } from 'vitest';
import type { Precision } from '../../../scenarios/experiment/findings.ts';
import { needShare } from '../../../scenarios/resolve/need-share.ts';
import { askedSentences, reachSentences } from '../../../scenarios/words/asked.ts';
import { findings, scenario } from './findings.ts';

const names = ['medium', 'medium+framework:held-back', 'medium+purchaser-provider'];

describe('what was asked', () => {
  test('place, years, futures, seed, letters and conditions', () => {
    const sentences = askedSentences(findings({}, names), 'en');
    expect(sentences.slice(0, 5)).toEqual([
      '100 futures of Medium municipality (20,000), the same in all scenarios: 10 years from 1 January 2027, after 5 years of shared history. Seed 1.',
      'Each future draws every uncertain number anew and has its own chance.',
      'A  Medium municipality (20,000), as today  (medium; what the others are compared with)',
      'B  Framework grant, held back  (medium+framework:held-back)',
      'C  Purchaser–provider, a plug  (medium+purchaser-provider)',
    ]);
    expect(sentences).toContain('Condition: the town in focus holds the grant on day 0.');
    expect(sentences.filter((one) => one.startsWith('Condition in B:'))).toHaveLength(2);
    expect(sentences.filter((one) => one.startsWith('Condition in C:'))).toHaveLength(0);
  });

  test('an interrupted run says how much is complete', () => {
    const sentences = askedSentences(findings({ complete: false, replications: 37 }, names), 'nb');
    expect(sentences).toContain('Avbrutt: 37 av 100 framtider er ferdige, og alt nedenfor bygger på dem.');
  });

  test('whether the precision that was asked for was reached, in every case', () => {
    const precision: Precision = {
      measure: 'unserved_waiting_mean',
      share: 0.07,
      municipality: 'medium-1',
      reached: 31,
      lookAhead: 5,
      held: true,
      deviation: 0.066,
    };
    const said = (changes: Partial<Precision>, run = {}) =>
      askedSentences(findings({ ...run, precision: { ...precision, ...changes } }, names), 'en')[2];
    expect(said({}, { replications: 36 })).toBe(
      "Precision: waiting with no service is known within ±7% of the base's mean (as a difference) from 31 futures on, and stayed so for 5 more: 36 futures were enough.",
    );
    expect(said({}, { base: null })).toContain('within ±7% of its mean from 31 futures on');
    expect(said({ held: false })).toMatch(/^Precision NOT reached: .* has not stayed so for 5 more; 100 were run/);
    expect(said({ held: false, reached: null, deviation: 0.0812 })).toMatch(
      /^Precision NOT reached: in 100 futures .* within ±8\.1% of .*; ±7% was asked/,
    );
    expect(said({ held: false, reached: null, deviation: null })).toContain('is 0 or undefined');
  });

  test('numbers held at their values are said', () => {
    expect(askedSentences(findings({ uncertainty: 'chance' }), 'en')[1]).toBe(
      'Numbers stay at their values; only chance differs between futures.',
    );
  });
});

describe('whom a policy reaches', () => {
  test('a state policy all municipalities, a local one its own, with the share of the demand', () => {
    expect(reachSentences(findings({}, names), 'en')).toEqual([
      'B Framework grant, held back reaches all 17 municipalities, 100% of the demand on the shared TSB.',
      'C Purchaser–provider, a plug reaches 1 of 17 municipalities (medium-1), 6.7% of the demand on the shared TSB.',
      'One municipality alone hardly moves the queues of TSB, which all share.',
    ]);
  });

  test('the share is that of adults times need: 16,000 of 240,000', () => {
    expect(needShare(scenario('medium').arrangement, ['medium-1'])).toBeCloseTo(16 / 240, 12);
    expect(
      needShare(
        scenario('medium').arrangement,
        scenario('medium').place.towns.map(({ number }) => number),
      ),
    ).toBe(1);
  });
});
