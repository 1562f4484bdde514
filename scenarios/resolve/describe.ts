/** What there is to choose from, and whether a file is right. */
import type { Bundle } from './bundled.ts';
import { bundled } from './bundled.ts';
import { resolveScenario } from './compose.ts';
import type { Files } from './files.ts';
import { openFile, readPath } from './files.ts';
import { InputError } from './input-error.ts';
import type { MessageKey } from './messages.ts';
import { nearest } from './nearest.ts';
import { readPolicy } from './policy.ts';
import type { Label } from './schema.ts';
import { check, placeSchema, policySchema } from './schema.ts';

export interface BundledPlace {
  name: string;
  label: Label;
}

export interface BundledPolicy {
  name: string;
  label: Label;
  asks: Label | undefined;
  level: 'state' | 'local';
  variants: { name: string; label: Label; asks: Label | undefined; isDefault: boolean }[];
  notes: Label | undefined;
  sources: string[];
}

/** The places that can be run, by name. One without a municipality in focus is only there to be extended. */
export function listPlaces(bundle: Bundle = bundled): BundledPlace[] {
  return Object.keys(bundle.places)
    .filter((name) => name !== 'defaults')
    .map((name) => check(placeSchema, openFile(name, 'places', { bundle }, name)))
    .filter((file) => file.focus !== undefined || file.municipalities?.some((one) => 'focus' in one && one.focus))
    .map((file) => ({ name: file.place, label: file.label }));
}

/** The policies, by name, with their variants. */
export function listPolicies(bundle: Bundle = bundled): BundledPolicy[] {
  return Object.keys(bundle.policies).map((name) => {
    const file = check(policySchema, openFile(name, 'policies', { bundle }, name));
    return {
      name: file.policy,
      label: file.label,
      asks: file.asks,
      level: file.level,
      variants: Object.entries(file.variants ?? {}).map(([variant, it]) => ({
        name: variant,
        label: it.label,
        asks: it.asks,
        isDefault: variant === file.default_variant,
      })),
      notes: file.notes,
      sources: file.sources ?? [],
    };
  });
}

/** What depends on the place that a policy is laid over, and is no fault of its file. */
const ofThePlace: MessageKey[] = ['in_force', 'in_force_funding', 'changes_nothing'];

/**
 * Checks a place or policy file without running it: a place with everything it rests on, a policy with each of its variants
 * laid over `medium`.
 * @throws InputError for the first thing that is wrong
 */
export function validateFile(path: string, files: Files): { kind: 'place' | 'policy'; name: string } {
  const source = readPath(path, files);
  const data = source.data as Record<string, unknown>;
  const isMapping = typeof data === 'object' && !Array.isArray(data);
  const horizon = { ...files, years: 10, history: 5 };
  if (isMapping && 'policy' in data) {
    const file = check(policySchema, source);
    const variants = Object.keys(file.variants ?? {});
    for (const variant of variants.length > 0 ? variants : [undefined]) {
      readPolicy({ policy: path, variant, reach: undefined, text: path }, files, path, 100);
      try {
        resolveScenario(`medium+${path}${variant ? `:${variant}` : ''}`, horizon);
      } catch (error) {
        if (!(error instanceof InputError && ofThePlace.includes(error.key))) throw error;
      }
    }
    return { kind: 'policy', name: file.policy };
  }
  if (isMapping && 'place' in data) {
    const file = check(placeSchema, source);
    resolveScenario(path, horizon);
    return { kind: 'place', name: file.place };
  }
  const keys = isMapping ? Object.keys(data) : [];
  const meant = keys.map((key) => nearest(key, ['place', 'policy'])).find((one) => one !== undefined);
  throw new InputError('neither_place_nor_policy', source.spot([]), {}, meant);
}
