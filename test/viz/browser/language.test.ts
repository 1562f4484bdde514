import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { headline } from '../../../scenarios/words/headline.ts';
import { launchChromium } from '../../browser/chromium.ts';
import { inChromium } from '../../browser/suite.ts';
import { example } from '../example.ts';
import { soon, visiting } from './visit.ts';

/** Words that stand in almost any text of one language and in none of the other. */
const english =
  /(?<!\p{L})(the|and|with|than|of|this|that|are|is|waiting|people|years?|days|queue|futures|council|grant|from)(?!\p{L})/iu;
const norwegian =
  /(?<!\p{L})(og|ikke|av|på|med|som|er|den|det|kø|køen|framtider|kommune|kommunen|døgn|årsverk|år)(?!\p{L})/iu;

/** Everything that a person sees or hears, opened: texts, names, hints. What is in another language by nature is left out. */
async function texts(tab: Page): Promise<string[]> {
  await tab.evaluate(() => {
    for (const details of document.querySelectorAll('details')) details.open = true;
    for (const chart of document.querySelectorAll('.chart')) {
      chart.dispatchEvent(new KeyboardEvent('keydown', { key: 't', bubbles: true }));
    }
  });
  // every number that can be changed, with its source
  await tab.locator('#panel input[type=search]').fill('er');
  await tab.locator('.popover-button').nth(10).waitFor();
  return tab.evaluate(() => {
    for (const button of document.querySelectorAll<HTMLElement>('.popover-button')) {
      button.click();
      // closed again, so that nothing covers the page; what it says stays behind
      button.click();
    }
    const found: string[] = [];
    const isForeign = (element: Element | null) => element?.closest('script, style, code, .mark') != null;
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      if (!isForeign(node.parentElement)) found.push(node.textContent ?? '');
    }
    for (const element of document.querySelectorAll('body *')) {
      if (isForeign(element)) continue;
      for (const name of ['aria-label', 'title', 'placeholder', 'aria-valuetext'])
        found.push(element.getAttribute(name) ?? '');
    }
    return [...new Set(found.map((text) => text.trim()).filter((text) => text !== ''))];
  });
}

inChromium('the language', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launchChromium();
  });
  afterAll(() => browser.close());

  it('is switched without loading: nothing English is left in bokmål, nothing Norwegian in English', async () => {
    await visiting(browser, { viewport: { width: 1440, height: 8000 } }, async (tab) => {
      await tab.evaluate(() => Object.assign(globalThis, { isSamePage: true }));
      await tab.locator('#fairness svg').waitFor();
      const inEnglish = await texts(tab);
      expect(inEnglish.filter((text) => /^assumed: /.test(text)).length).toBeGreaterThan(5);
      expect(inEnglish.filter((text) => english.test(text)).length).toBeGreaterThan(100);
      expect(inEnglish.filter((text) => norwegian.test(text))).toEqual([]);

      await tab.click('#language');
      expect(await tab.getAttribute('html', 'lang')).toBe('nb');
      // the focus stays on the switch
      expect(await tab.evaluate(() => document.activeElement?.id)).toBe('language');
      await expect.poll(() => tab.title(), soon).toBe(`${headline(example().findings, 'nb')} · Forløp`);
      await tab.locator('#fairness svg').waitFor();
      const inNorwegian = await texts(tab);
      expect(inNorwegian.filter((text) => /^antatt: /.test(text)).length).toBeGreaterThan(5);
      expect(inNorwegian.filter((text) => norwegian.test(text)).length).toBeGreaterThan(100);
      expect(inNorwegian.filter((text) => english.test(text))).toEqual([]);
      // decimals have a comma; versions are no numbers
      expect(
        inNorwegian.filter((text) =>
          /\d\.\d/.test(text.replace(/Forløp \d+(\.\d+)+/, '').replace(/\d\d\.\d\d\.\d{4}/g, '')),
        ),
      ).toEqual([]);
      expect(inNorwegian.filter((text) => /\d,\d/.test(text)).length).toBeGreaterThan(20);
      expect(await tab.evaluate(() => 'isSamePage' in globalThis)).toBe(true);
      // the link remembers
      await expect.poll(() => tab.evaluate(() => location.hash), soon).toContain('lang=nb');
      await tab.click('#language');
      expect(await tab.textContent('h1')).toBe(headline(example().findings, 'en'));
    });
  });
});
