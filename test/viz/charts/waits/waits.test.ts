import { describe, expect, it } from 'vitest';
import { languages } from '../../../../scenarios/words/words.ts';
import { waits } from '../../../../viz/charts/waits/waits.ts';
import type { Result } from '../../../../viz/result/result.ts';
import { textsOf, touching } from '../drawn.ts';
import { options as all, example } from '../example.ts';

const options = { ...all, focus: 'medium' };
const circles = (svg: string) => [...svg.matchAll(/<circle/g)].length;

/** The example with the waits of one queue as given, in every scenario. */
function withWaits(bins: { from: number; to: number | null; served: number }[]): Result {
  const rows = example.findings.scenarios.flatMap(({ name }) =>
    bins.map((bin) => ({
      scenario: name,
      municipality: 'medium-1',
      queue: 'bed',
      gaveUp: 0,
      stillWaiting: 0,
      ...bin,
    })),
  );
  return { ...example, waits: rows };
}

describe('waits in days', () => {
  it('are drawn the same for the same result', async () => {
    await expect(`${waits(example, options).svg}\n`).toMatchFileSnapshot('../../snapshots/waits.svg');
  });

  it('show twenty people a queue and scenario: three scenarios, four queues', () => {
    expect(circles(waits(example, options).svg)).toBe(20 * 3 * 4);
    expect(circles(waits(example, { ...options, width: 328, narrow: true }).svg)).toBe(20 * 3 * 4);
  });

  it('stand on one axis, the official wait and the hidden bed queue alike', () => {
    const { svg } = waits(example, options);
    expect(svg).toContain('Waiting for first contact, the official wait');
    expect(svg).toContain('Waiting for a bed, in no statistic');
    const lines = [...svg.matchAll(/<line x1="([\d.]+)"/g)].map(([, x]) => x);
    // each of four queues has the lines of the same days
    expect(lines.length % 4).toBe(0);
    expect(new Set(lines).size).toBe(lines.length / 4);
  });

  it('draw no deadline, and say how many began after their own', () => {
    expect(waits(example, options).svg).toMatch(
      /Began after their own deadline: A\s2%, B\s2%, C\s2%\. Each person has a deadline/,
    );
  });

  it('draw the dots of a week where the week is: 28 to 35 days is the fifth column', () => {
    const { svg } = waits(withWaits([{ from: 28, to: 35, served: 100 }]), options);
    const xs = [...svg.matchAll(/<circle cx="([\d.]+)"/g)].map(([, x]) => Number(x));
    // lines stand at 0, 14 and 28 days: two columns apart
    const [, , from] = [...svg.matchAll(/<line x1="([\d.]+)"/g)].map(([, x]) => Number(x));
    const column = (from - 20) / 4;
    expect(Math.min(...xs)).toBeGreaterThan(from);
    expect(Math.max(...xs)).toBeLessThan(from + column);
  });

  it('keep waits of more than a year in a column of their own, named', () => {
    const { svg, reading } = waits(
      withWaits([
        { from: 0, to: 7, served: 50 },
        { from: 364, to: 730, served: 50 },
      ]),
      options,
    );
    expect(svg).toContain('>over a year<');
    expect(reading).toContain('in that week');
  });

  it('put weeks together where there are too many, and say so', () => {
    const { reading } = waits(
      withWaits([
        { from: 0, to: 7, served: 50 },
        { from: 140, to: 147, served: 50 },
      ]),
      options,
    );
    expect(reading).toContain('in those 2 weeks');
  });

  it.each(languages)('keep rings clear of the figures beside them on the narrowest page, %s', (lang) => {
    const { svg } = waits(example, { ...options, lang, width: 288, narrow: true });
    const figures = textsOf(svg).filter(({ text }) => text.endsWith('%'));
    const rings = [...svg.matchAll(/<circle cx="([\d.]+)" cy="([\d.]+)" r="([\d.]+)" fill="var\(--paper\)"/g)];
    expect(rings.length).toBeGreaterThan(10);
    for (const [, cx, cy, r] of rings.map((ring) => ring.map(Number))) {
      const beside = figures.filter(({ top, bottom }) => cy + r > top && cy - r < bottom);
      for (const { left, right } of beside) expect(cx + r < left || cx - r > right).toBe(true);
    }
  });

  it('keep every ring inside the picture where all give up', () => {
    const rows = withWaits([{ from: 0, to: 7, served: 0 }]).waits.map((bin) => ({ ...bin, gaveUp: 9 }));
    for (const narrow of [false, true]) {
      const { svg, readout } = waits({ ...example, waits: rows }, { ...options, narrow, width: narrow ? 328 : 806 });
      const marks = [...svg.matchAll(/<circle cx="([-\d.]+)" cy="([-\d.]+)"/g)].map(([, x, y]) => [
        Number(x),
        Number(y),
      ]);
      expect(marks).toHaveLength(60);
      // below the heads of the columns, and none on another
      for (const [, y] of marks) expect(y).toBeGreaterThan(narrow ? 40 : 24);
      expect(new Set(marks.map(([x, y]) => `${x} ${y}`)).size).toBe(60);
      expect(readout).toContain('100% gave up');
    }
  });

  it('are said in words where nobody joins a queue', () => {
    const { svg, readout } = waits({ ...example, waits: [] }, options);
    expect(svg).not.toContain('<circle');
    expect(readout).toBe('No one joins a queue here in any future.');
  });

  it('have a table in both languages and the bins as data', () => {
    const en = waits(example, options);
    const nb = waits(example, { ...options, lang: 'nb' });
    expect(en.table.rows).toHaveLength(12);
    expect(nb.table.rows[0]).toHaveLength(nb.table.head.length);
    expect(en.table.rows[0][3]).toBe('35 days');
    expect(nb.table.rows[0][3]).toBe('35 døgn');
    expect(en.csv).toEqual(nb.csv);
    expect(en.csv).toHaveLength(1 + 54 * 12);
    expect(nb.readout).toMatch(/^A: venter på første oppmøte, halvparten fikk hjelp innen 35 døgn og 18\s% ga opp;/);
  });

  it('on paper show the same people in two columns, with all that is said', () => {
    const screen = waits(example, { ...options, width: 849 });
    const paper = waits(example, { ...options, width: 849, paper: true });
    expect(circles(paper.svg)).toBe(circles(screen.svg));
    expect(paper.height).toBeLessThan(screen.height * 0.75);
    expect(paper.table).toEqual(screen.table);
    const words = (svg: string) => [...svg.matchAll(/<text[^>]*>([^<]*)</g)].map(([, text]) => text);
    for (const text of words(screen.svg).filter((one) => /^(Waiting|Began)/.test(one))) {
      expect(words(paper.svg)).toContain(text);
    }
    expect(touching(textsOf(paper.svg))).toEqual([]);
  });
});
