/** The date as two lists, for those who do not drag. */

import { newYear } from '../../model/kernel/calendar.ts';
import { monthNames } from '../../scenarios/words/format.ts';
import { say } from '../words/words.ts';
import type { App } from './app.ts';
import { h } from './dom.ts';
import { player } from './player.ts';
import { monthOf, nearestDay } from './state.ts';

export function dateFields(app: App, id: string): HTMLElement {
  const { lang, result } = app;
  const { switchYear, history, years } = result.findings;
  const month = h(
    'select',
    { id: `${id}-month`, 'aria-label': say(lang, 'month'), on: { change: go } },
    monthNames(lang).map((name, at) => h('option', { value: at }, name)),
  );
  const all = Array.from({ length: history + years + 1 }, (_, at) => switchYear - history + at);
  const year = h(
    'select',
    { id: `${id}-year`, 'aria-label': say(lang, 'year'), on: { change: go } },
    all.map((name) => h('option', { value: name }, String(name))),
  );
  function go(): void {
    const day = Date.UTC(Number(year.value), Number(month.value), 1) / 86_400_000 - newYear(switchYear);
    player(app).stop();
    app.look({ day: nearestDay(app.result.days, day) });
  }
  const update = () => {
    const now = monthOf(app.result, app.now.day);
    month.value = String(now.month);
    year.value = String(now.year);
  };
  app.listen(update);
  update();
  return h('span', { class: 'date-fields' }, month, year);
}
