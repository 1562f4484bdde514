/** The scenarios of a result with all that is known about them, from its own record of what was asked. */
import { fingerprint } from '../../scenarios/experiment/hash.ts';
import { resolveAgain } from '../../scenarios/resolve/again.ts';
import type { ParameterRow, PolicyReached, Resolved, ScenarioFacts } from '../../scenarios/resolve/compose.ts';
import { parseScenarioName } from '../../scenarios/resolve/scenario-name.ts';
import type { Label } from '../../scenarios/words/words.ts';
import { readRows } from './csv.ts';
import { factsOf } from './pack.ts';
import type { ResultFiles } from './result-files.ts';
import type { RunFile } from './run-file.ts';

const columns = ['scenario', 'path', 'value', 'unit', 'low', 'high', 'source', 'confidence'];

/** Rows of parameters.csv by scenario, and how many there are. */
export async function readParameters(
  files: ResultFiles,
  names: readonly string[],
): Promise<{ parameters: Map<string, ParameterRow[]>; rows: number }> {
  const parameters = new Map<string, ParameterRow[]>(names.map((name) => [name, []]));
  const rows = await readRows(files, 'parameters.csv', columns, (row) => {
    const scenario = row.oneOf(0, names);
    const [path, ...after] = row.text(1).split('@');
    const low = row.numberOrNull(4) ?? Number.NaN;
    const high = row.numberOrNull(5) ?? Number.NaN;
    const from = after.find((part) => /^\d{4}-\d\d-\d\d$/.test(part)) ?? null;
    const municipality = after.find((part) => part !== from);
    parameters.get(scenario)?.push({
      path,
      scope: path.includes('/') ? 'policy' : path.startsWith('groups.') ? 'group' : municipality ? 'town' : 'common',
      municipality: municipality ?? 'all',
      value: row.numberOrNull(2) ?? Number.NaN,
      unit: row.text(3),
      low,
      high,
      source: row.text(6),
      confidence: row.text(7),
      heldBy: undefined,
      drawn: low < high,
      label: undefined,
      from,
      operation: null,
    });
    return undefined;
  });
  return { parameters, rows };
}

export interface Known {
  scenarios: ScenarioFacts[];
  /** Whether they are the very scenarios of the run; else the files' numbers stand, and what else is known beside them. */
  as: 'same' | 'changed' | 'unknown';
}

/** The scenarios of a run: made again from its record, where this version of the program makes the same of it. */
export function scenariosOf(run: RunFile, parameters: ReadonlyMap<string, ParameterRow[]>): Known {
  const again = madeAgain(run);
  if (again === null) {
    const unknown = run.scenarios.map((scenario) => bare(run, scenario, parameters.get(scenario.name) ?? []));
    return { scenarios: unknown, as: 'unknown' };
  }
  const same = again.every(({ plan }, at) => fingerprint(plan) === run.scenarios[at].plan);
  const facts = again.map(factsOf);
  if (same) return { scenarios: facts, as: 'same' };
  return { scenarios: facts.map((one) => withParameters(one, parameters.get(one.name) ?? [])), as: 'changed' };
}

function madeAgain({ inputs, horizon, scenarios }: RunFile): Resolved[] | null {
  if (!inputs) return null;
  try {
    const again = resolveAgain({ inputs, horizon });
    const isOurs = again.length === scenarios.length && again.every(({ name }, at) => name === scenarios[at].name);
    return isOurs ? again : null;
  } catch {
    // another version had places, policies or settings that this one has not
    return null;
  }
}

/** The numbers of the run, with the labels that the same settings have now. */
function withParameters(facts: ScenarioFacts, parameters: readonly ParameterRow[]): ScenarioFacts {
  const now = new Map(facts.parameters.map((row) => [row.path, row]));
  return {
    ...facts,
    parameters: parameters.map((row) => {
      const { label, scope, heldBy, operation } = now.get(row.path) ?? row;
      return { ...row, label, scope, heldBy, operation };
    }),
  };
}

/** What run.json and parameters.csv say by themselves. */
function bare(
  { focus, municipalities, horizon }: RunFile,
  { name, label, conditions }: RunFile['scenarios'][number],
  parameters: ParameterRow[],
): ScenarioFacts {
  const { place, policies } = parsed(name);
  const towns = [...new Set([...focus, ...municipalities])];
  const labels = labelsOf(label, 1 + policies.length) ?? [place, ...policies].map((text) => ({ en: text, nb: text }));
  return {
    name,
    place: {
      name: place,
      label: labels[0],
      towns: towns.map((number) => ({ number, kind: '', name: undefined, focus: focus.includes(number) })),
      kinds: [],
    },
    label,
    policies: policies.map((text, at) => policyOf(text, labels[1 + at], towns)),
    mechanisms: null,
    conditions,
    switchYear: horizon.switch,
    priceYear: Number.NaN,
    groups: [],
    parameters,
    claims: [],
  };
}

function parsed(name: string): { place: string; policies: string[] } {
  try {
    const { place, policies } = parseScenarioName(name.replace(/#\d+$/, ''));
    return { place, policies: policies.map(({ text }) => text) };
  } catch {
    return { place: name, policies: [] };
  }
}

/** `Place + policy + policy` taken apart; null where a label has a plus of its own. */
function labelsOf(label: Label, parts: number): Label[] | null {
  const [en, nb] = [label.en.split(' + '), label.nb.split(' + ')];
  if (en.length !== parts || nb.length !== parts) return null;
  return en.map((text, at) => ({ en: text, nb: nb[at] }));
}

function policyOf(text: string, label: Label, towns: string[]): PolicyReached {
  const [name, variant] = text.replace(/@.*$/, '').split(':');
  return {
    name,
    fullName: variant === undefined ? name : `${name}:${variant}`,
    label,
    variant,
    variantNamed: variant !== undefined,
    asks: undefined,
    reach: text.endsWith('@all') ? 'all' : 'focus',
    towns,
    needShare: Number.NaN,
    mechanisms: {},
    sources: [],
  };
}
