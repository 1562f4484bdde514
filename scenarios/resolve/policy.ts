/** A policy: its file with the chosen variant merged in. */
import type { Mechanism, Slot } from '../../model/arrangement.ts';
import { underLuckOf } from './copy-of.ts';
import type { Files } from './files.ts';
import { openFile } from './files.ts';
import type { Given, Raw } from './given.ts';
import { dayOfText, given } from './given.ts';
import type { Spot } from './input-error.ts';
import { InputError } from './input-error.ts';
import { nearest } from './nearest.ts';
import { pathInfo } from './paths.ts';
import type { PathPart, Source } from './read-yaml.ts';
import type { PolicyName } from './scenario-name.ts';
import { parsePolicyName } from './scenario-name.ts';
import type { ChangeFile, Claim, Label, PolicyFile } from './schema.ts';
import { check, policySchema } from './schema.ts';

export interface Change {
  path: string;
  operation: 'set' | 'scale' | 'add';
  given: Given;
  /** Days counted from 1970-01-01; null from the switch, and without end. */
  from: number | null;
  until: number | null;
  /** Where this change says so itself. */
  reach: 'focus' | 'all' | undefined;
  spot: Spot;
}

export interface Policy {
  name: string;
  variant: string | undefined;
  /** Whether the user named the variant. */
  variantNamed: boolean;
  /** `framework`, or `framework:passed-on` where there are variants. */
  fullName: string;
  /** As it stands in the scenario's name. */
  text: string;
  /** The full name of the policy whose luck its numbers are drawn with: its own, or that of what it was copied from. */
  luckOf: string;
  label: Label;
  asks: Label | undefined;
  level: 'state' | 'local';
  reach: 'focus' | 'all' | undefined;
  mechanisms: { slot: Slot; mechanism: Mechanism<Slot>; spot: Spot }[];
  changes: Change[];
  conditions: Given[];
  claims: Claim[];
  /** Changes that make nothing of the policy, or the reason why there are none. */
  strengthZero: Change[] | { none: string };
  sources: string[];
  source: Source;
}

/** Who asks for a policy: a scenario's name, or the copy that was made of it. */
interface Asking {
  /** Where a message about the name points. */
  spot: Spot;
  layer: number;
  /** The copies, from the one in the scenario on, as file and variant. */
  copies: readonly string[];
}

/** Reads a policy as it is named in a scenario. `layer`: its place among the layers. */
export function readPolicy(named: PolicyName, files: Files, asked: string, layer: number): Policy {
  const source = openFile(named.policy, 'policies', files, asked);
  const spot: Spot = { file: asked, line: null, column: null, path: '' };
  return choose(check(policySchema, source), source, named, files, { spot, layer, copies: [] });
}

/** Reads what a policy says that it is a copy of. */
function readOriginal(text: string, files: Files, copy: Source, asking: Asking): Policy {
  const { spot } = asking;
  const named = parsePolicyName(text);
  if (named === null || named.reach !== undefined) {
    throw new InputError('wrong_type', spot, { found: JSON.stringify(text), expected: '@policy' });
  }
  let source: Source;
  try {
    source = openFile(named.policy, 'policies', files, copy.file, copy.file);
  } catch (error) {
    // the name stands in a file, so the message points there
    if (error instanceof InputError && ['unknown_policy', 'place_after', 'file_missing'].includes(error.key)) {
      throw new InputError('unknown_policy', spot, { found: named.policy }, error.nearest);
    }
    throw error;
  }
  return choose(check(policySchema, source), source, named, files, asking);
}

