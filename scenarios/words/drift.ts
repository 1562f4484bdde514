/** Queues that have not settled, as far as the diagnostics can tell. */
import type { Findings, MeanSeries } from '../experiment/findings.ts';
import { movingAverage, mser5 } from '../experiment/statistics/drift.ts';
import { list, number } from './format.ts';
import type { Language, WordKey } from './words.ts';
import { word } from './words.ts';

/** Half a year on either side: what the seasons do is no drift. */
const window = 6;
/** Named in the sentence; the others are counted. */
const most = 3;

/** One sentence about the base, or the first scenario: which queues still drift; none where MSER-5 finds no drift. */
export function driftSentences({ base, scenarios, series }: Findings, lang: Language): string[] {
  const { name } = base ?? scenarios[0];
  const drifting = series
    .filter(({ scenario, mean }) => scenario === name && mser5(mean)?.drifts === true)
    .map((one) => ({ one, ...endsOf(one, lang) }))
    // a smooth line that goes nowhere: to say that it drifts from 0.6 to 0.6 would help nobody
    .filter(({ from, to }) => from !== to);
  if (drifting.length === 0) return [];
  const items = drifting.slice(0, most).map(({ one, from, to }) =>
    word(lang, 'drift_item', {
      queue: word(lang, `waiting_${one.queue}` as WordKey),
      place: one.municipality === 'provider' ? word(lang, 'drift_all') : one.municipality,
      from,
      to,
    }),
  );
  if (drifting.length > most) items.push(word(lang, 'drift_more', { k: drifting.length - most }));
  return [word(lang, 'drift', { scenario: name, items: list(items, word(lang, 'and')) })];
}

/** Welch's moving average where it begins and where it ends, as it is printed. */
function endsOf({ mean }: MeanSeries, lang: Language): { from: string; to: string } {
  const smooth = movingAverage(mean, window);
  return { from: number(lang, smooth[window], 1), to: number(lang, smooth[smooth.length - 1], 1) };
}
