/** From scenarios to findings: replications in order, files as they come, then what may be said of them. */
import type { Resolved } from '../resolve/compose.ts';
import { catalogue as bundledCatalogue } from './catalogue.ts';
import { findingsOf, focusOf } from './conclusions.ts';
import type { ExperimentRequest, Findings } from './findings.ts';
import { FlowBalance } from './flow-balance.ts';
import { bandsOf, Gatherer } from './gather.ts';
import { prepare } from './job.ts';
import type { ResultWriter } from './output.ts';
import { PrecisionWatch } from './precision.ts';
import type { Job, ReplicationSource } from './protocol.ts';
import { eventCells, runReplication } from './replication.ts';
import { NothingComplete } from './run-error.ts';

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
  const { scenarios, base, replications, seed } = request;
  const { job, layouts } = prepare(request);
  const names = scenarios.map(({ name }) => name);
  const catalogue = bundledCatalogue();
  const gatherer = new Gatherer(names, layouts, catalogue);
  const balance = new FlowBalance();
  const baseIndex = base === null ? -1 : scenarios.indexOf(base);
  const watch = request.precision
    ? new PrecisionWatch(request.precision, {
        scenarios: gatherer.scenarios,
        base: gatherer.scenarios[baseIndex] ?? null,
        focus: focusOf(base ?? scenarios[0]),
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

    const evidence = {
      gathered: gatherer.scenarios,
      draws: gatherer.draws,
      events: gatherer.events,
      flowBalance: { cells: balance.cells, failed: balance.failed, first: balance.first },
      precision: watch?.result ?? null,
    };
    const wallSeconds = (performance.now() - started) / 1_000;
    const findings: Findings = {
      ...findingsOf(request, evidence, catalogue, wallSeconds),
      directory: output?.directory ?? null,
    };
    output?.finish(findings, {
      bands: bandsOf(gatherer.scenarios, gatherer.scenarios[baseIndex] ?? null),
      waits: gatherer.scenarios.map(({ waits }) => waits),
      middle: middleRows(job, findings.middle as number, scenarios),
    });
    return findings;
  } catch (error) {
    output?.discard();
    throw error;
  }
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
