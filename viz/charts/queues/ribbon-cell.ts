/** One cell of the verdict ribbon: a tint that grows with the verdict, hatched where nothing can be told. */
import { textWidth } from '../measure-text.ts';
import type { Who } from '../scenarios.ts';
import { el, label, round, type Svg } from '../svg.ts';
import { colour, type } from '../theme.ts';
import { pixel } from './time-marks.ts';
import type { Cell } from './verdict-cells.ts';

/** In pixels. */
export interface CellPlace {
  left: number;
  right: number;
  at: number;
  height: number;
}

/** Opacity of the scenario's colour. */
const strength = { clearly: 0.42, probably: 0.25, on_average: 0.12, none: 0, cannot_tell: 0, missing: 0 } as const;

/** @param lines its words; null: there is no room for them, and a sign stands for them */
export function cellShape(
  cell: Pick<Cell, 'code' | 'sign'>,
  { style }: Who,
  { left, right, at, height }: CellPlace,
  lines: readonly string[] | null,
): Svg {
  const [x0, x1] = [pixel(left) + 0.5, pixel(right) - 1.5];
  const opacity = strength[cell.code];
  const isHatched = cell.code === 'cannot_tell';
  const fill =
    opacity > 0 ? { fill: style.line, 'fill-opacity': opacity } : { fill: 'none', stroke: colour('hairline') };
  return [
    el('rect', { x: x0 + 0.5, y: at + 0.5, width: x1 - x0 - 1, height: height - 1, ...fill }),
    isHatched && el('path', { d: hatch(x0, x1, at, at + height), stroke: colour('edge'), 'stroke-width': 0.8 }),
    lines === null
      ? signShape(cell, (x0 + x1) / 2, at + height / 2, isHatched)
      : written(lines, x0 + 6, at + height / 2, isHatched),
  ];
}

const lineHeight = 15;

/** Words in a cell; on hatching they have a ground of their own, so that no line touches them. */
function written(lines: readonly string[], x: number, middle: number, isHatched: boolean): Svg {
  const first = middle + 4.5 - ((lines.length - 1) * lineHeight) / 2;
  const widest = Math.max(...lines.map((line) => textWidth(line, type.small)));
  return [
    isHatched && ground(x - 5, first - 13, widest + 8, 17 + (lines.length - 1) * lineHeight),
    lines.map((line, row) => label(line, { x, y: first + row * lineHeight, 'font-size': type.small })),
  ];
}

const ground = (x: number, y: number, width: number, height: number) =>
  el('rect', { x, y, width, height, fill: colour('paper') });

/** How many chevrons say how sure a side is. */
const chevrons = { clearly: 3, probably: 2, on_average: 1 } as const;

/** A verdict as a sign: chevrons down for fewer and up for more, the surer the more of them; else a letter. */
function signShape({ code, sign }: Pick<Cell, 'code' | 'sign'>, x: number, y: number, isHatched: boolean): Svg {
  if (code === 'clearly' || code === 'probably' || code === 'on_average') {
    const count = chevrons[code];
    const path = Array.from({ length: count }, (_, i) => {
      const middle = y + (i - (count - 1) / 2) * 5;
      return `M${round(x - 4.5)},${round(middle + sign * 1.75)}L${round(x)},${round(middle - sign * 1.75)}L${round(x + 4.5)},${round(middle + sign * 1.75)}`;
    });
    return el('path', { d: path.join(''), fill: 'none', stroke: colour('ink'), 'stroke-width': 1.7 });
  }
  const text = { cannot_tell: '?', none: '=', missing: '–' }[code];
  return [
    isHatched && ground(x - 6.5, y - 8.5, 13, 17),
    label(text, { x, y: y + 4.5, 'text-anchor': 'middle', 'font-size': type.small }),
  ];
}

/** Slanted lines across a box, as one path. */
function hatch(x0: number, x1: number, y0: number, y1: number): string {
  const height = y1 - y0;
  let path = '';
  for (let foot = x0 - height + 6; foot < x1; foot += 7) {
    const from = Math.max(foot, x0);
    const to = Math.min(foot + height, x1);
    path += `M${from.toFixed(1)},${(y1 - (from - foot)).toFixed(1)}L${to.toFixed(1)},${(y1 - (to - foot)).toFixed(1)}`;
  }
  return path;
}
