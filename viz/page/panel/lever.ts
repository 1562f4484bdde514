/** One setting: what it is, how sure, a track with its plausible range, a field, and the way back. */
import { number, percentSign } from '../../../scenarios/words/format.ts';
import { confidenceWord, decimalsOf, isAssumed, quantity, quantityRange } from '../../../scenarios/words/hinge.ts';
import { sourceText } from '../../../scenarios/words/sources.ts';
import { unitName } from '../../../scenarios/words/units.ts';
import { capital, counted } from '../../../scenarios/words/voice.ts';
import type { Language } from '../../../scenarios/words/words.ts';
import { say } from '../../words/words.ts';
import { h } from '../dom.ts';
import { popover } from '../popover.ts';
import { numberTyped } from './number-typed.ts';
import { resetsOf } from './resets.ts';
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

interface Surroundings {
  /** Of the scenario that is changed. */
  letter: string;
  colour: string;
  lang: Language;
}

export function lever(setting: Setting, around: Surroundings, actions: LeverActions): HTMLElement {
  const { path, name, low, high, fixed, problem } = setting;
  const { colour, lang } = around;
  const track = trackOf(setting);
  const at = (it: number) =>
    `${(100 * (Math.min(track.to, Math.max(track.from, it)) - track.from)) / (track.to - track.from || 1)}%`;
  const id = `lever-${path.replace(/\W+/g, '-')}`;
  const message = h('p', { class: 'field-message', role: 'status' }, problem ?? '');
  const { range, field } = inputs(setting, { id, lang, message }, actions);
  const differs = isDifferent(setting);
  const differsMark = () =>
    h(
      'span',
      { class: 'differs-mark', style: `background:${colour}`, title: say(lang, 'lever_differs') },
      h('span', { class: 'hidden' }, say(lang, 'lever_differs')),
    );
  const wayBack = resets(setting, around, actions);
  return h(
    'div',
    { class: 'lever', 'data-path': path },
    h(
      'div',
      { class: 'lever-head' },
      h('label', { for: id }, differs && differsMark(), name),
      h(
        'span',
        { class: 'lever-value' },
        field,
        h('span', { 'aria-hidden': 'true' }, setting.unit === 'share' ? percentSign(lang) : ''),
      ),
    ),
    h(
      'div',
      { class: 'track' },
      h('span', { class: 'track-all' }),
      low !== null &&
        high !== null &&
        h('span', { class: 'track-plausible', style: `left:${at(low)};right:calc(100% - ${at(high)})` }),
      setting.valueInBase !== null && h('span', { class: 'track-base', style: `left:${at(setting.valueInBase)}` }),
      range,
    ),
    h(
      'div',
      { class: 'lever-foot' },
      h('span', { id: `${id}-range` }, rangeText(setting, lang)),
      sourceNote(setting, lang),
    ),
    fixed !== null && fixed !== '' && h('p', { class: 'lever-hindrance' }, fixed),
    message,
    wayBack.length > 0 && h('div', { class: 'lever-resets' }, wayBack),
  );
}

