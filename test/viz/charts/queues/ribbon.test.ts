import { describe, expect, it } from 'vitest';
import { waitings } from '../../../../model/record.ts';
import type { ComparisonRow, VerdictCode } from '../../../../scenarios/experiment/findings.ts';
import { measureOf } from '../../../../scenarios/words/voice.ts';
import { languages } from '../../../../scenarios/words/words.ts';
import { lengthMeasure } from '../../../../viz/charts/queues/queue-measure.ts';
import { ribbon } from '../../../../viz/charts/queues/ribbon.ts';
import { joined, verdictWords, yearVerdicts } from '../../../../viz/charts/queues/verdict-cells.ts';
import type { Result } from '../../../../viz/result/result.ts';
import { pathOf, textsOf } from '../drawn.ts';
import { B, C, example, options, phone, town } from '../time-example.ts';

const measure = lengthMeasure(example.findings, 'follow_up');
if (!measure) throw new Error('no measure of the queue for follow-up');

/** The example with the verdicts of B on the queue for follow-up given year by year; a minus before: fewer. */
function judged(verdicts: readonly (VerdictCode | `-${VerdictCode}` | null)[]): Result {
  const { findings } = example;
  const comparisons = findings.comparisons.map((row): ComparisonRow => {
    if (row.scenario !== B || row.measure !== measure?.name || row.municipality !== town) return row;
    const at = Number(row.period) - findings.switchYear;
    if (!(at >= 0 && at < verdicts.length)) return row;
    const verdict = verdicts[at];
    const meanDifference = verdict?.startsWith('-') ? -3 : 3;
    return { ...row, meanDifference, verdict: (verdict?.replace('-', '') ?? null) as VerdictCode | null };
  });
  return { ...example, findings: { ...findings, comparisons } };
}

/** The cells of a scenario's row as they are drawn: verdict, side, first and last year. */
function cells(svg: string, scenario: string): string[] {
  const rows = svg.split('<g data-scenario="').slice(1);
  const row = rows.find((it) => it.startsWith(`${scenario}"`)) ?? '';
  return [...row.matchAll(/data-cell="(\w+)" data-sign="([-\d]+)" data-from="(\d+)" data-to="(\d+)"/g)].map(
    ([, ...cell]) => cell.join(' '),
  );
}

const turning = judged([
  '-probably',
  '-probably',
  '-probably',
  '-on_average',
  'cannot_tell',
  'cannot_tell',
  'none',
  'probably',
  'clearly',
  'clearly',
]);

