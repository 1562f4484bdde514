import type { Label } from '../../scenarios/words/words.ts';

/** The page around the charts. */
export const page = {
  title: { en: 'Forløp: queues and who pays', nb: 'Forløp: køer og hvem som betaler' },
  skip: { en: 'Go to the answer', nb: 'Gå til svaret' },

  // ---- The bar ----
  bar_views: { en: 'Views', nb: 'Visninger' },
  view_answer: { en: 'Answer', nb: 'Svar' },
  view_queues: { en: 'Queues', nb: 'Køer' },
  view_pathway: { en: 'Pathway', nb: 'Forløp' },
  view_waits: { en: 'Waits', nb: 'Ventetider' },
  view_money: { en: 'Staff and money', nb: 'Folk og penger' },
  view_fairness: { en: 'Fairness', nb: 'Fordeling' },
  view_assumptions: { en: 'Assumptions', nb: 'Antakelser' },
  bar_link: { en: 'Copy link', nb: 'Kopier lenke' },
  bar_more: { en: 'Menu', nb: 'Meny' },
  bar_copy_answer: { en: 'Copy the answer as text', nb: 'Kopier svaret som tekst' },
  bar_print: { en: 'Print, three pages', nb: 'Skriv ut, tre sider' },
  bar_open: { en: 'Open files …', nb: 'Åpne filer …' },
  bar_present: { en: 'Present: larger type, no panel', nb: 'Vis fram: større skrift, uten panel' },
  bar_tour: { en: 'Two-minute tour', nb: 'Omvisning på to minutter' },
  bar_about: { en: 'About the model', nb: 'Om modellen' },
  theme_auto: { en: 'Light or dark as the system', nb: 'Lyst eller mørkt som systemet' },
  theme_light: { en: 'Light', nb: 'Lyst' },
  theme_dark: { en: 'Dark', nb: 'Mørkt' },
  link_copied: { en: 'The link is copied.', nb: 'Lenken er kopiert.' },
  link_not_copied: {
    en: 'The browser does not let the page copy. The link stands in the address line.',
    nb: 'Nettleseren lar ikke siden kopiere. Lenken står i adresselinja.',
  },
  answer_copied: { en: 'The answer is copied.', nb: 'Svaret er kopiert.' },
  answer_not_copied: {
    en: 'The browser does not let the page copy.',
    nb: 'Nettleseren lar ikke siden kopiere.',
  },

  // ---- The answer ----
  over: {
    en: '{others} against {A} · {n} simulated {n:future|futures}, {from}–{to}',
    nb: '{others} mot {A} · {n} {n:simulert framtid|simulerte framtider}, {from}–{to}',
  },
  over_one: { en: '{n} simulated {n:future|futures}', nb: '{n} {n:simulert framtid|simulerte framtider}' },
  answer_ready: {
    en: '{n} {n:future is|futures are} done. {answer}',
    nb: '{n} {n:framtid er ferdig|framtider er ferdige}. {answer}',
  },
  held_back: {
    en: 'First {done} of {of} {of:future|futures}: too few for a verdict yet.',
    nb: '{done:Den|De} første {done} av {of} {of:framtid|framtider}: ennå for få til en konklusjon.',
  },
  dot_key: {
    en: 'A dot is 1 of 20 equally likely futures, as far as the model goes: what chance does inside the model, not whether the model is right.',
    nb: 'En prikk er 1 av 20 like sannsynlige framtider, så langt modellen rekker: hva tilfeldigheter gjør i modellen, ikke om modellen har rett.',
  },
  leans_on: { en: 'Beside it, and what it leans on', nb: 'Ved siden av, og hva det hviler på' },
  more_break_even: { en: 'break-even', nb: 'vippepunkt' },
  more_verdict: { en: '1 more verdict', nb: '1 svar til' },
  more_verdicts: { en: '{n} more {n:verdict|verdicts}', nb: '{n} svar til' },
  more_asked: { en: 'what was asked', nb: 'hva det ble spurt om' },
  asked_title: { en: 'What was asked', nb: 'Hva det ble spurt om' },
  stale: {
    en: 'The new scenarios are being run. What is shown is from before.',
    nb: 'De nye scenarioene kjøres. Det som vises, er fra før.',
  },
  from_before: { en: 'What is shown is from before.', nb: 'Det som vises, er fra før.' },
  leans_first: { en: '{letter}, {measure}: {sentence}', nb: '{letter}, {measure}: {sentence}' },
  break_even: { en: 'Break-even', nb: 'Vippepunkt' },
  both_ways_reading: {
    en: 'Difference from A on average, with its 95% interval, and in how many of 20 futures it lies on that side. Small differences are found from {needed} {needed:future|futures} on.',
    nb: 'Forskjell fra A i snitt, med 95 % intervall, og i hvor mange av 20 framtider den ligger på den siden. Små forskjeller finnes fra {needed} {needed:framtid|framtider} og oppover.',
  },
  text_again: {
    en: 'Forløp {version}, seed {seed}. The same again:',
    nb: 'Forløp {version}, frø {seed}. Det samme igjen:',
  },

  // ---- Charts ----
  chart_menu: { en: 'Table and downloads: {title}', nb: 'Tabell og nedlasting: {title}' },
  menu_table: { en: 'Table', nb: 'Tabell' },
  menu_chart: { en: 'Hide the table', nb: 'Skjul tabellen' },
  menu_csv: { en: 'Data (CSV)', nb: 'Data (CSV)' },
  menu_svg: { en: 'Picture (SVG)', nb: 'Bilde (SVG)' },
  menu_png: { en: 'Picture (PNG)', nb: 'Bilde (PNG)' },
  menu_link: { en: 'Copy a link to this', nb: 'Kopier lenke hit' },
  rests_on: {
    en: '{n} simulated {n:future|futures}, seed {seed}, Forløp {version}',
    nb: '{n} {n:simulert framtid|simulerte framtider}, frø {seed}, Forløp {version}',
  },

  // ---- Queues ----
  queue_controls: { en: 'What the queue chart shows', nb: 'Hva køfiguren viser' },
  queue_which: { en: 'Queue', nb: 'Kø' },
  queue_where: { en: 'Where', nb: 'Hvor' },
  whole_place: { en: 'The whole place', nb: 'Hele området' },
  month: { en: 'Month', nb: 'Måned' },
  year: { en: 'Year', nb: 'År' },
  play: { en: 'Play the years', nb: 'Spill av årene' },
  pause: { en: 'Pause', nb: 'Pause' },
  speed: { en: 'Speed', nb: 'Fart' },
  speed_times: { en: '{n}×', nb: '{n}×' },
  pathway_controls: { en: 'Time in the pathway', nb: 'Tiden i forløpet' },
  person_which: { en: 'Whose lives', nb: 'Hvem sine liv' },
  no_lives: {
    en: 'Nobody is followed here, or no two lives differ.',
    nb: 'Ingen følges her, eller ingen liv er ulike.',
  },
  nothing_compared: {
    en: 'Nothing is compared with this scenario.',
    nb: 'Ingenting sammenlignes med dette scenarioet.',
  },
  singles: { en: 'Single futures', nb: 'Enkelte framtider' },
  multiples: { en: 'One panel each', nb: 'Én rute hver' },

  // ---- Files ----
  open_title: { en: 'Open files', nb: 'Åpne filer' },
  open_what: {
    en: 'A result directory of the command line, or a place or policy as YAML. You may also drop them anywhere on the page.',
    nb: 'En resultatmappe fra kommandolinja, eller et sted eller tiltak som YAML. Du kan også slippe dem hvor som helst på siden.',
  },
  open_folder: { en: 'Choose a folder', nb: 'Velg en mappe' },
  open_files: { en: 'Choose files', nb: 'Velg filer' },
  reading: {
    en: 'Reading {file}: {rows} {rows:row|rows}, {share}%',
    nb: 'Leser {file}: {rows} {rows:rad|rader}, {share} %',
  },
  not_in_link: {
    en: 'A place or policy from a file cannot stand in a link. Send the file along, or download the scenario as YAML.',
    nb: 'Et sted eller tiltak fra en fil kan ikke stå i en lenke. Send filen med, eller last ned scenarioet som YAML.',
  },
  download_all: { en: 'Download all files (zip)', nb: 'Last ned alle filer (zip)' },
  download_yaml: { en: 'Download the scenarios (YAML)', nb: 'Last ned scenarioene (YAML)' },
  download_command: { en: 'The same on the command line: {command}', nb: 'Det samme på kommandolinja: {command}' },
  download_writing: {
    en: 'Writing files: {done} of {of} {of:future|futures}',
    nb: 'Skriver filer: {done} av {of} {of:framtid|framtider}',
  },

  link_ignored: { en: 'Not understood in the link: {entries}', nb: 'Ikke forstått i lenken: {entries}' },
  no_workers: {
    en: 'This browser does not let the page run the model here. Serve it with “forlop view”, or use the command line.',
    nb: 'Denne nettleseren lar ikke siden kjøre modellen her. Åpne den med «forlop view», eller bruk kommandolinja.',
  },

  // ---- Assumptions and sources ----
  assumptions_title: { en: 'Assumptions and sources', nb: 'Antakelser og kilder' },
  differences_title: { en: 'Settings that differ from A', nb: 'Innstillinger som er ulike A' },
  differences_reading: {
    en: 'These and no others: everything else is the same in all scenarios, person by person.',
    nb: 'Disse og ingen andre: alt annet er likt i alle scenarioer, person for person.',
  },
  differences_none: { en: 'No setting differs.', nb: 'Ingen innstilling er ulik.' },
  leanings_title: { en: 'What the answers lean on', nb: 'Hva svarene hviler på' },
  leanings_reading: {
    en: 'Uncertain numbers that beyond doubt explain the spread of an answer between futures, and where it would turn.',
    nb: 'Usikre tall som utover tvil forklarer spredningen i et svar mellom framtidene, og hvor det ville snu.',
  },
  leanings_none: {
    en: 'No single uncertain number explains the spread between futures beyond doubt, or there are too few futures to tell.',
    nb: 'Ingen enkelt usikkert tall forklarer spredningen mellom framtidene utover tvil, eller framtidene er for få til å si det.',
  },
  about_title: { en: 'About the model', nb: 'Om modellen' },
  about_what: {
    en: 'Forløp follows simulated people with substance-use problems, one by one, from a need to a referral, a treatment, a bed, municipal follow-up, relapse and return. Queues grow where posts, beds or decisions are too few.',
    nb: 'Forløp følger simulerte personer med rusproblemer, én og én, fra et behov til henvisning, behandling, døgnplass, kommunal oppfølging, tilbakefall og ny runde. Køer vokser der årsverk, senger eller vedtak er for få.',
  },
  about_how: {
    en: 'Every future draws the uncertain numbers anew and has its own chance. The same future is run in all scenarios, so a difference is due to the choice alone.',
    nb: 'Hver framtid trekker de usikre tallene på nytt og har sine egne tilfeldigheter. Den samme framtiden kjøres i alle scenarioer, så en forskjell skyldes valget alene.',
  },
  about_private: {
    en: 'Everything is worked out on this computer. Nothing is sent anywhere, and nobody in the pictures is a real person.',
    nb: 'Alt regnes ut på denne maskinen. Ingenting sendes noe sted, og ingen i bildene er virkelige personer.',
  },
  limits_title: { en: 'What the model cannot say', nb: 'Hva modellen ikke kan si' },
  again_title: { en: 'What was asked, and how to get it again', nb: 'Hva det ble spurt om, og hvordan få det igjen' },

  // ---- The tour ----
  tour_count: { en: 'Stop {at} of {of}', nb: 'Stopp {at} av {of}' },
  tour_answer: {
    en: 'This sentence is the answer. Under it, each dot is one of 20 equally likely futures: filled on the side of the finding, rings on the other.',
    nb: 'Denne setningen er svaret. Under den er hver prikk én av 20 like sannsynlige framtider: fylte på funnets side, ringer på den andre.',
  },
  tour_panel: {
    en: 'Here you change a scenario. Move a slider: the chart and the sentence answer. Grey on the track is what is plausible; ◇ says that a number is assumed.',
    nb: 'Her endrer du et scenario. Flytt en skyver: figuren og setningen svarer. Det grå på sporet er det rimelige; ◇ sier at et tall er antatt.',
  },
  tour_date: {
    en: 'Drag the green line, or press the arrow keys: all views show that date. The shaded bands are futures, not error bars.',
    nb: 'Dra i den grønne linja, eller bruk piltastene: alle visninger viser den datoen. De skyggelagte feltene er framtider, ikke feilmarginer.',
  },
  tour_pathway: {
    en: 'The same day as rooms: one dot is one person in one future. Press play to see people wait, be served and leave.',
    nb: 'Den samme dagen som rom: én prikk er én person i én framtid. Trykk på spill av for å se folk vente, få hjelp og gå videre.',
  },
  tour_share: {
    en: 'Copy the link, and others see exactly this. The menu prints three pages or gives the answer as text.',
    nb: 'Kopier lenken, så ser andre akkurat dette. Menyen skriver ut tre sider eller gir svaret som tekst.',
  },
  tour_next: { en: 'Next', nb: 'Neste' },
  tour_back: { en: 'Back', nb: 'Tilbake' },
  tour_end: { en: 'End the tour', nb: 'Avslutt omvisningen' },
  tour_done: { en: 'Done', nb: 'Ferdig' },

  // ---- The panel ----
  focused_scenario: { en: 'The scenario in focus', nb: 'Scenarioet i fokus' },
  panel: { en: 'Scenarios and settings', nb: 'Scenarioer og innstillinger' },
  scenarios: { en: 'Scenarios', nb: 'Scenarioer' },
  reference: { en: 'Reference', nb: 'Sammenligningsgrunnlag' },
  runs: {
    en: '{runs} of {of} {of:run|runs}. Seed {seed}. The command line gives the same bytes.',
    nb: '{runs} av {of} {of:kjøring|kjøringer}. Frø {seed}. Kommandolinja gir de samme tallene, byte for byte.',
  },

  as_today: { en: 'As today', nb: 'Som i dag' },

  // ---- Settings ----
  change: { en: 'Change {letter}', nb: 'Endre {letter}' },
  differ: { en: '{n} differ from A', nb: '{n} er ulike A' },
  differ_one: { en: '1 differs from A', nb: '1 er ulik A' },
  differ_none: { en: 'as A', nb: 'som A' },
  differ_base: { en: '{n} changed', nb: '{n} endret' },
  lever_posts: { en: 'Follow-up posts of its own', nb: 'Egne årsverk til oppfølging' },
  lever_retention: { en: 'Money the council keeps in the service', nb: 'Penger kommunestyret beholder i tjenesten' },
  lever_caseload: { en: 'People per post', nb: 'Personer per årsverk' },
  lever_recruitment: { en: 'Time to fill a post', nb: 'Tid til en stilling er fylt' },
  lever_decision: { en: 'Time to a decision', nb: 'Tid til vedtak' },
  lever_beds: { en: 'Beds for stays', nb: 'Døgnplasser' },
  lever_field: { en: '{setting}, {unit}', nb: '{setting}, {unit}' },
  lever_range: { en: 'plausible {range} {unit}', nb: 'rimelig {range} {unit}' },
  lever_differs: { en: 'differs from A', nb: 'er ulik A' },
  lever_no_number: { en: '“{found}” is not a number.', nb: '«{found}» er ikke et tall.' },
  lever_out_of_range: { en: 'The model takes {range}.', nb: 'Modellen tar {range}.' },
  lever_drawn: { en: 'drawn', nb: 'trekkes' },
  assumed: { en: 'assumed', nb: 'antatt' },
  source: { en: 'source', nb: 'kilde' },
  source_of: { en: '{word}: where “{setting}” comes from', nb: '{word}: hvor «{setting}» kommer fra' },
  reset_to_a: { en: 'as A: {value}', nb: 'som A: {value}' },
  reset_to_default: { en: 'default: {value}', nb: 'standard: {value}' },
  reset_to_own: { en: 'undo in {letter}', nb: 'angre i {letter}' },
  search_settings: { en: 'Search all {n} {n:setting|settings}', nb: 'Søk i alle {n} {n:innstilling|innstillinger}' },
  search_found: { en: '{n} {n:setting|settings} found', nb: '{n} {n:innstilling|innstillinger} funnet' },
  search_none: { en: 'No setting is called that.', nb: 'Ingen innstilling heter det.' },
  keep_as: { en: 'Keep as {letter}', nb: 'Behold som {letter}' },
  keep_full: {
    en: 'Four scenarios are as many as can be told apart. Remove one to keep this.',
    nb: 'Fire scenarioer er så mange som kan skilles fra hverandre. Fjern ett for å beholde dette.',
  },
  add_scenario: { en: 'Add a scenario', nb: 'Legg til et scenario' },
  add_full: {
    en: 'Four scenarios are as many as the eye tells apart. Remove one to add another.',
    nb: 'Øyet skiller ikke flere enn fire scenarioer. Fjern ett for å legge til et annet.',
  },
  remove_scenario: { en: 'Remove {letter}', nb: 'Fjern {letter}' },
  own_changes: { en: 'with own changes', nb: 'med egne endringer' },
  change_place: { en: 'Place', nb: 'Sted' },
  undo: { en: 'Undo', nb: 'Angre' },
  not_live: {
    en: 'This page shows a finished result, so nothing can be changed here.',
    nb: 'Denne siden viser et ferdig resultat, så ingenting kan endres her.',
  },
  live_starting: { en: 'The model is warming up …', nb: 'Modellen varmes opp …' },
  newcomer: { en: 'New here?', nb: 'Ny her?' },
  newcomer_lever: {
    en: 'Move “{setting}”: it carries the answer. Then drag the green line.',
    nb: 'Flytt «{setting}»: den bærer svaret. Dra så i den grønne linja.',
  },
  newcomer_read: {
    en: 'Drag the green line in the chart to move through time.',
    nb: 'Dra i den grønne linja i figuren for å flytte deg i tid.',
  },
  close_panel: { en: 'Close', nb: 'Lukk' },
  open_panel: { en: 'Change', nb: 'Endre' },
  setting_percent: { en: 'percent', nb: 'prosent' },
} as const satisfies Record<string, Label>;
