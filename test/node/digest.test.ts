import { execFileSync } from 'node:child_process';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, it } from 'vitest';
import { selfTest } from '../../scenarios/experiment/selftest.ts';
import { digestOfMedium } from '../browser/digest.ts';
import { nodes } from './nodes.ts';

const timeout = 120_000;
/** The same script as the browsers run. */
const script = pathToFileURL(resolve('dist/page/page.js'));
const program = `await import('${script}'); console.log(selfTest(), digestOfMedium(1));`;
/** Worked out once: it is the same for all. */
const here = () => (known ??= `${selfTest()} ${digestOfMedium(1)}`);
let known: string | undefined;

describe.each(nodes)('$name', ({ name, path }) => {
  const needed = process.env.FORLOP_REQUIRE_NODES === '1';
  it.skipIf(path === undefined && !needed)(
    'gives medium and the self-test the same digests as this one, to the last digit',
    () => {
      if (path === undefined) throw new Error(`No ${name} in FORLOP_NODES, and FORLOP_REQUIRE_NODES=1 asks for it.`);
      const found = execFileSync(path, ['--input-type=module', '--eval', program], { encoding: 'utf8' });
      expect(found.trim()).toBe(here());
    },
    timeout,
  );
});
