/** What only paper says. */
import type { Label } from '../../scenarios/words/words.ts';

export const paper = {
  paper_page: { en: 'Page {at} of 3', nb: 'Side {at} av 3' },
  paper_leaning: {
    en: '{letter}, {setting}: {answers}. Plausible {range}, set at {value}.',
    nb: '{letter}, {setting}: {answers}. Rimelig {range}, satt til {value}.',
  },
  paper_figures: {
    en: 'A year, mean over {years} years. {A}: the level. The others: the difference from {A}; ± is half of its 95% interval.',
    nb: 'I året, snitt over {years} år. {A}: nivået. De andre: forskjellen fra {A}; ± er halve 95\u00a0% intervallet.',
  },
  paper_paid_unit: { en: 'NOK million in {price} prices.', nb: 'Mill. kr i {price}-kroner.' },
  paper_not_here: { en: 'On the screen, not here: {items}.', nb: 'På skjermen, ikke her: {items}.' },
  paper_more_settings: { en: 'other settings that differ ({n})', nb: 'andre innstillinger som er ulike ({n})' },
  paper_more_leanings: {
    en: 'other numbers that answers lean on ({n})',
    nb: 'andre tall som svar hviler på ({n})',
  },
  paper_more_limits: {
    en: 'other things that the model cannot say ({n})',
    nb: 'andre ting som modellen ikke kan si ({n})',
  },
} as const satisfies Record<string, Label>;
