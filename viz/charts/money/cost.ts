/** Cost against queue: how much more a scenario costs the municipality and how many more wait, both against the base. */
import { scaleLinear } from 'd3';
import { signed } from '../../../scenarios/words/format.ts';
import type { Language } from '../../../scenarios/words/words.ts';
import type { Result } from '../../result/result.ts';
import type { SayKey } from '../../words/words.ts';
import { say } from '../../words/words.ts';
import type { ChartOptions, Drawing } from '../chart.ts';
import { emptyDrawing } from '../empty.ts';
import { textWidth, wrapped } from '../measure-text.ts';
import { root } from '../root.ts';
import type { Who } from '../scenarios.ts';
import { whoIsWho } from '../scenarios.ts';
import type { Svg } from '../svg.ts';
import { el, label } from '../svg.ts';
import { colour, type } from '../theme.ts';
import type { Known, Point } from './cost-data.ts';
import { costCsv, costSentence, costTable, pointOf } from './cost-data.ts';

const usualPlot = 240;

export interface CostOptions extends ChartOptions {
  /** Pixels from the highest to the lowest that is drawn. On paper what the dots say stands in the chain beside. */
  plot?: number;
}

const edge = { left: 48, right: 8, top: 28, bottom: 70 };
const corners = {
  top: ['cost_cheaper_more', 'cost_dearer_more'],
  bottom: ['cost_cheaper_fewer', 'cost_dearer_fewer'],
} as const;
const lineHeight = 19;

export function cost(result: Result, options: CostOptions): Drawing {
  const { lang, width, municipality } = options;
  const { findings } = result;
  const title = say(lang, 'cost_title');
  const who = whoIsWho(result, lang);
  const base = who.find(({ isBase }) => isBase);
  const points = who.flatMap((one) => (one.isBase ? [] : (pointOf(result, one, municipality) ?? [])));
  if (!base || points.length === 0) return emptyDrawing(title, say(lang, 'cost_nothing'), width);

  const plotWidth = Math.min(width, 560);
  const plotHeight = options.plot ?? usualPlot;
  const [x0, x1] = [edge.left, plotWidth - edge.right];
  const words = cornersOf(x1 - x0, lang);
  // one more line where the words of two corners have no room beside each other
  const extra = (words.lines - 1) * lineHeight;
  const plot = { x0, x1, y0: edge.top + extra, y1: edge.top + extra + plotHeight };
  const x = scaleLinear(around(points.map(({ cost: it }) => it)), [plot.x0, plot.x1]);
  const y = scaleLinear(around(points.map(({ waiting }) => waiting)), [plot.y1, plot.y0]);
  const yTicks = y.ticks(plotHeight < usualPlot ? Math.max(2, Math.floor(plotHeight / 50)) : 4);
  const sentences = points.map((point) => costSentence(result, point, lang));
  const lines = sentences.flatMap((text, at) =>
    options.paper ? [] : wrapped(text, width, type.note).map((line) => ({ line, who: points[at].who })),
  );
  const textTop = plot.y1 + edge.bottom + extra - (options.paper ? 22 : 0);
  return {
    title,
    reading: say(lang, 'cost_reading', { years: findings.years, A: base.letter }),
    svg: root(
      width,
      textTop + lines.length * lineHeight + 4,
      1,
      axes({ x, y, yTicks, plot }, lang),
      cornerWords(words, plot),
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
    table: costTable(points, base, lang, result),
    csv: costCsv(points),
    readout: sentences.join(' '),
  };
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
  /** As many numbers upward as have room. */
  yTicks: number[];
  plot: { x0: number; x1: number; y0: number; y1: number };
}

/** No difference in ink, both ways. */
function axes({ x, y, yTicks, plot }: Frame, lang: Language): Svg {
  const tertiary = { fill: colour('tertiary') };
  const nok = (value: number) => value / 1e6;
  const xDigits = decimalsOf(x.ticks(4).map(nok));
  const yDigits = decimalsOf(yTicks);
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
    yTicks.map((tick) =>
      label(tick === 0 ? '0' : signed(lang, tick, yDigits), {
        x: plot.x0 - 8,
        y: y(tick) + 4.5,
        'text-anchor': 'end',
        ...tertiary,
      }),
    ),
  ];
}

interface Corners {
  lines: number;
  top: string[][];
  bottom: string[][];
}

/** What the corners mean: two texts above and two below, in two lines each where one is too long. */
function cornersOf(width: number, lang: Language): Corners {
  const texts = (keys: readonly [SayKey, SayKey]) => keys.map((key) => say(lang, key));
  const [top, bottom] = [texts(corners.top), texts(corners.bottom)];
  const hasRoom = [top, bottom].every(
    (pair) => pair.reduce((sum, one) => sum + textWidth(one, type.small), 0) + 16 <= width,
  );
  const broken = (text: string) => (hasRoom ? [text] : text.split(/(?<=,) /));
  return { lines: hasRoom ? 1 : 2, top: top.map(broken), bottom: bottom.map(broken) };
}

function cornerWords({ top, bottom }: Corners, plot: Frame['plot']): Svg {
  const texts = (pair: string[][], y: number) =>
    pair.map((lines, side) =>
      lines.map((line, at) =>
        label(line, {
          x: side === 0 ? plot.x0 : plot.x1,
          y: y + at * lineHeight,
          'text-anchor': side === 0 ? 'start' : 'end',
          fill: colour('secondary'),
        }),
      ),
    );
  return [texts(top, 14), texts(bottom, plot.y1 + 42)];
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
