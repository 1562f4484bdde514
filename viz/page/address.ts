/** The view as it stands in the link: short keys, and beside the language only what differs from where the page begins. */
import type { Link } from '../question/link.ts';
import { linkOf, readLink } from '../question/link.ts';
import type { Question } from '../question/question.ts';
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

/** Names of everything that a view may say in a link, and `at`: where on the page to begin. */
export const viewNames: readonly string[] = [
  ...['lang', 'theme', 'focus', 'day', 'municipality', 'queue', 'person', 'panel', 'at'],
  ...switches,
];

/** What a link asks, and how it is looked at. */
export function readAddress(hash: string): Link {
  return readLink(hash, viewNames);
}

/**
 * The question of a link.
 * @param home what the result on arrival answers: the same object where the link asks the same, or nothing
 */
export function questionAt(hash: string, home: Question | null): Question | null {
  if (home === null || !/(^|[#&])place=/.test(hash)) return home;
  const { question } = readAddress(hash);
  return linkOf(question) === linkOf(home) ? home : question;
}

/**
 * The text after `#`. A question that needs files cannot be in it: then the view stands alone.
 * @param question null: what is shown was not asked on the page
 */
export function addressOf(question: Question | null, view: View, at?: string): string {
  const entries = at === undefined ? viewEntries(view) : { ...viewEntries(view), at };
  if (question === null || !isLinkable(question)) {
    return Object.entries(entries)
      .map(([name, value]) => `${name}=${encodeURIComponent(value)}`)
      .join('&');
  }
  return linkOf(question, entries);
}

/** Whether a link can ask it: nothing comes from a file. */
export const isLinkable = ({ files }: Question): boolean => Object.keys(files).length === 0;
