/** What happens to people in a result's files: flows, waits, the middle future. */

import { movesOf } from './collect.ts';
import { verify } from './counted.ts';
import type { Watch } from './csv.ts';
import { readRows } from './csv.ts';
import type { Flow, Move, WaitBin } from './result.ts';
import type { ResultFiles } from './result-files.ts';
import type { RunFile } from './run-file.ts';

/** Means over futures. */
export async function readFlows(files: ResultFiles, run: RunFile, watch: Watch): Promise<Flow[]> {
  const file = 'flows.csv';
  const names = run.scenarios.map(({ name }) => name);
  const made = new Map<string, Map<string, Flow>>(names.map((name) => [name, new Map()]));
  const last = new Map<string, number>(names.map((name) => [name, 0]));
  const columns = ['scenario', 'replication', 'year', 'municipality', 'from', 'to', 'cause', 'persons'];
  const rows = await readRows(
    files,
    file,
    columns,
    (row) => {
      const scenario = row.oneOf(0, names);
      last.set(scenario, row.whole(1, 1, run.replications));
      const [municipality, from, to, cause] = [row.text(3), row.text(4), row.text(5), row.text(6)];
      const key = `${row.text(2)}\n${municipality}\n${from}\n${to}\n${cause}`;
      const own = made.get(scenario) as Map<string, Flow>;
      let flow = own.get(key);
      if (!flow) {
        flow = { scenario, year: row.number(2), municipality, from, to, cause, persons: 0 };
        own.set(key, flow);
      }
      flow.persons += row.number(7);
      return undefined;
    },
    watch,
  );
  verify(run, file, rows, last);
  const flows = [...made.values()].flatMap((own) => [...own.values()]);
  for (const flow of flows) flow.persons /= run.replications;
  return flows;
}

export async function readWaits(files: ResultFiles, run: RunFile): Promise<WaitBin[]> {
  const file = 'waits.csv';
  const names = run.scenarios.map(({ name }) => name);
  const made: WaitBin[] = [];
  const columns = ['scenario', 'municipality', 'queue', 'days_from', 'days_to', 'served', 'gave_up', 'still_waiting'];
  const rows = await readRows(files, file, columns, (row) => {
    made.push({
      scenario: row.oneOf(0, names),
      municipality: row.text(1),
      queue: row.text(2),
      from: row.number(3),
      to: row.numberOrNull(4),
      served: row.number(5),
      gaveUp: row.number(6),
      stillWaiting: row.number(7),
    });
    return undefined;
  });
  verify(run, file, rows);
  return made;
}

const moveColumns = ['scenario', 'replication', 'person', 'municipality', 'group', 'time', 'from', 'to', 'cause'];

export async function readMiddle(files: ResultFiles, run: RunFile, watch: Watch): Promise<Move[]> {
  const file = 'middle.csv';
  const names = run.scenarios.map(({ name }) => name);
  const cells: string[][] = [];
  const rows = await readRows(
    files,
    file,
    moveColumns,
    (row) => {
      row.oneOf(0, names);
      row.number(5);
      cells.push(moveColumns.map((_, at) => row.text(at)));
      return undefined;
    },
    watch,
  );
  verify(run, file, rows);
  return movesOf(cells);
}
