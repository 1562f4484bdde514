/** How unequal municipalities are, year by year. */
import { max, scaleLinear } from 'd3';
import { number } from '../../../scenarios/words/format.ts';
import type { Result } from '../../result/result.ts';
import { say } from '../../words/words.ts';
import type { ChartOptions } from '../chart.ts';
import { apart, wrapped } from '../measure-text.ts';
import type { Who } from '../scenarios.ts';
import type { Svg } from '../svg.ts';
import { el, label, pathOf } from '../svg.ts';
import { colour, stroke, type } from '../theme.ts';
import type { Town } from './town-waits.ts';
import { periodsOf, spreadOf } from './town-waits.ts';

const spreadHeight = 130;

/** Longest ÷ shortest by calendar year, a line a scenario, from 1 (all alike) on. */
export function spreadChart(
  result: Result,
  towns: readonly Town[],
  { who, y, options }: { who: readonly Who[]; y: number; options: ChartOptions },
): { parts: Svg[]; bottom: number } {
  const { lang, width, focus } = options;
  const years = periodsOf(result).slice(1);
  const lines = who.map((one) => ({
    who: one,
    ratios: years.map((year) => spreadOf(result, one.name, towns, year)?.ratio ?? Number.NaN),
  }));
  const known = lines.flatMap(({ ratios }) => ratios).filter(Number.isFinite);
  const head = label(say(lang, 'fairness_spread'), { x: 0, y: y + 15, 'font-size': type.note, 'font-weight': 600 });
  if (known.length < who.length * years.length) {
    const words = wrapped(say(lang, 'fairness_spread_none'), width, type.small);
    const note = words.map((line, at) => label(line, { x: 0, y: y + 38 + at * 19, fill: colour('tertiary') }));
    return { parts: [head, note], bottom: y + 34 + words.length * 19 };
  }
  const [top, bottom] = [y + 34, y + 34 + spreadHeight];
  const x = scaleLinear([0, Math.max(1, years.length - 1)], [34, width - 52]);
  const heightOf = scaleLinear([1, Math.max(2, Math.ceil(max(known) as number))], [bottom, top]);
  const ends = apart(
    lines.map(({ ratios }) => heightOf(ratios[ratios.length - 1])),
    17,
    top,
    bottom,
  );
  const drawn = [...lines.keys()].sort(
    (a, b) => Number(lines[a].who.name === focus) - Number(lines[b].who.name === focus),
  );
  // 1 is all alike; above it whole numbers that have room
  const ticks = [
    1,
    ...heightOf.ticks(3).filter((tick) => Number.isInteger(tick) && heightOf(1) - heightOf(tick) >= 18),
  ];
  return {
    bottom: bottom + 24,
    parts: [
      head,
      ticks.map((tick) => [
        el('line', { x1: 34, x2: width - 52, y1: heightOf(tick), y2: heightOf(tick), stroke: colour('hairline') }),
        label(number(lang, tick), {
          x: 26,
          y: heightOf(tick) + 4.5,
          'text-anchor': 'end',
          fill: colour('tertiary'),
        }),
      ]),
      [0, years.length - 1].map((at) =>
        label(years[at], { x: x(at), y: bottom + 19, 'text-anchor': 'middle', fill: colour('tertiary') }),
      ),
      drawn.map((index) => {
        const { who: one, ratios } = lines[index];
        const d = pathOf(ratios.map((ratio, at) => [x(at), heightOf(ratio)]));
        const weight = one.name === focus ? stroke.focus : stroke.line;
        return el(
          'g',
          { 'data-scenario': one.name, fill: 'none', 'stroke-linejoin': 'round' },
          el('path', { d, stroke: colour('paper'), 'stroke-width': weight + 2 }),
          el('path', {
            d,
            stroke: one.style.line,
            'stroke-width': weight,
            'stroke-dasharray': one.style.dash,
            'stroke-linecap': one.style.cap,
          }),
        );
      }),
      lines.map(({ who: one, ratios }, at) => [
        label(one.letter, { x: width - 42, y: ends[at] + 4.5, fill: one.style.text, 'font-weight': 600 }),
        label(number(lang, ratios[ratios.length - 1], 1), { x: width, y: ends[at] + 4.5, 'text-anchor': 'end' }),
      ]),
    ],
  };
}
