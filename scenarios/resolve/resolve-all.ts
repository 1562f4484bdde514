/** Several scenarios at once, as one experiment has them. */
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
