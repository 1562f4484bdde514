/**
 * How waits ended, by whole days since joining: element t of each counts those whose wait ended on day t. The arrays
 * may be of different lengths; what is missing is 0.
 */
export interface WaitCounts {
  served: ArrayLike<number>;
  /** Gave up or died: served no more, so competing and not censored. */
  gaveUp: ArrayLike<number>;
  /** Still waiting when last seen. They leave after what else happened that day. */
  censored: ArrayLike<number>;
}

/** By day t, the shares (0 to 1) of those who joined that were served, gave up, and wait: together 1. */
export interface Incidence {
  served: Float64Array;
  gaveUp: Float64Array;
  waiting: Float64Array;
}

/**
 * Aalen–Johansen in discrete days. Without anybody who gave up it is 1 − Kaplan–Meier; without censoring, the plain
 * shares. After the last day at which somebody is still at risk all stays level. Empty when nobody joined.
 * Definitions, "Statistics: Waits".
 */
export function cumulativeIncidence(counts: WaitCounts): Incidence {
  const joined = joinedIn(counts);
  const days = joined > 0 ? daysIn(counts) : 0;
  const incidence = {
    served: new Float64Array(days),
    gaveUp: new Float64Array(days),
    waiting: new Float64Array(days),
  };
  const walk = new Walk(joined);
  for (let t = 0; t < days; t++) {
    walk.day(counts.served[t] ?? 0, counts.gaveUp[t] ?? 0, counts.censored[t] ?? 0);
    incidence.served[t] = walk.served / joined;
    incidence.gaveUp[t] = walk.gaveUp / joined;
    incidence.waiting[t] = (joined - walk.served - walk.gaveUp) / joined;
  }
  return incidence;
}

/**
 * The first day by which half of those who joined were served, giving up competing; null if half never are, or nobody
 * joined. Without censoring and giving up, the ordinary (lower) median. Interfaces, "Measures and verdicts".
 */
export function medianWait(counts: WaitCounts): number | null {
  const joined = joinedIn(counts);
  const days = daysIn(counts);
  const walk = new Walk(joined);
  for (let t = 0; t < days; t++) {
    walk.day(counts.served[t] ?? 0, counts.gaveUp[t] ?? 0, counts.censored[t] ?? 0);
    if (walk.halfServed) return t;
  }
  return null;
}

/** Counts of several replications, day by day together. */
export function pooled(replications: readonly WaitCounts[]): WaitCounts {
  const days = replications.reduce((most, counts) => Math.max(most, daysIn(counts)), 0);
  const sum = { served: new Float64Array(days), gaveUp: new Float64Array(days), censored: new Float64Array(days) };
  for (const counts of replications) {
    for (let t = 0; t < counts.served.length; t++) sum.served[t] += counts.served[t];
    for (let t = 0; t < counts.gaveUp.length; t++) sum.gaveUp[t] += counts.gaveUp[t];
    for (let t = 0; t < counts.censored.length; t++) sum.censored[t] += counts.censored[t];
  }
  return sum;
}

/** Days that the longest of the three arrays covers. */
export function daysIn(counts: WaitCounts): number {
  return Math.max(counts.served.length, counts.gaveUp.length, counts.censored.length);
}

/** Persons who joined. */
export function joinedIn(counts: WaitCounts): number {
  let sum = 0;
  for (const part of [counts.served, counts.gaveUp, counts.censored]) {
    for (let t = 0; t < part.length; t++) sum += part[t];
  }
  return sum;
}

/**
 * The estimator, a day at a time: whoever is censored hands what weight he has to those who still wait. Until then the
 * weight is 1 and all sums are whole numbers, so that half is exactly half.
 */
export class Walk {
  /** Persons by now, censored ones shared out. */
  served = 0;
  gaveUp = 0;
  private readonly joined: number;
  private atRisk: number;
  private weight = 1;

  constructor(joined: number) {
    this.joined = joined;
    this.atRisk = joined;
  }

  day(served: number, gaveUp: number, censored: number): void {
    this.served += served * this.weight;
    this.gaveUp += gaveUp * this.weight;
    const left = this.atRisk - served - gaveUp;
    this.atRisk = left - censored;
    if (censored > 0 && this.atRisk > 0) this.weight *= left / this.atRisk;
  }

  /** Whether half of those who joined are served, rounding forgiven. */
  get halfServed(): boolean {
    return this.joined > 0 && this.served >= 0.5 * this.joined * (1 - 1e-12);
  }
}
