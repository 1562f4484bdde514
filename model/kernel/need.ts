/** Refusing what makes no sense, in one form: what is wrong, what it must be, what it is. */
import { distance } from 'fastest-levenshtein';

/** @throws RangeError `what must be expected, not found`, unless it holds */
export function need(holds: boolean, what: string, expected: string, found: unknown): asserts holds {
  if (holds) return;
  const shown =
    typeof found === 'string' ? `'${found}'` : Array.isArray(found) ? `[${found.join(', ')}]` : String(found);
  throw new RangeError(`${what} must be ${expected}, not ${shown}`);
}

/** @throws RangeError unless each weight is 0 or more and finite, and one at least is more than 0 */
export function checkWeights(what: string, weights: readonly number[]): void {
  const fine = weights.every((weight) => weight >= 0 && weight < Infinity) && weights.some((weight) => weight > 0);
  need(fine, what, '0 or more, one at least more than 0', weights);
}

/** Where a name stands in a list. @throws RangeError that names the nearest when it is not there */
export function indexOfName(what: string, name: string, names: readonly string[]): number {
  const index = names.indexOf(name);
  if (index >= 0) return index;
  const byNearness = names.toSorted((a, b) => distance(name, a) - distance(name, b));
  const hint = byNearness.length > 0 ? `; did you mean '${byNearness[0]}'?` : '';
  throw new RangeError(`${what} must be one of ${names.join(', ') || 'none'}, not '${name}'${hint}`);
}
