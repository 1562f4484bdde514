/**
 * What is asked, and how it is looked at, as text for the address: `place=medium&A=&B=framework:passed-on&n=200`. A number
 * that a scenario changes stands behind its letter: `B.follow_up.caseload=15`. Files never stand in it.
 */
import type { Label } from '../../scenarios/words/words.ts';
import { viewerWords } from '../words/words.ts';
import type { AskedScenario, Question } from './question.ts';
import { letters, lettersOf } from './question.ts';

/** What the page shows of an answer, in the page's own words: `date=2033-03-01`. */
export type ViewState = Record<string, string>;

export interface Link {
  question: Question;
  view: ViewState;
  /** Parts that nobody knows; they are left out. */
  ignored: string[];
  /** Parts that are wrong: what was usual stands in their place. */
  refused: Refusal[];
}

export interface Refusal {
  /** The field, as it stands in the link: `seed`, `B.follow_up.caseload`. */
  field: string;
  message: Label;
}

/** What is asked on arrival: today's grant against a framework grant, both ways of the council. */
export const usualQuestion: Question = {
  place: 'medium',
  scenarios: [
    { policies: [], changes: [] },
    { policies: ['framework:passed-on'], changes: [] },
    { policies: ['framework:held-back'], changes: [] },
  ],
  replications: 100,
  seed: 1,
  years: 10,
  history: 5,
  uncertainty: 'all',
  files: {},
};

/** Whole numbers of a question: the name in the link, and the least and the most that they may be. */
const counts = {
  n: ['replications', 1, 10_000],
  seed: ['seed', 0, Number.MAX_SAFE_INTEGER],
  years: ['years', 1, 100],
  history: ['history', 0, 100],
} as const;

/** The text of a question and a view, without `#`. What is as usual is left out, the place and the scenarios excepted. */
export function linkOf(question: Question, view: ViewState = {}): string {
  const parts: [string, string][] = [['place', escaped(question.place)]];
  const all = lettersOf(question);
  question.scenarios.forEach(({ policies, changes }, index) => {
    const letter = all[index];
    parts.push([letter, policies.map(escaped).join('+')]);
    for (const { path, value } of changes) parts.push([`${letter}.${escaped(path)}`, String(value)]);
  });
  for (const [name, [field]] of Object.entries(counts)) {
    if (question[field] !== usualQuestion[field]) parts.push([name, String(question[field])]);
  }
  if (question.uncertainty !== usualQuestion.uncertainty) parts.push(['uncertainty', question.uncertainty]);
  for (const [name, value] of Object.entries(view)) {
    if (isOurs(name)) throw new Error(`"${name}" belongs to the question, not to the view`);
    parts.push([escaped(name), escaped(value)]);
  }
  return parts.map(([name, value]) => `${name}=${value}`).join('&');
}

/**
 * Reads what `linkOf` wrote, or a person.
 * @param text with or without its `#`
 * @param viewNames the names that the page's view knows
 */
export function readLink(text: string, viewNames: readonly string[]): Link {
  const question: Question = { ...usualQuestion, scenarios: [] };
  const link: Link = { question, view: {}, ignored: [], refused: [] };
  const scenarios = new Map<number, AskedScenario>();
  for (const part of text.replace(/^#/, '').split('&')) {
    if (part === '') continue;
    const at = part.indexOf('=');
    const name = plain(at < 0 ? part : part.slice(0, at));
    const value = at < 0 ? '' : part.slice(at + 1);
    if (name === null || name === '' || plain(value) === null) link.ignored.push(part);
    else if (isOurs(name)) readField(name, value, link, scenarios);
    else if (viewNames.includes(name)) link.view[name] = plain(value) as string;
    else link.ignored.push(name);
  }
  const asked = [...scenarios]
    .sort(([a], [b]) => a - b)
    // a letter that is missing before it must not move this one up
    .map(([index, scenario], at) => (index === at ? scenario : { ...scenario, letter: letters[index] }));
  question.scenarios = asked.length > 0 ? asked : structuredClone(usualQuestion.scenarios);
  return link;
}

const isOurs = (name: string): boolean =>
  name === 'place' || name === 'uncertainty' || Object.hasOwn(counts, name) || /^[A-D](\.|$)/.test(name);

function readField(name: string, value: string, link: Link, scenarios: Map<number, AskedScenario>): void {
  const { question, refused } = link;
  const refuse = (expected: Label) => refused.push(refusal(name, plain(value) as string, expected));
  if (name === 'place') {
    if (value === '') refuse(viewerWords.link_expected_place);
    else question.place = plain(value) as string;
    return;
  }
  if (name === 'uncertainty') {
    if (value === 'all' || value === 'chance') question.uncertainty = value;
    else refuse(viewerWords.link_expected_uncertainty);
    return;
  }
  if (Object.hasOwn(counts, name)) {
    const [field, least, most] = counts[name as keyof typeof counts];
    const number = /^\d+$/.test(value) ? Number(value) : Number.NaN;
    if (number >= least && number <= most) question[field] = number;
    else refuse(filled(viewerWords.link_expected_count, { least, most }));
    return;
  }
  const index = letters.indexOf(name[0] as (typeof letters)[number]);
  const scenario = scenarios.get(index) ?? { policies: [], changes: [] };
  if (name.length === 1) {
    const policies = value.split('+').map(plain);
    scenario.policies = policies.filter((policy) => policy !== null && policy !== '') as string[];
    scenarios.set(index, scenario);
    return;
  }
  const number = value.trim() === '' ? Number.NaN : Number(plain(value));
  const path = name.slice(2);
  if (!Number.isFinite(number) || path === '') refuse(viewerWords.link_expected_number);
  else {
    scenario.changes = [...scenario.changes.filter((change) => change.path !== path), { path, value: number }];
    scenarios.set(index, scenario);
  }
}

function refusal(field: string, found: string, expected: Label): Refusal {
  const message = (lang: 'en' | 'nb') =>
    viewerWords.link_refused[lang]
      .replace('{field}', field)
      .replace('{found}', () => found)
      .replace('{expected}', expected[lang]);
  return { field, message: { en: message('en'), nb: message('nb') } };
}

function filled({ en, nb }: Label, holes: Record<string, number>): Label {
  const fill = (text: string) => text.replace(/\{(\w+)\}/g, (_, hole: string) => String(holes[hole]));
  return { en: fill(en), nb: fill(nb) };
}

/** Readable where it can be: only what would be taken for something else is escaped. */
function escaped(text: string): string {
  return encodeURIComponent(text).replace(/%(3A|2F|40|2C)/g, decodeURIComponent);
}

/** Null where it cannot be read back. */
function plain(text: string): string | null {
  try {
    return decodeURIComponent(text);
  } catch {
    return null;
  }
}
