/** The numbers that a person may change, with what is known about each: six that matter most, and all others by search. */

import type { ParameterRow, ScenarioFacts } from '../../scenarios/resolve/compose.ts';
import { isWhole, parameterPaths, pathInfo } from '../../scenarios/resolve/paths.ts';
import { readOnlyBy } from '../../scenarios/resolve/read-only-by.ts';
import type { Label, Language } from '../../scenarios/words/words.ts';
import { viewerWords } from '../words/words.ts';

export interface Setting {
  path: string;
  label: Label;
  unit: string;
  /** The plausible range in A; null where it is left to the municipality's priority. */
  low: number | null;
  high: number | null;
  /** What the model takes at all. */
  min: number;
  max: number;
  /** Whether only whole numbers, or yes (1) and no (0), make sense. */
  isWhole: boolean;
  source: string;
  /** `high`, `medium`, `low` or `known`. */
  confidence: string;
  /** A figure that holds its level; undefined: none. */
  heldBy: string | undefined;
  /** At the switch, in A and in the scenario; null where it is left to the municipality's priority. */
  valueInBase: number | null;
  value: number | null;
  /** At the switch in the place as it is, whatever policies and changes say in A. */
  valueByDefault: number | null;
  /** The full names of what says something of it in the scenario: policies, and the page's own changes. */
  saidBy: string[];
  /** Why it does nothing in this scenario, or cannot be changed from the switch; null: it can, and does. */
  hindrance: Label | null;
}

/** The six that carry most of what a municipality, a council or TSB can decide. */
const leverPaths = [
  'posts.own',
  'council.retention',
  'follow_up.caseload',
  'gate.decision_days',
  'beds.stay',
  'posts.recruitment_days',
] as const;

/** Read once, when the history begins. */
const atTheStart = new Set(['posts.teams', 'grant.held_at_census']);

/** Shares that must add up to one whole: changed one by one they cannot. */
const oneWhole = /^relapse\.base_(early|ramp|late|follow_up|in_course)$/;

/**
 * The six levers, in the order of the panel.
 * @param base A
 * @param scenario the one that is changed
 */
export function levers(base: ScenarioFacts, scenario: ScenarioFacts): Setting[] {
  return leverPaths.map((path) => settingOf(path, base, scenario)).filter((setting) => setting !== null);
}

/** One number; null where the model has none of this name. */
export function settingOf(path: string, base: ScenarioFacts, scenario: ScenarioFacts): Setting | null {
  const info = pathInfo(path);
  const own = ownRow(path, base);
  if (!info || info.scope === 'group' || !own) return null;
  const { declared } = info;
  return {
    path,
    label: own.label ?? { en: path, nb: path },
    unit: own.unit,
    low: numberOf(own.low),
    high: numberOf(own.high),
    min: declared.min,
    max: declared.max,
    isWhole: isWhole(declared),
    source: own.source,
    confidence: own.confidence,
    heldBy: own.heldBy,
    valueInBase: valueIn(path, base),
    value: valueIn(path, scenario),
    valueByDefault: numberOf(own.value),
    saidBy: changesOn(path, scenario).map((row) => row.path.slice(0, row.path.indexOf('/'))),
    hindrance: hindranceOf(path, scenario),
  };
}

/**
 * All other numbers whose label or path has these words in it, in any order; the best first: words that begin a label.
 * Without words: all. Numbers of user groups are among them, though they cannot be changed from the switch.
 */
export function searchSettings(base: ScenarioFacts, scenario: ScenarioFacts, text: string, lang: Language): Setting[] {
  const words = text.toLowerCase().split(/\s+/).filter(Boolean);
  const found: { setting: Setting; rank: number }[] = [];
  const look = (setting: Setting | null) => {
    if (!setting || (leverPaths as readonly string[]).includes(setting.path)) return;
    const label = setting.label[lang].toLowerCase();
    const all = `${label} ${setting.path}`;
    if (!words.every((word) => all.includes(word))) return;
    found.push({ setting, rank: words.length > 0 && label.startsWith(words[0]) ? 0 : 1 });
  };
  for (const { path } of parameterPaths()) look(settingOf(path, base, scenario));
  for (const row of base.parameters) if (row.scope === 'group') look(groupSetting(row, scenario));
  return found.sort((a, b) => a.rank - b.rank).map(({ setting }) => setting);
}

