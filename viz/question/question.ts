/** What the page is asked: a place, up to four scenarios, and how many futures. Plain data; it stands in the link. */

/** A number that a scenario changes on top of its policies, from the switch on, in the towns in focus. */
export interface Change {
  /** `follow_up.caseload`; a path of `scenarios/resolve/paths.ts`. */
  path: string;
  value: number;
}

export interface AskedScenario {
  /** Bundled policies as a scenario's name has them: `framework:held-back`, `more-beds`. Empty: the place as it is. */
  policies: string[];
  changes: Change[];
  /** The letter it was given when it came, so that none changes when another goes; left out: its place in the list. */
  letter?: string;
}

export interface Question {
  /** A bundled place, or the name of a file in `files`. */
  place: string;
  /** A first, with which the others are compared; 1 to 4. */
  scenarios: AskedScenario[];
  replications: number;
  seed: number;
  years: number;
  history: number;
  uncertainty: 'all' | 'chance';
  /** Files that were dropped on the page: name → text. They never stand in a link. */
  files: Record<string, string>;
}

/** A fifth would not be told apart from the others by eye. */
export const mostScenarios = 4;

/** What scenarios are called on the page, in their order. Never given anew when one is taken away. */
export const letters = ['A', 'B', 'C', 'D'] as const;

/** The letter of each scenario: the one it was given when it came, for as long as it stays. */
export function lettersOf({ scenarios }: Pick<Question, 'scenarios'>): string[] {
  const taken = new Set(scenarios.flatMap(({ letter }) => letter ?? []));
  const free = letters.filter((letter) => !taken.has(letter));
  return scenarios.map(({ letter }) => letter ?? free.shift() ?? '?');
}
