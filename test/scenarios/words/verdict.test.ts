import { describe, expect, test } from 'vitest';
import type { ComparisonRow } from '../../../scenarios/experiment/findings.ts';
import { headlineVerdicts, otherSums, verdictSentences } from '../../../scenarios/words/verdict.ts';
import { findings, hinge, row } from './findings.ts';

const unserved = 'unserved_waiting_mean';

/** The sentences about one row of a comparison, beside other rows. */
function say(main: ComparisonRow, others: ComparisonRow[] = [], lang: 'en' | 'nb' = 'en', changes = {}) {
  const made = findings({ comparisons: [main, ...others], uncertainty: 'chance', ...changes });
  const measure = made.catalogue.byName.get(main.measure)!;
  return verdictSentences(made, { scenario: made.scenarios[1], measure, row: main }, lang);
}

describe('each verdict says direction, size and how many of 20 futures', () => {
  test('clearly', () => {
    expect(say(row(unserved))).toEqual([
      'Waiting with no service: clearly fewer with B than with A, by 0.9 persons (6.7 persons against 7.6 persons). Fewer in 19 of 20 futures.',
    ]);
    expect(say(row(unserved), [], 'nb')).toEqual([
      'Venter uten tjeneste: klart færre med B enn med A, med 0,9 personer (6,7 personer mot 7,6 personer). Færre i 19 av 20 framtider.',
    ]);
  });

  test('probably, with a share in percentage points', () => {
    const share = row('follow_up_within_14d_share', {
      verdict: 'probably',
      meanDifference: -0.032,
      ci99Low: -0.041,
      ci99High: -0.023,
      baseMean: 0.21,
      scenarioMean: 0.178,
      k: 18,
    });
    expect(say(share)).toEqual([
      'Follow-up within 14 days: probably lower with B than with A, by 3.2 percentage points on average (17.8% against 21.0%). Lower in 18 of 20 futures.',
    ]);
    expect(say(share, [], 'nb')).toEqual([
      'Oppfølging innen 14 dager: trolig lavere med B enn med A, med 3,2 prosentpoeng i snitt (17,8\u00a0% mot 21,0\u00a0%). Lavere i 18 av 20 framtider.',
    ]);
  });

  test('on average, when single futures go either way; one day is a day', () => {
    const wait = row('wait_follow_up_mean', {
      verdict: 'on_average',
      meanDifference: 1.2,
      ci99Low: 0.1,
      ci99High: 2.3,
      baseMean: 15.7,
      scenarioMean: 16.9,
      k: 12,
    });
    expect(say(wait)).toEqual([
      'Wait for follow-up, mean: longer on average with B than with A, by 1 day (17 days against 16 days), but a single future can go either way: longer in 12 of 20.',
    ]);
  });

  test('no difference that matters names the bound', () => {
    const same = row(unserved, { verdict: 'none', meanDifference: 0.05, ci99Low: -0.1, ci99High: 0.2, k: 11 });
    expect(say(same)).toEqual([
      'Waiting with no service: no difference that matters between B and A; on average at most 0.8 persons either way.',
    ]);
  });

  test('exactly the same in every future', () => {
    const zero = { meanDifference: 0, ciLow: 0, ciHigh: 0, ci99Low: 0, ci99High: 0, dots20: Array(20).fill(0) };
    expect(say(row(unserved, { verdict: 'none', k: 10, ...zero }))).toEqual([
      'Waiting with no service: exactly the same with B as with A in every future.',
    ]);
  });

  test('cannot tell yet, with the runs that should settle it', () => {
    const open = row(unserved, {
      verdict: 'cannot_tell',
      meanDifference: 0.45,
      ci99Low: -0.8,
      ci99High: 1.7,
      runsToSettle: 1240,
    });
    expect(say(open)).toEqual([
      'Waiting with no service: cannot tell yet with B against A; on average between 1 fewer and 2 more persons. About 1,240 runs should settle it.',
    ]);
    expect(say(open, [], 'nb')).toEqual([
      'Venter uten tjeneste: kan ikke si ennå for B mot A; i snitt mellom 1 færre og 2 flere personer. Omtrent 1\u00a0240 kjøringer bør avgjøre det.',
    ]);
  });

  test('cannot tell at all: chance, or chance and uncertain numbers', () => {
    const open = row(unserved, { verdict: 'cannot_tell', meanDifference: 0.1, ci99Low: -0.3, ci99High: 0.5 });
    expect(say(open)[0]).toBe(
      'Waiting with no service: cannot tell with B against A; on average between 0.3 fewer and 0.5 more persons. In one town chance moves this more than the choice does; the average would need over 2,000 runs.',
    );
    expect(say(open, [], 'en', { uncertainty: 'all' })[0]).toContain('chance and uncertain numbers move this more');
    expect(say({ ...open, n: 3000 }, [], 'en')[0]).toContain('over 3,000 runs');
  });

  test('one run compares nothing, and too few persons say nothing', () => {
    expect(say(row(unserved, { n: 1, verdict: null, k: null }))).toEqual([
      'Waiting with no service: 1 run is too few to compare B with A; ask for more with --replications.',
    ]);
    expect(say(row(unserved, { verdict: null, meanDifference: null, k: null }))).toEqual([
      'Waiting with no service: nothing can be said about B against A: too few persons lie behind it.',
    ]);
  });
});

