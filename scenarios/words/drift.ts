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
  const drifting = series.filter(({ scenario, mean }) => scenario === name && mser5(mean)?.drifts === true);
  if (drifting.length === 0) return [];
  const items = drifting.slice(0, most).map((one) => itemOf(one, lang));
  if (drifting.length > most) items.push(word(lang, 'drift_more', { k: drifting.length - most }));
  return [word(lang, 'drift', { scenario: name, items: list(items, word(lang, 'and')) })];
}

/** The queue, whose it is, and Welch's moving average where it begins and where it ends. */
function itemOf({ queue, municipality, mean }: MeanSeries, lang: Language): string {
  const smooth = movingAverage(mean, window);
  return word(lang, 'drift_item', {
    queue: word(lang, `waiting_${queue}` as WordKey),
    place: municipality === 'provider' ? word(lang, 'drift_all') : municipality,
    from: number(lang, smooth[window], 1),
    to: number(lang, smooth[smooth.length - 1], 1),
  });
}
