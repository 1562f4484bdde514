/** What the benchmark can do in a process of its own. */
import { measureBranches } from './branches.ts';
import { measureCountry } from './country.ts';
import { measureMemory, memoryOf } from './memory.ts';
import { measureModel } from './model.ts';
import type { Row } from './row.ts';
import { firstReplication, measureStart } from './start.ts';
import { measureTextbook } from './textbook.ts';
import { measureThousand } from './thousand.ts';
import { measureWorkers, wallOfEach } from './workers.ts';

/** In the order in which they are run and shown. `full` leaves nothing to an estimate. */
export const measurements: Record<string, (full: boolean) => Row[] | Promise<Row[]>> = {
  textbook: measureTextbook,
  model: measureModel,
  thousand: measureThousand,
  branches: measureBranches,
  workers: measureWorkers,
  country: measureCountry,
  memory: measureMemory,
  start: measureStart,
};

/** Parts of a measurement that need a fresh process too. */
const parts: Record<string, (input: number) => unknown> = { memoryOf, wallOfEach, firstReplication };

/** Carries out one task, asked for by `inProcess`; the answer goes out as JSON. */
export async function carryOut(task: string, input: string): Promise<void> {
  const work = (measurements[task] ?? parts[task]) as (input: unknown) => unknown;
  process.stdout.write(JSON.stringify(await work(JSON.parse(input))));
}
