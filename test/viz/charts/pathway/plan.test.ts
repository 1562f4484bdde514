import { describe, expect, test } from 'vitest';
import { number } from '../../../../scenarios/words/format.ts';
import { textWidth } from '../../../../viz/charts/measure-text.ts';
import { pointAt } from '../../../../viz/charts/pathway/curve.ts';
import { isWayDrawn } from '../../../../viz/charts/pathway/drawn-links.ts';
import { pathwayFrame } from '../../../../viz/charts/pathway/pathway.ts';
import { viewOf } from '../../../../viz/charts/pathway/view.ts';
import type { Result } from '../../../../viz/result/result.ts';
import { example } from '../../example.ts';
import { textsOf, touching } from '../drawn.ts';

const result = example();
const [base, , heldBack] = result.findings.scenarios.map(({ name }) => name);
const [town] = result.findings.focus;
/** The example with so many times the people. */
const timesAsMany = (n: number): Result => ({
  ...result,
  flows: result.flows.map((flow) => ({ ...flow, persons: flow.persons * n })),
  bands: result.bands.map((band) => ({ ...band, mean: band.mean.map((mean) => mean * n) })),
});
const widths = [328, 358, 690, 806, 1064];
const days = [-1826, 2250, 3653];
const cases = widths.flatMap((width) =>
  (['en', 'nb'] as const).flatMap((lang) =>
    [town, 'provider'].flatMap((municipality) =>
      [base, heldBack].flatMap((focus) =>
        days.map((day) => ({ width, lang, municipality, focus, day, narrow: width < 480 })),
      ),
    ),
  ),
);

describe('the ground plan', () => {
  test('no text touches another or an edge of the picture, at any width, in both languages', () => {
    for (const options of cases) {
      const { ground, live, width, height } = pathwayFrame(result, options);
      const texts = textsOf(ground + live);
      expect({ options, touching: touching(texts) }).toEqual({ options, touching: [] });
      for (const { text, left, right, top, bottom } of texts) {
        const isInside = left >= 0 && right <= width + 0.5 && top >= 0 && bottom <= height;
        expect({ options, text, isInside }).toEqual({ options, text, isInside: true });
      }
    }
  });

  test('what stands in a room stays in it', () => {
    for (const options of cases) {
      const { plan } = viewOf(result, options);
      const { ground, live } = pathwayFrame(result, options);
      const texts = textsOf(ground + live);
      for (const { x, y, width, height } of plan.rooms.values()) {
        for (const { text, left, right, top, bottom } of texts) {
          if (left >= x + width || right <= x || top >= y + height || bottom <= y) continue;
          const isInside = left >= x && right <= x + width && top >= y && bottom <= y + height;
          expect({ options, text, isInside }).toEqual({ options, text, isInside: true });
        }
      }
    }
  });

  test('no figure of a way lies on a way or a room, with tens, hundreds or thousands of people', () => {
    let looked = 0;
    for (const n of [1, 8, 40]) {
      const many = timesAsMany(n);
      for (const options of cases) {
        if (options.width < 690 || options.lang === 'nb' || options.day === 3653) continue;
        const { plan, flows, whole, scale } = viewOf(many, options);
        if (plan.isNarrow) continue;
        looked++;
        if (!flows || !whole) throw new Error('the example has flows');
        const drawn = flows.links.flatMap((link, at) => {
          const way = plan.ways.get(`${link.from} ${link.to}`);
          const width = Math.max(1.5, link.persons * scale);
          return way && isWayDrawn(link, flows) ? [{ way, width, persons: whole.links[at].persons }] : [];
        });
        expect(drawn.length).toBeGreaterThan(14);
        for (const { way, width, persons } of drawn) {
          const { x, y, anchor } = way.label(width);
          const wide = textWidth(number(options.lang, persons), 13);
          const left = x - { start: 0, middle: wide / 2, end: wide }[anchor];
          const box = { left, right: left + wide, top: y - 10, bottom: y + 2 };
          const what = { n, options, way: `${way.from} ${way.to}` };
          const on = drawn.filter((other) =>
            Array.from({ length: 201 }, (_, at) => pointAt(other.way.curve, at / 200)).some(
              ([px, py]) =>
                px > box.left - other.width / 2 &&
                px < box.right + other.width / 2 &&
                py > box.top - other.width / 2 &&
                py < box.bottom + other.width / 2,
            ),
          );
          expect({ ...what, on: on.map((other) => `${other.way.from} ${other.way.to}`) }).toEqual({ ...what, on: [] });
          const within = [...plan.rooms].filter(
            ([, room]) =>
              box.left < room.x + room.width &&
              box.right > room.x &&
              box.top < room.y + room.height &&
              box.bottom > room.y,
          );
          expect({ ...what, within: within.map(([id]) => id) }).toEqual({ ...what, within: [] });
        }
      }
    }
    // of 3 × 24 pictures, those of tens of thousands at the narrowest width stand in one column
    expect(looked).toBeGreaterThan(60);
  });
});