describe('exceptions', () => {
  const queue = (sign: 1 | -1) =>
    row('queue_follow_up_mean', {
      verdict: 'probably',
      meanDifference: 0.9 * sign,
      ci99Low: sign > 0 ? 0.6 : -1.2,
      ci99High: sign > 0 ? 1.2 : -0.6,
      baseMean: 2,
      scenarioMean: 2 + 0.9 * sign,
    });
  const gaveUp = (sign: 1 | -1) =>
    row('gave_up_follow_up', {
      verdict: null,
      meanDifference: 0.5 * sign,
      ciLow: sign > 0 ? 0.3 : -0.7,
      ciHigh: sign > 0 ? 0.7 : -0.3,
      ci99Low: sign > 0 ? 0.2 : -0.8,
      ci99High: sign > 0 ? 0.8 : -0.2,
      baseMean: 2,
      scenarioMean: 2 + 0.5 * sign,
    });

  test('a longer list, because fewer gave up', () => {
    expect(say(queue(1), [gaveUp(-1)])).toContain(
      'A longer list, because fewer gave up (gave up waiting for follow-up: 0.5 persons fewer).',
    );
    expect(say(queue(1), [gaveUp(-1)], 'nb')).toContain(
      'Lengre kø, fordi færre ga opp (ga opp ventingen på oppfølging: 0,5 personer færre).',
    );
  });

  test('a shorter list, partly because more gave up', () => {
    expect(say(queue(-1), [gaveUp(1)])).toContain(
      'The queue is shorter partly because more gave up (gave up waiting for follow-up: 0.5 persons more).',
    );
  });

  test('nothing is blamed where those who gave up went the same way, or may not have moved', () => {
    expect(say(queue(1), [gaveUp(1)]).join(' ')).not.toContain('gave up (');
    expect(say(queue(1), [{ ...gaveUp(-1), ci99High: 0.1 }]).join(' ')).not.toContain('because');
  });

  test('those who gave up and were lost count too', () => {
    const lost = row('lost_share', {
      meanDifference: -0.02,
      ci99Low: -0.03,
      ci99High: -0.01,
      baseMean: 0.06,
      scenarioMean: 0.04,
    });
    expect(say(queue(1), [lost])).toContain(
      'A longer list, because fewer gave up (gave up and not back within a year: 2 percentage points lower).',
    );
  });

  test('a queue never stands alone: what must stand beside it follows', () => {
    const [, beside] = say(queue(-1), [gaveUp(-1)]);
    expect(beside).toBe('Beside it: gave up waiting for follow-up 1.5 (A 2.0).');
  });

  test('cheaper, with fewer posts', () => {
    const cost = row('cost_municipality', {
      meanDifference: -410_000,
      ci99Low: -520_000,
      ci99High: -300_000,
      baseMean: 2_600_000,
      scenarioMean: 2_190_000,
      k: 20,
    });
    const posts = row('post_years_staffed', { meanDifference: -0.66, ci99Low: -0.8, ci99High: -0.5 });
    expect(say(cost, [posts])[0]).toBe(
      'Cost to the municipality: cheaper, with fewer posts, with B than with A: NOK 0.4 million less a year, 0.7 fewer staffed posts. Cheaper in 20 of 20 futures.',
    );
    // without a sure fall in posts it is only lower
    expect(say(cost, [{ ...posts, ci99High: 0.1 }])[0]).toContain('clearly lower with B');
    expect(say({ ...cost, meanDifference: 410_000, ci99Low: 300_000, ci99High: 520_000 }, [posts])[0]).toContain(
      'clearly higher',
    );
  });

  test('money is summed over the years, with the span of nine futures in ten', () => {
    const dots20 = Array.from({ length: 20 }, (_, at) => (at - 4) * 10_000);
    const cost = row('cost_municipality', {
      meanDifference: 56_000,
      ciLow: 45_000,
      ciHigh: 65_000,
      ci99Low: 42_000,
      ci99High: 68_000,
      baseMean: 2_600_000,
      scenarioMean: 2_655_000,
      dots20,
    });
    const state = row('grants_state', { meanDifference: -30_000, ciLow: -40_000, ciHigh: -20_000 });
    expect(say(cost, [state])).toContain(
      'B costs the municipality NOK 0.6 million more than A over 10 years (9 of 10 futures: −0.3 to +1.4). The state pays NOK 0.3 million less.',
    );
    expect(say(cost, [{ ...state, ciHigh: 10 }]).join(' ')).not.toContain('The state');
  });

  test('the official wait falls while more wait for a bed', () => {
    const wait = row('wait_first_contact_mean', {
      meanDifference: -4,
      ci99Low: -5,
      ci99High: -3,
      baseMean: 33,
      scenarioMean: 29,
    });
    const bed = row('queue_bed_mean', { meanDifference: 1.4, ci99Low: 0.9, ci99High: 1.9 });
    expect(say(wait, [bed])).toContain(
      'The official wait falls by 4 days, but 1.4 more wait for a bed outside the statistics.',
    );
    expect(say(wait, [{ ...bed, ci99Low: -0.1 }]).join(' ')).not.toContain('official wait falls');
  });

  test('a difference that turns over the years is said with its years, if each side lasts two', () => {
    const years = (verdicts: (readonly [number, ComparisonRow['verdict']])[]) =>
      verdicts.map(([difference, verdict], at) =>
        row(unserved, { period: String(2027 + at), meanDifference: difference, verdict }),
      );
    const main = row(unserved);
    const turning = years([
      [1, 'clearly'],
      [1, 'probably'],
      [0.1, 'cannot_tell'],
      [-1, 'on_average'],
      [-1, 'clearly'],
    ]);
    expect(say(main, turning)).toContain('Year by year: more until 2028, fewer from 2030; in between we cannot tell.');
    expect(say(main, turning, 'nb')).toContain(
      'År for år: flere til og med 2028, færre fra 2030; imellom kan vi ikke si.',
    );
    const adjacent = years([
      [1, 'clearly'],
      [1, 'probably'],
      [-1, 'on_average'],
      [-1, 'clearly'],
    ]);
    expect(say(main, adjacent)).toContain('Year by year: more until 2028, fewer from 2029.');
    const lone = years([
      [1, 'clearly'],
      [-1, 'probably'],
      [-1, 'clearly'],
    ]);
    expect(say(main, lone).join(' ')).not.toContain('Year by year');
  });

  test('money that is not equal is said, beyond two percent and beyond doubt', () => {
    const sum = row('grants_handed_out', {
      meanDifference: 200_000,
      ci99Low: 150_000,
      ci99High: 250_000,
      baseMean: 1_340_000,
      scenarioMean: 1_540_000,
    });
    expect(otherSums(findings({ comparisons: [sum] }), 'en')).toEqual([
      'Not equal money: B hands out NOK 0.20 million more than A (NOK 1.34 million against NOK 1.54 million a year).',
    ]);
    expect(otherSums(findings({ comparisons: [{ ...sum, ci99Low: 20_000 }] }), 'en')).toEqual([]);
  });
});

