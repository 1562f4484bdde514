/**
 * The ground plan. Wide: two doors at the left, the municipality's rooms above those of TSB, those without a service at the
 * right, those out of contact below all. Narrow: the rooms one under the other.
 */
import type { PlaceId } from './content.ts';
import type { Curve, Point } from './curve.ts';
import { endOf, rounded, swung } from './curve.ts';
import type { Rect, RoomContent, RoomPlan } from './room-plan.ts';
import { planRoom } from './room-plan.ts';
import type { Station } from './rooms.ts';
import { roomIds } from './rooms.ts';

export interface Way {
  from: Station;
  to: Station;
  curve: Curve;
  /** Where its figure stands for a way of a width. */
  label: (width: number) => { x: number; y: number; anchor: 'start' | 'middle' | 'end' };
  /** The place's name stands under the figure: at the edges, where there is no room. */
  isNamed: boolean;
}

export interface Plan {
  width: number;
  height: number;
  rooms: Map<PlaceId, RoomPlan>;
  /** By `from to`. */
  ways: Map<string, Way>;
  isNarrow: boolean;
}

export const wayKey = (from: Station, to: Station): string => `${from} ${to}`;

/** Widest way, in pixels. */
export const widest = 16;
/** From the top of a room down to the ways at its sides. */
const port = 40;
const margin = { left: 46, right: 58, top: 78, aisle: 92, below: 62 } as const;

/** What the plan has to be wide enough for, in pixels: the widest figure of a way and of a room. */
export interface Widths {
  way: number;
  room: number;
}

export function planWide(content: ReadonlyMap<PlaceId, RoomContent>, width: number, widths: Widths): Plan {
  const gap = Math.max(38, Math.min(64, width * 0.055), widths.way + 20);
  const column = (width - margin.left - margin.right - 3 * gap) / 4;
  const x = (at: number) => margin.left + at * (column + gap);
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
  const upper = (['intake', 'follow_up_waiting', 'follow_up'] as const).map((id, at) => add(id, at, margin.top));
  const aisle = Math.max(...upper.map(bottom));
  const lowerY = aisle + margin.aisle;
  const lower = [add('tsb_waiting', 0, lowerY), add('tsb', 2, lowerY), add('bed', 1, lowerY + 76)];
  const floor = Math.max(...lower.map(bottom));
  // the widest way, out of TSB, is level
  const alone = add('alone', 3, 0);
  add('alone', 3, Math.max(margin.top + 12, lowerY + port - (alone.height - port)));
  const away = planRoom(content.get('away') as RoomContent, {
    x: x(0),
    y: Math.max(floor, bottom(planned.get('alone') as RoomPlan)) + margin.below,
    width: x(3) + column - x(0),
    figure: widths.room,
    inLine: true,
  });
  planned.set('away', away);
  return { width, height: bottom(away) + 4, rooms: planned, ways: waysOf(planned, width, aisle), isNarrow: false };
}

/** On a phone the room of the bed queue is so much narrower. */
export const bedIndent = 36;

export function planNarrow(
  content: ReadonlyMap<PlaceId, RoomContent>,
  width: number,
  widths: Widths,
  gapAfter: (id: PlaceId) => number,
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
    y = bottom(plan) + gapAfter(id);
  }
  const last = planned.get(order[order.length - 1]) as RoomPlan;
  return { width, height: bottom(last) + gapAfter('away') + 1, rooms: planned, ways: new Map(), isNarrow: true };
}

const bottom = ({ y, height }: Rect) => y + height;

