/** A worker that reads a result directory: reading takes long, and needs the engine's reader of places and policies. */
import type { Label } from '../../scenarios/words/words.ts';
import type { Dropped } from '../result/dropped.ts';
import { filesDropped } from '../result/dropped.ts';
import { filesFetched } from '../result/fetched.ts';
import { readResult } from '../result/read.ts';
import type { Result } from '../result/result.ts';
import { ResultError } from '../result/result-error.ts';
import type { Reading } from '../result/result-files.ts';
import { files as words } from '../words/files.ts';
import { filledLabel } from '../words/fill.ts';

/** Where the files are: served beside the page, or dropped on it. */
export type Source =
  | { kind: 'served'; address: string }
  | { kind: 'dropped'; directory: string; files: readonly Dropped[] };

export type FromReader =
  | { kind: 'reading'; reading: Reading }
  /** The catalogue is the program's: it is put back by who gets this. */
  | { kind: 'read'; result: Result; notices: Label[] }
  | { kind: 'refused'; message: Label };

export async function read(source: Source, post: (message: FromReader) => void): Promise<void> {
  try {
    const files = source.kind === 'served' ? await filesFetched(source.address) : filesDropped(source);
    const { result, notices } = await readResult(files, { progress: (reading) => post({ kind: 'reading', reading }) });
    const { catalogue: _, ...findings } = result.findings;
    post({ kind: 'read', result: { ...result, findings: findings as Result['findings'] }, notices });
  } catch (error) {
    post({ kind: 'refused', message: messageOf(error) });
  }
}

function messageOf(error: unknown): Label {
  if (error instanceof ResultError) return { en: error.format('en'), nb: error.format('nb') };
  const reason = error instanceof Error ? error.message : String(error);
  return filledLabel(words.reading_failed, { reason });
}
