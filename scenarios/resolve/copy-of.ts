/** The luck of a copy: a policy that says what it was made from is drawn as that one is. */
import type { Given } from './given.ts';

/** What a policy does with a number. */
interface Change {
  operation: 'set' | 'scale' | 'add';
  given: Given;
}

/**
 * A number of a copy, drawn with the luck of the original. One that stands there just so keeps its name as well: it is the same
 * number, and stands once among the draws. One that was changed has a name of its own and the luck that it had.
 * @param luckOf whose luck the original is drawn with
 * @param known the numbers of the original
 */
export function underLuckOf(luckOf: string, known: readonly Change[], { operation, given }: Change): Given {
  const same = known.find((one) => one.operation === operation && isSame(one.given, given));
  return { ...given, key: same?.given.key ?? given.key, luck: `${luckOf}/${given.path}` };
}

function isSame(a: Given, b: Given): boolean {
  return (
    a.path === b.path &&
    a.drawn === b.drawn &&
    a.values.length === b.values.length &&
    a.values.every((one, at) => {
      const other = b.values[at];
      // no operand is dated; one that is left to the municipality's priority is NaN
      return Object.is(one.value, other.value) && Object.is(one.low, other.low) && Object.is(one.high, other.high);
    })
  );
}
