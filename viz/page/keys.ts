/** Keys of a chart; they act only while it has the focus. */
import type { App } from './app.ts';
import { announce } from './live-region.ts';
import { player } from './player.ts';
import { steppedDay, steppedFocus } from './state.ts';

interface Keys {
  dated: boolean;
  table: () => void;
  readout: () => string;
}

export function chartKeys(app: App, stop: HTMLElement, { dated, table, readout }: Keys): void {
  stop.addEventListener('keydown', (event) => {
    if (event.target !== stop || event.ctrlKey || event.metaKey || event.altKey) return;
    const { days } = app.result;
    const { day, focus } = app.now;
    const months = event.shiftKey ? 12 : 1;
    switch (event.key) {
      case 'ArrowLeft':
      case 'ArrowRight':
        if (!dated) return;
        app.look({ day: steppedDay(days, day, event.key === 'ArrowLeft' ? -months : months) });
        break;
      case 'Home':
      case 'End':
        if (!dated) return;
        app.look({ day: event.key === 'Home' ? days[0] : days[days.length - 1] });
        break;
      case 'ArrowUp':
      case 'ArrowDown':
        app.look({ focus: steppedFocus(app.result, focus, event.key === 'ArrowUp' ? -1 : 1) });
        requestAnimationFrame(() => announce(readout()));
        break;
      case ' ':
        if (!dated) return;
        player(app).toggle();
        break;
      case 't':
      case 'T':
        table();
        break;
      case 'Escape':
        app.look({ focus: 'B', day: null, municipality: null }, 'push');
        break;
      default:
        return;
    }
    event.preventDefault();
  });
}
