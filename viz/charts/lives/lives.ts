/** Two lives: the course of one simulated person in two scenarios, day by day. */
import { scaleLinear } from 'd3';
import { number } from '../../../scenarios/words/format.ts';
import type { Language, WordKey } from '../../../scenarios/words/words.ts';
import { word } from '../../../scenarios/words/words.ts';
import type { Life } from '../../result/life.ts';
import { lifeOf } from '../../result/life.ts';
import type { Result } from '../../result/result.ts';
import { say } from '../../words/words.ts';
import type { ChartOptions, Drawing, DrawingTable } from '../chart.ts';
import { emptyDrawing } from '../empty.ts';
import { wrapped } from '../measure-text.ts';
import type { TimeScale } from '../queues/time-frame.ts';
import { dayInFiles, dayInWords, newYearOf, yearAt } from '../queues/time-frame.ts';
import { dateLine } from '../queues/time-marks.ts';
import { root } from '../root.ts';
import type { Who } from '../scenarios.ts';
import type { Svg } from '../svg.ts';
import { el, escaped, label } from '../svg.ts';
import { colour, type } from '../theme.ts';
import { pairOf } from './persons.ts';
import { sumOf } from './sums.ts';
import { behind, drawTrack, hatch, trackHeight } from './track.ts';

export { type InterestingPerson, interestingPersons } from './persons.ts';

export interface LivesOptions extends ChartOptions {
  /** A person of the middle future, as its moves name it. */
  person: string;
}

interface Told {
  who: Who;
  /** Null: the scenario has no such person. */
  life: Life | null;
}

const topSpace = 24;
const axisSpace = 26;
const between = 22;
const lineHeight = 20;

/** The base and the scenario in focus; alone where nothing is compared. */
export function lives(result: Result, options: LivesOptions): Drawing {
  const { lang, width, person, narrow } = options;
  const pair = pairOf(result, options);
  const [first, second] = pair;
  const title = second
    ? say(lang, 'lives_title', { A: first.letter, B: second.letter })
    : say(lang, 'lives_title_one', { A: first.letter });
  const end = result.days[result.days.length - 1];
  const told = pair.map((who) => ({ who, life: lifeOf(result.middle, who.name, person, end) }));
  if (told.every(({ life }) => life === null)) {
    return emptyDrawing(title, say(lang, 'lives_nobody', { person }), width);
  }
  const [day0, day1] = stretchOf(result, told);
  const [left, right] = [0, width - 1];
  const x: TimeScale = Object.assign(scaleLinear([day0, day1], [left, right]), { day0, day1 });
  let y = day0 < 0 ? topSpace : 0;
  const tracks = told.map(({ who, life }) => {
    const words = life ? sumOf(lang, life, { from: 0, to: end }) : say(lang, 'lives_not_in');
    const lines = wrapped(`${who.letter}  ${words}`, width, type.note);
    const texts = lines.map((text, at) => headLine(text, at === 0 ? who : null, y + 15 + at * lineHeight));
    y += lines.length * lineHeight + 10;
    const top = y + behind.top;
    const now = x(options.day);
    const date = now >= left && now <= right ? dateLine(now, top, top + behind.height) : false;
    const track = life && drawTrack(life, { lang, style: who.style, x, left, right, y });
    y += trackHeight + between;
    return [texts, ground(x(0), left, top), track ?? false, date] satisfies Svg;
  });
  const floor = y - between + 6;
  const height = floor + axisSpace;
  return {
    title,
    reading: say(lang, 'lives_reading', { person }),
    svg: root(
      width,
      height,
      1,
      pair.map(({ style }) => hatch(style)),
      day0 < 0 &&
        label(say(lang, 'lives_past', { date: dayInWords(result, lang, 0) }), {
          x: 0,
          y: 14,
          fill: colour('tertiary'),
        }),
      tracks,
      axis(result, x, floor, width, narrow ? 12.5 : type.small),
    ),
    width,
    height,
    table: tableOf(result, lang, told),
    csv: csvOf(result, told),
    time: { x0: left, x1: right, day0, day1 },
    readout: readoutOf(result, options, told),
  };
}

/**
 * The days that are drawn: whole years from one year before the switch, or from when the person first comes, to when it has
 * gone in both scenarios.
 */
