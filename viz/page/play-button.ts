/** Starts and stops the years. */
import { say } from '../words/words.ts';
import type { App } from './app.ts';
import { h } from './dom.ts';
import { player } from './player.ts';

export function playButton(app: App, id: string): HTMLElement {
  const button = h('button', { type: 'button', id, class: 'play', on: { click: () => player(app).toggle() } });
  const update = () => {
    const { isPlaying } = player(app);
    button.setAttribute('aria-label', say(app.lang, isPlaying ? 'pause' : 'play'));
    button.classList.toggle('on', isPlaying);
  };
  player(app).listen(update);
  update();
  return button;
}
