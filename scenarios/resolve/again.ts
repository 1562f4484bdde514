/** Several scenarios of one experiment, as they are named or as an earlier run's own record has them. */
import type { Resolved, ResolveOptions } from './compose.ts';
import { resolveScenario } from './compose.ts';
import { uniqueNames } from './scenario-name.ts';

/**
 * Resolves scenarios; a name given twice gets `#2`.
 * @throws InputError for the first thing that is wrong in one of them
 */
export function resolveAll(names: readonly string[], options: ResolveOptions): Resolved[] {
  const resolved = names.map((name) => resolveScenario(name, options));
  const unique = uniqueNames(resolved.map(({ name }) => name));
  return resolved.map((scenario, at) => ({ ...scenario, name: unique[at] }));
}

/** What run.json keeps of the question. */
export interface Asked {
  inputs: { scenarios: readonly string[]; set: readonly string[]; files: Readonly<Record<string, string>> };
  horizon: { history: number; years: number };
}

/**
 * The scenarios of an earlier run, from its own record: files are read from there, never from disk.
 * @throws InputError when this version of the program makes nothing of them
 */
export function resolveAgain({ inputs, horizon }: Asked): Resolved[] {
  const { scenarios, set, files } = inputs;
  const readFile = (path: string): string => {
    if (Object.hasOwn(files, path)) return files[path];
    throw Object.assign(new Error(path), { code: 'ENOENT' });
  };
  return resolveAll(scenarios, { sets: set, years: horizon.years, history: horizon.history, readFile });
}
