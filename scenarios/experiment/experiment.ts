/** From scenarios to findings: replications in order, files as they come, then what may be said of them. */
import { seriesNames, waitings } from '../../model/record.ts';
import type { Resolved } from '../resolve/compose.ts';
import type { Plan } from '../resolve/plan.ts';
import { asGiven, realise } from '../resolve/realise.ts';
import { catalogue as bundledCatalogue } from './catalogue.ts';
import { comparisonsOf } from './comparison.ts';
import { estimatesOf } from './estimates.ts';
import type { ExperimentRequest, Findings, MeanSeries } from './findings.ts';
import { FlowBalance } from './flow-balance.ts';
import { breakEvensOf, fatesOf } from './funding-answer.ts';
import type { Gathered } from './gather.ts';
import { bandsOf, Gatherer, keptBytes, lengthsAt, middleReplication } from './gather.ts';
import { canonical } from './hash.ts';
import { hingesOf } from './hinge-rows.ts';
import type { Layout } from './layout.ts';
import { layoutOf } from './layout.ts';
import type { ResultWriter } from './output.ts';
import { PrecisionWatch } from './precision.ts';
import type { Job, ReplicationSource } from './protocol.ts';
import { eventCells, runReplication } from './replication.ts';
import { NothingComplete, RunError } from './run-error.ts';
import { total } from './statistics/ratio.ts';

/**
 * Runs an experiment and writes its result.
 * @param output where the files go; null: nowhere
 * @param replicationsOf who runs the replications: threads of Node, or workers of a page
 * @throws RunError, or NothingComplete when interrupted before the first replication was complete; then nothing is left
 *   of the files
 */
export async function runExperiment(
  request: ExperimentRequest,
  output: ResultWriter | null,
  replicationsOf: ReplicationSource,
): Promise<Findings> {
  const started = performance.now();
  const { scenarios, base, replications, seed, uncertainty } = request;
  const plans = scenarios.map(({ plan }) => (request.municipalities === 'all' ? watchingAll(plan) : plan));
  const layouts = plans.map((plan) => layoutOf(realise(plan, asGiven), request.every));
  const baseIndex = base === null ? -1 : scenarios.indexOf(base);
  if (base !== null) refuseStrangers(scenarios, layouts, baseIndex);
  const names = scenarios.map(({ name }) => name);
  const job: Job = {
    seed,
    uncertainty,
    scenarios: plans.map((plan, i) => ({ name: names[i], plan, past: pastOf(plans, i), dates: layouts[i].dates })),
    events: request.events,
  };
  const catalogue = bundledCatalogue();
  const gatherer = new Gatherer(names, layouts, catalogue);
  const balance = new FlowBalance();
  const focus = focusOf(base ?? scenarios[0]);
  const watch = request.precision
    ? new PrecisionWatch(request.precision, {
        scenarios: gatherer.scenarios,
        base: gatherer.scenarios[baseIndex] ?? null,
        focus,
        catalogue,
        seed,
      })
    : null;
  let done = 0;
  try {
    output?.begin({ request, catalogue, layouts });
    for await (const answer of replicationsOf(job, request)) {
      gatherer.take(answer);
      balance.check(answer, names, layouts);
      output?.replication(answer);
      done++;
      request.progress?.(done, replications);
      if (watch?.take()) break;
    }
    if (done === 0) throw new NothingComplete();

    const ran = gatherer.scenarios.map((gathered, i) => ({ gathered, resolved: scenarios[i] }));
    const from = baseIndex < 0 ? null : ran[baseIndex];
    const others = ran.filter((one) => one !== from);
    const reference = from ?? ran[0];
    const middle = middleReplication(reference.gathered, focus);
    const wallSeconds = (performance.now() - started) / 1_000;
    const findings: Findings = {
      scenarios,
      base,
      replications: done,
      asked: replications,
      complete: done === replications || watch?.result.held === true,
      precision: watch?.result ?? null,
      seed,
      uncertainty,
      history: layouts[0].history,
      years: layouts[0].years,
      switchYear: reference.resolved.switchYear,
      focus,
      municipalities: reference.gathered.layout.towns,
      catalogue,
      estimates: ran.flatMap(({ gathered }) => estimatesOf(gathered, catalogue, seed)),
      comparisons: from
        ? others.flatMap(({ gathered }) => comparisonsOf(from.gathered, gathered, catalogue, seed))
        : [],
      hinges: from
        ? others.flatMap(({ gathered, resolved }) =>
            hingesOf(from.gathered, gathered, [from.resolved, resolved], gatherer.draws, catalogue),
          )
        : [],
      breakeven: from ? breakEvensOf(from, others, catalogue) : [],
      fates: from ? fatesOf(from, others, catalogue) : null,
      series: ran.flatMap(({ gathered }) => meanSeries(gathered)),
      flowBalance: { cells: balance.cells, failed: balance.failed, first: balance.first },
      middle,
      wallSeconds,
      events: gatherer.events,
      eventsPerSecond: gatherer.events / wallSeconds,
      memoryMegabytes: keptBytes(layouts, gatherer.medianQueues.length, gatherer.draws[0].length, replications) / 1e6,
      directory: output?.directory ?? null,
    };
    output?.finish(findings, {
      bands: bandsOf(gatherer.scenarios, from?.gathered ?? null),
      waits: gatherer.scenarios.map(({ waits }) => waits),
      middle: middleRows(job, middle, scenarios),
    });
    return findings;
  } catch (error) {
    output?.discard();
    throw error;
  }
}

