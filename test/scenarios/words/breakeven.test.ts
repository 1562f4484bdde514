import { describe, expect, test } from 'vitest';
import { bothWays, breakEvenSentences, withInterval } from '../../../scenarios/words/breakeven.ts';
import { breakEven, findings, row } from './findings.ts';

const names = ['medium', 'medium+framework', 'medium+framework:held-back'];
const say = (changes: Parameters<typeof findings>[0], lang: 'en' | 'nb' = 'en') =>
  breakEvenSentences(findings(changes, names), lang);

describe('the funding answer', () => {
  test('is headed by the share that the council must keep, with its interval', () => {
    expect(say({ breakeven: [breakEven()] })).toEqual([
      'The framework grant (B, C) serves this town as well as A if the council keeps at least 82% of the money in the service (95% interval 74–89%).',
      'Measured by: days without a service.',
      'The money is what the grant is expected to bring, counting years without it; of what the grant pays on day 0, 71%.',
    ]);
    expect(say({ breakeven: [breakEven()] }, 'nb')[0]).toBe(
      'Rammetilskuddet (B, C) tjener denne kommunen like godt som A hvis kommunestyret beholder minst 82\u00a0% av pengene i tjenesten (95 % intervall 74–89\u00a0%).',
    );
  });

  test('is given by year and by places, a year without one with its reason', () => {
    const sentences = say({
      breakeven: [
        breakEven(),
        breakEven({ period: '2027', breakeven: 0.96, shareOfGrant: null }),
        breakEven({
          period: '2028',
          breakeven: null,
          ciLow: null,
          ciHigh: null,
          reason: 'better_even_at_half',
          shareOfGrant: null,
        }),
        breakEven({ measure: 'place_years', breakeven: 0.85, ciLow: 0.8, ciHigh: 0.9 }),
      ],
    });
    expect(sentences).toContain('By year: 96% in 2027; none in 2028 (better even at 50%).');
    expect(sentences).toContain('By places for people in follow-up: 85% (80–90%).');
  });

  test.each([
    [
      'no_difference',
      'How much the council keeps makes no difference here: no break-even between The framework grant (B, C) and A.',
    ],
    [
      'better_even_at_half',
      'The framework grant (B, C) serves this town better than A even if the council keeps only 50% of the money in the service.',
    ],
    [
      'worse_even_if_all',
      'The framework grant (B, C) serves this town worse than A even if the council keeps all the money in the service.',
    ],
    ['too_few', 'Too few runs to find a break-even between The framework grant (B, C) and A.'],
  ] as const)('without one the reason is said: %s', (reason, sentence) => {
    const none = breakEven({ breakeven: null, ciLow: null, ciHigh: null, shareOfGrant: null, reason });
    expect(say({ breakeven: [none] })[0]).toBe(sentence);
  });

  test('sets futures that keep the grant apart from those that lose it', () => {
    const fate = (fate: 'keeps' | 'loses', mean: number, half: number) => ({
      scenario: 'medium+framework',
      measure: 'days_without_service',
      fate,
      mean,
      ciLow: mean - half,
      ciHigh: mean + half,
      n: 50,
    });
    const sentences = say({
      breakeven: [breakEven()],
      fates: {
        municipality: 'medium-1',
        keeps: 66,
        loses: 34,
        differences: [fate('keeps', -1.04, 0.6), fate('loses', -5.7, 2.7)],
      },
    });
    expect(sentences).toContain(
      'In 66 of 100 futures the town keeps the grant in all 10 years, in 34 it loses it at least once.',
    );
    expect(sentences).toContain(
      'Days without a service, B against A: −1.0 (−1.6 to −0.4) where the grant is kept, −6 (−8 to −3) where it is lost.',
    );
  });

  test('no pair, no break-even', () => {
    expect(say({})).toEqual([]);
    expect(bothWays(findings({}, names), 'en')).toBeNull();
  });

  test('both ways of the council stand side by side', () => {
    const table = bothWays(
      findings(
        {
          breakeven: [breakEven()],
          comparisons: [
            row('days_without_service', {
              scenario: 'medium+framework',
              meanDifference: -2.4,
              ciLow: -3.5,
              ciHigh: -1.3,
              k: 13,
            }),
            row('days_without_service', {
              scenario: 'medium+framework:held-back',
              meanDifference: 4.2,
              ciLow: 3.1,
              ciHigh: 5.3,
              k: 18,
            }),
          ],
        },
        names,
      ),
      'en',
    );
    expect(table?.columns).toEqual(['B', 'C']);
    expect(table?.rows[2]).toEqual({
      label: 'Days without a service, days',
      cells: ['−2 (−4 to −1), 13 of 20', '+4 (+3 to +5), 18 of 20'],
    });
    expect(table?.rows[0].cells).toEqual(['–', '–']);
  });

  test('a share has its difference in points, money in millions', () => {
    expect(withInterval(-0.032, -0.041, -0.023, { unit: 'share' }, 'en')).toBe('−3.2 (−4.1 to −2.3)');
    expect(withInterval(410_000, 300_000, 520_000, { unit: 'NOK' }, 'nb')).toBe('+0,4 (+0,3 til +0,5)');
    expect(withInterval(null, null, null, { unit: 'NOK' }, 'nb')).toBeNull();
  });
});
