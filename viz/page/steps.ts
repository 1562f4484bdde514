/** Steps in the browser's history: the link follows what is looked at, back and forward restore it, undo is back. */
import { questionAt, readAddress, viewFrom } from './address.ts';
import type { App, Moment } from './app.ts';
import { hashFor } from './bar/link.ts';

/** Writing the address on every frame of a drag would be too much for some browsers. */
const quiet = 200;

export function followSteps(app: App, signal: AbortSignal): void {
  const moments: Moment[] = [{ view: app.view, question: app.question }];
  let at = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const write = () => {
    clearTimeout(timer);
    timer = undefined;
    history.replaceState({ at }, '', `#${hashFor(app)}`);
  };
  history.replaceState({ at }, '', location.href);
  app.onStep = (step) => {
    const moment = { view: app.view, question: app.question };
    if (step === 'push') {
      if (timer !== undefined) write();
      at++;
      moments.splice(at);
      moments[at] = moment;
      history.pushState({ at }, '', `#${hashFor(app)}`);
      app.canUndo = true;
    } else {
      moments[at] = moment;
      clearTimeout(timer);
      timer = setTimeout(write, quiet);
    }
  };
  addEventListener(
    'popstate',
    (event) => {
      const step = (event.state as { at?: number } | null)?.at;
      if (step !== undefined && moments[step]) {
        at = step;
        app.canUndo = at > 0;
        app.restore(moments[step]);
      } else {
        // a link typed into the address line
        const { view } = readAddress(location.hash);
        app.restore({ view: viewFrom(view, app.view), question: questionAt(location.hash, app.home) });
      }
    },
    { signal },
  );
  addEventListener(
    'keydown',
    (event) => {
      const isField = (event.target as Element).matches('input[type=text], input[type=search], textarea');
      if (event.key !== 'z' || !(event.ctrlKey || event.metaKey) || event.shiftKey || isField || at === 0) return;
      event.preventDefault();
      history.back();
    },
    { signal },
  );
}
