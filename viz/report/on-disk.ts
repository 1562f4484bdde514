/** A result directory on disk. */
import { createReadStream, readdirSync, statSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ResultError } from '../result/result-error.ts';
import type { ResultFiles } from '../result/result-files.ts';

/** @throws ResultError when there is no such directory, or it cannot be read */
export function filesOnDisk(directory: string): ResultFiles {
  const names = guarded(directory, () => readdirSync(directory));
  return {
    directory,
    names,
    size: (name) => guarded(name, () => statSync(join(directory, name)).size),
    text: (name) => readFile(join(directory, name), 'utf8').catch((error) => refuse(name, error)),
    chunks: (name) => chunks(join(directory, name), name),
  };
}

async function* chunks(path: string, name: string): AsyncGenerator<string> {
  try {
    for await (const chunk of createReadStream(path, { encoding: 'utf8', highWaterMark: 1 << 20 })) yield chunk;
  } catch (error) {
    refuse(name, error);
  }
}

function guarded<T>(file: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    return refuse(file, error);
  }
}

function refuse(file: string, error: unknown): never {
  const code = (error as { code?: unknown }).code;
  if (typeof code !== 'string') throw error;
  throw new ResultError('files_unreadable', { file }, { found: code });
}
