/** The scenarios of an earlier run, from its own record. */
import type { Resolved } from './compose.ts';
import { resolveAll } from './resolve-all.ts';

/** What run.json keeps of the question. */
export interface Asked {
  inputs: { scenarios: readonly string[]; set: readonly string[]; files: Readonly<Record<string, string>> };
  horizon: { history: number; years: number };
}

/**
 * Resolves them again: files are read from the record, never from disk.
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
