import { expect, it } from 'vitest';
import { withChromium } from './chromium.ts';
import { withFirefox } from './firefox.ts';
import { inChromium, inFirefox } from './suite.ts';

/** A script as the tests of the page load it; what it computes is in every engine the same to the last digit. */
const script =
  'globalThis.harmonic = (n) => { let sum = 0; for (let i = 1; i <= n; i++) sum += 1 / i; return String(sum); };';
const call = 'globalThis.harmonic(1000)';
const known = '7.485470860550343';

inChromium('Chromium', () => {
  it('loads a script into a page and hands back what it computes', async () => {
    const sum = await withChromium(async (page) => {
      await page.addScriptTag({ content: script });
      return page.evaluate(call);
    });
    expect(sum).toBe(known);
  });
});

inFirefox('Firefox', () => {
  it('loads a script into a page and hands back what it computes', async () => {
    const sum = await withFirefox(async (page) => {
      await page.addScriptTag({ content: script });
      return page.evaluate(call);
    });
    expect(sum).toBe(known);
  });
});
