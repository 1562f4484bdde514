/** The date is dragged in the chart itself, by mouse, pen or finger; the page below still scrolls. */
import type { TimeAxis } from '../charts/chart.ts';
import type { App } from './app.ts';
import { player } from './player.ts';
import { nearestDay } from './state.ts';

/** How near the line a press must be to take hold of it, in pixels, where the press is no click on something else. */
const reach = 22;

export function dateByPointer(app: App, picture: HTMLElement, axis: () => TimeAxis | null): void {
  let held: number | null = null;

  /** Where the pointer is, in the picture's own pixels. */
  const xOf = (event: PointerEvent): number | null => {
    const svg = picture.querySelector('svg');
    const box = svg?.getBoundingClientRect();
    return svg && box && box.width > 0 ? ((event.clientX - box.left) * svg.viewBox.baseVal.width) / box.width : null;
  };
  const dayAt = (event: PointerEvent): number | null => {
    const time = axis();
    const x = xOf(event);
    if (!time || x === null) return null;
    const part = (x - time.x0) / (time.x1 - time.x0);
    return time.day0 + Math.min(1, Math.max(0, part)) * (time.day1 - time.day0);
  };
  const isIn = (event: PointerEvent): boolean => {
    const time = axis();
    const x = xOf(event);
    return time !== null && x !== null && x >= time.x0 - reach && x <= time.x1 + reach;
  };
  const go = (event: PointerEvent) => {
    const day = dayAt(event);
    if (day !== null) app.look({ day: nearestDay(app.result.days, day) });
  };
  picture.addEventListener('pointerdown', (event) => {
    if (
      event.button !== 0 ||
      !isIn(event) ||
      (event.target as Element).closest('[data-scenario] text, text[data-scenario]')
    )
      return;
    held = event.pointerId;
    player(app).stop();
    picture.setPointerCapture(held);
    picture.classList.add('dragging');
    if (event.pointerType === 'mouse') event.preventDefault();
    picture.closest<HTMLElement>('.chart')?.focus({ preventScroll: true });
    go(event);
  });
  picture.addEventListener('pointermove', (event) => {
    picture.classList.toggle('dated', isIn(event));
    if (event.pointerId === held) go(event);
  });
  const end = (event: PointerEvent) => {
    if (event.pointerId !== held) return;
    held = null;
    picture.classList.remove('dragging');
  };
  picture.addEventListener('pointerup', end);
  picture.addEventListener('pointercancel', end);
}
