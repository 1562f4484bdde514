/** What the visitor looks at: plain data, with the rules by which it changes. Nothing here touches the page. */
import { newYear } from '../../model/kernel/calendar.ts';
import type { waitings } from '../../model/record.ts';
import { inOrder, letters } from '../../scenarios/words/voice.ts';
import type { Language } from '../../scenarios/words/words.ts';
import type { Result } from '../result/result.ts';

export type ThemeChoice = 'auto' | 'light' | 'dark';
export type Queue = (typeof waitings)[number];

/** The three brushes (scenario, date, municipality) and what else stands in the link. */
export interface View {
  lang: Language;
  theme: ThemeChoice;
  /** The letter of the focused scenario. */
  focus: string;
  /** Days since the switch; null: where the page begins. */
  day: number | null;
  /** A municipality's number, or `provider`; null: the first in focus. */
  municipality: string | null;
  queue: Queue;
  /** Single futures behind the bands. */
  singles: boolean;
  /** One panel a scenario instead of all in one. */
  multiples: boolean;
  /** Whose two lives are shown; null: the first of the list. */
  person: string | null;
  /** Type a quarter larger and no panel, for a projector. */
  present: boolean;
  panel: boolean;
}

export const firstView: View = {
  lang: 'en',
  theme: 'auto',
  focus: 'B',
  day: null,
  municipality: null,
  queue: 'follow_up',
  singles: false,
  multiples: false,
  person: null,
  present: false,
  panel: true,
};

/** Queues in the order in which the page offers them. */
export const queues: readonly Queue[] = [
  'follow_up',
  'unserved',
  'first_contact',
  'bed',
  'decision',
  'assessment',
  'intake',
];

/** The view with everything it leaves open filled in, so that it fits a result. */
export interface Settled extends View {
  day: number;
  municipality: string;
  /** Name of the focused scenario. */
  scenario: string;
}

export function settled(view: View, result: Result): Settled {
  const { findings, days } = result;
  const places = municipalities(result);
  const municipality = view.municipality !== null && places.includes(view.municipality) ? view.municipality : places[0];
  const last = days[days.length - 1] ?? 0;
  const day = Math.min(last, Math.max(days[0] ?? 0, view.day ?? startDay(result)));
  const named = [...letters(findings)];
  const [scenario, focus] = named.find(([, letter]) => letter === view.focus) ?? named[1] ?? named[0];
  return { ...view, day, municipality, scenario, focus };
}

/** Towns in focus, then the whole place: those of which there are queues. */
export function municipalities({ bands }: Result): string[] {
  const found = [...new Set(bands.map(({ municipality }) => municipality))];
  return [...found.filter((one) => one !== 'provider'), ...found.filter((one) => one === 'provider')];
}

/** Where the date stands on arrival: in March six years after the switch, where a run is that long. */
export function startDay({ findings, days }: Result): number {
  const start = newYear(findings.switchYear);
  const wanted = Math.round((Date.UTC(findings.switchYear + 6, 2, 1) - start * 86_400_000) / 86_400_000);
  return days.includes(wanted) ? wanted : (days[days.length - 1] ?? 0);
}

/** The first of a month that lies so many months from the one that a day is in. */
export function steppedDay(days: readonly number[], day: number, months: number): number {
  let at = 0;
  while (at + 1 < days.length && days[at + 1] <= day) at++;
  return days[Math.min(days.length - 1, Math.max(0, at + months))] ?? day;
}

/** The first of a month that lies nearest. */
export function nearestDay(days: readonly number[], day: number): number {
  return days.reduce((best, one) => (Math.abs(one - day) < Math.abs(best - day) ? one : best), days[0] ?? 0);
}

/** The letter before or after in the list; it stops at the ends. */
export function steppedFocus({ findings }: Result, focus: string, by: -1 | 1): string {
  const all = [...letters(findings).values()];
  const at = all.indexOf(focus);
  return all[Math.min(all.length - 1, Math.max(0, at + by))] ?? focus;
}

/** The year and month of a day since the switch. */
export function monthOf({ findings }: Result, day: number): { year: number; month: number } {
  const date = new Date((newYear(findings.switchYear) + day) * 86_400_000);
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() };
}

/** The name of a scenario by its letter. */
export function nameOf({ findings }: Result, letter: string): string | undefined {
  return [...letters(findings)].find(([, one]) => one === letter)?.[0];
}

/** Names of all scenarios of a result, the base first. */
export const scenarioNames = ({ findings }: Result): string[] => inOrder(findings).map(({ name }) => name);
