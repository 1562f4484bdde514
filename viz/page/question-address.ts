/** The question as it stands in the link: `place=medium&B=framework:passed-on&B.follow_up.caseload=15`. Files never stand there. */
import type { AskedScenario, Question } from '../question/question.ts';
import { letters } from '../question/question.ts';
import { lettersOf } from './question-steps.ts';

type Entries = Record<string, string>;

/** Keys of whole numbers in the link, the numbers that they stand for, and what they may be. */
const counts = [
  { key: 'runs', name: 'replications', low: 1, high: 100_000 },
  { key: 'seed', name: 'seed', low: -Number.MAX_SAFE_INTEGER, high: Number.MAX_SAFE_INTEGER },
  { key: 'years', name: 'years', low: 1, high: 100 },
  { key: 'history', name: 'history', low: 0, high: 100 },
] as const;

/** Everything that a link needs to ask the same again. */
export function questionEntries(question: Question): Entries {
  const entries: Entries = { place: question.place };
  const all = lettersOf(question);
  question.scenarios.forEach(({ policies, changes }, at) => {
    // a blank stands as + in a link, as in the name of a scenario
    entries[all[at]] = policies.join(' ');
    for (const { path, value } of changes) entries[`${all[at]}.${path}`] = String(value);
  });
  for (const { key, name } of counts) entries[key] = String(question[name]);
  if (question.uncertainty !== 'all') entries.uncertainty = question.uncertainty;
  return entries;
}

/** Whether a link can ask it: nothing comes from a file. */
export const isLinkable = ({ files }: Question): boolean => Object.keys(files).length === 0;

/**
 * The question that a link asks; null: it asks none.
 * @param usual what holds where the link is silent
 * @returns what it asks, and entries that were not understood
 */
export function questionFrom(entries: Entries, usual: Question): { question: Question; wrong: string[] } | null {
  const { place } = entries;
  if (place === undefined || place === '') return null;
  const wrong: string[] = [];
  const scenarios: AskedScenario[] = [];
  for (const letter of letters) {
    const own = entries[letter];
    const changes = Object.entries(entries).filter(([key]) => key.startsWith(`${letter}.`));
    if (own === undefined && changes.length === 0 && letter !== 'A') continue;
    scenarios.push({
      letter,
      policies: (own ?? '').split(' ').filter((policy) => policy !== ''),
      changes: changes.flatMap(([key, text]) => {
        const value = Number(text);
        if (text.trim() !== '' && Number.isFinite(value)) return [{ path: key.slice(2), value }];
        wrong.push(`${key}=${text}`);
        return [];
      }),
    });
  }
  const question: Question = { ...usual, place, scenarios, files: {} };
  for (const { key, name, low, high } of counts) {
    const text = entries[key];
    if (text === undefined) continue;
    const value = Number(text);
    if (Number.isInteger(value) && text.trim() !== '' && value >= low && value <= high) question[name] = value;
    else wrong.push(`${key}=${text}`);
  }
  const { uncertainty } = entries;
  if (uncertainty === 'all' || uncertainty === 'chance') question.uncertainty = uncertainty;
  else if (uncertainty !== undefined) wrong.push(`uncertainty=${uncertainty}`);
  return { question, wrong };
}
