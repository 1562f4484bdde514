/** A file on disk, written piece by piece. */
import { closeSync, openSync, writeFileSync } from 'node:fs';
import type { TextSink } from './table.ts';

/** @throws Error of the file system; also when the file is there already */
export function textFile(path: string): TextSink {
  const fd = openSync(path, 'wx');
  const close = () => closeSync(fd);
  return { write: (text) => writeFileSync(fd, text), close, abandon: close };
}
