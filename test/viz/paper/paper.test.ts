import { describe, expect, it } from 'vitest';
import { headline } from '../../../scenarios/words/headline.ts';
import { languages, word } from '../../../scenarios/words/words.ts';
import { differences, leaningsTable, limits } from '../../../viz/charts/answer/differences.ts';
import { queueTitle } from '../../../viz/charts/queues/queues.ts';
import { escaped } from '../../../viz/charts/svg.ts';
import { paperOf } from '../../../viz/paper/paper.ts';
import { say } from '../../../viz/words/words.ts';
import { textsOf, touching } from '../charts/drawn.ts';
import { printedOf, results } from './example.ts';

const cases = results.flatMap(([scenarios, result]) => languages.map((lang) => ({ scenarios, result, lang })));
const sheetsOf = (html: string) => html.split('<section class="sheet">').slice(1);
/** 7.5 points in pixels of CSS. */
const least = 10;

describe.each(cases)('the paper of $scenarios scenarios in $lang', ({ result, lang }) => {
  const html = paperOf(printedOf(result, lang, 'https://example.org/#place=medium'));
  const sheets = sheetsOf(html);

  it('is three sheets, each with its views and its number', () => {
    const { findings } = result;
    const promised = [
      [
        headline(findings, lang),
        queueTitle(lang, 'follow_up'),
        say(lang, 'time_difference', { A: 'A' }),
        say(lang, 'time_ribbon'),
      ],
      [say(lang, 'waits_title')],
      [say(lang, 'money_title'), say(lang, 'cost_title'), word(lang, 'head_chain'), say(lang, 'differences_title')],
    ];
    expect(sheets).toHaveLength(3);
    for (const [at, texts] of promised.entries()) {
      for (const text of texts) expect(sheets[at]).toContain(`>${escaped(text)}<`);
      expect(sheets[at]).toContain(say(lang, 'paper_page', { at: at + 1 }));
    }
    for (const once of ['time_beside', 'staff_title'] as const) {
      expect(html.split(`>${escaped(say(lang, once))}</h2>`)).toHaveLength(2);
    }
    expect(sheets[1]).toContain(' data-room="follow_up"');
    expect(sheets[2]).toContain('https://example.org/#place=medium');
  });

  it('has no type under 7.5 points', () => {
    for (const [svg] of html.matchAll(/<svg\b.*?<\/svg>/gs)) {
      const [, drawn, wide] = /viewBox="0 0 ([\d.]+) [\d.]+" width="([\d.]+)"/.exec(svg) ?? [];
      for (const [, size] of drawn ? svg.matchAll(/font-size="([\d.]+)"/g) : []) {
        expect((Number(size) * Number(wide)) / Number(drawn)).toBeGreaterThanOrEqual(least);
      }
    }
    for (const [, size] of html.matchAll(/font-size:([\d.]+)px/g)) expect(Number(size)).toBeGreaterThanOrEqual(least);
  });

  it('has no text in a chart that touches another', () => {
    for (const [svg] of html.matchAll(/<svg role="img".*?<\/svg>/gs)) expect(touching(textsOf(svg))).toEqual([]);
  });

  it('counts every setting, leaning and limit that it has no room for', () => {
    const last = sheets[2];
    const left = (key: 'paper_more_settings' | 'paper_more_leanings' | 'paper_more_limits') => {
      const [before, after] = say(lang, key, { n: '#' }).split('#').map(escaped);
      const at = last.indexOf(before);
      return at < 0 ? 0 : Number.parseInt(last.slice(at + before.length), 10) + (after === undefined ? 1 : 0);
    };
    const settings = differences(result, lang).filter(({ label }) => last.includes(escaped(`${label}: A`)));
    expect(settings.length + left('paper_more_settings')).toBe(differences(result, lang).length);
    const said = limits(lang).filter((limit) => last.includes(escaped(limit)));
    expect(said.length + left('paper_more_limits')).toBe(limits(lang).length);
    const leanings = leaningsTable(result, lang).rows;
    const shown = last.split(/<p class="note"[^>]*>[A-D], /).length - 1;
    expect(shown + left('paper_more_leanings')).toBe(leanings.length);
  });

  it('names its marks otherwise than the screen does', () => {
    expect(html).toContain('id="paper-');
    for (const [, name] of html.matchAll(/url\(#([^)]*)\)/g)) expect(html).toContain(`id="${name}"`);
  });
});

describe('paper', () => {
  it('says that a link is too long to be typed, and leaves it out', () => {
    const link = `https://example.org/#${'x'.repeat(400)}`;
    const html = paperOf(printedOf(results[0][1], 'en', link));
    expect(html).not.toContain(link);
    expect(html).toContain(say('en', 'paper_long_link', { n: link.length }));
  });
});
