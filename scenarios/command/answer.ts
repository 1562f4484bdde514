/** The answer in words, as the terminal prints it: question, reach, verdicts, break-even, tables, picture, files, what next. */
import type { Colors } from 'picocolors/types';
import { newYear } from '../../model/kernel/calendar.ts';
import type { Findings } from '../experiment/findings.ts';
import { askedSentences, reachSentences } from '../words/asked.ts';
import { bothWays, breakEvenSentences } from '../words/breakeven.ts';
import { driftSentences } from '../words/drift.ts';
import { date, duration, list, number } from '../words/format.ts';
import { hingesUnknown } from '../words/hinge.ts';
import { nextSteps } from '../words/next.ts';
import { chainTable, yearTables } from '../words/tables.ts';
import { headlineVerdicts, otherSums, verdictSentences } from '../words/verdict.ts';
import { alternatives, inOrder, isFunding, letters, scenarioLabel } from '../words/voice.ts';
import type { Language } from '../words/words.ts';
import { picture } from './picture.ts';
import { tableLines, wrap } from './text.ts';
import { word } from './words.ts';

export interface Paper {
  /** Columns that lines keep to. */
  width: number;
  /** What colours the text; one that does nothing where it is piped. */
  colours: Colors;
  lang: Language;
}

/** Everything that `run`, `compare` and `start` print. `files`: how many the directory holds. */
export function answer(findings: Findings, paper: Paper, files: number): string {
  const { lang } = paper;
  const sections = [
    section('head_asked', askedSentences(findings, lang), paper),
    section('head_reach', reachSentences(findings, lang), paper),
    answerSection(findings, paper),
    bothWaysSection(findings, paper),
    yearSection(findings, paper),
    chainSection(findings, paper),
    pictureSection(findings, paper),
    section('head_files', fileSentences(findings, files, lang), paper),
    nextSection(findings, paper),
  ];
  return `${sections
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join('\n'))
    .join('\n\n')}\n`;
}

type Head = Parameters<typeof word>[1];

function head(key: Head, { lang, colours }: Paper, holes: Record<string, string | number> = {}): string {
  return colours.bold(word(lang, key, holes));
}

/** A head with sentences under it, each on lines of its own; nothing where there is no sentence. */
function section(key: Head, sentences: readonly string[], paper: Paper, hanging = 2): string[] {
  if (sentences.length === 0) return [];
  return [head(key, paper), ...sentences.flatMap((sentence) => wrap(sentence, paper.width, hanging))];
}

/** The break-even, then at most five verdicts under the scenario that they are about. */
function answerSection(findings: Findings, paper: Paper): string[] {
  const { lang, colours } = paper;
  if (findings.base === null || findings.replications === 0) return [];
  const { verdicts, left } = headlineVerdicts(findings);
  const names = letters(findings);
  const lines: string[] = [];
  const [first, ...others] = breakEvenSentences(findings, lang);
  if (first !== undefined) {
    lines.push(
      ...wrap(first, paper.width, 2).map(colours.bold),
      ...others.flatMap((text) => wrap(text, paper.width, 2)),
      '',
    );
  }
  lines.push(
    ...[...otherSums(findings, lang), ...hingesUnknown(findings, lang)].flatMap((text) => wrap(text, paper.width, 2)),
  );
  for (const scenario of alternatives(findings)) {
    const own = verdicts.filter((verdict) => verdict.scenario.name === scenario.name);
    if (own.length === 0) continue;
    lines.push(colours.underline(`${names.get(scenario.name)}  ${scenarioLabel(scenario, lang)}`));
    for (const verdict of own) {
      const [sentence, ...rest] = verdictSentences(findings, verdict, lang);
      lines.push(...wrap(sentence, paper.width, 2).map(colours.bold));
      lines.push(...rest.flatMap((text) => wrap(`  ${text}`, paper.width, 4)));
    }
  }
  if (lines.length === 0) return [];
  const notes = [word(lang, 'not_verdicts', { k: 'k' }), ...(left > 0 ? [word(lang, 'not_all_shown')] : [])];
  return [head('head_answer', paper), ...lines, ...notes.flatMap((text) => wrap(text, paper.width)).map(colours.dim)];
}

