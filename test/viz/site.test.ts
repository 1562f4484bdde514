import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { brotliCompressSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { serve } from '../../scenarios/command/serve.ts';
import { headline } from '../../scenarios/words/headline.ts';
import { withChromium } from '../browser/chromium.ts';
import { withFirefox } from '../browser/firefox.ts';
import { inChromium, inFirefox } from '../browser/suite.ts';
import { example } from './example.ts';

const site = resolve('dist/site/index.html');
const page = readFileSync(site, 'utf8');
const heading = headline(example().findings, 'en');
/** Long enough for workers to be started and to complain. */
const settling = 2_000;

/** What a browser told while the page was opened: problems on the console, and whom it asked for something. */
interface Told {
  heading: string;
  title: string;
  problems: string[];
  asked: string[];
}

/** What is in the page itself, or made by it, is asked of nobody. */
const isOwn = (address: string) => /^(data|blob|about):/.test(address);

function openedInChromium(address: string): Promise<Told> {
  return withChromium(
    async (tab) => {
      const problems: string[] = [];
      const asked: string[] = [];
      tab.on('console', (message) => {
        if (['error', 'warning'].includes(message.type())) problems.push(message.text());
      });
      tab.on('pageerror', (error) => problems.push(String(error)));
      tab.on('request', (request) => {
        if (!isOwn(request.url())) asked.push(request.url());
      });
      await tab.goto(address);
      await tab.waitForSelector('h1');
      await tab.waitForTimeout(settling);
      return { heading: (await tab.textContent('h1')) ?? '', title: await tab.title(), problems, asked };
    },
    { locale: 'en-GB' },
  );
}

function openedInFirefox(address: string): Promise<Told> {
  return withFirefox(async (tab) => {
    const problems: string[] = [];
    const asked: string[] = [];
    tab.on('console', (message) => {
      if (['error', 'warn'].includes(message.type())) problems.push(message.text());
    });
    tab.on('pageerror', (error) => problems.push(String(error)));
    tab.on('request', (request) => {
      if (!isOwn(request.url())) asked.push(request.url());
    });
    await tab.goto(address);
    // not `waitForSelector`: it evaluates text, which the page's own policy forbids and Firefox tells of
    const wait = (time: number) => new Promise((done) => setTimeout(done, time));
    for (let tries = 0; tries < 100 && !(await tab.evaluate(() => document.querySelector('h1') !== null)); tries++) {
      await wait(100);
    }
    await wait(settling);
    const text = await tab.$eval('h1', (element) => element.textContent);
    return { heading: text ?? '', title: await tab.title(), problems, asked };
  });
}

/** From a folder on disk, and from a server on this machine. */
async function everyWay(open: (address: string) => Promise<Told>): Promise<[address: string, told: Told][]> {
  const file = pathToFileURL(site).href;
  const { address, close } = await serve({ page, result: null, port: 0 });
  try {
    return [
      [file, await open(file)],
      [address, await open(address)],
    ];
  } finally {
    await close();
  }
}

function expectQuiet(address: string, { heading: found, title, problems, asked }: Told): void {
  expect(problems, address).toEqual([]);
  expect(found).toBe(heading);
  expect(title).toBe(`${heading} · Forløp`);
  // the page itself, and nothing else
  expect(asked.filter((one) => one.replace(/#.*$/, '') !== address)).toEqual([]);
}

inChromium('the built page in Chromium', () => {
  it('opens as a folder and from a server: the answer, no problem on the console, nobody else asked', async () => {
    for (const [address, told] of await everyWay(openedInChromium)) expectQuiet(address, told);
  });
});

inFirefox('the built page in Firefox', () => {
  it('opens as a folder and from a server: the answer, no problem on the console, nobody else asked', async () => {
    for (const [address, told] of await everyWay(openedInFirefox)) expectQuiet(address, told);
  });
});

describe('the built page', () => {
  it('is one file of at most 350 kB beside the bundled example, compressed as web servers do (Brotli)', () => {
    const without = page.replace(/(<script\b[^>]*\bid="result"[^>]*>)[\s\S]*?(<\/script>)/, '$1$2');
    expect(without.length).toBeLessThan(page.length);
    expect(brotliCompressSync(without).length).toBeLessThanOrEqual(350_000);
  });

  it('has the licences of all packages in it beside it, each with its text', () => {
    const blocks = readFileSync(resolve('dist/site/licences.txt'), 'utf8').split(`${'-'.repeat(72)}\n\n`);
    const named = blocks.flatMap((block) => block.split('\n', 1)[0].split(', '));
    const [, told = ''] = /With code of (.*?)\. Their licences/.exec(page) ?? [];
    for (const one of told.split('; ')) {
      const [, family, licence] = /^(\S+) \(([^,]+),/.exec(one) ?? [];
      expect(named.some((name) => name.startsWith(family) && name.endsWith(`(${licence})`))).toBe(true);
    }
    for (const block of blocks) expect(block.split('\n').slice(1).join('\n')).toMatch(/copyright|licen[cs]e/i);
  });

  it('names no address that a browser would fetch, and lets nothing be fetched from elsewhere', () => {
    const markup = page
      .replace(/<script\b[^>]*>[\s\S]*?<\/script>/g, '')
      .replace(/<style\b[^>]*>[\s\S]*?<\/style>/g, '');
    expect(markup.match(/\b(?:src|href|action|poster|srcset)="(?!data:|#)[^"]*"/g)).toBeNull();
    const styles = [...page.matchAll(/<style\b[^>]*>([\s\S]*?)<\/style>/g)].map(([, style]) => style).join('\n');
    expect(styles.match(/url\((?!["']?data:)[^)]*\)|@import/g)).toBeNull();
    const [, policy = ''] = /http-equiv="Content-Security-Policy"\s+content="([^"]*)"/.exec(page) ?? [];
    const rules = new Map(policy.split(';').map((rule) => rule.trim().split(/\s+(.*)/) as [string, string]));
    expect(rules.get('default-src')).toBe("'none'");
    expect(rules.get('connect-src')).toBe("'self'");
    expect([...rules.values()].join(' ')).not.toMatch(/\*|https?:/);
  });
});
