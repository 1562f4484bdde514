import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { launchChromium } from '../../browser/chromium.ts';
import { inChromium } from '../../browser/suite.ts';
import { visiting } from './visit.ts';

const phone = { viewport: { width: 390, height: 844 }, isStill: true };
/** A window of 1280 × 1024 pixels at 400 %. */
const enlarged = { viewport: { width: 320, height: 256 }, isStill: true };

const focused = (tab: Page) => tab.evaluate(() => document.activeElement?.id || document.activeElement?.className);

/** Presses Tab to the end of the page, and names what has the focus and cannot be seen at all. */
async function hiddenFocus(tab: Page): Promise<{ presses: number; hidden: string[] }> {
  const hidden: string[] = [];
  for (let presses = 0; presses < 150; presses++) {
    await tab.keyboard.press('Tab');
    const found = await tab.evaluate(() => {
      const one = document.activeElement;
      if (one === null || one === document.body) return null;
      const { left, top, width, height } = one.getBoundingClientRect();
      const isSeen = [0.02, 0.25, 0.5, 0.75, 0.98].some((part) => {
        const there = document.elementFromPoint(left + width / 2, top + part * height);
        return there !== null && (one.contains(there) || there.contains(one) || there.closest('.track') !== null);
      });
      return isSeen ? '' : one.id || one.getAttribute('aria-label') || one.className;
    });
    if (found === null) return { presses, hidden };
    if (found !== '') hidden.push(found);
  }
  return { presses: 150, hidden };
}

inChromium('on a phone', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launchChromium();
  });
  afterAll(() => browser.close());

  it('the sheet takes the focus when it opens, and Esc or its button gives it back, wherever it is', async () => {
    await visiting(browser, phone, async (tab) => {
      const sheet = tab.locator('#panel');
      for (const close of ['Esc', 'button', 'Esc from the page']) {
        await tab.focus('#open-panel');
        await tab.keyboard.press('Enter');
        expect(await focused(tab)).toContain('close-panel');
        if (close === 'Esc from the page') await tab.focus('#language');
        await tab.keyboard.press(close === 'button' ? 'Enter' : 'Escape');
        expect(await sheet.isVisible(), close).toBe(false);
        expect(await focused(tab), close).toBe('open-panel');
      }
      // a window that is made wider has its panel
      expect(await tab.evaluate(() => location.hash)).not.toContain('panel=0');
      await tab.setViewportSize({ width: 1000, height: 800 });
      expect(await sheet.isVisible()).toBe(true);
    });
  });

  it('nothing that has the focus lies under a bar or the sheet', async () => {
    await visiting(browser, phone, async (tab) => {
      await tab.locator('#fairness svg').waitFor({ state: 'attached' });
      await tab.focus('.mark');
      const closed = await hiddenFocus(tab);
      await tab.click('#open-panel');
      const open = await hiddenFocus(tab);
      expect(closed.presses).toBeGreaterThan(40);
      expect(open.presses).toBeGreaterThan(50);
      expect({ closed: closed.hidden, open: open.hidden }).toEqual({ closed: [], open: [] });
    });
  });

  it('at 400 % bars leave most of the window to the page, and the sheet holds all of it', async () => {
    await visiting(browser, enlarged, async (tab) => {
      await tab.evaluate(() => scrollTo(0, 600));
      const [top, bottom] = await Promise.all(
        ['.bar', '.bottom-bar'].map((bar) => tab.locator(bar).evaluate((one) => one.getBoundingClientRect())),
      );
      expect(Math.max(0, top.bottom) + 256 - bottom.top).toBeLessThan(60);
      await tab.click('#open-panel');
      const { hidden } = await hiddenFocus(tab);
      expect(hidden).toEqual([]);
      expect(await tab.locator('#panel').evaluate((one) => one.clientHeight)).toBeGreaterThan(250);
      expect(await tab.locator('#queue').evaluate((one) => one.checkVisibility({ visibilityProperty: true }))).toBe(
        false,
      );
      await tab.keyboard.press('Escape');
      expect(await focused(tab)).toBe('open-panel');
    });
  });

  it.each([
    [320, 256],
    [844, 390],
  ])('in a low window of %i × %i the menu and the tour are inside it, and scroll', async (width, height) => {
    await visiting(browser, { viewport: { width, height }, isStill: true }, async (tab) => {
      const isInside = async (what: string) => {
        const { top, bottom } = await tab.locator(what).evaluate((one) => one.getBoundingClientRect());
        return top >= 0 && bottom <= height;
      };
      await tab.click('.bar .menu-button');
      expect(await isInside('.bar .menu-list')).toBe(true);
      const last = tab.locator('.bar .menu-list > :last-child');
      await last.scrollIntoViewIfNeeded();
      expect(await isInside('.bar .menu-list > :last-child')).toBe(true);
      await tab.click('.bar [role=menuitem]:text-is("Two-minute tour")');
      expect(await isInside('#tour-note')).toBe(true);
    });
  });

  it('Esc empties the search first, and then closes the sheet', async () => {
    await visiting(browser, phone, async (tab) => {
      await tab.click('#open-panel');
      await tab.fill('#search-settings', 'days');
      await tab.press('#search-settings', 'Escape');
      expect(await tab.inputValue('#search-settings')).toBe('');
      expect(await tab.locator('#panel').isVisible()).toBe(true);
      await tab.press('#search-settings', 'Escape');
      expect(await tab.locator('#panel').isVisible()).toBe(false);
    });
  });

  it('on a wide window the panel is put away and brought back from the menu', async () => {
    await visiting(browser, { isStill: true }, async (tab) => {
      const item = '.bar [role=menuitemcheckbox]:text-is("Scenarios and settings")';
      for (const isThere of [false, true]) {
        await tab.click('.bar .menu-button');
        await tab.click(item);
        expect(await tab.locator('#panel').isVisible()).toBe(isThere);
      }
    });
  });
});