function bothWaysSection(findings: Findings, paper: Paper): string[] {
  const table = bothWays(findings, paper.lang);
  if (!table) return [];
  const rows = table.rows.map(({ label, cells }) => [label, ...cells]);
  return [head('both_ways', paper), ...tableLines(['', ...table.columns], rows, paper.width)];
}

function yearSection(findings: Findings, paper: Paper): string[] {
  const { lang, colours, width } = paper;
  if (findings.replications === 0) return [];
  const place = [...new Set(findings.scenarios.map((scenario) => scenario.place.label[lang]))].join(', ');
  return [
    head('head_years', paper, { place }),
    ...wrap(word(lang, 'years_note', { years: findings.years }), width).map(colours.dim),
    ...yearTables(findings, lang).flatMap(({ title, head: columns, rows }) => [
      '',
      ...wrap(title, width),
      ...tableLines(columns, rows, width),
    ]),
  ];
}

function chainSection(findings: Findings, paper: Paper): string[] {
  const { lang, colours, width } = paper;
  const funds = inOrder(findings).some(isFunding) || findings.base === null;
  if (findings.replications === 0 || (!funds && alternatives(findings).length === 0)) return [];
  const { head: columns, rows } = chainTable(findings, lang);
  const holes = { years: findings.years, A: letters(findings).get(findings.base?.name ?? '') ?? '' };
  const note = word(lang, findings.base === null ? 'chain_note_run' : 'chain_note', holes);
  return [head('head_chain', paper), ...wrap(note, width).map(colours.dim), ...tableLines(columns, rows, width)];
}

function pictureSection(findings: Findings, paper: Paper): string[] {
  const { lang, colours, width } = paper;
  const [municipality] = findings.focus;
  const drawn = picture(findings, 'follow_up', municipality, lang, { width, colour: colours.isColorSupported });
  if (!drawn) return [];
  const names = [...letters(findings).values()];
  const notes = [word(lang, 'picture_years', { from: drawn.from, to: drawn.to })];
  if (findings.base !== null) {
    const past = date(lang, newYear(findings.switchYear));
    notes.push(word(lang, 'picture_same_past', { date: past, letters: list(names, word(lang, 'and')) }));
  }
  return [
    head('head_picture', paper, { queue: word(lang, 'waiting_follow_up') }),
    ...wrap(notes.join(' '), width).map(colours.dim),
    ...drawn.lines,
  ];
}

/** Each command on a line of its own, never broken, so that it can be copied. */
function nextSection(findings: Findings, paper: Paper): string[] {
  const steps = nextSteps(findings, paper.lang);
  return [
    head('head_next', paper),
    ...steps.flatMap(({ command, what }) => [command, paper.colours.dim(`    ${what}`)]),
  ];
}

function fileSentences(findings: Findings, files: number, lang: Language): string[] {
  const { flowBalance } = findings;
  const sentences: string[] = [];
  if (flowBalance.failed > 0) {
    sentences.push(
      word(lang, 'flows_wrong', {
        failed: number(lang, flowBalance.failed),
        n: number(lang, flowBalance.cells),
        first: flowBalance.first ?? '',
      }),
    );
  }
  if (findings.directory !== null) {
    sentences.push(word(lang, 'files_where', { directory: findings.directory, n: files }));
    sentences.push(word(lang, findings.base === null ? 'files_first_run' : 'files_first'));
  }
  sentences.push(
    word(lang, 'took', {
      seconds: duration(findings.wallSeconds),
      events: number(lang, Math.round(findings.eventsPerSecond / 1000) * 1000),
      mb: number(lang, Math.max(1, Math.ceil(findings.memoryMegabytes))),
    }),
  );
  if (flowBalance.failed === 0 && flowBalance.cells > 0) {
    sentences.push(word(lang, 'flows_checked', { n: number(lang, flowBalance.cells) }));
  }
  return [...sentences, ...driftSentences(findings, lang)];
}
