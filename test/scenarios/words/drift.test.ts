import { describe, expect, test } from 'vitest';
import type { MeanSeries } from '../../../scenarios/experiment/findings.ts';
import { driftSentences } from '../../../scenarios/words/drift.ts';
import { findings, town } from './findings.ts';

const months = 121;
const line = (queue: string, slope: number, scenario = 'medium'): MeanSeries => ({
  scenario,
  municipality: town,
  kind: 'waiting',
  queue,
  days: Array.from({ length: months }, (_, i) => i * 30),
  mean: Array.from({ length: months }, (_, i) => 8 + slope * i),
});

describe('queues that drift', () => {
  test('are named once, with where they begin and end on the smoothed line', () => {
    const series = [line('follow_up', 0.5), line('bed', 0), line('follow_up', 1, 'medium+framework')];
    // half a year from either end: 8 + 0.5 × 6 and 8 + 0.5 × 114
    expect(driftSentences(findings({ series }), 'en')).toEqual([
      `Still drifting in medium: waiting for follow-up (${town}, 11.0 to 65.0). MSER-5 would leave out more than half of the series, so read these queues by date, not as a long-run mean.`,
    ]);
    const whole = findings({ series: [{ ...line('bed', 1), municipality: 'provider' }] });
    expect(driftSentences(whole, 'en')[0]).toContain('waiting for a bed (the whole place, 14.0 to 122.0)');
    expect(driftSentences(findings({ series }), 'nb')[0]).toContain('venter på oppfølging (medium-1, 11,0 til 65,0)');
  });

  test('are not named where the line ends as it began, to the digits that are printed', () => {
    expect(driftSentences(findings({ series: [line('follow_up', 0.0001)] }), 'en')).toEqual([]);
    expect(driftSentences(findings({ series: [line('follow_up', 0.001)] }), 'en')).toHaveLength(1);
  });

  test('are counted from the fourth on, and not mentioned where there are none', () => {
    const queues = ['follow_up', 'bed', 'decision', 'intake', 'unserved'];
    const [sentence] = driftSentences(findings({ series: queues.map((queue) => line(queue, 1)) }), 'en');
    expect(sentence).toContain(' and 2 more. MSER-5');
    expect(driftSentences(findings({ series: [line('bed', 0)] }), 'en')).toEqual([]);
  });
});