describe('the verdict ribbon', () => {
  it('has a cell a calendar year, and years running with the same verdict as one', () => {
    expect(cells(ribbon(turning, options).svg, B)).toEqual([
      'probably -1 2027 2029',
      'on_average -1 2030 2030',
      'cannot_tell 0 2031 2032',
      'none 0 2033 2033',
      'probably 1 2034 2034',
      'clearly 1 2035 2036',
    ]);
  });

  it('says what comparison.csv says, year by year, of every alternative and every queue that has verdicts', () => {
    for (const queue of waitings) {
      const of = lengthMeasure(example.findings, queue);
      const { svg, csv } = ribbon(example, { ...options, queue });
      for (const scenario of [B, C]) {
        const rows = example.findings.comparisons.filter(
          (row) =>
            row.scenario === scenario &&
            row.measure === of?.name &&
            row.municipality === town &&
            row.period >= '2027' &&
            row.period <= '2036',
        );
        const said = cells(svg, scenario).flatMap((cell) => {
          const [code, sign, from, to] = cell.split(' ');
          return Array.from({ length: Number(to) - Number(from) + 1 }, () => `${code} ${sign}`);
        });
        const isSided = ({ verdict }: ComparisonRow) => verdict !== 'none' && verdict !== 'cannot_tell';
        expect(said).toEqual(
          rows.map((row) => `${row.verdict} ${isSided(row) ? Math.sign(row.meanDifference ?? 0) : 0}`),
        );
        expect(csv.filter(([, name]) => name === scenario)).toHaveLength(rows.length);
      }
    }
  });

  it('knows the measure of every queue but the one for intake, of which no verdict is made', () => {
    const names = waitings.map((queue) => lengthMeasure(example.findings, queue)?.name);
    expect(names).toEqual([
      undefined,
      'queue_decision_mean',
      'queue_assessment_mean',
      'queue_first_contact_mean',
      'queue_bed_mean',
      'queue_follow_up_mean',
      'unserved_waiting_mean',
    ]);
    const { svg, readout, reading } = ribbon(example, { ...options, queue: 'intake' });
    expect(svg).toContain('No verdict is made of this queue');
    expect(readout).toBe('No verdict is made of this queue.');
    expect(reading).toBe('');
  });

  it('joins only years that say the same on the same side', () => {
    const verdicts = [1, 1, -1, 0].map((sign, i) => ({
      year: 2027 + i,
      code: sign === 0 ? ('none' as const) : ('probably' as const),
      sign: sign as -1 | 0 | 1,
      row: undefined,
    }));
    expect(joined(verdicts)).toEqual([
      { code: 'probably', sign: 1, from: 2027, to: 2028 },
      { code: 'probably', sign: -1, from: 2029, to: 2029 },
      { code: 'none', sign: 0, from: 2030, to: 2030 },
    ]);
  });

  it('says every verdict in words: in the cell, or beside its sign', () => {
    for (const lang of languages) {
      for (const asked of [options, phone, { ...options, width: 712 }]) {
        const texts = textsOf(ribbon(turning, { ...asked, lang }).svg).map(({ text }) => text);
        const all = texts.join(' ');
        for (const cell of joined(yearVerdicts(turning, B, measure, town))) {
          expect(all).toContain(verdictWords(lang, measure, cell));
        }
      }
    }
  });

  it('hatches only what cannot be told', () => {
    const hatched = (svg: string) => svg.match(/stroke-width="0.8"/g)?.length ?? 0;
    expect(hatched(ribbon(judged(Array(10).fill('none')), { ...phone, focus: B }).svg)).toBe(0);
    expect(hatched(ribbon(judged(Array(10).fill('cannot_tell')), { ...phone, focus: B }).svg)).toBe(1);
  });

  it('has more chevrons the surer it is, down for fewer and up for more', () => {
    const strokes = (verdict: VerdictCode | `-${VerdictCode}`) => {
      const { svg } = ribbon(judged([verdict, ...Array(9).fill('none')]), phone);
      return [...svg.matchAll(/<path d="(M[^"]*)" fill="none" stroke="var\(--ink\)"/g)].map(([, d]) => d)[0];
    };
    const count = (d: string) => d.split('M').length - 1;
    expect(['on_average', 'probably', 'clearly'].map((code) => count(strokes(code as VerdictCode)))).toEqual([1, 2, 3]);
    const [y0, y1] = [...strokes('-on_average').matchAll(/,([\d.]+)/g)].map(([, y]) => Number(y));
    expect(y1).toBeGreaterThan(y0);
    const [up0, up1] = [...strokes('on_average').matchAll(/,([\d.]+)/g)].map(([, y]) => Number(y));
    expect(up1).toBeLessThan(up0);
  });

  it('holds verdicts back until there are 60 futures', () => {
    const few = ribbon(example, { ...options, runs: 59 });
    expect(cells(few.svg, B)).toEqual([]);
    for (const lang of languages) {
      const narrow = ribbon(example, { ...options, lang, runs: 59, width: 288, narrow: true });
      for (const { right, bottom } of textsOf(narrow.svg)) {
        expect(right).toBeLessThanOrEqual(288);
        expect(bottom).toBeLessThanOrEqual(narrow.height);
      }
    }
    expect(few.readout).toBe('Verdicts come from 60 futures on; so far 59.');
    expect(cells(ribbon(example, { ...options, runs: 60 }).svg, B)).not.toEqual([]);
  });

  it('says of a year that too few stand behind it', () => {
    const result = judged([null, ...Array(9).fill('none')]);
    expect(cells(ribbon(result, options).svg, B)[0]).toBe('missing 0 2027 2027');
    expect(ribbon(result, { ...options, day: 40 }).readout).toContain('B too few to say');
  });

  it('shows the focused alternative alone on a phone, and the first one when the base is in focus', () => {
    const rows = (focus: string) =>
      [...ribbon(example, { ...phone, focus }).svg.matchAll(/data-scenario="([^"]*)"/g)].map(([, name]) => name);
    expect(rows(C)).toEqual([C]);
    expect(rows('medium')).toEqual([B]);
  });

  it('reads out every alternative in the year of the date', () => {
    const readout = ribbon(turning, options).readout;
    expect(readout).toMatch(
      /^2033, waiting for follow-up, against A: B no difference that matters \(\+3\.?\d*\); C probably more \(/,
    );
    expect(ribbon(turning, { ...options, day: -400 }).readout).toContain('no difference before the switch');
  });

  it('has the words, the mean and the dots of 20 as a table', () => {
    const { table } = ribbon(turning, { ...options, lang: 'nb' });
    expect(table.rows).toHaveLength(10);
    expect(table.rows[0].slice(0, 2)).toEqual(['2027', 'trolig færre']);
    expect(table.head).toHaveLength(7);
  });

  it('is under each year of the axis', () => {
    const { svg, time } = ribbon(turning, options);
    if (!time) throw new Error('no axis of time');
    const [, x = ''] = /<g data-cell="cannot_tell"[^>]*><rect x="([\d.]+)"/.exec(svg) ?? [];
    const day = time.day0 + ((Number(x) - time.x0) / (time.x1 - time.x0)) * (time.day1 - time.day0);
    // 1 January 2031, within the pixel between two cells
    expect(Math.abs(day - 1461)).toBeLessThan(20);
    expect(pathOf(svg, 'none of this')).toEqual([]);
  });
});

it('a measure in the ribbon is one that the catalogue gives verdicts', () => {
  for (const queue of waitings) {
    const of = lengthMeasure(example.findings, queue);
    if (of) expect(measureOf(example.findings, of.name)?.verdict).toBe(true);
  }
});
