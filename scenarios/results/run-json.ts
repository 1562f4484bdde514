/** `run.json`: what made these files. The only file that holds times. */
import { version } from '../../package.json';
import type { ExperimentRequest, Findings } from '../experiment/findings.ts';
import { fingerprint } from '../experiment/hash.ts';

export { version };

/** @param maker the program that makes the files, and what it runs on */
export function runJson(request: Omit<ExperimentRequest, 'workers'>, findings: Findings, maker: Maker): object {
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
    flow_balance: { cells: findings.flowBalance.cells, failed: findings.flowBalance.failed },
    kept_megabytes: findings.memoryMegabytes,
    events: findings.events,
    wall_seconds: findings.wallSeconds,
    events_per_second: findings.eventsPerSecond,
  };
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
