/** What the answer says on the page and on paper: which verdicts come first, and the words around them. */
import type { Findings } from '../../scenarios/experiment/findings.ts';
import { number } from '../../scenarios/words/format.ts';
import { headline } from '../../scenarios/words/headline.ts';
import { hingeSentences, uncapital } from '../../scenarios/words/hinge.ts';
import type { Verdict } from '../../scenarios/words/verdict.ts';
import { headlineVerdicts } from '../../scenarios/words/verdict.ts';
import { letters } from '../../scenarios/words/voice.ts';
import type { Language } from '../../scenarios/words/words.ts';
import { fewestForVerdicts } from '../charts/queues/time-options.ts';
import { say } from '../words/words.ts';

/** Verdicts that are shown without asking for more. */
export const atOnce = 3;

/** Futures behind what is shown, and how many were asked for. */
export interface Runs {
  runs: number;
  of: number;
}

/** Too few futures are known for a verdict, and more are to come. */
export function isHeldBack({ runs, of }: Runs): boolean {
  return runs < of && runs < fewestForVerdicts;
}

/** The headline, or why there is none yet. */
export function headlineNow(findings: Findings, lang: Language, runs: Runs): string {
  return isHeldBack(runs) ? say(lang, 'held_back', { done: runs.runs, of: runs.of }) : headline(findings, lang);
}

/** What is compared, in how many futures, over which years. */
export function overline(findings: Findings, lang: Language): string {
  const names = [...letters(findings).values()];
  const [A, ...others] = names;
  if (others.length === 0) return say(lang, 'over_one', { n: number(lang, findings.replications) });
  return say(lang, 'over', {
    others: others.join(', '),
    A,
    n: number(lang, findings.replications),
    from: findings.switchYear,
    to: findings.switchYear + findings.years - 1,
  });
}

/** What an answer that is shown leans on most: the value at which it would turn, where there is one. */
export function leansFirst(findings: Findings, lang: Language, shown: readonly Verdict[]): string[] {
  const hinged = shown.slice(0, atOnce).flatMap((verdict) => {
    const { scenario, measure } = verdict;
    const rows = findings.hinges.filter(
      (hinge) => hinge.scenario === scenario.name && hinge.measure === measure.name && hinge.period === 'all',
    );
    const [sentence] = hingeSentences(findings, verdict, lang);
    return rows.length === 0 ? [] : [{ verdict, sentence, turns: rows[0].turnsAt !== null }];
  });
  const first = hinged.find(({ turns }) => turns) ?? hinged[0];
  if (!first) return [];
  const { scenario, measure } = first.verdict;
  const letter = letters(findings).get(scenario.name) ?? scenario.name;
  return [say(lang, 'leans_first', { letter, measure: uncapital(measure.label[lang]), sentence: first.sentence })];
}

/** Each alternative's first verdict, then each one's second: as the choice itself goes. */
function byDepth(verdicts: readonly Verdict[]): Verdict[] {
  const depths = new Map<string, number>();
  return verdicts
    .map((verdict) => {
      const depth = depths.get(verdict.scenario.name) ?? 0;
      depths.set(verdict.scenario.name, depth + 1);
      return { verdict, depth };
    })
    .sort((a, b) => a.depth - b.depth)
    .map(({ verdict }) => verdict);
}

/** Verdicts in the order in which they are read. */
export const orderedVerdicts = (findings: Findings): Verdict[] => byDepth(headlineVerdicts(findings).verdicts);

/** The finding itself, and what says how much. */
export function parted(sentence: string): [string, string] {
  const at = sentence.search(/(,? (with|med|between|mellom|for|about|om) [A-D]\b)|[,;]/);
  return at < 0 ? [sentence, ''] : [sentence.slice(0, at), sentence.slice(at)];
}
