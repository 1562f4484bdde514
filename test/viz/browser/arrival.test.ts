import { createInterface } from 'node:readline';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { headline } from '../../../scenarios/words/headline.ts';
import { launchChromium } from '../../browser/chromium.ts';
import { inChromium } from '../../browser/suite.ts';
import { example } from '../example.ts';
import { forlopStarted } from './program.ts';
import { visiting } from './visit.ts';

/** What a visitor has in front of them without doing anything. */
async function expectAnswer(tab: Page): Promise<void> {
  expect(await tab.textContent('h1')).toBe(headline(example().findings, 'en'));
  await tab.locator('#answer .verdict svg[role=img]').nth(2).waitFor();
  for (const verdict of await tab.locator('#answer > .verdicts .verdict').all()) {
    // 20 futures, each a dot or a ring
    expect(await verdict.locator('[data-key^=dot-]').count()).toBe(20);
    expect(await verdict.locator('.sentence strong').textContent()).toMatch(/\w: \w|\w\./);
  }
  expect(await tab.locator('#queue-chart svg path').count()).toBeGreaterThan(3);
  expect(await tab.textContent('#runs')).toMatch(/^100 of 100 runs\. Seed 1\./);
}

/** `forlop view`, as a person starts it. */
async function served(use: (address: string) => Promise<void>): Promise<void> {
  const program = forlopStarted('view');
  let isServed = false;
  const ended = new Promise((resolve) => program.once('exit', resolve));
  try {
    for await (const line of createInterface(program.stdout)) {
      const [address] = /http:\/\/127\.0\.0\.1:\d+\//.exec(line) ?? [];
      if (address) {
        await use(address);
        isServed = true;
        break;
      }
    }
  } finally {
    program.kill('SIGINT');
  }
  expect({ isServed, code: await ended }).toEqual({ isServed: true, code: 0 });
}

inChromium('on arrival', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launchChromium();
  });
  afterAll(() => browser.close());

  it('the answer stands there from a folder on disk: headline, three verdicts with 20 futures each, the queue', async () => {
    await visiting(browser, {}, expectAnswer);
  });

  it('the same is served by `forlop view`, which ends when it is asked to', async () => {
    await served((address) => visiting(browser, { address }, expectAnswer));
  });

  it('the page gives back a bokmål browser its own language', async () => {
    await visiting(browser, { locale: 'nb-NO' }, async (tab) => {
      expect(await tab.textContent('h1')).toBe(headline(example().findings, 'nb'));
      expect(await tab.getAttribute('html', 'lang')).toBe('nb');
    });
  });
});