function waysOf(rooms: ReadonlyMap<PlaceId, RoomPlan>, width: number, aisle: number): Map<string, Way> {
  const of = (id: PlaceId) => rooms.get(id) as RoomPlan;
  const [I, Q, F] = [of('intake'), of('follow_up_waiting'), of('follow_up')];
  const [W, T, N, O] = [of('tsb_waiting'), of('tsb'), of('alone'), of('away')];
  const made = new Map<string, Way>();
  const add = (from: Station, to: Station, curve: Curve, label: Way['label'], isNamed = false) =>
    made.set(wayKey(from, to), { from, to, curve, label, isNamed });
  const left = (room: Rect, down: number): Point => [room.x, room.y + down];
  const right = (room: Rect, down: number): Point => [room.x + room.width, room.y + down];
  const top = (room: Rect, share: number): Point => [room.x + room.width * share, room.y];
  const foot = (room: Rect, share: number): Point => [room.x + room.width * share, bottom(room)];
  const over =
    (x: number, y: number): Way['label'] =>
    (w) => ({ x, y: y - w / 2 - 6, anchor: 'middle' });
  const under =
    (x: number, y: number): Way['label'] =>
    (w) => ({ x, y: y + w / 2 + 15, anchor: 'middle' });
  const beside =
    (x: number, y: number): Way['label'] =>
    (w) => ({ x: x + w / 2 + 7, y, anchor: 'start' });
  const before =
    (x: number, y: number): Way['label'] =>
    (w) => ({ x: x - w / 2 - 7, y, anchor: 'end' });
  const level = (from: Point, to: Point) => rounded([from, to], 0);
  const between = (a: Rect, b: Rect) => (a.x + a.width + b.x) / 2;

  // in by two doors
  for (const room of [I, W]) {
    const [x, y] = left(room, port);
    add('new', room === I ? 'intake' : 'tsb_waiting', level([4, y], [x, y]), over(20, y), true);
  }
  // the municipality's rooms, left to right
  add('intake', 'follow_up_waiting', level(right(I, port), left(Q, port)), over(between(I, Q), I.y + port));
  add('follow_up_waiting', 'follow_up', level(right(Q, port), left(F, port)), over(between(Q, F), F.y + port));
  const arch = margin.top - 30;
  const jump: Point[] = [top(I, 0.8), [top(I, 0.8)[0], arch], [top(F, 0.2)[0], arch], top(F, 0.2)];
  add('intake', 'follow_up', rounded(jump, 22), under(Q.x + Q.width / 2, arch));
  // TSB, left to right
  add('tsb_waiting', 'tsb', level(right(W, port), left(T, port)), over(Q.x + Q.width / 2, T.y + port));
  // out of a service
  // a room without dots is low: the ways in keep apart
  const enter = [N.y + Math.min(port, (N.height - port) / 2), bottom(N) - port];
  const upperExit = right(F, port);
  add('follow_up', 'alone', swung(upperExit, [N.x, enter[0]]), over(between(F, N), F.y + port));
  const lowerExit = right(T, port);
  add('tsb', 'alone', swung(lowerExit, [N.x, enter[1]]), (w) => ({
    x: N.x - 4,
    y: Math.max(lowerExit[1], enter[1]) + w / 2 + 16,
    anchor: 'end',
  }));
  // between the two
  const [low, high] = [aisle + margin.aisle * 0.3, aisle + margin.aisle * 0.62];
  add('intake', 'tsb_waiting', level([top(W, 0.18)[0], bottom(I)], top(W, 0.18)), beside(top(W, 0.18)[0], aisle + 24));
  const back: Point[] = [top(T, 0.14), [top(T, 0.14)[0], low], [foot(I, 0.76)[0], low], foot(I, 0.76)];
  add('tsb', 'intake', rounded(back, 22), over(Q.x + Q.width / 2, low));
  const again: Point[] = [foot(F, 0.28), [foot(F, 0.28)[0], high], [top(W, 0.78)[0], high], top(W, 0.78)];
  add('follow_up', 'tsb_waiting', rounded(again, 22), under(Q.x + Q.width / 2, high));
  const aisleText = aisle + margin.aisle - 16;
  const lift = (share: number): [Point, Point] => [
    [top(T, share)[0], T.y],
    [top(T, share)[0], bottom(F)],
  ];
  const [rise, fall] = [lift(0.92), lift(0.42)];
  add('tsb', 'follow_up', level(rise[0], rise[1]), before(rise[0][0], aisle + 24));
  add('follow_up', 'tsb', level(fall[1], fall[0]), beside(fall[0][0], aisleText));
  const arc = 16;
  const round: Point[] = [top(N, 0.5), [top(N, 0.5)[0], arc], [top(I, 0.3)[0], arc], top(I, 0.3)];
  add('alone', 'intake', rounded(round, 26), under(F.x + F.width + 20, arc));
  // out of contact, and back
  const sink = (room: Rect, share: number): [Point, Point] => [foot(room, share), [foot(room, share)[0], O.y]];
  const text = O.y - 16;
  const drop = (from: Station, room: Rect, share: number) => {
    const [start, end] = sink(room, share);
    add(from, 'away', level(start, end), beside(end[0], text));
  };
  const climb = (to: Station, room: Rect, share: number) => {
    const [end, start] = sink(room, share);
    add('away', to, level(start, end), beside(end[0], text));
  };
  climb('tsb_waiting', W, 0.16);
  drop('tsb_waiting', W, 0.78);
  climb('tsb', T, 0.2);
  drop('tsb', T, 0.78);
  drop('alone', N, 0.5);
  const shaft = F.x + F.width + 8;
  const exit = right(F, F.height - 20);
  add('follow_up', 'away', rounded([exit, [shaft, exit[1]], [shaft, O.y]], 8), beside(shaft, text));
  // out of the model
  for (const [from, to, room, y] of [
    ['alone', 'stable', N, N.y + port],
    ['away', 'gone', O, O.y + O.height / 2],
  ] as const) {
    const x = room.x + room.width;
    add(from, to, level([x, y], [width - 2, y]), over((x + width - 2) / 2, y), true);
  }
  return made;
}

/** Straight from place to place, for ways that the plan has no room for. */
export function straightWay(plan: Plan, from: Station, to: Station): Curve | null {
  const centre = (station: Station): Point | null => {
    const room = plan.rooms.get(station as PlaceId);
    return room ? [room.x + room.width / 2, room.y + room.height / 2] : null;
  };
  const [start, end] = [centre(from), centre(to)];
  return start && end ? rounded([start, end], 0) : null;
}

export const placeOfArrival = (way: Way): Point => endOf(way.curve);
