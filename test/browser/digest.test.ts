import { describe, expect, it } from 'vitest';
import { withChromium } from './chromium.ts';
import { digestOfMedium } from './digest.ts';
import { withFirefox } from './firefox.ts';
import { inChromium, inFirefox } from './suite.ts';
import { textbookDigest } from './textbook-digest.ts';

const page = 'dist/page/page.js';
const replications = 1;

/** The same work here and in a page; here it is done once. */
const works = [
  {
    what: 'medium',
    call: `globalThis.digestOfMedium(${replications})`,
    inNode: once(() => digestOfMedium(replications)),
  },
  { what: 'the textbook queues', call: 'globalThis.textbookDigest()', inNode: once(textbookDigest) },
];

function once(make: () => string): () => string {
  let made: string | undefined;
  return () => (made ??= make());
}

describe('the textbook queues in Node', () => {
  it('have the same digest each time', () => {
    expect(textbookDigest()).toBe(works[1].inNode());
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
