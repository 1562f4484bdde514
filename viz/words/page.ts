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
    en: '{others} against {A} · {n} simulated futures, {from}–{to}',
    nb: '{others} mot {A} · {n} simulerte framtider, {from}–{to}',
  },
  over_one: { en: '{n} simulated futures', nb: '{n} simulerte framtider' },
  held_back: {
    en: 'First {done} of {of} futures: too few for a verdict yet.',
    nb: 'De første {done} av {of} framtider: ennå for få til en konklusjon.',
  },
  dot_key: {
    en: 'A dot is 1 of 20 equally likely futures, as far as the model goes: what chance does inside the model, not whether the model is right.',
    nb: 'En prikk er 1 av 20 like sannsynlige framtider, så langt modellen rekker: hva tilfeldigheter gjør i modellen, ikke om modellen har rett.',
  },
  leans_on: {
    en: 'What stands beside it, and what it leans on',
    nb: 'Hva som står ved siden av, og hva det hviler på',
  },
  answer_more: {
    en: 'Break-even, both ways of the council, {n} more verdicts, what was asked',
    nb: 'Vippepunkt, kommunestyrets to veier, {n} svar til, hva det ble spurt om',
  },
  break_even: { en: 'Break-even', nb: 'Vippepunkt' },
  both_ways_reading: {
    en: 'Difference from A on average, with its 95% interval, and in how many of 20 futures it lies on that side. Small differences are found from {needed} futures on.',
    nb: 'Forskjell fra A i snitt, med 95 % intervall, og i hvor mange av 20 framtider den ligger på den siden. Små forskjeller finnes fra {needed} framtider og oppover.',
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
    en: '{n} simulated futures, seed {seed}, Forløp {version}',
    nb: '{n} simulerte framtider, frø {seed}, Forløp {version}',
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
  singles: { en: 'Single futures', nb: 'Enkelte framtider' },
  multiples: { en: 'One panel each', nb: 'Én rute hver' },

  // ---- The panel ----
  panel: { en: 'Scenarios and settings', nb: 'Scenarioer og innstillinger' },
  scenarios: { en: 'Scenarios', nb: 'Scenarioer' },
  reference: { en: 'What the others are compared with', nb: 'Det de andre sammenlignes med' },
  runs: {
    en: '{runs} of {of} runs. Seed {seed}. The command line gives the same bytes.',
    nb: '{runs} av {of} kjøringer. Frø {seed}. Kommandolinja gir de samme tallene, byte for byte.',
  },
} as const satisfies Record<string, Label>;
