/** The way on after the calculation has ended: where there is one. */
import { say } from '../words/words.ts';
import type { App } from './app.ts';
import { h } from './dom.ts';

export function restartButton({ status, live, lang }: App): HTMLElement | null {
  if (status.live !== 'off' || live === null) return null;
  return h(
    'button',
    { type: 'button', class: 'text-button restart', on: { click: () => live.again() } },
    say(lang, 'live_restart'),
  );
}
