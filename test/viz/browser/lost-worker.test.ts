import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { launchChromium } from '../../browser/chromium.ts';
import { inChromium } from '../../browser/suite.ts';
import { answered, small, soon, visiting } from './visit.ts';

/** The browser says that a worker is lost as soon as it is asked something. */
function loseAll(): void {
  const post = Worker.prototype.postMessage;
  Worker.prototype.postMessage = function (this: Worker, ...given: unknown[]) {
    Reflect.apply(post, this, given);
    if ((given[0] as { kind: string }).kind !== 'ask') return;
    this.dispatchEvent(new ErrorEvent('error', { message: 'lost', cancelable: true }));
  };
}

/** As above, but only the first time. */
function loseFirst(): void {
  const post = Worker.prototype.postMessage;
  Worker.prototype.postMessage = function (this: Worker, ...given: unknown[]) {
    Reflect.apply(post, this, given);
    if ((given[0] as { kind: string }).kind !== 'ask') return;
    Worker.prototype.postMessage = post;
    Object.assign(globalThis, { isLost: true });
    this.dispatchEvent(new ErrorEvent('error', { message: 'lost', cancelable: true }));
  };
}

/** Workers that hang once they are asked something, until `heal` is called. Half a minute passes in one and a half seconds. */
function hang(): void {
  const post = Worker.prototype.postMessage;
  const every = globalThis.setInterval;
  Worker.prototype.postMessage = function (this: Worker, ...given: unknown[]) {
    if (!['ask', 'sign'].includes((given[0] as { kind: string }).kind)) Reflect.apply(post, this, given);
  };
  Object.assign(globalThis, {
    setInterval: (act: () => void, time: number) => every(act, time / 20),
    heal: () => {
      Worker.prototype.postMessage = post;
    },
  });
}

inChromium('a worker that is lost', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launchChromium();
  });
  afterAll(() => browser.close());

  it('once is replaced, and nobody notices', async () => {
    await visiting(browser, { hash: small, first: loseFirst }, async (tab) => {
      await answered(tab);
      expect(await tab.evaluate(() => 'isLost' in globalThis)).toBe(true);
      expect(await tab.textContent('.answer .problem')).toBe('');
      expect(await tab.locator('.lever input:enabled').count()).toBeGreaterThan(0);
    });
  });

  it('again and again leaves the last good picture, says so, and the panel can only be read', async () => {
    await visiting(browser, { hash: small, first: loseAll }, async (tab) => {
      const before = await tab.textContent('h1');
      await expect.poll(() => tab.textContent('.answer .problem'), soon).toMatch(/^The calculation stopped twice\./);
      expect(await tab.textContent('h1')).toBe(before);
      expect(await tab.locator('#queue-chart svg').count()).toBe(1);
      expect(await tab.locator('html.before').count()).toBe(1);
      await expect.poll(() => tab.locator('.lever input:enabled').count(), soon).toBe(0);
      expect(await tab.textContent('.panel-note')).toMatch(/^The calculation stopped twice\./);
      // what does not need the model still works
      await tab.focus('#queue-chart .chart');
      const year = await tab.inputValue('#date-year');
      await tab.keyboard.press('Shift+ArrowLeft');
      await expect.poll(() => tab.inputValue('#date-year'), soon).toBe(String(Number(year) - 1));
    });
  });

  it('or hangs is ended: the last good picture stays, the page says so in its language, and starts again when it is told', async () => {
    for (const [locale, message, button] of [
      ['en-GB', 'The calculation no longer gives a sign of life', 'Start the calculation again'],
      ['nb-NO', 'Beregningen gir ikke lenger livstegn', 'Start beregningen på nytt'],
    ]) {
      await visiting(browser, { hash: small, locale, first: hang }, async (tab) => {
        const before = await tab.textContent('h1');
        await expect.poll(() => tab.textContent('.answer .problem'), soon).toContain(message);
        expect(await tab.textContent('h1')).toBe(before);
        expect(await tab.textContent('.answer .aside[role=status]')).toBe('');
        expect(await tab.locator('#queue-chart svg').count()).toBe(1);
        expect(await tab.textContent('.panel-note')).toContain(message);
        await expect.poll(() => tab.locator('.lever input:enabled').count(), soon).toBe(0);
        await tab.evaluate(() => (globalThis as unknown as { heal: () => void }).heal());
        await tab.click(`.answer .problem button:text-is("${button}")`);
        await answered(tab);
        expect(await tab.textContent('.answer .problem')).toBe('');
        await expect.poll(() => tab.locator('.lever input:enabled').count(), soon).toBeGreaterThan(0);
      });
    }
  });

  it('is not missed where the browser has none', async () => {
    await visiting(browser, { isStill: true }, async (tab) => {
      const told = 'This browser does not let the page run the model here.';
      await expect.poll(() => tab.textContent('.panel'), soon).toContain(told);
      expect(await tab.locator('.lever input:enabled').count()).toBe(0);
      expect(await tab.locator('#queue-chart svg').count()).toBe(1);
    });
  });
});
