/** The verdict ribbon: a cell a calendar year, on the axis of the queue. A verdict is a word, never only a colour. */
import type { Measure } from '../../scenarios/experiment/catalogue.ts';
import { number, signed } from '../../scenarios/words/format.ts';
import { digitsOf, halfWidth } from '../../scenarios/words/voice.ts';
import { type Language, word } from '../../scenarios/words/words.ts';
import type { Result } from '../result/result.ts';
import { say } from '../words/words.ts';
import type { Drawing } from './chart.ts';
import { textWidth, wrapped } from './measure-text.ts';
import { lengthMeasure } from './queue-measure.ts';
import { namedScenarios } from './queue-series.ts';
import type { Panel } from './queues.ts';
import { root } from './root.ts';
import type { Who } from './scenarios.ts';
import { el, label, type Svg } from './svg.ts';
import { colour, type } from './theme.ts';
import { newYearOf, timeAxis, timeScale, yearAt } from './time-frame.ts';
import { dateLine, pixel } from './time-marks.ts';
import { type Asked, asked, fewestForVerdicts, type TimeOptions } from './time-options.ts';
import { type Cell, joined, verdictSign, verdictWords, type YearVerdict, yearVerdicts } from './verdict-cells.ts';

interface Row {
  who: Who;
  verdicts: YearVerdict[];
}

/** What can be said of the queue year by year, for every alternative; on a phone for the one in focus. */
export function ribbon(result: Result, options: TimeOptions): Drawing {
  const ask = asked(result, options);
  const { lang, zoom, frame, municipality } = ask;
  const { body, height } = ribbonPanel(result, options);
  const measure = lengthMeasure(result.findings, ask.queue);
  const rows = measure === undefined ? [] : rowsOf(result, ask, measure, municipality);
  return {
    title: say(lang, 'time_ribbon', { A: baseLetter(result, lang) }),
    reading: say(lang, 'time_ribbon_reading'),
    svg: root(frame.width, height, zoom, body),
    width: frame.width * zoom,
    height: height * zoom,
    table: tableOf(lang, measure, rows),
    csv: csvOf(rows),
    time: timeAxis(timeScale(result, frame), frame, zoom),
    readout: readoutOf(result, ask, measure, rows),
  };
}

const baseLetter = (result: Result, lang: Language) =>
  namedScenarios(result, lang).find(({ isBase }) => isBase)?.letter ?? '';

function rowsOf(result: Result, { lang }: Asked, measure: Measure, municipality: string): Row[] {
  if (result.findings.base === null) return [];
  return namedScenarios(result, lang)
    .filter(({ isBase }) => !isBase)
    .map((who) => ({ who, verdicts: yearVerdicts(result, who.name, measure, municipality) }));
}

/** Heights of rows with words in two lines, which only the one in focus may have, and of the others. */
const tall = 38;
const low = 23;
const between = 6;
const keyHeight = 24;

/** The ribbon itself, from the foot of the date's line to the key. */
export function ribbonPanel(result: Result, options: TimeOptions): Panel {
  const ask = asked(result, options);
  const { lang, frame, focus, day, narrow, municipality } = ask;
  const measure = lengthMeasure(result.findings, ask.queue);
  const all = measure === undefined ? [] : rowsOf(result, ask, measure, municipality);
  const note = noteInstead(result, ask, measure, all);
  const x = timeScale(result, frame);
  const start = x(Math.max(0, x.day0));
  if (measure === undefined || note !== '') return { body: noteAt(note, narrow ? 0 : start), height: 30 };
  const chosen = all.find(({ who }) => who.name === focus) ?? all[0];
  const rows = narrow ? [chosen] : all;
  const top = 8;
  let y = top;
  const keyed: Cell[] = [];
  const body = rows.map(({ who, verdicts }) => {
    const at = y;
    const cells = joined(verdicts).map((cell) => {
      const [left, right] = [x(newYearOf(result, cell.from)), x(newYearOf(result, cell.to + 1))];
      const lines = linesIn(lang, measure, cell, right - left, who === chosen.who ? 2 : 1);
      if (lines === null) keyed.push(cell);
      return { cell, left, right, lines: lines ?? [verdictSign(cell)] };
    });
    const height = cells.some(({ lines }) => lines.length > 1) ? tall : low;
    y += height + between;
    return el(
      'g',
      { 'data-scenario': who.name },
      label(say(lang, 'time_against', { B: who.letter, A: baseLetter(result, lang) }), {
        x: 0,
        y: at + height / 2 + 4.5,
        'font-weight': who === chosen.who ? 700 : 600,
        fill: who.style.text,
      }),
      cells.map(({ cell, left, right, lines }) => cellShape(cell, who, { left, right, at, height }, lines)),
    );
  });
  const key = keyRows(lang, measure, keyed, chosen.who, narrow ? 0 : start, y + 2, frame.width);
  return {
    body: [body, key.body, day >= 0 && dateLine(x(Math.min(x.day1, day)), 0, top - 2)],
    height: y + (key.rows === 0 ? 0 : key.rows * keyHeight + 2),
  };
}

