import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { launchChromium } from '../../browser/chromium.ts';
import { inChromium } from '../../browser/suite.ts';
import { atRest, readout, soon, visiting } from './visit.ts';

const chart = '#queue-chart .chart';

/** What views say about the date: the pathway's title, the year beside the queue, the fields, the link. */
async function dates(tab: Page) {
  const [month, year] = await Promise.all([tab.inputValue('#date-month'), tab.inputValue('#date-year')]);
  return {
    field: `${year}-${Number(month) + 1}`,
    pathway: (await tab.textContent('#pathway-chart-title'))?.match(/\d+ \w+ \d{4}/)?.[0],
    beside: (await tab.textContent('#beside-chart-reading'))?.match(/\d{4}/)?.[0],
    queue: (await readout(tab, 'queue-chart'))?.match(/\d+ \w+ \d{4}/)?.[0],
  };
}

const at = (date: string) => {
  const [day, month, year] = date.split(' ');
  const number = new Date(`${day} ${month} ${year} UTC`).getUTCMonth() + 1;
  return { field: `${year}-${number}`, pathway: date, beside: year, queue: date };
};

const expectDate = (tab: Page, date: string) => expect.poll(() => dates(tab), soon).toEqual(at(date));

/** The pathway is drawn when it is near the screen: a tall window shows all. */
const tall = { viewport: { width: 1440, height: 2600 }, isStill: true };

