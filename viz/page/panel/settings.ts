/** Settings as the panel shows them: those of the focused scenario beside A's, with what was changed on the page. */
import type { Setting as Known } from '../../question/levers.ts';
import { levers, searchSettings, settingOf } from '../../question/levers.ts';
import { isOwnPolicy } from '../../question/own-changes.ts';
import type { SayKey } from '../../words/words.ts';
import { say, viewerWords } from '../../words/words.ts';
import type { App } from '../app.ts';

/** What is known about a setting of the focused scenario, and what the page does with it. */
export interface Setting extends Known {
  /** What it is called on its lever; the numbers that matter most have shorter names than in the files. */
  name: string;
  /** In the focused scenario, changes included that are not answered yet; null: left to the municipality's priority. */
  now: number | null;
  isChanged: boolean;
  /** A policy of the scenario says something of it; without one it is as by default where the page changes nothing. */
  isOfPolicy: boolean;
  /** What the model says against its value; null: nothing. */
  problem: string | null;
  /** Why it cannot be changed here; null: it can. */
  fixed: string | null;
}

const shortNames: Readonly<Record<string, SayKey>> = {
  'posts.own': 'lever_posts',
  'council.retention': 'lever_retention',
  'follow_up.caseload': 'lever_caseload',
  'posts.recruitment_days': 'lever_recruitment',
  'gate.decision_days': 'lever_decision',
  'beds.stay': 'lever_beds',
};

function factsOf(app: App) {
  const { findings } = app.result;
  const base = findings.base ?? findings.scenarios[0];
  const own = findings.scenarios.find(({ name }) => name === app.now.scenario) ?? base;
  return { base, own };
}

/** What a council keeps is left to its priority for the field: plausible is what 7 in 10 councils keep, leaving out 1 in 10 that keep least and 2 in 10 that keep most. */
function plausible(app: App, { path, low, high }: Known): Pick<Known, 'low' | 'high'> {
  if (path !== 'council.retention' || low !== null) return { low, high };
  const { base } = factsOf(app);
  const [least, most] = ['priority.retention_10', 'priority.retention_80'].map(
    (name) => settingOf(name, base, base)?.valueInBase ?? null,
  );
  return { low: least, high: most };
}

function shown(app: App, known: Known): Setting {
  const { status, lang } = app;
  const asked = app.changesOf(app.now.focus).find(({ path }) => path === known.path);
  const short = shortNames[known.path];
  return {
    ...known,
    ...plausible(app, known),
    name: short ? viewerWords[short][lang] : known.label[lang],
    now: asked?.value ?? known.value,
    isChanged: asked !== undefined,
    isOfPolicy: known.saidBy.some((name) => asked === undefined || !isOwnPolicy(name)),
    problem: status.problemAt === known.path && status.problem !== null ? status.problem[lang] : null,
    fixed: known.hindrance?.[lang] ?? (status.live === 'off' ? '' : null),
  };
}

/** The six levers, then whatever else differs from A. */
export function leversOf(app: App): Setting[] {
  const { base, own } = factsOf(app);
  const six = levers(base, own);
  const listed = new Set(six.map(({ path }) => path));
  const others = differingPaths(app).filter((path) => !listed.has(path));
  const more = others.flatMap((path) => settingOf(path, base, own) ?? []);
  return [...six, ...more].map((known) => shown(app, known));
}

/** All other settings with these words in their name. */
export function foundSettings(app: App, text: string): Setting[] {
  const { base, own } = factsOf(app);
  return searchSettings(base, own, text, app.lang).map((known) => shown(app, known));
}

/** Paths whose number a policy or a change on the page sets, in the focused scenario or in A. */
function differingPaths(app: App): string[] {
  const { base, own } = factsOf(app);
  const changed = [base, own].flatMap(({ parameters }) =>
    parameters.filter(({ scope }) => scope === 'policy').map(({ path }) => path.slice(path.indexOf('/') + 1)),
  );
  const paths = [...new Set([...changed, ...app.changesOf(app.now.focus).map(({ path }) => path)])];
  return paths.filter((path) => {
    const known = settingOf(path, base, own);
    return known !== null && isDifferent(shown(app, known));
  });
}

export function isDifferent({ now, valueInBase }: Pick<Setting, 'now' | 'valueInBase'>): boolean {
  if (now === null || valueInBase === null) return now !== valueInBase;
  return Math.abs(now - valueInBase) > 1e-9;
}

/** `2 differ from A`. */
export function howManyDiffer(app: App): string {
  const { lang } = app;
  const { focus } = app.now;
  if (focus === 'A') {
    const n = app.changesOf('A').length;
    return n === 0 ? '' : say(lang, 'differ_base', { n });
  }
  const n = differingPaths(app).length;
  if (n === 0) return say(lang, 'differ_none');
  return n === 1 ? say(lang, 'differ_one') : say(lang, 'differ', { n });
}

/** How many settings there are. */
export function settingCount(app: App): number {
  const { base, own } = factsOf(app);
  return levers(base, own).length + searchSettings(base, own, '', app.lang).length;
}
