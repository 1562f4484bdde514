/** The months of a grant year, and posts in words, as a table and as data. */
import { dateOf, newYear } from '../../../model/kernel/calendar.ts';
import { date, number } from '../../../scenarios/words/format.ts';
import type { Language } from '../../../scenarios/words/words.ts';
import { isWordKey, word } from '../../../scenarios/words/words.ts';
import type { Result } from '../../result/result.ts';
import { say } from '../../words/words.ts';
import type { Drawing, DrawingTable } from '../chart.ts';
import type { Who } from '../scenarios.ts';
import type { Posts } from './posts.ts';
import { officeLine } from './posts.ts';

/** One scenario and its posts. */
export interface Panel {
  who: Who;
  posts: Posts;
}

/** The calendar year of a day of `Result.days`. */
export function yearAt({ findings, days }: Result, at: number): number {
  return dateOf(newYear(findings.switchYear) + days[at]).year;
}

/** The months of a year that the run has: index in `Result.days` and number from 0. */
export function monthsOf(result: Result, at: number): { at: number; month: number }[] {
  const { findings, days } = result;
  const year = yearAt(result, at);
  return days.flatMap((day, index) => {
    // the day of the horizon is the first of a year of which nothing was run
    if (
      index === days.length - 1 &&
      day >= newYear(findings.switchYear + findings.years) - newYear(findings.switchYear) &&
      at !== index
    )
      return [];
    const its = dateOf(newYear(findings.switchYear) + day);
    return its.year === year ? [{ at: index, month: its.month - 1 }] : [];
  });
}

export function staffSentence(
  result: Result,
  who: Who,
  { staffed, funded }: Posts,
  at: number,
  lang: Language,
): string {
  return say(lang, 'staff_readout', {
    letter: who.letter,
    date: date(lang, newYear(result.findings.switchYear) + result.days[at]),
    n: number(lang, staffed[at], 1),
    m: number(lang, funded[at], 1),
    vacant: number(lang, funded[at] - staffed[at], 1),
  });
}

/** By who pays, at the date and over the months of its year. */
export function staffTable(result: Result, panels: readonly Panel[], at: number, lang: Language): DrawingTable {
  const months = monthsOf(result, at);
  const year = yearAt(result, at);
  const when = date(lang, newYear(result.findings.switchYear) + result.days[at]);
  const cells = (funded: number[], staffed: number[]) => {
    const mean = (values: number[]) => months.reduce((sum, one) => sum + values[one.at], 0) / months.length;
    const [paid, filled] = [mean(funded), mean(staffed)];
    return [funded[at], staffed[at], funded[at] - staffed[at], paid, filled, paid - filled].map((value) =>
      number(lang, value, 2),
    );
  };
  const heads = ['staff_funded', 'staff_filled', 'staff_vacant'] as const;
  return {
    head: [
      say(lang, 'scenario'),
      say(lang, 'staff_payer'),
      ...heads.map((head) => `${say(lang, head)}, ${when}`),
      ...heads.map((head) => `${say(lang, head)}, ${say(lang, 'staff_year', { year })}`),
    ],
    rows: panels.flatMap(({ who, posts }) => [
      ...posts.lines
        .filter(({ funding }) => funding !== officeLine)
        .map(({ funding, funded, staffed }) => [who.letter, lineName(funding, lang), ...cells(funded, staffed)]),
      [who.letter, say(lang, 'together'), ...cells(posts.funded, posts.staffed)],
      ...posts.lines
        .filter(({ funding }) => funding === officeLine)
        .map(({ funding, funded, staffed }) => [who.letter, lineName(funding, lang), ...cells(funded, staffed)]),
    ]),
  };
}

function lineName(funding: string, lang: Language): string {
  const name = `line_${funding}`;
  return isWordKey(name) ? word(lang, name) : funding;
}

export function staffCsv({ days }: Result, panels: readonly Panel[], municipality: string): Drawing['csv'] {
  return [
    ['scenario', 'municipality', 'day', 'funding', 'funded', 'staffed'],
    ...panels.flatMap(({ who, posts }) =>
      posts.lines.flatMap(({ funding, funded, staffed }) =>
        days.map((day, at) => [who.name, municipality, day, funding, funded[at], staffed[at]]),
      ),
    ),
  ];
}
