import { describe, expect, it } from 'vitest';
import type { ComparisonRow } from '../../../../scenarios/experiment/findings.ts';
import { cost } from '../../../../viz/charts/money/cost.ts';
import type { Result } from '../../../../viz/result/result.ts';
import { example, heldBack, options } from '../example.ts';

/** The example with the differences of the held-back scenario changed. */
function changed(measure: string, changes: Partial<ComparisonRow>, from: Result = example): Result {
  const { findings } = from;
  const comparisons = findings.comparisons.map((row) =>
    row.scenario === heldBack && row.measure === measure && row.period === 'all' ? { ...row, ...changes } : row,
  );
  return { ...from, findings: { ...findings, comparisons } };
}
const surely = (mean: number): Partial<ComparisonRow> => ({
  meanDifference: mean,
  ciLow: mean * 0.9,
  ciHigh: mean * 1.1,
  ci99Low: Math.min(mean * 0.8, mean * 1.2),
  ci99High: Math.max(mean * 0.8, mean * 1.2),
});

describe('cost against queue', () => {
  it('is drawn the same for the same result', async () => {
    await expect(`${cost(example, options).svg}\n`).toMatchFileSnapshot('../../snapshots/cost.svg');
  });

  it('never calls a lower cost better: with fewer posts it is cheaper, with fewer posts', () => {
    const { readout } = cost(example, options);
    expect(readout).toMatch(/C: cheaper for the municipality, with fewer posts, NOK million a year −0\.07/);
    expect(readout).toMatch(/more wait with no service, persons \+0\.8/);
    expect(readout).toMatch(/0\.68 fewer staffed posts\./);
    expect(readout).not.toContain('better');
  });

  it('says cheaper alone where posts stay, dearer where it costs more, and that it cannot tell', () => {
    const readoutOf = (result: Result) => cost(result, options).readout.split('C: ')[1];
    const samePosts = changed('post_years_staffed', { meanDifference: 0, ci99Low: -0.1, ci99High: 0.1 });
    expect(readoutOf(samePosts)).toMatch(/^cheaper for the municipality, NOK/);
    expect(readoutOf(changed('cost_municipality', surely(300_000)))).toMatch(/^dearer for the municipality, NOK/);
    const unknown = changed('cost_municipality', { ci99Low: -1, ci99High: 1 });
    expect(readoutOf(unknown)).toMatch(/^cannot tell for sure whether cheaper or dearer/);
  });

  it('names the pocket that pays instead', () => {
    const dear = changed('cost_health_trust', surely(1_200_000));
    expect(cost(dear, options).readout).toContain('The health trust pays NOK 1.2 million more a year.');
    expect(cost(example, options).readout).not.toContain('The health trust');
  });

  it('sets the dot left of no difference where it costs less, and above where more wait', () => {
    const { svg } = cost(example, options);
    const dot = (scenario: string) => {
      const [, x, y] =
        new RegExp(`data-scenario="${scenario.replace('+', '\\+')}"[^]*?<circle cx="([\\d.]+)" cy="([\\d.]+)"`).exec(
          svg,
        ) ?? [];
      return { x: Number(x), y: Number(y) };
    };
    const base = /<circle cx="([\d.]+)" cy="([\d.]+)" r="5" fill="var\(--a\)"/.exec(svg);
    expect(dot(heldBack).x).toBeLessThan(Number(base?.[1]));
    expect(dot(heldBack).y).toBeLessThan(Number(base?.[2]));
  });

  it('breaks the words of the corners where two have no room beside each other', () => {
    const wide = cost(example, options);
    const phone = cost(example, { ...options, lang: 'nb', width: 328, narrow: true });
    expect(wide.svg).toContain('>cheaper, more wait</text>');
    expect(phone.svg).toContain('>billigere,</text>');
    expect(phone.svg).toContain('>flere venter</text>');
  });

  it('says so in bokmål, and in words where nothing is compared', () => {
    expect(cost(example, { ...options, lang: 'nb' }).readout).toContain(
      'C: billigere for kommunen, med færre årsverk, mill. kr i året −0,07',
    );
    const alone = { ...example, findings: { ...example.findings, base: null, comparisons: [] } };
    expect(cost(alone, options).readout).toMatch(/^Nothing is compared here/);
  });

  it('can be higher or lower, by exactly so much', () => {
    const heights = [120, 240].map((plot) => cost(example, { ...options, plot }).height);
    expect(heights[1] - heights[0]).toBe(120);
    expect(cost(example, options).height).toBe(heights[1]);
  });

  it('on paper leave the sentences to the table', () => {
    const said = cost(example, options).readout;
    const words = (svg: string) => [...svg.matchAll(/<text[^>]*>([^<]*)</g)].map(([, text]) => text).join(' ');
    expect(words(cost(example, options).svg)).toContain(said.slice(0, 20));
    expect(words(cost(example, { ...options, paper: true }).svg)).not.toContain(said.slice(0, 20));
  });
});
