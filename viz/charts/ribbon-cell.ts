/** One cell of the verdict ribbon: a tint that grows with the verdict, hatched where nothing can be told. */
import { textWidth } from './measure-text.ts';
import type { Who } from './scenarios.ts';
import { el, label, type Svg } from './svg.ts';
import { colour, type } from './theme.ts';
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

/** `lines`: its words, or one sign where there is no room for them. */
export function cellShape(cell: Cell, who: Who, { left, right, at, height }: CellPlace, lines: readonly string[]): Svg {
  const [x0, x1] = [pixel(left) + 0.5, pixel(right) - 1.5];
  const opacity = strength[cell.code];
  const middle = (x0 + x1) / 2;
  const isSign = lines.length === 1 && lines[0].length === 1;
  const first = at + height / 2 + 4.5 - (lines.length - 1) * 7.5;
  const widest = Math.max(...lines.map((line) => textWidth(line, type.small)));
  const textX = isSign ? middle : x0 + 6;
  const isHatched = cell.code === 'cannot_tell';
  return el(
    'g',
    { 'data-cell': cell.code, 'data-from': cell.from, 'data-to': cell.to },
    el('rect', {
      x: x0 + 0.5,
      y: at + 0.5,
      width: x1 - x0 - 1,
      height: height - 1,
      fill: opacity > 0 ? who.style.line : 'none',
      'fill-opacity': opacity > 0 ? opacity : undefined,
      stroke: opacity > 0 ? undefined : colour('hairline'),
    }),
    isHatched && el('path', { d: hatch(x0, x1, at, at + height), stroke: colour('edge'), 'stroke-width': 0.8 }),
    isHatched &&
      el('rect', {
        x: isSign ? middle - 7 : textX - 5,
        y: first - 13,
        width: isSign ? 14 : widest + 8,
        height: 17 + (lines.length - 1) * 15,
        fill: colour('paper'),
      }),
    lines.map((line, row) =>
      label(line, {
        x: textX,
        y: first + row * 15,
        'text-anchor': isSign ? 'middle' : undefined,
        'font-size': type.small,
      }),
    ),
  );
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
