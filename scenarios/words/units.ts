/** Units of numbers and measures in a reader's language. Apart from the dictionary, so that a message about a file needs no more. */
import { unbroken } from './format.ts';
import type { Label, Language } from './words.ts';

/** By the unit as files write it. */
export const units: Readonly<Record<string, Label>> = {
  NOK: { en: 'NOK', nb: 'kr' },
  'beds per 100,000 adults': { en: 'beds per 100,000 adults', nb: 'døgnplasser per 100 000 voksne' },
  caseworkers: { en: 'caseworkers', nb: 'kontaktpersoner' },
  'contacts per patient and year': { en: 'contacts per patient and year', nb: 'kontakter per pasient og år' },
  'day of the year': { en: 'day of the year', nb: 'dag i året' },
  days: { en: 'days', nb: 'døgn' },
  'decisions per post and year': { en: 'decisions per post and year', nb: 'vedtak per årsverk og år' },
  events: { en: 'events', nb: 'hendelser' },
  factor: { en: 'times', nb: 'ganger' },
  'hours a year': { en: 'hours a year', nb: 'timer i året' },
  municipalities: { en: 'municipalities', nb: 'kommuner' },
  'per 100,000 adults and year': { en: 'per 100,000 adults and year', nb: 'per 100 000 voksne og år' },
  'per day': { en: 'per day', nb: 'per døgn' },
  'per year': { en: 'per year', nb: 'per år' },
  persons: { en: 'persons', nb: 'personer' },
  'persons per 100,000 adults': { en: 'persons per 100,000 adults', nb: 'personer per 100 000 voksne' },
  'persons per post': { en: 'persons per post', nb: 'personer per årsverk' },
  places: { en: 'places', nb: 'plasser' },
  posts: { en: 'posts', nb: 'årsverk' },
  rank: { en: 'rank', nb: 'rang' },
  shape: { en: 'shape', nb: 'form' },
  share: { en: 'share', nb: 'andel' },
  teams: { en: 'teams', nb: 'team' },
  'yes (1) or no (0)': { en: '1 is yes', nb: '1 er ja' },
};

/** Of a single one, where it is called otherwise. */
const singular: Readonly<Record<string, Label>> = {
  days: { en: 'day', nb: 'døgn' },
  persons: { en: 'person', nb: 'person' },
  posts: { en: 'post', nb: 'årsverk' },
  places: { en: 'place', nb: 'plass' },
  events: { en: 'event', nb: 'hendelse' },
  caseworkers: { en: 'caseworker', nb: 'kontaktperson' },
  municipalities: { en: 'municipality', nb: 'kommune' },
};

/** `persons per post` is in bokmål `personer per årsverk`; a unit that is not known here stands as it is. */
export function unitName(lang: Language, unit: string, isOne = false): string {
  const names = isOne && Object.hasOwn(singular, unit) ? singular : units;
  if (!Object.hasOwn(names, unit)) return unit;
  return lang === 'nb' ? unbroken(names[unit].nb) : names[unit].en;
}
