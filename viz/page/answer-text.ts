/** The answer as plain text, for a letter or a minute book: the terminal's sentences, and what it takes to get them again. */
import type { Findings } from '../../scenarios/experiment/findings.ts';
import { askedSentences, reachSentences } from '../../scenarios/words/asked.ts';
import { bothWays, breakEvenSentences } from '../../scenarios/words/breakeven.ts';
import { headline } from '../../scenarios/words/headline.ts';
import { hingesUnknown } from '../../scenarios/words/hinge.ts';
import { headlineVerdicts, otherSums, verdictSentences } from '../../scenarios/words/verdict.ts';
import { alternatives, inOrder, letters, scenarioLabel } from '../../scenarios/words/voice.ts';
import type { Language } from '../../scenarios/words/words.ts';
import { word } from '../../scenarios/words/words.ts';
import { say } from '../words/words.ts';
import { version } from './version.ts';

export function answerText(findings: Findings, lang: Language): string {
  const blocks = [
    [headline(findings, lang)],
    breakEvenSentences(findings, lang),
    [...otherSums(findings, lang), ...hingesUnknown(findings, lang)],
    ...alternatives(findings).map((scenario) => {
      const own = headlineVerdicts(findings).verdicts.filter((verdict) => verdict.scenario.name === scenario.name);
      if (own.length === 0) return [];
      const title = `${letters(findings).get(scenario.name)}  ${scenarioLabel(scenario, lang)}`;
      return [title, ...own.flatMap((verdict) => verdictSentences(findings, verdict, lang))];
    }),
    bothWaysLines(findings, lang),
    [word(lang, 'head_asked'), ...askedSentences(findings, lang), ...reachSentences(findings, lang)],
    [say(lang, 'text_again', { version, seed: String(findings.seed) }), commandOf(findings)],
  ];
  return `${blocks
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join('\n'))
    .join('\n\n')}\n`;
}

function bothWaysLines(findings: Findings, lang: Language): string[] {
  const table = bothWays(findings, lang);
  if (!table) return [];
  const rows = table.rows.map(
    ({ label, cells }) => `${label}: ${cells.map((cell, at) => `${table.columns[at]} ${cell}`).join('; ')}`,
  );
  return [word(lang, 'both_ways'), ...rows];
}

/** What to type to get the same answer in a terminal. */
export function commandOf(findings: Findings): string {
  const names = inOrder(findings).map(({ name }) => name.replace(/#\d+$/, ''));
  const options = [
    ['replications', findings.asked, 100],
    ['seed', findings.seed, 1],
    ['years', findings.years, 10],
    ['history', findings.history, 5],
    ['uncertainty', findings.uncertainty, 'all'],
  ] as const;
  const said = options.flatMap(([name, value, usual]) => (value === usual ? [] : [`--${name} ${value}`]));
  return ['npx forlop', findings.base === null ? 'run' : 'compare', ...names, ...said].join(' ');
}
