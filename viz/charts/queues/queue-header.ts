/** What is written above the curves: the past, the switch, and what the bands are. */
import type { Result } from '../../result/result.ts';
import { say } from '../../words/words.ts';
import { textWidth, wrapped } from '../measure-text.ts';
import { el, label, type Svg } from '../svg.ts';
import { colour, type } from '../theme.ts';
import { focused, isEmpty, type QueueSeries, sharesPast, valueOn } from './queue-series.ts';
import { dayInWords, timeScale } from './time-frame.ts';
import { pixel, type Scales } from './time-marks.ts';
import type { Asked } from './time-options.ts';

export interface Header {
  /** Behind everything: the ground of the past. */
  ground: Svg;
  /** Above the lines: the rule at the switch. */
  rule: Svg;
  leaders: Svg;
  text: Svg;
}

/** Baselines of the axis title and of the two rows under it. */
const titleAt = 12;
const rows = { wide: [38, 55], narrow: [33, 49] } as const;

export function queueHeader(result: Result, ask: Asked, series: readonly QueueSeries[], scales: Scales): Header {
  const { lang, frame, narrow } = ask;
  const { x, y } = scales;
  const [first, second] = rows[narrow ? 'narrow' : 'wide'];
  const atSwitch = x(0);
  const hasPast = x.day0 < 0;
  const top = first - 16;
  const bottom = y(0);
  const grey = { fill: colour('secondary'), 'font-size': type.small };
  const past = hasPast ? pastLines(ask, sharesPast(result, series), atSwitch - frame.left - 12) : [];
  const switchText = switchWords(result, ask);
  const thin = thinLines(result, ask, series);
  const keys = bandKeys(result, ask, series, scales, second);
  return {
    ground:
      hasPast &&
      el('rect', {
        x: frame.left,
        y: top,
        width: atSwitch - frame.left,
        height: bottom - top,
        fill: colour('past'),
      }),
    rule: el('path', { d: `M${pixel(atSwitch)},${top}V${bottom}`, stroke: colour('ink'), 'stroke-width': 1 }),
    leaders: keys.leaders,
    text: [
      label(say(lang, 'time_axis'), { x: 0, y: titleAt, ...grey }),
      past.map((line, row) => label(line, { x: frame.left + 7, y: row === 0 ? first : second, ...grey })),
      label(switchText, { x: atSwitch + 8, y: first, 'font-size': type.small, 'font-weight': 600 }),
      thin?.fits === true && label(thin.text, { x: frame.right, y: first, 'text-anchor': 'end', ...grey }),
      keys.text,
    ],
  };
}

const switchWords = (result: Result, { lang }: Asked) =>
  say(lang, 'time_switch', { date: dayInWords(result, lang, 0) });

/**
 * What the thin lines of the reference are, and whether it fits beside the switch; else the reading line has to say it.
 * Null where none are drawn.
 */
export function thinLines(
  result: Result,
  ask: Asked,
  series: readonly QueueSeries[],
): { text: string; fits: boolean } | null {
  const { lang, focus, strength, narrow, frame } = ask;
  const base = series.find((it) => it.who.isBase);
  if (strength === 0 || base === undefined || base === focused(series, focus) || isEmpty(series)) return null;
  const text = say(lang, 'time_thin_lines', { A: base.who.letter });
  const start = timeScale(result, frame)(0) + 8 + textWidth(switchWords(result, ask), type.small, 600) + 24;
  return { text, fits: !narrow && start + textWidth(text, type.small) <= frame.right };
}

/** What is said of the past, in the room before the switch; at most two lines. */
function pastLines({ lang }: Asked, isShared: boolean, room: number): string[] {
  const fits = (lines: string[]) => lines.length <= 2 && lines.every((line) => textWidth(line, type.small) <= room);
  const alone = wrapped(say(lang, 'time_past'), room, type.small);
  const tried = isShared
    ? [
        [say(lang, 'time_same_past'), say(lang, 'time_person_by_person')],
        wrapped(say(lang, 'time_same_past_short'), room, type.small),
        alone,
      ]
    : [alone];
  return tried.find(fits) ?? [];
}

/** What the bands are, each joined to its band by a leader. */
function bandKeys(
  result: Result,
  { lang, focus, strength, narrow }: Asked,
  series: readonly QueueSeries[],
  scales: Scales,
  baseline: number,
): Pick<Header, 'leaders' | 'text'> {
  // an empty queue has no band to point at
  if (strength === 0 || isEmpty(series)) {
    return { leaders: false, text: false };
  }
  const { who, drawn } = focused(series, focus);
  const start = scales.x(0) + 8;
  const inColour = { fill: who.style.text, 'font-size': type.small };
  if (narrow) {
    return { leaders: false, text: label(say(lang, 'time_wide_band_short'), { x: start, y: baseline, ...inColour }) };
  }
  const base = series.find((it) => it.who.isBase);
  const lines = [...series.map((it) => it.drawn.mean), ...(base ? [base.drawn.p05, base.drawn.p95] : [])];
  const wide = say(lang, 'time_wide_band', { B: who.letter });
  const inner = say(lang, 'time_inner_band');
  const next = start + textWidth(wide, type.small) + 20;
  const leader = (left: number, low: readonly number[], high: readonly number[]) => {
    const { x, y } = scales;
    const place = pixel(left + 5);
    const day = ((place - x(0)) / (x(x.day1) - x(0))) * x.day1;
    const on = (values: readonly number[]) => y(valueOn(result, values, day));
    const target = clearOf(lines.map(on), on(high), on(low));
    return [
      el('path', { d: `M${place},${baseline + 5}V${target}`, stroke: who.style.text, 'stroke-width': 1 }),
      el('circle', { cx: place, cy: target, r: 2.2, fill: who.style.text }),
    ];
  };
  return {
    leaders: [leader(start, drawn.p75, drawn.p95), leader(next, drawn.p25, drawn.p75)],
    text: [label(wide, { x: start, y: baseline, ...inColour }), label(inner, { x: next, y: baseline, ...inColour })],
  };
}

/** A place between two others that is as far from all lines as may be, in pixels. */
function clearOf(lines: readonly number[], from: number, to: number): number {
  const distance = (place: number) => Math.min(...lines.map((line) => Math.abs(line - place)));
  const places = [0.5, 0.4, 0.6, 0.3, 0.7, 0.2, 0.8].map((share) => from + share * (to - from));
  return places.find((place) => distance(place) >= 9) ?? places.sort((a, b) => distance(b) - distance(a))[0];
}
