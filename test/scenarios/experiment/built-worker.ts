/** The worker as the build makes it, from the sources of this very moment. */
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'vite';

export async function buildWorker(source = 'scenarios/experiment/worker.ts'): Promise<URL> {
  const outDir = await mkdtemp(join(tmpdir(), 'forlop-worker-'));
  await build({
    configFile: false,
    logLevel: 'error',
    ssr: { noExternal: true },
    build: {
      ssr: source,
      outDir,
      target: 'node20',
      minify: false,
      rolldownOptions: { output: { entryFileNames: 'worker.mjs', codeSplitting: false } },
    },
  });
  return pathToFileURL(join(outDir, 'worker.mjs'));
}
