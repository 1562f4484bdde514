/** The paired difference over time: the same people under both scenarios, future by future. */
import { number, signed } from '../../../scenarios/words/format.ts';
import { capital } from '../../../scenarios/words/voice.ts';
import { word } from '../../../scenarios/words/words.ts';
import type { Result } from '../../result/result.ts';
import { say } from '../../words/words.ts';
import type { Drawing } from '../chart.ts';
import { balanced } from '../measure-text.ts';
import { peopleAxis, personDigits, ticks } from '../people-axis.ts';
import { root } from '../root.ts';
import type { Who } from '../scenarios.ts';
import { el, label, type Svg } from '../svg.ts';
import { colour, type } from '../theme.ts';
import { endLabels } from './end-labels.ts';
import { queueCsv, queueTable, span } from './queue-data.ts';
import { baseLetter, differenceSeries, focused, type QueueSeries, valueOn, yearMean } from './queue-series.ts';
import type { Panel } from './queues.ts';
import { dayInWords, newYearOf, type TimeScale, timeAxis, timeScale, yearAt } from './time-frame.ts';
import { bands, dateDot, dateLine, lineWidth, meanLine, type Part, pixel, pointsOf } from './time-marks.ts';
import { type Asked, asked, type TimeOptions } from './time-options.ts';

/** How much more or fewer wait than under the base, over time. */
export function difference(
  result: Result,
  options: TimeOptions,
  panel: Panel = differencePanel(result, options),
): Drawing {
  const ask = asked(result, options);
  const { lang, queue, municipality, zoom, frame } = ask;
  const series = differenceSeries(result, lang, queue, municipality);
  const { body, height } = panel;
  return {
    title: differenceTitle(result, ask),
    reading: readingOf(result, ask, series),
    svg: root(frame.width, height, zoom, body),
    width: frame.width * zoom,
    height: height * zoom,
    table: queueTable(result, lang, series, true),
    csv: queueCsv(result, series),
    time: timeAxis(timeScale(result, frame), frame),
    readout: readoutOf(result, ask, series),
  };
}

export function differenceTitle(result: Result, ask: Asked): string {
  return say(ask.lang, 'time_difference', { A: baseLetter(result, ask.lang) });
}

function readingOf(result: Result, ask: Asked, series: readonly QueueSeries[]): string {
  const { lang, strength, focus, narrow } = ask;
  if (series.length === 0) return '';
  const A = baseLetter(result, ask.lang);
  const said = [say(lang, 'time_difference_reading', { n: number(lang, ask.runs), A })];
  if (strength > 0) {
    const { letter: B } = focused(series, focus).who;
    said.push(say(lang, narrow ? 'time_reading_bands' : 'time_difference_bands', { B }));
  }
  return said.join(' ');
}

/** What is drawn at the date, every alternative in its order. */
function readoutOf(result: Result, ask: Asked, series: readonly QueueSeries[]): string {
  const { lang, day, queue, strength } = ask;
  if (series.length === 0) return `${say(lang, 'time_difference_none')}.`;
  const date = capital(dayInWords(result, lang, day));
  if (day <= 0) return say(lang, 'time_difference_past', { date });
  const digits = digitsFor(series);
  const items = series.map(({ who, drawn }) => {
    const on = (values: readonly number[]) => valueOn(result, values, day);
    const mean = `${who.letter} ${signed(lang, on(drawn.mean), digits)}`;
    return strength === 0 ? mean : `${mean} (${span(lang, on(drawn.p05), on(drawn.p95), true)})`;
  });
  return say(lang, strength === 0 ? 'time_difference_readout_means' : 'time_difference_readout', {
    date,
    waiting: word(lang, `waiting_${queue}`),
    A: baseLetter(result, ask.lang),
    items: items.join('; '),
  });
}

const digitsFor = (series: readonly QueueSeries[]) =>
  personDigits(Math.max(0, ...series.flatMap(({ band }) => band.mean.map(Math.abs))));

