import { describe, expect, test } from 'vitest';
import { interestingPersons, lives } from '../../../../viz/charts/lives/lives.ts';
import { example } from '../../example.ts';
import { textsOf, touching } from '../drawn.ts';

const result = example();
const [base, passedOn, heldBack] = result.findings.scenarios.map(({ name }) => name);
const options = {
  lang: 'en',
  width: 806,
  focus: heldBack,
  day: 2250,
  municipality: result.findings.focus[0],
  narrow: false,
} as const;
/** A line an element, so that a change can be read. */
const inLines = (svg: string) => svg.replace(/></g, '>\n<');
const [first, second] = interestingPersons(result, options);

describe('two lives', () => {
  test('look as they did, in English and in bokmål', async () => {
    const { person } = second;
    await expect(inLines(lives(result, { ...options, person }).svg)).toMatchFileSnapshot(
      '../../snapshots/lives-wide.svg',
    );
    await expect(
      inLines(lives(result, { ...options, person, lang: 'nb', width: 358, narrow: true }).svg),
    ).toMatchFileSnapshot('../../snapshots/lives-narrow.svg');
  });

  test('are those of the base and the focused scenario, or of the first other one where the base is focused', () => {
    const { person } = first;
    expect(lives(result, { ...options, person }).title).toBe('One person, two lives: A and C');
    expect(lives(result, { ...options, person, focus: base }).title).toBe('One person, two lives: A and B');
    expect(lives(result, { ...options, person, focus: passedOn }).title).toBe('One person, two lives: A and B');
  });

  test('say that the person is simulated, in both languages', () => {
    const { person } = first;
    expect(lives(result, { ...options, person }).reading).toContain('simulated and not real');
    expect(lives(result, { ...options, person, lang: 'nb' }).reading).toContain('simulert og ikke virkelig');
  });

  test('the days of all spells of a person add up to its time in the model', () => {
    const { person } = second;
    const { rows } = lives(result, { ...options, person }).table;
    const days = rows
      .filter(([letter]) => letter === 'A')
      .reduce((sum, row) => sum + Number(row[3].replace(',', '')), 0);
    const { spells } = second.first;
    expect(Math.abs(days - (spells[spells.length - 1].to - spells[0].from))).toBeLessThanOrEqual(spells.length / 2);
  });

  test('no text touches another or an edge of the picture, whoever it is, in both languages, on a phone and wide', () => {
    for (const { person } of interestingPersons(result, options)) {
      for (const lang of ['en', 'nb'] as const) {
        for (const width of [328, 806]) {
          const drawing = lives(result, { ...options, person, lang, width, narrow: width < 480 });
          const texts = textsOf(drawing.svg);
          expect({ person, lang, width, touching: touching(texts) }).toEqual({ person, lang, width, touching: [] });
          for (const { text, left, right, bottom } of texts) {
            const isInside = left >= -0.5 && right <= width + 0.5 && bottom <= drawing.height;
            expect({ person, text, isInside }).toEqual({ person, text, isInside: true });
          }
        }
      }
    }
  });

  test('a person who is not there is said, not drawn', () => {
    const drawing = lives(result, { ...options, person: '1' });
    expect(drawing.readout).toBe('There is no person 1 in the middle future.');
    expect(drawing.table.rows).toEqual([]);
  });
});

describe('persons worth a look', () => {
  test('are at most twenty, each once, the most different first, the same every time', () => {
    const found = interestingPersons(result, options);
    expect(found.length).toBe(20);
    expect(new Set(found.map(({ person }) => person)).size).toBe(20);
    const sizes = found.map(({ difference }) => Math.abs(difference));
    expect(sizes).toEqual([...sizes].sort((a, b) => b - a));
    expect(interestingPersons(result, options)).toEqual(found);
  });

  test('each has a sentence; that one has left in one life only is said with it', () => {
    expect(first.sentence).toMatch(
      /^Person \d+: [\d,]+ days more without course, bed or caseworker with C than with A\. With A: gone for good in 2029\. With C: still here in 2037\.$/,
    );
  });

  test('nobody is offered where nothing is compared', () => {
    const alone = { ...result, findings: { ...result.findings, scenarios: [result.findings.scenarios[0]] } };
    expect(interestingPersons(alone, options)).toEqual([]);
  });
});
