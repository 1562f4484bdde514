import type { Label } from '../../scenarios/words/words.ts';

export const pathway = {
  pathway_title: { en: 'The pathway on {date}, scenario {letter}', nb: 'Forløpet {date}, scenario {letter}' },
  pathway_reading_one: {
    en: 'One dot is one person in the middle future.',
    nb: 'En prikk er én person i den midterste framtiden.',
  },
  pathway_reading_many: {
    en: 'One dot is {n} people in the middle future.',
    nb: 'En prikk er {n} personer i den midterste framtiden.',
  },
  pathway_reading_no_dots: {
    en: 'No dots: the middle future holds only people of the municipalities in focus. Figures are means of {n} futures.',
    nb: 'Ingen prikker: den midterste framtiden har bare folk i kommunene i fokus. Tallene er snitt av {n} framtider.',
  },
  pathway_reading_no_middle: {
    en: 'No dots: no future is followed person by person here. Figures are means of {n} futures.',
    nb: 'Ingen prikker: ingen framtid er fulgt person for person her. Tallene er snitt av {n} framtider.',
  },
  pathway_reading_rings: { en: 'Empty rings are free beds.', nb: 'Tomme ringer er ledige senger.' },
  pathway_reading_links: {
    en: 'Widths and their figures: people in {year}, mean of {n} futures.',
    nb: 'Bredder og tallene ved dem: personer i {year}, snitt av {n} framtider.',
  },
  pathway_reading_no_links: {
    en: 'These files do not say how many went from room to room.',
    nb: 'Disse filene sier ikke hvor mange som gikk fra rom til rom.',
  },
  pathway_reading_difference: {
    en: 'More or fewer: mean difference from {A}.',
    nb: 'Flere eller færre: snittet av forskjellen fra {A}.',
  },
  pathway_same: { en: 'as {A}', nb: 'som {A}' },
  pathway_more: { en: '{n} more', nb: '{n} flere' },
  pathway_fewer: { en: '{n} fewer', nb: '{n} færre' },

  pathway_intake: { en: 'Intake, decision', nb: 'Inntak, vedtak' },
  pathway_tsb_waiting: { en: 'Waiting for TSB', nb: 'Venter på TSB' },
  pathway_tsb: { en: 'In TSB', nb: 'I TSB' },
  pathway_follow_up_waiting: { en: 'Waiting for follow-up', nb: 'Venter på oppfølging' },
  pathway_follow_up: { en: 'In follow-up', nb: 'I oppfølging' },
  pathway_alone: { en: 'Discharged, no service', nb: 'Utskrevet, uten tjeneste' },
  pathway_away: { en: 'out of contact', nb: 'uten kontakt' },
  pathway_bed: { en: 'Waiting for a bed', nb: 'Venter på seng' },
  pathway_bed_note: {
    en: 'Not in the statistics; all stand in other rooms, too.',
    nb: 'Ikke i statistikken; alle står også i andre rom.',
  },
  pathway_to_intake: { en: 'to intake', nb: 'til inntak' },
  pathway_to_tsb_waiting: { en: 'to the TSB list', nb: 'til kø for TSB' },
  pathway_to_tsb: { en: 'to TSB', nb: 'til TSB' },
  pathway_to_follow_up_waiting: { en: 'to the follow-up queue', nb: 'til kø for oppfølging' },
  pathway_to_follow_up: { en: 'to follow-up', nb: 'til oppfølging' },
  pathway_to_alone: { en: 'without a service', nb: 'uten tjeneste' },
  pathway_to_away: { en: 'out of contact', nb: 'uten kontakt' },
  pathway_new: { en: 'new', nb: 'nye' },
  pathway_stable: { en: 'stable', nb: 'stabile' },
  pathway_gone: { en: 'gone', nb: 'borte' },
  pathway_dead: { en: 'dead', nb: 'døde' },
  pathway_part_listed: { en: '{n} on the list', nb: '{n} på listen' },
  pathway_part_deferred: { en: '{n} deferred', nb: '{n} utsatt' },
  pathway_part_outpatient: { en: '{n} outpatient, LAR', nb: '{n} poliklinikk, LAR' },
  pathway_part_beds: { en: '{n} in a bed', nb: '{n} i seng' },
  pathway_part_beds_of: { en: '{n} in a bed, of {beds}', nb: '{n} i seng, av {beds}' },
  pathway_part_after_course: { en: '{n} after TSB', nb: '{n} etter TSB' },
  pathway_part_municipal: { en: '{n} municipal only', nb: '{n} bare kommunal' },
  pathway_beds: {
    en: 'Beds, whole place: {used} of {beds} in use (mean)',
    nb: 'Senger, hele stedet: {used} av {beds} i bruk (snitt)',
  },
  pathway_elsewhere: { en: '+{n} from other rooms', nb: '+{n} fra andre rom' },
  pathway_places: {
    en: 'With a caseworker: {held} of {places} places (mean {year})',
    nb: 'Med kontaktperson: {held} av {places} plasser (snitt {year})',
  },
  pathway_not_drawn: {
    en: '{n} more moves in {year} on ways too small to draw; the table has them.',
    nb: '{n} flere forflytninger i {year} på veier som er for små til å tegnes; tabellen har dem.',
  },
  pathway_in_year: { en: 'In {year}', nb: 'I {year}' },

  pathway_readout: {
    en: '{date}, scenario {letter}: {items}.',
    nb: '{date}, scenario {letter}: {items}.',
  },
  pathway_readout_item: { en: '{room} {n}', nb: '{room} {n}' },
  pathway_readout_item_difference: {
    en: '{room} {n} ({difference} on average)',
    nb: '{room} {n} ({difference} i snitt)',
  },

  pathway_table_what: { en: 'Persons', nb: 'Personer' },
  pathway_table_mean: { en: '{room}, mean, {date}', nb: '{room}, snitt, {date}' },
  pathway_table_middle: { en: '{room}, in the middle future, {date}', nb: '{room}, i den midterste framtiden, {date}' },
  pathway_table_before: { en: '{room}, 1 January {year}', nb: '{room}, 1. januar {year}' },
  pathway_table_in: { en: '{room}, came in {year}', nb: '{room}, kom i {year}' },
  pathway_table_out: { en: '{room}, left in {year}', nb: '{room}, gikk i {year}' },
  pathway_table_link: { en: '{from} → {to}, {year}', nb: '{from} → {to}, {year}' },
} as const satisfies Record<string, Label>;
