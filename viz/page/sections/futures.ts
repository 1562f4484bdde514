/** The 20 futures of a verdict. */
import type { Verdict } from '../../../scenarios/words/verdict.ts';
import type { App } from '../app.ts';
import { h } from '../dom.ts';

export function futures(_app: App, { row }: Verdict, _id: string): HTMLElement {
  return h('div', { class: 'futures' }, String(row.k));
}
