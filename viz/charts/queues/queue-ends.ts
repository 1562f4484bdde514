/** What a queue's lines end in: labels beside them, and on a phone a list under the picture. */
import { number } from '../../../scenarios/words/format.ts';
import type { Result } from '../../result/result.ts';
import { say } from '../../words/words.ts';
import { textWidth } from '../measure-text.ts';
import { personDigits } from '../people-axis.ts';
import { el, label, type Svg } from '../svg.ts';
import { colour, type } from '../theme.ts';
import { type EndLabel, target } from './end-labels.ts';
import { type QueueSeries, yearMean } from './queue-series.ts';
import { newYearOf, yearAt } from './time-frame.ts';
import { pixel } from './time-marks.ts';
import type { Asked } from './time-options.ts';

/** The year that the labels at the lines' ends speak of: the last one. */
function lastYear(result: Result): { year: number; from: number; to: number } {
  const year = yearAt(result, Number.POSITIVE_INFINITY);
  return { year, from: newYearOf(result, year), to: newYearOf(result, year + 1) };
}

/** What stands at the lines' ends: mean and span of the last year's months. */
export function endsOf(
  result: Result,
  ask: Asked,
  series: readonly QueueSeries[],
  y: (value: number) => number,
): EndLabel[] {
  const { lang, narrow } = ask;
  const last = result.days.length - 1;
  const { year } = lastYear(result);
  return series.map(({ who, drawn, band }) => {
    const { value, span } = inLastYear(result, ask, band, series);
    const beside = narrow ? '' : `${span}${say(lang, 'time_in_year', { year })}`;
    const name = narrow ? who.letter : `${who.letter} ${who.label}`;
    return { who, y: y(drawn.mean[last]), name, value, beside };
  });
}

/** Mean and span of the last year's months, in words; without a span where too few futures are known. */
function inLastYear(
  result: Result,
  { lang, strength }: Asked,
  { mean, p05, p95 }: QueueSeries['band'],
  series: readonly QueueSeries[],
): { value: string; span: string } {
  const { from, to } = lastYear(result);
  const of = (values: readonly number[]) => yearMean(result, values, from, to);
  const digits = personDigits(Math.max(...series.map(({ band }) => of(band.mean))));
  const span = strength === 0 ? '' : ` (${number(lang, of(p05))}–${number(lang, of(p95))})`;
  return { value: number(lang, of(mean), digits), span };
}

/** From one name under the picture to the next: each is a target of a finger. */
const legendStep = 28;
const secondLine = 18;
const nameAt = 40;

/** On a phone the names stand under the picture, each with a sample of its line; figures that have no room beside them, under them. */
export function legendRows(
  result: Result,
  ask: Asked,
  series: readonly QueueSeries[],
  first: number,
): { svg: Svg; height: number } {
  const { frame, focus } = ask;
  let y = first;
  const svg = series.map(({ who, band }) => {
    const { value, span } = inLastYear(result, ask, band, series);
    const figures = `${value}${span}`;
    const name = `${who.letter}  ${who.label}`;
    const weight = who.name === focus ? 700 : 600;
    const room = frame.width - nameAt - 12 - textWidth(figures, type.small);
    const isBeside = textWidth(name, type.small, 700) <= room;
    const top = y;
    y += isBeside ? legendStep : legendStep + secondLine;
    const place = isBeside ? { x: frame.width, y: top, 'text-anchor': 'end' } : { x: nameAt, y: top + secondLine };
    return el(
      'g',
      { 'data-scenario': who.name },
      target({ x: 0, y: top - 18, width: frame.width, height: y - top }),
      el('path', {
        d: `M2,${pixel(top - 5)}H30`,
        stroke: who.style.line,
        'stroke-width': 2.2,
        'stroke-dasharray': who.style.dash,
        'stroke-linecap': who.style.cap,
      }),
      label(name, { x: nameAt, y: top, fill: who.style.text, 'font-weight': weight, 'xml:space': 'preserve' }),
      label(figures, { ...place, fill: colour('secondary') }),
    );
  });
  return { svg, height: y - first };
}
