import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { waitings } from '../../../../model/record.ts';
import { languages } from '../../../../scenarios/words/words.ts';
import { queues } from '../../../../viz/charts/queues/queues.ts';
import { smallMultiples } from '../../../../viz/charts/queues/small-multiples.ts';
import { pathOf, textsOf, touching } from '../drawn.ts';
import { A, B, C, certain, example, ofFour, options, phone, town, withBands } from '../time-example.ts';

const heights = (svg: string, key: string) => pathOf(svg, key).map(([, y]) => y);

describe('small multiples', () => {
  it('have a panel a scenario, each with its own bands, and the reference in grey behind every other', () => {
    const { svg, reading } = smallMultiples(example, options);
    for (const scenario of [A, B, C]) {
      expect(pathOf(svg, `wide-${scenario}`).length).toBeGreaterThan(0);
      expect(pathOf(svg, `mean-${scenario}`).length).toBeGreaterThan(0);
    }
    expect(svg.match(/data-behind/g)).toHaveLength(2);
    expect(reading).toContain('Grey: A.');
  });

  it('have the same axes: the same numbers stand at the same height in all panels', () => {
    const result = withBands('follow_up', ({ scenario, base }) =>
      base === '' ? certain((month) => (month < 60 ? 3 : scenario === B ? 12 : 3)) : {},
    );
    const { svg } = smallMultiples(result, options);
    expect(heights(svg, `mean-${A}`)).toEqual(heights(svg, `mean-${C}`));
    const fall = (scenario: string) => {
      const [first, ...others] = heights(svg, `mean-${scenario}`);
      return first - Math.min(...others);
    };
    expect(fall(B)).toBeCloseTo(130 * (9 / 12), 1);
    const behind = [...svg.matchAll(/ d="M[\d.]+,([\d.]+)[^"]*"[^>]*data-behind/g)].map(([, y]) => Number(y));
    expect(behind).toEqual([heights(svg, `mean-${A}`)[0], heights(svg, `mean-${A}`)[0]]);
  });

  it('show the same data as the one chart', () => {
    expect(smallMultiples(example, options).csv).toEqual(queues(example, options).csv);
    expect(smallMultiples(example, options).readout).toBe(queues(example, options).readout);
  });

  it('have no text that touches another or leaves the picture', () => {
    const four = ofFour();
    fc.assert(
      fc.property(
        fc.constantFrom(...waitings),
        fc.constantFrom(...languages),
        fc.constantFrom(328, 358, 560, 712, 806, 1064),
        fc.constantFrom(3, 4),
        (queue, lang, width, scenarios) => {
          const asked = { ...options, queue, lang, width, narrow: width < 560 };
          const drawing = smallMultiples(scenarios === 4 ? four : example, asked);
          const texts = textsOf(drawing.svg);
          expect(touching(texts)).toEqual([]);
          for (const { text, left, right, bottom } of texts) {
            expect(left, text).toBeGreaterThanOrEqual(0);
            expect(right, text).toBeLessThanOrEqual(drawing.width + 1);
            expect(bottom, text).toBeLessThanOrEqual(drawing.height);
          }
          const keys = [...drawing.svg.matchAll(/data-key="([^"]*)"/g)].map(([, key]) => key);
          expect(new Set(keys).size).toBe(keys.length);
        },
      ),
    );
  });

  it('stand under each other on a phone, and say where a queue is empty or not there', () => {
    expect(smallMultiples(example, phone).height).toBeGreaterThan(2 * smallMultiples(example, options).height);
    const empty = withBands('follow_up', () => certain(() => 0));
    expect(smallMultiples(empty, options).svg).toContain('No one waits here in any future');
    expect(smallMultiples(example, { ...options, municipality: `not ${town}` }).svg).toContain('not in the result');
  });
});
