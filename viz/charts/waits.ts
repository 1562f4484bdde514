/** Waits in days: of twenty people who joined a queue, in which week they were served, and who gave up or still waits. */
import { waitQueues } from '../../model/record.ts';
import { number, percent, undefinedSign } from '../../scenarios/words/format.ts';
import { capital } from '../../scenarios/words/voice.ts';
import type { Language } from '../../scenarios/words/words.ts';
import { word } from '../../scenarios/words/words.ts';
import type { Result, WaitBin } from '../result/result.ts';
import { say } from '../words/words.ts';
import type { ChartOptions, Drawing, DrawingTable } from './chart.ts';
import { emptyDrawing } from './empty.ts';
import { wrapped } from './measure-text.ts';
import { estimateAt } from './numbers-of.ts';
import { root } from './root.ts';
import type { Who } from './scenarios.ts';
import { whoIsWho } from './scenarios.ts';
import type { Svg } from './svg.ts';
import { el, label } from './svg.ts';
import { colour, type } from './theme.ts';
import type { TwentyPeople } from './twenty-people.ts';
import { servedWithin, twentyPeople } from './twenty-people.ts';

type Queue = (typeof waitQueues)[number];

/** One scenario's waits in one queue. */
interface Row {
  who: Who;
  queue: Queue;
  bins: WaitBin[];
  people: TwentyPeople;
  /** Days by which half were served (Aalen–Johansen); null: half never are. */
  median: number | null;
  /** Of the served dots, the column each stands in. */
  columns: number[];
}

/** Columns of equal width from 0 days; what lasted longer than a year stands in one more. */
interface Columns {
  days: number;
  count: number;
  hasLonger: boolean;
}

const lineHeight = 19;
/** Days of the finest column, and the year after which the data know no weeks. */
const [week, year] = [7, 364];

export function waits(result: Result, options: ChartOptions): Drawing {
  const { lang, width, narrow } = options;
  const title = say(lang, 'waits_title');
  const found = rowsOf(result, options);
  if (found.length === 0) return emptyDrawing(title, say(lang, 'waits_nothing'), width);
  const columns = columnsOf(found, narrow ? 8 : 16);
  const rows = found.map((row) => ({ ...row, columns: row.people.weeks.map(({ from }) => columnOf(from, columns)) }));
  const layout = layoutOf(width, narrow, columns);

  const parts: Svg[] = [headOf(layout, lang)];
  let y = narrow ? 40 : 24;
  const marks: Svg[] = [];
  for (const queue of waitQueues) {
    const own = rows.filter((row) => row.queue === queue);
    if (own.length === 0) continue;
    const titles = wrapped(queueTitle(queue, lang), width, type.note, 600);
    parts.push(
      titles.map((line, at) =>
        label(line, { x: 0, y: y + 16 + at * lineHeight, 'font-size': type.note, 'font-weight': 600 }),
      ),
    );
    y += 7 + titles.length * lineHeight;
    const top = y;
    for (const row of own) {
      const { svg, height } = rowOf(row, layout, y, options);
      marks.push(svg);
      y += height + 6;
    }
    parts.push(gridOf(layout, columns, top, y));
    if (queue === 'first_contact') {
      const lines = wrapped(lateSentence(result, own, options), width, type.small);
      parts.push(lines.map((line, at) => label(line, { x: 0, y: y + 13 + at * lineHeight, fill: colour('tertiary') })));
      y += lines.length * lineHeight + 2;
    }
    y += 14;
  }
  const height = Math.ceil(y + 12);
  return {
    title,
    reading: say(lang, columns.days === week ? 'waits_reading' : 'waits_reading_wide', {
      n: number(lang, result.findings.replications),
      weeks: columns.days / week,
    }),
    svg: root(width, height, 1, axisOf(layout, columns, y, lang), parts, marks),
    width,
    height,
    table: tableOf(result, rows, options),
    csv: csvOf(rows),
    readout: readoutOf(rows, options),
  };
}

function rowsOf(result: Result, { lang, municipality }: ChartOptions): Omit<Row, 'columns'>[] {
  return waitQueues.flatMap((queue) =>
    whoIsWho(result, lang).flatMap((who) => {
      const bins = result.waits.filter(
        (bin) => bin.scenario === who.name && bin.queue === queue && bin.municipality === municipality,
      );
      const people = twentyPeople(bins);
      if (!people) return [];
      const cell = { scenario: who.name, measure: `wait_${queue}_median`, municipality };
      return [{ who, queue, bins, people, median: estimateAt(result.findings, cell)?.mean ?? null }];
    }),
  );
}

/** Weeks, or two or four of them where the longest of the twenty waits would make too many columns. */
function columnsOf(rows: readonly Omit<Row, 'columns'>[], most: number): Columns {
  const all = rows.flatMap(({ people }) => people.weeks);
  const weeks = 1 + Math.max(0, ...all.filter(({ from }) => from < year).map(({ from }) => from / week));
  const hasLonger = all.some(({ from }) => from >= year);
  const step = [1, 2, 4].find((one) => weeks / one <= most) ?? 4;
  return { days: step * week, count: Math.ceil(weeks / step), hasLonger };
}

