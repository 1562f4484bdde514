/** `npm run pictures`: photographs the built page for README and docs, as a visitor meets it. Needs a Chromium. */
import { pathToFileURL } from 'node:url';
import type { BrowserContextOptions, Page } from 'playwright-core';
import { launchChromium } from '../browser/chromium.ts';

interface Shot {
  file: string;
  options: BrowserContextOptions;
  /** What stands in the link. */
  hash: string;
  /** Part of the page; left out: what is on the screen. */
  part?: string;
}

const shots: Shot[] = [
  { file: 'docs/viewer.png', options: { viewport: { width: 1440, height: 1100 } }, hash: '' },
  {
    file: 'docs/viewer-pathway.png',
    options: { viewport: { width: 1440, height: 1400 } },
    hash: '#focus=C',
    part: '#pathway',
  },
  {
    file: 'docs/viewer-phone.png',
    options: { viewport: { width: 390, height: 844 }, colorScheme: 'dark', deviceScaleFactor: 2 },
    hash: '#lang=nb',
  },
];

/** White around a part of the page, in pixels. */
const margin = 24;

/** Charts are drawn when they come into view. */
async function scrollThrough(page: Page): Promise<void> {
  const height = await page.evaluate(() => document.documentElement.scrollHeight);
  for (let top = 0; top < height; top += 600) {
    await page.evaluate((y) => scrollTo(0, y), top);
    await page.waitForTimeout(100);
  }
  await page.evaluate(() => scrollTo(0, 0));
}

const browser = await launchChromium();
try {
  for (const { file, options, hash, part } of shots) {
    const page = await browser.newPage({ reducedMotion: 'reduce', ...options });
    await page.goto(`${pathToFileURL('dist/site/index.html')}${hash}`);
    await page.waitForSelector('#queues svg');
    await scrollThrough(page);
    await page.evaluate(() => document.fonts.ready);
    if (part === undefined) await page.screenshot({ path: file });
    else {
      const box = await page.locator(part).boundingBox();
      if (!box) throw new Error(`there is no ${part} on the page`);
      const { x, y, width, height } = box;
      await page.screenshot({
        path: file,
        fullPage: true,
        clip: { x: x - margin, y, width: width + 2 * margin, height: height + margin },
      });
    }
    await page.close();
    process.stdout.write(`${file}\n`);
  }
} finally {
  await browser.close();
}
