import type { Label } from '../../scenarios/words/words.ts';

/** Queues over time, the difference, the ribbon, and what stands beside the queue. */
export const time = {
  time_as_today: { en: 'As today', nb: 'Som i dag' },
  time_people: { en: 'People {waiting}', nb: 'Personer som {waiting}' },
  time_axis: { en: 'people waiting', nb: 'personer i kø' },
  time_same_past: { en: 'Same past for all,', nb: 'Felles fortid for alle,' },
  time_person_by_person: { en: 'person by person', nb: 'person for person' },
  time_same_past_short: { en: 'Same past for all', nb: 'Felles fortid' },
  time_past: { en: 'The past', nb: 'Fortiden' },
  time_switch: { en: 'Switch, {date}', nb: 'Skifte {date}' },
  time_wide_band: { en: '9 of 10 futures of {B}', nb: '9 av 10 framtider med {B}' },
  time_inner_band: { en: '5 of 10', nb: '5 av 10' },
  time_wide_band_short: { en: 'wide band: 9 of 10', nb: 'bredt felt: 9 av 10' },
  time_thin_lines: { en: 'thin lines: 9 of 10 of {A}', nb: 'tynne linjer: 9 av 10 med {A}' },
  time_in_year: { en: ' in {year}', nb: ' i {year}' },
  time_reading: {
    en: 'Mean of {n} simulated futures, half-year average.',
    nb: 'Snittet av {n} simulerte framtider over et halvt år.',
  },
  time_reading_bands: {
    en: 'Bands: 9 of 10 and 5 of 10 futures of {B}.',
    nb: 'Felt: 9 av 10 og 5 av 10 framtider med {B}.',
  },
  time_reading_edges: { en: 'Thin lines: 9 of 10 of {A}.', nb: 'Tynne linjer: 9 av 10 med {A}.' },
  time_reading_singles: {
    en: 'Threads: {n} single futures of {B}.',
    nb: 'Tråder: {n} enkelte framtider med {B}.',
  },
  time_empty: { en: 'No one waits here in any future', nb: 'Ingen venter her i noen framtid' },
  time_missing: { en: 'This queue is not in the result', nb: 'Denne køen er ikke med i resultatet' },
  time_year: { en: 'Year', nb: 'År' },
  time_head_mean: { en: '{A} mean', nb: '{A} snitt' },
  time_head_span: { en: '{A} 9 of 10', nb: '{A} 9 av 10' },
  time_readout: {
    en: '{date}, {waiting}: {items}. In brackets 9 of 10 futures.',
    nb: '{date}, {waiting}: {items}. I parentes 9 av 10 framtider.',
  },
  time_readout_means: { en: '{date}, {waiting}: {items}.', nb: '{date}, {waiting}: {items}.' },
  time_readout_item: { en: '{A} {mean} ({low}–{high})', nb: '{A} {mean} ({low}–{high})' },
  time_readout_past: {
    en: '{date}, {waiting}: {mean} ({low}–{high}), the same in all scenarios. In brackets 9 of 10 futures.',
    nb: '{date}, {waiting}: {mean} ({low}–{high}), likt i alle scenarioer. I parentes 9 av 10 framtider.',
  },
  time_difference: { en: 'Difference from {A}, same people in both', nb: 'Forskjell fra {A}, samme personer i begge' },
  time_difference_more: { en: 'more waiting than with {A}', nb: 'flere venter enn med {A}' },
  time_difference_fewer: { en: 'fewer waiting', nb: 'færre venter' },
  time_difference_more_short: { en: 'more', nb: 'flere' },
  time_difference_fewer_short: { en: 'fewer', nb: 'færre' },
  time_difference_reading: {
    en: 'Future by future, {B} minus {A}. Bands: 9 of 10 and 5 of 10 futures. Averaged over half a year.',
    nb: 'Framtid for framtid, {B} minus {A}. Felt: 9 av 10 og 5 av 10 framtider. Jevnet ut over et halvt år.',
  },
  time_difference_reading_mean: {
    en: 'Future by future, the other minus {A}; mean of {n} futures. Averaged over half a year.',
    nb: 'Framtid for framtid, den andre minus {A}; snittet av {n} framtider. Jevnet ut over et halvt år.',
  },
  time_difference_readout: {
    en: '{date}, difference from {A} in {waiting}: {items}. In brackets 9 of 10 futures.',
    nb: '{date}, forskjell fra {A} i {waiting}: {items}. I parentes 9 av 10 framtider.',
  },
  time_difference_none: { en: 'Nothing is compared here', nb: 'Ingenting sammenlignes her' },
  time_difference_past: {
    en: '{date}: no difference before the switch, all share the same past.',
    nb: '{date}: ingen forskjell før skiftet, alle har samme fortid.',
  },
  time_span: { en: '{low} to {high}', nb: '{low} til {high}' },
} as const satisfies Record<string, Label>;
