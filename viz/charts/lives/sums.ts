/** What a life adds up to, in words. */
import { number } from '../../../scenarios/words/format.ts';
import type { Language } from '../../../scenarios/words/words.ts';
import type { Life, Span } from '../../result/life.ts';
import { daysHeld, daysIn, daysWithout } from '../../result/life.ts';
import { say } from '../../words/words.ts';

/** `1 day`, `212 days` */
export function days(lang: Language, n: number): string {
  return say(lang, 'lives_days', { n: number(lang, n) });
}

/** Days without course, bed or caseworker within a span, and the waits: for what and for how long. */
export function sumOf(lang: Language, life: Life, within: Span): string {
  const waits = (
    [
      ['lives_wait_decision', daysIn(life, ['awaiting_intake'], within) + daysHeld(life, 'waiting decision', within)],
      ['lives_wait_tsb', daysIn(life, ['awaiting_assessment', 'awaiting_first_contact'], within)],
      ['lives_wait_bed', daysHeld(life, 'waiting bed', within)],
      ['lives_wait_follow_up', daysHeld(life, 'waiting follow_up', within)],
    ] as const
  )
    .filter(([, n]) => Math.round(n) > 0)
    .map(([key, n]) => say(lang, key, { n: days(lang, n) }));
  return say(lang, 'lives_sum', {
    without: days(lang, daysWithout(life, within)),
    waits: waits.length === 0 ? say(lang, 'lives_no_wait') : waits.join(', '),
  });
}
