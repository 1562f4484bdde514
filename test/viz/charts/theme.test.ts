import { describe, expect, it, test } from 'vitest';
import { palette, styleOf, type Theme, withColours } from '../../../viz/charts/theme.ts';
import { contrast, deltaE, lab, linear, over, type Rgb, seenBy, visions } from './colour-vision.ts';

const themes: Theme[] = ['light', 'dark'];
const scenarios = ['a', 'b', 'c', 'd'] as const;

describe('the yardsticks', () => {
  // pairs of Sharma, Wu and Dalal (2005), table 1
  test.each([
    [[50, 2.6772, -79.7751], [50, 0, -82.7485], 2.0425],
    [[50, -1.3802, -84.2814], [50, 0, -82.7485], 1],
    [[50, 2.49, -0.001], [50, -2.49, 0.0009], 7.1792],
    [[50, 2.5, 0], [73, 25, -18], 27.1492],
    [[50, 2.5, 0], [58, 24, 15], 19.4535],
    [[60.2574, -34.0099, 36.2677], [60.4626, -34.1751, 39.4387], 1.2644],
    [[22.7233, 20.0904, -46.694], [23.0331, 14.973, -42.5619], 2.0373],
    [[2.0776, 0.0795, -1.135], [0.9033, -0.0636, -0.5514], 0.9082],
  ] as [Rgb, Rgb, number][])('ΔE00 of %j and %j is %d', (one, other, published) => {
    expect(deltaE(one, other)).toBeCloseTo(published, 4);
    expect(deltaE(other, one)).toBeCloseTo(published, 4);
  });

  it('contrast of black and white is 21', () => {
    expect(contrast('#000000', '#FFFFFF')).toBeCloseTo(21, 10);
    expect(contrast('#777777', '#FFFFFF')).toBeCloseTo(4.48, 2);
  });
});

describe.each(themes)('colours, %s', (theme) => {
  const of = (name: keyof typeof palette) => palette[name][theme];

  test.each(['ink', 'secondary', 'tertiary', 'accent', 'assumed', 'error'] as const)(
    'text in %s reads on paper and on the panel: at least 4.5',
    (name) => {
      expect(contrast(of(name), of('paper'))).toBeGreaterThanOrEqual(4.5);
      expect(contrast(of(name), of('panel'))).toBeGreaterThanOrEqual(4.5);
    },
  );

  test.each(scenarios)('line and text of scenario %s stand out from what they lie on', (name) => {
    expect(contrast(of(name), of('paper'))).toBeGreaterThanOrEqual(3);
    expect(contrast(of(`${name}-text`), of('paper'))).toBeGreaterThanOrEqual(4.5);
    expect(contrast(of(`${name}-text`), of('panel'))).toBeGreaterThanOrEqual(4.5);
  });

  it('every line keeps 3 to 1 on its own band, where it always lies', () => {
    scenarios.forEach((name, index) => {
      const { band, inner } = styleOf(index);
      const ground = over(of(name), over(of(name), of('paper'), band), inner);
      expect(contrast(of(name), ground), name).toBeGreaterThanOrEqual(3);
    });
  });

  it('edges of things to operate, dots of those served and of those away: at least 3', () => {
    for (const name of ['edge', 'served', 'away'] as const) {
      expect(contrast(of(name), of('paper')), name).toBeGreaterThanOrEqual(3);
    }
    expect(contrast(of('away'), of('away-ground'))).toBeGreaterThanOrEqual(3);
  });

  test.each(visions)('the lines of any two scenarios are at least 15 apart in %s vision', (vision) => {
    for (const one of scenarios) {
      for (const other of scenarios) {
        if (one >= other) continue;
        const [from, to] = [one, other].map((name) => lab(seenBy(vision, linear(of(name)))));
        expect(deltaE(from, to), `${one} ${other}`).toBeGreaterThanOrEqual(15);
      }
    }
  });
});

describe('scenarios', () => {
  it('have four dashes and letters, since two of their colours are the same grey in print', () => {
    const styles = scenarios.map((_, index) => styleOf(index));
    expect(new Set(styles.map(({ dash }) => dash)).size).toBe(4);
    expect(styles.map(({ letter }) => letter)).toEqual(['A', 'B', 'C', 'D']);
    expect(styles[0].dash).toBeUndefined();
  });
});

describe('a picture that leaves the page', () => {
  it('names its colours itself', () => {
    expect(withColours('<path stroke="var(--b)" fill="var(--paper)"/>', 'light')).toBe(
      '<path stroke="#3977E3" fill="#FFFFFF"/>',
    );
    expect(withColours('<path stroke="var(--unknown)"/>', 'dark')).toBe('<path stroke="var(--unknown)"/>');
  });
});
