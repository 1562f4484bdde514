import { describe, expect, it } from 'vitest';
import { withChromium } from './chromium.ts';
import { withFirefox } from './firefox.ts';
import { inChromium, inFirefox } from './suite.ts';
import { textbookDigest } from './textbook-digest.ts';
import { page, works } from './works.ts';

describe('the textbook queues in Node', () => {
  it('have the same digest each time', () => {
    expect(textbookDigest()).toBe(textbookDigest());
  });
});

inChromium('in Chromium', () => {
  it.each(works)('$what has the same digest as in Node, to the last digit', async ({ call, inNode }) => {
    const found = await withChromium(async (tab) => {
      await tab.addScriptTag({ path: page });
      return tab.evaluate(call);
    });
    expect(found).toBe(inNode());
  });
});

inFirefox('in Firefox', () => {
  it.each(works)('$what has the same digest as in Node, to the last digit', async ({ call, inNode }) => {
    const found = await withFirefox(async (tab) => {
      await tab.addScriptTag({ path: page });
      return tab.evaluate(call);
    });
    expect(found).toBe(inNode());
  });
});
