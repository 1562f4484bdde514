/** Ways from room to room: chains of cubic curves, that can be drawn and walked along. */
import { round } from '../svg.ts';

export type Point = readonly [x: number, y: number];
/** Begin, two handles, end. */
type Cubic = readonly [Point, Point, Point, Point];

export interface Curve {
  pieces: readonly Cubic[];
  /** Length of each piece, about. */
  lengths: readonly number[];
}

/** Level ground first, then a slope, level again: for ways between two sides of rooms that face each other. */
export function swung(from: Point, to: Point): Curve {
  const middle = (from[0] + to[0]) / 2;
  return curveOf([[from, [middle, from[1]], [middle, to[1]], to]]);
}

/** Straight from point to point, with round corners. */
export function rounded(points: readonly Point[], radius: number): Curve {
  const pieces: Cubic[] = [];
  let at = points[0];
  for (let i = 1; i < points.length; i++) {
    const corner = points[i];
    const next = points[i + 1];
    if (next === undefined) {
      pieces.push(straight(at, corner));
      break;
    }
    const bend = Math.min(radius, distance(at, corner), distance(corner, next) / (i + 2 < points.length ? 2 : 1));
    const before = towards(corner, at, bend);
    const after = towards(corner, next, bend);
    pieces.push(straight(at, before), [before, towards(corner, at, bend / 2), towards(corner, next, bend / 2), after]);
    at = after;
  }
  return curveOf(pieces);
}

/** The way as path data. */
export function pathData({ pieces }: Curve): string {
  const text = (point: Point) => `${round(point[0])},${round(point[1])}`;
  return `M${text(pieces[0][0])}${pieces.map(([, a, b, end]) => `C${text(a)} ${text(b)} ${text(end)}`).join('')}`;
}

/** Where one is after a share (0–1) of the way. */
export function pointAt({ pieces, lengths }: Curve, share: number): Point {
  let left = Math.max(0, Math.min(1, share)) * lengths.reduce((sum, length) => sum + length, 0);
  for (let i = 0; i < pieces.length; i++) {
    if (left <= lengths[i] || i === pieces.length - 1) {
      return onCubic(pieces[i], lengths[i] === 0 ? 1 : Math.min(1, left / lengths[i]));
    }
    left -= lengths[i];
  }
  return pieces[0][0];
}

export const endOf = ({ pieces }: Curve): Point => pieces[pieces.length - 1][3];

/** In which direction one arrives, as a unit step. */
export function arrival({ pieces }: Curve): Point {
  const [, , handle, end] = pieces[pieces.length - 1];
  const length = distance(handle, end) || 1;
  return [(end[0] - handle[0]) / length, (end[1] - handle[1]) / length];
}

function curveOf(pieces: readonly Cubic[]): Curve {
  const kept = pieces.filter(([from, , , to]) => distance(from, to) > 1e-6);
  const whole = kept.length > 0 ? kept : pieces.slice(0, 1);
  return {
    pieces: whole,
    lengths: whole.map(([a, b, c, d]) => (distance(a, b) + distance(b, c) + distance(c, d) + distance(a, d)) / 2),
  };
}

function straight(from: Point, to: Point): Cubic {
  const third = (share: number): Point => [from[0] + (to[0] - from[0]) * share, from[1] + (to[1] - from[1]) * share];
  return [from, third(1 / 3), third(2 / 3), to];
}

function onCubic([a, b, c, d]: Cubic, t: number): Point {
  const u = 1 - t;
  const mix = (i: 0 | 1) => u * u * u * a[i] + 3 * u * u * t * b[i] + 3 * u * t * t * c[i] + t * t * t * d[i];
  return [mix(0), mix(1)];
}

const distance = (a: Point, b: Point) => Math.hypot(a[0] - b[0], a[1] - b[1]);

function towards(from: Point, to: Point, by: number): Point {
  const length = distance(from, to) || 1;
  return [from[0] + ((to[0] - from[0]) * by) / length, from[1] + ((to[1] - from[1]) * by) / length];
}
