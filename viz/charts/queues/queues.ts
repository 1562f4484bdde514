/** Queues over time: one past, the switch, and after it the futures of every scenario; bands of the one in focus. */
import { number } from '../../../scenarios/words/format.ts';
import { capital } from '../../../scenarios/words/voice.ts';
import type { Language } from '../../../scenarios/words/words.ts';
import { word } from '../../../scenarios/words/words.ts';
import type { Result } from '../../result/result.ts';
import { say } from '../../words/words.ts';
import type { Drawing } from '../chart.ts';
import { peopleAxis, ticks } from '../people-axis.ts';
import { root } from '../root.ts';
import type { Who } from '../scenarios.ts';
import { el, label, pathOf, type Svg } from '../svg.ts';
import { colour, type } from '../theme.ts';
import { endLabels } from './end-labels.ts';
import { halfYearMeans } from './half-year.ts';
import { queueCsv, queueReadout, queueTable } from './queue-data.ts';
import { endsOf, legendRows } from './queue-ends.ts';
import { queueHeader, thinLines } from './queue-header.ts';
import {
  focused,
  isEmpty,
  type Queue,
  type QueueSeries,
  queueSeries,
  sharesPast,
  singleLines,
  valueOn,
} from './queue-series.ts';
import { dayInWords, timeAxis, timeScale, yearLabels } from './time-frame.ts';
import {
  bands,
  dateDot,
  dateLine,
  datePill,
  lineWidth,
  meanLine,
  type Part,
  pastOf,
  pointsOf,
  type Scales,
} from './time-marks.ts';
import { type Asked, asked, type TimeOptions } from './time-options.ts';

/** A drawing without its outermost element, so that several can stand in one picture. */
export interface Panel {
  body: Svg;
  height: number;
}

/** What people who wait for this are called: `People waiting for follow-up`. */
export function queueTitle(lang: Language, queue: Queue): string {
  return say(lang, 'time_people', { waiting: word(lang, `waiting_${queue}`) });
}

/** Where the axis of persons ends: above every band of every scenario, so that focus never moves it; at least 1. */
export function yMaxOf(result: Result, options: TimeOptions): number {
  const { lang, municipality, queue, singles } = asked(result, options);
  const series = queueSeries(result, lang, queue, municipality);
  let most = 1;
  for (const { who, drawn } of series) {
    for (const values of [drawn.mean, drawn.p95]) for (const value of values) most = Math.max(most, value);
    if (!singles) continue;
    for (const line of singleLines(result, who.name, municipality, queue)) {
      for (const value of line) most = Math.max(most, value);
    }
  }
  return most;
}

/** People in one queue over time. */
export function queues(result: Result, options: TimeOptions, panel: Panel = queuesPanel(result, options)): Drawing {
  const ask = asked(result, options);
  const { lang, queue, municipality, zoom, frame } = ask;
  const series = queueSeries(result, lang, queue, municipality);
  const { body, height } = panel;
  return {
    title: queueTitle(lang, queue),
    reading: readingOf(result, ask, series),
    svg: root(frame.width, height, zoom, body),
    width: frame.width * zoom,
    height: height * zoom,
    table: queueTable(result, lang, series),
    csv: queueCsv(result, series),
    time: timeAxis(timeScale(result, frame), frame),
    readout: queueReadout(result, ask, series),
  };
}

function readingOf(result: Result, ask: Asked, series: readonly QueueSeries[]): string {
  const { lang, runs, strength, focus, singles, municipality, queue, narrow } = ask;
  if (series.length === 0 || isEmpty(series)) return '';
  const { who } = focused(series, focus);
  const n = number(lang, runs);
  const parts = [say(lang, 'time_reading', { n })];
  if (narrow && strength > 0) parts.push(say(lang, 'time_reading_bands', { B: who.letter }));
  const thin = thinLines(result, ask, series);
  if (thin?.fits === false) parts.push(`${capital(thin.text)}.`);
  if (singles) {
    const lines = singleLines(result, who.name, municipality, queue);
    parts.push(say(lang, 'time_reading_singles', { n: number(lang, lines.length), B: who.letter }));
  }
  return parts.join(' ');
}

/** How high the picture of the queue is where nothing else is asked, in pixels. */
export const plotHeight = (narrow: boolean): number => (narrow ? 190 : 226);

