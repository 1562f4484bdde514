import type { Browser, Page } from 'puppeteer-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { launchFirefox } from '../../browser/firefox.ts';
import { inFirefox } from '../../browser/suite.ts';
import { onDisk, small, soon } from './visit.ts';

/** What Firefox shows. Selectors are looked up by the page's own means: text that is evaluated is against its policy. */
const textOf = (tab: Page, selector: string) =>
  tab.evaluate((query) => document.querySelector(query)?.textContent ?? '', selector);

inFirefox('the core path in Firefox, from a folder on disk', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launchFirefox();
  });
  afterAll(() => browser.close());

  it('a question of a link is answered, a lever changes it, the date moves all views, the language is switched', async () => {
    const tab = await browser.newPage();
    const complaints: string[] = [];
    tab.on('console', (message) => {
      if (['error', 'warn'].includes(message.type())) complaints.push(message.text());
    });
    tab.on('pageerror', (error) => complaints.push(String(error)));
    await tab.setViewport({ width: 1440, height: 2600 });
    await tab.goto(`${onDisk}#${small}&lang=en`);
    const runs = () => textOf(tab, '#runs');
    const readout = () =>
      tab.evaluate(() => document.querySelector('#queue-chart svg')?.getAttribute('aria-label') ?? '');
    await expect.poll(() => textOf(tab, '.over'), soon).toContain(' 3 simulated');
    await expect.poll(runs, soon).toMatch(/^3 of 3 /);
    const before = await readout();

    await tab.focus('#lever-follow_up-caseload');
    await tab.keyboard.press('Home');
    await expect.poll(() => tab.evaluate(() => location.hash), soon).toContain('B.follow_up.caseload=');
    await expect.poll(readout, soon).not.toBe(before);
    await expect.poll(runs, soon).toMatch(/^3 of 3 /);

    await tab.focus('#queue-chart .chart');
    await tab.keyboard.press('Home');
    await tab.keyboard.press('ArrowRight');
    await expect.poll(() => textOf(tab, '#pathway-chart-title'), soon).toContain('1 February 2026');
    await expect.poll(readout, soon).toMatch(/^1 February 2026/);

    await tab.focus('#language');
    await tab.keyboard.press('Enter');
    await expect.poll(() => textOf(tab, '#pathway-chart-title'), soon).toContain('1. februar 2026');
    expect(await tab.evaluate(() => document.documentElement.lang)).toBe('nb');
    await expect.poll(runs, soon).toMatch(/^3 av 3 /);
    expect(complaints).toEqual([]);
  });
});
