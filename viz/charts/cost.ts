/** Cost against queue: how much more a scenario costs the municipality and how many more wait, both against the base. */
import { scaleLinear } from 'd3';
import type { ComparisonRow } from '../../scenarios/experiment/findings.ts';
import { withInterval } from '../../scenarios/words/breakeven.ts';
import { number, signed } from '../../scenarios/words/format.ts';
import { digitsOf, gap, halfWidth, measureOf, side, unitWord } from '../../scenarios/words/voice.ts';
import type { Language } from '../../scenarios/words/words.ts';
import { word } from '../../scenarios/words/words.ts';
import type { Result } from '../result/result.ts';
import type { SayKey } from '../words/words.ts';
import { say } from '../words/words.ts';
import type { ChartOptions, Drawing } from './chart.ts';
import { emptyDrawing } from './empty.ts';
import { wrapped } from './measure-text.ts';
import { differenceAt } from './numbers-of.ts';
import { root } from './root.ts';
import type { Who } from './scenarios.ts';
import { whoIsWho } from './scenarios.ts';
import type { Svg } from './svg.ts';
import { el, label } from './svg.ts';
import { colour, type } from './theme.ts';

/** The paired differences of a scenario, with means and intervals. */
interface Point {
  who: Who;
  cost: Known;
  waiting: Known;
  posts: ComparisonRow | undefined;
  trust: ComparisonRow | undefined;
}
type Known = ComparisonRow & { meanDifference: number; ciLow: number; ciHigh: number };

const measures = {
  cost: 'cost_municipality',
  waiting: 'unserved_waiting_mean',
  posts: 'post_years_staffed',
  trust: 'cost_health_trust',
} as const;

const plotHeight = 240;
const edge = { left: 48, right: 8, top: 28, bottom: 70 };
const lineHeight = 19;

export function cost(result: Result, options: ChartOptions): Drawing {
  const { lang, width, municipality } = options;
  const { findings } = result;
  const title = say(lang, 'cost_title');
  const who = whoIsWho(result, lang);
  const base = who.find(({ isBase }) => isBase);
  const points = who.flatMap((one) => (one.isBase ? [] : (pointOf(result, one, municipality) ?? [])));
  if (!base || points.length === 0) return emptyDrawing(title, say(lang, 'cost_nothing'), width);

  const plotWidth = Math.min(width, 560);
  const plot = { x0: edge.left, x1: plotWidth - edge.right, y0: edge.top, y1: edge.top + plotHeight };
  const x = scaleLinear(around(points.map(({ cost: it }) => it)), [plot.x0, plot.x1]);
  const y = scaleLinear(around(points.map(({ waiting }) => waiting)), [plot.y1, plot.y0]);
  const sentences = points.map((point) => sentence(result, point, lang));
  const lines = sentences.flatMap((text, at) => [
    ...wrapped(text, width, type.note).map((line) => ({ line, who: points[at].who })),
  ]);
  const textTop = plot.y1 + edge.bottom;
  return {
    title,
    reading: say(lang, 'cost_reading', { years: findings.years, A: base.letter }),
    svg: root(
      width,
      textTop + lines.length * lineHeight + 4,
      1,
      axes({ x, y, plot }, lang),
      el('circle', { cx: x(0), cy: y(0), r: 5, fill: base.style.line, 'data-scenario': base.name }),
      points.map((point) => markOf(point, { x, y, focus: options.focus })),
      lettersOf([
        { who: base, x: x(0), y: y(0) },
        ...points.map((point) => ({
          who: point.who,
          x: x(point.cost.meanDifference),
          y: y(point.waiting.meanDifference),
        })),
      ]),
      lines.map(({ line, who: one }, at) =>
        label(line, { x: 0, y: textTop + 14 + at * lineHeight, 'font-size': type.note, fill: one.style.text }),
      ),
    ),
    width,
    height: textTop + lines.length * lineHeight + 4,
    table: tableOf(points, base, lang, result),
    csv: csvOf(points),
    readout: sentences.join(' '),
  };
}

function pointOf({ findings }: Result, who: Who, municipality: string): Point | null {
  const of = (measure: string) => differenceAt(findings, { scenario: who.name, measure, municipality });
  const [paid, waiting] = [of(measures.cost), of(measures.waiting)];
  if (!isKnown(paid) || !isKnown(waiting)) return null;
  return { who, cost: paid, waiting, posts: of(measures.posts), trust: of(measures.trust) };
}

function isKnown(row: ComparisonRow | undefined): row is Known {
  return row !== undefined && row.meanDifference !== null && row.ciLow !== null && row.ciHigh !== null;
}

