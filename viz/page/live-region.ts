/** What screen readers are told when something has changed, politely and at rest. */
import { h } from './dom.ts';

const rest = 300;
let region: HTMLElement | null = null;
let timer: ReturnType<typeof setTimeout> | undefined;

export function liveRegion(): HTMLElement {
  region ??= h('div', { id: 'live', class: 'hidden', role: 'status', 'aria-live': 'polite' });
  return region;
}

/** Says a sentence once nothing newer has come for 300 ms. */
export function announce(text: string): void {
  clearTimeout(timer);
  timer = setTimeout(() => {
    if (!region) return;
    // the same sentence a second time is only heard as a new one
    region.textContent = '';
    region.textContent = text;
  }, rest);
}
