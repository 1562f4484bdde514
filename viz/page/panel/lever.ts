/** One setting: what it is, how sure, a track with its plausible range, a field, and the way back. */
import { number } from '../../../scenarios/words/format.ts';
import { confidenceWord, decimalsOf, isAssumed, quantity } from '../../../scenarios/words/hinge.ts';
import type { Language } from '../../../scenarios/words/words.ts';
import { shownUnit } from '../../charts/units.ts';
import { say } from '../../words/words.ts';
import { h } from '../dom.ts';
import { popover } from '../popover.ts';
import type { Setting } from './settings.ts';
import { isDifferent } from './settings.ts';
import { trackOf } from './track.ts';

export interface LeverActions {
  /** While the thumb is held: a value that is tried. */
  attempt: (value: number) => void;
  /** When it is released, or the field is left. */
  set: (value: number) => void;
  /** Back to the scenario's own value, without the change. */
  reset: () => void;
}

export function lever(
  setting: Setting,
  letter: string,
  colour: string,
  lang: Language,
  actions: LeverActions,
): HTMLElement {
  const { path, label, unit, low, high, value, base, standard, fixed, problem } = setting;
  const { from, to, step } = trackOf(setting);
  const differs = isDifferent(setting);
  const hasBase = Number.isFinite(base);
  const at = (it: number) => `${(100 * (Math.min(to, Math.max(from, it)) - from)) / (to - from || 1)}%`;
  const id = `lever-${path.replace(/\W+/g, '-')}`;
  const isShare = unit === 'share';
  const shown = (it: number) => (isShare ? it * 100 : it);
  const digits = Math.max(0, Math.ceil(-Math.log10(shown(step)) - 1e-9));
  const words = (it: number) => quantity(lang, it, unit);
  const range = h('input', {
    type: 'range',
    id,
    min: from,
    max: to,
    step,
    value,
    disabled: fixed !== null,
    'aria-label': label[lang],
    'aria-valuetext': `${words(value)} ${shownUnit(unit, lang)}`,
    'aria-describedby': `${id}-range`,
  });
  const field = h('input', {
    type: 'text',
    inputmode: 'decimal',
    class: 'lever-field',
    value: fieldText(shown(value)),
    disabled: fixed !== null,
    'aria-label': say(lang, 'lever_field', { setting: label[lang], unit: shownUnit(unit, lang) }),
    size: 6,
  });
  function fieldText(it: number): string {
    return number(lang, it, Math.max(digits, Math.min(4, decimalsOf(it))));
  }
  range.addEventListener('input', () => {
    field.value = fieldText(shown(Number(range.value)));
    range.setAttribute('aria-valuetext', `${words(Number(range.value))} ${shownUnit(unit, lang)}`);
    actions.attempt(Number(range.value));
  });
  range.addEventListener('change', () => actions.set(Number(range.value)));
  field.addEventListener('change', () => {
    const typed = Number(
      field.value
        .replace(/[\s\u00a0%]/g, '')
        .replace('−', '-')
        .replace(lang === 'nb' ? ',' : /,(?=\d{3})/g, lang === 'nb' ? '.' : ''),
    );
    if (field.value.trim() === '' || !Number.isFinite(typed)) {
      field.setAttribute('aria-invalid', 'true');
      message.textContent = say(lang, 'lever_no_number', { found: field.value });
      return;
    }
    actions.set(isShare ? typed / 100 : typed);
  });
  const message = h('p', { class: 'field-message', role: 'status' }, problem ?? '');
  const resets: [string, () => void][] = [];
  if (fixed === null && differs) {
    if (hasBase) resets.push([say(lang, 'reset_to_a', { value: words(base) }), () => actions.set(base)]);
    const isOther = Number.isFinite(standard) && Math.abs(standard - base) > 1e-9 && Math.abs(standard - value) > 1e-9;
    if (isOther) {
      resets.push([say(lang, 'reset_to_default', { value: words(standard) }), () => actions.set(standard)]);
    }
  }
  if (fixed === null && setting.isChanged) resets.push([say(lang, 'reset_to_own', { letter }), actions.reset]);
  return h(
    'div',
    { class: `lever${differs ? ' differs' : ''}`, 'data-path': path },
    h(
      'div',
      { class: 'lever-head' },
      h(
        'label',
        { for: id },
        differs &&
          h(
            'span',
            { class: 'differs-mark', style: `background:${colour}`, title: say(lang, 'lever_differs') },
            h('span', { class: 'hidden' }, say(lang, 'lever_differs')),
          ),
        label[lang],
      ),
      h(
        'span',
        { class: 'lever-value' },
        field,
        h('span', { class: 'lever-unit', 'aria-hidden': 'true' }, isShare ? '%' : ''),
      ),
    ),
    h(
      'div',
      { class: 'track' },
      h('span', { class: 'track-all' }),
      h('span', { class: 'track-plausible', style: `left:${at(low)};right:calc(100% - ${at(high)})` }),
      hasBase && h('span', { class: 'track-base', style: `left:${at(base)}` }),
      range,
    ),
    h(
      'div',
      { class: 'lever-foot' },
      h('span', { id: `${id}-range` }, rangeText(setting, lang)),
      popover(
        isAssumed(setting) ? [h('span', { 'aria-hidden': 'true' }, '◇ '), say(lang, 'assumed')] : say(lang, 'source'),
        say(lang, 'source_of', { word: say(lang, isAssumed(setting) ? 'assumed' : 'source'), setting: label[lang] }),
        () => [h('b', {}, capitalised(confidenceWord(setting, lang))), ' · ', setting.source],
        isAssumed(setting) ? 'assumed' : '',
      ),
    ),
    fixed !== null && h('p', { class: 'field-message' }, fixed),
    message,
    resets.length > 0 &&
      h(
        'div',
        { class: 'lever-resets' },
        resets.map(([text, act]) => h('button', { type: 'button', class: 'text-button', on: { click: act } }, text)),
      ),
  );
}

const capitalised = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

function rangeText({ low, high, unit }: Setting, lang: Language): string {
  const isShare = unit === 'share';
  const [from, to] = [low, high].map((it) => (isShare ? it * 100 : it));
  const digits = Math.max(decimalsOf(from), decimalsOf(to));
  const said = `${number(lang, from, digits)}–${number(lang, to, digits)}`;
  return say(lang, 'lever_range', {
    range: isShare ? `${said}${lang === 'nb' ? '\u00a0' : ''}%` : said,
    unit: isShare ? '' : shownUnit(unit, lang),
  }).trim();
}
