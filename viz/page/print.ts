/** Paper: the answer is drawn anew for three sheets of A4 before it is printed; after that they are gone. */
import { paperOf } from '../paper/paper.ts';
import type { App } from './app.ts';
import { linkTo } from './bar/link.ts';

/** @param wait ends when another result is shown */
export function printed(app: App, wait: AbortSignal): void {
  const sheets = document.createElement('div');
  addEventListener(
    'beforeprint',
    () => {
      sheets.innerHTML = paperOf({
        result: app.result,
        lang: app.lang,
        view: app.now,
        runs: app.status,
        notices: noticesOf(app),
        link: linkTo(app),
      });
      document.body.append(sheets);
    },
    { signal: wait },
  );
  addEventListener('afterprint', () => sheets.remove(), { signal: wait });
}

/** What the files do not say, and why what is shown may be from before. */
function noticesOf(app: App): string[] {
  const { problem, stale } = app.status;
  return [
    ...app.notices.map((notice) => notice[app.lang]),
    ...(stale ? [app.say('stale')] : []),
    ...(problem === null ? [] : [problem[app.lang], app.say('from_before')]),
  ];
}
