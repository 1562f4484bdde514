import { describe, expect, it } from 'vitest';
import type { ComparisonRow } from '../../../../scenarios/experiment/findings.ts';
import { languages } from '../../../../scenarios/words/words.ts';
import { dots, place } from '../../../../viz/charts/answer/dots.ts';
import type { Result } from '../../../../viz/result/result.ts';
import { options as all, example, heldBack } from '../example.ts';

const scenario = heldBack;
const options = { ...all, width: 300, focus: scenario };
const filled = /<circle [^>]*fill="var\(--c\)"/g;
const rings = /<circle [^>]*fill="var\(--paper\)"/g;

/** The example with one row of a measure changed. */
function changed(measure: string, changes: Partial<ComparisonRow>): Result {
  const { findings } = example;
  const comparisons = findings.comparisons.map((row) =>
    row.scenario === scenario && row.measure === measure && row.period === 'all' ? { ...row, ...changes } : row,
  );
  return { ...example, findings: { ...findings, comparisons } };
}

describe('dots in columns', () => {
  const pixels = (value: number) => value * 10;

  it('stand in columns of a dot and a gap from no difference on, and stack where they meet', () => {
    const { radius, placed } = place([-2, 0.2, 0.3, 3], { k: 3, mean: 1, pixels });
    expect(radius).toBe(6);
    // columns are 13 wide and begin 0.75 from the line: −20 is in the second, 2 and 3 in the first, 30 in the third
    expect(placed).toEqual([
      { x: -20.25, y: 6.5, isFilled: false },
      { x: 7.25, y: 6.5, isFilled: true },
      { x: 7.25, y: 19.5, isFilled: true },
      { x: 33.25, y: 6.5, isFilled: true },
    ]);
  });

  it('have a column of their own where they are exactly at 0, half of them filled', () => {
    const { placed } = place([-1, 0, 0, 0, 0, 2], { k: 3, mean: 1, pixels });
    expect(placed.map(({ x }) => x === 0)).toEqual([false, true, true, true, true, false]);
    expect(placed.filter(({ isFilled }) => isFilled)).toHaveLength(3);
    expect(placed[0].isFilled).toBe(false);
    expect(placed[5].isFilled).toBe(true);
  });

  it('shrink until the tallest stack has room under the top', () => {
    const { radius, placed } = place(Array(20).fill(0), { k: 10, mean: 0, pixels });
    expect(radius).toBe(2);
    expect(Math.max(...placed.map(({ y }) => y)) + radius).toBeLessThanOrEqual(100);
  });

  it('never touch the line of no difference unless they are on it', () => {
    const { radius, placed } = place([-0.001, 0.001], { k: 1, mean: 0, pixels });
    for (const { x } of placed) expect(Math.abs(x)).toBeGreaterThan(radius);
  });
});

describe('20 futures of the example', () => {
  it('fill as many dots as the verdict counts, for every measure and scenario', () => {
    let drawn = 0;
    for (const row of example.findings.comparisons) {
      if (row.period !== 'all' || row.municipality !== 'medium-1' || row.dots20 === null) continue;
      const { svg } = dots(example, { ...options, scenario: row.scenario, measure: row.measure });
      const colour = row.scenario === scenario ? 'c' : 'b';
      const full = [...svg.matchAll(/<circle [^>]*fill="var\(--(\w+)\)"/g)].filter(([, name]) => name === colour);
      expect(full, row.measure).toHaveLength(row.k as number);
      expect([...svg.matchAll(/<circle/g)]).toHaveLength(20);
      drawn++;
    }
    expect(drawn).toBeGreaterThan(100);
  });

  it('are drawn the same for the same result', async () => {
    const { svg } = dots(example, { ...options, scenario, measure: 'unserved_waiting_mean' });
    await expect(`${svg}\n`).toMatchFileSnapshot('../../snapshots/dots.svg');
  });

  it('say what a dot is, and repeat the verdict of the terminal', () => {
    const texts = languages.map((lang) => {
      const { title, reading, readout } = dots(example, {
        ...options,
        lang,
        scenario,
        measure: 'follow_up_within_14d_share',
      });
      return [title, reading, readout];
    });
    expect(texts[0].slice(0, 2)).toEqual([
      'Follow-up within 14 days, C against A',
      'A dot is 1 of 20 equally likely futures: percentage points higher or lower than with A.',
    ]);
    expect(texts[1].slice(0, 2)).toEqual([
      'Oppfølging innen 14 dager, C mot A',
      'En prikk er 1 av 20 like sannsynlige framtider: prosentpoeng høyere eller lavere enn med A.',
    ]);
    expect(texts[0][2]).toMatch(/^Follow-up within 14 days: .* of 20 futures\.$/);
  });

  it('are one stack at 0 and the words for it where nothing differs', () => {
    const { svg, readout } = dots(example, { ...options, scenario, measure: 'new_needs' });
    expect(svg.match(/<text/g)).toHaveLength(1);
    expect(svg).toContain('>0</text>');
    expect([...svg.matchAll(filled)]).toHaveLength(10);
    expect([...svg.matchAll(rings)]).toHaveLength(10);
    expect(readout).toBe('New needs: exactly the same with C as with A in every future.');
  });

  it('are not drawn of fewer than 20 runs, and it is said why', () => {
    const few = changed('deaths', { n: 11 });
    const { svg, readout } = dots(few, { ...options, scenario, measure: 'deaths' });
    expect(svg).not.toContain('<circle');
    expect(readout).toMatch(/^Of 11 futures/);
    expect(svg).toContain('Of 11 futures');
  });

  it('label the axis so that no two numbers touch, from 240 to 330 pixels', () => {
    for (const width of [240, 300, 330]) {
      for (const measure of ['unserved_waiting_mean', 'cost_municipality', 'deaths', 'days_without_service']) {
        const { svg } = dots(example, { ...options, width, scenario, measure });
        const at = [...svg.matchAll(/<text x="([\d.]+)"[^>]*>([^<]*)</g)].map(([, x, text]) => ({
          x: Number(x),
          text,
        }));
        expect(at.length).toBeGreaterThan(1);
        expect(at.map(({ text }) => text)).toContain('0');
        for (let i = 1; i < at.length; i++) expect(at[i].x - at[i - 1].x).toBeGreaterThan(at[i].text.length * 7 + 8);
      }
    }
  });
});
