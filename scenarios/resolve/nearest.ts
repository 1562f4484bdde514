/** The valid name that was perhaps meant. */
import { distance } from 'fastest-levenshtein';

/** The nearest of `valid` names, or undefined when more than a third of the letters differ. */
export function nearest(name: string, valid: Iterable<string>): string | undefined {
  const wanted = name.toLowerCase();
  let best: string | undefined;
  let least = Infinity;
  for (const candidate of valid) {
    // a parameter named without its section
    if (candidate.endsWith(`.${wanted}`)) return candidate;
    const letters = distance(wanted, candidate.toLowerCase());
    if (letters < least) {
      least = letters;
      best = candidate;
    }
  }
  if (best === undefined) return undefined;
  return least <= Math.max(1, Math.floor(Math.max(wanted.length, best.length) / 3)) ? best : undefined;
}