function choose(file: PolicyFile, source: Source, named: PolicyName, files: Files, asking: Asking): Policy {
  const { spot, layer } = asking;
  const variants = Object.keys(file.variants ?? {});
  if (file.default_variant !== undefined && !variants.includes(file.default_variant)) {
    throw new InputError(
      'unknown_variant',
      source.spot(['default_variant']),
      { policy: file.policy, found: file.default_variant, expected: variants.join(', ') },
      nearest(file.default_variant, variants),
    );
  }
  const variant = named.variant ?? file.default_variant;
  if (variants.length === 0 && variant !== undefined)
    throw new InputError('no_variants', spot, { policy: file.policy, found: variant });
  if (variants.length > 0 && variant === undefined) {
    throw new InputError('variant_needed', spot, {
      policy: file.policy,
      expected: variants.map((one) => `${file.policy}:${one}`).join(', '),
    });
  }
  if (variant !== undefined && !variants.includes(variant)) {
    throw new InputError(
      'unknown_variant',
      spot,
      { policy: file.policy, found: variant, expected: variants.join(', ') },
      nearest(variant, variants),
    );
  }
  const over = variant === undefined ? undefined : file.variants?.[variant];
  const inside: PathPart[] = ['variants', variant ?? ''];
  const fullName = variant === undefined ? file.policy : `${file.policy}:${variant}`;
  const by = { giver: fullName, layer, source: source.file };

  const changes = readChanges(file.changes ?? [], ['changes'], source, by);
  for (const change of readChanges(over?.changes ?? [], [...inside, 'changes'], source, by)) {
    // a variant's change stands in place of the policy's own on the same path
    const replaced = changes.findIndex(({ path, spot: at }) => path === change.path && at.path.startsWith('changes'));
    if (replaced >= 0) changes.splice(replaced, 1, change);
    else changes.push(change);
  }
  const conditions = new Map<string, Given>();
  for (const [said, at] of [
    [file.conditions, ['conditions']],
    [over?.conditions, [...inside, 'conditions']],
  ] as const) {
    for (const [path, raw] of Object.entries(said ?? {})) {
      const info = pathInfo(path);
      if (!info || raw === undefined) continue;
      const key = `${fullName}/${path}`;
      conditions.set(path, given(path, info.declared, raw as Raw, source, [...at, path], by, { key, operand: 'set' }));
    }
  }
  const mechanisms: Policy['mechanisms'] = [];
  for (const [said, at] of [
    [file.mechanisms, ['mechanisms']],
    [over?.mechanisms, [...inside, 'mechanisms']],
  ] as const) {
    for (const [slot, mechanism] of Object.entries(said ?? {})) {
      if (!mechanism) continue;
      const before = mechanisms.findIndex((one) => one.slot === slot);
      const one = { slot: slot as Slot, mechanism: mechanism as Mechanism<Slot>, spot: source.spot([...at, slot]) };
      if (before >= 0) mechanisms.splice(before, 1, one);
      else mechanisms.push(one);
    }
  }
  const zero = over?.strength_zero ?? file.strength_zero;
  const zeroAt: PathPart[] = over?.strength_zero ? [...inside, 'strength_zero'] : ['strength_zero'];
  const policy: Policy = {
    name: file.policy,
    variant,
    variantNamed: named.variant !== undefined,
    fullName,
    text: [file.policy, named.variant && `:${named.variant}`, named.reach && `@${named.reach}`]
      .filter(Boolean)
      .join(''),
    luckOf: fullName,
    label: over?.label ?? file.label,
    asks: over?.asks ?? file.asks,
    level: file.level,
    reach: named.reach,
    mechanisms,
    changes,
    conditions: [...conditions.values()],
    claims: over?.claims ?? file.claims ?? [],
    strengthZero: Array.isArray(zero) ? readChanges(zero, zeroAt, source, by) : (zero ?? { none: '' }),
    sources: [...(file.sources ?? []), ...(over?.sources ?? [])],
    source,
  };
  const copied = over?.copy_of ?? file.copy_of;
  if (copied === undefined) return policy;
  const copiedAt = source.spot(over?.copy_of === undefined ? ['copy_of'] : [...inside, 'copy_of']);
  const copies = [...asking.copies, `${source.file}${variant === undefined ? '' : `:${variant}`}`];
  const circle = asking.copies.includes(copies[copies.length - 1]);
  if (circle) throw new InputError('circle', asking.spot, { key: 'copy_of', found: copies.join(' → ') });
  return asCopy(policy, readOriginal(copied, files, source, { spot: copiedAt, layer, copies }));
}

/** A policy drawn with the luck of the one that it is a copy of. */
function asCopy(policy: Policy, original: Policy): Policy {
  const { luckOf } = original;
  const known = [...original.changes, ...original.conditions.map((one) => ({ operation: 'set' as const, given: one }))];
  const lucky = (change: Change): Change => ({ ...change, given: underLuckOf(luckOf, known, change) });
  return {
    ...policy,
    luckOf,
    changes: policy.changes.map(lucky),
    conditions: policy.conditions.map((it) => underLuckOf(luckOf, known, { operation: 'set', given: it })),
  };
}

function readChanges(
  changes: ChangeFile[],
  at: PathPart[],
  source: Source,
  by: { giver: string; layer: number; source: string },
): Change[] {
  return changes.map((change, index) => {
    const here = [...at, index];
    const spot = source.spot(here);
    const operations = (['set', 'scale', 'add'] as const).filter((one) => change[one] !== undefined);
    if (operations.length !== 1)
      throw new InputError('one_operation', spot, { found: operations.join(', ') || '@nothing' });
    const operation = operations[0];
    const info = pathInfo(change.path);
    if (!info) throw new InputError('unknown_path', source.spot([...here, 'path']), { found: change.path });
    const raw = change[operation] as Raw;
    if (raw === 'drawn' && operation !== 'set') {
      throw new InputError('not_drawn', source.spot([...here, operation]), { found: operation });
    }
    const key = `${by.giver}/${change.path}`;
    const it = given(change.path, info.declared, raw, source, [...here, operation], by, { key, operand: operation });
    if (operation === 'scale' && it.values.some(({ low }) => low < 0)) {
      throw new InputError('negative_scale', source.spot([...here, operation]), { found: it.values[0].low });
    }
    const dayAt = (name: 'from' | 'until') =>
      change[name] === undefined ? null : dayOfText(change[name], source.spot([...here, name]));
    const from = dayAt('from');
    const until = dayAt('until');
    if (from !== null && until !== null && until <= from) {
      throw new InputError('until_before_from', source.spot([...here, 'until']), {
        found: String(change.until),
        expected: String(change.from),
      });
    }
    return { path: change.path, operation, given: it, from, until, reach: change.reach, spot };
  });
}
