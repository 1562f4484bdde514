/** The ways of the wide plan: from which side of which room to which, and where their figures stand. */
import type { PlaceId } from './content.ts';
import type { Curve, Point } from './curve.ts';
import { rounded, swung } from './curve.ts';
import type { Rect, RoomPlan } from './room-plan.ts';
import type { RoomId, Station } from './rooms.ts';

export interface Way {
  from: Station;
  to: Station;
  curve: Curve;
  /** Where its figure stands for a way of a width. */
  label: (width: number) => { x: number; y: number; anchor: 'start' | 'middle' | 'end' };
  /** The place's name stands under the figure: at the edges, where there is no room. */
  isNamed: boolean;
}

export const wayKey = (from: Station, to: Station): string => `${from} ${to}`;

/** Widest way, in pixels. */
export const widest = 16;
/** From the top of a room down to the ways at its sides. */
export const port = 40;
const bend = 22;

/** The free ground that ways may take. */
interface Ground {
  width: number;
  /** Between the upper and the lower rooms: where it begins, and how high it is. */
  aisle: number;
  aisleHeight: number;
  /** Where the upper rooms begin. */
  top: number;
}

type Rooms = Record<RoomId, Rect>;
type Add = (from: Station, to: Station, curve: Curve, label: Way['label'], isNamed?: boolean) => void;

/** @returns by `wayKey` */
export function waysOf(planned: ReadonlyMap<PlaceId, RoomPlan>, ground: Ground): Map<string, Way> {
  const rooms = Object.fromEntries(planned) as unknown as Rooms;
  const made = new Map<string, Way>();
  const add: Add = (from, to, curve, label, isNamed = false) =>
    made.set(wayKey(from, to), { from, to, curve, label, isNamed });
  inAndOut(rooms, ground, add);
  alongTheRows(rooms, add);
  overTheRooms(rooms, ground, add);
  throughTheAisle(rooms, ground, add);
  outOfContact(rooms, add);
  return made;
}

/** In by two doors at the left, out of the model at the right. */
function inAndOut({ intake, tsb_waiting, alone, away }: Rooms, { width }: Ground, add: Add): void {
  for (const [to, room] of [
    ['intake', intake],
    ['tsb_waiting', tsb_waiting],
  ] as const) {
    const y = room.y + port;
    add('new', to, level([4, y], [room.x, y]), over(20, y), true);
  }
  for (const [from, to, room, y] of [
    ['alone', 'stable', alone, alone.y + port],
    ['away', 'gone', away, away.y + away.height / 2],
  ] as const) {
    const x = room.x + room.width;
    add(from, to, level([x, y], [width - 2, y]), over((x + width - 2) / 2, y), true);
  }
}

/** From left to right, in the municipality's row, in that of TSB, and out of a service. */
function alongTheRows(rooms: Rooms, add: Add): void {
  const { intake, follow_up_waiting: queue, follow_up, tsb_waiting, tsb, alone } = rooms;
  add('intake', 'follow_up_waiting', level(right(intake), left(queue)), over(between(intake, queue), right(intake)[1]));
  add(
    'follow_up_waiting',
    'follow_up',
    level(right(queue), left(follow_up)),
    over(between(queue, follow_up), right(queue)[1]),
  );
  add('tsb_waiting', 'tsb', level(right(tsb_waiting), left(tsb)), over(middle(queue), right(tsb)[1]));
  // a room without dots is low: the two ways in keep apart
  const upper: Point = [alone.x, alone.y + Math.min(port, (alone.height - port) / 2)];
  const lower: Point = [alone.x, bottom(alone) - port];
  add('follow_up', 'alone', swung(right(follow_up), upper), over(between(follow_up, alone), right(follow_up)[1]));
  const below = Math.max(right(tsb)[1], lower[1]);
  add('tsb', 'alone', swung(right(tsb), lower), (width) => ({
    x: alone.x - 4,
    y: below + width / 2 + 16,
    anchor: 'end',
  }));
}