/** Why there are no cells; empty: there are. */
function noteInstead(result: Result, ask: Asked, measure: Measure | undefined, rows: readonly Row[]): string {
  const { lang, runs } = ask;
  if (result.findings.base === null || (measure !== undefined && rows.length === 0)) {
    return say(lang, 'time_difference_none');
  }
  if (measure === undefined || rows.every(({ verdicts }) => verdicts.every(({ row }) => row === undefined))) {
    return say(lang, 'time_ribbon_none');
  }
  if (runs >= fewestForVerdicts) return '';
  return say(lang, 'time_ribbon_few', { n: number(lang, fewestForVerdicts), runs: number(lang, runs) });
}

const noteAt = (note: string, x: number): Svg =>
  label(note, { x, y: 20, 'font-size': type.small, fill: colour('secondary') });

interface Place {
  left: number;
  right: number;
  at: number;
  height: number;
}

/** The verdict in words, in so many lines as a cell has room for; null: it has none. */
function linesIn(lang: Language, measure: Measure, cell: Cell, width: number, most: number): string[] | null {
  const room = width - 12;
  const lines = wrapped(verdictWords(lang, measure, cell), room, type.small);
  return lines.length <= most && lines.every((line) => textWidth(line, type.small) <= room) ? lines : null;
}

const strength = { clearly: 0.42, probably: 0.25, on_average: 0.12, none: 0, cannot_tell: 0, missing: 0 } as const;

function cellShape(cell: Cell, who: Who, { left, right, at, height }: Place, lines: readonly string[]): Svg {
  const [x0, x1] = [pixel(left) + 0.5, pixel(right) - 1.5];
  const opacity = strength[cell.code];
  const middle = (x0 + x1) / 2;
  const isSign = lines.length === 1 && lines[0].length === 1;
  const first = at + height / 2 + 4.5 - (lines.length - 1) * 7.5;
  const widest = Math.max(...lines.map((line) => textWidth(line, type.small)));
  const textX = isSign ? middle : x0 + 6;
  const isHatched = cell.code === 'cannot_tell';
  return el(
    'g',
    { 'data-cell': cell.code, 'data-from': cell.from, 'data-to': cell.to },
    el('rect', {
      x: x0 + 0.5,
      y: at + 0.5,
      width: x1 - x0 - 1,
      height: height - 1,
      fill: opacity > 0 ? who.style.line : 'none',
      'fill-opacity': opacity > 0 ? opacity : undefined,
      stroke: opacity > 0 ? undefined : colour('hairline'),
    }),
    isHatched && el('path', { d: hatch(x0, x1, at, at + height), stroke: colour('edge'), 'stroke-width': 0.8 }),
    isHatched &&
      el('rect', {
        x: isSign ? middle - 7 : textX - 5,
        y: first - 13,
        width: isSign ? 14 : widest + 8,
        height: 17 + (lines.length - 1) * 15,
        fill: colour('paper'),
      }),
    lines.map((line, row) =>
      label(line, {
        x: textX,
        y: first + row * 15,
        'text-anchor': isSign ? 'middle' : undefined,
        'font-size': type.small,
      }),
    ),
  );
}