describe('what an answer leans on', () => {
  const leaning = (changes: Parameters<typeof hinge>[1], lang: 'en' | 'nb' = 'en') =>
    say(row(unserved), [], lang, { uncertainty: 'all', hinges: [hinge(unserved, changes)] }).at(-1);

  test('a turning value, assumed or not', () => {
    expect(leaning({ turnsAt: 17.13 })).toBe(
      'The answer turns if caseload of a post passes about 17.1 (assumed 13.5, plausible 11–22; low confidence).',
    );
    expect(leaning({ turnsAt: 17.13 }, 'nb')).toBe(
      'Svaret snur hvis saker per årsverk passerer omtrent 17,1 (antatt 13,5, rimelig 11–22; lav sikkerhet).',
    );
    expect(leaning({ turnsAt: 17.13, source: 'NPR' })).toContain('(set at 13.5,');
  });

  test('a share is said in percent, what a council draws without a value', () => {
    expect(leaning({ path: 'council.retention', turnsAt: 0.824, value: null, low: 0, high: 1.3, unit: 'share' })).toBe(
      'The answer turns if caseload of a post passes about 82.4% (drawn within 0–130%; low confidence).',
    );
  });

  test('what leans without turning, in other municipalities', () => {
    expect(leaning({ whose: 'others' })).toBe(
      'It leans on caseload of a post in the other municipalities, which explains 12% of the spread between futures (low confidence); it does not turn within 11–22.',
    );
  });

  test('a yes or no has both values and no turning value', () => {
    expect(leaning({ binary: { no: -1.4, yes: 0.2 } })).toBe(
      'It leans on “caseload of a post” (12% of the spread; low confidence): 1.4 persons fewer where the answer is no, 0.20 persons more where it is yes.',
    );
  });

  test('no single number, and nothing below 60 runs', () => {
    expect(say(row(unserved), [], 'en', { uncertainty: 'all' }).at(-1)).toBe(
      'It leans on no single uncertain number: none explains the spread between futures beyond doubt.',
    );
    expect(say(row(unserved), [], 'en', { uncertainty: 'all', replications: 59 })).toHaveLength(1);
  });
});

