/** What a scenario costs more and how many more wait, and what may be said of both: a lower cost is never "better". */
import type { ComparisonRow } from '../../../scenarios/experiment/findings.ts';
import { withInterval } from '../../../scenarios/words/breakeven.ts';
import { number } from '../../../scenarios/words/format.ts';
import { digitsOf, gap, halfWidth, measureOf, side, unitWord } from '../../../scenarios/words/voice.ts';
import type { Language } from '../../../scenarios/words/words.ts';
import { word } from '../../../scenarios/words/words.ts';
import type { Result } from '../../result/result.ts';
import type { SayKey } from '../../words/words.ts';
import { say } from '../../words/words.ts';
import type { Drawing } from '../chart.ts';
import { differenceAt } from '../numbers-of.ts';
import type { Who } from '../scenarios.ts';

/** The paired differences of a scenario, with means and intervals. */
export interface Point {
  who: Who;
  cost: Known;
  waiting: Known;
  posts: ComparisonRow | undefined;
  trust: ComparisonRow | undefined;
}
export type Known = ComparisonRow & { meanDifference: number; ciLow: number; ciHigh: number };

const measures = {
  cost: 'cost_municipality',
  waiting: 'unserved_waiting_mean',
  posts: 'post_years_staffed',
  trust: 'cost_health_trust',
} as const;

/** @returns null where a difference is not known */
export function pointOf({ findings }: Result, who: Who, municipality: string): Point | null {
  const of = (measure: string) => differenceAt(findings, { scenario: who.name, measure, municipality });
  const [paid, waiting] = [of(measures.cost), of(measures.waiting)];
  if (!isKnown(paid) || !isKnown(waiting)) return null;
  return { who, cost: paid, waiting, posts: of(measures.posts), trust: of(measures.trust) };
}

function isKnown(row: ComparisonRow | undefined): row is Known {
  return row !== undefined && row.meanDifference !== null && row.ciLow !== null && row.ciHigh !== null;
}

/** What can be said beyond doubt (99 %, as all verdicts), with both differences and what other pockets and posts do. */
export function costSentence({ findings }: Result, point: Point, lang: Language): string {
  const { cost: paid, waiting, posts, trust } = point;
  const fewerPosts = posts !== undefined && side(posts.ci99Low, posts.ci99High) < 0;
  const costSide = side(paid.ci99Low, paid.ci99High);
  const waitingSide = side(waiting.ci99Low, waiting.ci99High);
  const costWords = say(lang, costWord(paid, costSide, fewerPosts));
  const waitingWords = say(
    lang,
    waitingSide < 0 ? 'cost_fewer_wait' : waitingSide > 0 ? 'cost_more_wait' : 'cost_wait_unknown',
  );
  const of = (row: ComparisonRow) => {
    const measure = measureOf(findings, row.measure);
    return measure ? withInterval(row.meanDifference, row.ciLow, row.ciHigh, measure, lang) : null;
  };
  const first = say(lang, 'cost_sentence', {
    letter: point.who.letter,
    cost: costWords,
    nok: of(paid) ?? '',
    wait: waitingWords,
    persons: of(waiting) ?? '',
  });
  const others = [posts && postsSentence(posts, lang), trust && trustSentence(trust, lang)];
  return [first, ...others.filter((text) => text)].join(' ');
}

function costWord(paid: Known, sign: -1 | 0 | 1, hasFewerPosts: boolean): SayKey {
  if (paid.meanDifference === 0 && paid.sd === 0) return 'cost_same';
  if (sign < 0) return hasFewerPosts ? 'cost_cheaper_posts' : 'cost_cheaper';
  return sign > 0 ? 'cost_dearer' : 'cost_unknown';
}

function postsSentence(row: ComparisonRow, lang: Language): string {
  const sign = side(row.ci99Low, row.ci99High);
  if (sign === 0 || row.meanDifference === null) return '';
  const n = number(lang, Math.abs(row.meanDifference), digitsOf(row, halfWidth(row.ciLow, row.ciHigh)));
  return say(lang, sign < 0 ? 'cost_posts_fewer' : 'cost_posts_more', { n });
}

/** Another pocket that surely pays more or less: what is cheap here may be dear there. */
function trustSentence(row: ComparisonRow, lang: Language): string {
  const sign = side(row.ci99Low, row.ci99High);
  if (sign === 0) return '';
  const n = gap(lang, row, row.meanDifference, digitsOf(row, halfWidth(row.ciLow, row.ciHigh)));
  return say(lang, 'cost_trust', { n, more: word(lang, sign < 0 ? 'money_less' : 'money_more') });
}

export function costTable(points: readonly Point[], base: Who, lang: Language, { findings }: Result): Drawing['table'] {
  const rows = (['cost', 'waiting', 'posts', 'trust'] as const).flatMap((what) => {
    const measure = measureOf(findings, measures[what]);
    if (!measure) return [];
    const cells = points.map(({ [what]: row }) =>
      row ? (withInterval(row.meanDifference, row.ciLow, row.ciHigh, measure, lang) ?? '–') : '–',
    );
    return [[`${measure.label[lang]}, ${unitWord(lang, measure)}`, ...cells]];
  });
  const heads = points.map(({ who }) => say(lang, 'against', { B: who.letter, A: base.letter }));
  return { head: [say(lang, 'cost_per_year'), ...heads], rows };
}

export function costCsv(points: readonly Point[]): Drawing['csv'] {
  return [
    ['base', 'scenario', 'municipality', 'measure', 'mean_difference', 'ci_low', 'ci_high', 'unit'],
    ...points.flatMap(({ cost: paid, waiting, posts, trust }) =>
      [paid, waiting, posts, trust].flatMap((row) =>
        row
          ? [
              [
                row.base,
                row.scenario,
                row.municipality,
                row.measure,
                row.meanDifference,
                row.ciLow,
                row.ciHigh,
                row.unit,
              ],
            ]
          : [],
      ),
    ),
  ];
}
