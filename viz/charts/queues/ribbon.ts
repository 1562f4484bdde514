/** The verdict ribbon: a cell a calendar year, on the axis of the queue. A verdict is a word, never only a colour. */
import type { Measure } from '../../../scenarios/experiment/catalogue.ts';
import { number } from '../../../scenarios/words/format.ts';
import type { Language } from '../../../scenarios/words/words.ts';
import type { Result } from '../../result/result.ts';
import { say } from '../../words/words.ts';
import type { Drawing } from '../chart.ts';
import { textWidth, wrapped } from '../measure-text.ts';
import { root } from '../root.ts';
import type { Who } from '../scenarios.ts';
import { el, label, type Svg } from '../svg.ts';
import { colour, type } from '../theme.ts';
import { lengthMeasure } from './queue-measure.ts';
import { baseLetter, namedScenarios } from './queue-series.ts';
import type { Panel } from './queues.ts';
import { cellShape } from './ribbon-cell.ts';
import { ribbonCsv, ribbonReadout, ribbonTable } from './ribbon-data.ts';
import { newYearOf, timeAxis, timeScale } from './time-frame.ts';
import { dateLine } from './time-marks.ts';
import { type Asked, asked, fewestForVerdicts, type TimeOptions } from './time-options.ts';
import { type Cell, joined, type VerdictRow, verdictWords, yearVerdicts } from './verdict-cells.ts';

/** What can be said of the queue year by year, for every alternative; on a phone for the one in focus. */
export function ribbon(result: Result, options: TimeOptions, panel: Panel = ribbonPanel(result, options)): Drawing {
  const ask = asked(result, options);
  const { lang, zoom, frame, municipality } = ask;
  const { body, height } = panel;
  const measure = lengthMeasure(result.findings, ask.queue);
  const rows = measure === undefined ? [] : rowsOf(result, ask, measure, municipality);
  const note = noteInstead(result, ask, measure, rows);
  return {
    title: say(lang, 'time_ribbon'),
    reading: note === '' ? say(lang, 'time_ribbon_reading') : '',
    svg: root(frame.width, height, zoom, body),
    width: frame.width * zoom,
    height: height * zoom,
    table: ribbonTable(lang, measure, rows),
    csv: ribbonCsv(rows),
    time: timeAxis(timeScale(result, frame), frame),
    readout: measure === undefined || note !== '' ? `${note}.` : ribbonReadout(result, ask, measure, rows),
  };
}

function rowsOf(result: Result, { lang }: Asked, measure: Measure, municipality: string): VerdictRow[] {
  if (result.findings.base === null) return [];
  return namedScenarios(result, lang)
    .filter(({ isBase }) => !isBase)
    .map((who) => ({ who, verdicts: yearVerdicts(result, who.name, measure, municipality) }));
}

/** Heights of rows with words in two lines, which only the one in focus may have, and of the others. */
const tall = 38;
const low = 23;
const between = 6;
const keyHeight = 26;

/** The ribbon itself, from the foot of the date's line to the key. */
export function ribbonPanel(result: Result, options: TimeOptions): Panel {
  const ask = asked(result, options);
  const { lang, frame, focus, day, narrow, municipality } = ask;
  const measure = lengthMeasure(result.findings, ask.queue);
  const all = measure === undefined ? [] : rowsOf(result, ask, measure, municipality);
  const note = noteInstead(result, ask, measure, all);
  const x = timeScale(result, frame);
  const start = x(Math.max(0, x.day0));
  if (measure === undefined || note !== '') return noteAt(note, narrow ? 0 : start, frame.width);
  const chosen = all.find(({ who }) => who.name === focus) ?? all[0];
  const rows = narrow ? [chosen] : all;
  const top = 8;
  let y = top;
  const keyed: Keyed[] = [];
  const body = rows.map(({ who, verdicts }) => {
    const at = y;
    const cells = joined(verdicts).map((cell) => {
      const left = Math.max(start, x(newYearOf(result, cell.from)));
      const right = x(newYearOf(result, cell.to + 1));
      const lines = linesIn(lang, measure, cell, right - left, who === chosen.who ? 2 : 1);
      if (lines === null) keyed.push({ cell, who });
      return { cell, left, right, lines };
    });
    const height = cells.some(({ lines }) => lines !== null && lines.length > 1) ? tall : low;
    y += height + between;
    return el(
      'g',
      { 'data-scenario': who.name },
      label(nameFor(result, lang, who, start), {
        x: 0,
        y: at + height / 2 + 4.5,
        'font-weight': who === chosen.who ? 700 : 600,
        fill: who.style.text,
      }),
      cells.map(({ cell, left, right, lines }) =>
        el(
          'g',
          { 'data-cell': cell.code, 'data-sign': cell.sign, 'data-from': cell.from, 'data-to': cell.to },
          cellShape(cell, who, { left, right, at, height }, lines),
        ),
      ),
    );
  });
  const key = keyRows(lang, measure, keyed, narrow ? 0 : start, y + 2, frame.width);
  return {
    body: [body, key.body, day >= 0 && dateLine(x(Math.min(x.day1, day)), 0, top - 2)],
    height: y + (key.rows === 0 ? 0 : key.rows * keyHeight + 2),
  };
}

/** `B against A`, or the letter alone where there is no past to stand beside. */
function nameFor(result: Result, lang: Language, { letter }: Who, room: number): string {
  const name = say(lang, 'time_against', { B: letter, A: baseLetter(result, lang) });
  return textWidth(name, type.small, 700) + 8 <= room ? name : letter;
}

/** Why there are no cells; empty: there are. */
function noteInstead(result: Result, ask: Asked, measure: Measure | undefined, rows: readonly VerdictRow[]): string {
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

function noteAt(note: string, x: number, width: number): Panel {
  const lines = wrapped(note, width - x, type.small);
  const body = lines.map((line, row) =>
    label(line, { x, y: 20 + row * 19, 'font-size': type.small, fill: colour('secondary') }),
  );
  return { body, height: 11 + lines.length * 19 };
}

/** The verdict in words, in so many lines as a cell has room for; null: it has none. */
function linesIn(lang: Language, measure: Measure, cell: Cell, width: number, most: number): string[] | null {
  const room = width - 12;
  const lines = wrapped(verdictWords(lang, measure, cell), room, type.small);
  return lines.length <= most && lines.every((line) => textWidth(line, type.small) <= room) ? lines : null;
}

/** A cell without words, and whose it is. */
interface Keyed {
  cell: Cell;
  who: Who;
}

/** What the signs in small cells mean, each as a cell of its own with its words. */
function keyRows(
  lang: Language,
  measure: Measure,
  keyed: readonly Keyed[],
  left: number,
  top: number,
  width: number,
): { body: Svg; rows: number } {
  const kinds = new Map<string, Keyed>();
  for (const it of keyed) {
    const kind = `${it.cell.code} ${it.cell.sign}`;
    if (!kinds.has(kind)) kinds.set(kind, it);
  }
  let x = left;
  let row = 0;
  const body = [...kinds.values()].map(({ cell, who }) => {
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
      cellShape(cell, who, { left: at, right: at + 22, at: y, height: 20 }, null),
      label(words, { x: at + 28, y: y + 14.5, 'font-size': type.small, fill: colour('secondary') }),
    ];
  });
  return { body, rows: kinds.size === 0 ? 0 : row + 1 };
}
