/** A number as people type it. */
import type { Language } from '../../../scenarios/words/words.ts';

/** `1,5` in bokmål and `1.5` in English are one and a half; blanks, percent and real minus signs are understood. Null: no number. */
export function numberTyped(text: string, lang: Language): number | null {
  const plain = text.replace(/[\s\u00a0%]/g, '').replace('−', '-');
  const dotted = lang === 'nb' ? plain.replace(',', '.') : plain.replace(/,(?=\d{3}(\D|$))/g, '');
  // a computer's ways of writing a number (0x10, 1e5) are not a person's
  const value = /^[+-]?(\d+\.?\d*|\.\d+)$/.test(dotted) ? Number(dotted) : Number.NaN;
  return Number.isFinite(value) ? value : null;
}
