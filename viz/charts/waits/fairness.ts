/** The municipalities of a place side by side: how long each waits for follow-up, and how unequal that is year by year. */
import { max, scaleLinear } from 'd3';
import { number } from '../../../scenarios/words/format.ts';
import type { Result } from '../../result/result.ts';
import { say } from '../../words/words.ts';
import type { ChartOptions, Drawing } from '../chart.ts';
import { emptyDrawing } from '../empty.ts';
import { root } from '../root.ts';
import type { Who } from '../scenarios.ts';
import { whoIsWho } from '../scenarios.ts';
import type { Svg } from '../svg.ts';
import { el, label } from '../svg.ts';
import { colour } from '../theme.ts';
import { spreadChart } from './spread.ts';
import type { Town } from './town-waits.ts';
import { fullName, periodsOf, spreadOf, townsOf, waitOf } from './town-waits.ts';

/** A row and the name of a kind, on the screen and on paper. */
const heights = { screen: { row: 24, head: 26 }, paper: { row: 18, head: 25 } } as const;
/** On paper what is unequal stands beside the list. */
const listShare = 0.56;
const gutter = 34;

export function fairness(result: Result, options: ChartOptions): Drawing {
  const { findings } = result;
  const { lang, width, focus } = options;
  const title = say(lang, 'fairness_title');
  const towns = townsOf(result, lang);
  if (towns.length < 2) return emptyDrawing(title, say(lang, 'fairness_one'), width);
  const who = whoIsWho(result, lang);
  const base = who.find(({ isBase }) => isBase) ?? who[0];
  const other = who.find(({ name }) => name === focus && name !== base.name) ?? who.find((one) => one !== base);
  const pair = other ? [base, other] : [base];

  const listWidth = options.paper ? Math.round(width * listShare) : width;
  const spreadWidth = options.paper ? width - listWidth - gutter : width;
  const list = listOf(result, towns, { pair, options: { ...options, width: listWidth } });
  const spread = spreadChart(result, towns, {
    who,
    y: options.paper ? 0 : list.height + 28,
    options: { ...options, width: spreadWidth },
  });
  const height = Math.max(list.height, spread.bottom);
  const holes = { years: findings.years, n: number(lang, findings.replications) };
  return {
    title,
    reading: other
      ? say(lang, 'fairness_reading', { ...holes, A: base.letter, B: other.letter })
      : say(lang, 'fairness_reading_one', holes),
    svg: root(
      width,
      height,
      1,
      list.parts,
      options.paper ? el('g', { transform: `translate(${width - spreadWidth},0)` }, spread.parts) : spread.parts,
    ),
    width,
    height,
    table: {
      head: [say(lang, 'fairness_municipality'), ...who.map(({ letter }) => letter)],
      rows: towns.map((town) => [
        fullName(town),
        ...who.map(({ name }) => number(lang, waitOf(result, name, town.number), 1)),
      ]),
    },
    csv: [
      ['scenario', 'municipality', 'period', 'wait_follow_up_mean'],
      ...who.flatMap(({ name }) =>
        periodsOf(result).flatMap((period) =>
          towns.map((town) => [name, town.number, period, waitOf(result, name, town.number, period)]),
        ),
      ),
    ],
    readout: who.map((one) => readoutOf(result, one, towns, options)).join(' '),
  };
}

/** A row a municipality, under the name of its kind: from the base's wait to the other's. */
function listOf(
  result: Result,
  towns: readonly Town[],
  { pair, options }: { pair: readonly Who[]; options: ChartOptions },
): { parts: Svg[]; height: number } {
  const { lang, width, narrow } = options;
  const { row, head } = options.paper ? heights.paper : heights.screen;
  const labelWidth = 64;
  const figure = 44;
  const x1 = width - pair.length * figure - 4;
  const most = max(towns, ({ number: town }) => max(pair, ({ name }) => waitOf(result, name, town) ?? 0)) || 1;
  const scale = scaleLinear([0, most], [labelWidth, x1]).nice(4);
  const ticks = scale.ticks(narrow ? 3 : 4);
  const parts: Svg[] = [];
  let y = 20;
  let kind: string | null = null;
  const gridFrom: number[] = [];
  const gridTo: number[] = [];
  for (const town of towns) {
    if (town.kind !== kind && town.kindLabel !== '') {
      if (kind !== null) gridTo.push(y);
      parts.push(label(town.kindLabel, { x: 0, y: y + head - 9, 'font-weight': 600 }));
      y += head;
      gridFrom.push(y);
    } else if (kind === null) gridFrom.push(y);
    kind = town.kind;
    parts.push(rowOf(result, town, { pair, y, height: row, scale, options }));
    y += row;
  }
  gridTo.push(y);
  const figures = pair.map((one, at) =>
    label(one.letter, {
      x: width - (pair.length - 1 - at) * figure,
      y: 13,
      'text-anchor': 'end',
      fill: one.style.text,
      'font-weight': 600,
    }),
  );
  const grid = ticks.map((tick, at) => [
    gridFrom.map((y1, i) =>
      el('line', { x1: scale(tick), x2: scale(tick), y1, y2: gridTo[i], stroke: colour('hairline') }),
    ),
    label(at === ticks.length - 1 ? say(lang, 'waits_days', { n: number(lang, tick) }) : number(lang, tick), {
      x: scale(tick),
      y: y + 17,
      'text-anchor': 'middle',
      fill: colour('tertiary'),
    }),
  ]);
  return { parts: [grid, figures, parts], height: y + 20 };
}

interface Row {
  pair: readonly Who[];
  y: number;
  height: number;
  scale: (days: number) => number;
  options: ChartOptions;
}

function rowOf(result: Result, town: Town, { pair, y, height, scale, options }: Row): string {
  const { lang, width } = options;
  const middle = y + height / 2;
  const days = pair.map(({ name }) => waitOf(result, name, town.number));
  const known = days.filter((one): one is number => one !== null);
  const isFocus = town.number === options.municipality;
  return el(
    'g',
    { 'data-municipality': town.number, 'data-key': `town-${town.number}` },
    label(town.label, { x: 0, y: middle + 4.5, 'font-weight': isFocus ? 700 : 400 }),
    known.length === 2 &&
      el('line', {
        x1: scale(known[0]),
        x2: scale(known[1]),
        y1: middle,
        y2: middle,
        stroke: pair[1].style.line,
        'stroke-width': 3,
        'stroke-opacity': 0.4,
      }),
    pair.map(({ style }, at) => {
      const value = days[at];
      return value === null
        ? undefined
        : el('circle', {
            cx: scale(value),
            cy: middle,
            r: 5,
            fill: style.line,
            stroke: colour('paper'),
            'stroke-width': 1.5,
          });
    }),
    days.map((value, at) =>
      label(number(lang, value, 1), { x: width - (pair.length - 1 - at) * 44, y: middle + 4.5, 'text-anchor': 'end' }),
    ),
  );
}

function readoutOf(result: Result, { letter, name }: Who, towns: readonly Town[], { lang }: ChartOptions): string {
  const spread = spreadOf(result, name, towns);
  if (!spread) return '';
  const { longest, shortest, ratio } = spread;
  const holes = {
    letter,
    long: number(lang, longest.days, 1),
    longest: fullName(longest.town),
    shortest: fullName(shortest.town),
  };
  if (ratio === null) return say(lang, 'fairness_readout_zero', holes);
  return say(lang, 'fairness_readout', {
    ...holes,
    short: number(lang, shortest.days, 1),
    ratio: number(lang, ratio, 1),
  });
}