inChromium('the date', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launchChromium();
  });
  afterAll(() => browser.close());

  it('is moved by keys of the chart that has the focus: a month, a year, the ends, and back; by fields; T opens the table', async () => {
    await visiting(browser, tall, async (tab) => {
      await expectDate(tab, '1 March 2033');
      await tab.focus(chart);
      await tab.keyboard.press('ArrowRight');
      await expectDate(tab, '1 April 2033');
      await tab.keyboard.press('Shift+ArrowRight');
      await expectDate(tab, '1 April 2034');
      await tab.keyboard.press('ArrowLeft');
      await tab.keyboard.press('Shift+ArrowLeft');
      await expectDate(tab, '1 March 2033');
      await tab.keyboard.press('Home');
      await expectDate(tab, '1 January 2022');
      await tab.keyboard.press('End');
      await expect.poll(async () => (await dates(tab)).beside, soon).toBe('2036');
      await tab.keyboard.press('Escape');
      await expectDate(tab, '1 March 2033');
      // the sentence of the chart is told to screen readers, at rest
      await expect.poll(() => tab.textContent('#live'), soon).toContain('1 March 2033');
      // keys are the chart's only while it has the focus
      await tab.focus('#copy-link');
      await tab.keyboard.press('ArrowRight');
      await tab.keyboard.press('Home');
      await tab.focus(chart);
      await tab.keyboard.press('ArrowRight');
      await expectDate(tab, '1 April 2033');
      // and there are fields for those who do not drag
      await tab.selectOption('#date-year', '2030');
      await tab.selectOption('#pathway-date-month', '6');
      await expectDate(tab, '1 July 2030');
      await tab.focus(chart);
      await tab.keyboard.press('t');
      const table = tab.locator('#queue-chart table');
      await table.waitFor();
      expect(await table.locator('thead').textContent()).toMatch(/A.*B.*C/);
      expect(await table.locator('tbody tr').count()).toBeGreaterThanOrEqual(15);
      await tab.keyboard.press('t');
      await table.waitFor({ state: 'hidden' });
    });
  });

  it('is dragged in the chart by the mouse, and stands in the link afterwards', async () => {
    await visiting(browser, tall, async (tab) => {
      const box = await tab.locator('#queue-chart .picture svg').boundingBox();
      if (!box) throw new Error('no chart');
      const y = box.y + box.height / 2;
      const years: (string | undefined)[] = [];
      await tab.mouse.move(box.x + box.width * 0.5, y);
      await tab.mouse.down();
      for (const part of [0.5, 0.55, 0.6, 0.65]) {
        await tab.mouse.move(box.x + box.width * part, y);
        const { field } = await dates(tab);
        await expect
          .poll(async () => (await dates(tab)).pathway && (await dates(tab)).beside, soon)
          .toBe(field.slice(0, 4));
        years.push(field);
      }
      await tab.mouse.up();
      const moments = years.map((field) => Date.parse(`${field}-1`));
      expect(moments).toEqual([...moments].sort((a, b) => a - b));
      expect(new Set(moments).size).toBe(4);
      const { field } = await dates(tab);
      // a pointer that is not held moves nothing
      await tab.mouse.move(box.x + box.width * 0.4, y);
      expect((await dates(tab)).field).toBe(field);
      await tab.waitForFunction(() => /[#&]day=\d+/.test(location.hash));
    });
  });

  it('plays by Space and stops by Space', async () => {
    await visiting(browser, tall, async (tab) => {
      await expectDate(tab, '1 March 2033');
      await tab.focus(chart);
      await tab.keyboard.press('Space');
      expect(await tab.getAttribute('#play-queues', 'aria-label')).toBe('Pause');
      await tab.waitForFunction(() =>
        document.querySelector('#pathway-chart-title')?.textContent?.includes('May 2033'),
      );
      await tab.keyboard.press('Space');
      expect(await tab.getAttribute('#play-queues', 'aria-label')).toBe('Play the years');
      // if it went on, it would never be at rest
      await atRest(tab);
    });
  });

  it('that is asked for by key, field or drag ends the playing, so that it stays; Esc does, too', async () => {
    await visiting(browser, tall, async (tab) => {
      const play = tab.locator('#play-queues');
      const asks: [string, () => Promise<unknown>, string][] = [
        ['a key', () => tab.press(chart, 'End'), '1 January 2037'],
        ['a field', () => tab.selectOption('#date-year', '2030'), '2030'],
        ['Esc', () => tab.press(chart, 'Escape'), '1 March 2033'],
      ];
      for (const [by, ask, date] of asks) {
        await play.click();
        expect(await play.getAttribute('aria-label'), by).toBe('Pause');
        await ask();
        expect(await play.getAttribute('aria-label'), by).toBe('Play the years');
        await expect.poll(() => tab.textContent('#pathway-chart-title'), soon).toContain(date);
        await tab.waitForTimeout(200);
        expect(await tab.textContent('#pathway-chart-title'), by).toContain(date);
      }
    });
  });

  it('plays by quarters where less motion is wanted', async () => {
    await visiting(browser, { ...tall, reducedMotion: 'reduce' }, async (tab) => {
      await expectDate(tab, '1 March 2033');
      const seen = await tab.evaluate(async () => {
        const title = document.querySelector('#pathway-chart-title') as HTMLElement;
        const texts = new Set<string>();
        new MutationObserver(() => texts.add(title.textContent ?? '')).observe(title, { childList: true });
        const speed = document.querySelector('#speed') as HTMLSelectElement;
        speed.value = '4';
        speed.dispatchEvent(new Event('change'));
        document.getElementById('play-pathway')?.click();
        await new Promise<void>((done) => {
          const look = () => (texts.size >= 4 ? done() : requestAnimationFrame(look));
          look();
        });
        document.getElementById('play-pathway')?.click();
        return [...texts];
      });
      const days = seen.map((text) => Date.parse(`${/\d+ \w+ \d{4}/.exec(text)?.[0]} UTC`) / 86_400_000);
      const steps = days.slice(1).map((day, index) => day - days[index]);
      expect(Math.min(...steps)).toBeGreaterThan(0);
      // from March it goes to the next quarter; then quarter by quarter, or several where the machine is slow
      for (const step of steps.slice(1))
        expect(Math.abs(step / 91.3125 - Math.round(step / 91.3125))).toBeLessThan(0.02);
      expect(Math.min(...steps.slice(1))).toBeGreaterThanOrEqual(91);
    });
  });
});
