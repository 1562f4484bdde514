/** Whether a file is whole: by the number of rows that run.json says, or by what an earlier version's files show. */
import { ResultError } from './result-error.ts';
import type { RunFile } from './run-file.ts';

/**
 * @param last of files with a row or more a scenario and future: the last future of each scenario
 * @throws ResultError when rows are missing, or there are too many
 */
export function verify(run: RunFile, file: string, rows: number, last?: ReadonlyMap<string, number>): void {
  const expected = run.answer?.rows[file];
  if (expected !== undefined && rows !== expected)
    throw new ResultError('files_rows', { file }, { found: rows, expected });
  if (last && [...last.values()].some((future) => future !== run.replications)) {
    throw new ResultError('files_gap', { file }, { expected: run.replications * run.scenarios.length });
  }
}
