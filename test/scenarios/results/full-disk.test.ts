import { execFileSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openResults } from '../../../scenarios/results/directory.ts';
import { run } from '../experiment/small-experiment.ts';
import { content, newDirectory } from './result-directory.ts';

const disk = newDirectory();
let mounted = false;
let why = '';
beforeAll(() => {
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=3m', 'tmpfs', disk], { stdio: 'pipe' });
    mounted = true;
  } catch (error) {
    why = error instanceof Error ? error.message.split('\n')[0] : String(error);
  }
});
afterAll(() => {
  if (mounted) execFileSync('umount', [disk]);
});

describe('a full disk', () => {
  test('leaves an earlier result as it was, no other file, and one clear message', async (context) => {
    if (!mounted) return context.skip(`needs a small disk of its own, and it could not be mounted: ${why}`);
    const where = join(disk, 'result');
    await run(['tiny'], { base: null, replications: 1, every: 'quarter' }, openResults(where, { force: false }));
    const before = content(where);
    const big = run(['tiny'], { base: null, replications: 3, every: 'day' }, openResults(where, { force: true }));
    await expect(big).rejects.toThrow(
      /^the disk is full; nothing is kept of this run, and what .* held before is unchanged$/,
    );
    expect(readdirSync(disk)).toEqual(['result']);
    expect(content(where)).toEqual(before);
  }, 60_000);
});
