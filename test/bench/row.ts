/** A row of the benchmark: one number, its unit, and what it should be. */

/** A limit on a value. Which way is better follows from it. */
export type Aim = { atLeast: number } | { atMost: number };

export interface Row {
  /** `measurement.number`: the same in every run, so that runs can be compared. */
  key: string;
  what: string;
  value: number;
  unit: string;
  /** Null: shown for what it explains, with nothing to meet. */
  aim: Aim | null;
  /** Null without an aim. */
  meets: boolean | null;
}

export function row(key: string, what: string, value: number, unit: string, aim: Aim | null = null): Row {
  return { key, what, value, unit, aim, meets: aim === null ? null : meets(value, aim) };
}

/** A number that could not be measured (NaN) meets nothing. */
function meets(value: number, aim: Aim): boolean {
  return 'atLeast' in aim ? value >= aim.atLeast : value <= aim.atMost;
}
