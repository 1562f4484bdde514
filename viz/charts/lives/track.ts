/** One life as a track over time: spells as bars, what happened as words above, where the person is as words below. */

import type { Language } from '../../../scenarios/words/words.ts';
import { word } from '../../../scenarios/words/words.ts';
import type { Life, Spell } from '../../result/life.ts';
import { caseworkerClaim, isTreated } from '../../result/life.ts';
import { say } from '../../words/words.ts';
import { textWidth } from '../measure-text.ts';
import type { RoomId } from '../pathway/rooms.ts';
import { doingIn, roomOf, stationOf } from '../pathway/rooms.ts';
import { el, label } from '../svg.ts';
import type { ScenarioStyle } from '../theme.ts';
import { colour, type } from '../theme.ts';

/** Vertical places within a track, from its top. */
const at = { words: 12, tickTop: 18, bar: 24, barHeight: 16, lane: 44, laneHeight: 4, below: 62 } as const;
export const trackHeight = 66;
/** How far the past, the switch and the date reach behind and over the bars, from the top of a track. */
export const behind = { top: at.tickTop, height: at.lane + at.laneHeight + 2 - at.tickTop } as const;

/** What is worth a word above the track, the most telling first. */
const telling = [
  'overdose',
  'died',
  'gone',
  'stable',
  'rationed',
  'gave_up',
  'lost_contact',
  'caseworker_left',
  'relapsed',
  'caseworker',
  'admitted',
  'dropped_out',
  'completed',
  'returned',
  'started',
  'rejected',
] as const;

export interface TrackOptions {
  lang: Language;
  style: ScenarioStyle;
  x: (day: number) => number;
  /** Where words may begin and must have ended. */
  left: number;
  right: number;
  y: number;
}

export function drawTrack(life: Life, options: TrackOptions): string {
  const { x, y, left } = options;
  const lane = (life.holds.get(caseworkerClaim) ?? [])
    .filter(({ to }) => x(to) > left)
    .map(({ from, to }) =>
      el('rect', {
        x: Math.max(left, x(from)),
        y: y + at.lane,
        width: Math.max(1, x(to) - Math.max(left, x(from))),
        height: at.laneHeight,
        fill: colour('served'),
      }),
    );
  return el(
    'g',
    { 'data-scenario': life.scenario },
    life.spells.map((spell) => bar(spell, options)),
    lane,
    end(life, options),
    happenings(life, options),
    below(life, options),
  );
}

const hatchId = ({ letter }: ScenarioStyle) => `lives-waiting-${letter}`;

/** The hatching of waits; once a picture. */
export function hatch(style: ScenarioStyle): string {
  return el(
    'pattern',
    { id: hatchId(style), width: 5, height: 5, patternUnits: 'userSpaceOnUse', patternTransform: 'rotate(45)' },
    el('line', { x1: 1, x2: 1, y1: 0, y2: 5, stroke: style.line, 'stroke-width': 2 }),
  );
}

function bar(spell: Spell, { x, y, style, left: first }: TrackOptions): string {
  const left = Math.max(first, x(spell.from));
  if (x(spell.to) <= first) return '';
  const width = Math.max(0.8, x(spell.to) - left);
  const middle = y + at.bar + at.barHeight / 2;
  const doing = isTreated(spell) ? 'served' : doingIn(spell.position);
  if (doing === 'without') return el('rect', { x: left, y: middle - 1, width, height: 2, fill: colour('away') });
  const box = { x: left, y: y + at.bar, width, height: at.barHeight };
  if (doing === 'served') return el('rect', { ...box, fill: colour('served') });
  // a wait too short for the hatching is still seen in the scenario's colour
  return el('rect', {
    ...box,
    fill: width < 5 ? style.line : `url(#${hatchId(style)})`,
    stroke: width < 5 ? undefined : style.line,
    'stroke-width': width < 5 ? undefined : 1,
  });
}

function end({ exit }: Life, { x, y }: TrackOptions): string {
  if (exit === null) return '';
  const at0 = x(exit.day);
  return el('line', {
    x1: at0,
    x2: at0,
    y1: y + at.bar - 2,
    y2: y + at.bar + at.barHeight + 2,
    stroke: colour('ink'),
    'stroke-width': 2,
  });
}

/** Words above the track, the most telling first, each only where it touches no other. */
function happenings({ moves, exit }: Life, { lang, x, y, left: first, right: last }: TrackOptions): string {
  const taken: [from: number, to: number][] = [];
  const made: string[] = [];
  for (const cause of telling) {
    for (const move of moves) {
      if (move.cause !== cause || x(move.time) < first || (exit && move.time > exit.day)) continue;
      const text = word(lang, `cause_${cause}`);
      const width = textWidth(text, type.small);
      const tick = x(move.time);
      const left = Math.max(first, Math.min(tick - width / 2, last - width));
      if (taken.some(([from, to]) => left < to + 10 && left + width > from - 10)) continue;
      taken.push([left, left + width]);
      made.push(
        label(text, { x: left, y: y + at.words, fill: colour('secondary') }),
        el('line', { x1: tick, x2: tick, y1: y + at.tickTop, y2: y + at.bar, stroke: colour('secondary') }),
      );
    }
  }
  return made.join('');
}

/** Which room the person is in, below stays that are long enough for the words. */
function below({ spells }: Life, { lang, x, y, left: first }: TrackOptions): string {
  const stays: { room: RoomId; from: number; to: number }[] = [];
  for (const { position, from, to } of spells) {
    const room = stationOf(position) as RoomId;
    const last = stays[stays.length - 1];
    if (last?.room === room && last.to === from) last.to = to;
    else stays.push({ room, from, to });
  }
  return stays
    .map(({ room, from, to }) => {
      const text = say(lang, roomOf(room).words);
      const [left, right] = [Math.max(first, x(from)), x(to)];
      if (textWidth(text, type.small) + 8 > right - left) return '';
      return label(text, {
        x: (left + right) / 2,
        y: y + at.below,
        'text-anchor': 'middle',
        fill: colour('tertiary'),
        style: 'font-variant-numeric:normal',
      });
    })
    .join('');
}
