import { execFileSync } from 'node:child_process';
import { delimiter } from 'node:path';

/** The lines of Node that must give the same digits. */
const majors = [20, 22, 24];

export interface InstalledNode {
  name: string;
  /** Undefined when it was not found. */
  path: string | undefined;
}

/** This Node and those that FORLOP_NODES names, as paths with the separator of PATH between them. None is ever downloaded. */
export const nodes: InstalledNode[] = (() => {
  const paths = [process.execPath, ...(process.env.FORLOP_NODES ?? '').split(delimiter).filter((path) => path !== '')];
  const found = new Map<string, string>();
  for (const path of paths) {
    const version = execFileSync(path, ['--version'], { encoding: 'utf8' });
    const major = /^v(\d+)\./.exec(version)?.[1] ?? version;
    if (!found.has(major)) found.set(major, path);
  }
  return majors.map((major) => ({ name: `Node ${major}`, path: found.get(String(major)) }));
})();
