/** Waits in days: of twenty people who joined a queue, in which week they were served, and who gave up or still waits. */
import { waitQueues } from '../../../model/record.ts';
import { number } from '../../../scenarios/words/format.ts';
import type { Language } from '../../../scenarios/words/words.ts';
import type { Result } from '../../result/result.ts';
import { say } from '../../words/words.ts';
import type { ChartOptions, Drawing } from '../chart.ts';
import { emptyDrawing } from '../empty.ts';
import { textWidth, wrapped } from '../measure-text.ts';
import { root } from '../root.ts';
import type { Svg } from '../svg.ts';
import { el, label } from '../svg.ts';
import { colour, type } from '../theme.ts';
import type { Queue, WaitsRow } from './waits-data.ts';
import {
  daysText,
  lateSentence,
  queueTitle,
  share,
  waitsCsv,
  waitsReadout,
  waitsRows,
  waitsTable,
} from './waits-data.ts';

/** With the column in which each of the served dots stands. */
type Row = WaitsRow & { columns: number[] };

/** Columns of equal width from 0 days; what lasted longer than a year stands in one more. */
interface Columns {
  days: number;
  count: number;
  hasLonger: boolean;
}

const lineHeight = 19;
/** Between the two columns of queues on paper. */
const gutter = 34;
/** Days of the finest column, and the year after which the data know no weeks. */
const [week, year] = [7, 364];

export function waits(result: Result, options: ChartOptions): Drawing {
  const { lang, width, narrow } = options;
  const title = say(lang, 'waits_title');
  const found = waitsRows(result, options);
  if (found.length === 0) return emptyDrawing(title, say(lang, 'waits_nothing'), width);
  const columns = columnsOf(found, narrow || options.paper ? 8 : 16);
  const rows = found.map((row) => ({ ...row, columns: row.people.weeks.map(({ from }) => columnOf(from, columns)) }));
  const queues = waitQueues.filter((queue) => rows.some((row) => row.queue === queue));
  const late = lateSentence(
    result,
    rows.filter(({ queue }) => queue === 'first_contact'),
    options,
  );
  const { svg, height } = options.paper
    ? abreast({ queues, rows, columns, late }, options)
    : stackOf({ queues, rows, columns, late }, options);
  return {
    title,
    reading: say(lang, columns.days === week ? 'waits_reading' : 'waits_reading_wide', {
      n: number(lang, result.findings.replications),
      weeks: columns.days / week,
    }),
    svg: root(width, height, 1, svg),
    width,
    height,
    table: waitsTable(result, rows, options),
    csv: waitsCsv(rows),
    readout: waitsReadout(rows, options),
  };
}

/** Some of the queues, all on the same days. */
interface Stack {
  queues: readonly Queue[];
  rows: readonly Row[];
  columns: Columns;
  /** Who came too late to the first contact; empty: it is said elsewhere. */
  late: string;
}

/** On paper: the queues in two columns, and what is said of lateness under both. */
function abreast({ late, queues, ...stack }: Stack, options: ChartOptions): { svg: Svg; height: number } {
  const { width } = options;
  const half = (width - gutter) / 2;
  const count = Math.ceil(queues.length / 2);
  const sides = [queues.slice(0, count), queues.slice(count)]
    .filter((own) => own.length > 0)
    .map((own) => stackOf({ ...stack, queues: own, late: '' }, { ...options, width: half }));
  const foot = Math.max(...sides.map(({ height }) => height));
  const lines = queues.includes('first_contact') ? wrapped(late, width, type.small) : [];
  return {
    svg: [
      sides.map(({ svg }, at) => el('g', { transform: `translate(${at * (half + gutter)},0)` }, svg)),
      lines.map((line, at) => label(line, { x: 0, y: foot + 14 + at * lineHeight, fill: colour('tertiary') })),
    ],
    height: foot + lines.length * lineHeight,
  };
}

/** Queues under each other, with the days under all of them. */
function stackOf({ queues, rows, columns, late }: Stack, options: ChartOptions): { svg: Svg; height: number } {
  const { lang, width, narrow, paper } = options;
  const layout = layoutOf(options, columns);
  const gaps = paper ? { row: 5, queue: 10 } : { row: 6, queue: 14 };
  const parts: Svg[] = [headOf(layout, lang)];
  let y = narrow || paper ? 40 : 24;
  const marks: Svg[] = [];
  for (const queue of queues) {
    const own = rows.filter((row) => row.queue === queue);
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
      y += height + gaps.row;
    }
    parts.push(gridOf(layout, columns, top, y));
    if (queue === 'first_contact' && late !== '') {
      const lines = wrapped(late, width, type.small);
      parts.push(lines.map((line, at) => label(line, { x: 0, y: y + 17 + at * lineHeight, fill: colour('tertiary') })));
      y += lines.length * lineHeight + 6;
    }
    y += gaps.queue;
  }
  return { svg: [axisOf(layout, columns, y, lang), parts, marks], height: Math.ceil(y + 12) };
}

