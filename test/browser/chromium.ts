import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import { browsers } from './browsers.ts';

/** Nothing here may talk to the network by itself. */
const quiet = [
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

export function launchChromium(): Promise<Browser> {
  const asRoot = process.getuid?.() === 0;
  return chromium.launch({
    executablePath: browsers.chromium.path,
    args: asRoot ? ['--no-sandbox', ...quiet] : quiet,
  });
}

/** Starts Chromium, gives an empty page to `use`, and ends it whatever happens. */
export async function withChromium<T>(use: (page: Page) => Promise<T>, options?: BrowserContextOptions): Promise<T> {
  const browser = await launchChromium();
  try {
    return await use(await browser.newPage(options));
  } finally {
    await browser.close();
  }
}