/** The same plan with rows for every municipality: being in focus changes what is watched, nothing else. */
function watchingAll(plan: Plan): Plan {
  return { ...plan, towns: plan.towns.map((town) => ({ ...town, focus: true })) };
}

const focusOf = ({ arrangement }: Resolved) =>
  arrangement.towns.filter(({ focus }) => focus).map(({ number }) => number);

/** Scenarios of one place have one past: what policies change begins at the switch. */
function pastOf(plans: readonly Plan[], index: number): number {
  const past = (plan: Plan) =>
    canonical({
      ...plan,
      common: plan.common.map(({ path, own }) => ({ path, own })),
      towns: plan.towns.map(({ number, focus, formulas, mechanisms }) => ({
        number,
        focus,
        formulas: formulas.map(({ path, own }) => ({ path, own })),
        mechanisms: mechanisms[0],
      })),
    });
  const own = past(plans[index]);
  return plans.findIndex((plan) => past(plan) === own);
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

/** Mean queues by month. */
function meanSeries(scenario: Gathered): MeanSeries[] {
  const { layout, name, runs } = scenario;
  const made: MeanSeries[] = [];
  for (let place = 0; place < layout.places; place++) {
    for (const queue of waitings) {
      const series = seriesNames.findIndex((one) => one.kind === 'waiting' && one.queue === queue);
      made.push({
        scenario: name,
        municipality: layout.towns[place] ?? 'provider',
        kind: 'waiting',
        queue,
        days: layout.monthly.map((date) => layout.dates[date]),
        mean: layout.monthly.map((_, month) => total(lengthsAt(scenario, place, month, series)) / runs.length),
      });
    }
  }
  return made;
}

/** The middle future once more, with its events: persons of municipalities in focus. */
function middleRows(job: Job, replication: number, scenarios: readonly Resolved[]): string[][] {
  const rows: string[][][] = job.scenarios.map(() => []);
  runReplication({ ...job, events: false }, replication, (index, row) => {
    const { arrangement, name } = scenarios[index];
    if (row.group < 0 || !arrangement.towns[row.town]?.focus) return;
    rows[index].push(eventCells(name, String(replication), arrangement, row));
  });
  return rows.flat();
}
