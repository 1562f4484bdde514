/** A result directory in the page: served beside it, and in a report. */
import { mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { serve } from '../../scenarios/command/serve.ts';
import { headline } from '../../scenarios/words/headline.ts';
import { report } from '../../viz/report/report.ts';
import type { Result } from '../../viz/result/result.ts';
import { withChromium } from '../browser/chromium.ts';
import { inChromium } from '../browser/suite.ts';
import { written } from './result/directory.ts';

const room = mkdtempSync(join(tmpdir(), 'forlop-in-page-'));
const directory = join(room, 'mine');
const page = readFileSync('dist/site/index.html', 'utf8');
afterAll(() => rmSync(room, { recursive: true, force: true }));

let kept: Result;
beforeAll(async () => {
  kept = await written(directory, ['tiny', 'tiny+framework:passed-on', 'tiny+framework:held-back'], {
    replications: 20,
  });
}, 60_000);

/** Problems on the console, as they come. */
function problemsOf(tab: Page): string[] {
  const problems: string[] = [];
  tab.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) problems.push(message.text());
  });
  tab.on('pageerror', (error) => problems.push(String(error)));
  return problems;
}

async function served(use: (address: string) => Promise<void>): Promise<void> {
  const { address, close } = await serve({
    page,
    result: { path: directory, directory: 'mine', names: readdirSync(directory) },
    port: 0,
  });
  try {
    await use(address);
  } finally {
    await close();
  }
}

inChromium('a result directory in the page', () => {
  it('is read beside the page: its own headline and queues stand there, and nothing goes wrong', () =>
    served((address) =>
      withChromium(
        async (tab) => {
          const problems = problemsOf(tab);
          await tab.goto(address);
          await tab.waitForSelector('#queue-chart svg');
          expect(await tab.textContent('h1')).toBe(headline(kept.findings, 'nb'));
          expect(problems).toEqual([]);
        },
        { locale: 'nb-NO' },
      ),
    ));

  it('that is not whole says which file, in the language of the reader', () =>
    served((address) =>
      withChromium(
        async (tab) => {
          const flows = join(directory, 'flows.csv');
          renameSync(flows, join(room, 'flows.csv'));
          try {
            writeFileSync(flows, readFileSync(join(room, 'flows.csv'), 'utf8').slice(0, 3_000));
            await tab.goto(address);
            await tab.waitForFunction(() => document.body.textContent?.includes('flows.csv, linje'));
            expect(await tab.textContent('#app')).toContain('filen slutter midt i en rad');
          } finally {
            renameSync(join(room, 'flows.csv'), flows);
          }
        },
        { locale: 'nb-NO' },
      ),
    ));

  it('is the whole page in a report: from disk, in the language asked for, whatever the browser speaks', async () => {
    const { html } = await report({ directory, page, lang: 'nb' });
    const file = join(room, 'report.html');
    writeFileSync(file, html);
    await withChromium(
      async (tab) => {
        const problems = problemsOf(tab);
        const asked: string[] = [];
        tab.on('request', (request) => asked.push(request.url()));
        await tab.goto(pathToFileURL(file).href);
        await tab.waitForSelector('#queue-chart svg');
        expect(await tab.textContent('h1')).toBe(headline(kept.findings, 'nb'));
        expect(await tab.locator('main.still').count()).toBe(0);
        expect(problems).toEqual([]);
        expect(asked.filter((one) => !/^(data|blob):/.test(one))).toEqual([pathToFileURL(file).href]);
      },
      { locale: 'en-GB' },
    );
  });
});
