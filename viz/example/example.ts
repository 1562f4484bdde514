/** What the page is asked on arrival: today's grant against the framework grant, both ways of the council. */
import type { ExperimentRequest } from '../../scenarios/experiment/findings.ts';
import { resolveScenario } from '../../scenarios/resolve/compose.ts';

export const exampleScenarios = ['medium', 'medium+framework:passed-on', 'medium+framework:held-back'] as const;

/** The request of the bundled example: 100 futures of ten years after five of history. */
export function exampleRequest(): Omit<ExperimentRequest, 'workers'> {
  const scenarios = exampleScenarios.map((name) => resolveScenario(name, { years: 10, history: 5 }));
  return {
    scenarios,
    base: scenarios[0],
    replications: 100,
    seed: 1,
    uncertainty: 'all',
    every: 'month',
    municipalities: 'focus',
    events: false,
    command: `forlop compare ${exampleScenarios.join(' ')}`,
    inputs: { scenarios: [...exampleScenarios], sets: [], files: {} },
  };
}
