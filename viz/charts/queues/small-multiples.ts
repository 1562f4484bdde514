/** One panel a scenario on the same axes, with the reference in grey behind each. */
import { number } from '../../../scenarios/words/format.ts';
import type { Result } from '../../result/result.ts';
import { say } from '../../words/words.ts';
import type { Drawing } from '../chart.ts';
import { balanced } from '../measure-text.ts';
import { peopleAxis, ticks } from '../people-axis.ts';
import { root } from '../root.ts';
import { el, label, pathOf, type Svg } from '../svg.ts';
import { colour, stroke, type } from '../theme.ts';
import { queueCsv, queueReadout, queueTable } from './queue-data.ts';
import { type QueueSeries, queueSeries, sharesPast, valueOn } from './queue-series.ts';
import { queueTitle, yMaxOf } from './queues.ts';
import { newYearOf, timeScale, yearAt } from './time-frame.ts';
import { bands, dateDot, dateLine, meanLine, type Part, pastOf, pixel, pointsOf, type Scales } from './time-marks.ts';
import { type Asked, asked, type TimeOptions } from './time-options.ts';

/** Between panels, and from the edge to the first axis. */
const gutter = 24;
const axisRoom = 40;
const panelHeight = 130;
/** Of a panel beside another. */
const narrowest = 150;

/** The queue in every scenario apart. Has no one axis of time, so nothing can be dragged in it. */
export function smallMultiples(result: Result, options: TimeOptions): Drawing {
  const ask = asked(result, options);
  const { lang, queue, municipality, zoom, frame } = ask;
  const series = queueSeries(result, lang, queue, municipality);
  const columns = columnsFor(frame.width, series.length);
  const width = (frame.width - columns * axisRoom - (columns - 1) * gutter) / columns;
  const yMax = ask.yMax ?? yMaxOf(result, options);
  const base = series.find(({ who }) => who.isBase);
  const titles = series.map(({ who }) => balanced(`${who.letter} ${who.label}`, width + axisRoom, type.note, 650));
  const head = Math.max(1, ...titles.map(({ length }) => length)) * 18;
  const each = head + panelHeight + 46;
  const body = series.map((it, i) => {
    const left = (i % columns) * (axisRoom + width + gutter);
    const top = Math.floor(i / columns) * each;
    const place = { left: left + axisRoom, right: left + axisRoom + width, top: top + head + 10 };
    return el(
      'g',
      { 'data-scenario': it.who.name },
      titles[i].map((line, row) =>
        label(line, {
          x: left,
          y: top + 14 + row * 18,
          'font-size': type.note,
          'font-weight': it.who.name === ask.focus ? 700 : 600,
          fill: it.who.style.text,
        }),
      ),
      panel(result, ask, it, base, sharesPast(result, series), place, yMax),
    );
  });
  const height = Math.max(1, Math.ceil(series.length / columns)) * each - 12;
  const parts = [say(lang, 'time_multiples_reading', { n: number(lang, ask.runs) })];
  if (base && series.length > 1) parts.push(say(lang, 'time_multiples_base', { A: base.who.letter }));
  const missing = label(say(lang, 'time_missing'), { x: 0, y: 20, fill: colour('secondary') });
  return {
    title: queueTitle(lang, queue),
    reading: parts.join(' '),
    svg: root(frame.width, height, zoom, series.length === 0 ? missing : body),
    width: frame.width * zoom,
    height: height * zoom,
    table: queueTable(result, lang, series),
    csv: queueCsv(result, series),
    readout: queueReadout(result, ask, series),
  };
}

/** As many panels side by side as have room for their years, and rows that are full. */
function columnsFor(width: number, panels: number): number {
  const room = Math.floor((width + gutter) / (narrowest + axisRoom + gutter));
  const most = panels === 4 ? 2 : 3;
  return Math.max(1, Math.min(room, most, panels));
}

interface Place {
  left: number;
  right: number;
  top: number;
}

function panel(
  result: Result,
  ask: Asked,
  { who, drawn, band }: QueueSeries,
  base: QueueSeries | undefined,
  isShared: boolean,
  { left, right, top }: Place,
  yMax: number,
): Svg {
  const { lang, frame, strength, day } = ask;
  const { days } = result;
  const bottom = top + panelHeight;
  const x = timeScale(result, { ...frame, left, right });
  const y = (value: number) => bottom - (value / yMax) * panelHeight;
  const scales: Scales = { x, y };
  const atSwitch = Math.max(0, days.indexOf(0));
  const before: Part = { days, from: 0, to: atSwitch };
  const after: Part = { days, from: isShared ? atSwitch : 0, to: days.length - 1 };
  const whole: Part = { days, from: 0, to: days.length - 1 };
  const past = pastOf(who);
  const axis = { lang, y, left, right, numbers: left - 8, size: frame.axisType };
  const at = x(Math.max(x.day0, Math.min(x.day1, day)));
  const behind =
    base !== undefined &&
    base.who !== who &&
    el('path', {
      d: pathOf(pointsOf(scales, whole, base.drawn.mean)),
      fill: 'none',
      stroke: colour('edge'),
      'stroke-width': 1.6,
      'data-scenario': base.who.name,
      'data-behind': 'true',
    });
  const isEmpty = band.mean.every((value) => value === 0);
  return [
    x.day0 < 0 &&
      el('rect', { x: left, y: top - 6, width: x(0) - left, height: bottom - top + 6, fill: colour('past') }),
    peopleAxis(ticks(0, yMax), axis),
    isShared && bands(scales, before, drawn, past, strength, `past-${who.name}`),
    bands(scales, after, drawn, who, strength),
    behind,
    isShared && meanLine(pointsOf(scales, before, drawn.mean), past, stroke.line, `past-${who.name}`),
    meanLine(pointsOf(scales, after, drawn.mean), who, stroke.line, who.name),
    x.day0 < 0 && el('path', { d: `M${pixel(x(0))},${top - 6}V${bottom}`, stroke: colour('ink'), 'stroke-width': 1 }),
    dateLine(at, top - 6, bottom),
    dateDot(at, y(valueOn(result, drawn.mean, day)), day <= 0 && isShared ? past : who, true, who.name),
    isEmpty && label(say(lang, 'time_empty'), { x: left + 4, y: bottom - 10, fill: colour('secondary') }),
    years(result, x, bottom + 18, frame.axisType),
  ];
}

/** The first year, the switch and the last: as many as a small panel can hold. */
function years(result: Result, x: (day: number) => number, baseline: number, size: number): Svg {
  const { switchYear, history } = result.findings;
  const last = yearAt(result, Number.POSITIVE_INFINITY) + 1;
  const named = history > 0 ? [switchYear - history, switchYear, last] : [switchYear, last];
  return named.map((year, i) =>
    label(String(year), {
      x: x(newYearOf(result, year)),
      y: baseline,
      'text-anchor': i === 0 ? 'start' : i === named.length - 1 ? 'end' : 'middle',
      'font-size': size,
      fill: colour('secondary'),
    }),
  );
}
