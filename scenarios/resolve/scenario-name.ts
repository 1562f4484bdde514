/** The name of a scenario: a place with policies laid over it, `medium+framework:held-back@all`. */
import { InputError } from './input-error.ts';

export interface PolicyName {
  /** A bundled name, or a path to a file. */
  policy: string;
  variant: string | undefined;
  reach: 'focus' | 'all' | undefined;
  /** As it was written. */
  text: string;
}

export interface ScenarioName {
  place: string;
  policies: PolicyName[];
}

/** Whether a name means a file. */
export function isPath(name: string): boolean {
  return /\.(ya?ml|json)$/i.test(name) || /[/\\]/.test(name);
}

/**
 * Takes a scenario's name apart.
 * @throws InputError when it is none
 */
export function parseScenarioName(text: string): ScenarioName {
  const spot = { file: text, line: null, column: null, path: '' };
  const malformed = () => new InputError('malformed_name', spot, { found: text, expected: '@scenario' });
  const parts: string[] = [];
  for (const piece of text.split('+')) {
    const last = parts[parts.length - 1];
    // a "+" inside a path: its file type has not come yet
    if (last !== undefined && /[/\\]/.test(last) && !/\.(ya?ml|json)([:@][^/\\]*)?$/i.test(last)) {
      parts[parts.length - 1] = `${last}+${piece}`;
    } else parts.push(piece);
  }
  const [place, ...policies] = parts.map((part) => part.trim());
  if (!place) throw malformed();
  if (!isPath(place) && /[:@#]/.test(place)) {
    if (/^[^:@#]+@\d+$/.test(place)) throw new InputError('place_year', spot, { found: place });
    throw malformed();
  }
  return {
    place,
    policies: policies.map((part) => {
      const named = parsePolicyName(part);
      if (!named) throw malformed();
      return named;
    }),
  };
}

/** Takes the name of one policy apart; null where it is none. */
export function parsePolicyName(text: string): PolicyName | null {
  const named = /^(.*\.(?:ya?ml|json)|[^:@#/\\]+)(?::([^:@#]+))?(?:@(focus|all))?$/i.exec(text);
  if (!named) return null;
  return {
    policy: named[1],
    variant: named[2],
    reach: named[3]?.toLowerCase() as 'focus' | 'all' | undefined,
    text,
  };
}

/** Makes names unique: the second of a name gets `#2`. */
export function uniqueNames(names: readonly string[]): string[] {
  const seen = new Map<string, number>();
  return names.map((name) => {
    const count = (seen.get(name) ?? 0) + 1;
    seen.set(name, count);
    return count === 1 ? name : `${name}#${count}`;
  });
}
