import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { waitings } from '../../../../model/record.ts';
import { languages } from '../../../../scenarios/words/words.ts';
import { difference } from '../../../../viz/charts/queues/difference.ts';
import { halfYearMeans } from '../../../../viz/charts/queues/half-year.ts';
import { overTime } from '../../../../viz/charts/queues/over-time.ts';
import { bandOf } from '../../../../viz/charts/scenarios.ts';
import { dateLines, pathOf, textsOf, touching } from '../drawn.ts';
import { A, B, C, certain, example, ofFour, options, phone, town, withBands, withHistory } from '../time-example.ts';

const atSwitch = example.days.indexOf(0);
const paired = (scenario: string) => {
  const found = bandOf(example, scenario, A, town, 'waiting', 'follow_up');
  if (!found) throw new Error(`no difference of ${scenario}`);
  return found;
};

describe('the difference over time', () => {
  it('is the paired one, month by month: points of both alternatives lie on one scale', () => {
    const { svg } = difference(example, options);
    const values = [B, C].flatMap((scenario) => halfYearMeans(paired(scenario).mean, atSwitch).slice(atSwitch));
    const heights = [B, C].flatMap((scenario) => pathOf(svg, `mean-difference-${scenario}`).map(([, y]) => y));
    expect(heights).toHaveLength(values.length);
    // the first month is the switch, where nothing differs; the greatest difference fixes the scale
    const zero = heights[0];
    const most = values.indexOf(Math.max(...values));
    const scale = (heights[most] - zero) / values[most];
    expect(scale).toBeLessThan(0);
    values.forEach((value, i) => {
      expect(Math.abs(heights[i] - zero - scale * value)).toBeLessThan(0.05);
    });
  });

  it('has the bands of the focused scenario; of the first alternative when the base is in focus', () => {
    const drawn = (focus: string) =>
      [B, C].map((it) => pathOf(difference(example, { ...options, focus }).svg, `wide-difference-${it}`).length);
    const months = 2 * (example.days.length - atSwitch);
    expect(drawn(C)).toEqual([0, months]);
    expect(drawn(B)).toEqual([months, 0]);
    expect(drawn(A)).toEqual([months, 0]);
  });

  it('says at the ends how many more or fewer wait in the last year: mean and 9 of 10 futures', () => {
    const result = withBands('follow_up', ({ scenario, base }) =>
      base === ''
        ? {}
        : { ...certain((month) => (month < 168 ? 0 : scenario === B ? 8 : -13)), p05: example.days.map(() => -4) },
    );
    const texts = textsOf(difference(result, options).svg).map(({ text }) => text);
    // of the twelve months of 2036
    expect(texts).toContain('B − A +8 (−4 to +8)');
    expect(texts).toContain('C − A −13 (−4 to −13)');
    const nb = textsOf(difference(result, { ...options, lang: 'nb' }).svg).map(({ text }) => text);
    expect(nb).toContain('B − A +8 (−4 til +8)');
  });

  it('reads out every alternative in its order; before the switch that nothing can differ', () => {
    const at = example.days.indexOf(2251);
    const on = (scenario: string) => halfYearMeans(paired(scenario).mean, atSwitch)[at];
    const { readout } = difference(example, options);
    expect(readout).toMatch(
      /^1 March 2033, difference from A in waiting for follow-up, half-year average: B −\d\.\d \(.*\); C \+\d\.\d \(/,
    );
    expect(readout).toContain(`B −${Math.abs(on(B)).toFixed(1)} `);
    expect(readout).toContain(`C +${on(C).toFixed(1)} `);
    expect(difference(example, { ...options, day: -31 }).readout).toBe(
      '1 December 2026: no difference before the switch, all share the same past.',
    );
  });

  it('has no line of the date before the switch, where its words stand', () => {
    expect(dateLines(difference(example, { ...options, day: -1 }).svg)).toEqual([]);
    expect(dateLines(difference(example, { ...options, day: 0 }).svg)).toHaveLength(1);
  });

  it('draws only means while futures are few', () => {
    const { svg, readout } = difference(example, { ...options, runs: 5 });
    expect(pathOf(svg, `wide-difference-${B}`)).toEqual([]);
    expect(pathOf(svg, `mean-difference-${B}`).length).toBeGreaterThan(0);
    expect(readout).not.toContain('(');
  });

  it('says that nothing is compared where nothing is', () => {
    const alone = { ...example, findings: { ...example.findings, base: null } };
    expect(difference(alone, options).svg).toContain('Nothing is compared here');
    expect(difference(alone, { ...options, lang: 'nb' }).readout).toBe('Ingenting sammenlignes her.');
    expect(overTime(alone, options).svg).not.toContain('Difference');
  });

  it('has the months as data, with their base, and the years after the switch as a table', () => {
    const { csv, table } = difference(example, options);
    expect(csv).toHaveLength(1 + 2 * example.days.length);
    expect(csv[1].slice(0, 3)).toEqual([B, A, '2022-01-01']);
    expect(table.rows.map(([year]) => year)).toEqual(Array.from({ length: 10 }, (_, i) => String(2027 + i)));
  });
});

describe('the three charts in one picture', () => {
  it('have no text that touches another or leaves the picture, and no key twice', () => {
    const results = [example, ofFour(), withHistory(0), withHistory(1)];
    const four = results[1];
    fc.assert(
      fc.property(
        fc.constantFrom(...waitings),
        fc.constantFrom(...four.findings.scenarios.map(({ name }) => name)),
        fc.constantFrom(...languages),
        fc.integer({ min: -1826, max: 3653 }),
        fc.constantFrom(806, 712, 560, 1064, 328, 358),
        fc.nat(3),
        fc.constantFrom(10, 40, 100),
        (queue, focus, lang, day, width, which, runs) => {
          const result = results[which];
          const narrow = width < 560;
          const drawing = overTime(result, { lang, focus, day, municipality: town, queue, width, narrow, runs });
          const texts = textsOf(drawing.svg);
          expect(touching(texts)).toEqual([]);
          for (const { text, left, right, bottom } of texts) {
            expect(left, text).toBeGreaterThanOrEqual(0);
            expect(right, text).toBeLessThanOrEqual(drawing.width + 4);
            expect(bottom, text).toBeLessThanOrEqual(drawing.height);
          }
          const keys = [...drawing.svg.matchAll(/data-key="([^"]*)"/g)].map(([, key]) => key);
          expect(new Set(keys).size).toBe(keys.length);
        },
      ),
      { numRuns: 150 },
    );
  });

  it('are the same picture for the same result', async () => {
    const asked = { ...phone, lang: 'nb', focus: C } as const;
    await expect(`${overTime(example, asked).svg}\n`).toMatchFileSnapshot('../../snapshots/over-time-phone.svg');
  });
});
