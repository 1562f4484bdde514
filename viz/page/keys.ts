/** Keys of a chart; they act only while it has the focus. */
import { namedScenarios } from '../charts/queues/queue-series.ts';
import type { App } from './app.ts';
import { announce } from './live-region.ts';
import { player } from './player.ts';
import { steppedDay, steppedFocus } from './state.ts';

interface Keys {
  dated: boolean;
  table: () => void;
  /** The sentence that says what is shown, once it is drawn. */
  readout: () => string;
}

export function chartKeys(app: App, stop: HTMLElement, { dated, table, readout }: Keys): void {
  stop.addEventListener('keydown', (event) => {
    if (event.target !== stop || event.ctrlKey || event.metaKey || event.altKey) return;
    const { days } = app.result;
    const { day, focus } = app.now;
    const months = event.shiftKey ? 12 : 1;
    // years that play would run away from the date that is asked for
    const goTo = (to: number) => {
      player(app).stop();
      app.look({ day: to });
    };
    switch (event.key) {
      case 'ArrowLeft':
      case 'ArrowRight':
        if (!dated) return;
        goTo(steppedDay(days, day, event.key === 'ArrowLeft' ? -months : months));
        break;
      case 'Home':
      case 'End':
        if (!dated) return;
        goTo(event.key === 'Home' ? days[0] : days[days.length - 1]);
        break;
      case 'ArrowUp':
      case 'ArrowDown':
        app.look({ focus: steppedFocus(app.result, focus, event.key === 'ArrowUp' ? -1 : 1) });
        // not every sentence says whose it is
        requestAnimationFrame(() => announce(`${focusedName(app)}. ${readout()}`));
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
        player(app).stop();
        app.look({ focus: 'B', day: null, municipality: null }, 'push');
        break;
      default:
        return;
    }
    event.preventDefault();
  });
}

function focusedName({ result, lang, now }: App): string {
  const focused = namedScenarios(result, lang).find(({ letter }) => letter === now.focus);
  return focused ? `${focused.letter} ${focused.label}` : now.focus;
}
