import { expect, it } from 'vitest';
import { selfTest } from '../../scenarios/experiment/selftest.ts';
import { withChromium } from './chromium.ts';
import { digestOfMedium } from './digest.ts';
import { withFirefox } from './firefox.ts';
import { inChromium, inFirefox } from './suite.ts';

const page = 'dist/page/page.js';
const replications = 1;
/** Worked out once: it is the same for both. */
const inNode = () => (known ??= `${selfTest()} ${digestOfMedium(replications)}`);
let known: string | undefined;
const call = `globalThis.selfTest() + ' ' + globalThis.digestOfMedium(${replications})`;

inChromium('medium in Chromium', () => {
  it('has the same digest as in Node, in every scenario and to the last digit, and the same self-test', async () => {
    const found = await withChromium(async (tab) => {
      await tab.addScriptTag({ path: page });
      return tab.evaluate(call);
    });
    expect(found).toBe(inNode());
  });
});

inFirefox('medium in Firefox', () => {
  it('has the same digest as in Node, in every scenario and to the last digit, and the same self-test', async () => {
    const found = await withFirefox(async (tab) => {
      await tab.addScriptTag({ path: page });
      return tab.evaluate(call);
    });
    expect(found).toBe(inNode());
  });
});