function groupSetting(row: ParameterRow, scenario: ScenarioFacts): Setting {
  const { path, unit, source, confidence, heldBy } = row;
  const group = scenario.groups.find(({ name }) => path.startsWith(`groups.${name}.`));
  const part = path.slice(path.lastIndexOf('.') + 1);
  const named = (lang: Language) => `${group?.label?.[lang] ?? group?.name ?? path}: ${row.label?.[lang] ?? part}`;
  return {
    path,
    label: { en: named('en'), nb: named('nb') },
    unit,
    low: numberOf(row.low),
    high: numberOf(row.high),
    min: Number.NEGATIVE_INFINITY,
    max: Number.POSITIVE_INFINITY,
    isWhole: isWhole({ unit }),
    source,
    confidence,
    heldBy,
    valueInBase: numberOf(row.value),
    value: numberOf(row.value),
    valueByDefault: numberOf(row.value),
    saidBy: [],
    hindrance: viewerWords.hindrance_group,
  };
}

const numberOf = (value: number | null): number | null => (value === null || Number.isNaN(value) ? null : value);

/** Rows of a scenario by path: the place's own at the switch, and what policies do to them, then or later. */
interface Rows {
  own: Map<string, ParameterRow>;
  changes: Map<string, ParameterRow[]>;
}
const rowsByPath = new WeakMap<ScenarioFacts, Rows>();

function rowsOf(scenario: ScenarioFacts): Rows {
  const before = rowsByPath.get(scenario);
  if (before) return before;
  const { parameters, place, switchYear } = scenario;
  const focus = place.towns.filter((town) => town.focus);
  const names = new Set(focus.flatMap(({ number, kind }) => (focus.length === 1 ? [number] : [number, kind])));
  const rows: Rows = { own: new Map(), changes: new Map() };
  const reaches = ({ municipality }: ParameterRow) =>
    municipality === 'all' || municipality.split(' ').some((name) => names.has(name));
  for (const row of parameters) {
    if (row.scope === 'policy') {
      const path = row.path.slice(row.path.indexOf('/') + 1);
      rows.changes.set(path, [...(rows.changes.get(path) ?? []), row]);
      // the last that holds
    } else if (isInForce(row, switchYear) && reaches(row)) rows.own.set(row.path, row);
  }
  rowsByPath.set(scenario, rows);
  return rows;
}

/** The place's own value at the switch: of the municipality in focus where they differ. */
const ownRow = (path: string, scenario: ScenarioFacts): ParameterRow | undefined => rowsOf(scenario).own.get(path);

/** What policies do with a number, then or later. */
const changesOn = (path: string, scenario: ScenarioFacts): ParameterRow[] => rowsOf(scenario).changes.get(path) ?? [];

const isInForce = ({ from }: ParameterRow, switchYear: number): boolean =>
  from === null || from <= `${switchYear}-01-01`;

/** (set, or the place's own) × factors + summands, of what holds on the first day after the switch. */
function valueIn(path: string, scenario: ScenarioFacts): number | null {
  const own = ownRow(path, scenario);
  if (!own) return null;
  const changes = changesOn(path, scenario).filter((row) => isInForce(row, scenario.switchYear));
  let value = own.value;
  for (const { operation, value: set } of changes) if (operation === 'set') value = set;
  for (const { operation, value: factor } of changes) if (operation === 'scale') value *= factor;
  for (const { operation, value: summand } of changes) if (operation === 'add') value += summand;
  return numberOf(value);
}

/** Where a mechanism is not in force, what only it reads does nothing. */
const hindrances: Record<string, Label> = {
  purchaser_office: viewerWords.hindrance_office,
  team: viewerWords.hindrance_team,
  framework: viewerWords.hindrance_framework,
  by_application: viewerWords.hindrance_application,
  by_criteria: viewerWords.hindrance_criteria,
};

function hindranceOf(path: string, { mechanisms }: ScenarioFacts): Label | null {
  if (atTheStart.has(path)) return viewerWords.hindrance_start;
  if (oneWhole.test(path)) return viewerWords.hindrance_whole;
  const only = readOnlyBy.filter(([prefix]) => path.startsWith(prefix));
  // where nobody knows what is in force, nothing is said
  const isRead = only.length === 0 || !mechanisms || only.some(([, slot, one]) => mechanisms[slot] === one);
  return isRead ? null : (hindrances[only[0][2]] ?? null);
}
