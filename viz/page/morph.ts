/** Elements of a redrawn picture move from where they were: those with the same `data-key`, 180 ms, never their colour. */
import { easeCubicOut, interpolateString, select, transition } from 'd3';
import { prefersStill } from './dom.ts';

const moved = ['d', 'cx', 'cy', 'x', 'y', 'x1', 'x2', 'y1', 'y2', 'width', 'height', 'transform', 'points'] as const;
const duration = 180;

/** Replaces the picture in `box`, moving what both pictures know. */
export function morph(box: Element, svg: string): void {
  const before = new Map<string, Map<string, string>>();
  if (!prefersStill()) {
    for (const element of box.querySelectorAll('[data-key]')) {
      before.set(element.getAttribute('data-key') ?? '', attributesOf(element));
    }
  }
  box.innerHTML = svg;
  for (const element of box.querySelectorAll('[data-key]')) {
    const from = before.get(element.getAttribute('data-key') ?? '');
    if (from) move(element, from);
  }
}

function attributesOf(element: Element): Map<string, string> {
  return new Map(
    moved.flatMap((name) => (element.hasAttribute(name) ? [[name, element.getAttribute(name) ?? '']] : [])),
  );
}

function move(element: Element, from: Map<string, string>): void {
  for (const [name, to] of attributesOf(element)) {
    const start = from.get(name);
    if (start === undefined || start === to || !isAlike(start, to)) continue;
    element.setAttribute(name, start);
    select(element)
      .transition(transition(name).duration(duration).ease(easeCubicOut))
      .attrTween(name, () => interpolateString(start, to))
      .on('interrupt', () => element.setAttribute(name, to));
  }
}

/** Paths of as many points can be moved point by point; others would fold. */
function isAlike(a: string, b: string): boolean {
  const letters = (path: string) => path.replace(/[^A-Za-z]/g, '');
  return letters(a) === letters(b);
}