function columnOf(from: number, { days, count }: Columns): number {
  return from >= year ? count : Math.floor(from / days);
}

interface Layout {
  /** Where the days begin and end, and the width of a column. */
  x0: number;
  x1: number;
  column: number;
  pitch: number;
  /** Right edges of the columns of figures; `median` only where there is room. */
  median: number | null;
  gaveUp: number;
  waiting: number;
}

function layoutOf(width: number, narrow: boolean, { count, hasLonger }: Columns): Layout {
  const figures = narrow ? [62, 50] : [124, 92, 84];
  const x0 = 20;
  const x1 = width - figures.reduce((sum, one) => sum + one, 0);
  const column = (x1 - x0) / (count + (hasLonger ? 1.4 : 0));
  return {
    x0,
    x1,
    column,
    pitch: Math.max(4, Math.min(narrow ? 8 : 9.5, column - 1)),
    median: narrow ? null : width - figures[1] - figures[2],
    gaveUp: width - figures[figures.length - 1],
    waiting: width,
  };
}

const rightHead = (lines: string[], x: number) =>
  lines.map((line, at) => label(line, { x, y: 13 + at * 17, 'text-anchor': 'end', fill: colour('tertiary') }));

function headOf({ median, gaveUp, waiting }: Layout, lang: Language): Svg {
  const short = (text: string) => (median === null ? text.split(' ') : [text]);
  return [
    median !== null && rightHead([say(lang, 'waits_half_within')], median),
    rightHead(short(say(lang, 'waits_gave_up')), gaveUp),
    rightHead(short(say(lang, 'waits_still')), waiting),
  ];
}

/** The dots of one scenario: filled ones fill their column from below, rings of those who gave up stand beside their share. */
function rowOf(row: Row, layout: Layout, y: number, { lang, focus }: ChartOptions): { svg: string; height: number } {
  const { who, people, columns, queue } = row;
  const { pitch, column } = layout;
  const across = Math.max(1, Math.floor((column - 3) / pitch));
  const inColumn = new Map<number, number>();
  const spots = columns.map((at) => {
    const before = inColumn.get(at) ?? 0;
    inColumn.set(at, before + 1);
    return { at, right: before % across, up: Math.floor(before / across) };
  });
  const stories = 1 + Math.max(0, ...spots.map(({ up }) => up));
  const height = Math.max(18, stories * pitch);
  const bottom = y + height;
  const baseline = bottom - pitch / 2 + 4.5;
  const radius = pitch / 2 - 0.75;
  const dots = spots.map(({ at, right, up }) =>
    el('circle', {
      cx: layout.x0 + at * column + 2 + (right + 0.5) * pitch,
      cy: bottom - (up + 0.5) * pitch,
      r: radius,
      fill: who.style.line,
    }),
  );
  const figure = (text: string, x: number) => label(text, { x, y: baseline, 'text-anchor': 'end' });
  const joined = people.served + people.gaveUp + people.stillWaiting;
  return {
    height,
    svg: el(
      'g',
      { 'data-scenario': who.name, 'data-key': `${queue}-${who.letter}` },
      label(who.letter, {
        x: 0,
        y: baseline,
        fill: who.style.text,
        'font-weight': who.name === focus ? 700 : 600,
      }),
      dots,
      layout.median !== null && figure(daysText(row.median, lang), layout.median),
      ringsOf(people.dots.gaveUp, layout.gaveUp, { bottom, pitch, line: who.style.line, isOpen: false }),
      figure(share(lang, people.gaveUp / joined), layout.gaveUp),
      ringsOf(people.dots.stillWaiting, layout.waiting, { bottom, pitch, line: who.style.line, isOpen: true }),
      figure(share(lang, people.stillWaiting / joined), layout.waiting),
    ),
  };
}

interface Rings {
  bottom: number;
  pitch: number;
  line: string;
  /** Still waiting: how it ends is open. */
  isOpen: boolean;
}

/** Rings to the left of a figure that ends at x, the first beside the figure. */
function ringsOf(count: number, x: number, { bottom, pitch, line, isOpen }: Rings): Svg {
  const across = pitch < 9 ? 2 : 4;
  return Array.from({ length: count }, (_, at) =>
    el('circle', {
      cx: x - figureWidth - ((at % across) + 0.5) * pitch,
      cy: bottom - (Math.floor(at / across) + 0.5) * pitch,
      r: pitch / 2 - 1.4,
      fill: colour('paper'),
      stroke: line,
      'stroke-width': 1.3,
      'stroke-dasharray': isOpen && '1.5 1.5',
    }),
  );
}

/** Room for a share of at most two digits. */
const figureWidth = 34;

