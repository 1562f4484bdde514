import { describe, expect, it } from 'vitest';
import { postsOf } from '../../../../viz/charts/money/posts.ts';
import { staff } from '../../../../viz/charts/money/staff.ts';
import { capacityOf, monthAt } from '../../../../viz/charts/scenarios.ts';
import type { CapacityLine } from '../../../../viz/result/result.ts';
import { day, example, heldBack, options } from '../example.ts';

const at = monthAt(example, day);

describe('counselling posts', () => {
  it('are the sum of their lines, and never more staffed than paid', () => {
    for (const { name } of example.findings.scenarios) {
      const posts = postsOf(example, name, 'medium-1');
      const lines = capacityOf(example, name, 'medium-1');
      const paid = lines.reduce((sum, { funded }) => sum + funded[at], 0);
      expect(posts?.funded[at]).toBeCloseTo(paid, 12);
      posts?.funded.forEach((value, month) => {
        expect(posts.staffed[month]).toBeLessThanOrEqual(value + 1e-9);
        expect(posts.byMunicipality[month]).toBeLessThanOrEqual(posts.staffed[month] + 1e-9);
      });
    }
  });

  it('leave the office out, which follows nobody up, but keep its line', () => {
    const [own] = capacityOf(example, 'medium', 'medium-1');
    const office: CapacityLine = { ...own, funding: 'office', funded: own.funded.map(() => 0.5) };
    const posts = postsOf({ ...example, capacity: [office, own] }, 'medium', 'medium-1');
    expect(posts?.funded[at]).toBe(own.funded[at]);
    expect(posts?.lines.map(({ funding }) => funding)).toEqual(['own', 'office']);
  });

  it('are those of all municipalities for the whole place', () => {
    const [own] = capacityOf(example, 'medium', 'all').filter(({ funding }) => funding === 'own');
    expect(postsOf(example, 'medium', 'provider')?.funded[at]).toBeGreaterThan(own.funded[at]);
  });
});

describe('the chart of posts', () => {
  it('is drawn the same for the same result', async () => {
    await expect(`${staff(example, options).svg}\n`).toMatchFileSnapshot('../../snapshots/staff.svg');
  });

  it('says at the date what the series say', () => {
    const posts = postsOf(example, heldBack, 'medium-1');
    const [n, m] = [posts?.staffed[at], posts?.funded[at]].map((value) => value?.toFixed(1));
    const { svg, readout } = staff(example, options);
    expect(svg).toContain(`>${n} of ${m} posts staffed<`);
    expect(readout).toContain(`C, 1 March 2033: ${n} of ${m} posts staffed`);
  });

  it('has a panel a scenario, of which all have one scale: the tallest line reaches the same height', () => {
    const { svg } = staff(example, options);
    expect(svg.match(/<g data-scenario=/g)).toHaveLength(3);
    const widths = [806, 330].map((width) => staff(example, { ...options, width, narrow: width < 720 }));
    // on a phone the panels stand below each other
    expect(widths[1].height).toBeGreaterThan(widths[0].height * 2);
  });

  it('tells in the table who pays, and together what they add up to', () => {
    const { table } = staff(example, options);
    const cells = table.rows.filter(([letter]) => letter === 'A');
    const number = (text: string) => Number(text.replace('−', '-'));
    const last = cells[cells.length - 1];
    expect(last[1]).toBe('Together');
    for (const column of [2, 3, 4]) {
      const parts = cells.slice(0, -1).reduce((sum, row) => sum + number(row[column]), 0);
      expect(Math.abs(parts - number(last[column]))).toBeLessThan(0.02);
    }
  });

  it('shows the months of the year of the date, also at the last day, of which nothing was run', () => {
    const nb = staff(example, { ...options, lang: 'nb' });
    expect(nb.reading).toContain('Måned for måned i 2033');
    const last = example.days[example.days.length - 1];
    expect(staff(example, { ...options, day: last }).svg).not.toContain('NaN');
  });

  it('is words where nobody pays a post', () => {
    expect(staff({ ...example, capacity: [] }, options).readout).toBe(
      'No counselling posts are paid here in any future.',
    );
  });
});
