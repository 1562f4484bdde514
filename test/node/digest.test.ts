import { execFileSync } from 'node:child_process';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, it } from 'vitest';
import { page, works } from '../browser/works.ts';
import { nodes } from './nodes.ts';

const timeout = 120_000;
const script = pathToFileURL(resolve(page));

describe.each(nodes)('$name', ({ name, path }) => {
  const needed = process.env.FORLOP_REQUIRE_NODES === '1';
  it.skipIf(path === undefined && !needed).each(works)(
    'gives $what the same digest as this one, to the last digit',
    ({ call, inNode }) => {
      if (path === undefined) throw new Error(`No ${name} in FORLOP_NODES, and FORLOP_REQUIRE_NODES=1 asks for it.`);
      const program = `await import('${script}'); console.log(${call});`;
      const found = execFileSync(path, ['--input-type=module', '--eval', program], { encoding: 'utf8' });
      expect(found.trim()).toBe(inNode());
    },
    timeout,
  );
});
