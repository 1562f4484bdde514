/** The view as it stands in the link: short keys, and beside the language only what differs from where the page begins. */
import { isLanguage } from './language.ts';
import type { Queue, ThemeChoice, View } from './state.ts';
import { firstView, queues } from './state.ts';

type Entries = Record<string, string>;

const switches = ['singles', 'multiples', 'present'] as const;

/** What of a view must stand in a link to see the same again. */
export function viewEntries(view: View): Entries {
  // who gets the link sees the language it was sent in, whatever their browser asks for
  const entries: Entries = { lang: view.lang };
  if (view.theme !== firstView.theme) entries.theme = view.theme;
  if (view.focus !== firstView.focus) entries.focus = view.focus;
  if (view.day !== null) entries.day = String(view.day);
  if (view.municipality !== null) entries.municipality = view.municipality;
  if (view.queue !== firstView.queue) entries.queue = view.queue;
  if (view.person !== null) entries.person = view.person;
  for (const name of switches) if (view[name]) entries[name] = '1';
  if (!view.panel) entries.panel = '0';
  return entries;
}

/** The view that entries of a link ask for; what is unknown or wrong is left as the page begins. */
export function viewFrom(entries: Entries, before: View = firstView): View {
  const { lang, theme, focus, day, queue, municipality, person, panel } = entries;
  const view: View = { ...firstView, lang: before.lang, theme: before.theme };
  if (isLanguage(lang)) view.lang = lang;
  if (['auto', 'light', 'dark'].includes(theme)) view.theme = theme as ThemeChoice;
  if (/^[A-D]$/.test(focus ?? '')) view.focus = focus;
  if (/^-?\d{1,6}$/.test(day ?? '')) view.day = Number(day);
  if (queues.includes(queue as Queue)) view.queue = queue as Queue;
  if (municipality) view.municipality = municipality;
  if (person) view.person = person;
  for (const name of switches) view[name] = entries[name] === '1';
  view.panel = panel !== '0';
  return view;
}

/** Entries of the text after `#`. */
export function entriesOf(hash: string): Entries {
  return Object.fromEntries(new URLSearchParams(hash.replace(/^#/, '')));
}

/** Entries as the text after `#`, readable: nothing is written as %XX that a link can hold as it is. */
export function hashOf(entries: Entries): string {
  const coded = (text: string) =>
    encodeURIComponent(text).replace(/%3A/g, ':').replace(/%40/g, '@').replace(/%20/g, '+');
  return Object.entries(entries)
    .map(([key, value]) => `${coded(key)}=${coded(value)}`)
    .join('&');
}
