/**
 * Numbers, money and dates as people read them, in English and bokmål. Written out here because the runtime's own locale
 * data differ between Node and browsers. CSV is never formatted by this file.
 */
import type { Language } from './words.ts';

const noBreak = '\u00a0';
const minus = '−';
/** Stands for a value that is undefined. */
export const undefinedSign = '–';

const months: Record<Language, string[]> = {
  en: [
    'January',
    'February',
    'March',
    'April',
    'May',
    'June',
    'July',
    'August',
    'September',
    'October',
    'November',
    'December',
  ],
  nb: [
    'januar',
    'februar',
    'mars',
    'april',
    'mai',
    'juni',
    'juli',
    'august',
    'september',
    'oktober',
    'november',
    'desember',
  ],
};

/**
 * A number with `digits` decimals, thousands apart: `20,000` and `0.85`, in bokmål `20 000` and `0,85` (no-break spaces).
 * Minus is a minus sign; zero has none. null, NaN and infinities are shown as a dash.
 */
export function number(lang: Language, value: number | null | undefined, digits = 0): string {
  if (value === null || value === undefined || !Number.isFinite(value)) return undefinedSign;
  const fixed = Math.abs(value).toFixed(digits);
  const [whole, part] = fixed.split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, lang === 'nb' ? noBreak : ',');
  const text = part === undefined ? grouped : grouped + (lang === 'nb' ? ',' : '.') + part;
  return value < 0 && /[1-9]/.test(fixed) ? minus + text : text;
}

/** A number with its sign always shown; zero has none. */
export function signed(lang: Language, value: number | null | undefined, digits = 0): string {
  const text = number(lang, value, digits);
  return value !== null && value !== undefined && value > 0 && /[1-9]/.test(text) ? `+${text}` : text;
}

/** A share as percent: `85%`, in bokmål `85 %`. */
export function percent(lang: Language, share: number | null | undefined, digits = 0): string {
  const text = number(lang, share === null || share === undefined ? share : share * 100, digits);
  return text === undefinedSign ? text : text + percentSign(lang);
}

export function percentSign(lang: Language): string {
  return lang === 'nb' ? `${noBreak}%` : '%';
}

/** From–to in percent, the sign said once: `60–100%`. */
export function percentRange(lang: Language, low: number, high: number, digits = 0): string {
  return `${number(lang, low * 100, digits)}–${number(lang, high * 100, digits)}${percentSign(lang)}`;
}

/** Millions of kroner: `NOK 12.4 million`, in bokmål `12,4 mill. kr`. */
export function millions(lang: Language, nok: number, digits = 1): string {
  const text = number(lang, nok / 1e6, digits);
  return lang === 'nb' ? `${text}${noBreak}mill.${noBreak}kr` : `NOK${noBreak}${text}${noBreak}million`;
}

/** A day since 1970-01-01 in words: `1 March 2033`, in bokmål `1. mars 2033`. */
export function date(lang: Language, epochDay: number): string {
  const day = new Date(epochDay * 86_400_000);
  const ordinal = lang === 'nb' ? '.' : '';
  return `${day.getUTCDate()}${ordinal} ${months[lang][day.getUTCMonth()]} ${day.getUTCFullYear()}`;
}

/** The twelve months, as they stand inside a date. */
export const monthNames = (lang: Language): readonly string[] => months[lang];

/** Seconds in words for a bar: `45 s`, `2 min 05 s`. */
export function duration(seconds: number): string {
  const whole = Math.max(0, Math.round(seconds));
  if (whole < 60) return `${whole}${noBreak}s`;
  return `${Math.floor(whole / 60)}${noBreak}min${noBreak}${String(whole % 60).padStart(2, '0')}${noBreak}s`;
}

/**
 * How many decimals a number deserves whose uncertainty is ± `halfWidth`: the first digit of the half-width is the last
 * that is shown. Between 0 and `most`; `most` where nothing is known.
 */
export function decimals(halfWidth: number | null | undefined, most = 2): number {
  if (halfWidth === null || halfWidth === undefined || !Number.isFinite(halfWidth) || halfWidth <= 0) return most;
  let digits = 0;
  // 0.95 is shown as 1: one more digit would claim too much
  for (let unit = 0.95; halfWidth < unit && digits < most; unit /= 10) digits++;
  return digits;
}

/** Text in bokmål as it was typed, with no-break spaces inside its numbers and before its percent signs. */
export function unbroken(text: string): string {
  return text.replace(/(\d) (?=\d{3}\b|%)/g, `$1${noBreak}`);
}

/** The text of a list: `a, b and c`. */
export function list(items: readonly string[], and: string): string {
  if (items.length < 2) return items.join('');
  return `${items.slice(0, -1).join(', ')} ${and} ${items[items.length - 1]}`;
}