/** All intervals and no difference, with at least a quarter of the width on either side of it. */
function around(rows: readonly Known[]): [number, number] {
  const low = Math.min(0, ...rows.map(({ ciLow }) => ciLow));
  const high = Math.max(0, ...rows.map(({ ciHigh }) => ciHigh));
  const span = high - low || 1;
  return [Math.min(low - 0.1 * span, -0.3 * span), Math.max(high + 0.1 * span, 0.3 * span)];
}

type Scale = ReturnType<typeof scaleLinear<number, number>>;
interface Frame {
  x: Scale;
  y: Scale;
  plot: { x0: number; x1: number; y0: number; y1: number };
}

/** No difference in ink, both ways; what a corner means in words outside the plot. */
function axes({ x, y, plot }: Frame, lang: Language): Svg {
  const tertiary = { fill: colour('tertiary') };
  const nok = (value: number) => value / 1e6;
  const xDigits = decimalsOf(x.ticks(4).map(nok));
  const yDigits = decimalsOf(y.ticks(4));
  const corner = (text: string, at: { x: number; y: number }, anchor: 'start' | 'end') =>
    label(text, { ...at, 'text-anchor': anchor, fill: colour('secondary') });
  return [
    el('line', { x1: plot.x0, x2: plot.x1, y1: y(0), y2: y(0), stroke: colour('ink') }),
    el('line', { x1: x(0), x2: x(0), y1: plot.y0, y2: plot.y1, stroke: colour('ink') }),
    x.ticks(4).map((tick) =>
      label(tick === 0 ? '0' : signed(lang, nok(tick), xDigits), {
        x: x(tick),
        y: plot.y1 + 17,
        'text-anchor': 'middle',
        ...tertiary,
      }),
    ),
    y.ticks(4).map((tick) =>
      label(tick === 0 ? '0' : signed(lang, tick, yDigits), {
        x: plot.x0 - 8,
        y: y(tick) + 4.5,
        'text-anchor': 'end',
        ...tertiary,
      }),
    ),
    corner(say(lang, 'cost_cheaper_more'), { x: plot.x0, y: 14 }, 'start'),
    corner(say(lang, 'cost_dearer_more'), { x: plot.x1, y: 14 }, 'end'),
    corner(say(lang, 'cost_cheaper_fewer'), { x: plot.x0, y: plot.y1 + 42 }, 'start'),
    corner(say(lang, 'cost_dearer_fewer'), { x: plot.x1, y: plot.y1 + 42 }, 'end'),
  ];
}

/** Decimals that tell ticks apart. */
function decimalsOf(ticks: readonly number[]): number {
  const step = Math.abs((ticks[1] ?? 1) - (ticks[0] ?? 0));
  return Math.max(0, -Math.floor(Math.log10(step) + 1e-9));
}

function markOf({ who, cost: paid, waiting }: Point, { x, y, focus }: { x: Scale; y: Scale; focus: string }): string {
  const line = { stroke: who.style.line, 'stroke-width': who.name === focus ? 3 : 2 };
  const at = { x: x(paid.meanDifference), y: y(waiting.meanDifference) };
  return el(
    'g',
    { 'data-scenario': who.name, 'data-key': `cost-${who.letter}` },
    el('line', { x1: x(paid.ciLow), x2: x(paid.ciHigh), y1: at.y, y2: at.y, ...line }),
    el('line', { x1: at.x, x2: at.x, y1: y(waiting.ciLow), y2: y(waiting.ciHigh), ...line }),
    el('circle', { cx: at.x, cy: at.y, r: 5, fill: who.style.line, stroke: colour('paper'), 'stroke-width': 1.5 }),
  );
}

/** Each letter beside its dot, in the first corner that no earlier letter has. */
function lettersOf(dots: readonly { who: Who; x: number; y: number }[]): Svg {
  const corners = [
    [13, -8],
    [13, 17],
    [-13, -8],
    [-13, 17],
  ];
  const taken: { x: number; y: number }[] = [];
  return dots.map(({ who, x, y }) => {
    const spots = corners.map(([right, down]) => ({ x: x + right, y: y + down }));
    const isFree = (spot: { x: number; y: number }) =>
      taken.every((other) => Math.abs(other.x - spot.x) > 13 || Math.abs(other.y - spot.y) > 16);
    const spot = spots.find(isFree) ?? spots[0];
    taken.push(spot);
    return label(who.letter, {
      ...spot,
      'text-anchor': 'middle',
      fill: who.style.text,
      'font-weight': 600,
      stroke: colour('paper'),
      'stroke-width': 3,
      'paint-order': 'stroke',
    });
  });
}

/** What can be said beyond doubt (99 %, as all verdicts), with both differences and what other pockets and posts do. */
function sentence({ findings }: Result, point: Point, lang: Language): string {
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

function tableOf(points: readonly Point[], base: Who, lang: Language, { findings }: Result): Drawing['table'] {
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

function csvOf(points: readonly Point[]): Drawing['csv'] {
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
