import type { Label } from '../../scenarios/words/words.ts';

export const files = {
  files_line: { en: 'line {line}', nb: 'linje {line}' },
  // a directory that cannot be shown
  files_no_run: {
    en: 'there is no run.json; expected the directory of a result, as run and compare write it',
    nb: 'det finnes ingen run.json; ventet mappen til et resultat, slik run og compare skriver den',
  },
  files_no_json: { en: 'no JSON, or cut off', nb: 'ikke JSON, eller avkortet' },
  files_other_run: {
    en: 'found {found}, which Forløp does not write there; expected the directory of a result',
    nb: 'fant {found}, og det skriver ikke Forløp der; ventet mappen til et resultat',
  },
  files_other_run_missing: {
    en: 'missing, and Forløp writes it; expected the directory of a result',
    nb: 'mangler, og Forløp skriver det; ventet mappen til et resultat',
  },
  files_twice: {
    en: 'found “{found}” twice; expected names that differ',
    nb: 'fant «{found}» to ganger; ventet ulike navn',
  },
  files_missing: {
    en: 'missing in {directory}; expected all files of the result',
    nb: 'mangler i {directory}; ventet alle filene i resultatet',
  },
  files_empty: { en: 'empty; expected a line of column names', nb: 'tom; ventet en linje med kolonnenavn' },
  files_column: {
    en: 'there is no column “{expected}”; found {found}',
    nb: 'det finnes ingen kolonne «{expected}»; fant {found}',
  },
  files_cells: {
    en: 'found {found} {found:cell|cells}; expected {expected}, as in the first line',
    nb: 'fant {found} {found:celle|celler}; ventet {expected}, som i første linje',
  },
  files_cut: {
    en: 'the file ends in the middle of a row: “{found}”; expected whole rows',
    nb: 'filen slutter midt i en rad: «{found}»; ventet hele rader',
  },
  files_no_end: {
    en: 'found no end of the row that begins “{found}”; expected a quotation mark that closes, or a new line',
    nb: 'fant ingen slutt på raden som begynner «{found}»; ventet et avsluttende anførselstegn eller en ny linje',
  },
  files_no_number: { en: 'found “{found}”; expected a number', nb: 'fant «{found}»; ventet et tall' },
  files_no_whole: {
    en: 'found “{found}”; expected a whole number from {least} to {most}',
    nb: 'fant «{found}»; ventet et heltall fra {least} til {most}',
  },
  files_none_of: {
    en: 'found “{found}”; expected one of: {expected}',
    nb: 'fant «{found}»; ventet en av: {expected}',
  },
  files_rows: {
    en: 'found {found} {found:row|rows}; expected {expected}: the file is not whole, or belongs to another result',
    nb: 'fant {found} {found:rad|rader}; ventet {expected}: filen er ikke hel, eller hører til et annet resultat',
  },
  files_order: {
    en: 'found the row of {found} here; expected every series to have the same dates in order',
    nb: 'fant raden for {found} her; ventet at alle serier har de samme datoene i rekkefølge',
  },
  files_gap: {
    en: 'not every future and scenario is there; expected {expected}',
    nb: 'ikke alle framtider og scenarioer er med; ventet {expected}',
  },
  files_scenario_large: {
    en: 'found more than 1 MB; expected a place or policy, which is a page or two',
    nb: 'fant mer enn 1 MB; ventet et sted eller tiltak, som er en side eller to',
  },
  files_large: {
    en: 'found {found} MB; expected at most {expected}. Run it again with fewer futures, or with --municipalities focus',
    nb: 'fant {found} MB; ventet høyst {expected}. Kjør på nytt med færre framtider, eller med --municipalities focus',
  },
  files_unreadable: { en: 'cannot be read ({found})', nb: 'kan ikke leses ({found})' },
  reading_failed: { en: 'The files could not be read: {reason}', nb: 'Filene kunne ikke leses: {reason}' },
  // what is shown, but not all of it
  files_note_incomplete: {
    en: 'This run was interrupted: {n} of {of} {of:future|futures} {n:is|are} there, and all that is shown rests on {n:it|these}.',
    nb: 'Denne kjøringen ble avbrutt: {n} av {of} {of:framtid|framtider} er med, og alt som vises, bygger på {n:den|dem}.',
  },
  files_note_unknown: {
    en: 'Made by version {version} of Forløp from places or policies that this version does not have. Scenarios have the names they had; what each policy changes, and whom it reaches, cannot be shown.',
    nb: 'Laget av versjon {version} av Forløp fra steder eller tiltak som denne versjonen ikke har. Scenarioene har de navnene de hadde; hva hvert tiltak endrer, og hvem det når, kan ikke vises.',
  },
  files_note_changed: {
    en: 'The bundled numbers have changed since this run: what is shown are those of the run, labels and policies are those of today.',
    nb: 'De medfølgende tallene er endret siden denne kjøringen: det som vises, er tallene fra kjøringen, mens navn og tiltak er dagens.',
  },
  files_note_earlier: {
    en: 'An earlier version made these files: the break-even as a share of the grant, and the futures that keep and lose the grant apart, cannot be shown.',
    nb: 'En tidligere versjon laget disse filene: vippepunktet som andel av tilskuddet, og framtidene som beholder og mister tilskuddet hver for seg, kan ikke vises.',
  },
  files_note_no_singles: {
    en: 'The file of single futures is too large to be read here: none is shown.',
    nb: 'Filen med enkeltframtider er for stor til å leses her: ingen vises.',
  },
  files_note_few_singles: {
    en: 'The file of single futures is large: {n:only the first is|only the first {n} are} shown one by one.',
    nb: 'Filen med enkeltframtider er stor: bare {n:den første vises|de {n} første vises én for én}.',
  },
  files_note_quarters: {
    en: 'Single futures, posts and beds are known once a quarter in these files (--every quarter); in between, the last known value stands.',
    nb: 'Enkeltframtider, årsverk og senger er kjent én gang i kvartalet i disse filene (--every quarter); imellom står den siste kjente verdien.',
  },
  files_note_weeks: {
    en: 'Single futures, posts and beds are known once a week in these files (--every week): on the first of a month stands that of the week that has begun.',
    nb: 'Enkeltframtider, årsverk og senger er kjent én gang i uken i disse filene (--every week): den første i en måned står verdien fra uken som er begynt.',
  },
  // what was dropped on the page
  files_nothing: { en: 'found nothing that can be read', nb: 'fant ingenting som kan leses' },
  files_dropped: { en: 'what was opened', nb: 'det som ble åpnet' },
  files_single: {
    en: 'one file of a result; expected its whole directory, with run.json',
    nb: 'én fil fra et resultat; ventet hele mappen, med run.json',
  },
  files_neither: {
    en: 'found {found}; expected the directory of a result (with run.json), or a scenario as a YAML file',
    nb: 'fant {found}; ventet mappen til et resultat (med run.json), eller et scenario som YAML-fil',
  },
  files_several: {
    en: 'found several results ({found}); expected one',
    nb: 'fant flere resultater ({found}); ventet ett',
  },
  // a report
  report_still: {
    en: 'Simulated futures, drawn once. In a browser with scripts this file is the whole page: other dates, queues, municipalities and tables.',
    nb: 'Simulerte framtider, tegnet én gang. I en nettleser med skript er denne filen hele siden: andre datoer, køer, kommuner og tabeller.',
  },
} as const satisfies Record<string, Label>;
