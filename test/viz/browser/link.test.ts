import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { launchChromium } from '../../browser/chromium.ts';
import { inChromium } from '../../browser/suite.ts';
import { answered, onDisk, small, soon, visiting } from './visit.ts';

/** What is on the clipboard, as a person finds out: by pasting. */
async function pasted(tab: Page): Promise<string> {
  await tab.focus('#search-settings');
  await tab.keyboard.press('Control+v');
  const text = await tab.inputValue('#search-settings');
  await tab.fill('#search-settings', '');
  return text;
}

/** What must be the same for whoever gets the link. */
async function shown(tab: Page) {
  const [headline, title, pathway, focus, queue, caseload, runs] = await Promise.all([
    tab.textContent('h1'),
    tab.textContent('#queue-chart-title'),
    tab.inputValue('#date-year'),
    tab.locator('.scenarios .focused b').textContent(),
    tab.inputValue('#queue'),
    tab.inputValue('#lever-follow_up-caseload'),
    tab.textContent('#runs'),
  ]);
  return { headline, title, pathway, focus, queue, caseload, runs };
}

inChromium('the link', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launchChromium();
  });
  afterAll(() => browser.close());

  it('shows the same page to whoever gets it: headline, focus, date, queue, language, and the changed number', async () => {
    let link = '';
    let sent = {};
    await visiting(browser, { hash: small }, async (tab) => {
      await answered(tab);
      const field = tab.locator('.lever[data-path="follow_up.caseload"] .lever-field');
      await field.fill('9');
      await field.press('Enter');
      await tab.click('#keep');
      await tab.selectOption('#queue', 'first_contact');
      await tab.selectOption('#date-year', '2028');
      await tab.click('#language');
      await answered(tab);
      await tab.click('#copy-link');
      await tab.locator('#told').waitFor();
      expect(await tab.textContent('#told')).toBe('Lenken er kopiert.');
      link = await pasted(tab);
      sent = await shown(tab);
    });
    expect(link.split('#')[0]).toBe(onDisk);
    expect(sent).toMatchObject({ caseload: '9', pathway: '2028', queue: 'first_contact' });
    await visiting(browser, { hash: link.split('#')[1] }, async (tab) => {
      await answered(tab);
      await expect.poll(() => shown(tab), soon).toEqual(sent);
    });
  });

  it('to another place and other years: bar, municipalities and dates are theirs', async () => {
    await visiting(browser, { hash: small }, async (tab) => {
      await answered(tab);
      await expect.poll(() => tab.textContent('.bar .place'), soon).toBe('Small municipality (5,000)');
      expect(await tab.inputValue('#municipality')).not.toBe('');
      const years = await tab.locator('#date-year option').allTextContents();
      expect(years).toEqual(['2026', '2027', '2028', '2029']);
      expect(await tab.inputValue('#date-year')).not.toBe('');
    });
  });

  it('that is wrong says what is wrong where it is wrong, and the rest is shown', async () => {
    await visiting(browser, { hash: `${small}&seed=many&colour=red` }, async (tab) => {
      const told = tab.locator('#told');
      await told.waitFor();
      expect(await told.textContent()).toBe(
        'In the link, seed is “many”; expected a whole number from 0 to 9007199254740991. The usual value is used. Not understood in the link: colour',
      );
      await answered(tab);
      expect(await tab.textContent('#runs')).toContain('Seed 1.');
    });
  });

  it('with a value that the model does not take says so at its lever, and the last good picture stays', async () => {
    await visiting(browser, { hash: `${small}&B.follow_up.caseload=9999` }, async (tab) => {
      const before = await tab.textContent('h1');
      const message = tab.locator('.lever[data-path="follow_up.caseload"] .field-message');
      await expect.poll(() => message.textContent(), soon).toMatch(/9999/);
      expect(await tab.textContent('.answer .problem')).toMatch(/9999.*What is shown is from before\.$/s);
      expect(await tab.textContent('h1')).toBe(before);
      // and it can be put right there
      const field = tab.locator('.lever[data-path="follow_up.caseload"] .lever-field');
      await field.fill('15');
      await field.press('Enter');
      await answered(tab);
      expect(await tab.textContent('.answer .problem')).toBe('');
      expect(await message.textContent()).toBe('');
    });
  });

  it.each([
    ['an unknown place', 'place=atlantis&A=&B=framework:passed-on&n=5', /atlantis/],
    ['an unknown policy', `place=small&A=&B=frmework&n=5`, /frmework.*framework/s],
    ['an unknown setting', `${small}&B.follow_up.caselod=15`, /caselod.*follow_up\.caseload/s],
  ])('with %s says so in the command line’s words', async (_, hash, said) => {
    await visiting(browser, { hash }, async (tab) => {
      await expect.poll(() => tab.textContent('.answer .problem'), soon).toMatch(said);
      expect(await tab.locator('#queue-chart svg').count()).toBe(1);
    });
  });
});
