/** Where everything stands in one room: its name, figure, parts with their dots, and what is noted below. */
import { wrapped } from '../measure-text.ts';
import { type } from '../theme.ts';

/** Radius of a dot, and from one dot to the next. */
export const dot = { radius: 3, pitch: 8 } as const;

export interface Rect {
  x: number;
  y: number;
  width: number;
  height: number;
}

export interface RoomPlan extends Rect {
  title: readonly string[];
  titleX: number;
  titleY: number;
  figureX: number;
  figureY: number;
  /** Right end of the difference, or its left end where it has a line of its own. */
  differenceX: number;
  differenceAnchor: 'start' | 'end';
  differenceY: number;
  parts: readonly { labelY: number; dotsY: number }[];
  dotsX: number;
  perRow: number;
  noteY: number;
  noteWidth: number;
}

export interface RoomContent {
  title: string;
  /** Each with the most dots it may have to hold; null: none are ever drawn. An empty name: it has none. */
  parts: readonly { longestName: string; most: number | null }[];
  /** As long as what may be noted; empty: nothing is ever noted. */
  longestNote: string;
}

export const lineHeight = { title: 18, note: 17 } as const;
const pad = 10;
/** Kept free for `12.3 fewer` on the line of a name. */
const differenceWidth = 74;

export interface RoomPlace {
  x: number;
  y: number;
  width: number;
  /** Pixels of the widest figure. */
  figure: number;
  /** Whether the figure stands before the name, on one line; else below it. */
  inLine: boolean;
}

export function planRoom(content: RoomContent, { x, y, width, figure, inLine }: RoomPlace): RoomPlan {
  const inner = width - 2 * pad;
  const before = inLine ? figure + 10 : 0;
  const titleX = x + pad + before;
  const title = wrapped(content.title, inLine ? inner - before - differenceWidth : inner, type.note, 600);
  const titleY = y + pad + (inLine ? 15 : 12);
  const figureY = inLine ? titleY : titleY + (title.length - 1) * lineHeight.title + 26;
  const perRow = Math.max(1, Math.floor((inner + dot.pitch - 2 * dot.radius) / dot.pitch));
  // where the two do not fit side by side, the difference has a line of its own
  const isBeside = inLine || figure + differenceWidth <= inner;
  const differenceY = isBeside ? figureY : figureY + lineHeight.title;
  let cursor = (inLine ? titleY + (title.length - 1) * lineHeight.title : differenceY) + 8;
  const parts = content.parts.map(({ longestName, most }) => {
    const labelY = cursor + 13;
    if (longestName !== '') cursor += wrapped(longestName, inner, type.small).length * lineHeight.note + 2;
    const dotsY = cursor + dot.radius + 1;
    if (most !== null) cursor += Math.max(1, Math.ceil(most / perRow)) * dot.pitch + 5;
    return { labelY, dotsY };
  });
  const noteY = cursor + 12;
  const noteLines = content.longestNote === '' ? 0 : wrapped(content.longestNote, inner, type.small).length;
  if (noteLines > 0) cursor += noteLines * lineHeight.note + 2;
  return {
    x,
    y,
    width,
    height: cursor - y + pad - 4,
    title,
    titleX,
    titleY,
    figureX: x + pad,
    figureY,
    differenceX: isBeside ? x + width - pad : x + pad,
    differenceAnchor: isBeside ? 'end' : 'start',
    differenceY,
    parts,
    dotsX: x + pad + dot.radius,
    perRow,
    noteY,
    noteWidth: inner,
  };
}
