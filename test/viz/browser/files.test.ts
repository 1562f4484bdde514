import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { launchChromium } from '../../browser/chromium.ts';
import { inChromium } from '../../browser/suite.ts';
import { forlop } from './program.ts';
import { answered, atRest, choose, small, soon, visiting } from './visit.ts';

const policy = `policy: quick-decisions
label: { en: Quick decisions, nb: Raske vedtak }
asks: { en: What if decisions take a week?, nb: Hva om vedtak tar en uke? }
level: local
changes:
  - { path: gate.decision_days, set: { value: 7, low: 7, high: 7, source: 'made up for a test', confidence: low } }
`;

const folder = mkdtempSync(join(tmpdir(), 'forlop-'));
const result = join(folder, 'our-result');

/** Opens files, or a folder, by the page's own window. */
async function open(tab: Page, paths: string | string[], isFolder = false): Promise<void> {
  await choose(tab, 'Open files …');
  await tab.setInputFiles(
    `dialog input[type=file]${isFolder ? '[webkitdirectory]' : ':not([webkitdirectory])'}`,
    paths,
  );
}

const problem = (tab: Page) => tab.textContent('.answer .problem');
const refused = (tab: Page) => tab.textContent('#refused');
const pictures = (tab: Page) =>
  tab.locator('#queue-chart svg path').evaluateAll((all) => all.map((one) => one.getAttribute('d')).join());

inChromium('files that are opened', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launchChromium();
    writeFileSync(join(folder, 'quick.yaml'), policy);
    writeFileSync(join(folder, 'slow.yaml'), policy.replace('gate.decision_days', 'gate.decision_dais'));
    mkdirSync(join(folder, 'holiday'));
    writeFileSync(join(folder, 'holiday', 'beach.txt'), 'sand');
    const request = ['compare', 'small', 'small+framework', '--replications', '4', '--years', '2', '--history', '1'];
    const { status, stderr } = forlop(...request, '--out', result);
    expect(status, stderr).toBe(0);
    cpSync(result, join(folder, 'cut-result'), { recursive: true });
    const bands = join(folder, 'cut-result', 'bands.csv');
    writeFileSync(bands, readFileSync(bands).subarray(0, 5000));
  });
  afterAll(async () => {
    await browser.close();
    rmSync(folder, { recursive: true });
  });

  it('a policy becomes a scenario of its own; the link holds none of it, and says so', async () => {
    await visiting(browser, { hash: small }, async (tab) => {
      await answered(tab);
      await open(tab, join(folder, 'quick.yaml'));
      await expect.poll(() => tab.locator('#scenario-C').count(), soon).toBe(1);
      await answered(tab);
      expect(await problem(tab)).toBe('');
      await expect.poll(() => tab.locator('#queue-chart [data-key^="mean-"]').count(), soon).toBe(4);
      expect(await tab.textContent('#differences-title ~ .wide-table')).toContain('made up for a test');
      await tab.click('#copy-link');
      expect(await tab.textContent('#told')).toMatch(/from a file cannot stand in a link/);
      const { href } = new URL(await tab.evaluate(() => location.href));
      expect(decodeURIComponent(href)).not.toMatch(/quick|made|decision_days/);
    });
  });

  it('a policy with a mistake is refused with file, line, path and the nearest name; what was shown stays', async () => {
    await visiting(browser, { hash: small }, async (tab) => {
      await answered(tab);
      await atRest(tab);
      const before = await pictures(tab);
      await open(tab, join(folder, 'slow.yaml'));
      await expect
        .poll(() => problem(tab), soon)
        .toMatch(/slow\.yaml:6:\d+: changes\[0\]\.path.*gate\.decision_dais.*gate\.decision_days/s);
      expect(await pictures(tab)).toBe(before);
      expect(await tab.locator('html.before').count()).toBe(1);
      // undo takes it back
      await tab.click('#undo');
      await answered(tab);
      await expect.poll(() => problem(tab), soon).toBe('');
    });
  });

  it('a result directory is shown as it is: read-only, with its own futures; a foreign or cut one leaves it standing', async () => {
    await visiting(browser, { isStill: false }, async (tab) => {
      await open(tab, result, true);
      await expect.poll(() => tab.textContent('.over'), soon).toMatch(/Small.* 4 simulated futures, 2027–2028/);
      expect(await tab.textContent('.panel')).toContain('This page shows a finished result');
      expect(await tab.locator('.lever input:enabled').count()).toBe(0);
      await atRest(tab);
      const before = await pictures(tab);
      const headline = await tab.textContent('h1');

      await open(tab, join(folder, 'holiday'), true);
      await expect
        .poll(() => refused(tab), soon)
        .toMatch(/found holiday\/beach\.txt; expected the directory of a result/);
      expect(await tab.textContent('h1')).toBe(headline);

      await open(tab, join(folder, 'cut-result'), true);
      await expect.poll(() => refused(tab), soon).toMatch(/bands\.csv.*(middle of a row|found \d+ rows|cells)/s);
      expect(await tab.textContent('h1')).toBe(headline);
      expect(await pictures(tab)).toBe(before);
      // it is not from before: it answers what is asked
      expect(await tab.locator('html.before').count()).toBe(0);
    });
  });

  it('what cannot be opened is said while futures arrive, and stays said until something else is asked', async () => {
    await visiting(browser, { hash: small }, async (tab) => {
      writeFileSync(join(folder, 'picture.png'), Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0]));
      await open(tab, join(folder, 'picture.png'));
      await answered(tab);
      expect(await refused(tab)).toMatch(/found picture\.png; expected the directory of a result/);
      expect(await problem(tab)).toBe('');
      // in the language of the page, whichever it was when it was said
      await tab.click('#language');
      expect(await refused(tab)).toMatch(/fant picture\.png; ventet mappen/);
      const field = tab.locator('.lever[data-path="follow_up.caseload"] .lever-field');
      await field.fill('9');
      await field.press('Enter');
      await expect.poll(() => refused(tab), soon).toBe('');
    });
  });

  it('a policy for which there is no letter left is refused with the reason', async () => {
    const full = `${small}&C=more-beds&D=framework:held-back`;
    await visiting(browser, { hash: full }, async (tab) => {
      await answered(tab);
      await open(tab, join(folder, 'quick.yaml'));
      await expect.poll(() => refused(tab), soon).toMatch(/^Four scenarios are as many/);
      expect(await tab.locator('.scenarios li').count()).toBe(4);
    });
  });
});
