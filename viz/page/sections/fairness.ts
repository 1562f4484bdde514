/** Fairness: the municipalities of a place side by side. */
import { fairness } from '../../charts/waits/fairness.ts';
import type { App } from '../app.ts';
import { h } from '../dom.ts';
import { frame } from '../frame.ts';

export function fairnessSection(app: App): HTMLElement {
  const chart = frame(app, {
    id: 'fairness-chart',
    level: 2,
    dated: false,
    draw: (options) => fairness(app.result, options),
  });
  return h('section', { id: 'fairness' }, chart.element);
}
