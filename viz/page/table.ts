/** A table for people. */
import type { DrawingTable } from '../charts/chart.ts';
import { h } from './dom.ts';

/** @param labelledBy id of its title, where one stands over it; else `caption` is read out */
export function tableElement(
  { head, rows }: DrawingTable,
  name: { labelledBy: string } | { caption: string },
): HTMLElement {
  return h(
    'table',
    'labelledBy' in name ? { 'aria-labelledby': name.labelledBy } : {},
    'caption' in name && h('caption', { class: 'hidden' }, name.caption),
    h(
      'thead',
      {},
      h(
        'tr',
        {},
        head.map((text) => (text === '' ? h('td', {}) : h('th', { scope: 'col' }, text))),
      ),
    ),
    h(
      'tbody',
      {},
      rows.map((row) =>
        h(
          'tr',
          {},
          row.map((text, at) => (at === 0 ? h('th', { scope: 'row' }, text) : h('td', {}, text))),
        ),
      ),
    ),
  );
}
