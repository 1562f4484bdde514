import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { waitings } from '../../../../model/record.ts';
import { languages } from '../../../../scenarios/words/words.ts';
import { halfYearMeans } from '../../../../viz/charts/queues/half-year.ts';
import { queues, yMaxOf } from '../../../../viz/charts/queues/queues.ts';
import type { TimeOptions } from '../../../../viz/charts/queues/time-options.ts';
import { bandOf } from '../../../../viz/charts/scenarios.ts';
import { dateLines, pathOf, textsOf, touching } from '../drawn.ts';
import { A, B, C, certain, example, ofFour, options, phone, town, withBands, withHistory } from '../time-example.ts';

const atSwitch = example.days.indexOf(0);
const band = (scenario: string) => {
  const found = bandOf(example, scenario, '', town, 'waiting', 'follow_up');
  if (!found) throw new Error(`no band of ${scenario}`);
  return found;
};
const averaged = (values: readonly number[]) => halfYearMeans(values, atSwitch);

/** Points on the page back to days and persons: both axes are straight, and 0 and the highest persons fix the upright one. */
function inverse(asked: TimeOptions) {
  const { svg, time } = queues(example, asked);
  if (!time) throw new Error('no axis of time');
  const yMax = asked.yMax ?? yMaxOf(example, asked);
  const [, ...heights] = /M46,([\d.]+)H/.exec(svg) ?? [];
  const bottom = 98 + 226;
  expect(Number(heights[0])).toBeCloseTo(bottom, -1);
  return {
    svg,
    day: (x: number) => time.day0 + ((x - time.x0) / (time.x1 - time.x0)) * (time.day1 - time.day0),
    persons: (y: number) => ((bottom - y) / 226) * yMax,
  };
}

describe('the height of the queue', () => {
  it('is what is asked, and everything else stays as it is', () => {
    const [low, usual, high] = [150, undefined, 300].map((plot) => queues(example, { ...options, plot }));
    expect([usual.height - low.height, high.height - usual.height]).toEqual([76, 74]);
    expect(textsOf(high.svg).map(({ text }) => text)).toEqual(expect.arrayContaining(['people waiting', 'A As today']));
    for (const { svg } of [low, high]) expect(touching(textsOf(svg))).toEqual([]);
  });
});

