/** A real comparison, written as a directory and kept in memory as well. */

import type { ExperimentRequest } from '../../../scenarios/experiment/findings.ts';
import type { ResultWriter } from '../../../scenarios/experiment/output.ts';
import { openResults } from '../../../scenarios/results/directory.ts';
import { Collector } from '../../../viz/result/collect.ts';
import type { Result } from '../../../viz/result/result.ts';
import { run, tiny } from '../../scenarios/experiment/small-experiment.ts';

/** Hands everything to several writers. */
function both(...writers: ResultWriter[]): ResultWriter {
  const all = (work: (writer: ResultWriter) => void) => {
    for (const writer of writers) work(writer);
  };
  return {
    directory: '',
    begin: (setup) => all((writer) => writer.begin(setup)),
    replication: (answer) => all((writer) => writer.replication(answer)),
    finish: (findings, tail) => {
      // what a writer goes through once, all of them get
      const kept = { ...tail, bands: [...tail.bands], middle: [...tail.middle] };
      all((writer) => writer.finish(findings, kept));
    },
    discard: () => all((writer) => writer.discard()),
  };
}

/** What `run.json` must hold to make the scenarios again. */
export function inputsOf(names: readonly string[]): ExperimentRequest['inputs'] {
  return {
    scenarios: names.map((name) => name.replace(/^tiny/, './tiny.yaml')),
    sets: [],
    files: { './tiny.yaml': tiny },
  };
}

export async function written(
  directory: string,
  names: readonly string[],
  options: Partial<ExperimentRequest> = {},
): Promise<Result> {
  const collector = new Collector();
  await run(names, { inputs: inputsOf(names), ...options }, both(openResults(directory, { force: false }), collector));
  return collector.result();
}
