/** The eight figures to which levels are tuned, and how near the simulated base comes. The model is tuned to nothing else. */
import type { Measure } from '../experiment/catalogue.ts';
import { catalogue } from '../experiment/catalogue.ts';
import type { Estimate } from '../experiment/statistics/jackknife.ts';
import type { BaseRun } from './base-run.ts';
import { ratioOver } from './base-run.ts';

export interface Target {
  /** Which of the eight it belongs to, 1 to 8. */
  number: number;
  name: string;
  measure: string;
  /** The figure, or both ends of it. In the unit of the measure; counts a year are per 100,000 adults. */
  low: number;
  high: number;
  /** How far outside it may lie: a part of the figure, or an amount in its unit. */
  tolerance: { part: number } | { amount: number };
  unit: 'a year' | 'days' | 'share';
  source: string;
}

const persons = 'NPR 2023 (FHI table 520)';
const count = (number: number, name: string, measure: string, value: number, part: number, source: string): Target => ({
  ...{ number, name, measure, low: value, high: value, tolerance: { part }, unit: 'a year', source },
});
const share = (
  number: number,
  name: string,
  measure: string,
  low: number,
  high: number,
  amount: number,
  source: string,
): Target => ({
  ...{ number, name, measure, low, high, tolerance: { amount }, unit: 'share', source },
});

export const targets: readonly Target[] = [
  count(1, 'Persons in TSB by the end of April', 'tsb_persons_by_april', 548, 0.03, persons),
  count(1, 'Persons in TSB by the end of August', 'tsb_persons_by_august', 667, 0.03, persons),
  count(1, 'Persons in TSB by the end of December', 'tsb_persons_by_december', 781, 0.03, persons),
  count(2, 'Persons with an inpatient stay', 'inpatients_by_december', 223, 0.05, persons),
  count(2, 'Inpatient discharges', 'inpatient_discharges', 344, 0.05, persons),
  count(2, 'Bed days', 'bed_days', 13_817, 0.05, persons),
  {
    ...{ number: 3, name: 'Mean wait for a first contact', measure: 'wait_first_contact_mean', low: 31.9, high: 33 },
    ...{ tolerance: { amount: 3 }, unit: 'days', source: 'Helsedirektoratet 2022 and 2023' },
  },
  share(4, 'Starts after the deadline', 'deadline_breach_share', 0.02, 0.03, 0.01, 'Helsedirektoratet, 2021–2024'),
  share(5, 'Stays left early', 'inpatient_dropout_share', 0.28, 0.28, 0.05, 'Andersson et al. 2018 (n = 454)'),
  share(
    6,
    'Relapse within 3 months of a stay',
    'relapse_3m_share',
    0.37,
    0.37,
    0.05,
    'Andersson et al. 2019 (n = 249)',
  ),
  share(
    6,
    'Relapse within 6 months of a stay',
    'relapse_6m_share',
    0.5,
    0.5,
    0.05,
    'Pasareanu et al. 2016 (n = 137), another cohort',
  ),
  {
    ...{ number: 7, name: 'Overdose deaths', measure: 'overdose_deaths', low: 5.5, high: 8.3 },
    ...{ tolerance: { part: 0.25 }, unit: 'a year', source: 'FHI: mean of 2010–2021, and 2023' },
  },
  count(8, 'Municipal users', 'municipal_users', 655, 0.1, 'BrukerPlan 2015 and 2019'),
];

/** The lowest and highest value within tolerance. */
export function limitsOf({ low, high, tolerance }: Target): [number, number] {
  if ('part' in tolerance) return [low * (1 - tolerance.part), high * (1 + tolerance.part)];
  return [low - tolerance.amount, high + tolerance.amount];
}

export interface Met {
  target: Target;
  simulated: Estimate;
  met: boolean;
}

/**
 * The simulated base beside each target.
 * @param from,to years after the switch that are looked at, `to` not included
 */
export function targetsMet(run: BaseRun, from: number, to: number): Met[] {
  return targets.map((target) => {
    const measure = catalogue().byName.get(target.measure) as Measure;
    const scale = measure.scale * (target.unit === 'a year' ? 100_000 / run.adults : 1);
    const simulated = ratioOver(run, { ...measure, scale }, from, to);
    const [low, high] = limitsOf(target);
    const met = simulated.mean !== null && simulated.mean >= low && simulated.mean <= high;
    return { target, simulated, met };
  });
}
