/** Reads a picture back: texts with their boxes, lines with their points. For tests of what is drawn where. */

import type { Drawing } from '../../../viz/charts/chart.ts';
import { textWidth } from '../../../viz/charts/measure-text.ts';

export interface DrawnText {
  text: string;
  left: number;
  right: number;
  top: number;
  bottom: number;
}

/** All texts of a picture, where they stand. Knows groups that are moved by `translate`, and nothing else that moves. */
export function textsOf(svg: string): DrawnText[] {
  const found: DrawnText[] = [];
  const moved: [number, number][] = [[0, 0]];
  for (const [tag] of svg.matchAll(/<g\b[^>]*>|<\/g>|<text\b[^>]*>.*?<\/text>/gs)) {
    if (tag === '</g>') moved.pop();
    else if (tag.startsWith('<g')) {
      const [x, y] = moved[moved.length - 1];
      const [, dx = '0', dy = '0'] = /translate\(([-\d.]+),([-\d.]+)\)/.exec(tag) ?? [];
      moved.push([x + Number(dx), y + Number(dy)]);
    } else found.push(boxOf(tag, moved[moved.length - 1]));
  }
  return found;
}

function boxOf(element: string, [dx, dy]: [number, number]): DrawnText {
  const opening = element.slice(0, element.indexOf('>') + 1);
  const attribute = (name: string, otherwise: string) =>
    new RegExp(` ${name}="([^"]*)"`).exec(opening)?.[1] ?? otherwise;
  const size = Number(attribute('font-size', '13'));
  const text = element
    .replace(/<[^>]*>/g, '')
    .replace(/&amp;/g, '&')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>');
  const width = textWidth(text, size, Number(attribute('font-weight', '400')));
  const x = Number(attribute('x', '0')) + dx;
  const y = Number(attribute('y', '0')) + dy;
  const left = { start: x, middle: x - width / 2, end: x - width }[attribute('text-anchor', 'start')] as number;
  return { text, left, right: left + width, top: y - size * 0.74, bottom: y + size * 0.2 };
}

/** Pairs of texts that touch. */
export function touching(texts: readonly DrawnText[]): string[] {
  return texts.flatMap((a, i) =>
    texts
      .slice(i + 1)
      .filter((b) => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom)
      .map((b) => `"${a.text}" and "${b.text}"`),
  );
}

/** The points of the path with a `data-key`. */
export function pathOf(svg: string, key: string): [number, number][] {
  const [element = ''] = svg.match(new RegExp(`<path [^>]*data-key="${key.replace(/[+.]/g, '\\$&')}"[^>]*>`)) ?? [];
  const path = / d="([^"]*)"/.exec(element)?.[1] ?? '';
  return [...path.matchAll(/[ML]([-\d.]+),([-\d.]+)/g)].map(([, x, y]) => [Number(x), Number(y)]);
}

/** Where upright lines of the date stand. */
export function dateLines(svg: string): number[] {
  return [...svg.matchAll(/<path d="M([-\d.]+),[^"]*"[^>]*data-date-line/g)].map(([, x]) => Number(x));
}

/** The height in pixels of a value on the axis of persons, from its labelled gridlines: two of them fix the scale. */
export function valueAt({ svg }: Pick<Drawing, 'svg'>, numbers: readonly [number, number], y: number): number {
  const texts = textsOf(svg);
  const [a, b] = numbers.map((number) => {
    const it = texts.find(({ text }) => text === String(number));
    if (!it) throw new Error(`no gridline at ${number}`);
    // baselines stand 0.35 of the size under the line
    return it.bottom - it.top > 0 ? it.bottom - 13 * (0.2 + 0.35) : 0;
  });
  return numbers[0] + ((y - a) / (b - a)) * (numbers[1] - numbers[0]);
}
