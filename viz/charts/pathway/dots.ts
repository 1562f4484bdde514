/** The people of the middle future, a dot each or a dot for so many, in their rooms and on their way. */
import { positions } from '../../../model/record.ts';
import type { Moment, Replay } from '../../result/replay.ts';
import { hasClaim, isPresent, replayOf } from '../../result/replay.ts';
import { el, round } from '../svg.ts';
import { colour } from '../theme.ts';
import { pointAt } from './curve.ts';
import { bedClaim, partKey } from './most.ts';
import { straightWay } from './plan.ts';
import { wayKey } from './plan-ways.ts';
import type { RoomPlan } from './room-plan.ts';
import { dot } from './room-plan.ts';
import type { Doing, RoomId } from './rooms.ts';
import { placeOf, roomOf, rooms, stationOf } from './rooms.ts';
import type { View } from './view.ts';

/** Who is where. */
export interface Crowd {
  replay: Replay;
  moment: Moment;
  /** `room part` → persons (index in `Replay.persons`), longest there first. */
  parts: Map<string, number[]>;
  waitingBed: number[];
  /** Queueing for follow-up from another room. */
  queueElsewhere: number;
}

/** Most dots on their way at once. */
const mostTravelling = 30;
const queueClaim = 'waiting follow_up';

export function crowdOf({ result, who, options, hasDots }: View): Crowd | null {
  if (!hasDots) return null;
  const replay = replayOf(result.middle, who.name);
  const moment = replay.at(options.day);
  const parts = new Map<string, number[]>();
  const waitingBed: number[] = [];
  let queueElsewhere = 0;
  for (let person = 0; person < replay.persons.length; person++) {
    if (!isPresent(moment.position[person])) continue;
    if (options.municipality !== 'provider' && replay.persons[person].municipality !== options.municipality) continue;
    const place = placeOf[moment.position[person]];
    if (place === undefined) continue;
    const key = partKey(place.room, place.part);
    const list = parts.get(key);
    if (list) list.push(person);
    else parts.set(key, [person]);
    if (hasClaim(moment, person, bedClaim)) waitingBed.push(person);
    if (place.room !== 'follow_up_waiting' && hasClaim(moment, person, queueClaim)) queueElsewhere++;
  }
  for (const list of parts.values()) list.sort((a, b) => moment.since[a] - moment.since[b] || a - b);
  return { replay, moment, parts, waitingBed, queueElsewhere };
}

export function countIn({ parts }: Crowd, room: RoomId): number {
  return roomOf(room).parts.reduce((sum, _, at) => sum + (parts.get(partKey(room, at))?.length ?? 0), 0);
}

/** All dots; with `data-person` where a dot is one person. */
export function drawDots(view: View, crowd: Crowd, freeBeds: number): string {
  const { plan, perDot, who } = view;
  const travelling = travellersOf(view, crowd);
  const fill: Record<Doing, string> = { waiting: who.style.line, served: colour('served'), without: colour('away') };
  const groups = rooms.map(({ id, doing, parts }) =>
    el(
      'g',
      { fill: fill[doing] },
      parts.map((_, at) => {
        const persons = crowd.parts.get(partKey(id, at)) ?? [];
        const room = plan.rooms.get(id) as RoomPlan;
        if (perDot > 1) {
          const dots = Math.round(persons.length / perDot);
          return Array.from({ length: dots }, (_unused, slot) => circle(room, at, slot)).join('');
        }
        return persons
          .map((person, slot) =>
            travelling.has(person) ? '' : circle(room, at, slot, crowd.replay.persons[person].id),
          )
          .join('');
      }),
    ),
  );
  const bed = plan.rooms.get('bed') as RoomPlan;
  const tsb = plan.rooms.get('tsb') as RoomPlan;
  const inBeds = Math.round((crowd.parts.get(partKey('tsb', 1))?.length ?? 0) / perDot);
  const ring = { fill: colour('paper'), 'stroke-width': 1.2 };
  return [
    ...groups,
    el(
      'g',
      { ...ring, stroke: who.style.line },
      Array.from({ length: Math.round(crowd.waitingBed.length / perDot) }, (_, slot) => circle(bed, 0, slot)),
    ),
    el(
      'g',
      { ...ring, stroke: colour('served') },
      Array.from({ length: Math.round(freeBeds / perDot) }, (_, slot) => circle(tsb, 1, inBeds + slot)),
    ),
    ...[...travelling].map(([person, { x, y, doing }]) =>
      el('circle', { 'data-person': crowd.replay.persons[person].id, cx: x, cy: y, r: dot.radius, fill: fill[doing] }),
    ),
  ].join('');
}

function circle({ dotsX, parts, perRow }: RoomPlan, part: number, slot: number, person?: string): string {
  const cx = round(dotsX + (slot % perRow) * dot.pitch);
  const cy = round(parts[part].dotsY + Math.floor(slot / perRow) * dot.pitch);
  return `<circle${person === undefined ? '' : ` data-person="${person}"`} cx="${cx}" cy="${cy}" r="${dot.radius}"/>`;
}

interface Traveller {
  x: number;
  y: number;
  doing: Doing;
}

/** Who has changed room in the last days, and how far along the way: the latest first, as many as can be followed. */
function travellersOf({ plan, perDot, options }: View, crowd: Crowd): Map<number, Traveller> {
  const { day, travelDays = 0, municipality } = options;
  const made = new Map<number, Traveller>();
  if (travelDays <= 0 || perDot > 1 || plan.isNarrow) return made;
  const moves = crowd.replay.between(day - travelDays, day);
  for (let at = moves.length - 1; at >= 0 && made.size < mostTravelling; at--) {
    const { person, from, to, time } = moves[at];
    const place = placeOf[positions.indexOf(to)];
    const start = stationOf(from);
    if (place === undefined || start === place.room || made.has(person)) continue;
    if (municipality !== 'provider' && crowd.replay.persons[person].municipality !== municipality) continue;
    const curve = plan.ways.get(wayKey(start, place.room))?.curve ?? straightWay(plan, start, place.room);
    if (curve === null) continue;
    const [x, y] = pointAt(curve, (day - time) / travelDays);
    made.set(person, { x, y, doing: roomOf(place.room).doing });
  }
  return made;
}
