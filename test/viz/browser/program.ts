/** The command line, as a person starts it: in a process that knows of no tests. */
import { spawn, spawnSync } from 'node:child_process';

const program = 'dist/forlop.js';
const env = { ...process.env, VITEST: undefined };

export const forlop = (...given: string[]) =>
  spawnSync(process.execPath, [program, ...given], { encoding: 'utf8', env });

export const forlopStarted = (...given: string[]) =>
  spawn(process.execPath, [program, ...given], { stdio: ['ignore', 'pipe', 'inherit'], env });
