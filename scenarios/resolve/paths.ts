/** The parameters by their paths (`follow_up.caseload`), as the model declares them. */
import type { Declared } from '../../model/parameters.ts';
import { commonParameters, groupParameters, townParameters } from '../../model/parameters.ts';

export interface PathInfo {
  path: string;
  /** `town`: may differ between municipalities; `common`: holds for the provider and every person; `group`: for one user group. */
  scope: 'town' | 'common' | 'group';
  section: string;
  name: string;
  declared: Declared;
}

function flatten(tree: Record<string, Record<string, Declared>>, scope: 'town' | 'common'): PathInfo[] {
  return Object.entries(tree).flatMap(([section, names]) =>
    Object.entries(names).map(([name, declared]) => ({ path: `${section}.${name}`, scope, section, name, declared })),
  );
}

export const townPaths: readonly PathInfo[] = flatten(townParameters, 'town');
export const commonPaths: readonly PathInfo[] = flatten(commonParameters, 'common');
export const groupNames = Object.keys(groupParameters) as (keyof typeof groupParameters)[];

const byPath = new Map([...townPaths, ...commonPaths].map((info) => [info.path, info]));

/** Every town and common parameter in the model's order. */
export function parameterPaths(): readonly PathInfo[] {
  return [...byPath.values()];
}

/** What the model declares about a path; `groups.NAME.number` included. */
export function pathInfo(path: string): PathInfo | undefined {
  const known = byPath.get(path);
  if (known) return known;
  const group = /^groups\.([^.]+)\.(\w+)$/.exec(path);
  const declared = group && (groupParameters as Record<string, Declared>)[group[2]];
  return group && declared
    ? { path, scope: 'group', section: `groups.${group[1]}`, name: group[2], declared }
    : undefined;
}

/** Numbers that are counted or switched: they are never drawn between a low and a high. */
export function isWhole({ unit }: Pick<Declared, 'unit'>): boolean {
  return unit === 'teams' || unit === 'rank' || unit.startsWith('yes (1)');
}
