import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { askedSentences } from '../../../scenarios/words/asked.ts';
import { headline } from '../../../scenarios/words/headline.ts';
import { chainTable, yearTables } from '../../../scenarios/words/tables.ts';
import { verdicts } from '../../../scenarios/words/verdict.ts';
import { languages } from '../../../scenarios/words/words.ts';
import { escaped } from '../../../viz/charts/svg.ts';
import { type Report, report } from '../../../viz/report/report.ts';
import { lean } from '../../../viz/result/lean.ts';
import { pack } from '../../../viz/result/pack.ts';
import type { Result } from '../../../viz/result/result.ts';
import { withChromium } from '../../browser/chromium.ts';
import { inChromium } from '../../browser/suite.ts';
import { expectPaper } from '../paper/printed.ts';
import { written } from '../result/directory.ts';

const room = mkdtempSync(join(tmpdir(), 'forlop-reported-'));
const directory = join(room, 'result');
const page = readFileSync('dist/site/index.html', 'utf8');
afterAll(() => rmSync(room, { recursive: true, force: true }));

let kept: Result;
const made = {} as Record<(typeof languages)[number], Report>;
beforeAll(async () => {
  kept = await written(directory, ['tiny', 'tiny+framework:passed-on', 'tiny+framework:held-back'], {
    replications: 20,
  });
  for (const lang of languages) made[lang] = await report({ directory, page, lang });
}, 60_000);

describe('a report', () => {
  it('has the headline, every sentence and every cell of the terminal in its text, in both languages', () => {
    for (const lang of languages) {
      const { html } = made[lang];
      const { findings } = kept;
      const cells = [...yearTables(findings, lang), chainTable(findings, lang)].flatMap(({ rows }) => rows.flat());
      for (const said of [headline(findings, lang), ...askedSentences(findings, lang), ...verdicts(findings, lang)]) {
        expect(html, said).toContain(escaped(said));
      }
      for (const cell of new Set(cells)) expect(html).toContain(`>${escaped(cell)}</`);
    }
  });

  it('has the result as data in place of the bundled answer, and is otherwise the built page', () => {
    const data = /<script\b[^>]*\bid="result"[^>]*>([\s\S]*?)<\/script>/;
    const [, found = ''] = data.exec(made.en.html) ?? [];
    const packed = JSON.parse(found);
    const own = JSON.parse(pack(lean(kept)));
    expect(packed.bands).toEqual(own.bands);
    expect(packed.middle).toEqual(own.middle);
    const [, bundled = ''] = data.exec(page) ?? [];
    expect(made.en.html).not.toContain(bundled.slice(0, 2_000));
    const script = /<script\b[^>]*>([\s\S]{1000}[\s\S]*?)<\/script>/.exec(page)?.[1] ?? '';
    expect(script.length).toBeGreaterThan(10_000);
    expect(made.en.html).toContain(script);
  });

  it('is the same text each time', async () => {
    const again = await report({ directory, page, lang: 'nb' });
    expect(again.html).toBe(made.nb.html);
  });

  it('has charts that say what they show, and no colour by name that the page does not have', () => {
    const { html } = made.nb;
    const still = html.slice(html.indexOf('<main class="still"'), html.indexOf('</main>'));
    const names = [...still.matchAll(/<svg role="img"[^>]*><title>([^<]*)<\/title>/g)].map(([, name]) => name);
    expect(names.length).toBeGreaterThan(7);
    expect(names.every((name) => name.length > 10)).toBe(true);
    expect(still.match(/<svg/g)?.length).toBe(names.length);
    const known = new Set([...html.matchAll(/(--[\w-]+):#/g)].map(([, name]) => name));
    const used = new Set([...still.matchAll(/var\((--[\w-]+)\)/g)].map(([, name]) => name));
    expect([...used].filter((name) => !known.has(name))).toEqual([]);
  });
});

inChromium('a report in a browser', () => {
  it('without scripts is the headline, charts and tables; nothing is wider than the page, at 390 and 1000 pixels', () =>
    withChromium(
      async (tab) => {
        await tab.setContent(made.en.html);
        for (const width of [390, 1000]) {
          await tab.setViewportSize({ width, height: 800 });
          expect(await tab.locator('main.still h1').textContent()).toBe(headline(kept.findings, 'en'));
          expect(await tab.locator('main.still svg').count()).toBeGreaterThan(7);
          expect(await tab.locator('main.still table').count()).toBeGreaterThan(10);
          const [inside, own] = await tab.evaluate(() => [document.documentElement.scrollWidth, innerWidth]);
          expect(inside, `${width} pixels`).toBeLessThanOrEqual(own);
        }
      },
      { javaScriptEnabled: false },
    ));

  it('prints without scripts on three pages of A4 that can be read, and on the screen they are not seen', () =>
    withChromium(
      async (tab) => {
        await tab.setContent(made.nb.html);
        expect(await tab.locator('.sheet:visible').count()).toBe(0);
        await expectPaper(tab);
        expect(await tab.locator('main.still:visible').count()).toBe(0);
      },
      { javaScriptEnabled: false },
    ));
});
