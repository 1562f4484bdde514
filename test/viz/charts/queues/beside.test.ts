import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { waitings } from '../../../../model/record.ts';
import { languages } from '../../../../scenarios/words/words.ts';
import { beside } from '../../../../viz/charts/queues/beside.ts';
import { besideMeasures } from '../../../../viz/charts/queues/queue-measure.ts';
import { textsOf, touching } from '../drawn.ts';
import { B, example, ofFour, options, town } from '../time-example.ts';

const column = { ...options, width: 232 };
const row = (scenario: string, measure: string, period: string, municipality = town) => {
  const found = example.findings.estimates.find(
    (it) =>
      it.scenario === scenario && it.measure === measure && it.period === period && it.municipality === municipality,
  );
  if (!found || found.mean === null || found.sd === null) throw new Error(`no estimate of ${measure}`);
  return { mean: found.mean, sd: found.sd };
};

describe('beside the queue', () => {
  it('stand inflow, those who gave up, those served meanwhile, and days without a service', () => {
    const names = (queue: (typeof waitings)[number]) => besideMeasures(example.findings, queue).map(({ name }) => name);
    expect(names('follow_up')).toEqual([
      'new_needs',
      'gave_up_follow_up',
      'served_while_waiting_mean',
      'days_without_service',
    ]);
    expect(names('first_contact')).toContain('gave_up_first_contact');
    expect(names('unserved').filter((name) => name.startsWith('gave_up'))).toHaveLength(2);
    // no tally counts those who give up waiting for a bed or a decision
    expect(names('bed')).toHaveLength(3);
  });

  it('are the numbers of the calendar year of the date, of every scenario', () => {
    for (const [day, year] of [
      [2251, '2033'],
      [-1, '2026'],
      [3653, '2036'],
    ] as const) {
      const { csv, reading } = beside(example, { ...column, day });
      expect(reading.startsWith(`${year}.`)).toBe(true);
      const [, ...rows] = csv;
      expect(new Set(rows.map(([, period]) => period))).toEqual(new Set([year]));
      expect(rows).toHaveLength(4 * 3);
      const gaveUp = rows.find(([scenario, , , , measure]) => scenario === B && measure === 'gave_up_follow_up');
      expect(gaveUp?.[5]).toBe(row(B, 'gave_up_follow_up', year).mean);
    }
  });

  it('have dots and bars on one scale from nothing: the mean, and a standard deviation each way, never below 0', () => {
    const { svg } = beside(example, column);
    const places = ['medium', B].map((scenario) => {
      const dot = new RegExp(`<circle cx="([\\d.]+)"[^>]*gave_up_follow_up-mean-${scenario.replace('+', '\\+')}"`).exec(
        svg,
      );
      const bar = new RegExp(
        `<rect x="([\\d.]+)"[^>]*? width="([\\d.]+)"[^>]*gave_up_follow_up-spread-${scenario.replace('+', '\\+')}"`,
      ).exec(svg);
      const of = row(scenario, 'gave_up_follow_up', '2033');
      return { at: Number(dot?.[1]), left: Number(bar?.[1]), width: Number(bar?.[2]), ...of };
    });
    const [a, b] = places;
    const scale = (a.at - b.at) / (a.mean - b.mean);
    const zero = a.at - scale * a.mean;
    expect(zero).toBeCloseTo(22, 0);
    for (const { left, width, mean, sd } of places) {
      expect(left).toBeCloseTo(zero + scale * Math.max(0, mean - sd), 0);
      expect(left + width).toBeCloseTo(zero + scale * (mean + sd), 0);
    }
  });

  it('keep their scale while the date moves', () => {
    const zero = 22;
    const scaleIn = (day: number, period: string) => {
      const [, x] =
        /<circle cx="([\d.]+)"[^>]*new_needs-mean-medium"/.exec(beside(example, { ...column, day }).svg) ?? [];
      return (Number(x) - zero) / row('medium', 'new_needs', period).mean;
    };
    expect(scaleIn(10, '2027')).toBeCloseTo(scaleIn(3000, '2035'), 3);
  });

  it('are those of all municipalities where the whole place is looked at', () => {
    const { csv } = beside(example, { ...column, municipality: 'provider' });
    const needs = csv.find(([, , , , measure]) => measure === 'new_needs');
    expect(needs?.[2]).toBe('all');
    expect(needs?.[5]).toBe(row('medium', 'new_needs', '2033', 'all').mean);
  });

  it('say so where a number is not known, and draw nothing for it', () => {
    const { findings } = example;
    const without = findings.estimates.map((it) => (it.measure === 'new_needs' ? { ...it, mean: null } : it));
    const result = { ...example, findings: { ...findings, estimates: without } };
    const { svg, table } = beside(result, column);
    expect(table.rows[0].slice(1)).toEqual(['–', '–', '–']);
    expect(svg).not.toContain('new_needs-mean');
  });

  it('read out as one sentence, measures and scenarios in their order', () => {
    const { readout } = beside(example, column);
    expect(readout).toMatch(
      /^2033: New needs, people a year: A 30, B 30, C 30; Gave up waiting for follow-up, people a year: A 2\.7, B 1\.7, C 4\.2; .*\.$/,
    );
  });

  it('have no text that touches another or leaves the picture', () => {
    const four = ofFour();
    fc.assert(
      fc.property(
        fc.constantFrom(...waitings),
        fc.constantFrom(...languages),
        fc.constantFrom(232, 328, 358, 712, 806, 1064),
        fc.constantFrom(3, 4),
        fc.integer({ min: -1826, max: 3653 }),
        (queue, lang, width, scenarios, day) => {
          const drawing = beside(scenarios === 4 ? four : example, { ...options, queue, lang, width, day });
          const texts = textsOf(drawing.svg);
          expect(touching(texts)).toEqual([]);
          for (const { text, left, right, bottom } of texts) {
            expect(left, text).toBeGreaterThanOrEqual(0);
            expect(right, text).toBeLessThanOrEqual(drawing.width + 1);
            expect(bottom, text).toBeLessThanOrEqual(drawing.height);
          }
        },
      ),
    );
  });

  it('is the same picture for the same result', async () => {
    await expect(`${beside(example, column).svg}\n`).toMatchFileSnapshot('../../snapshots/beside.svg');
  });
});
