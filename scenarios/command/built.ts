/** Files that the build puts beside the program, which commands of other rooms hand on without importing them. */
import { existsSync } from 'node:fs';
import { RunError } from '../experiment/run-error.ts';

/**
 * Finds a built file, from dist/ or, in tests, from the sources.
 * @throws RunError when nothing is built
 */
export function built(name: string): URL {
  for (const folder of ['./', '../../dist/']) {
    const url = new URL(folder + name, import.meta.url);
    if (existsSync(url)) return url;
  }
  throw new RunError(1, {
    en: `dist/${name} is not built yet; npm run build makes it`,
    nb: `dist/${name} er ikke bygd ennå; npm run build lager den`,
  });
}
