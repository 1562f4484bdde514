/** `run.json`: what made these files. The only file that holds times. */
import { version } from '../../package.json';
import type { ExperimentRequest, Fates, Findings, HingeRow } from '../experiment/findings.ts';
import { fingerprint } from '../experiment/hash.ts';

export { version };

/**
 * @param maker the program that makes the files, and what it runs on
 * @param rows how many rows each file has, as far as they were counted
 */
export function runJson(
  request: Omit<ExperimentRequest, 'workers'>,
  findings: Findings,
  maker: Maker,
  rows: Readonly<Record<string, number>>,
): object {
  return {
    version,
    command: request.command,
    seed: request.seed,
    replications: findings.replications,
    replications_asked: findings.asked,
    complete: findings.complete,
    precision: precisionOf(findings),
    uncertainty: request.uncertainty,
    horizon: { switch: findings.switchYear, history: findings.history, years: findings.years },
    every: request.every,
    inputs: inputsOf(request),
    base: findings.base?.name ?? null,
    scenarios: request.scenarios.map((scenario) => ({
      name: scenario.name,
      label: scenario.label,
      conditions: scenario.conditions,
      // the arrangement at the values, and the ranges that futures are drawn from
      arrangement: fingerprint(scenario.arrangement),
      plan: fingerprint(scenario.plan),
    })),
    focus: findings.focus,
    municipalities: findings.municipalities,
    middle: findings.middle,
    ...maker,
    answer: answerOf(findings, rows),
    flow_balance: { cells: findings.flowBalance.cells, failed: findings.flowBalance.failed },
    kept_megabytes: findings.memoryMegabytes,
    events: findings.events,
    wall_seconds: findings.wallSeconds,
    events_per_second: findings.eventsPerSecond,
  };
}

/**
 * What sentences about this result need and the other files do not say, so that a reader says the same as the terminal:
 * the 99 % intervals of differences of medians, the two means of yes/no traits (in the order of hinges.csv), break-evens
 * as a share of the grant (in the order of breakeven.csv), the differences apart for futures that keep the grant and that
 * lose it, and how many rows the files have when they are whole.
 */
function answerOf({ catalogue, comparisons, hinges, breakeven, fates }: Findings, rows: Answer['rows']): Answer {
  return {
    rows,
    medians: comparisons
      .filter(({ measure, ci99Low, ci99High }) => {
        return (ci99Low !== null || ci99High !== null) && catalogue.byName.get(measure)?.kind === 'median';
      })
      .map(({ scenario, period, municipality, measure, ci99Low, ci99High }) => {
        return { scenario, period, municipality, measure, ci99_low: ci99Low, ci99_high: ci99High };
      }),
    traits: hinges.map(({ binary }) => binary),
    shares_of_grant: breakeven.map(({ shareOfGrant }) => shareOfGrant),
    fates: fates && {
      ...fates,
      differences: fates.differences.map(({ ciLow, ciHigh, ...row }) => ({ ...row, ci_low: ciLow, ci_high: ciHigh })),
    },
  };
}

export interface Answer {
  rows: Readonly<Record<string, number>>;
  medians: {
    scenario: string;
    period: string;
    municipality: string;
    measure: string;
    ci99_low: number | null;
    ci99_high: number | null;
  }[];
  traits: HingeRow['binary'][];
  shares_of_grant: (number | null)[];
  fates:
    | (Omit<Fates, 'differences'> & {
        differences: (Omit<Fates['differences'][number], 'ciLow' | 'ciHigh'> & {
          ci_low: number | null;
          ci_high: number | null;
        })[];
      })
    | null;
}

/** What the digits of a result may depend on besides what was asked. */
export interface Maker {
  /** SHA-256 of the lock file; null: none found. */
  lock_file: string | null;
  /** Versions; null in a page. */
  node: string | null;
  engine: string | null;
  self_test: string;
}

/** What was asked for with --precision and what became of it; null: nothing. */
function precisionOf({ precision }: Findings): object | null {
  if (precision === null) return null;
  const { measure, municipality, share, reached, lookAhead, held, deviation } = precision;
  return { measure, municipality, share, reached, look_ahead: lookAhead, held, deviation };
}

/** With what else is here, all that `rerun` needs; null where it is not known. */
function inputsOf({ inputs, municipalities, events }: Omit<ExperimentRequest, 'workers'>): object | null {
  if (inputs === undefined) return null;
  return { scenarios: inputs.scenarios, set: inputs.sets, municipalities, events, files: inputs.files };
}
