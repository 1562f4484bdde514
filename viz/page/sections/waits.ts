/** How long people wait, queue by queue: served, gave up and still waiting apart. */
import { waits } from '../../charts/waits/waits.ts';
import type { App } from '../app.ts';
import { h } from '../dom.ts';
import { frame } from '../frame.ts';

export function waitSection(app: App): HTMLElement {
  const chart = frame(app, {
    id: 'waits-chart',
    level: 2,
    dated: false,
    draw: (options) => waits(app.result, options),
  });
  return h('section', { id: 'waits' }, chart.element);
}
