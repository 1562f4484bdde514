import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { launchChromium } from '../../browser/chromium.ts';
import { inChromium } from '../../browser/suite.ts';
import { answered, atRest, readout, small, soon, visiting } from './visit.ts';

const caseload = '#lever-follow_up-caseload';

/** The lines of the queue chart as they are drawn, by the scenarios' names. */
const lines = (tab: Page): Promise<Record<string, string>> =>
  tab.evaluate(() =>
    Object.fromEntries(
      [...document.querySelectorAll('#queue-chart [data-key^="mean-"]')].map((line) => [
        line.getAttribute('data-key')?.slice(5) ?? '',
        line.getAttribute('d') ?? '',
      ]),
    ),
  );

/** What the queue chart says of a scenario on the date: `A 1.2 (0–7)`. */
const inReadout = async (tab: Page, letter: string) =>
  new RegExp(`${letter} [^;]*`).exec((await readout(tab, 'queue-chart')) ?? '')?.[0];

/** Letters in the list of scenarios. */
const letters = (tab: Page) =>
  tab.locator('.scenarios .scenario b').evaluateAll((all) => all.map((one) => one.textContent?.[0]));
const people = (tab: Page) => tab.inputValue(caseload);
const hashOf = (tab: Page) => tab.evaluate(() => location.hash);

/** Begins to note, frame by frame, how many runs are done and whether the queue chart is still the former one. */
const watch = (tab: Page) =>
  tab.evaluate(() => {
    const picture = () =>
      [...document.querySelectorAll('#queue-chart [data-key^="mean-"]')].map((one) => one.getAttribute('d')).join();
    const before = picture();
    const seen: { done: number; isFormer: boolean }[] = [];
    const look = () => {
      const done = Number(/^\d+/.exec(document.querySelector('#runs')?.textContent ?? '')?.[0]);
      seen.push({ done, isFormer: picture() === before });
      requestAnimationFrame(look);
    };
    look();
    Object.assign(globalThis, { seen });
  });
const watched = (tab: Page) =>
  tab.evaluate(() => (globalThis as unknown as { seen: { done: number; isFormer: boolean }[] }).seen);

