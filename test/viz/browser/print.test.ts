import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { launchChromium } from '../../browser/chromium.ts';
import { inChromium } from '../../browser/suite.ts';
import { visiting } from './visit.ts';

/** Points of a PDF in a millimetre. */
const point = 72 / 25.4;
/** A4 without its margins of 18 mm, in pixels of CSS. */
const room = ((297 - 36) * 96) / 25.4;

inChromium('on paper', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launchChromium();
  });
  afterAll(() => browser.close());

  it.each(['en', 'nb'])('the answer on arrival takes three pages of A4, %s', async (lang) => {
    await visiting(browser, { hash: `lang=${lang}&theme=dark`, isStill: true }, async (tab) => {
      const paper = (await tab.pdf({ preferCSSPageSize: true })).toString('latin1');
      const sizes = [...paper.matchAll(/\/MediaBox\s*\[\s*0\s+0\s+([\d.]+)\s+([\d.]+)\s*\]/g)];
      expect(paper.match(/\/Type\s*\/Page\b/g)).toHaveLength(3);
      expect(sizes.length).toBeGreaterThan(0);
      for (const [, width, height] of sizes) {
        expect(Number(width)).toBeCloseTo(210 * point, -0.5);
        expect(Number(height)).toBeCloseTo(297 * point, -0.5);
      }
    });
  });

  it('no chart is cut, and nothing that is operated is printed', async () => {
    await visiting(browser, { isStill: true, viewport: { width: 658, height: 900 } }, async (tab) => {
      await tab.emulateMedia({ media: 'print' });
      await tab.evaluate(() => dispatchEvent(new Event('beforeprint')));
      const charts = await tab.evaluate(() =>
        [...document.querySelectorAll('.picture svg')]
          .filter((svg) => svg.getClientRects().length > 0)
          .map((svg) => {
            let isWhole = false;
            for (let at: Element | null = svg; at; at = at.parentElement)
              isWhole ||= getComputedStyle(at).breakInside === 'avoid';
            return { chart: svg.closest('figure')?.id, isWhole, height: svg.getBoundingClientRect().height };
          }),
      );
      expect(charts.length).toBeGreaterThanOrEqual(8);
      for (const { chart, isWhole, height } of charts) {
        expect([chart, isWhole]).toEqual([chart, true]);
        expect(height).toBeLessThan(room);
      }
      expect(await tab.locator('button:visible, select:visible, input:visible').count()).toBe(0);
      // paper is white whatever the screen is
      expect(await tab.evaluate(() => getComputedStyle(document.body).backgroundColor)).toMatch(
        /rgba?\((255, 255, 255|0, 0, 0, 0)\)?/,
      );
    });
  });
});
