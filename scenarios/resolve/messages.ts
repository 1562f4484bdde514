/** What is said about wrong input, in both languages. `{holes}` are filled in; one key, one sentence. */

import type { ErrorCode } from 'yaml';

export type Language = 'en' | 'nb';

export const messages = {
  unknown_key: {
    en: 'unknown name "{found}"; expected {expected}',
    nb: 'ukjent navn «{found}»; ventet {expected}',
  },
  unknown_path: {
    en: 'unknown parameter "{found}"; "forlop describe PLACE" lists them',
    nb: 'ukjent parameter «{found}»; «forlop describe STED» viser dem',
  },
  town_path_expected: {
    en: '"{found}" belongs to the provider or to everybody, not to a municipality of one kind; put it under "parameters"',
    nb: '«{found}» gjelder tilbyderen eller alle, ikke kommuner av én type; sett den under «parameters»',
  },
  unknown_place: { en: 'there is no place called "{found}"', nb: 'det finnes ikke noe sted som heter «{found}»' },
  unknown_policy: {
    en: 'there is no policy called "{found}"',
    nb: 'det finnes ikke noe tiltak som heter «{found}»',
  },
  policy_first: {
    en: '"{found}" is a policy; a scenario begins with a place, as in medium+{found}',
    nb: '«{found}» er et tiltak; et scenario begynner med et sted, som i medium+{found}',
  },
  place_after: {
    en: '"{found}" is a place; only policies follow the "+"',
    nb: '«{found}» er et sted; etter «+» kommer bare tiltak',
  },
  unknown_variant: {
    en: '{policy} has no variant "{found}"; it has {expected}',
    nb: '{policy} har ingen variant «{found}»; den har {expected}',
  },
  no_variants: { en: '{policy} has no variants', nb: '{policy} har ingen varianter' },
  variant_needed: {
    en: '{policy} needs a variant: {expected}',
    nb: '{policy} trenger en variant: {expected}',
  },
  malformed_name: {
    en: '"{found}" is no scenario name; expected {expected}',
    nb: '«{found}» er ikke et scenarionavn; ventet {expected}',
  },
  place_year: {
    en: '"{found}" asks for another year of the place, and no year but its own is known',
    nb: '«{found}» ber om et annet år, og stedet er bare kjent for sitt eget',
  },
  no_focus: {
    en: '{place} has no municipality in focus; expected {expected}',
    nb: '{place} har ingen kommune i fokus; ventet {expected}',
  },
  unknown_focus: {
    en: 'no municipality has the number or kind "{found}"',
    nb: 'ingen kommune har nummeret eller typen «{found}»',
  },
  unknown_kind: { en: 'there is no kind "{found}"', nb: 'det finnes ingen type «{found}»' },
  no_municipalities: { en: 'the place has no municipalities', nb: 'stedet har ingen kommuner' },
  number_twice: {
    en: 'two municipalities have the number "{found}"',
    nb: 'to kommuner har nummeret «{found}»',
  },
  circle: {
    en: '"{key}" goes in a circle: {found}',
    nb: '«{key}» går i ring: {found}',
  },
  missing_key: { en: '"{found}" is missing; expected {expected}', nb: '«{found}» mangler; ventet {expected}' },
  missing_value: {
    en: 'no file gives a value for "{found}"',
    nb: 'ingen fil gir en verdi for «{found}»',
  },
  missing_mechanism: {
    en: 'no file says which mechanism stands in the slot "{found}"',
    nb: 'ingen fil sier hvilken mekanisme som står i «{found}»',
  },
  wrong_type: { en: 'found {found}; expected {expected}', nb: 'fant {found}; ventet {expected}' },
  number_as_text: {
    en: '{found} is read as text; write the number as {expected}',
    nb: '{found} leses som tekst; skriv tallet som {expected}',
  },
  not_finite: {
    en: 'found {found}; expected a finite number',
    nb: 'fant {found}; ventet et endelig tall',
  },
  not_drawn: {
    en: '"{found}" cannot be left to the municipality\'s priority ("drawn"); expected a number',
    nb: '«{found}» kan ikke overlates til kommunens prioritering («drawn»); ventet et tall',
  },
  drawn_operand: {
    en: '{path} is left to each municipality\'s priority ("drawn"); only "set" can change it',
    nb: '{path} er overlatt til kommunens prioritering («drawn»); bare «set» kan endre den',
  },
  wrong_unit: {
    en: 'the unit is "{found}"; expected "{expected}"',
    nb: 'enheten er «{found}»; ventet «{expected}»',
  },
  outside_limits: {
    en: '{name} is {found}; expected {expected}',
    nb: '{name} er {found}; ventet {expected}',
  },
  outside_limits_drawn: {
    en: '{name} can be drawn as {found}; expected {expected}',
    nb: '{name} kan bli trukket som {found}; ventet {expected}',
  },
  not_whole: { en: '{name} is {found}; expected {expected}', nb: '{name} er {found}; ventet {expected}' },
  range_order: {
    en: 'low {low}, value {value}, high {high}; expected low ≤ value ≤ high',
    nb: 'low {low}, value {value}, high {high}; ventet low ≤ value ≤ high',
  },
  half_range: {
    en: '"{found}" is given without "{expected}"; give both or neither',
    nb: '«{found}» er gitt uten «{expected}»; oppgi begge eller ingen',
  },
  sum_wrong: {
    en: '{names} add up to {found}; expected {expected}',
    nb: '{names} er til sammen {found}; ventet {expected}',
  },
  sum_wrong_drawn: {
    en: '{names} can be drawn so that they add up to {found}; expected {expected}',
    nb: '{names} kan bli trukket slik at de til sammen er {found}; ventet {expected}',
  },
  order_wrong: {
    en: '{first} is {low}, {second} is {high}; expected {first} ≤ {second}',
    nb: '{first} er {low}, {second} er {high}; ventet {first} ≤ {second}',
  },
  order_wrong_drawn: {
    en: '{first} can be drawn up to {low}, {second} down to {high}; expected {first} ≤ {second}',
    nb: '{first} kan bli trukket opp til {low}, {second} ned til {high}; ventet {first} ≤ {second}',
  },
  grant_share: {
    en: 'grant.held_share is {found}; with grant.renewed_share {renewed}, expected {expected}, since a lost grant is won again with a chance of at most 1',
    nb: 'grant.held_share er {found}; med grant.renewed_share {renewed} ventet {expected}, siden et tapt tilskudd vinnes igjen med sjanse høyst 1',
  },
  grant_share_drawn: {
    en: 'grant.held_share can be drawn as {found} with grant.renewed_share {renewed}; expected {expected}, since a lost grant is won again with a chance of at most 1',
    nb: 'grant.held_share kan bli trukket som {found} med grant.renewed_share {renewed}; ventet {expected}, siden et tapt tilskudd vinnes igjen med sjanse høyst 1',
  },
  not_a_date: {
    en: '"{found}" is no date; expected a year (2029) or a date (2029-01-01)',
    nb: '«{found}» er ingen dato; ventet et år (2029) eller en dato (2029-01-01)',
  },
  before_switch: {
    en: '{found} is before the switch; expected {expected} or later, since every past is the same',
    nb: '{found} er før skiftet; ventet {expected} eller senere, siden fortiden er felles',
  },
  outside_run: {
    en: '{found} is outside the run; expected a date from {from} to {until}',
    nb: '{found} er utenfor kjøringen; ventet en dato fra {from} til {until}',
  },
  history_too_long: {
    en: 'the history would begin in {found}; expected {expected} or later: at most {most} years of it',
    nb: 'historien ville begynne i {found}; ventet {expected} eller senere: høyst {most} år',
  },
  until_before_from: {
    en: '"until" {found} is not after "from" {expected}',
    nb: '«until» {found} er ikke etter «from» {expected}',
  },
  one_operation: {
    en: 'a change needs exactly one of set, scale and add; found {found}',
    nb: 'en endring trenger nøyaktig én av set, scale og add; fant {found}',
  },
  negative_scale: {
    en: 'a factor is {found}; expected 0 or more',
    nb: 'en faktor er {found}; ventet 0 eller mer',
  },
  group_in_policy: {
    en: '{path} describes who the people are, which no policy changes; change the place, or use --set',
    nb: '{path} beskriver hvem menneskene er, og det endrer ingen tiltak; endre stedet, eller bruk --set',
  },
  two_sets: {
    en: '{path} is set twice: by {first} and by {second}',
    nb: '{path} settes to ganger: av {first} og av {second}',
  },
  set_without_effect: {
    en: '--set {path} would be lost: {second} sets it from {from}; write a policy with your value instead',
    nb: '--set {path} ville gå tapt: {second} setter den fra {from}; skriv heller et tiltak med din verdi',
  },
  two_in_slot: {
    en: '{first} and {second} both decide "{slot}"; expected at most one',
    nb: '{first} og {second} bestemmer begge «{slot}»; ventet høyst én',
  },
  policy_twice: { en: '{found} is named twice', nb: '{found} er nevnt to ganger' },
  in_force_funding: {
    en: '{policy} is already in force: {place} is already funded so ({found})',
    nb: '{policy} gjelder allerede: {place} er alt finansiert slik ({found})',
  },
  in_force: {
    en: '{policy} is already in force: {place} already has {found}',
    nb: '{policy} gjelder allerede: {place} har alt {found}',
  },
  changes_nothing: {
    en: '{policy} changes nothing in {place} between {from} and {until}',
    nb: '{policy} endrer ingenting i {place} mellom {from} og {until}',
  },
  reach_of_common: {
    en: '{path} belongs to the provider or to everybody, so {policy} cannot change it for the municipalities in focus only',
    nb: '{path} gjelder tilbyderen eller alle, så {policy} kan ikke endre den bare for kommunene i fokus',
  },
  no_strength: {
    en: '{policy} has no strength that can be set to zero: {found}',
    nb: '{policy} har ingen styrke som kan settes til null: {found}',
  },
  file_missing: { en: 'there is no such file', nb: 'filen finnes ikke' },
  file_unreadable: { en: 'the file cannot be read ({found})', nb: 'filen kan ikke leses ({found})' },
  file_folder: {
    en: 'this is a folder; expected a YAML or JSON file',
    nb: 'dette er en mappe; ventet en YAML- eller JSON-fil',
  },
  file_empty: { en: 'the file is empty', nb: 'filen er tom' },
  file_huge: {
    en: 'the file has {found} MB; expected at most 5',
    nb: 'filen er på {found} MB; ventet høyst 5',
  },
  file_binary: {
    en: 'this is no text file in UTF-8; expected YAML or JSON',
    nb: 'dette er ingen tekstfil i UTF-8; ventet YAML eller JSON',
  },
  file_type: {
    en: 'expected a file ending in .yaml, .yml or .json',
    nb: 'ventet en fil som slutter på .yaml, .yml eller .json',
  },
  yaml_duplicate: { en: '"{found}" is given twice', nb: '«{found}» er gitt to ganger' },
  yaml_tab: {
    en: 'a tab is used to indent; expected spaces',
    nb: 'det er rykket inn med tabulator; ventet mellomrom',
  },
  yaml_alias: {
    en: 'the aliases of the file unfold to too much; expected at most 100',
    nb: 'aliasene i filen folder seg ut til for mye; ventet høyst 100',
  },
  yaml_deep: { en: 'the file is nested too deeply', nb: 'filen er nøstet for dypt' },
  yaml_tag: {
    en: 'a YAML tag is used ({found}); expected plain values',
    nb: 'filen bruker en YAML-merkelapp ({found}); ventet vanlige verdier',
  },
  yaml_syntax: { en: 'this is no valid YAML: {found}', nb: 'dette er ikke gyldig YAML: {found}' },
  neither_place_nor_policy: {
    en: 'expected "place:" or "policy:" at the top',
    nb: 'ventet «place:» eller «policy:» øverst',
  },
  set_malformed: {
    en: '"{found}" is not understood; expected PATH=VALUE or PATH@DATE=VALUE',
    nb: '«{found}» forstås ikke; ventet STI=VERDI eller STI@DATO=VERDI',
  },
  set_group_dated: {
    en: '{path} holds for the whole run; leave out the date',
    nb: '{path} gjelder hele kjøringen; utelat datoen',
  },
  nearest: { en: 'Did you mean "{nearest}"?', nb: 'Mente du «{nearest}»?' },
} as const satisfies Record<string, Record<Language, string>>;

