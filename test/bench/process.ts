/** Measurements in processes of their own: what one leaves in memory and in compiled code does not colour the next. */
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** The room for young objects that the threads of an experiment get (`scenarios/experiment/pool.ts`): a third of it each half. */
const asThreads = '--max-semi-space-size=43';

/**
 * Runs one task of this program in a process of its own.
 * @param task a key of `tasks`
 * @param flags of Node, besides the room for young objects
 * @throws Error when the process fails; what it said is on the terminal
 */
export function inProcess<Answer>(task: string, input: unknown = null, flags: readonly string[] = []): Answer {
  const program = fileURLToPath(import.meta.url);
  const args = [asThreads, ...flags, program, '--task', task, '--input', JSON.stringify(input)];
  const { status, signal, stdout } = spawnSync(process.execPath, args, {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  if (status !== 0) throw new Error(`${task} ended with ${signal ?? status}`);
  return JSON.parse(stdout) as Answer;
}

/** The most memory this process has had at one time, in megabytes. */
export function peakMegabytes(): number {
  try {
    // what getrusage says begins with what the parent had when it made this process
    const kilobytes = /^VmHWM:\s+(\d+) kB/m.exec(readFileSync('/proc/self/status', 'utf8'))?.[1];
    if (kilobytes !== undefined) return Number(kilobytes) / 1024;
  } catch {
    // no Linux
  }
  return process.resourceUsage().maxRSS / 1024;
}
