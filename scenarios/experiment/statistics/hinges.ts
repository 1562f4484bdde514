import { fewestForHinges } from './fewest.ts';
import { standardError } from './jackknife.ts';
import { tQuantile } from './student.ts';
import { total } from './total.ts';

const mostHinges = 3;
const level = 0.05;

/** A parameter that a scenario of the pair reads, as it was drawn. */
export interface DrawnParameter {
  path: string;
  /** Whose draw: a number, `others` (mean of the other municipalities), or empty for a common one. */
  municipality: string;
  /** Replication by replication, in the parameter's unit; of a yes/no trait 0 or 1. */
  values: Float64Array;
  low: number;
  high: number;
  /** A yes/no trait. */
  binary: boolean;
}

/** A parameter that an answer leans on. */
export interface Hinge {
  parameter: DrawnParameter;
  /** Spearman's ρ with the difference, −1 to 1. */
  rho: number;
  /** Part of the variance of the difference that it explains, 0 to 1: adjusted ρ². */
  share: number;
  /** The value at which the answer turns, in the parameter's unit; null: it does not turn within low–high, or yes/no. */
  turnsAt: number | null;
  /** Of a yes/no trait: the mean difference where it is no, and where it is yes. */
  binary: { no: number; yes: number } | null;
}

/**
 * The few parameters that a paired difference leans on, strongest first: at most three, each with a two-sided p of
 * Spearman's ρ (t approximation, ties at their middle rank) below 0.05 ÷ the number of parameters given. Replications
 * with a difference of NaN are left out; fewer than 60 others: no hinge. Definitions, "Statistics: Hinges".
 * @throws RangeError when a parameter has not a value for each difference
 */
export function hinges(differences: Float64Array, parameters: readonly DrawnParameter[]): Hinge[] {
  for (const { path, values } of parameters) {
    if (values.length !== differences.length) {
      throw new RangeError(`${path} has ${values.length} values for ${differences.length} differences`);
    }
  }
  const defined = (_: number, i: number) => !Number.isNaN(differences[i]);
  const d = differences.filter(defined);
  const n = d.length;
  if (n < fewestForHinges || parameters.length === 0) return [];
  const least = tQuantile(1 - level / parameters.length / 2, n - 2);
  const ranks = midRanks(d);
  const found: { parameter: DrawnParameter; values: Float64Array; rho: number }[] = [];
  for (const parameter of parameters) {
    const values = parameter.values.filter(defined);
    const rho = correlation(midRanks(values), ranks);
    // a parameter or difference that never varies has no ρ
    if (rho === null) continue;
    const t = Math.abs(rho) * Math.sqrt((n - 2) / Math.max(0, 1 - rho * rho));
    if (t > least) found.push({ parameter, values, rho });
  }
  found.sort((a, b) => Math.abs(b.rho) - Math.abs(a.rho));
  return found.slice(0, mostHinges).map(({ parameter, values, rho }) => ({
    parameter,
    rho,
    share: Math.max(0, 1 - ((1 - rho * rho) * (n - 1)) / (n - 2)),
    turnsAt: parameter.binary ? null : turnsAt(values, d, parameter.low, parameter.high),
    binary: parameter.binary ? meansApart(values, d) : null,
  }));
}

/** Spearman's ρ, −1 to 1, ties at their middle rank; null when either never varies. */
export function spearman(x: Float64Array, y: Float64Array): number | null {
  return correlation(midRanks(x), midRanks(y));
}

/** Ranks from 1; equal values share the middle of theirs. */
export function midRanks(values: Float64Array): Float64Array {
  const n = values.length;
  const order = Array.from(values, (_, i) => i).sort((a, b) => values[a] - values[b]);
  const ranks = new Float64Array(n);
  for (let from = 0; from < n; ) {
    let to = from + 1;
    while (to < n && values[order[to]] === values[order[from]]) to++;
    for (let i = from; i < to; i++) ranks[order[i]] = (from + 1 + to) / 2;
    from = to;
  }
  return ranks;
}

/** Pearson's correlation, kept within −1 to 1; null when either never varies. */
function correlation(x: Float64Array, y: Float64Array): number | null {
  const { xx, yy, xy } = moments(x, y);
  if (!(xx > 0 && yy > 0)) return null;
  return Math.max(-1, Math.min(1, xy / Math.sqrt(xx * yy)));
}

/**
 * The zero of the least-squares line of d on the value, if its 90 % jackknife interval lies within low–high; else null.
 */
function turnsAt(values: Float64Array, d: Float64Array, low: number, high: number): number | null {
  const n = values.length;
  const all = moments(values, d);
  const zero = (xMean: number, yMean: number, xx: number, xy: number) => xMean - (yMean * xx) / xy;
  const at = zero(all.xMean, all.yMean, all.xx, all.xy);
  const deleted = new Float64Array(n);
  for (let i = 0; i < n; i++) {
    // sums of squares without a point: less n ÷ (n − 1) times its own, about the mean of all
    const dx = values[i] - all.xMean;
    const dy = d[i] - all.yMean;
    const times = n / (n - 1);
    deleted[i] = zero(
      all.xMean - dx / (n - 1),
      all.yMean - dy / (n - 1),
      all.xx - times * dx * dx,
      all.xy - times * dx * dy,
    );
  }
  const se = standardError(deleted);
  if (se === null) return null;
  const half = tQuantile(0.95, n - 1) * se;
  return at - half >= low && at + half <= high ? at : null;
}

/** Mean difference where a yes/no trait is 0, and where it is not. */
function meansApart(values: Float64Array, d: Float64Array): { no: number; yes: number } {
  const no = d.filter((_, i) => values[i] === 0);
  const yes = d.filter((_, i) => values[i] !== 0);
  return { no: total(no) / no.length, yes: total(yes) / yes.length };
}

function moments(x: Float64Array, y: Float64Array) {
  const n = x.length;
  const xMean = total(x) / n;
  const yMean = total(y) / n;
  let xx = 0;
  let yy = 0;
  let xy = 0;
  for (let i = 0; i < n; i++) {
    xx += (x[i] - xMean) * (x[i] - xMean);
    yy += (y[i] - yMean) * (y[i] - yMean);
    xy += (x[i] - xMean) * (y[i] - yMean);
  }
  return { xMean, yMean, xx, yy, xy };
}