describe('queues over time', () => {
  it('draw the mean of every scenario where the axes say, month by month from the switch on', () => {
    const { svg, day, persons } = inverse(options);
    for (const scenario of [A, B, C]) {
      const expected = averaged(band(scenario).mean).slice(atSwitch);
      const points = pathOf(svg, `mean-${scenario}`);
      expect(points).toHaveLength(expected.length);
      points.forEach(([x, y], i) => {
        expect(Math.abs(day(x) - example.days[atSwitch + i])).toBeLessThan(0.2);
        expect(Math.abs(persons(y) - expected[i])).toBeLessThan(0.001);
      });
    }
  });

  it('draw the bands of the scenario in focus and of no other: 9 of 10 and 5 of 10', () => {
    const { svg, persons } = inverse(options);
    const { p05, p25, p75, p95 } = band(B);
    for (const [key, low, high] of [
      ['wide', p05, p95],
      ['inner', p25, p75],
    ] as const) {
      const points = pathOf(svg, `${key}-${B}`);
      const expected = [...averaged(high).slice(atSwitch), ...averaged(low).slice(atSwitch).reverse()];
      expect(points).toHaveLength(expected.length);
      for (const [i, [, y]] of points.entries()) expect(Math.abs(persons(y) - expected[i])).toBeLessThan(0.001);
      expect(pathOf(svg, `${key}-${C}`)).toEqual([]);
      expect(pathOf(svg, `${key}-${A}`)).toEqual([]);
    }
    expect(pathOf(svg, `high-${A}`)).toHaveLength(example.days.length - atSwitch);
  });

  it('draw the past once where all share it, in ink and up to the switch', () => {
    const { svg, day } = inverse(options);
    const past = pathOf(svg, 'mean-past');
    expect(past).toHaveLength(atSwitch + 1);
    expect(Math.abs(day(past[atSwitch][0]))).toBeLessThan(0.2);
    // every scenario's line goes on where the past ends
    for (const scenario of [A, B, C]) expect(pathOf(svg, `mean-${scenario}`)[0][0]).toBe(past[atSwitch][0]);
    expect(svg).toContain('Same past for all,');
  });

  it('draw each past for itself where they differ, and do not call it the same', () => {
    const result = withBands('follow_up', ({ scenario }) => certain(() => (scenario === B ? 2 : 3)));
    const { svg } = queues(result, options);
    expect(pathOf(svg, 'mean-past')).toEqual([]);
    expect(pathOf(svg, `mean-${B}`)).toHaveLength(example.days.length);
    expect(svg).not.toContain('Same past');
  });

  it('keep the axis when the focus moves, and where the page freezes it', () => {
    expect(yMaxOf(example, { ...options, focus: A })).toBe(yMaxOf(example, { ...options, focus: C }));
    const frozen = queues(example, { ...options, yMax: 40 });
    expect(textsOf(frozen.svg).map(({ text }) => text)).toEqual(expect.arrayContaining(['0', '20', '40']));
  });

  it('have an axis that no band and, where they are drawn, no single future goes beyond', () => {
    for (const queue of waitings) {
      for (const singles of [false, true]) {
        const { svg } = queues(example, { ...options, queue, singles });
        const top = Math.min(
          ...[...svg.matchAll(/ d="(M[^"]*L[^"]*)"/g)].flatMap(([, d]) =>
            [...d.matchAll(/,([-\d.]+)/g)].map(([, y]) => Number(y)),
          ),
        );
        expect(top).toBeGreaterThanOrEqual(98);
      }
    }
  });

  it('say what the thin lines are: in the picture where there is room, else in the line that says how to read it', () => {
    for (const [width, narrow] of [
      [806, false],
      [712, false],
      [358, true],
    ] as const) {
      const { svg, reading } = queues(example, { ...options, width, narrow });
      const said = [/>thin lines: 9 of 10 of A</.test(svg), reading.includes('Thin lines: 9 of 10 of A.')];
      expect(said.filter(Boolean)).toHaveLength(1);
      expect(queues(example, { ...options, width, narrow, focus: A }).reading).not.toContain('hin lines');
    }
  });

  it('draw twenty single futures of the focused scenario when asked, and say so', () => {
    const drawing = queues(example, { ...options, singles: true });
    expect(drawing.svg.match(/data-single="medium\+framework:passed-on"/g)).toHaveLength(20);
    expect(drawing.reading).toContain('Threads: 20 single futures of B.');
    expect(queues(example, options).svg).not.toContain('data-single');
  });

  it('draw the line from before a change as a ghost', () => {
    const ghost = { days: example.days, mean: band(C).mean };
    const { svg } = queues(example, { ...options, ghost });
    const [, d] = / d="([^"]*)"[^>]*data-ghost/.exec(svg) ?? [];
    expect(d).toBe(/ d="([^"]*)"[^>]*data-key="mean-medium\+framework:held-back"/.exec(svg)?.[1]);
  });

  it('are drawn coarsely while futures are few: no bands under 20, half as strong under 60', () => {
    const opacity = (runs: number) =>
      /fill-opacity="([\d.]+)" data-key="wide-medium/.exec(queues(example, { ...options, runs }).svg)?.[1];
    expect(opacity(19)).toBeUndefined();
    expect(opacity(20)).toBe('0.05');
    expect(opacity(59)).toBe('0.05');
    expect(opacity(60)).toBe('0.1');
    const few = queues(example, { ...options, runs: 19 });
    expect(few.reading).toContain('Mean of 19 simulated futures');
    expect(few.readout).not.toContain('of 10');
    expect(few.svg).not.toContain('9 of 10');
  });

  it('say that no one waits, and draw the line at nothing', () => {
    const empty = withBands('follow_up', () => certain(() => 0));
    for (const lang of languages) {
      const { svg, readout } = queues(empty, { ...options, lang });
      const words = { en: 'No one waits here in any future', nb: 'Ingen venter her i noen framtid' }[lang];
      expect(svg).toContain(words);
      expect(readout).toBe(`${words}.`);
      expect(pathOf(svg, `mean-${B}`).map(([, y]) => y)).toEqual([324, 324]);
    }
  });

  it('say that a queue is not in the result', () => {
    const { svg, readout, csv } = queues(example, { ...options, municipality: 'elsewhere' });
    expect(svg).toContain('This queue is not in the result');
    expect(readout).toBe('This queue is not in the result.');
    expect(csv).toHaveLength(1);
  });

  it('begin at the switch where there is no history, with no past to speak of', () => {
    const { svg, time, readout } = queues(withHistory(0), { ...options, day: 0 });
    expect(time?.day0).toBe(0);
    expect(svg).not.toContain('past');
    expect(pathOf(svg, `mean-${B}`)).toHaveLength(example.days.length - atSwitch);
    expect(readout).toMatch(/^1 January 2027, waiting for follow-up, half-year average: A 1\.0 \(/);
  });

  it('mark the date on every line, on the past only once', () => {
    const dots = (day: number) =>
      queues(example, { ...options, day }).svg.match(/<circle [^>]*data-key="dot-/g)?.length;
    expect(dots(2251)).toBe(3);
    expect(dots(-400)).toBe(1);
  });

  it('hold a date beyond the run at its ends', () => {
    const at = (day: number) => dateLines(queues(example, { ...options, day }).svg);
    expect(at(99_999)).toEqual(at(3653));
    expect(at(-99_999)).toEqual(at(-1826));
  });

  it('read out every scenario in its order, as drawn', () => {
    const on = (scenario: string, key: 'mean' | 'p05' | 'p95') =>
      averaged(band(scenario)[key])[example.days.indexOf(2251)].toFixed(key === 'mean' ? 1 : 0);
    const item = (letter: string, scenario: string) =>
      `${letter} ${on(scenario, 'mean')} (${on(scenario, 'p05')}–${on(scenario, 'p95')})`;
    expect(queues(example, options).readout).toBe(
      `1 March 2033, waiting for follow-up, half-year average: ${item('A', A)}; ${item('B', B)}; ${item('C', C)}. In brackets 9 of 10 futures.`,
    );
    expect(queues(example, { ...options, day: -365 }).readout).toContain('the same in all scenarios');
    expect(queues(example, { ...options, day: -365, lang: 'nb' }).readout).toContain('likt i alle scenarioer');
  });

  it('have the months as data, not averaged, and years as a table', () => {
    const { csv, table } = queues(example, options);
    const [head, ...rows] = csv;
    expect(head.join()).toBe('scenario,base,date,day,municipality,kind,queue,mean,p05,p25,p50,p75,p95');
    expect(rows).toHaveLength(3 * example.days.length);
    const march = rows.find(([scenario, , date]) => scenario === B && date === '2033-03-01');
    expect(march?.[7]).toBe(band(B).mean[example.days.indexOf(2251)]);
    expect(table.head).toEqual(['Year', 'A mean', 'A 9 of 10', 'B mean', 'B 9 of 10', 'C mean', 'C 9 of 10']);
    expect(table.rows.map(([year]) => year)).toEqual(Array.from({ length: 15 }, (_, i) => String(2022 + i)));
    const of2030 = band(C).mean.filter((_, i) => example.days[i] >= 1096 && example.days[i] < 1461);
    expect(of2030).toHaveLength(12);
    expect(table.rows[8][5]).toBe((of2030.reduce((sum, value) => sum + value, 0) / 12).toFixed(1));
  });

  it('have no text that touches another or leaves the picture, whatever is asked', () => {
    const four = ofFour();
    fc.assert(
      fc.property(
        fc.constantFrom(...waitings),
        fc.constantFrom(...four.findings.scenarios.map(({ name }) => name)),
        fc.constantFrom(...languages),
        fc.integer({ min: -1826, max: 3653 }),
        fc.constantFrom(
          ...[806, 712, 560, 1064].map((width) => ({ width, narrow: false })),
          ...[288, 328, 358].map((width) => ({ width, narrow: true })),
        ),
        fc.constantFrom(town, 'provider'),
        fc.constantFrom(3, 4),
        (queue, focus, lang, day, room, municipality, scenarios) => {
          const result = scenarios === 4 ? four : example;
          const drawing = queues(result, { lang, focus, day, municipality, queue, ...room });
          const texts = textsOf(drawing.svg);
          expect(touching(texts)).toEqual([]);
          for (const { text, left, right, bottom } of texts) {
            expect(left, text).toBeGreaterThanOrEqual(0);
            expect(right, text).toBeLessThanOrEqual(drawing.width + 4);
            expect(bottom, text).toBeLessThanOrEqual(drawing.height);
          }
        },
      ),
      { numRuns: 200 },
    );
  });

  it('have no text that the line of the date crosses', () => {
    fc.assert(
      fc.property(fc.integer({ min: -1826, max: 3653 }), fc.constantFrom(options, phone), (day, asked) => {
        const { svg } = queues(example, { ...asked, day });
        const [, x, top, bottom] = /d="M([\d.]+),([\d.]+)V([\d.]+)"[^>]*data-date-line/.exec(svg) ?? [];
        const crossed = textsOf(svg).filter(
          (text) =>
            text.left < Number(x) && Number(x) < text.right && text.top < Number(bottom) && text.bottom > Number(top),
        );
        expect(crossed).toEqual([]);
      }),
    );
  });

  it('are the same picture for the same result', async () => {
    await expect(`${queues(example, options).svg}\n`).toMatchFileSnapshot('../../snapshots/queues.svg');
    const onPhone = queues(example, { ...phone, lang: 'nb', queue: 'unserved', focus: C });
    await expect(`${onPhone.svg}\n`).toMatchFileSnapshot('../../snapshots/queues-phone.svg');
  });
});
