/** Two lives: the same simulated person in two scenarios, day by day; one is picked from those whose lives differ most. */
import type { InterestingPerson } from '../../charts/lives/lives.ts';
import { interestingPersons, lives } from '../../charts/lives/lives.ts';
import { say } from '../../words/words.ts';
import type { App } from '../app.ts';
import { fill, h } from '../dom.ts';
import { frame } from '../frame.ts';

export function livesFrame(app: App): HTMLElement {
  const { lang } = app;
  let found: { middle: unknown; key: string; persons: InterestingPerson[] } | null = null;
  // whose lives differ most is found once for a pair of scenarios, not for every day that is looked at
  const persons = () => {
    const { scenario, municipality } = app.now;
    const { middle } = app.result;
    const key = [scenario, municipality].join();
    if (found === null || found.middle !== middle || found.key !== key) {
      found = { middle, key, persons: interestingPersons(app.result, { lang, focus: scenario, municipality }) };
    }
    return found.persons;
  };
  const chooser = h('select', {
    id: 'person',
    'aria-label': say(lang, 'person_which'),
    on: { change: () => app.look({ person: chooser.value }, 'push') },
  });
  const chosen = () => {
    const { person } = app.view;
    const all = persons();
    return all.find((one) => one.person === person)?.person ?? person ?? all[0]?.person ?? null;
  };
  let offered = '';
  const offer = () => {
    const all = persons();
    const key = all.map(({ person }) => person).join();
    if (key === offered) return;
    offered = key;
    fill(
      chooser,
      all.map(({ person, sentence }) => h('option', { value: person }, sentence)),
    );
    chooser.hidden = all.length === 0;
  };
  const chart = frame(app, {
    id: 'lives-chart',
    level: 3,
    dated: true,
    key: () => String(app.view.person),
    extra: h('div', { class: 'controls' }, chooser),
    draw: (options) => {
      offer();
      const person = chosen();
      if (person === null) return null;
      chooser.value = person;
      return lives(app.result, { ...options, person });
    },
    empty: () => say(app.lang, 'no_lives'),
  });
  return chart.element;
}
