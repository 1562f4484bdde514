/** The scenarios with their lines, letters and names: one is focused, more are added up to four, any but A is removed. */

import { styleOf } from '../../charts/theme.ts';
import { lettersOf } from '../../question/question.ts';
import { say } from '../../words/words.ts';
import type { App } from '../app.ts';
import { fill, h } from '../dom.ts';
import { menu } from '../menu.ts';
import { freeLetter, withoutScenario, withScenario } from '../question-steps.ts';
import { whenChanged } from '../when-changed.ts';
import { lineSample } from './line-sample.ts';
import { offeredPolicies, policyLabel } from './offered.ts';

interface Listed {
  letter: string;
  label: string;
  isChanged: boolean;
}

export function scenarioList(app: App): HTMLElement {
  const { lang } = app;
  const list = h('ul', { class: 'scenarios', 'aria-label': say(lang, 'scenarios') });
  const adder = h('div', { class: 'add' });
  const message = h('p', { class: 'field-message', role: 'status' });
  const seen = () => [app.now.focus, listed(app), app.status.live, app.question];
  const render = whenChanged(seen, () => {
    const { focus } = app.now;
    const all = listed(app);
    fill(
      list,
      all.map((one, at) => item(app, one, one.letter === focus, at > 0 && all.length > 2)),
    );
    fill(adder, app.status.live !== 'off' && app.question && addMenu(app, message));
    message.textContent = '';
  });
  app.listen((topics) => {
    if (['view', 'result', 'question', 'status'].some((topic) => topics.has(topic as 'view'))) render();
  });
  render();
  return h('div', { class: 'scenario-box' }, list, adder, message);
}

/** As asked, where something is asked: the answer may still be on its way. */
function listed({ question, who, lang, result }: App): Listed[] {
  if (question === null)
    return who.map(({ letter, label, isBase }) => ({
      letter,
      label: nameIn(lang, label, isBase, result.findings.base?.policies.length),
      isChanged: false,
    }));
  const all = lettersOf(question);
  return question.scenarios.map(({ policies, changes }, at) => ({
    letter: all[at],
    label: policies.length === 0 ? say(lang, 'as_today') : policyLabel(policies, lang),
    isChanged: changes.length > 0,
  }));
}

const nameIn = (lang: App['lang'], label: string, isBase: boolean, policies = 0) =>
  isBase && policies === 0 ? say(lang, 'as_today') : label;

function item(app: App, { letter, label, isChanged }: Listed, isFocused: boolean, isRemovable: boolean): HTMLElement {
  const { lang } = app;
  const style = styleOf('ABCD'.indexOf(letter));
  const isBase = letter === 'A';
  return h(
    'li',
    { class: isFocused ? 'focused' : '' },
    h(
      'button',
      {
        type: 'button',
        class: 'scenario',
        id: `scenario-${letter}`,
        'aria-pressed': String(isFocused),
        on: { click: () => app.look({ focus: letter }, 'push') },
      },
      lineSample(style),
      h(
        'span',
        { class: 'scenario-words' },
        h('b', { style: `color:${style.text}` }, `${letter}\u2002${label}`),
        isBase && h('small', {}, say(lang, 'reference')),
        isChanged && h('small', {}, say(lang, 'own_changes')),
      ),
    ),
    !isBase &&
      isRemovable &&
      app.question !== null &&
      app.status.live !== 'off' &&
      h(
        'button',
        {
          type: 'button',
          class: 'remove',
          'aria-label': say(lang, 'remove_scenario', { letter }),
          title: say(lang, 'remove_scenario', { letter }),
          on: { click: () => app.question && app.ask(withoutScenario(app.question, letter)) },
        },
        '×',
      ),
  );
}

function addMenu(app: App, message: HTMLElement): HTMLElement {
  const { lang, question } = app;
  if (question && freeLetter(question) === null) {
    return h(
      'button',
      {
        type: 'button',
        class: 'text-button',
        on: {
          click: () => {
            message.textContent = say(lang, 'add_full');
          },
        },
      },
      `+\u2002${say(lang, 'add_scenario')}`,
    );
  }
  return menu(
    `+\u2002${say(lang, 'add_scenario')}`,
    say(lang, 'add_scenario'),
    () =>
      offeredPolicies().map(({ name, label }) => ({
        label: label[lang],
        act: () => {
          const next = app.question && withScenario(app.question, { policies: [name], changes: [] });
          if (!next) return;
          app.ask(next);
          app.look({
            focus:
              lettersOf(next).find((letter) => question && !lettersOf(question).includes(letter)) ?? app.view.focus,
          });
        },
      })),
    'menu add-menu',
  );
}
