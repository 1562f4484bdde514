/** What a browser makes of the sheets: their pages, their type, and whether everything stands on them. For tests. */
import { inflateSync } from 'node:zlib';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { paper } from '../../../viz/paper/measures.ts';

/** Points of a PDF in a millimetre. */
const point = 72 / 25.4;
/** 7.5 points in pixels of CSS. */
const leastType = 10;

export interface Sheet {
  width: number;
  height: number;
  /** The smallest type, in pixels, and whose it is. */
  smallest: [number, string];
  /** Texts that stand beside the sheet. */
  outside: string[];
}

/** The sheets as they are laid out; the page must be shown as print. */
export function sheetsIn(tab: Page): Promise<Sheet[]> {
  return tab.evaluate(() =>
    [...document.querySelectorAll('.sheet')].map((sheet) => {
      const { left, top, width, height } = sheet.getBoundingClientRect();
      let smallest: [number, string] = [Number.POSITIVE_INFINITY, ''];
      const outside: string[] = [];
      const walker = document.createTreeWalker(sheet, NodeFilter.SHOW_TEXT);
      for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        const content = node.textContent?.trim() ?? '';
        const element = node.parentElement;
        if (content === '' || element === null) continue;
        const svg = element.closest('svg');
        const scale = svg ? svg.getBoundingClientRect().width / svg.viewBox.baseVal.width : 1;
        const size = Number.parseFloat(getComputedStyle(element).fontSize) * scale;
        if (size < smallest[0]) smallest = [size, content];
        const range = document.createRange();
        range.selectNodeContents(node);
        const box = svg ? element.getBoundingClientRect() : range.getBoundingClientRect();
        const isInside =
          box.left >= left - 1 && box.right <= left + width + 1 && box.top >= top - 1 && box.bottom <= top + height + 1;
        if (!isInside) outside.push(content);
      }
      return { width, height, smallest, outside };
    }),
  );
}

/** How many pages a PDF has; Firefox writes them within what is compressed. */
export function pagesOf(pdf: Uint8Array): number {
  const text = Buffer.from(pdf).toString('latin1');
  const packed = [...text.matchAll(/\/ObjStm.*?stream\r?\n(.*?)endstream/gs)].map(([, content]) =>
    inflateSync(Buffer.from(content, 'latin1')).toString('latin1'),
  );
  return [text, ...packed].join('\n').match(/\/Type\s*\/Page\b/g)?.length ?? 0;
}

/** Three pages of A4, no type under 7.5 points, nothing beside the sheets. */
export async function expectPaper(tab: Page): Promise<void> {
  const pdf = (await tab.pdf({ preferCSSPageSize: true })).toString('latin1');
  expect(pagesOf(Buffer.from(pdf, 'latin1'))).toBe(3);
  const sizes = [...pdf.matchAll(/\/MediaBox\s*\[\s*0\s+0\s+([\d.]+)\s+([\d.]+)\s*\]/g)];
  expect(sizes.length).toBeGreaterThan(0);
  for (const [, width, height] of sizes) {
    expect(Number(width)).toBeCloseTo(210 * point, -0.5);
    expect(Number(height)).toBeCloseTo(297 * point, -0.5);
  }
  await tab.emulateMedia({ media: 'print' });
  await tab.evaluate(() => dispatchEvent(new Event('beforeprint')));
  const sheets = await sheetsIn(tab);
  expect(sheets).toHaveLength(3);
  for (const { width, height, smallest, outside } of sheets) {
    expect([width, height <= paper.height]).toEqual([paper.width, true]);
    // half empty is none
    expect(height).toBeGreaterThan(paper.height * 0.75);
    expect(smallest[0], smallest[1]).toBeGreaterThanOrEqual(leastType);
    expect(outside).toEqual([]);
  }
}
