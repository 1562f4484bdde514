import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Language } from '../../../scenarios/words/words.ts';
import { paper } from '../../../viz/paper/measures.ts';
import { report } from '../../../viz/report/report.ts';
import { launchChromium } from '../../browser/chromium.ts';
import { launchFirefox } from '../../browser/firefox.ts';
import { inChromium, inFirefox } from '../../browser/suite.ts';
import { expectPaper, pagesOf, sheetsIn } from '../paper/printed.ts';
import { written } from '../result/directory.ts';
import { onDisk, visiting } from './visit.ts';

const room = mkdtempSync(join(tmpdir(), 'forlop-printed-'));
const names = ['tiny', 'tiny+framework:passed-on', 'tiny+framework:held-back', 'tiny+more-beds'];

/** Reports of as many scenarios, which print without scripts as well. */
async function reportOf(scenarios: number, lang: Language): Promise<string> {
  const directory = join(room, `${scenarios}`);
  const { html } = await report({ directory, page: readFileSync('dist/site/index.html', 'utf8'), lang });
  const file = join(room, `${scenarios}-${lang}.html`);
  writeFileSync(file, html);
  return pathToFileURL(file).href;
}

inChromium('on paper', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launchChromium();
    for (const scenarios of [2, 4]) {
      await written(join(room, `${scenarios}`), names.slice(0, scenarios), { replications: 20 });
    }
  }, 120_000);
  afterAll(async () => {
    await browser.close();
    rmSync(room, { recursive: true, force: true });
  });

  it.each(['en', 'nb'])('the answer on arrival takes three pages of A4 that can be read, %s', async (lang) => {
    await visiting(browser, { hash: `lang=${lang}&theme=dark`, isStill: true }, async (tab) => {
      await expectPaper(tab);
    });
  });

  it.each([
    [2, 'nb'],
    [4, 'en'],
  ] as const)('a report of %i scenarios takes three pages, with scripts and without, %s', async (scenarios, lang) => {
    const address = await reportOf(scenarios, lang);
    for (const javaScriptEnabled of [true, false]) {
      await visiting(browser, { address, javaScriptEnabled, isStill: javaScriptEnabled }, async (tab) => {
        await expectPaper(tab);
      });
    }
  });

  it('what is printed is what is looked at, and it is gone afterwards', async () => {
    await visiting(browser, { hash: 'focus=C&date=2031-06-01&queue=unserved', isStill: true }, async (tab) => {
      const titles = () => tab.locator('.paper h2').allTextContents();
      expect(await titles()).toEqual([]);
      await tab.evaluate(() => dispatchEvent(new Event('beforeprint')));
      const shown = await tab.locator('#queue-chart-title, #pathway-chart-title').allTextContents();
      expect(await titles()).toEqual(expect.arrayContaining(shown));
      await tab.evaluate(() => dispatchEvent(new Event('afterprint')));
      expect(await titles()).toEqual([]);
    });
  });

  it('nothing that is operated is printed, and paper is white whatever the screen is', async () => {
    await visiting(browser, { hash: 'theme=dark', isStill: true }, async (tab) => {
      await tab.emulateMedia({ media: 'print' });
      await tab.evaluate(() => dispatchEvent(new Event('beforeprint')));
      expect(await tab.locator('button:visible, select:visible, input:visible').count()).toBe(0);
      expect((await sheetsIn(tab)).map(({ height }) => height <= paper.height)).toEqual([true, true, true]);
      expect(await tab.evaluate(() => getComputedStyle(document.body).backgroundColor)).toMatch(
        /rgba?\((255, 255, 255|0, 0, 0, 0)\)?/,
      );
    });
  });
});

inFirefox('on paper in Firefox', () => {
  it('the answer on arrival takes three pages', async () => {
    const browser = await launchFirefox();
    try {
      const tab = await browser.newPage();
      await tab.goto(`${onDisk}#lang=nb`);
      await tab.waitForSelector('h1');
      expect(pagesOf(await tab.pdf({ format: 'A4', preferCSSPageSize: true }))).toBe(3);
      expect(await tab.evaluate(() => document.querySelectorAll('.sheet').length)).toBe(0);
    } finally {
      await browser.close();
    }
  });
});
