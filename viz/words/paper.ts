/** What only paper says. */
import type { Label } from '../../scenarios/words/words.ts';

export const paper = {
  paper_page: { en: 'Page {at} of 3', nb: 'Side {at} av 3' },
  paper_leaning: {
    en: '{letter}, {setting}: {answers}. Plausible {range}, {value}.',
    nb: '{letter}, {setting}: {answers}. Rimelig {range}, {value}.',
  },
  paper_set_at: { en: 'set at {value}', nb: 'satt til {value}' },
  paper_leanings_reading: {
    en: "With the part of each answer's spread between futures that it explains.",
    nb: 'Med delen av spredningen mellom framtidene som det forklarer i hvert svar.',
  },
  paper_figures: {
    en: 'A year, mean over {years} {years:year|years}. {A}: the level. The others: the difference from {A}; ± is half of its 95% interval.',
    nb: 'I året, snitt over {years} år. {A}: nivået. De andre: forskjellen fra {A}; ± er halve 95\u00a0% intervallet.',
  },
  paper_paid_unit: { en: 'NOK million in {price} prices.', nb: 'Mill. kr i {price}-kroner.' },
  paper_long_link: {
    en: 'The link is too long for paper ({n} characters): copy it on the screen.',
    nb: 'Lenken er for lang for papir ({n} tegn): kopier den på skjermen.',
  },
  paper_not_here: { en: 'On the screen, not here: {items}.', nb: 'På skjermen, ikke her: {items}.' },
  paper_more_settings: { en: 'settings that differ ({n})', nb: 'innstillinger som er ulike ({n})' },
  paper_more_leanings: {
    en: 'numbers that answers lean on ({n})',
    nb: 'tall som svar hviler på ({n})',
  },
  paper_more_limits: {
    en: 'things that the model cannot say ({n})',
    nb: 'ting som modellen ikke kan si ({n})',
  },
} as const satisfies Record<string, Label>;
