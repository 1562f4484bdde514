/** A scenario's line as its charts draw it. */
import { el } from '../../charts/svg.ts';
import type { ScenarioStyle } from '../../charts/theme.ts';
import { h } from '../dom.ts';

export function lineSample({ line, dash, cap }: ScenarioStyle): HTMLElement {
  const box = h('span', { class: 'sample', 'aria-hidden': 'true' });
  box.innerHTML = el(
    'svg',
    { width: 30, height: 8, viewBox: '0 0 30 8' },
    el('path', { d: 'M1,4H29', stroke: line, 'stroke-width': 2.6, 'stroke-dasharray': dash, 'stroke-linecap': cap }),
  );
  return box;
}
