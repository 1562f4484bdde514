import { describe, expect, it } from 'vitest';
import { chainTable } from '../../../../scenarios/words/tables.ts';
import { chain } from '../../../../viz/charts/money/chain.ts';
import { example, options } from '../example.ts';

const escaped = (text: string) => text.replace(/[+.]/g, '\\$&');

describe('the chain from money to days', () => {
  it('is drawn the same for the same result', async () => {
    await expect(`${chain(example, options).svg}\n`).toMatchFileSnapshot('../../snapshots/chain.svg');
  });

  it('writes the cells of the terminal, every one', () => {
    for (const lang of ['en', 'nb'] as const) {
      for (const narrow of [false, true]) {
        const { svg, table } = chain(example, { ...options, lang, narrow, width: narrow ? 358 : 806 });
        const terminal = chainTable(example.findings, lang);
        expect(table.rows).toEqual(terminal.rows);
        for (const [, ...cells] of terminal.rows)
          for (const cell of cells) expect(svg).toMatch(new RegExp(`>(A  )?${escaped(cell)}</text>`));
      }
    }
  });

  it('draws an interval that leaves 0 beside the line of no difference, not across it', () => {
    const { svg } = chain(example, options);
    // posts funded: surely fewer with C
    const cell = /data-key="post_years_funded-C">(.*?)<\/g>/.exec(svg)?.[1] ?? '';
    const [zero, bar] = [...cell.matchAll(/<line x1="([\d.]+)" x2="([\d.]+)"/g)].map(([, x1, x2]) => [
      Number(x1),
      Number(x2),
    ]);
    expect(zero[0]).toBe(zero[1]);
    expect(bar[1]).toBeLessThan(zero[0]);
    expect(bar[0]).toBeLessThan(bar[1]);
  });

  it('shows the levels of all scenarios and no bars where nothing is compared', () => {
    const findings = { ...example.findings, base: null, comparisons: [] };
    const { svg, table } = chain({ ...example, findings }, options);
    expect(svg).not.toContain('<circle');
    expect(table.head.slice(1)).toEqual(['A', 'B', 'C']);
    for (const [, ...cells] of table.rows) for (const cell of cells) expect(svg).toContain(`>${cell}</text>`);
  });

  it('has a row a link and scenario as data, levels first', () => {
    const { csv } = chain(example, options);
    expect(csv).toHaveLength(1 + 6 * (3 + 2));
    expect(csv[1].slice(0, 3)).toEqual(['grants_state', 'medium', '']);
  });
});