/** At most four columns whose days are written, and their left edges. */
function ticksOf({ x0, column }: Layout, { count, days }: Columns): { x: number; days: number }[] {
  const step = [1, 2, 3, 4, 6, 8, 12].find((one) => count / one <= 4) ?? 13;
  return Array.from({ length: Math.floor(count / step) + 1 }, (_, i) => ({
    x: x0 + i * step * column,
    days: i * step * days,
  }));
}

/** Hairlines behind the dots of one queue. */
function gridOf(layout: Layout, columns: Columns, y1: number, y2: number): Svg {
  return ticksOf(layout, columns).map(({ x }) => el('line', { x1: x, x2: x, y1, y2, stroke: colour('hairline') }));
}

function axisOf(layout: Layout, columns: Columns, y: number, lang: Language): Svg {
  const attributes = { y: y + 6, fill: colour('tertiary') };
  return [
    ticksOf(layout, columns).map(({ x, days }, at, all) =>
      label(at === all.length - 1 ? daysText(days, lang) : number(lang, days), {
        x,
        'text-anchor': at === 0 ? 'start' : 'middle',
        ...attributes,
      }),
    ),
    columns.hasLonger && label(say(lang, 'waits_longer'), { x: layout.x1, 'text-anchor': 'end', ...attributes }),
  ];
}

function queueTitle(queue: Queue, lang: Language): string {
  const waiting = capital(word(lang, `waiting_${queue}`));
  if (queue === 'first_contact') return say(lang, 'waits_official', { waiting });
  return queue === 'bed' ? say(lang, 'waits_hidden', { waiting }) : waiting;
}

/** Each has a deadline of its own, so none is drawn. */
function lateSentence({ findings }: Result, rows: readonly Row[], { lang, municipality }: ChartOptions): string {
  const late = rows.map(({ who }) => {
    const cell = { scenario: who.name, measure: 'deadline_breach_share', municipality };
    return `${who.letter}\u00a0${share(lang, estimateAt(findings, cell)?.mean ?? null)}`;
  });
  return say(lang, 'waits_late', { late: late.join(', ') });
}

/** Whole percent, but no 0% where there is somebody. */
function share(lang: Language, value: number | null): string {
  return percent(lang, value, value !== null && value > 0 && value < 0.0095 ? 1 : 0);
}

function daysText(days: number | null, lang: Language): string {
  if (days === null) return undefinedSign;
  return say(lang, Math.round(days) === 1 ? 'waits_one_day' : 'waits_days', { n: number(lang, days) });
}

function tableOf({ findings }: Result, rows: readonly Row[], { lang, municipality }: ChartOptions): DrawingTable {
  return {
    head: [
      say(lang, 'waits_queue'),
      say(lang, 'scenario'),
      say(lang, 'waits_joined'),
      say(lang, 'waits_half_within'),
      ...[14, 28, 91].map((days) => say(lang, 'waits_within', { days })),
      say(lang, 'waits_gave_up'),
      say(lang, 'waits_still'),
      say(lang, 'waits_late_head'),
    ],
    rows: rows.map(({ who, queue, people, bins, median }) => {
      const joined = people.served + people.gaveUp + people.stillWaiting;
      const late = { scenario: who.name, measure: 'deadline_breach_share', municipality };
      return [
        queueTitle(queue, lang),
        who.letter,
        number(lang, joined / findings.replications / findings.years),
        daysText(median, lang),
        ...[14, 28, 91].map((days) => share(lang, servedWithin(bins, days))),
        share(lang, people.gaveUp / joined),
        share(lang, people.stillWaiting / joined),
        queue === 'first_contact' ? share(lang, estimateAt(findings, late)?.mean ?? null) : undefinedSign,
      ];
    }),
  };
}

function csvOf(rows: readonly Row[]): Drawing['csv'] {
  return [
    ['scenario', 'municipality', 'queue', 'days_from', 'days_to', 'served', 'gave_up', 'still_waiting'],
    ...rows.flatMap(({ bins }) =>
      bins.map((bin) => [
        bin.scenario,
        bin.municipality,
        bin.queue,
        bin.from,
        bin.to,
        bin.served,
        bin.gaveUp,
        bin.stillWaiting,
      ]),
    ),
  ];
}

/** The focused scenario, queue by queue. */
function readoutOf(rows: readonly Row[], { lang, focus }: ChartOptions): string {
  const own = rows.filter(({ who }) => who.name === focus);
  if (own.length === 0) return '';
  const items = own.map(({ queue, people, median }) =>
    say(lang, median === null ? 'waits_readout_never' : median === 0 ? 'waits_readout_same_day' : 'waits_readout', {
      queue: word(lang, `waiting_${queue}`),
      days: daysText(median, lang),
      gave_up: share(lang, people.gaveUp / (people.served + people.gaveUp + people.stillWaiting)),
    }),
  );
  return `${own[0].who.letter}: ${items.join('; ')}.`;
}
