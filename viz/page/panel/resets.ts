/** The ways back from a changed setting: to A's value, to the place's own, and to what the scenario's policies say. */
import type { Setting } from './settings.ts';
import { isDifferent } from './settings.ts';

export type Resettable = Pick<Setting, 'now' | 'valueInBase' | 'valueByDefault' | 'isOfPolicy' | 'isChanged' | 'fixed'>;

export interface Reset {
  to: 'base' | 'default' | 'own';
  /** Where it leads; null: to what the policies say, which only the model knows. */
  value: number | null;
  /** The change is taken back; else the value is set. */
  isUndo: boolean;
}

/** Those that lead somewhere else than where one is, each place once. */
export function resetsOf(setting: Resettable, letter: string): Reset[] {
  const { now, valueInBase: base, valueByDefault: usual, isChanged, fixed } = setting;
  if (fixed !== null) return [];
  const made: Reset[] = [];
  const isAsBase = !isDifferent(setting);
  const isUsual = isSame(now, usual);
  if (letter !== 'A' && base !== null && !isAsBase) {
    made.push({ to: 'base', value: base, isUndo: isWithoutChange(setting, base) });
  }
  if (usual !== null && !isUsual && (letter === 'A' || !isSame(usual, base))) {
    made.push({ to: 'default', value: usual, isUndo: isWithoutChange(setting, usual) });
  }
  if (isChanged && !made.some(({ isUndo }) => isUndo)) made.push({ to: 'own', value: null, isUndo: true });
  return made;
}

/** Whether a value is what the scenario has where the page changes nothing. */
export function isWithoutChange({ isOfPolicy, valueByDefault }: Resettable, value: number): boolean {
  return !isOfPolicy && isSame(value, valueByDefault);
}

const isSame = (a: number | null, b: number | null): boolean => !isDifferent({ now: a, valueInBase: b });
