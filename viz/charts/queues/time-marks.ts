/** What lies on every chart over time: bands, lines, the date. */

import { textWidth } from '../measure-text.ts';
import type { Who } from '../scenarios.ts';
import { el, label, pathOf, type Svg } from '../svg.ts';
import { colour, stroke, type } from '../theme.ts';
import type { TimeFrame, TimeScale } from './time-frame.ts';

/** What turns a series into places: pixels of days and of values. */
export interface Scales {
  x: TimeScale;
  y: (value: number) => number;
}

export type Part = { days: readonly number[]; from: number; to: number };

/** The points of a series from one index to another, both included. */
export function pointsOf({ x, y }: Scales, { days, from, to }: Part, values: readonly number[]): [number, number][] {
  const points: [number, number][] = [];
  for (let i = from; i <= to; i++) points.push([x(days[i]), y(values[i])]);
  return points;
}

/** The area between two series. */
export function bandPath(scales: Scales, part: Part, low: readonly number[], high: readonly number[]): string {
  const back = pointsOf(scales, part, low).reverse();
  return `${pathOf([...pointsOf(scales, part, high), ...back])}Z`;
}

/** Two bands in one hue: 9 of 10 futures, and within it 5 of 10. `strength` thins both. */
export function bands(
  scales: Scales,
  part: Part,
  { p05, p25, p75, p95 }: Record<'p05' | 'p25' | 'p75' | 'p95', readonly number[]>,
  { name, style }: Who,
  strength: number,
  key = name,
): Svg {
  if (strength === 0) return false;
  const area = (which: string, low: readonly number[], high: readonly number[], opacity: number) =>
    el('path', {
      d: bandPath(scales, part, low, high),
      fill: style.line,
      'fill-opacity': opacity * strength,
      'data-key': `${which}-${key}`,
      'data-scenario': name || undefined,
    });
  return [area('wide', p05, p95, style.band), area('inner', p25, p75, style.inner)];
}

/** A mean line with an opaque casing, so that it is seen on any band. */
export function meanLine(points: readonly [number, number][], { name, style }: Who, width: number, key: string): Svg {
  const d = pathOf(points);
  const line = { d, fill: 'none', 'stroke-linejoin': 'round' };
  return el(
    'g',
    { 'data-scenario': name || undefined },
    el('path', { ...line, stroke: colour('paper'), 'stroke-width': width + 3, 'data-key': `casing-${key}` }),
    el('path', {
      ...line,
      stroke: style.line,
      'stroke-width': width,
      'stroke-dasharray': style.dash,
      'stroke-linecap': style.cap,
      'data-key': `mean-${key}`,
    }),
  );
}

/** The shared past belongs to nobody: ink, solid. */
export const pastOf = (who: Who): Who => ({
  ...who,
  name: '',
  style: { ...who.style, line: colour('a'), dash: undefined, cap: 'butt', band: 0.1, inner: 0.13 },
});

/** The focused line is the thickest, the reference the next. */
export function lineWidth({ name, isBase }: Who, focus: string): number {
  if (name === focus) return stroke.focus;
  return isBase ? stroke.line : 1.8;
}

/** The line of the date from top to bottom. */
export function dateLine(x: number, top: number, bottom: number): Svg {
  return el('path', {
    d: `M${pixel(x)},${top}V${bottom}`,
    stroke: colour('accent'),
    'stroke-width': 1.5,
    'data-date-line': 'true',
  });
}

/** The date in words above its line, never beyond the picture. */
export function datePill(text: string, x: number, top: number, { width }: TimeFrame): Svg {
  const half = (textWidth(text, type.small, 600) + 16) / 2;
  const middle = Math.max(half, Math.min(width - half, x));
  return el(
    'g',
    { 'data-date-label': 'true' },
    el('rect', { x: middle - half, y: top, width: 2 * half, height: 21, rx: 3, fill: colour('accent') }),
    label(text, {
      x: middle,
      y: top + 15,
      'text-anchor': 'middle',
      'font-size': type.small,
      'font-weight': 600,
      fill: colour('paper'),
    }),
  );
}

/** Where the date meets a line. */
export function dateDot(x: number, y: number, { name, style }: Who, isFocus: boolean, key = name): Svg {
  return el('circle', {
    cx: x,
    cy: y,
    r: isFocus ? 4.5 : 3.8,
    fill: style.line,
    stroke: colour('paper'),
    'stroke-width': 1.5,
    'data-scenario': name || undefined,
    'data-key': `dot-${key}`,
  });
}

/** The middle of a pixel, so that a hairline is one pixel wide. */
export const pixel = (value: number): number => Math.round(value - 0.5) + 0.5;
