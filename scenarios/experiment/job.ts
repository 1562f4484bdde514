/** What an experiment runs: its scenarios as a job for workers, and how their records are laid out. */
import type { Resolved } from '../resolve/compose.ts';
import type { Plan } from '../resolve/plan.ts';
import { asGiven, realise } from '../resolve/realise.ts';
import type { ExperimentRequest } from './findings.ts';
import { canonical } from './hash.ts';
import type { Layout } from './layout.ts';
import { layoutOf } from './layout.ts';
import type { Job } from './protocol.ts';
import { RunError } from './run-error.ts';

export interface Prepared {
  job: Job;
  /** One a scenario. */
  layouts: Layout[];
}

/**
 * Makes an experiment ready to run.
 * @throws RunError when scenarios that are compared cannot be paired
 */
export function prepare(
  request: Pick<
    ExperimentRequest,
    'scenarios' | 'base' | 'seed' | 'uncertainty' | 'every' | 'municipalities' | 'events'
  >,
): Prepared {
  const { scenarios, base, seed, uncertainty, events } = request;
  const plans = scenarios.map(({ plan }) => (request.municipalities === 'all' ? watchingAll(plan) : plan));
  const layouts = plans.map((plan) => layoutOf(realise(plan, asGiven), request.every));
  if (base !== null) refuseStrangers(scenarios, layouts, scenarios.indexOf(base));
  const jobs = plans.map((plan, i) => ({
    name: scenarios[i].name,
    plan,
    past: pastOf(plans, i),
    dates: layouts[i].dates,
  }));
  return { job: { seed, uncertainty, scenarios: jobs, events }, layouts };
}

/** The same plan with rows for every municipality: being in focus changes what is watched, nothing else. */
function watchingAll(plan: Plan): Plan {
  return { ...plan, towns: plan.towns.map((town) => ({ ...town, focus: true })) };
}

/** Scenarios of one place have one past: what policies change begins at the switch. */
function pastOf(plans: readonly Plan[], index: number): number {
  const own = pastKey(plans[index]);
  return plans.findIndex((plan) => pastKey(plan) === own);
}

/** Plans of one key have the same history in every replication. */
const pastKey = (plan: Plan): string => canonical(pastIn(plan));

/** What a plan's history is made of. */
export function pastIn(plan: Plan): object {
  return {
    ...plan,
    common: plan.common.map(({ path, own }) => ({ path, own })),
    towns: plan.towns.map(({ number, focus, formulas, mechanisms }) => ({
      number,
      focus,
      formulas: formulas.map(({ path, own }) => ({ path, own })),
      mechanisms: mechanisms[0],
    })),
  };
}

/** Only scenarios with the same municipalities, groups and years can be paired. */
function refuseStrangers(scenarios: readonly Resolved[], layouts: readonly Layout[], base: number): void {
  const shape = ({ towns, groups, switchDay, history, years }: Layout) =>
    canonical([towns, groups, switchDay, history, years]);
  layouts.forEach((layout, i) => {
    if (shape(layout) === shape(layouts[base])) return;
    const [a, b] = [scenarios[base].name, scenarios[i].name];
    throw new RunError(2, {
      en: `${a} and ${b} cannot be compared: they are not about the same municipalities, groups and years`,
      nb: `${a} og ${b} kan ikke sammenlignes: de gjelder ikke de samme kommunene, gruppene og årene`,
    });
  });
}