describe('which verdicts are printed', () => {
  const names = [
    'medium',
    'medium+purchaser-provider:plug',
    'medium+framework',
    'medium+framework:held-back',
    'medium+earmarked-criteria',
    'medium+purchaser-provider:order',
  ];
  const all = (who: string[]) =>
    findings(
      {
        comparisons: who
          .slice(1)
          .flatMap((name) =>
            [
              'unserved_waiting_mean',
              'follow_up_within_14d_share',
              'days_without_service',
              'lost_share',
              'wait_first_contact_mean',
            ].map((measure) => row(measure, { scenario: name })),
          ),
      },
      who,
    );

  test('at most five, funding first, the first head of every alternative before the second of any', () => {
    const { verdicts, left } = headlineVerdicts(all(names));
    expect(verdicts.map(({ scenario, measure }) => `${scenario.name} ${measure.name}`)).toEqual([
      'medium+framework unserved_waiting_mean',
      'medium+framework:held-back unserved_waiting_mean',
      'medium+earmarked-criteria unserved_waiting_mean',
      'medium+purchaser-provider:plug unserved_waiting_mean',
      'medium+purchaser-provider:order unserved_waiting_mean',
    ]);
    expect(left).toBeGreaterThan(0);
  });

  test('a single funding alternative has its three heads, and neither first contact nor the lost', () => {
    const { verdicts, left } = headlineVerdicts(all(['medium', 'medium+framework']));
    expect(verdicts.map(({ measure }) => measure.name)).toEqual([
      'unserved_waiting_mean',
      'follow_up_within_14d_share',
      'days_without_service',
    ]);
    expect(left).toBe(0);
  });
});
