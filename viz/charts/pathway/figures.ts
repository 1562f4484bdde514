/** Names, figures, differences and notes of the rooms. */
import { number } from '../../../scenarios/words/format.ts';
import type { Language } from '../../../scenarios/words/words.ts';
import { say } from '../../words/words.ts';
import { wrapped } from '../measure-text.ts';
import { estimateAt } from '../numbers-of.ts';
import { bandOf } from '../scenarios.ts';
import { el, label } from '../svg.ts';
import { colour, type } from '../theme.ts';
import type { PlaceId } from './content.ts';
import type { Crowd } from './dots.ts';
import { countIn } from './dots.ts';
import { partKey } from './most.ts';
import type { RoomPlan } from './room-plan.ts';
import { lineHeight } from './room-plan.ts';
import { roomOf } from './rooms.ts';
import { isClose } from './still.ts';
import type { View } from './view.ts';
import { meanIn } from './year-flows.ts';

/** Boxes and names: what does not change while time runs. */
export function drawRooms({ plan }: View): string {
  return [...plan.rooms]
    .map(([id, room]) =>
      el(
        'g',
        { 'data-room': id },
        el('rect', {
          x: room.x,
          y: room.y,
          width: room.width,
          height: room.height,
          rx: 3,
          fill: colour(id === 'away' ? 'away-ground' : 'paper'),
          stroke: id === 'away' ? undefined : colour('edge'),
          'stroke-width': id === 'away' ? undefined : 1,
          'stroke-dasharray': id === 'bed' ? '4 3' : undefined,
        }),
        room.title.map((line, at) =>
          label(line, {
            x: room.titleX,
            y: room.titleY + at * lineHeight.title,
            'font-size': type.note,
            // no figures here, and tabular hyphens are as wide as a figure
            style: 'font-variant-numeric:normal',
          }),
        ),
      ),
    )
    .join('');
}

/** What changes from day to day, dots excepted. */
export function drawFigures(view: View, crowd: Crowd | null, beds: Beds | null): string {
  const { plan, who, options } = view;
  return [...plan.rooms]
    .map(([id, room]) => {
      const difference = differenceText(view, id);
      const notes = wrapped(noteOf(view, crowd, beds, id), room.noteWidth, type.small);
      return [
        label(number(options.lang, personsIn(view, crowd, id)), {
          x: room.figureX,
          y: room.figureY,
          'font-size': type.figure,
          'font-weight': 700,
        }),
        difference !== '' &&
          label(difference, {
            x: room.differenceX,
            y: room.differenceY,
            'text-anchor': room.differenceAnchor,
            fill: who.style.text,
          }),
        id !== 'bed' && partLabels(view, crowd, beds, id, room),
        notes
          .filter((line) => line !== '')
          .map((line, at) =>
            label(line, { x: room.figureX, y: room.noteY + at * lineHeight.note, fill: colour('tertiary') }),
          ),
      ]
        .flat()
        .filter((text) => text !== false)
        .join('');
    })
    .join('');
}

/** Persons in a room: of the middle future where it is followed, so that the dots can be counted; else the mean. */
export function personsIn(view: View, crowd: Crowd | null, id: PlaceId): number | null {
  if (crowd !== null) return id === 'bed' ? crowd.waitingBed.length : countIn(crowd, id);
  return meanOf(view, '', id);
}

/** The mean over futures, or with a `base` the mean difference to it, in the month of the day. */
export function meanOf({ result, who, options, month }: View, base: string, id: PlaceId): number | null {
  if (id !== 'bed') return meanIn(result, who.name, base, options.municipality, id, month);
  return bandOf(result, who.name, base, options.municipality, 'waiting', 'bed')?.mean[month] ?? null;
}

/** `2.3 more`, `as A`; empty for the base, and where nothing is compared. */
export function differenceText(view: View, id: PlaceId): string {
  const { base, who, options } = view;
  if (base === undefined || who.isBase) return '';
  const difference = meanOf(view, base.name, id);
  if (difference === null) return '';
  return moreOrFewer(options.lang, difference, base.letter);
}

