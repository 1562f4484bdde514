/** The bundled example as charts are given it. */
import { readFileSync } from 'node:fs';
import { unpack } from '../../viz/result/pack.ts';
import type { Result } from '../../viz/result/result.ts';

let read: Result | null = null;

export function example(): Result {
  read ??= unpack(readFileSync(new URL('../../viz/example/medium.json', import.meta.url), 'utf8'));
  return read;
}