/** The chart itself, from the top of its axis title to its years. */
export function queuesPanel(result: Result, options: TimeOptions): Panel {
  const ask = asked(result, options);
  const { lang, queue, municipality, frame, focus, day, narrow } = ask;
  const series = queueSeries(result, lang, queue, municipality);
  const x = timeScale(result, frame);
  const top = narrow ? 92 : 98;
  const bottom = top + (ask.plot ?? plotHeight(narrow));
  const yMax = ask.yMax ?? yMaxOf(result, options);
  const y = (value: number) => bottom - (value / yMax) * (bottom - top);
  const scales = { x, y };
  const grid = peopleAxis(ticks(0, yMax), {
    lang,
    y,
    left: frame.left,
    right: frame.right,
    numbers: frame.left - 7,
    size: frame.axisType,
  });
  const head = queueHeader(result, ask, series, scales);
  const years = yearLabels(result, frame, x, bottom + 18);
  const at = x(Math.max(x.day0, Math.min(x.day1, day)));
  const date = [dateLine(at, top - 12, bottom), datePill(dayInWords(result, lang, day), at, top - 33, frame)];
  if (series.length === 0 || isEmpty(series)) {
    const nobody = nobodyWaits(ask, series, scales, bottom);
    return { body: [head.ground, grid, nobody, head.rule, date, head.text, years], height: bottom + 24 };
  }
  const ends = endLabels(endsOf(result, ask, series, y), frame, top - 30, bottom + 8, narrow, focus);
  const legend = narrow ? legendRows(result, ask, series, bottom + 46) : null;
  const height = bottom + (legend ? 32 + legend.height : 24);
  return {
    body: [
      head.ground,
      grid,
      picture(result, ask, series, scales),
      head.rule,
      head.leaders,
      date,
      dots(result, ask, series, scales, at),
      head.text,
      ends,
      years,
      legend?.svg,
    ],
    height,
  };
}

/** The line at nothing and the words for it; words alone where the result does not have the queue. */
function nobodyWaits(
  { lang, focus, frame }: Asked,
  series: readonly QueueSeries[],
  { x, y }: Scales,
  bottom: number,
): Svg {
  const text = say(lang, series.length === 0 ? 'time_missing' : 'time_empty');
  const note = { x: x(0) + 12, y: bottom - 14, 'font-size': type.body, fill: colour('secondary') };
  if (series.length === 0) return label(text, note);
  const { who } = focused(series, focus);
  const line: [number, number][] = [
    [frame.left, y(0)],
    [frame.right, y(0)],
  ];
  return [meanLine(line, who, lineWidth(who, focus), who.name), label(text, note)];
}

/** Bands, edges, threads and lines, what matters most last. */
function picture(result: Result, ask: Asked, series: readonly QueueSeries[], scales: Scales): Svg {
  const { focus, strength } = ask;
  const { days } = result;
  const atSwitch = Math.max(0, days.indexOf(0));
  const isShared = sharesPast(result, series);
  const after: Part = { days, from: isShared ? atSwitch : 0, to: days.length - 1 };
  const before: Part = { days, from: 0, to: atSwitch };
  const chosen = focused(series, focus);
  const base = series.find(({ who }) => who.isBase);
  const inOrder = [...series].sort((a, b) => rank(a, chosen) - rank(b, chosen));
  return [
    isShared && bands(scales, before, series[0].drawn, pastOf(series[0].who), strength, 'past'),
    bands(scales, after, chosen.drawn, chosen.who, strength),
    base && base !== chosen && strength > 0 && edges(scales, after, base),
    ask.singles === true && threads(result, ask, chosen.who, scales, after),
    ask.ghost && ghostLine(ask.ghost, scales),
    isShared && meanLine(pointsOf(scales, before, series[0].drawn.mean), pastOf(series[0].who), 2.2, 'past'),
    inOrder.map(({ who, drawn }) =>
      meanLine(pointsOf(scales, after, drawn.mean), who, lineWidth(who, chosen.who.name), who.name),
    ),
  ];
}

const rank = (it: QueueSeries, chosen: QueueSeries) => (it === chosen ? 2 : it.who.isBase ? 1 : 0);

/** What 9 of 10 futures of the reference keep within, without a fill. */
function edges(scales: Scales, part: Part, { who, drawn }: QueueSeries): Svg {
  return [drawn.p05, drawn.p95].map((values, i) =>
    el('path', {
      d: pathOf(pointsOf(scales, part, values)),
      fill: 'none',
      stroke: colour('tertiary'),
      'stroke-width': 1,
      'data-scenario': who.name,
      'data-key': `${i === 0 ? 'low' : 'high'}-${who.name}`,
    }),
  );
}

function threads(result: Result, ask: Asked, who: Who, scales: Scales, part: Part): Svg {
  return singleLines(result, who.name, ask.municipality, ask.queue).map((values) =>
    el('path', {
      d: pathOf(pointsOf(scales, part, values)),
      fill: 'none',
      stroke: who.style.line,
      'stroke-width': 0.8,
      'stroke-opacity': 0.55,
      'data-single': who.name,
    }),
  );
}

function ghostLine({ days, mean }: { days: number[]; mean: number[] }, scales: Scales): Svg {
  const from = Math.max(0, days.indexOf(0));
  const values = halfYearMeans(mean, days.indexOf(0));
  return el('path', {
    d: pathOf(pointsOf(scales, { days, from, to: days.length - 1 }, values)),
    fill: 'none',
    stroke: colour('edge'),
    'stroke-width': 1.2,
    'data-ghost': 'true',
  });
}

function dots(result: Result, ask: Asked, series: readonly QueueSeries[], { y }: Scales, at: number): Svg {
  const { day, focus } = ask;
  const chosen = focused(series, focus);
  const shown = day <= 0 && sharesPast(result, series) ? [{ ...series[0], who: pastOf(series[0].who) }] : series;
  return [...shown]
    .sort((a, b) => rank(a, chosen) - rank(b, chosen))
    .map(({ who, drawn }) => dateDot(at, y(valueOn(result, drawn.mean, day)), who, who.name === chosen.who.name));
}
