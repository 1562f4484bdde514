import { describe, expect, test } from 'vitest';
import { pathway, pathwayFrame } from '../../../../viz/charts/pathway/pathway.ts';
import { inWholePersons, yearFlows } from '../../../../viz/charts/pathway/year-flows.ts';
import { isPresent, replayOf } from '../../../../viz/result/replay.ts';
import { say } from '../../../../viz/words/words.ts';
import { example } from '../../example.ts';
import { textsOf, touching } from '../drawn.ts';

const result = example();
const [base, , heldBack] = result.findings.scenarios.map(({ name }) => name);
const [town] = result.findings.focus;
const wide = { lang: 'en', width: 806, focus: heldBack, day: 2250, municipality: town, narrow: false } as const;
const phone = { ...wide, lang: 'nb', width: 358, narrow: true } as const;
/** A line an element, so that a change can be read. */
const inLines = (svg: string) => svg.replace(/></g, '>\n<');
const personsOf = (svg: string) => [...svg.matchAll(/data-person="(\d+)"/g)].map(([, person]) => person);

function presentOn(day: number, scenario: string): string[] {
  const replay = replayOf(result.middle, scenario);
  const { position } = replay.at(day);
  return replay.persons.filter((_, at) => isPresent(position[at])).map(({ id }) => id);
}

describe('the pathway on a date', () => {
  test('looks as it did, wide and in English', async () => {
    await expect(inLines(pathway(result, wide).svg)).toMatchFileSnapshot('../../snapshots/pathway-wide.svg');
  });

  test('looks as it did, on a phone and in bokmål', async () => {
    await expect(inLines(pathway(result, phone).svg)).toMatchFileSnapshot('../../snapshots/pathway-narrow.svg');
  });

  test('has a dot for everybody who is present that day, and nobody twice, in the past and in each scenario', () => {
    for (const focus of [base, heldBack]) {
      for (const day of [-1826, -400, 0, 777, 2250, 3653]) {
        const dots = personsOf(pathway(result, { ...wide, focus, day }).svg);
        expect(dots.length).toBeGreaterThan(150);
        expect(dots.length).toBeLessThan(400);
        expect([...dots].sort()).toEqual(presentOn(day, focus).sort());
      }
    }
  });

  test('while time runs, those on their way are in no room, and nobody is lost', () => {
    for (let day = 2000; day < 2030; day += 0.7) {
      const dots = personsOf(pathwayFrame(result, { ...wide, day, travelDays: 20 }).live);
      expect([...dots].sort()).toEqual(presentOn(day, heldBack).sort());
    }
  });

  test('while time runs within a year the ground stays as it is; another year has another', () => {
    const [first, second, other] = [2250, 2280, 2700].map((day) => pathwayFrame(result, { ...wide, day }));
    expect(second.groundKey).toBe(first.groundKey);
    expect(second.ground).toBe(first.ground);
    expect(second.live).not.toBe(first.live);
    expect(other.groundKey).not.toBe(first.groundKey);
  });

  test('a frame costs less than a fiftieth of a second', () => {
    pathwayFrame(result, wide);
    const start = performance.now();
    for (let day = 2230; day < 2330; day++) pathwayFrame(result, { ...wide, day, travelDays: 20 });
    expect((performance.now() - start) / 100).toBeLessThan(20);
  });

  test('what is printed at a way is the whole figure that adds up', () => {
    const flows = yearFlows(result, heldBack, town, 2033);
    if (!flows) throw new Error('the example has flows');
    const { svg } = pathway(result, wide);
    const largest = inWholePersons(flows).links[0];
    expect(`${largest.from} ${largest.to}`).toBe('tsb_waiting tsb');
    expect(svg).toContain(`>${largest.persons}</text>`);
  });

  test('the table says for every room: 1 January + came − left = 1 January', () => {
    const { rows } = pathway(result, wide).table;
    const numbers = (what: string) =>
      rows.filter(([name]) => name.endsWith(what)).map((row) => row.slice(1).map(Number));
    const [before, come, left, after] = [
      ', 1 January 2033',
      ', came in 2033',
      ', left in 2033',
      ', 1 January 2034',
    ].map(numbers);
    expect(before.length).toBe(7);
    before.forEach((row, room) => {
      expect(row.map((value, at) => value + come[room][at] - left[room][at])).toEqual(after[room]);
    });
  });

  test('says beside a room how many more or fewer than with A, and nothing for A itself', () => {
    expect(pathway(result, wide).readout).toMatch(/In follow-up \d+ \([\d.]+ fewer on average\)/);
    expect(pathway(result, { ...wide, focus: base }).readout).not.toMatch(/fewer|more/);
  });

  test('of the whole place it draws no dots, for only one town is followed, and says so', () => {
    const drawing = pathway(result, { ...wide, municipality: 'provider' });
    expect(personsOf(drawing.svg)).toEqual([]);
    expect(drawing.svg).not.toContain('<circle');
    expect(drawing.reading).toContain('No dots');
  });

  test('without flows it draws rooms and dots, ways without figures, and says so', () => {
    const drawing = pathway({ ...result, flows: [] }, wide);
    expect(drawing.reading).toContain('do not say how many');
    expect(personsOf(drawing.svg).length).toBeGreaterThan(150);
  });

  test('without a middle future it shows means and says so', () => {
    const drawing = pathway({ ...result, middle: { replication: null, moves: [] } }, wide);
    expect(drawing.reading).toContain('no future is followed');
    expect(personsOf(drawing.svg)).toEqual([]);
  });

  test('on paper has everybody of that day in rooms no larger than that day asks, and no notes where there is little room', () => {
    const still = (kind: 'noted' | 'plain' | 'empty') => pathway(result, { ...wide, width: 849, still: kind });
    const [noted, plain, empty] = (['noted', 'plain', 'empty'] as const).map(still);
    for (const { svg } of [noted, plain]) expect(personsOf(svg).sort()).toEqual(presentOn(wide.day, heldBack).sort());
    expect(personsOf(empty.svg)).toEqual([]);
    expect(empty.reading).toContain(say('en', 'pathway_reading_no_room', { n: result.findings.replications }));
    const heights = [pathway(result, { ...wide, width: 849 }), noted, plain, empty].map(({ height }) => height);
    expect(heights).toEqual([...heights].sort((a, b) => b - a));
    for (const { svg } of [noted, plain, empty]) expect(touching(textsOf(svg))).toEqual([]);
  });
});
