/** 20 futures of one paired difference: count the dots on either side of no difference. */
import { extent, scaleLinear } from 'd3';
import type { Measure } from '../../../scenarios/experiment/catalogue.ts';
import type { ComparisonRow } from '../../../scenarios/experiment/findings.ts';
import { dotCount } from '../../../scenarios/experiment/statistics/dots.ts';
import { withInterval } from '../../../scenarios/words/breakeven.ts';
import { signed } from '../../../scenarios/words/format.ts';
import { verdictSentence } from '../../../scenarios/words/verdict.ts';
import {
  capital,
  comparison,
  digitsOf,
  direction,
  halfWidth,
  measureOf,
  unitWord,
} from '../../../scenarios/words/voice.ts';
import type { Language } from '../../../scenarios/words/words.ts';
import { word } from '../../../scenarios/words/words.ts';
import type { Result } from '../../result/result.ts';
import { say } from '../../words/words.ts';
import type { ChartOptions, Drawing } from '../chart.ts';
import { emptyDrawing } from '../empty.ts';
import { textWidth } from '../measure-text.ts';
import { root } from '../root.ts';
import { whoIsWho } from '../scenarios.ts';
import { el, label } from '../svg.ts';
import { colour, type } from '../theme.ts';

export interface DotsOptions extends ChartOptions {
  /** The alternative that is compared with the base. */
  scenario: string;
  /** A measure of the catalogue. */
  measure: string;
}

/** A dot in the picture: pixels right of no difference and up from the axis. */
export interface PlacedDot {
  x: number;
  y: number;
  /** On the side of the mean; of those at 0, half. As many are filled as the verdict counts. */
  isFilled: boolean;
}

const height = 138;
const axisY = 108;
/** Above it the line of no difference is still seen. */
const tallest = axisY - 8;
/** Radii that are tried, from the largest: the first whose tallest stack has room is taken. */
const radii = [6, 5.5, 5, 4.5, 4, 3.5, 3, 2.5, 2];

export function dots(result: Result, options: DotsOptions): Drawing {
  const { findings } = result;
  const { lang, width } = options;
  const measure = measureOf(findings, options.measure);
  const row = measure && comparison(findings, options.scenario, measure);
  const who = whoIsWho(result, lang);
  const own = who.find(({ name }) => name === options.scenario);
  const base = who.find(({ isBase }) => isBase);
  const title = measure && own && base ? `${measure.label[lang]}, ${against(lang, own.letter, base.letter)}` : '';
  if (!measure || !row || !own || !base) return emptyDrawing(title, say(lang, 'dots_nothing'), width);
  const readout = readoutOf(result, { measure, row, B: own.letter, A: base.letter }, lang);
  if (row.n < dotCount) return emptyDrawing(title, word(lang, 'few_runs_for_dots', { n: row.n }), width);
  const { dots20 } = row;
  if (dots20?.length !== dotCount || row.k === null) return emptyDrawing(title, readout, width);

  const shown = shownValues(dots20, measure);
  const axis = axisOf(shown, width, lang);
  const { radius, placed } = place(shown, { k: row.k, mean: row.meanDifference ?? 0, pixels: axis.pixels });
  const { zero } = axis;
  const atZero = Math.max(0, ...placed.filter(({ x }) => x === 0).map(({ y }) => y + radius + 1));
  return {
    title,
    reading: say(lang, 'dots_reading', {
      unit: measure.unit === 'share' ? say(lang, 'percentage_points') : unitWord(lang, measure),
      more: direction(lang, measure, 1),
      less: direction(lang, measure, -1),
      A: base.letter,
    }),
    svg: root(
      width,
      height,
      1,
      el('line', { x1: 0, x2: width, y1: axisY, y2: axisY, stroke: colour('hairline') }),
      axis.ticks.map(({ x, text }) =>
        label(text, { x, y: height - 8, 'text-anchor': 'middle', fill: colour('tertiary') }),
      ),
      placed.map(({ x, y, isFilled }, at) =>
        el('circle', {
          'data-key': `dot-${at}`,
          cx: zero + x,
          cy: axisY - y,
          r: isFilled ? radius : radius - 0.7,
          fill: isFilled ? own.style.line : colour('paper'),
          stroke: isFilled ? undefined : own.style.line,
          'stroke-width': isFilled ? undefined : 1.4,
        }),
      ),
      // it stands on the dots that are exactly at 0
      el('line', { x1: zero, x2: zero, y1: 0, y2: axisY - atZero, stroke: colour('ink'), 'stroke-width': 1.5 }),
    ),
    width,
    height,
    table: tableOf(dots20, row, measure, lang),
    csv: [
      ['base', 'scenario', 'period', 'municipality', 'measure', 'dot', 'difference', 'unit'],
      ...dots20.map((value, at) => [
        row.base,
        row.scenario,
        row.period,
        row.municipality,
        row.measure,
        at + 1,
        value,
        row.unit,
      ]),
    ],
    readout,
  };
}

