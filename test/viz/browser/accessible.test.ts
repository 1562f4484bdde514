import AxeBuilder from '@axe-core/playwright';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { launchChromium } from '../../browser/chromium.ts';
import { inChromium } from '../../browser/suite.ts';
import { answered, choose, small, soon, visiting } from './visit.ts';

const phone = { width: 390, height: 844 };
const desk = { width: 1440, height: 900 };

/** Each of the two languages, themes and widths with each of the others, and whatever can be opened. */
const looks = [
  { lang: 'en', theme: 'light', viewport: desk, open: 'the menu' },
  { lang: 'nb', theme: 'dark', viewport: desk, open: 'the menu of a chart' },
  { lang: 'nb', theme: 'light', viewport: phone, open: 'the panel' },
  { lang: 'en', theme: 'dark', viewport: phone, open: 'the panel' },
  { lang: 'nb', theme: 'light', viewport: desk, open: 'the files' },
  { lang: 'en', theme: 'dark', viewport: desk, open: 'the tour' },
] as const;

async function opened(tab: Page, what: (typeof looks)[number]['open']): Promise<void> {
  switch (what) {
    case 'the menu':
      return tab.click('.bar .menu-button');
    case 'the menu of a chart':
      await tab.focus('#queue-chart .chart');
      await tab.keyboard.press('t');
      return tab.click('#queue-chart .chart-menu .menu-button');
    case 'the panel':
      return tab.click('#open-panel');
    case 'the files':
      return choose(tab, 'Åpne filer …');
    case 'the tour':
      return tab.click('#tour');
  }
}

