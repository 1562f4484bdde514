import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Findings } from '../../../scenarios/experiment/findings.ts';
import { headline } from '../../../scenarios/words/headline.ts';
import { headlineVerdicts, verdictSentence } from '../../../scenarios/words/verdict.ts';
import { answerText, commandOf } from '../../../viz/page/answer-text.ts';
import { unpack } from '../../../viz/result/pack.ts';

const { findings } = unpack(readFileSync('viz/example/medium.json', 'utf8'));
const unfunded: Findings = { ...findings, breakeven: [] };

/** The findings with another first verdict. */
function withFirst(change: Partial<Findings['comparisons'][number]>): Findings {
  const [first] = headlineVerdicts(unfunded).verdicts;
  return {
    ...unfunded,
    comparisons: unfunded.comparisons.map((row) => (row === first.row ? { ...row, ...change } : row)),
  };
}

describe('the headline', () => {
  it('is the break-even where there is one', () => {
    expect(headline(findings, 'en')).toBe(
      'The framework grant serves this town as well as A if the council keeps at least 83% of the money.',
    );
    expect(headline(findings, 'nb')).toBe(
      'Rammetilskuddet tjener denne kommunen like godt som A hvis kommunestyret beholder minst 83\u00a0% av pengene.',
    );
  });

  it('says why there is no break-even', () => {
    const row = { ...findings.breakeven[0], period: 'all', breakeven: null };
    const said = (reason: 'no_difference' | 'worse_even_if_all') =>
      headline({ ...findings, breakeven: [{ ...row, reason }] }, 'en');
    expect(said('no_difference')).toBe(
      'How much of the framework grant the council keeps in the service makes no difference here.',
    );
    expect(said('worse_even_if_all')).toBe(
      'The framework grant serves this town worse than A, even if the council keeps all the money.',
    );
  });

  it('is the first verdict where nothing breaks even, never stronger than the sentence under it', () => {
    expect(headline(withFirst({ verdict: 'none' }), 'en')).toBe(
      'No difference that matters between B and A in waiting with no service.',
    );
    expect(headline(withFirst({ verdict: 'probably', meanDifference: -2 }), 'en')).toBe(
      'Waiting with no service: probably fewer with B than with A.',
    );
    expect(headline(withFirst({ verdict: 'on_average', meanDifference: 2 }), 'nb')).toBe(
      'Venter uten tjeneste: flere i snitt med B enn med A.',
    );
    expect(headline(withFirst({ verdict: 'cannot_tell' }), 'en')).toBe(
      'We cannot tell whether B or A is better for waiting with no service.',
    );
    expect(headline(withFirst({ verdict: null }), 'en')).toBe('Too little is known to compare B with A.');
  });

  it('says what was run where nothing is compared', () => {
    const alone = {
      ...findings,
      base: null,
      comparisons: [],
      breakeven: [],
      scenarios: findings.scenarios.slice(0, 1),
    };
    expect(headline(alone, 'en')).toBe('Medium municipality (20,000), as today: nothing is compared yet.');
  });
});

describe('the answer as text', () => {
  it('holds the sentences of the terminal and the command that gives them again', () => {
    const text = answerText(findings, 'en');
    for (const verdict of headlineVerdicts(findings).verdicts) {
      expect(text).toContain(verdictSentence(findings, verdict, 'en'));
    }
    expect(text).toContain('seed 1');
    expect(text.trimEnd().endsWith(commandOf(findings))).toBe(true);
  });

  it('names in the command only what is not usual', () => {
    expect(commandOf(findings)).toBe('npx forlop compare medium medium+framework:passed-on medium+framework:held-back');
    expect(commandOf({ ...findings, asked: 200, seed: 7, uncertainty: 'chance' })).toMatch(
      / --replications 200 --seed 7 --uncertainty chance$/,
    );
  });
});
