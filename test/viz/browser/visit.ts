/** The built page as visitors meet it. Whatever they do, the browser must not complain, and nobody elsewhere must be asked. */
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { expect } from 'vitest';

/** The page as a folder on disk. */
export const onDisk = pathToFileURL(resolve('dist/site/index.html')).href;

/** A question that is answered in a second or two: a small municipality, few futures and years. */
export const small = 'place=small&A=&B=framework:passed-on&n=3&years=2&history=1';

export interface Visit extends BrowserContextOptions {
  /** What stands after `#`. */
  hash?: string;
  address?: string;
  /** Without workers, as in some browsers on disk: for views that need no new answer, so that nothing else is worked on. */
  isStill?: boolean;
  /** Done before the page's own scripts. */
  first?: () => void;
}

const usual: BrowserContextOptions = { locale: 'en-GB', viewport: { width: 1440, height: 900 } };

/** What is in the page itself, made by it, or on this machine. */
const isHere = (address: string) => /^(data|blob|about|file):|^http:\/\/127\.0\.0\.1:/.test(address);

/**
 * Opens the page, waits for its headline, and lets `use` do what a visitor does.
 * @throws when the browser complained meanwhile, or something was asked of another machine
 */
export async function visiting(
  browser: Browser,
  { hash = '', address = onDisk, isStill = false, first, ...options }: Visit,
  use: (tab: Page) => Promise<void>,
): Promise<void> {
  const context = await browser.newContext({ ...usual, ...options });
  const complaints: string[] = [];
  const strangers: string[] = [];
  context.on('request', (request) => {
    if (!isHere(request.url())) strangers.push(request.url());
  });
  context.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) complaints.push(message.text());
  });
  context.on('weberror', (error) => complaints.push(String(error.error())));
  if (isStill) await context.addInitScript(() => Reflect.deleteProperty(globalThis, 'Worker'));
  if (first) await context.addInitScript(first);
  try {
    const tab = await context.newPage();
    tab.setDefaultTimeout(20_000);
    await tab.goto(hash === '' ? address : `${address}#${hash}`);
    await tab.waitForSelector('h1');
    await use(tab);
    expect({ complaints, strangers }).toEqual({ complaints: [], strangers: [] });
  } finally {
    await context.close();
  }
}

/** Waits until all futures of the small question are shown. */
export async function answered(tab: Page): Promise<void> {
  await tab.waitForFunction(
    () =>
      /^3 (of|av) 3 /.test(document.querySelector('#runs')?.textContent ?? '') &&
      document.querySelector('.over')?.textContent?.includes(' 3 simul'),
  );
}

/** Waits until nothing is drawn any more: a new result is drawn in turns, and lines move into their places. */
export async function atRest(tab: Page): Promise<void> {
  await tab.evaluate(
    () =>
      new Promise<void>((done) => {
        const quiet = 300;
        let timer = setTimeout(done, quiet);
        new MutationObserver(() => {
          clearTimeout(timer);
          timer = setTimeout(done, quiet);
        }).observe(document.querySelector('main') as Element, { subtree: true, childList: true, attributes: true });
      }),
  );
}

/** Chooses from the page's menu. */
export async function choose(tab: Page, item: string): Promise<void> {
  await tab.click('.bar .menu-button');
  await tab.click(`.bar [role^=menuitem]:text-is("${item}")`);
}

/** The readout of a chart: the sentence that is its name. */
export const readout = (tab: Page, chart: string): Promise<string | null> =>
  tab.getAttribute(`#${chart} svg[role=img]`, 'aria-label');

/** Waits for something to be true on the page, and fails with what was found instead. */
export const soon = { timeout: 20_000, interval: 30 };