/** The chart itself; what it says stands right of the switch, since before it nothing can differ. */
export function differencePanel(result: Result, options: TimeOptions): Panel {
  const ask = asked(result, options);
  const { lang, queue, municipality, frame, focus, day, narrow, strength } = ask;
  const series = differenceSeries(result, lang, queue, municipality);
  const x = timeScale(result, frame);
  const isBeside = sideRoom(x) >= leastSideRoom;
  const top = isBeside ? 10 : 28;
  const bottom = top + (narrow ? 92 : 112);
  if (series.length === 0) return { body: nothing(say(lang, 'time_difference_none')), height: 28 };
  const chosen = focused(series, focus);
  const [low, high] = extent(series, strength > 0);
  const y = (value: number) => bottom - ((value - low) / (high - low)) * (bottom - top);
  const scales = { x, y };
  const from = Math.max(0, result.days.indexOf(0));
  const part: Part = { days: result.days, from, to: result.days.length - 1 };
  const start = x(Math.max(0, x.day0));
  const axis = peopleAxis(
    ticks(low, high),
    { lang, y, left: start, right: frame.right, numbers: start - 8, size: frame.axisType },
    true,
  );
  const ordered = [...series].sort((a, b) => Number(a === chosen) - Number(b === chosen));
  const at = x(Math.min(x.day1, day));
  const zero = el('path', { d: `M${start},${pixel(y(0))}H${frame.right}`, stroke: colour('ink'), 'stroke-width': 1.2 });
  return {
    body: [
      axis,
      bands(scales, part, chosen.drawn, chosen.who, strength, keyOf(chosen.who)),
      zero,
      ordered.map(({ who, drawn }) =>
        meanLine(pointsOf(scales, part, drawn.mean), who, lineWidth(who, chosen.who.name), keyOf(who)),
      ),
      // before the switch there is no difference, and words stand in its place
      day >= 0 && [
        dateLine(at, isBeside ? 0 : top - 6, bottom + 6),
        ordered.map(({ who, drawn }) =>
          dateDot(at, y(valueOn(result, drawn.mean, day)), who, who === chosen.who, keyOf(who)),
        ),
      ],
      sides(result, ask, x, [top, bottom], [low, high]),
      endLabels(endsOf(result, ask, series, y), frame, 0, bottom + 10, true, chosen.who.name),
    ],
    height: bottom + (isBeside ? 10 : 26),
  };
}

const nothing = (text: string): Svg => label(text, { x: 0, y: 18, 'font-size': type.small, fill: colour('secondary') });

/** In one picture with the queue itself, each element is known by a key of its own. */
const keyOf = ({ name }: Who) => `difference-${name}`;

/** From the lowest to the highest that any alternative reaches, at least one person each way. */
function extent(series: readonly QueueSeries[], hasBands: boolean): [number, number] {
  let low = -1;
  let high = 1;
  for (const { drawn } of series) {
    for (const values of hasBands ? [drawn.p05, drawn.p95, drawn.mean] : [drawn.mean]) {
      for (const value of values) {
        low = Math.min(low, value);
        high = Math.max(high, value);
      }
    }
  }
  return [low, high];
}

/** Room for words left of the axis, which begins at the switch. */
const sideRoom = (x: TimeScale) => x(0) - 52;
const leastSideRoom = 60;

/** Which side is which: left of the ends of the axis, or above and below it where there is no past to stand in. */
function sides(
  result: Result,
  ask: Asked,
  x: TimeScale,
  [top, bottom]: readonly [number, number],
  [low, high]: readonly [number, number],
): Svg {
  const { lang, narrow } = ask;
  const A = baseLetter(result, lang);
  const room = sideRoom(x);
  const isBeside = room >= leastSideRoom;
  const [left, above, below] = isBeside ? [0, top + 9, bottom] : [x(0), top - 10, bottom + 20];
  const write = (text: string, y: number) =>
    (isBeside ? balanced(text, room, type.small) : [text]).map((line, row) =>
      label(line, { x: left, y: y + 16 * row, 'font-size': type.small, fill: colour('secondary') }),
    );
  return [
    high > 0 && write(say(lang, narrow ? 'time_difference_more_short' : 'time_difference_more', { A }), above),
    low < 0 && write(say(lang, narrow ? 'time_difference_fewer_short' : 'time_difference_fewer'), below),
  ];
}

function endsOf(result: Result, ask: Asked, series: readonly QueueSeries[], y: (value: number) => number) {
  const { lang, narrow, strength } = ask;
  const last = result.days.length - 1;
  const year = yearAt(result, Number.POSITIVE_INFINITY);
  const digits = digitsFor(series);
  const A = baseLetter(result, ask.lang);
  return series.map(({ who, drawn, band }) => {
    const of = (values: readonly number[]) =>
      yearMean(result, values, newYearOf(result, year), newYearOf(result, year + 1));
    return {
      who,
      y: y(drawn.mean[last]),
      name: narrow ? who.letter : `${who.letter} − ${A}`,
      value: signed(lang, of(band.mean), digits),
      beside: narrow || strength === 0 ? '' : ` (${span(lang, of(band.p05), of(band.p95), true)})`,
    };
  });
}
