/**
 * What a person may have with the municipality, as eight columns between which it moves without memory, beside whatever
 * TSB does. A kernel holds where each column has gone after some days.
 */
import type { CommonNumbers, TownNumbers } from '../../../model/parameters.ts';

/**
 * Nothing (the clock of contact runs from the beginning of the spell); nothing, in the first and in the second stretch of
 * a clock that started again; nothing, but on its own way to the door; intake; decision; followed up, by the first
 * caseworker or by a later one.
 */
export const Column = {
  none: 0,
  again: 1,
  ramp: 2,
  pending: 3,
  intake: 4,
  decision: 5,
  followed: 6,
  changed: 7,
} as const;
export const columns = 8;

/** What happens on the way. */
export const Count = { door: 8, decided: 9, ended: 10, lost: 11 } as const;
/** Columns and counts. */
export const size = 12;

/** For each column, row by row: the share in each column after a time, then what has been counted on the way. */
export type Moves = Float64Array;

/** Days that are dealt with at once: half a day for who comes today, four where nothing changes fast. */
export type Span = 0.5 | 1 | 4;
export const long = 4;

export type Kernel = Record<Span, Moves>;

type Rate = [from: number, to: number, rate: number, counts?: number[]];

/** Integrates the rates over a time, in steps short enough to be exact. */
function over(rates: Rate[], days: number): Float64Array {
  const steps = 64;
  const dt = days / steps;
  const step = new Float64Array(size * size);
  for (let i = 0; i < size; i++) step[i * size + i] = 1;
  for (const [from, to, rate, counts] of rates) {
    step[from * size + to] += rate * dt;
    step[from * size + from] -= rate * dt;
    for (const count of counts ?? []) step[from * size + count] += rate * dt;
  }
  // the midpoint rule: the square of a step's linear part is put back
  const exact = step.slice();
  const linear = step.slice();
  for (let i = 0; i < size; i++) linear[i * size + i] -= 1;
  const square = times(linear, linear);
  for (let i = 0; i < exact.length; i++) exact[i] += square[i] / 2;
  let made: Moves = exact;
  for (let done = 1; done < steps; done *= 2) made = times(made, made);
  return made;
}

function times(a: Float64Array, b: Float64Array): Float64Array {
  const made = new Float64Array(size * size);
  for (let i = 0; i < size; i++) {
    for (let k = 0; k < size; k++) {
      const x = a[i * size + k];
      if (x === 0) continue;
      for (let j = 0; j < size; j++) made[i * size + j] += x * b[k * size + j];
    }
  }
  return made;
}

const kernel = (rates: Rate[]): Kernel => ({ 0.5: over(rates, 0.5), 1: over(rates, 1), 4: over(rates, 4) });

/** What a case spends a day at full intensity. */
export interface CaseRates {
  end: number;
  loss: number;
  /** A caseworker leaves, and the case is lost, or handed over. */
  handoverLost: number;
  handedOver: number;
}

export function caseRates(common: CommonNumbers, town: TownNumbers): CaseRates {
  const { duration_days, loss } = town.follow_up;
  const leaves = common.staff.permanent_turnover / 365.25;
  return {
    end: duration_days > 0 ? 1 / duration_days : 0,
    loss,
    handoverLost: leaves * common.follow_up_case.handover_loss,
    handedOver: leaves * (1 - common.follow_up_case.handover_loss),
  };
}

export interface Kernels {
  /** Outside TSB or waiting for it: the end of a case starts the clock of contact again. */
  outside: Kernel;
  /** In a course or bed, or out of contact: no clock to start. */
  inside: Kernel;
  /** In LAR with a municipal need: its own door. */
  lar: Kernel;
  /** With the municipality alone, by what was wanted at the door: a case, a case and a referral, a referral. */
  alone: [Kernel, Kernel, Kernel];
}

/** Where `Kernels.alone` puts who leaves: with the case ended, lost, or referred (by what is held: nothing, `Column.*`). */
export const Gone = { ended: 0, lost: 1, referred: 2, referredChanged: 3 } as const;

export function kernels(common: CommonNumbers, town: TownNumbers): Kernels {
  const { relapse, discharge, municipal_need } = common;
  const rates = caseRates(common, town);
  const leaves = (days: number) => (days > 0 ? 1 / days : 1e3);
  const work = leaves(town.gate.decision_days / 2);
  const { intake, decision, followed, changed, none, again, ramp, pending } = Column;
  const taken: Rate[] = [
    [intake, decision, work],
    [decision, followed, work, [Count.decided]],
    [followed, changed, rates.handedOver],
  ];
  const ends = (to: number, lostTo: number): Rate[] =>
    [followed, changed].flatMap((from): Rate[] => [
      [from, to, rates.end, [Count.ended]],
      [from, lostTo, rates.loss + rates.handoverLost, [Count.lost]],
    ]);
  const referral = municipal_need.referral_rate / 365.25;
  return {
    outside: kernel([
      ...taken,
      ...ends(again, again),
      [again, ramp, leaves(relapse.gap_from_days)],
      [ramp, none, leaves(relapse.gap_full_days - relapse.gap_from_days)],
      [pending, intake, leaves(discharge.no_plan_delay_days), [Count.door]],
    ]),
    inside: kernel([...taken, ...ends(none, none)]),
    lar: kernel([...taken, ...ends(none, none), [none, intake, municipal_need.lar_rate / 365.25, [Count.door]]]),
    alone: [
      kernel([
        ...taken,
        ...ends(Gone.ended, Gone.lost),
        [followed, Gone.referred, referral],
        [changed, Gone.referredChanged, referral],
      ]),
      kernel([
        [intake, decision, work],
        [decision, Gone.referred, work, [Count.decided]],
      ]),
      kernel([
        [intake, decision, work],
        [decision, Gone.referred, work, [Count.decided]],
      ]),
    ],
  };
}