/** The thumb and the field: one value in two places. */
function inputs(
  { name, unit, now, fixed, ...rest }: Setting,
  { id, lang, message }: { id: string; lang: Language; message: HTMLElement },
  actions: LeverActions,
) {
  const { from, to, step } = trackOf({ now, ...rest });
  const isShare = unit === 'share';
  const unitText = unitName(lang, unit);
  const shown = (it: number) => (isShare ? it * 100 : it);
  const digits = Math.max(0, Math.ceil(-Math.log10(shown(step)) - 1e-9));
  const text = (it: number) => number(lang, shown(it), Math.max(digits, Math.min(4, decimalsOf(shown(it)))));
  const words = (it: number) => {
    if (isShare) return quantity(lang, it, unit);
    return ['days', 'posts', 'persons'].includes(unit) ? counted(lang, text(it), unit) : `${text(it)} ${unitText}`;
  };
  const range = h('input', {
    type: 'range',
    id,
    min: from,
    max: to,
    step,
    value: now ?? (from + to) / 2,
    disabled: fixed !== null,
    'aria-valuetext': now === null ? say(lang, 'lever_drawn') : words(now),
    'aria-describedby': `${id}-range`,
  });
  const standing = now === null ? '' : text(now);
  const field = h('input', {
    type: 'text',
    inputmode: 'decimal',
    class: 'lever-field',
    value: standing,
    placeholder: now === null ? say(lang, 'lever_drawn') : null,
    disabled: fixed !== null,
    'aria-label': say(lang, 'lever_field', { setting: name, unit: isShare ? say(lang, 'setting_percent') : unitText }),
    size: 6,
  });
  range.addEventListener('input', () => {
    const value = Number(range.value);
    field.value = text(value);
    range.setAttribute('aria-valuetext', words(value));
    actions.attempt(value);
  });
  range.addEventListener('change', () => actions.set(Number(range.value)));
  field.addEventListener('change', () => {
    // nothing typed says nothing: what stood there stands again
    if (field.value.trim() === '') field.value = standing;
    if (field.value === standing) {
      field.setAttribute('aria-invalid', 'false');
      message.textContent = '';
      return;
    }
    const typed = numberTyped(field.value, lang);
    const value = typed === null ? null : isShare ? typed / 100 : typed;
    const isTaken = value !== null && value >= rest.min && value <= rest.max;
    field.setAttribute('aria-invalid', String(!isTaken));
    if (value === null) message.textContent = say(lang, 'lever_no_number', { found: shortened(field.value.trim()) });
    else if (!isTaken) {
      const range = quantityRange(lang, rest.min, rest.max, unit);
      message.textContent = say(lang, 'lever_out_of_range', { range: isShare ? range : `${range} ${unitText}` });
    } else {
      message.textContent = '';
      actions.set(value);
    }
  });
  return { range, field };
}

/** What was typed, as a message repeats it. */
const shortened = (typed: string): string => (typed.length > 40 ? `${typed.slice(0, 39)}…` : typed);

function sourceNote(setting: Setting, lang: Language): HTMLElement {
  const isGuess = isAssumed(setting);
  const text = say(lang, isGuess ? 'assumed' : 'source');
  return popover(
    isGuess ? [h('span', { 'aria-hidden': 'true' }, '◇ '), text] : text,
    say(lang, 'source_of', { word: text, setting: setting.name }),
    () => [
      h('b', {}, setting.label[lang]),
      h('br', {}),
      `${capital(confidenceWord(setting, lang))}. `,
      sourceText(lang, setting.source),
    ],
    isGuess ? 'assumed' : '',
  );
}

/** Buttons that say to which value they go back. */
function resets(setting: Setting, { letter, lang }: Surroundings, actions: LeverActions): HTMLElement[] {
  return resetsOf(setting, letter).map(({ to, value, isUndo }) => {
    const text =
      value === null
        ? say(lang, 'reset_to_own', { letter })
        : say(lang, to === 'base' ? 'reset_to_a' : 'reset_to_default', { value: quantity(lang, value, setting.unit) });
    const act = () => (isUndo || value === null ? actions.reset() : actions.set(value));
    return h('button', { type: 'button', class: 'text-button', on: { click: act } }, text);
  });
}

function rangeText({ low, high, unit }: Setting, lang: Language): string {
  if (low === null || high === null) return unitName(lang, unit);
  const isShare = unit === 'share';
  const [from, to] = [low, high].map((it) => (isShare ? it * 100 : it));
  const digits = Math.max(decimalsOf(from), decimalsOf(to));
  const said = `${number(lang, from, digits)}–${number(lang, to, digits)}${isShare ? percentSign(lang) : ''}`;
  return say(lang, 'lever_range', { range: said, unit: isShare ? '' : unitName(lang, unit) }).trim();
}
