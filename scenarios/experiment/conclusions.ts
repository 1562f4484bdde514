/** What may be said of the replications that are there. */
import { seriesNames, waitings } from '../../model/record.ts';
import type { Resolved } from '../resolve/compose.ts';
import type { Catalogue, Measure } from './catalogue.ts';
import { comparisonsOf } from './comparison.ts';
import { estimatesOf } from './estimates.ts';
import type { ComparisonRow, EstimateRow, ExperimentRequest, Findings, MeanSeries, Precision } from './findings.ts';
import { breakEvensOf, fatesOf } from './funding-answer.ts';
import type { Gathered } from './gather.ts';
import { keptBytes, lengthsAt, medianQueuesOf, middleReplication } from './gather.ts';
import { hingesOf } from './hinge-rows.ts';
import type { FutureDraw } from './protocol.ts';
import { total } from './statistics/total.ts';

/** The replications so far. */
export interface Evidence {
  /** In the order of the request's scenarios. */
  gathered: Gathered[];
  /** What each replication drew. */
  draws: FutureDraw[][];
  events: number;
  flowBalance: Findings['flowBalance'];
  precision: Precision | null;
}

/** What is left out while more replications are on their way: it takes long, or means little yet. */
export interface Scope {
  /** Medians of waits, whose intervals take a thousand resamples each. */
  medians: boolean;
  /** Rows of user groups. */
  groups: boolean;
  /** What a difference leans on, and from which share on a framework serves as well. */
  hinges: boolean;
}

/** All that an experiment hands back. */
export const wholeScope: Scope = { medians: true, groups: true, hinges: true };

/** Hands back rows that were made before of the same replications; by default they are made anew. */
export interface Memory {
  estimates(of: Gathered, measure: Measure, make: () => EstimateRow[]): EstimateRow[];
  comparisons(base: Gathered, of: Gathered, measure: Measure, make: () => ComparisonRow[]): ComparisonRow[];
}

const noMemory: Memory = {
  estimates: (_of, _measure, make) => make(),
  comparisons: (_base, _of, _measure, make) => make(),
};

/** Municipalities in focus. */
export const focusOf = ({ arrangement }: Resolved): string[] =>
  arrangement.towns.filter(({ focus }) => focus).map(({ number }) => number);

/**
 * Draws the conclusions. The replications are the first ones of the request, without a gap.
 * @param wallSeconds since the experiment began
 */
export function findingsOf(
  request: Pick<ExperimentRequest, 'scenarios' | 'base' | 'replications' | 'seed' | 'uncertainty'>,
  evidence: Evidence,
  catalogue: Catalogue,
  wallSeconds: number,
  scope: Scope = wholeScope,
): Findings {
  const work = findingsByPart(request, evidence, catalogue, wallSeconds, scope);
  let step = work.next();
  while (!step.done) step = work.next();
  return step.value;
}

/** As `findingsOf`, pausing between parts: the caller may do something else then, or give up. */
export function* findingsByPart(
  request: Pick<ExperimentRequest, 'scenarios' | 'base' | 'replications' | 'seed' | 'uncertainty'>,
  evidence: Evidence,
  catalogue: Catalogue,
  wallSeconds: number,
  scope: Scope,
  memory: Memory = noMemory,
): Generator<void, Findings> {
  const { scenarios, base, seed } = request;
  const { gathered, draws, events, flowBalance, precision } = evidence;
  const baseIndex = base === null ? -1 : scenarios.indexOf(base);
  const ran = gathered.map((one, i) => ({ gathered: one, resolved: scenarios[i] }));
  const from = baseIndex < 0 ? null : ran[baseIndex];
  const others = ran.filter((one) => one !== from);
  const reference = from ?? ran[0];
  const { layout, runs } = reference.gathered;
  const focus = focusOf(reference.resolved);
  const measured = measuresIn(catalogue, scope);
  const findings: Findings = {
    scenarios,
    base,
    replications: runs.length,
    asked: request.replications,
    complete: runs.length === request.replications || precision?.held === true,
    precision,
    seed,
    uncertainty: request.uncertainty,
    history: layout.history,
    years: layout.years,
    switchYear: reference.resolved.switchYear,
    focus,
    municipalities: layout.towns,
    catalogue,
    estimates: [],
    comparisons: [],
    hinges: [],
    breakeven: [],
    fates: null,
    series: ran.flatMap((one) => meanSeries(one.gathered)),
    flowBalance,
    middle: middleReplication(reference.gathered, focus),
    wallSeconds,
    events,
    eventsPerSecond: events / wallSeconds,
    memoryMegabytes:
      keptBytes(
        gathered.map((one) => one.layout),
        medianQueuesOf(catalogue).length,
        draws[0]?.length ?? 0,
        request.replications,
      ) / 1e6,
    directory: null,
  };
  yield;
  for (const { gathered: one } of ran) {
    for (const measure of measured) {
      const make = () => estimatesOf(one, { ...catalogue, measures: [measure] }, seed);
      findings.estimates.push(...memory.estimates(one, measure, make));
      yield;
    }
  }
  if (from === null) return findings;
  for (const { gathered: one } of others) {
    for (const measure of measured) {
      const make = () => comparisonsOf(from.gathered, one, { ...catalogue, measures: [measure] }, seed);
      findings.comparisons.push(...memory.comparisons(from.gathered, one, measure, make));
      yield;
    }
  }
  if (!scope.hinges) return findings;
  for (const { gathered: one, resolved } of others) {
    findings.hinges.push(...hingesOf(from.gathered, one, [from.resolved, resolved], draws, catalogue));
    yield;
  }
  findings.breakeven = breakEvensOf(from, others, catalogue);
  yield;
  findings.fates = fatesOf(from, others, catalogue);
  return findings;
}

function measuresIn({ measures }: Catalogue, { medians, groups }: Scope): Measure[] {
  const asked = medians ? measures : measures.filter(({ kind }) => kind !== 'median');
  return groups ? asked : asked.map((measure) => ({ ...measure, groups: false }));
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