/** Weeks, or two or four of them where the longest of the twenty waits would make too many columns. */
function columnsOf(rows: readonly WaitsRow[], most: number): Columns {
  const all = rows.flatMap(({ people }) => people.weeks);
  const weeks = 1 + Math.max(0, ...all.filter(({ from }) => from < year).map(({ from }) => from / week));
  const hasLonger = all.some(({ from }) => from >= year);
  const step = [1, 2, 4].find((one) => weeks / one <= most) ?? 4;
  return { days: step * week, count: Math.ceil(weeks / step), hasLonger };
}

function columnOf(from: number, { days, count }: Columns): number {
  return from >= year ? count : Math.floor(from / days);
}

/** Widths of the columns of figures on paper. */
const paperFigures = [84, 68, 58];

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
  /** How the names of those columns are broken: at every word, where they are so wide, or not at all. */
  heads: 'words' | 'whole' | readonly number[];
}

function layoutOf({ width, narrow, paper, lang }: ChartOptions, { count, hasLonger }: Columns): Layout {
  const heads = (['waits_half_within', 'waits_gave_up', 'waits_still'] as const).map((key) =>
    Math.max(84, textWidth(say(lang, key), type.small) + 16),
  );
  const figures = paper ? paperFigures : narrow ? [66, 62] : heads;
  const x0 = 20;
  const x1 = width - figures.reduce((sum, one) => sum + one, 0);
  const column = (x1 - x0) / (count + (hasLonger ? 1.4 : 0));
  const largest = paper ? 6.5 : narrow ? 8 : 9.5;
  return {
    x0,
    x1,
    column,
    pitch: Math.max(4, Math.min(largest, column - 1)),
    median: figures.length < 3 ? null : width - figures[1] - figures[2],
    gaveUp: width - figures[figures.length - 1],
    waiting: width,
    heads: paper ? paperFigures : narrow ? 'words' : 'whole',
  };
}

const rightHead = (lines: string[], x: number) =>
  lines.map((line, at) => label(line, { x, y: 13 + at * 17, 'text-anchor': 'end', fill: colour('tertiary') }));

/** Names of the columns of figures: with little room a line a word. */
function headOf({ median, gaveUp, waiting, heads }: Layout, lang: Language): Svg {
  const lines = (text: string, at: number) =>
    heads === 'whole' ? [text] : heads === 'words' ? text.split(' ') : wrapped(text, heads[at] - 9, type.small);
  return [
    median !== null && rightHead(lines(say(lang, 'waits_half_within'), 0), median),
    rightHead(lines(say(lang, 'waits_gave_up'), 1), gaveUp),
    rightHead(lines(say(lang, 'waits_still'), 2), waiting),
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
  const stories = Math.max(
    1 + Math.max(0, ...spots.map(({ up }) => up)),
    ...[people.dots.gaveUp, people.dots.stillWaiting].map((rings) => Math.ceil(rings / ringsAcross(pitch))),
  );
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
      ringsOf(people.dots.gaveUp, layout.gaveUp, { bottom, pitch, line: who.style.line, lang, isOpen: false }),
      figure(share(lang, people.gaveUp / joined), layout.gaveUp),
      ringsOf(people.dots.stillWaiting, layout.waiting, { bottom, pitch, line: who.style.line, lang, isOpen: true }),
      figure(share(lang, people.stillWaiting / joined), layout.waiting),
    ),
  };
}

interface Rings {
  bottom: number;
  pitch: number;
  line: string;
  lang: Language;
  /** Still waiting: how it ends is open. */
  isOpen: boolean;
}

const ringsAcross = (pitch: number) => (pitch < 9 ? 2 : 4);

/** Rings to the left of a figure that ends at x, the first beside the figure. */
function ringsOf(count: number, x: number, { bottom, pitch, line, lang, isOpen }: Rings): Svg {
  const across = ringsAcross(pitch);
  return Array.from({ length: count }, (_, at) =>
    el('circle', {
      cx: x - figureWidth(lang) - ((at % across) + 0.5) * pitch,
      cy: bottom - (Math.floor(at / across) + 0.5) * pitch,
      r: pitch / 2 - 1.4,
      fill: colour('paper'),
      stroke: line,
      'stroke-width': 1.3,
      'stroke-dasharray': isOpen && '1.5 1.5',
    }),
  );
}

/** Room for the widest share, with a gap. */
const figureWidth = (lang: Language) => textWidth(share(lang, 0.001), type.small) + 5;

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
