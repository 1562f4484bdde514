/** The date as two lists, for those who do not drag. */

import { newYear } from '../../model/kernel/calendar.ts';
import { monthNames } from '../../scenarios/words/format.ts';
import { say } from '../words/words.ts';
import type { App } from './app.ts';
import { fill, h } from './dom.ts';
import { player } from './player.ts';
import { monthOf, nearestDay } from './state.ts';
import { whenChanged } from './when-changed.ts';

export function dateFields(app: App, id: string): HTMLElement {
  const { lang } = app;
  const month = h(
    'select',
    { id: `${id}-month`, 'aria-label': say(lang, 'month'), on: { change: go } },
    monthNames(lang).map((name, at) => h('option', { value: at }, name)),
  );
  const year = h('select', { id: `${id}-year`, 'aria-label': say(lang, 'year'), on: { change: go } });
  // another question may be about other years
  const offer = whenChanged(
    () => yearsOf(app),
    () =>
      fill(
        year,
        yearsOf(app).map((name) => h('option', { value: name }, String(name))),
      ),
  );
  function go(): void {
    const { switchYear } = app.result.findings;
    const day = Date.UTC(Number(year.value), Number(month.value), 1) / 86_400_000 - newYear(switchYear);
    player(app).stop();
    app.look({ day: nearestDay(app.result.days, day) });
  }
  const update = () => {
    offer();
    const now = monthOf(app.result, app.now.day);
    month.value = String(now.month);
    year.value = String(now.year);
  };
  app.listen(update);
  update();
  return h('span', { class: 'date-fields' }, month, year);
}

/** The years of a run, and the new year that it ends with. */
function yearsOf({ result }: App): number[] {
  const { switchYear, history, years } = result.findings;
  return Array.from({ length: history + years + 1 }, (_, at) => switchYear - history + at);
}
