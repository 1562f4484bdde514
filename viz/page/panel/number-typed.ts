/** A number as people type it. */
import type { Language } from '../../../scenarios/words/words.ts';

/** `1,5` in bokmål and `1.5` in English are one and a half; blanks, percent and real minus signs are understood. Null: no number. */
export function numberTyped(text: string, lang: Language): number | null {
  const plain = text.replace(/[\s\u00a0%]/g, '').replace('−', '-');
  const dotted = lang === 'nb' ? plain.replace(',', '.') : plain.replace(/,(?=\d{3}(\D|$))/g, '');
  const value = Number(dotted);
  return dotted !== '' && Number.isFinite(value) ? value : null;
}
