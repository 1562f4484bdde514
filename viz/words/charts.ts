import type { Label } from '../../scenarios/words/words.ts';

export const charts = {
  against: { en: '{B} against {A}', nb: '{B} mot {A}' },
  difference: { en: 'Difference', nb: 'Forskjell' },
  dots_reading: {
    en: 'A dot is 1 of 20 equally likely futures: {unit} {more} or {less} than with {A}.',
    nb: 'En prikk er 1 av 20 like sannsynlige framtider: {unit} {more} eller {less} enn med {A}.',
  },
  percentage_points: { en: 'percentage points', nb: 'prosentpoeng' },
  dots_difference: {
    en: '{Measure}: {d} on average with {B} against {A}, 95% interval in brackets; {less} in {k} of 20 futures.',
    nb: '{Measure}: {d} i snitt med {B} mot {A}, 95 % intervall i parentes; {less} i {k} av 20 framtider.',
  },
  dots_future: { en: 'Future', nb: 'Framtid' },
  dots_nothing: {
    en: 'Nothing is compared here: futures are counted where there are at least two scenarios.',
    nb: 'Ingenting sammenlignes her: framtider telles der det er minst to scenarioer.',
  },
  scenario: { en: 'Scenario', nb: 'Scenario' },
  waits_title: { en: 'Waits in days', nb: 'Ventetid i døgn' },
  waits_reading: {
    en: 'Of 20 people who joined each queue: a dot was served in that week, a ring gave up, a broken ring still waits. All years after the switch, {n} futures.',
    nb: 'Av 20 som stilte seg i hver kø: en prikk fikk hjelp i den uka, en ring ga opp, en brutt ring venter fortsatt. Alle år etter skiftet, {n} framtider.',
  },
  waits_reading_wide: {
    en: 'Of 20 people who joined each queue: a dot was served in those {weeks} weeks, a ring gave up, a broken ring still waits. All years after the switch, {n} futures.',
    nb: 'Av 20 som stilte seg i hver kø: en prikk fikk hjelp i de {weeks} ukene, en ring ga opp, en brutt ring venter fortsatt. Alle år etter skiftet, {n} framtider.',
  },
  waits_nothing: { en: 'No one joins a queue here in any future.', nb: 'Ingen stiller seg i kø her i noen framtid.' },
  waits_half_within: { en: 'half served within', nb: 'halvparten innen' },
  waits_gave_up: { en: 'gave up', nb: 'ga opp' },
  waits_still: { en: 'still waiting', nb: 'venter fortsatt' },
  waits_official: { en: '{waiting}, the official wait', nb: '{waiting}, den offisielle ventetiden' },
  waits_hidden: { en: '{waiting}, in no statistic', nb: '{waiting}, ikke i statistikken' },
  waits_late: {
    en: 'Began after their own deadline: {late}. Each person has a deadline of their own, so no line is drawn.',
    nb: 'Startet etter sin egen frist: {late}. Hver person har sin egen frist, så ingen strek er tegnet.',
  },
  waits_late_head: { en: 'After own deadline', nb: 'Etter egen frist' },
  waits_days: { en: '{n} days', nb: '{n} døgn' },
  waits_one_day: { en: '{n} day', nb: '{n} døgn' },
  waits_longer: { en: 'over a year', nb: 'over ett år' },
  waits_queue: { en: 'Queue', nb: 'Kø' },
  waits_joined: { en: 'joined a year', nb: 'kom til i året' },
  waits_within: { en: 'served within {days} days', nb: 'hjelp innen {days} døgn' },
  waits_readout: {
    en: '{queue}, half served within {days} and {gave_up} gave up',
    nb: '{queue}, halvparten fikk hjelp innen {days} og {gave_up} ga opp',
  },
  waits_readout_same_day: {
    en: '{queue}, half served the same day and {gave_up} gave up',
    nb: '{queue}, halvparten fikk hjelp samme dag og {gave_up} ga opp',
  },
  waits_readout_never: {
    en: '{queue}, half never served and {gave_up} gave up',
    nb: '{queue}, halvparten fikk aldri hjelp og {gave_up} ga opp',
  },
} as const satisfies Record<string, Label>;