/** Rules that are broken, with what breaks them. A picture is one image with a name: its thousand dots and lines are not looked at. */
async function broken(tab: Page): Promise<string[]> {
  const axe = new AxeBuilder({ page: tab }).options({ resultTypes: ['violations'] });
  const { violations } = await axe.exclude('svg > *').analyze();
  return violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${target.join(' ')}`));
}

inChromium('for everybody', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launchChromium();
  });
  afterAll(() => browser.close());

  it.each(looks)('axe finds nothing: $lang, $theme, $viewport.width px, with $open open', async (look) => {
    const { lang, theme, viewport, open } = look;
    await visiting(browser, { hash: `lang=${lang}&theme=${theme}`, viewport, isStill: true }, async (tab) => {
      await tab.locator('#fairness svg, #fairness .nothing').waitFor({ state: 'attached' });
      await opened(tab, open);
      expect(await broken(tab)).toEqual([]);
    });
  });

  it('the keyboard reaches every control, shows where it is, and comes out at the end', async () => {
    await visiting(browser, {}, async (tab) => {
      await tab.locator('#fairness svg').waitFor({ state: 'attached' });
      await tab.waitForFunction(() => document.querySelector('.panel-note:not([hidden])') === null);
      // everything that can be operated gets a number
      const all = await tab.evaluate(() => {
        const controls = document.querySelectorAll<HTMLElement>(
          'a[href], button, select, input, summary, [tabindex]:not([tabindex="-1"])',
        );
        const shown = [...controls].filter(
          (one) => one.checkVisibility({ visibilityProperty: true }) && !one.matches(':disabled, [tabindex="-1"]'),
        );
        shown.forEach((one, at) => {
          one.dataset.control = String(at);
        });
        return shown.map((one) => one.id || one.getAttribute('aria-label') || one.textContent || one.className);
      });
      expect(all.length).toBeGreaterThan(50);
      await tab.evaluate(() => {
        document.body.tabIndex = -1;
        document.body.focus();
        document.body.removeAttribute('tabindex');
      });
      const reached = new Set<number>();
      const unseen: string[] = [];
      let isOut = false;
      for (let presses = 0; presses < all.length + 20 && !isOut; presses++) {
        await tab.keyboard.press('Tab');
        const at = await tab.evaluate(() => {
          const one = document.activeElement as HTMLElement | null;
          if (one === null || one === document.body) return null;
          const { outlineStyle, outlineWidth } = getComputedStyle(one);
          const hasRing = outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 2;
          const { top, bottom } = one.getBoundingClientRect();
          return { control: one.dataset.control, hasRing, isInSight: bottom > 0 && top < innerHeight };
        });
        if (at === null) isOut = true;
        else if (at.control !== undefined) {
          reached.add(Number(at.control));
          if (!at.hasRing || !at.isInSight) unseen.push(all[Number(at.control)]);
        }
      }
      expect(unseen).toEqual([]);
      expect(all.filter((_, at) => !reached.has(at))).toEqual([]);
      expect(isOut).toBe(true);
    });
  });

  it('Esc closes what is open, and the focus goes back to where it came from', async () => {
    await visiting(browser, { isStill: true }, async (tab) => {
      const focused = () => tab.evaluate(() => document.activeElement?.closest('.menu, #tour')?.className ?? '');
      for (const button of ['.bar .menu-button', '#waits-chart .menu-button']) {
        await tab.focus(button);
        await tab.keyboard.press('Enter');
        const list = tab.locator('.menu-list:visible');
        expect(await list.count()).toBe(1);
        await tab.keyboard.press('ArrowDown');
        expect(await tab.evaluate(() => document.activeElement?.getAttribute('role'))).toMatch(/^menuitem/);
        await tab.keyboard.press('Escape');
        expect(await list.count()).toBe(0);
        expect(await focused()).toContain('menu');
      }
      await tab.focus('#tour');
      await tab.keyboard.press('Enter');
      expect(await tab.locator('#tour-note').textContent()).toContain('1');
      await tab.keyboard.press('Escape');
      expect(await tab.locator('#tour-note').count()).toBe(0);
      expect(await tab.evaluate(() => document.activeElement?.id)).toBe('tour');
    });
  });

  it('a screen reader hears a picture as one sentence, and none of its ticks and labels', async () => {
    await visiting(browser, { isStill: true }, async (tab) => {
      await tab.locator('#queue-chart svg').waitFor();
      const session = await tab.context().newCDPSession(tab);
      const { nodes } = await session.send('Accessibility.getFullAXTree');
      const byId = new Map(nodes.map((node) => [node.nodeId, node]));
      const inside = (id: string): string[] => {
        const node = byId.get(id);
        const own = node && !node.ignored ? [`${node.role?.value} ${node.name?.value}`] : [];
        return [...own, ...(node?.childIds ?? []).flatMap(inside)];
      };
      const images = nodes.filter(({ ignored, role }) => !ignored && role?.value === 'image');
      expect(images.length).toBeGreaterThan(5);
      for (const { name, childIds } of images) {
        expect(name?.value).toMatch(/ .*\.$/);
        expect((childIds ?? []).flatMap(inside)).toEqual([]);
      }
    });
  });

  it('a changed scenario is heard once, with the answer of all futures, and a scenario in focus by its name', async () => {
    await visiting(browser, { hash: small }, async (tab) => {
      await answered(tab);
      await tab.evaluate(() => {
        const said: string[] = [];
        Object.assign(window, { said });
        new MutationObserver((changes) => {
          for (const { target, addedNodes } of changes) {
            const region = (target as Element).closest('[role=status], [role=alert]');
            if (region?.textContent && addedNodes.length > 0) said.push(region.textContent);
          }
        }).observe(document.body, { subtree: true, childList: true });
      });
      const said = () => tab.evaluate(() => (window as unknown as { said: string[] }).said);
      await tab.focus('#lever-follow_up-caseload');
      await tab.keyboard.press('Home');
      await expect.poll(said, soon).toHaveLength(1);
      expect((await said())[0]).toBe(`3 futures are done. ${await tab.textContent('h1')}`);
      await tab.focus('#queue-chart .chart');
      await tab.keyboard.press('ArrowUp');
      await expect.poll(said, soon).toHaveLength(2);
      expect((await said())[1]).toMatch(/^A As today\. 1 \w+ \d{4}, waiting for follow-up, half-year average: /);
    });
  });

  it.each([
    ['en', 360],
    ['nb', 360],
    // 1280 pixels at 400 %
    ['en', 320],
    ['nb', 320],
  ])('nothing scrolls sideways, and no text is cut: %s, %i pixels', async (lang, width) => {
    await visiting(browser, { hash: `lang=${lang}`, viewport: { width, height: 740 }, isStill: true }, async (tab) => {
      await tab.locator('#fairness svg').waitFor({ state: 'attached' });
      const wide = () =>
        tab.evaluate(() => {
          const { scrollWidth, clientWidth } = document.documentElement;
          return scrollWidth <= clientWidth ? [] : [scrollWidth, clientWidth];
        });
      await expect.poll(wide, soon).toEqual([]);
      await tab.click('#open-panel');
      expect(await wide()).toEqual([]);
      // no text runs out of its picture either
      const cut = await tab.evaluate(() =>
        [...document.querySelectorAll('.picture > svg')].flatMap((svg) => {
          const { left, right } = svg.getBoundingClientRect();
          return [...svg.querySelectorAll('text')]
            .filter((text) => {
              const box = text.getBoundingClientRect();
              return box.width > 0 && (box.left < left - 1 || box.right > right + 1);
            })
            .map((text) => `${svg.closest('figure')?.id}: ${text.textContent}`);
        }),
      );
      expect(cut).toEqual([]);
    });
  });

  it.each([
    ['light', 'dark'],
    ['dark', 'light'],
  ] as const)(
    'where colours are forced to %s, pictures follow the system, whatever was chosen: %s',
    async (system, theme) => {
      const visit = { isStill: true, forcedColors: 'active', colorScheme: system, hash: `theme=${theme}` } as const;
      await visiting(browser, visit, async (tab) => {
        await tab.locator('#queue-chart svg').waitFor();
        const { paper, strokes } = await tab.evaluate(() => ({
          paper: getComputedStyle(document.body).backgroundColor,
          strokes: [...document.querySelectorAll('#queue-chart [data-key^="mean-"]')]
            .map((line) => getComputedStyle(line).stroke)
            .filter((stroke) => stroke !== 'none'),
        }));
        const light = (colour: string) => {
          const [red, green, blue] = (colour.match(/\d+/g) ?? []).map(Number);
          return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
        };
        expect(strokes.length).toBeGreaterThanOrEqual(3);
        expect(light(paper) > 128).toBe(system === 'light');
        for (const stroke of strokes) expect(Math.abs(light(stroke) - light(paper))).toBeGreaterThan(75);
      });
    },
  );

  it('forced colours leave lines, tracks, the focused scenario and the focus visible', async () => {
    await visiting(browser, { isStill: true, forcedColors: 'active' }, async (tab) => {
      await tab.locator('#queue-chart svg').waitFor();
      const found = await tab.evaluate(() => {
        const styles = (query: string) => [...document.querySelectorAll(query)].map((one) => getComputedStyle(one));
        return {
          paper: getComputedStyle(document.body).backgroundColor,
          lines: styles('#queue-chart [data-key^="mean-"]').map(({ stroke }) => stroke),
          tracks: styles('.track-all, .track-plausible').map(({ backgroundColor }) => backgroundColor),
          focused: styles('.scenarios .focused').map(({ borderTopColor }) => borderTopColor),
          others: styles('.scenarios li:not(.focused)').map(({ borderTopColor }) => borderTopColor),
        };
      });
      const { paper, lines, tracks, focused, others } = found;
      expect(new Set(lines).size).toBeGreaterThanOrEqual(3);
      for (const colour of [...lines, ...tracks, ...focused]) expect(['none', paper]).not.toContain(colour);
      expect(new Set(others)).toEqual(new Set([paper]));
      await tab.focus('#queue-chart .chart');
      await tab.keyboard.press('ArrowRight');
      expect(await tab.evaluate(() => getComputedStyle(document.activeElement as Element).outlineStyle)).not.toBe(
        'none',
      );
    });
  });
});