function stretchOf(result: Result, told: readonly Told[]): [number, number] {
  const lived = told.flatMap(({ life }) => life ?? []);
  const end = result.days[result.days.length - 1];
  const first = Math.min(...lived.map(({ spells }) => spells[0]?.from ?? end));
  const last = Math.max(...lived.map(({ exit }) => exit?.day ?? end));
  const { switchYear } = result.findings;
  const from = Math.max(yearAt(result, first), Math.min(switchYear - 1, yearAt(result, last)));
  return [newYearOf(result, from), newYearOf(result, yearAt(result, last) + 1)];
}

/** Behind the bars of a life: the shared past and the switch. */
function ground(past: number, left: number, top: number): string {
  const y2 = top + behind.height;
  return [
    past > left && el('rect', { x: left, y: top, width: past - left, height: behind.height, fill: colour('past') }),
    past >= left && el('line', { x1: past, x2: past, y1: top, y2, stroke: colour('tertiary') }),
  ]
    .filter((part) => typeof part === 'string')
    .join('');
}

/** New years below, as many as there is room for. */
function axis(result: Result, x: TimeScale, y: number, width: number, size: number): string {
  const [first, last] = [yearAt(result, x.day0), yearAt(result, x.day1 - 1) + 1];
  const step = Math.ceil((54 * (last - first)) / width);
  const made: string[] = [el('line', { x1: 0, x2: width, y1: y, y2: y, stroke: colour('hairline') })];
  for (let year = first; year <= last; year += step) {
    const at = x(newYearOf(result, year));
    const anchor = at < 18 ? 'start' : at > width - 18 ? 'end' : 'middle';
    made.push(
      el('line', { x1: at, x2: at, y1: y, y2: y + 5, stroke: colour('hairline') }),
      label(String(year), { x: at, y: y + 20, 'text-anchor': anchor, 'font-size': size, fill: colour('secondary') }),
    );
  }
  return made.join('');
}

/** A line of the sum of a life; the first begins with the scenario's letter in its colour. */
function headLine(text: string, who: Who | null, y: number): string {
  const letter = who && el('tspan', { fill: who.style.text, 'font-weight': 650 }, who.letter);
  const rest = escaped(who ? text.slice(who.letter.length) : text);
  return el('text', { x: 0, y, 'font-size': type.note, fill: colour('secondary') }, letter ?? '', rest);
}

/** A row a spell, in order. */
function tableOf(result: Result, lang: Language, told: readonly Told[]): DrawingTable {
  const rows = told.flatMap(({ who, life }) =>
    (life?.spells ?? []).map(({ position, from, to }) => {
      const move = life?.moves.find((each) => each.time === from && each.to === position);
      return [
        who.letter,
        dayInWords(result, lang, Math.floor(from)),
        word(lang, `position_${position}`),
        number(lang, to - from),
        move ? word(lang, `cause_${move.cause}` as WordKey) : '',
      ];
    }),
  );
  const columns = ['lives_table_from', 'lives_table_where', 'lives_table_days', 'lives_table_cause'] as const;
  return { head: [say(lang, 'scenario'), ...columns.map((key) => say(lang, key))], rows };
}

function csvOf(result: Result, told: readonly Told[]): (string | number | null)[][] {
  return [
    ['scenario', 'person', 'date', 'day', 'from', 'to', 'cause'],
    ...told.flatMap(({ who, life }) =>
      (life?.moves ?? []).map(({ person, time, from, to, cause }) => [
        who.name,
        person,
        dayInFiles(result, time),
        time,
        from,
        to,
        cause,
      ]),
    ),
  ];
}

function readoutOf(result: Result, { lang, day }: LivesOptions, told: readonly Told[]): string {
  const items = told.map(({ who, life }) => `${who.letter} ${whereOn(lang, life, day)}`);
  return say(lang, 'lives_readout', { date: dayInWords(result, lang, Math.floor(day)), items: items.join('; ') });
}

function whereOn(lang: Language, life: Life | null, day: number): string {
  if (life?.exit && day >= life.exit.day) return word(lang, `position_${life.exit.position}`);
  // the last spell also holds the day on which the run ends
  const spell = life?.spells.findLast(({ from }) => from <= day);
  return spell ? word(lang, `position_${spell.position}`) : say(lang, 'lives_not_yet');
}
