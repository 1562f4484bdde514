/** Changes of the page as policy files: one of its own for what no policy says, an edited copy of the policy that does. */
import { parseDocument, stringify, type YAMLMap, YAMLSeq } from 'yaml';
import { pathInfo } from '../../scenarios/resolve/paths.ts';
import type { Policy } from '../../scenarios/resolve/policy.ts';
import type { Change } from './question.ts';

/** Stands as the source of every number that a person has chosen on the page. */
const source = 'chosen on the page';

/** Held at exactly this value in every future. */
const held = (value: number) => ({ value, low: value, high: value, source, confidence: 'known' });

/**
 * Name of the policy that holds a scenario's own changes, as it stands in the scenario's name.
 * @param taken names of the other policies: one may be the file that was made of such changes before
 */
export function ownPolicy(letter: string, taken: readonly string[] = []): string {
  const name = `changes-${letter}`;
  let free = name;
  for (let count = 2; taken.includes(free); count++) free = `${name}-${count}`;
  return free;
}

/** Whether a policy may be one that holds a scenario's own changes; a file that was downloaded has such a name as well. */
export const isOwnPolicy = (name: string): boolean => /^changes-[A-D](-\d+)?$/.test(name);

/**
 * A policy file that sets these numbers from the switch on: in the municipalities in focus, or for everybody where a number
 * is common to all.
 */
export function ownChanges(name: string, letter: string, changes: readonly Change[]): string {
  const file = {
    policy: name,
    label: { en: 'Own changes', nb: 'Egne endringer' },
    level: 'local',
    changes: changes.map(({ path, value }) => ({
      path,
      set: held(value),
      ...(pathInfo(path)?.scope === 'common' ? { reach: 'all' } : {}),
    })),
  };
  return `# Numbers that scenario ${letter} changes from the switch on, chosen on the page.\n${stringify(file)}`;
}

/** A number that an edited policy sets; null: it no longer touches it. */
export interface Edit {
  path: string;
  value: number | null;
}

/**
 * A copy of a policy's file in which the chosen variant sets these numbers; other variants are left out. Comments stay. It
 * gets a name and a label that say that it was changed, and says what it is a copy of, so that all other numbers keep their luck.
 * @param text the policy's file
 * @param file what the policy is called beside the copy: a bundled name or a path
 */
export function editedPolicy(
  text: string,
  file: string,
  policy: Policy,
  letter: string,
  edits: readonly Edit[],
): string {
  const document = parseDocument(text.replace(/^# yaml-language-server:.*\n/, ''));
  const top = document.contents as YAMLMap;
  const bodies = [top];
  if (policy.variant === undefined) {
    document.set('policy', changedName(policy.name, letter));
  } else {
    const variants = document.get('variants') as YAMLMap;
    const variant = variants.get(policy.variant) as YAMLMap;
    const name = changedName(policy.variant, letter);
    document.set('variants', document.createNode({ [name]: variant }));
    document.set('default_variant', name);
    bodies.push(variant);
  }
  for (const body of bodies) body.delete('copy_of');
  const original = policy.variant === undefined ? file : `${file}:${policy.variant}`;
  top.items.splice(1, 0, document.createPair('copy_of', original));
  // what is asked, and what a variant is called, was said of the number as it was
  const inmost = bodies[bodies.length - 1];
  inmost.delete('asks');
  inmost.set('label', document.createNode({ en: `${policy.label.en}, changed`, nb: `${policy.label.nb}, endret` }));
  for (const { path, value } of edits) {
    let isSet = value === null;
    for (const body of bodies) {
      const conditions = body.get('conditions') as YAMLMap | undefined;
      if (!conditions?.has(path)) continue;
      if (value === null) conditions.delete(path);
      else conditions.set(path, document.createNode(held(value), { flow: true }));
      isSet = true;
    }
    for (const body of bodies) {
      const changes = body.get('changes');
      if (!(changes instanceof YAMLSeq)) continue;
      const mine = (changes.items as YAMLMap[]).filter((item) => item.get('path') === path);
      changes.items = changes.items.filter((item) => !mine.includes(item as YAMLMap));
      if (mine.length === 0 || isSet) continue;
      const reach = mine[0].get('reach');
      const change = { path, set: held(value as number), ...(reach === undefined ? {} : { reach }) };
      changes.add(document.createNode(change, { flow: true }));
      isSet = true;
    }
  }
  return document.toString({ lineWidth: 0 });
}

/** The name of an edited policy or variant. */
const changedName = (name: string, letter: string): string => `${name}-changed-${letter}`;

/**
 * How an edited policy is called in a scenario's name: by its file, its variant, and the reach that the policy had.
 * @param variantNamed false: the variant's conditions do not hold, and must not by being named
 */
export function editedName(file: string, policy: Policy, letter: string, variantNamed: boolean): string {
  const variant = policy.variant !== undefined && variantNamed ? `:${changedName(policy.variant, letter)}` : '';
  return `${file}${variant}${policy.reach ? `@${policy.reach}` : ''}`;
}
