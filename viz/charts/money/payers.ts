/** Who paid how much a year: payers that add up to the whole. */
import type { Result } from '../../result/result.ts';
import { differenceAt, estimateAt } from '../numbers-of.ts';

export type Payer = 'municipality' | 'blocked' | 'state_service' | 'state_elsewhere' | 'health_trust';

export const payers: readonly Payer[] = ['municipality', 'blocked', 'state_service', 'state_elsewhere', 'health_trust'];

/**
 * The measures that make up a payer's sum: what the state spends is either on the service or, where it goes into the common
 * purse, partly elsewhere.
 */
const made: Record<Payer, { add: string; less?: string }> = {
  municipality: { add: 'cost_municipality' },
  blocked: { add: 'cost_blocked_days' },
  state_service: { add: 'grants_state', less: 'to_other_services' },
  state_elsewhere: { add: 'to_other_services' },
  health_trust: { add: 'cost_health_trust' },
};

export interface Paid {
  /** NOK a year. */
  amounts: Record<Payer, number>;
  together: number;
}

/** @returns null where a sum is not known */
export function paidBy({ findings }: Result, scenario: string, municipality: string): Paid | null {
  const of = (measure: string) => estimateAt(findings, { scenario, measure, municipality })?.mean;
  return summed(of);
}

/** Half of the 95 % interval of the difference from the base; null where a sum is of several measures, or nothing is known. */
export function halfOfDifference(
  { findings }: Result,
  payer: Payer,
  { scenario, municipality }: { scenario: string; municipality: string },
): number | null {
  const { add, less } = made[payer];
  const of = (measure: string) => differenceAt(findings, { scenario, measure, municipality });
  const taken = less === undefined ? null : of(less);
  // what is taken off is 0 in every future: one measure is left
  if (taken && (taken.meanDifference !== 0 || taken.sd !== 0)) return null;
  const row = of(add);
  return row && row.ciLow !== null && row.ciHigh !== null ? (row.ciHigh - row.ciLow) / 2 : null;
}

/** The paired difference from the base, payer by payer. */
export function paidMore({ findings }: Result, scenario: string, municipality: string): Paid | null {
  const of = (measure: string) => differenceAt(findings, { scenario, measure, municipality })?.meanDifference;
  return summed(of);
}

function summed(of: (measure: string) => number | null | undefined): Paid | null {
  const amounts = {} as Record<Payer, number>;
  for (const payer of payers) {
    const { add, less } = made[payer];
    const [plus, minus] = [of(add), less === undefined ? 0 : of(less)];
    if (plus === null || plus === undefined || minus === null || minus === undefined) return null;
    amounts[payer] = plus - minus;
  }
  return { amounts, together: payers.reduce((sum, payer) => sum + amounts[payer], 0) };
}
