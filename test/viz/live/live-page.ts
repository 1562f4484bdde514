/** Builds the bare page with the model in it into a folder, as one file that opens from disk. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'vite';
import { yamlAsData } from '../../../vite.yaml.config.ts';

/** The policy of the page itself: nothing from elsewhere, workers only of its own making. */
const policy =
  "default-src 'none'; script-src 'unsafe-inline'; style-src 'unsafe-inline'; img-src data: blob:; worker-src blob:";

/** @returns the page's address */
export async function livePage(folder: string): Promise<string> {
  await build({
    configFile: false,
    logLevel: 'warn',
    plugins: [yamlAsData],
    worker: { format: 'iife', plugins: () => [yamlAsData] },
    build: {
      outDir: folder,
      emptyOutDir: false,
      copyPublicDir: false,
      modulePreload: false,
      target: 'es2023',
      chunkSizeWarningLimit: 10_000,
      rolldownOptions: {
        input: 'test/viz/live/page.ts',
        output: { format: 'iife', entryFileNames: 'page.js', codeSplitting: false },
      },
    },
  });
  const script = readFileSync(join(folder, 'page.js'), 'utf8').replaceAll('</script', '<\\/script');
  const page = join(folder, 'index.html');
  const head = `<meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="${policy}">`;
  writeFileSync(page, `<!doctype html><html lang="en">${head}<body><script>${script}</script></body></html>`);
  return pathToFileURL(page).href;
}
