/** The program as it runs in Node. */
import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { selfTest } from '../experiment/selftest.ts';
import type { Maker } from './run-json.ts';

/** This program in this Node. */
export function maker(): Maker {
  return {
    lock_file: lockFile(),
    node: process.versions.node,
    engine: `V8 ${process.versions.v8}`,
    self_test: selfTest(),
  };
}

/** SHA-256 of the lock file of the checkout that this program stands in; null where there is none. */
function lockFile(): string | null {
  const name = 'package-lock.json';
  // from dist/ and from scenarios/results/
  for (const up of ['../', '../../']) {
    const url = new URL(up + name, import.meta.url);
    if (url.protocol === 'file:' && existsSync(url))
      return createHash('sha256').update(readFileSync(url)).digest('hex');
  }
  return null;
}
