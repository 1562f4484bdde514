/** The verdict ribbon as a table, as data, and as a sentence about one year. */
import type { Measure } from '../../../scenarios/experiment/catalogue.ts';
import { number, signed } from '../../../scenarios/words/format.ts';
import { digitsOf, halfWidth } from '../../../scenarios/words/voice.ts';
import { type Language, word } from '../../../scenarios/words/words.ts';
import type { Result } from '../../result/result.ts';
import { say } from '../../words/words.ts';
import type { Drawing } from '../chart.ts';
import { baseLetter } from './queue-series.ts';
import { yearAt } from './time-frame.ts';
import type { Asked } from './time-options.ts';
import { type VerdictRow, verdictWords, type YearVerdict } from './verdict-cells.ts';

/** A row a calendar year: what can be said, the mean difference, and in how many of 20 futures. */
export function ribbonTable(
  lang: Language,
  measure: Measure | undefined,
  rows: readonly VerdictRow[],
): Drawing['table'] {
  const head = rows.flatMap(({ who: { letter: B } }) => [
    say(lang, 'time_ribbon_head', { B }),
    say(lang, 'time_ribbon_head_mean', { B }),
    say(lang, 'time_ribbon_head_k', { B }),
  ]);
  const years = rows[0]?.verdicts.map(({ year }) => year) ?? [];
  return {
    head: [say(lang, 'time_year'), ...head],
    rows: years.map((year, i) => [
      String(year),
      ...rows.flatMap(({ verdicts }) => {
        const { row } = verdicts[i];
        return [
          measure === undefined ? '' : verdictWords(lang, measure, verdicts[i]),
          differenceIn(lang, measure, row),
          number(lang, row?.k),
        ];
      }),
    ]),
  };
}

function differenceIn(lang: Language, measure: Measure | undefined, row: YearVerdict['row']): string {
  const digits = measure === undefined ? 0 : digitsOf(measure, halfWidth(row?.ciLow, row?.ciHigh));
  return signed(lang, row?.meanDifference, digits);
}

/** The rows of comparison.csv that the cells show. */
export function ribbonCsv(rows: readonly VerdictRow[]): Drawing['csv'] {
  const head =
    'base,scenario,period,municipality,group,measure,mean_difference,sd,ci_low,ci_high,n,share_better,verdict,unit';
  const written = rows.flatMap(({ verdicts }) =>
    verdicts.flatMap(({ row }) => {
      if (row === undefined) return [];
      const { base, scenario, period, municipality, group, measure, meanDifference, sd, ciLow, ciHigh, n } = row;
      const verdict = row.verdict === null ? null : word('en', row.verdict);
      const numbers = [meanDifference, sd, ciLow, ciHigh, n, row.shareBetter];
      return [[base, scenario, period, municipality, group, measure, ...numbers, verdict, row.unit]];
    }),
  );
  return [head.split(','), ...written];
}

/** What is said of the date's year, every alternative in its order. */
export function ribbonReadout(result: Result, ask: Asked, measure: Measure, rows: readonly VerdictRow[]): string {
  const { lang, day, queue } = ask;
  const year = yearAt(result, day);
  if (year < result.findings.switchYear) return say(lang, 'time_difference_past', { date: String(year) });
  const items = rows.map(({ who, verdicts }) => {
    const it = verdicts[year - result.findings.switchYear];
    return `${who.letter} ${verdictWords(lang, measure, it)} (${differenceIn(lang, measure, it.row)})`;
  });
  return say(lang, 'time_ribbon_readout', {
    year,
    waiting: word(lang, `waiting_${queue}`),
    A: baseLetter(result, lang),
    items: items.join('; '),
  });
}