function moreOrFewer(lang: Language, difference: number, A: string): string {
  const n = number(lang, Math.abs(difference), Math.abs(difference) < 9.95 ? 1 : 0);
  if (!/[1-9]/.test(n)) return say(lang, 'pathway_same', { A });
  return say(lang, difference > 0 ? 'pathway_more' : 'pathway_fewer', { n });
}

function partLabels(
  view: View,
  crowd: Crowd | null,
  beds: Beds | null,
  id: Exclude<PlaceId, 'bed'>,
  room: RoomPlan,
): string {
  const { lang, municipality } = view.options;
  const persons = personsInParts(view, crowd, id);
  return roomOf(id)
    .parts.map(({ words }, at) => {
      if (words === undefined) return '';
      const n = number(lang, persons[at]);
      const isOfBeds = words === 'pathway_part_beds' && municipality === 'provider' && beds !== null;
      const text = isOfBeds
        ? say(lang, 'pathway_part_beds_of', { n, beds: number(lang, beds.staffed) })
        : say(lang, words, { n });
      return wrapped(text, room.noteWidth, type.small)
        .map((line, row) =>
          label(line, {
            x: room.figureX,
            y: room.parts[at].labelY + row * lineHeight.note,
            fill: colour('secondary'),
          }),
        )
        .join('');
    })
    .join('');
}

/** The persons of each part. Means are rounded so that the parts add up to the room's figure. */
function personsInParts(view: View, crowd: Crowd | null, id: Exclude<PlaceId, 'bed'>): (number | null)[] {
  const { parts } = roomOf(id);
  if (crowd !== null) return parts.map((_, at) => crowd.parts.get(partKey(id, at))?.length ?? 0);
  const means = parts.map(({ positions }) => partMean(view, positions));
  const all = means.reduce<number>((sum, mean) => sum + (mean ?? 0), 0);
  let left = Math.round(all);
  return means.map((mean, at) => {
    if (mean === null) return null;
    const shown = at === means.length - 1 ? left : Math.round(mean);
    left -= shown;
    return shown;
  });
}

function partMean({ result, who, options, month }: View, of: readonly string[]): number | null {
  let sum = 0;
  for (const position of of) {
    const band = bandOf(result, who.name, '', options.municipality, 'position', position);
    if (band === undefined) return null;
    sum += band.mean[month];
  }
  return sum;
}

/** Beds of the whole place in the month of the day, means over futures. */
export interface Beds {
  staffed: number;
  inUse: number;
}

export function bedsAt({ result, who, month }: View): Beds | null {
  const lines = result.capacity.filter(
    ({ scenario, resource }) => scenario === who.name && resource !== 'counsellor_posts',
  );
  if (lines.length === 0) return null;
  const sum = (of: (line: (typeof lines)[number]) => number) => lines.reduce((all, line) => all + of(line), 0);
  return { staffed: sum(({ staffed }) => staffed[month]), inUse: sum(({ inUse }) => inUse[month]) };
}

function noteOf(view: View, crowd: Crowd | null, beds: Beds | null, id: PlaceId): string {
  const { lang, municipality } = view.options;
  if (isClose(view.options.still) && id !== 'bed') return '';
  switch (id) {
    case 'bed':
      return say(lang, 'pathway_bed_note');
    case 'tsb':
      if (beds === null || municipality === 'provider') return '';
      return say(lang, 'pathway_beds', { used: number(lang, beds.inUse), beds: number(lang, beds.staffed) });
    case 'follow_up_waiting':
      return crowd === null || crowd.queueElsewhere === 0
        ? ''
        : say(lang, 'pathway_elsewhere', { n: number(lang, crowd.queueElsewhere) });
    case 'follow_up': {
      const [held, places] = ['persons_in_follow_up', 'place_years'].map((measure) => yearMean(view, measure));
      if (held === null || places === null) return '';
      return say(lang, 'pathway_places', { year: view.year, held: number(lang, held), places: number(lang, places) });
    }
    default:
      return '';
  }
}

/** A measure's mean in the calendar year of the day. */
function yearMean({ result, who, options, year }: View, measure: string): number | null {
  const cell = { scenario: who.name, measure, municipality: options.municipality, period: String(year) };
  return estimateAt(result.findings, cell)?.mean ?? null;
}
