/** A case of the verification suite: what somebody else says, what we say, and whether the two agree. */
import { normalCdf, normalQuantile } from '../../model/kernel/maths.ts';
import { tQuantile } from '../../scenarios/experiment/statistics/student.ts';

export interface Case {
  /** The table of the page that it stands in. */
  group: string;
  name: string;
  /** Who says so: a publication, another program, or the formula. */
  source: string;
  /** What the source says. */
  published: number;
  /** How far from `published` the truth may lie, 0 unless given: half of the last digit printed, or a declared tolerance. */
  within?: number;
  /** The published value is a bound: only a value above it disagrees. */
  atMost?: boolean;
  unit?: string;
  /** Takes too long for the tests: runs with `npm run verify` only. The list holds a smaller case beside it. */
  slow?: boolean;
  run(): Outcome;
}

/** What we say. Without chance in it, it must lie within the tolerance; else the distance must be one that chance makes. */
export type Outcome =
  | { value: number; standardError: 'exact' }
  /** `degrees`: those of Student's t, where the standard error is itself estimated; Infinity unless given. */
  | { value: number; standardError: number; degrees?: number }
  /** `chance`: how often a correct program gives a value at least so far away (p of a test), 0 to 1. */
  | { value: number; chance: number };

export interface Judged {
  case: Case;
  value: number;
  /** Null where there is none: exact, or a test with a p. */
  standardError: number | null;
  /** Distance in standard errors, after the tolerance; of a test, the normal distance with the same p. Null if exact. */
  z: number | null;
  agrees: boolean;
}

/** A correct program has a disagreement anywhere in the list with less than this chance. */
export const familyChance = 0.01;

/** The |z| that each of so many cases with chance in them may reach: the family's chance, shared out (Bonferroni). */
export function limitFor(cases: number): number {
  return normalQuantile(1 - familyChance / (2 * Math.max(1, cases)));
}

/** The verdict on one case. `limit` as of `limitFor`; with few degrees of freedom, the t of the same chance. */
export function judge(of: Case, outcome: Outcome, limit: number): Judged {
  const { value } = outcome;
  const distance = beyond(value - of.published, of.within ?? 0, of.atMost ?? false);
  if ('chance' in outcome) {
    const z = normalQuantile(1 - outcome.chance / 2);
    return { case: of, value, standardError: null, z, agrees: z <= limit };
  }
  const { standardError } = outcome;
  if (standardError === 'exact') {
    return { case: of, value, standardError: null, z: null, agrees: distance === 0 };
  }
  const degrees = outcome.degrees ?? Number.POSITIVE_INFINITY;
  const most = Number.isFinite(degrees) ? tQuantile(normalCdf(limit), degrees) : limit;
  // without any spread a distance is one that chance does not make
  const z = distance === 0 ? 0 : distance / standardError;
  return { case: of, value, standardError, z, agrees: Math.abs(z) <= most };
}

/** What is left of a distance when the tolerance is used up: 0 within it. NaN stays NaN, and agrees with nothing. */
function beyond(distance: number, within: number, atMost: boolean): number {
  if (Math.abs(distance) <= within || (atMost && distance < 0)) return 0;
  return distance > 0 ? distance - within : distance + within;
}