export type MessageKey = keyof typeof messages;

/** What is wrong with YAML, by the parser's own code: its messages are in English only. */
const yamlFaults: Partial<Record<ErrorCode, string>> = {
  BAD_DQ_ESCAPE: 'ukjent tegn etter \\ inne i anførselstegn',
  BAD_INDENT: 'innrykket stemmer ikke med linjene over, eller en klamme er ikke lukket',
  BAD_SCALAR_START: 'verdien begynner med et tegn som må stå i anførselstegn',
  BLOCK_AS_IMPLICIT_KEY: 'et navn med verdi kan ikke stå på samme linje som et annet',
  MISSING_CHAR: 'et tegn mangler: anførselstegn, klamme, komma, kolon eller mellomrom',
  MULTILINE_IMPLICIT_KEY: 'et navn må stå på én linje',
  MULTIPLE_DOCS: 'filen har mer enn ett dokument (---)',
  UNEXPECTED_TOKEN: 'et tegn står der det ikke var ventet',
};

/** The parser's message in both languages. */
export const yamlFault = (code: ErrorCode, message: string): Record<Language, string> => ({
  en: message,
  nb: yamlFaults[code] ?? 'noe som YAML ikke tillater her',
});

/** Words for kinds of values; other texts in a hole stand as they are. */
export const valueWords: Record<string, Record<Language, string>> = {
  '@number': { en: 'a number', nb: 'et tall' },
  '@text': { en: 'text', nb: 'tekst' },
  '@list': { en: 'a list', nb: 'en liste' },
  '@mapping': { en: 'names with values', nb: 'navn med verdier' },
  '@yes-no': { en: 'true or false', nb: 'true eller false' },
  '@nothing': { en: 'nothing', nb: 'ingenting' },
  '@something': { en: 'a value', nb: 'en verdi' },
  '@name': {
    en: 'a name without spaces, +, :, @, #, / and \\',
    nb: 'et navn uten mellomrom, +, :, @, # , / og \\',
  },
  '@not-empty': { en: 'at least one', nb: 'minst én' },
  '@whole': { en: 'a whole number', nb: 'et heltall' },
  '@zero-or-one': { en: '0 or 1', nb: '0 eller 1' },
  '@parameter': {
    en: 'a number, "drawn", or a parameter with value, unit, low, high, source and confidence',
    nb: 'et tall, «drawn», eller en parameter med value, unit, low, high, source og confidence',
  },
  '@other-name': { en: 'another name', nb: 'et annet navn' },
  '@policy': {
    en: 'a policy, POLICY or POLICY:VARIANT',
    nb: 'et tiltak, TILTAK eller TILTAK:VARIANT',
  },
  '@focus-list': { en: 'a list under "focus"', nb: 'en liste under «focus»' },
  '@scenario': {
    en: 'PLACE, PLACE+POLICY or PLACE+POLICY:VARIANT@focus|all',
    nb: 'STED, STED+TILTAK eller STED+TILTAK:VARIANT@focus|all',
  },
};
