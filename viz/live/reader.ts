/** A worker that reads a result directory: reading takes long, and needs the engine's reader of places and policies. */
import type { Label } from '../../scenarios/words/words.ts';
import type { Dropped } from '../result/dropped.ts';
import { filesDropped } from '../result/dropped.ts';
import { filesFetched } from '../result/fetched.ts';
import { readResult } from '../result/read.ts';
import { ResultError } from '../result/result-error.ts';
import type { Reading } from '../result/result-files.ts';
import { files as words } from '../words/files.ts';
import { filledLabel } from '../words/fill.ts';
import type { Parcel } from './parcel.ts';
import { wrap } from './parcel.ts';

/** Where the files are: served beside the page, or dropped on it. */
export type Source =
  | { kind: 'served'; address: string }
  | { kind: 'dropped'; directory: string; files: readonly Dropped[] };

export type FromReader =
  | { kind: 'reading'; reading: Reading }
  | { kind: 'read'; result: Parcel; notices: Label[] }
  | { kind: 'refused'; message: Label };

export async function read(source: Source, post: (message: FromReader) => void): Promise<void> {
  try {
    const files = source.kind === 'served' ? await filesFetched(source.address) : filesDropped(source);
    const { result, notices } = await readResult(files, { progress: (reading) => post({ kind: 'reading', reading }) });
    post({ kind: 'read', result: wrap(result), notices });
  } catch (error) {
    post({ kind: 'refused', message: messageOf(error) });
  }
}

function messageOf(error: unknown): Label {
  if (error instanceof ResultError) return { en: error.format('en'), nb: error.format('nb') };
  const reason = error instanceof Error ? error.message : String(error);
  return filledLabel(words.reading_failed, { reason });
}
