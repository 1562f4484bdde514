import { readFileSync } from 'node:fs';
import type { Plugin } from 'vite';
import { parse } from 'yaml';

/**
 * `import data from './file.yaml?data'` is read when the program is built: reading a long file takes a fifth of a second,
 * which every command would pay. Files whose lines a message may name are imported `?raw` and read in the program.
 */
export const yamlAsData: Plugin = {
  name: 'yaml-as-data',
  load(id) {
    if (!id.endsWith('.yaml?data')) return null;
    const file = id.slice(0, -'?data'.length);
    this.addWatchFile(file);
    return `export default JSON.parse(${JSON.stringify(JSON.stringify(parse(readFileSync(file, 'utf8'))))});`;
  },
};
