/** A place of two municipalities and a few years: whole experiments in a second. */
import { runExperiment } from '../../../scenarios/experiment/experiment.ts';
import type { ExperimentRequest, Findings } from '../../../scenarios/experiment/findings.ts';
import type { ResultWriter } from '../../../scenarios/experiment/output.ts';
import { replicationsOf } from '../../../scenarios/experiment/pool.ts';
import type { Resolved } from '../../../scenarios/resolve/compose.ts';
import { resolveScenario } from '../../../scenarios/resolve/compose.ts';

/** The place's file. */
export const tiny = `
place: tiny
label: { en: Tiny, nb: Liten }
extends: standard-catchment
municipalities:
  - { number: "1", kind: medium }
  - { number: "2", kind: small }
focus: ["1"]
stay_units: [1]
`;

export function scenarios(names: readonly string[], years = 2, history = 1): Resolved[] {
  return names.map((name) =>
    resolveScenario(name.replace(/^tiny/, './tiny.yaml'), { years, history, readFile: () => tiny }),
  );
}

export const usual = ['tiny', 'tiny+framework:passed-on', 'tiny+framework:held-back', 'tiny+purchaser-provider:plug'];

export function request(names: readonly string[], options: Partial<ExperimentRequest> = {}): ExperimentRequest {
  const resolved = scenarios(names);
  return {
    scenarios: resolved,
    base: resolved[0],
    replications: 4,
    seed: 1,
    uncertainty: 'all',
    workers: 1,
    every: 'month',
    municipalities: 'focus',
    events: false,
    command: 'forlop compare',
    workerFile: null,
    ...options,
  };
}

export function run(
  names: readonly string[],
  options: Partial<ExperimentRequest> = {},
  output: ResultWriter | null = null,
): Promise<Findings> {
  return runExperiment(request(names, options), output, replicationsOf);
}
