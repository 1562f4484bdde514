import { writeSync } from 'node:fs';
import type { Reporter, TestModule } from 'vitest/node';
import { browsers } from './browser/browsers.ts';
import { nodes } from './node/nodes.ts';

/** What stands last in the output: browsers and versions of Node that were missing, and the numbers of tests. */
export default class ClosingLines implements Reporter {
  onTestRunEnd(modules: readonly TestModule[]): void {
    const count = { passed: 0, failed: 0, skipped: 0 };
    for (const module of modules) {
      // a file that does not load holds no test that could fail
      if (module.state() === 'failed' && [...module.children.allTests('failed')].length === 0) count.failed++;
      for (const test of module.children.allTests()) {
        const { state } = test.result();
        if (state !== 'pending') count[state]++;
      }
    }
    const lines: string[] = [];
    if (modules.some((module) => module.moduleId.includes('/test/browser/'))) {
      for (const { name, path } of Object.values(browsers)) {
        if (path === undefined) lines.push(`browser tests were LEFT OUT: no ${name} found`);
      }
    }
    if (modules.some((module) => module.moduleId.includes('/test/node/'))) {
      const missing = nodes.filter(({ path }) => path === undefined).map(({ name }) => name);
      if (missing.length > 0) {
        lines.push(`tests of the same digits were LEFT OUT: no ${missing.join(', no ')} in FORLOP_NODES`);
      }
    }
    lines.push(`${count.passed} passed, ${count.failed} failed, ${count.skipped} skipped`);
    // at the very end, after the summary of the coverage
    process.once('exit', () => writeSync(1, `\n${lines.join('\n')}\n`));
  }
}
