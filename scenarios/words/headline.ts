/** The answer in one sentence: what stands over everything else. It says no more than the sentences under it. */
import type { BreakEvenReason, Findings } from '../experiment/findings.ts';
import { headlineBreakEven } from './breakeven.ts';
import { percent } from './format.ts';
import { uncapital } from './hinge.ts';
import type { Verdict } from './verdict.ts';
import { headlineVerdicts, isSame, turnOverYears } from './verdict.ts';
import { capital, direction, inOrder, letters, scenarioLabel } from './voice.ts';
import type { Language, WordKey } from './words.ts';
import { word } from './words.ts';

/** The break-even where there is one, else the first verdict, else what was run. */
export function headline(findings: Findings, lang: Language): string {
  const funding = fundingHeadline(findings, lang);
  if (funding !== null) return funding;
  const [first] = headlineVerdicts(findings).verdicts;
  if (first) return verdictHeadline(findings, first, lang);
  const [scenario] = inOrder(findings);
  return word(lang, 'headline_run', { label: scenarioLabel(scenario, lang) });
}

const reasons: Record<BreakEvenReason, WordKey | null> = {
  no_difference: 'headline_no_difference',
  better_even_at_half: 'headline_better_even_at_half',
  worse_even_if_all: 'headline_worse_even_if_all',
  too_few: null,
};

function fundingHeadline(findings: Findings, lang: Language): string | null {
  const row = headlineBreakEven(findings);
  if (!row) return null;
  const A = letters(findings).get(row.base) ?? row.base;
  const town = word(lang, findings.focus.length === 1 ? 'this_town' : 'these_towns');
  if (row.breakeven !== null) return word(lang, 'headline_breakeven', { A, town, k: percent(lang, row.breakeven) });
  const key = reasons[row.reason || 'too_few'];
  return key && word(lang, key, { A, town, low: percent(lang, row.lowValue) });
}

const codes = { clearly: 'clearly', probably: 'probably', on_average: 'on_average' } as const;

function verdictHeadline(findings: Findings, { scenario, measure, row }: Verdict, lang: Language): string {
  const names = letters(findings);
  const holes = {
    Measure: measure.label[lang],
    measure: uncapital(measure.label[lang]),
    B: names.get(scenario.name) ?? scenario.name,
    A: names.get(row.base) ?? row.base,
  };
  if (row.verdict === null || row.meanDifference === null || row.n < 2) return word(lang, 'headline_nothing', holes);
  if (isSame(row)) return word(lang, 'headline_same', holes);
  if (row.verdict === 'none') return word(lang, 'headline_none', holes);
  const turn = turnOverYears(findings, { scenario, measure, row });
  if (turn) {
    const [first, later] = turn.signs.map((sign) => direction(lang, measure, sign));
    return word(lang, 'headline_turn', { ...holes, first, later, y1: turn.until, y2: turn.from });
  }
  if (row.verdict === 'cannot_tell') return word(lang, 'headline_cannot_tell', holes);
  const how = word(lang, codes[row.verdict]);
  const less = direction(lang, measure, row.meanDifference < 0 ? -1 : 1);
  // "on average" stands after what it is about, the other two before it
  const verdict = row.verdict === 'on_average' ? `${less} ${how}` : `${how} ${less}`;
  return capital(word(lang, 'headline_verdict', { ...holes, verdict }));
}
