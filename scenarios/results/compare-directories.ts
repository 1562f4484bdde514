/** Compares two result directories, file by file. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { files } from './files.ts';
import type { Difference } from './first-difference.ts';
import { csvDifference, jsonDifference } from './first-difference.ts';

/** Of run.json: times, what ran, and how much was asked of a run that ended before. */
export const notCompared = {
  'run.json': [
    'version',
    'command',
    'replications_asked',
    'precision',
    'complete',
    'inputs',
    'lock_file',
    'node',
    'engine',
    'self_test',
    'kept_megabytes',
    'wall_seconds',
    'events_per_second',
  ],
  'datapackage.json': ['version'],
} as const;

export interface FileDifference {
  file: string;
  /** Null: the file is only in one of the two. */
  difference: Difference | null;
  /** Which of the two lacks the file; null: neither. */
  missing: 'before' | 'after' | null;
}

/**
 * The files that differ, in the order of the files of a result, each with its first difference.
 * @returns how many files were compared, besides
 */
export function compareDirectories(before: string, after: string): { files: number; different: FileDifference[] } {
  const names = [...Object.keys(files).map((name) => `${name}.csv`), 'datapackage.json', 'run.json'];
  const different: FileDifference[] = [];
  let compared = 0;
  for (const file of names) {
    const [was, is] = [join(before, file), join(after, file)];
    const there = [existsSync(was), existsSync(is)];
    if (!there[0] && !there[1]) continue;
    compared++;
    if (!there[0] || !there[1]) {
      different.push({ file, difference: null, missing: there[0] ? 'after' : 'before' });
      continue;
    }
    const difference =
      file in notCompared
        ? jsonDifference(was, is, notCompared[file as keyof typeof notCompared])
        : csvDifference(was, is);
    if (difference !== null) different.push({ file, difference, missing: null });
  }
  return { files: compared, different };
}
