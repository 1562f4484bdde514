/**
 * The ground plan. Wide: two doors at the left, the municipality's rooms above those of TSB, those without a service at the
 * right, those out of contact below all. Narrow: the rooms one under the other.
 */
import type { PlaceId } from './content.ts';
import type { Curve, Point } from './curve.ts';
import { rounded } from './curve.ts';
import type { Way } from './plan-ways.ts';
import { port, waysOf } from './plan-ways.ts';
import type { Rect, RoomContent, RoomPlan } from './room-plan.ts';
import { planRoom } from './room-plan.ts';
import type { Station } from './rooms.ts';
import { roomIds } from './rooms.ts';

export interface Plan {
  width: number;
  height: number;
  rooms: Map<PlaceId, RoomPlan>;
  /** By `from to`. */
  ways: Map<string, Way>;
  isNarrow: boolean;
}

/** Space at the left and right for the ways in and out, above for the arches, between the rows and below for the ways between. */
const margin = { left: 46, right: 58, top: 78, aisle: 92, below: 62, bed: 76 } as const;
/** The same where the rows stand close. */
const closeMargin = { ...margin, top: 66, aisle: 80, below: 44, bed: 57 } as const;

/** What the plan has to be wide enough for, in pixels: the widest figure of a way and of a room. */
export interface Widths {
  way: number;
  room: number;
}

/** @param isClose rows of rooms stand as close as the ways between them allow */
export function planWide(
  content: ReadonlyMap<PlaceId, RoomContent>,
  width: number,
  widths: Widths,
  isClose = false,
): Plan {
  const { left, right, top, aisle: aisleHeight, below, bed } = isClose ? closeMargin : margin;
  const gap = Math.max(38, Math.min(64, width * 0.055), widths.way + 20);
  const column = (width - left - right - 3 * gap) / 4;
  const x = (at: number) => left + at * (column + gap);
  const planned = new Map<PlaceId, RoomPlan>();
  const add = (id: PlaceId, at: number, y: number) => {
    const plan = planRoom(content.get(id) as RoomContent, {
      x: x(at),
      y,
      width: column,
      figure: widths.room,
      inLine: false,
    });
    planned.set(id, plan);
    return plan;
  };
  const upper = (['intake', 'follow_up_waiting', 'follow_up'] as const).map((id, at) => add(id, at, top));
  const aisle = Math.max(...upper.map(bottom));
  const lowerY = aisle + aisleHeight;
  const lower = [add('tsb_waiting', 0, lowerY), add('tsb', 2, lowerY), add('bed', 1, lowerY + bed)];
  const floor = Math.max(...lower.map(bottom));
  // the widest way, out of TSB, is level
  const alone = add('alone', 3, 0);
  add('alone', 3, Math.max(top + 12, lowerY + port - (alone.height - port)));
  const away = planRoom(content.get('away') as RoomContent, {
    x: x(0),
    y: Math.max(floor, bottom(planned.get('alone') as RoomPlan)) + below,
    width: x(3) + column - x(0),
    figure: widths.room,
    inLine: true,
  });
  planned.set('away', away);
  return {
    width,
    height: bottom(away) + 4,
    rooms: planned,
    ways: waysOf(planned, { width, aisle, aisleHeight, top }),
    isNarrow: false,
  };
}

/** On a phone the room of the bed queue is so much narrower. */
const bedIndent = 36;
const usualGap = 8;

/** @param gaps space below each room; the bed queue has the usual one */
export function planNarrow(
  content: ReadonlyMap<PlaceId, RoomContent>,
  width: number,
  widths: Widths,
  gaps: ReadonlyMap<PlaceId, number>,
): Plan {
  const order: PlaceId[] = roomIds.flatMap((id): PlaceId[] => (id === 'tsb_waiting' ? [id, 'bed'] : [id]));
  const planned = new Map<PlaceId, RoomPlan>();
  let y = 1;
  for (const id of order) {
    // the way from the room above runs on beside the bed queue, which is on no way
    const indent = id === 'bed' ? bedIndent : 0;
    const at = { x: 0.5 + indent, y, width: width - 1 - indent, figure: widths.room, inLine: true };
    const plan = planRoom(content.get(id) as RoomContent, at);
    planned.set(id, plan);
    y = bottom(plan) + (gaps.get(id) ?? usualGap);
  }
  return { width, height: y + 1, rooms: planned, ways: new Map(), isNarrow: true };
}

const bottom = ({ y, height }: Rect) => y + height;

/** Straight from room to room, for ways that the plan has no room for; null where one end is outside. */
export function straightWay(plan: Plan, from: Station, to: Station): Curve | null {
  const centre = (station: Station): Point | null => {
    const room = plan.rooms.get(station as PlaceId);
    return room ? [room.x + room.width / 2, room.y + room.height / 2] : null;
  };
  const [start, end] = [centre(from), centre(to)];
  return start && end ? rounded([start, end], 0) : null;
}