/** In arches: past the queue straight into follow-up, and back to intake. */
function overTheRooms({ intake, follow_up_waiting: queue, follow_up, alone }: Rooms, { top }: Ground, add: Add): void {
  const low = top - 30;
  const high = 16;
  const arch = (from: Point, to: Point, y: number) => rounded([from, [from[0], y], [to[0], y], to], bend);
  add('intake', 'follow_up', arch(head(intake, 0.8), head(follow_up, 0.2), low), under(middle(queue), low));
  const right = follow_up.x + follow_up.width;
  add('alone', 'intake', arch(head(alone, 0.5), head(intake, 0.3), high), under(right + 20, high));
}

/** Between the municipality's row and that of TSB. */
function throughTheAisle(rooms: Rooms, { aisle, aisleHeight }: Ground, add: Add): void {
  const { intake, follow_up_waiting: queue, follow_up, tsb_waiting, tsb } = rooms;
  const down = (from: Rect, to: Rect, share: number): [Point, Point] => [
    [head(to, share)[0], bottom(from)],
    head(to, share),
  ];
  const across = (from: Point, to: Point, y: number) => rounded([from, [from[0], y], [to[0], y], to], bend);
  const [upper, lower] = [aisle + aisleHeight * 0.3, aisle + aisleHeight * 0.62];
  const [firstText, lastText] = [aisle + 24, aisle + aisleHeight - 16];

  const referred = down(intake, tsb_waiting, 0.18);
  add('intake', 'tsb_waiting', level(...referred), after(referred[0][0], firstText));
  add('tsb', 'intake', across(head(tsb, 0.14), foot(intake, 0.76), upper), over(middle(queue), upper));
  const again = across(foot(follow_up, 0.28), head(tsb_waiting, 0.78), lower);
  add('follow_up', 'tsb_waiting', again, under(middle(queue), lower));
  const [rise, fall] = [down(follow_up, tsb, 0.92), down(follow_up, tsb, 0.42)];
  add('tsb', 'follow_up', level(rise[1], rise[0]), before(rise[0][0], firstText));
  add('follow_up', 'tsb', level(...fall), after(fall[0][0], lastText));
}

/** Down to those out of contact, and back up. */
function outOfContact({ tsb_waiting, tsb, alone, follow_up, away }: Rooms, add: Add): void {
  const text = away.y - 16;
  const shaft = (room: Rect, share: number): [Point, Point] => [foot(room, share), [foot(room, share)[0], away.y]];
  for (const [id, room, share] of [
    ['tsb_waiting', tsb_waiting, 0.16],
    ['tsb', tsb, 0.2],
  ] as const) {
    const [end, start] = shaft(room, share);
    add('away', id, level(start, end), after(end[0], text));
  }
  for (const [id, room, share] of [
    ['tsb_waiting', tsb_waiting, 0.78],
    ['tsb', tsb, 0.78],
    ['alone', alone, 0.5],
  ] as const) {
    const [start, end] = shaft(room, share);
    add(id, 'away', level(start, end), after(end[0], text));
  }
  // from the upper row past that of TSB
  const start: Point = [follow_up.x + follow_up.width, bottom(follow_up) - 20];
  const x = start[0] + 8;
  add('follow_up', 'away', rounded([start, [x, start[1]], [x, away.y]], 8), after(x, text));
}

// ---- sides of rooms ----

const bottom = ({ y, height }: Rect) => y + height;
const middle = ({ x, width }: Rect) => x + width / 2;
const between = (a: Rect, b: Rect) => (a.x + a.width + b.x) / 2;
const left = ({ x, y }: Rect): Point => [x, y + port];
const right = ({ x, y, width }: Rect): Point => [x + width, y + port];
const head = ({ x, y, width }: Rect, share: number): Point => [x + width * share, y];
const foot = (room: Rect, share: number): Point => [room.x + room.width * share, bottom(room)];
const level = (from: Point, to: Point) => rounded([from, to], 0);

// ---- where a figure stands: over, under, before or after a way that passes a place ----

const over =
  (x: number, y: number): Way['label'] =>
  (width) => ({ x, y: y - width / 2 - 6, anchor: 'middle' });
const under =
  (x: number, y: number): Way['label'] =>
  (width) => ({ x, y: y + width / 2 + 15, anchor: 'middle' });
const after =
  (x: number, y: number): Way['label'] =>
  (width) => ({ x: x + width / 2 + 7, y, anchor: 'start' });
const before =
  (x: number, y: number): Way['label'] =>
  (width) => ({ x: x - width / 2 - 7, y, anchor: 'end' });