/** Slanted lines across a box, as one path. */
function hatch(x0: number, x1: number, y0: number, y1: number): string {
  const height = y1 - y0;
  let path = '';
  for (let foot = x0 - height + 6; foot < x1; foot += 7) {
    const from = Math.max(foot, x0);
    const to = Math.min(foot + height, x1);
    path += `M${from.toFixed(1)},${(y1 - (from - foot)).toFixed(1)}L${to.toFixed(1)},${(y1 - (to - foot)).toFixed(1)}`;
  }
  return path;
}

/** What the signs in small cells mean, each as a cell of its own with its words. */
function keyRows(
  lang: Language,
  measure: Measure,
  cells: readonly Cell[],
  who: Who,
  left: number,
  top: number,
  width: number,
): { body: Svg; rows: number } {
  const kinds = new Map(cells.map((cell) => [`${cell.code} ${cell.sign}`, cell]));
  let x = left;
  let row = 0;
  const body = [...kinds.values()].map((cell) => {
    const words = verdictWords(lang, measure, cell);
    const wide = 26 + textWidth(words, type.small) + 20;
    if (x > left && x + wide - 20 > width) {
      x = left;
      row++;
    }
    const at = x;
    x += wide;
    const y = top + row * keyHeight;
    return [
      cellShape(cell, who, { left: at, right: at + 22, at: y, height: 18 }, [verdictSign(cell)]),
      label(words, { x: at + 28, y: y + 13.5, 'font-size': type.small, fill: colour('secondary') }),
    ];
  });
  return { body, rows: kinds.size === 0 ? 0 : row + 1 };
}

function tableOf(lang: Language, measure: Measure | undefined, rows: readonly Row[]): Drawing['table'] {
  const head = rows.flatMap(({ who: { letter: B } }) => [
    say(lang, 'time_ribbon_head', { B }),
    say(lang, 'time_ribbon_head_mean', { B }),
    say(lang, 'time_ribbon_head_k', { B }),
  ]);
  const years = rows[0]?.verdicts.map(({ year }) => year) ?? [];
  return {
    head: [say(lang, 'time_year'), ...head],
    rows: years.map((year, i) => [
      String(year),
      ...rows.flatMap(({ verdicts }) => {
        const { row } = verdicts[i];
        return [
          measure === undefined ? '' : verdictWords(lang, measure, verdicts[i]),
          differenceIn(lang, measure, row),
          number(lang, row?.k),
        ];
      }),
    ]),
  };
}

function differenceIn(lang: Language, measure: Measure | undefined, row: YearVerdict['row']): string {
  const digits = measure === undefined ? 0 : digitsOf(measure, halfWidth(row?.ciLow, row?.ciHigh));
  return signed(lang, row?.meanDifference, digits);
}

/** The rows of comparison.csv that the cells show. */
function csvOf(rows: readonly Row[]): Drawing['csv'] {
  const head =
    'base,scenario,period,municipality,group,measure,mean_difference,sd,ci_low,ci_high,n,share_better,verdict,unit';
  const written = rows.flatMap(({ verdicts }) =>
    verdicts.flatMap(({ row }) => {
      if (row === undefined) return [];
      const { base, scenario, period, municipality, group, measure, meanDifference, sd, ciLow, ciHigh, n } = row;
      const verdict = row.verdict === null ? null : word('en', row.verdict);
      const numbers = [meanDifference, sd, ciLow, ciHigh, n, row.shareBetter];
      return [[base, scenario, period, municipality, group, measure, ...numbers, verdict, row.unit]];
    }),
  );
  return [head.split(','), ...written];
}

/** What is said of the date's year, every alternative in its order. */
function readoutOf(result: Result, ask: Asked, measure: Measure | undefined, rows: readonly Row[]): string {
  const { lang, day, queue } = ask;
  const note = noteInstead(result, ask, measure, rows);
  if (measure === undefined || note !== '') return `${note}.`;
  const year = yearAt(result, day);
  if (year < result.findings.switchYear) return say(lang, 'time_difference_past', { date: String(year) });
  const items = rows.map(({ who, verdicts }) => {
    const it = verdicts[year - result.findings.switchYear];
    return `${who.letter} ${verdictWords(lang, measure, it)} (${differenceIn(lang, measure, it.row)})`;
  });
  return say(lang, 'time_ribbon_readout', {
    year,
    waiting: word(lang, `waiting_${queue}`),
    A: baseLetter(result, lang),
    items: items.join('; '),
  });
}
