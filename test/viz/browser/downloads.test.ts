import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import type { Browser, Download, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { version } from '../../../package.json' with { type: 'json' };
import { launchChromium } from '../../browser/chromium.ts';
import { inChromium } from '../../browser/suite.ts';
import { forlop } from './program.ts';
import { answered, choose, small, visiting } from './visit.ts';

async function downloaded(tab: Page, act: () => Promise<void>): Promise<{ name: string; bytes: Buffer }> {
  const [download] = await Promise.all([tab.waitForEvent('download'), act()]);
  return contentOf(download);
}

async function contentOf(download: Download): Promise<{ name: string; bytes: Buffer }> {
  return { name: download.suggestedFilename(), bytes: readFileSync(await download.path()) };
}

/** Chooses from the menu of a chart. */
async function fromChart(tab: Page, chart: string, item: string): Promise<void> {
  await tab.click(`#${chart} .chart-menu .menu-button`);
  await tab.click(`#${chart} [role=menuitem]:text-is("${item}")`);
}

const cellsOf = (csv: string) =>
  csv
    .trim()
    .split('\n')
    .map((line) => line.split(','));

inChromium('downloads', () => {
  let browser: Browser;
  const folder = mkdtempSync(join(tmpdir(), 'forlop-'));
  beforeAll(async () => {
    browser = await launchChromium();
  });
  afterAll(async () => {
    await browser.close();
    rmSync(folder, { recursive: true });
  });

  it('of a chart: its data; a picture that explains itself, in plain colours; and the same in pixels', async () => {
    await visiting(
      browser,
      { isStill: true, hash: 'theme=dark', viewport: { width: 1440, height: 1600 } },
      async (tab) => {
        await tab.locator('#queue-chart svg').waitFor();
        const csv = await downloaded(tab, () => fromChart(tab, 'queue-chart', 'Data (CSV)'));
        expect(csv.name).toBe('forlop-queue-chart.csv');
        const [head, ...rows] = cellsOf(csv.bytes.toString());
        expect(head).toContain('scenario');
        // a row a month and scenario, in the form that programs read
        expect(rows.length).toBe(3 * (15 * 12 + 1));
        for (const row of rows) expect(row).toHaveLength(head.length);
        expect(rows.map((row) => row[head.indexOf('date')])).toContain('2033-03-01');

        const svg = await downloaded(tab, () => fromChart(tab, 'queue-chart', 'Picture (SVG)'));
        expect(svg.name).toBe('forlop-queue-chart.svg');
        const text = svg.bytes.toString();
        const [title, reading] = await tab.locator('#queue-chart-title, #queue-chart-reading').allTextContents();
        const words = await tab.evaluate((source) => {
          const picture = new DOMParser().parseFromString(source, 'image/svg+xml');
          return [...picture.querySelectorAll('svg > text')].map((one) => one.textContent).join(' ');
        }, text);
        expect(words).toContain(title);
        expect(words).toContain(reading);
        for (const name of await tab.locator('.scenarios b').allTextContents())
          expect(words).toContain(name.slice(0, 1));
        expect(words).toContain(`seed 1, Forløp ${version}`);
        expect(text).toContain('<title>');
        expect(text).not.toMatch(/var\(|class="|<script/);

        const png = await downloaded(tab, () => fromChart(tab, 'queue-chart', 'Picture (PNG)'));
        const [, width, height] = /viewBox="0 0 ([\d.]+) ([\d.]+)"/.exec(text) ?? [];
        expect(png.name).toBe('forlop-queue-chart.png');
        expect(png.bytes.readUInt32BE(16)).toBe(Math.round(2 * Number(width)));
        expect(png.bytes.readUInt32BE(20)).toBe(Math.round(2 * Number(height)));
        const shares = await tab.evaluate(async (data) => {
          const image = new Image();
          image.src = `data:image/png;base64,${data}`;
          await image.decode();
          const canvas = new OffscreenCanvas(image.width, image.height);
          const pen = canvas.getContext('2d');
          pen?.drawImage(image, 0, 0);
          const { data: pixels } = pen?.getImageData(0, 0, image.width, image.height) ?? { data: [] };
          let white = 0;
          let blue = 0;
          for (let at = 0; at < pixels.length; at += 4) {
            if (pixels[at] > 250 && pixels[at + 2] > 250) white++;
            else if (pixels[at + 2] > pixels[at] + 60) blue++;
          }
          return { white: (4 * white) / pixels.length, blue: (4 * blue) / pixels.length };
        }, png.bytes.toString('base64'));
        // on white paper, with the blue of B on it
        expect(shares.white).toBeGreaterThan(0.5);
        expect(shares.white).toBeLessThan(0.99);
        expect(shares.blue).toBeGreaterThan(0.002);
      },
    );
  });

  it('of the answer: all files in one, and the scenarios as the command line takes them', async () => {
    await visiting(browser, { hash: `${small}&B.follow_up.caseload=9` }, async (tab) => {
      await answered(tab);
      const all = await downloaded(tab, () => choose(tab, 'Download all files (zip)'));
      expect(all.name).toBe('forlop-result.zip');
      const files = unzipSync(all.bytes);
      expect(Object.keys(files)).toEqual(expect.arrayContaining(['run.json', 'comparison.csv', 'queues.csv']));
      expect(Buffer.from(files['comparison.csv']).toString()).toMatch(/^base,scenario,/);

      const yaml = await downloaded(tab, () => choose(tab, 'Download the scenarios (YAML)'));
      expect(yaml.name).toMatch(/\.yaml$/);
      const path = join(folder, yaml.name);
      writeFileSync(path, yaml.bytes);
      expect(yaml.bytes.toString()).toContain('follow_up.caseload');
      const { status, stderr } = forlop('validate', path);
      expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    });
  });

  it('the answer as text: the sentences of the page, seed and command', async () => {
    await visiting(browser, { isStill: true }, async (tab) => {
      const headline = await tab.textContent('h1');
      await choose(tab, 'Copy the answer as text');
      await tab.locator('#told:text-is("The answer is copied.")').waitFor();
      await tab.evaluate(() => {
        const field = document.createElement('textarea');
        field.id = 'paste';
        document.body.append(field);
        field.focus();
      });
      await tab.keyboard.press('Control+v');
      const text = await tab.inputValue('#paste');
      expect(text.split('\n')[0]).toBe(headline);
      expect(text.trim().split('\n').at(-1)).toMatch(/^npx forlop compare medium /);
      expect(text).toContain(`Forløp ${version}, seed 1.`);
    });
  });
});