/** The verdict; of a measure that gets none, the difference and how many futures lie on its side. */
function readoutOf(
  { findings }: Result,
  { measure, row, A, B }: { measure: Measure; row: ComparisonRow; A: string; B: string },
  lang: Language,
): string {
  const scenario = findings.scenarios.find(({ name }) => name === row.scenario);
  if (scenario && row.verdict !== null) return verdictSentence(findings, { scenario, measure, row }, lang);
  const Measure = capital(measure.label[lang]);
  if (row.dots20?.every((dot) => dot === 0)) return word(lang, 'verdict_same', { Measure, A, B });
  const d = withInterval(row.meanDifference, row.ciLow, row.ciHigh, measure, lang);
  if (d === null || row.k === null) return word(lang, 'verdict_undefined', { Measure, A, B });
  const less = direction(lang, measure, Math.sign(row.meanDifference ?? 0) || 1);
  return say(lang, 'dots_difference', { Measure, A, B, d, k: row.k, less });
}

export function against(lang: Language, letter: string, base: string): string {
  return say(lang, 'against', { B: letter, A: base });
}

/** Percent of a share, millions of NOK. */
function shownValues(values: readonly number[], { unit }: Measure): number[] {
  const factor = unit === 'share' ? 100 : unit === 'NOK' ? 1e-6 : 1;
  return values.map((value) => value * factor);
}

/** A scale of differences with 0 on it and room for a dot at either end. */
function axisOf(values: readonly number[], width: number, lang: Language) {
  const [low = 0, high = 0] = extent([...values, 0]);
  // one stack at 0 and nothing else: no scale can be read off it, so only the 0 is labelled
  const span = high - low || 2;
  const scale = scaleLinear(
    [low - span * 0.04 - (high === low ? 1 : 0), high + span * 0.04 + (high === low ? 1 : 0)],
    [8, width - 8],
  );
  const texts = (count: number) => scale.ticks(count).map((tick) => ({ x: scale(tick), tick }));
  const isRoomFor = (ticks: { x: number; text: string }[]) =>
    ticks.every(
      ({ x, text }, at) =>
        at === 0 ||
        x - ticks[at - 1].x >= (textWidth(text, type.small) + textWidth(ticks[at - 1].text, type.small)) / 2 + 14,
    );
  const labelled = (count: number) => {
    const ticks = high === low ? [{ x: scale(0), tick: 0 }] : texts(count);
    const step = ticks.length > 1 ? Math.abs(ticks[1].tick - ticks[0].tick) : 1;
    const digits = Math.max(0, -Math.floor(Math.log10(step) + 1e-9));
    return ticks
      .map(({ x, tick }) => ({ x, text: tick === 0 ? '0' : signed(lang, tick, digits) }))
      .filter(
        ({ x, text }) => x - textWidth(text, type.small) / 2 >= 0 && x + textWidth(text, type.small) / 2 <= width,
      );
  };
  const ticks = [5, 4, 3, 2].map(labelled).find(isRoomFor) ?? labelled(1);
  return { zero: scale(0), pixels: (value: number) => scale(value) - scale(0), ticks };
}

interface Placing {
  /** Of 20, on the side of the mean. */
  k: number;
  mean: number;
  /** Pixels from no difference. */
  pixels: (value: number) => number;
}

/**
 * Stacks dots in columns as wide as a dot, without any dot across the line of no difference: those at 0 have a column of
 * their own, around it.
 */
export function place(
  values: readonly number[],
  { k, mean, pixels }: Placing,
): { radius: number; placed: PlacedDot[] } {
  const filled = filledOf(values, k, mean);
  for (const radius of radii) {
    const placed = stacked(values, filled, radius * 2 + 1, pixels);
    if (radius === radii[radii.length - 1] || Math.max(...placed.map(({ y }) => y)) <= tallest - radius) {
      return { radius, placed };
    }
  }
  throw new Error('there is a last radius');
}

function stacked(
  values: readonly number[],
  filled: readonly boolean[],
  pitch: number,
  pixels: (value: number) => number,
): PlacedDot[] {
  const hasZero = values.some((value) => value === 0);
  const start = hasZero ? pitch / 2 : 0.75;
  const heights = new Map<number, number>();
  return values.map((value, at) => {
    const far = Math.abs(pixels(value));
    const column = value === 0 ? 0 : Math.sign(value) * (1 + Math.floor(Math.max(0, far - start) / pitch));
    const below = heights.get(column) ?? 0;
    heights.set(column, below + 1);
    const x = column === 0 ? 0 : Math.sign(column) * (start + (Math.abs(column) - 0.5) * pitch);
    return { x, y: (below + 0.5) * pitch, isFilled: filled[at] };
  });
}

/** The first k dots of the side of the mean, and of those at 0, are filled. */
function filledOf(values: readonly number[], k: number, mean: number): boolean[] {
  const above = values.filter((value) => value > 0).length;
  const below = values.filter((value) => value < 0).length;
  const side = mean > 0 || (mean === 0 && above >= below) ? 1 : -1;
  let atZero = k - (side > 0 ? above : below);
  return values.map((value) => (value === 0 ? atZero-- > 0 : Math.sign(value) === side));
}

function tableOf(values: readonly number[], row: ComparisonRow, measure: Measure, lang: Language) {
  const digits = digitsOf(measure, halfWidth(row.ciLow, row.ciHigh));
  return {
    head: [say(lang, 'dots_future'), `${say(lang, 'difference')}, ${unitWord(lang, measure)}`],
    rows: shownValues(values, measure).map((value, at) => [String(at + 1), signed(lang, value, digits)]),
  };
}
