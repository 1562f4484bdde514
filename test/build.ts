import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build, createBuilder } from 'vite';

/**
 * Builds dist/ once before the tests, so that no test of a program or a page runs on an older one. When the code does
 * not build, the other tests run all the same, and those that need dist/ find nothing there.
 */
export default async function buildAll(): Promise<() => Promise<void>> {
  // whatever tests leave in the folder for temporary things goes with it
  const room = await mkdtemp(join(tmpdir(), 'forlop-tests-'));
  process.env.TMPDIR = room;
  try {
    const builder = await createBuilder({ configFile: 'vite.config.ts', logLevel: 'warn' });
    await builder.buildApp();
    await build({ configFile: 'vite.page.config.ts', logLevel: 'warn' });
    await build({ configFile: 'vite.site.config.ts', logLevel: 'warn' });
  } catch (error) {
    await rm('dist', { recursive: true, force: true });
    console.error('dist/ could not be built, and the tests that need it will fail:', error);
  }
  return () => rm(room, { recursive: true, force: true });
}
