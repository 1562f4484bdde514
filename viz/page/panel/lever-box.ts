/** The six levers of the focused scenario, and a search through all other settings. */
import { number } from '../../../scenarios/words/format.ts';
import { styleOf } from '../../charts/theme.ts';
import { lettersOf } from '../../question/question.ts';
import { say } from '../../words/words.ts';
import type { App, Step } from '../app.ts';
import { fill, h } from '../dom.ts';
import { announce } from '../live-region.ts';
import { changed, freeLetter, keptAs } from '../question-steps.ts';
import { whenChanged } from '../when-changed.ts';
import { lever } from './lever.ts';
import { isWithoutChange } from './resets.ts';
import type { Setting } from './settings.ts';
import { foundSettings, howManyDiffer, leversOf, settingCount } from './settings.ts';

const mostFound = 8;
/** How long after the thumb is released axes and lines settle. */
const settleMs = 180;
/** How long a thumb must rest before what it points at is tried. */
const attemptMs = 120;

export function leverBox(app: App): HTMLElement {
  const { lang } = app;
  const head = h('h2', { class: 'panel-title' });
  const count = h('span', { class: 'differ' });
  const levers = h('div', { class: 'levers' });
  const found = h('div', { class: 'levers found' });
  const search = h('input', {
    type: 'search',
    id: 'search-settings',
    class: 'search',
    autocomplete: 'off',
    on: { input: () => showFound() },
  });
  const keep = h('button', { type: 'button', class: 'outline-button', id: 'keep', on: { click: keepIt } });
  const message = h('p', { class: 'field-message', role: 'status' });

  /** Settings that stand above the search. */
  let shown: ReadonlySet<string> = new Set();
  let waiting: ReturnType<typeof setTimeout> | undefined;
  /** A thumb that is dragged is tried where it rests for a moment. */
  const later = (act: () => void) => {
    clearTimeout(waiting);
    waiting = setTimeout(act, attemptMs);
  };
  const ask = (setting: Setting, value: number, step: Step) => {
    const { question } = app;
    const { focus } = app.now;
    // a thumb that is put back where it came from changes nothing
    const next = isWithoutChange(setting, value) ? null : value;
    // a thumb is released where it was tried last: nothing new is asked
    const asked = app.changesOf(focus).find((one) => one.path === setting.path)?.value ?? null;
    if (question !== null && next !== asked) app.ask(changed(question, focus, setting.path, next), step);
  };

  function one(setting: Setting): HTMLElement {
    const { focus } = app.now;
    return lever(
      setting,
      { letter: focus, colour: styleOf('ABCD'.indexOf(focus)).line, lang },
      {
        attempt: (value) => {
          // one step for undo, however far the thumb is dragged
          if (!app.status.held) {
            app.report({ held: true });
            ask(setting, value, 'push');
          } else later(() => ask(setting, value, 'replace'));
        },
        set: (value) => {
          clearTimeout(waiting);
          ask(setting, value, app.status.held ? 'replace' : 'push');
          setTimeout(() => app.report({ held: false }), settleMs);
        },
        reset: () => app.question && app.ask(changed(app.question, focus, setting.path, null), 'push'),
      },
    );
  }
  function showFound(): void {
    const asked = search.value.trim().toLowerCase();
    if (asked.length < 2) {
      fill(found);
      return;
    }
    const hits = foundSettings(app, asked).filter(({ path }) => !shown.has(path));
    announce(
      hits.length === 0 ? say(lang, 'search_none') : say(lang, 'search_found', { n: number(lang, hits.length) }),
    );
    fill(
      found,
      hits.length === 0 && h('p', { class: 'panel-note' }, say(lang, 'search_none')),
      hits.slice(0, mostFound).map(one),
    );
  }
  function keepIt(): void {
    const { question } = app;
    const next = question && keptAs(question, app.now.focus);
    if (next) {
      const kept = lettersOf(next).find((letter) => !lettersOf(question).includes(letter));
      app.ask(next);
      if (kept) app.look({ focus: kept });
    } else message.textContent = say(lang, 'keep_full');
  }
  const seen = () => [
    app.now.focus,
    leversOf(app),
    settingCount(app),
    howManyDiffer(app),
    app.status.live,
    app.question,
  ];
  const draw = () => {
    const focused = document.activeElement?.id;
    const { focus } = app.now;
    head.textContent = say(lang, 'change', { letter: focus });
    count.textContent = howManyDiffer(app);
    const listed = leversOf(app);
    shown = new Set(listed.map(({ path }) => path));
    fill(levers, listed.map(one));
    search.placeholder = say(lang, 'search_settings', { n: number(lang, settingCount(app)) });
    search.setAttribute('aria-label', search.placeholder);
    const letter = app.question ? freeLetter(app.question) : null;
    const hasChanges = app.changesOf(focus).length > 0;
    keep.hidden = !hasChanges;
    keep.textContent = say(lang, 'keep_as', { letter: letter ?? '…' });
    message.textContent = hasChanges && letter === null ? say(lang, 'keep_full') : '';
    keep.disabled = letter === null;
    showFound();
    if (focused?.startsWith('lever-')) document.getElementById(focused)?.focus({ preventScroll: true });
  };
  const drawChanged = whenChanged(seen, draw);
  const render = () => {
    // the thumb that is held must not be replaced under the finger
    if (!app.status.held) drawChanged();
  };
  app.listen((topics) => {
    if (topics.has('view') || topics.has('result') || topics.has('question') || topics.has('status')) render();
  });
  render();
  return h(
    'div',
    { class: 'lever-box' },
    h('div', { class: 'panel-head' }, head, count),
    levers,
    keep,
    message,
    search,
    found,
  );
}
