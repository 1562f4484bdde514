/** The bundled places and policies as the page offers them: names and labels only. */
import type { Label } from '../../../scenarios/words/words.ts';

interface PlaceFile {
  label?: Label;
}

interface PolicyFile {
  policy: string;
  label: Label;
  asks?: Label;
  default_variant?: string;
  variants?: Record<string, { label?: Label; asks?: Label }>;
}

const policyFiles = import.meta.glob<PolicyFile>('../../../scenarios/policies/*.yaml', {
  query: '?data',
  import: 'default',
  eager: true,
});
const placeFiles = import.meta.glob<PlaceFile>(
  ['../../../scenarios/places/*.yaml', '!../../../scenarios/places/{defaults,standard-catchment}.yaml'],
  { query: '?data', import: 'default', eager: true },
);

export interface Offer {
  /** As a scenario's name has it: `framework:held-back`. */
  name: string;
  label: Label;
  /** The question it puts. */
  asks: Label | undefined;
}

/** Every bundled policy, each variant apart. */
export function offeredPolicies(): Offer[] {
  return Object.keys(policyFiles)
    .sort()
    .flatMap((path) => {
      const { policy, label, asks, variants } = policyFiles[path];
      if (!variants) return [{ name: policy, label, asks }];
      return Object.entries(variants).map(([variant, its]) => ({
        name: `${policy}:${variant}`,
        label: its.label ?? label,
        asks: its.asks ?? asks,
      }));
    });
}

export function offeredPlaces(): Omit<Offer, 'asks'>[] {
  return Object.keys(placeFiles)
    .sort()
    .flatMap((path) => {
      const name = /([^/]+)\.yaml$/.exec(path)?.[1];
      const { label } = placeFiles[path];
      return name && label ? [{ name, label }] : [];
    });
}

/** What policies are called, with those that are not bundled by their own names. */
export function policyLabel(policies: readonly string[], lang: keyof Label): string {
  const known = offeredPolicies();
  return policies.map((policy) => known.find(({ name }) => name === policy)?.label[lang] ?? policy).join(' + ');
}
