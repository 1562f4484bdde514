import puppeteer, { type Browser, type Page } from 'puppeteer-core';
import { browsers } from './browsers.ts';

export function launchFirefox(): Promise<Browser> {
  return puppeteer.launch({ browser: 'firefox', executablePath: browsers.firefox.path, headless: true });
}

/** Starts Firefox, gives an empty page to `use`, and ends it whatever happens. */
export async function withFirefox<T>(use: (page: Page) => Promise<T>): Promise<T> {
  const browser = await launchFirefox();
  try {
    return await use(await browser.newPage());
  } finally {
    await browser.close();
  }
}