inChromium('a lever', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launchChromium();
  });
  afterAll(() => browser.close());

  it('moved by a key asks anew: the former picture stays until futures come, runs are counted up, A stays as it was', async () => {
    await visiting(browser, { hash: small }, async (tab) => {
      await answered(tab);
      await atRest(tab);
      const before = await lines(tab);
      const base = await inReadout(tab, 'A');
      const value = Number(await people(tab));
      await watch(tab);
      await tab.focus(caseload);
      await tab.keyboard.press('Home');
      await tab.waitForFunction((text) => location.hash.includes(text), 'B.follow_up.caseload=');
      await expect.poll(() => lines(tab), soon).not.toEqual(before);
      await answered(tab);
      await expect.poll(async () => (await watched(tab)).at(-1)?.done, soon).toBe(3);
      const seen = await watched(tab);
      const begun = seen.slice(seen.findIndex(({ done }) => done === 0));
      const counted = begun.map(({ done }) => done);
      expect(counted[0]).toBe(0);
      expect(counted).toEqual([...counted].sort((x, y) => x - y));
      for (const { done, isFormer } of begun) if (done === 0) expect(isFormer).toBe(true);
      expect(Number(await people(tab))).toBeLessThan(value);
      await atRest(tab);
      expect(await inReadout(tab, 'A')).toBe(base);
      // the thumb still has the focus, for the next key
      expect(await tab.evaluate(() => document.activeElement?.id)).toBe(caseload.slice(1));
    });
  });

  it('held by the mouse leaves the former line as a ghost, released it is gone; undo, back and forward return', async () => {
    await visiting(browser, { hash: small }, async (tab) => {
      await answered(tab);
      const usual = await people(tab);
      const ghosts = tab.locator('#queue-chart [data-ghost]');
      expect(await ghosts.count()).toBe(0);
      await tab.hover(caseload);
      const box = await tab.locator(caseload).boundingBox();
      if (!box) throw new Error('no lever');
      const y = box.y + box.height / 2;
      await tab.mouse.move(box.x + box.width / 2, y);
      await tab.mouse.down();
      await tab.mouse.move(box.x + box.width * 0.9, y, { steps: 3 });
      await expect.poll(() => ghosts.count(), soon).toBe(1);
      await tab.mouse.up();
      await expect.poll(() => ghosts.count(), soon).toBe(0);
      await answered(tab);
      const high = await people(tab);
      expect(Number(high)).toBeGreaterThan(Number(usual));
      expect(await tab.textContent('.differ')).toMatch(/differ/);

      await tab.click('#undo');
      await expect.poll(() => people(tab), soon).toBe(usual);
      await answered(tab);
      await tab.goForward();
      await expect.poll(() => people(tab), soon).toBe(high);
      await tab.goBack();
      await expect.poll(() => people(tab), soon).toBe(usual);
      await tab.goForward();
      await expect.poll(() => people(tab), soon).toBe(high);
      await tab.focus('#queue-chart .chart');
      await tab.keyboard.press('Control+z');
      await expect.poll(() => people(tab), soon).toBe(usual);
      expect(await hashOf(tab)).not.toContain('caseload');
    });
  });

  it('is kept as C and as D, a fifth scenario is refused with the reason, and each number goes back to A’s', async () => {
    await visiting(browser, { hash: small }, async (tab) => {
      await answered(tab);
      const usual = await people(tab);
      const field = tab.locator('.lever[data-path="follow_up.caseload"] .lever-field');
      const type = async (value: string) => {
        await field.fill(value);
        await field.press('Enter');
        await expect.poll(() => hashOf(tab), soon).toContain(`.follow_up.caseload=${value}`);
      };
      await type('9');
      await tab.click('#keep:has-text("Keep as C")');
      expect(await letters(tab)).toEqual(['A', 'B', 'C']);
      // the change is C's now: B is as it was
      await answered(tab);
      expect(await hashOf(tab)).toContain('C.follow_up.caseload=9');
      expect(await hashOf(tab)).not.toContain('B.follow_up.caseload');
      await expect.poll(() => people(tab), soon).toBe('9');
      await tab.click('#scenario-B');
      await expect.poll(() => people(tab), soon).toBe(usual);

      await type('30');
      await tab.click('#keep:has-text("Keep as D")');
      expect(await letters(tab)).toEqual(['A', 'B', 'C', 'D']);
      await type('31');
      expect(await tab.isDisabled('#keep')).toBe(true);
      expect(await tab.textContent('.lever-box > .field-message')).toMatch(/^Four scenarios .*Remove one/);
      await tab.click('.add button');
      expect(await tab.textContent('.scenario-box > .field-message')).toMatch(/^Four scenarios .*Remove one/);
      expect(await letters(tab)).toEqual(['A', 'B', 'C', 'D']);

      await answered(tab);
      await atRest(tab);
      // and the past that all of them share
      await expect.poll(async () => Object.keys(await lines(tab)), soon).toHaveLength(5);
      await tab.click('.lever[data-path="follow_up.caseload"] .lever-resets button:has-text("as A")');
      await expect.poll(() => people(tab), soon).toBe(usual);
      // letters are never given to another
      await tab.click('button[aria-label="Remove C"]');
      expect(await letters(tab)).toEqual(['A', 'B', 'D']);
    });
  });

  it('goes back to A’s value and to the default, where A is changed; set back, no change is left', async () => {
    const changed = 'A.follow_up.caseload=15&B.follow_up.caseload=18';
    await visiting(browser, { hash: `${small}&${changed}` }, async (tab) => {
      await answered(tab);
      const lever = tab.locator('.lever[data-path="follow_up.caseload"]');
      const value = () => lever.locator('.lever-field').inputValue();
      const resets = () => lever.locator('.lever-resets button').allTextContents();
      await expect.poll(resets, soon).toEqual(['as A: 15', 'default: 13.5']);
      await lever.locator('button:has-text("default")').click();
      await expect.poll(value, soon).toBe('13.5');
      expect(await hashOf(tab)).not.toContain('B.follow_up.caseload');
      await expect.poll(resets, soon).toEqual(['as A: 15']);
      await lever.locator('button:has-text("as A")').click();
      await expect.poll(value, soon).toBe('15.0');
      expect(await hashOf(tab)).toContain('B.follow_up.caseload=15');
      await tab.click('#scenario-A');
      await expect.poll(resets, soon).toEqual(['default: 13.5']);
    });
  });

  it('says at the field what is no number, and what the model does not take', async () => {
    await visiting(browser, { hash: small }, async (tab) => {
      await answered(tab);
      const lever = tab.locator('.lever[data-path="follow_up.caseload"]');
      const hash = await hashOf(tab);
      await lever.locator('.lever-field').fill('many');
      await lever.locator('.lever-field').press('Enter');
      await expect.poll(() => lever.locator('.field-message').textContent(), soon).toBe('“many” is not a number.');
      await lever.locator('.lever-field').fill('-4');
      await lever.locator('.lever-field').press('Enter');
      await expect.poll(() => lever.locator('.field-message').textContent(), soon).toMatch(/^The model takes /);
      expect(await lever.locator('.lever-field').getAttribute('aria-invalid')).toBe('true');
      expect(await hashOf(tab)).toBe(hash);
    });
  });
});
