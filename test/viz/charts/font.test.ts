import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { languages } from '../../../scenarios/words/words.ts';
import { textWidth } from '../../../viz/charts/measure-text.ts';
import { beside } from '../../../viz/charts/queues/beside.ts';
import { overTime } from '../../../viz/charts/queues/over-time.ts';
import { viewerWords } from '../../../viz/words/words.ts';
import { withChromium } from '../../browser/chromium.ts';
import { inChromium } from '../../browser/suite.ts';
import { C, example, options, phone } from './time-example.ts';

const font = readFileSync('node_modules/@fontsource-variable/inter/files/inter-latin-wght-normal.woff2').toString(
  'base64',
);
const html = `<style>@font-face { font-family: Inter; font-weight: 100 900; src: url(data:font/woff2;base64,${font}) }</style>
  <p style="font-family: Inter">Inter</p><div id="box"></div>`;

interface Measured {
  text: string;
  size: number;
  weight: number;
  width: number;
}

/** Every text of some pictures with the width that it has in the page's font. */
function measured(pictures: readonly string[]): Promise<Measured[]> {
  return withChromium(async (page) => {
    await page.setContent(html);
    return page.evaluate(async (drawn) => {
      await document.fonts.ready;
      const box = document.getElementById('box');
      if (!box) return [];
      return drawn.flatMap((svg) => {
        box.innerHTML = svg;
        return [...box.querySelectorAll('text')].map((element) => ({
          text: element.textContent ?? '',
          size: Number.parseFloat(getComputedStyle(element).fontSize),
          weight: Number(getComputedStyle(element).fontWeight),
          width: element.getComputedTextLength(),
        }));
      });
    }, pictures);
  });
}

inChromium('texts in the font of the page', () => {
  it('are never wider than thought, and not thought more than an eighth wider; figures are all as wide', async () => {
    const charts = languages.flatMap((lang) =>
      [options, { ...phone, focus: C }].flatMap((asked) => [
        overTime(example, { ...asked, lang }).svg,
        beside(example, { ...asked, lang }).svg,
      ]),
    );
    const root = (inside: string) => charts[0].replace(/>.*<\/svg>$/s, `>${inside}</svg>`);
    const words = Object.values(viewerWords).flatMap((label) =>
      languages.map((lang) => `<text font-size="13">${label[lang].replace(/[&<{}]/g, '')}</text>`),
    );
    const figures = [...'0123456789'].map((figure) => `<text font-size="100">${figure}</text>`);
    const texts = await measured([...charts, root(words.join('')), root(figures.join(''))]);
    expect(texts.length).toBeGreaterThan(words.length + 200);
    for (const { text, size, weight, width } of texts) {
      const thought = textWidth(text, size, weight);
      // half a pixel for spans of another weight within a text
      expect(width, text).toBeLessThanOrEqual(thought + 0.5);
      if (text.length > 12) expect(thought, text).toBeLessThan(width * 1.125);
    }
    const hyphened = texts.find(({ text }) => text === 'Gave up waiting for follow-up');
    expect(hyphened?.width).toBeLessThan(textWidth('Gave up waiting for follow-up', 14, 600) - 2);
    expect(new Set(texts.slice(-10).map(({ width }) => width)).size).toBe(1);
  });
});
