/** A chart over time as a table, as data, and as a sentence about one day. */
import { number, signed } from '../../../scenarios/words/format.ts';
import { capital } from '../../../scenarios/words/voice.ts';
import { type Language, word } from '../../../scenarios/words/words.ts';
import type { Result } from '../../result/result.ts';
import { say } from '../../words/words.ts';
import type { Drawing, DrawingTable } from '../chart.ts';
import { personDigits } from '../people-axis.ts';
import { isEmpty, type QueueSeries, sharesPast, valueOn, yearMean } from './queue-series.ts';
import { dayInFiles, dayInWords, newYearOf, yearAt } from './time-frame.ts';
import type { Asked } from './time-options.ts';

/** A row a calendar year: the mean of its months, and what 9 of 10 futures keep within. `isDifference`: with signs. */
export function queueTable(
  result: Result,
  lang: Language,
  series: readonly QueueSeries[],
  isDifference = false,
): DrawingTable {
  const [first] = result.days;
  const years: number[] = [];
  const from = isDifference ? Math.max(0, first) : first;
  for (let year = yearAt(result, from); year <= yearAt(result, Number.POSITIVE_INFINITY); year++) years.push(year);
  const write = isDifference ? signed : number;
  const digits = personDigits(largest(series));
  return {
    head: [
      say(lang, 'time_year'),
      ...series.flatMap(({ who: { letter: A } }) => [
        say(lang, 'time_head_mean', { A }),
        say(lang, 'time_head_span', { A }),
      ]),
    ],
    rows: years.map((year) => [
      String(year),
      ...series.flatMap(({ band }) => {
        const of = (values: readonly number[]) =>
          yearMean(result, values, newYearOf(result, year), newYearOf(result, year + 1));
        return [write(lang, of(band.mean), digits), span(lang, of(band.p05), of(band.p95), isDifference)];
      }),
    ]),
  };
}

const largest = (series: readonly QueueSeries[]) =>
  Math.max(0, ...series.flatMap(({ band }) => band.mean.map(Math.abs)));

/** A span of whole persons: `0–5`, of differences `−4 to +1`. */
export function span(lang: Language, low: number, high: number, isDifference: boolean): string {
  if (!isDifference) return `${number(lang, low)}–${number(lang, high)}`;
  return say(lang, 'time_span', { low: signed(lang, low), high: signed(lang, high) });
}

/** The months' own values, not averaged, with the columns of bands.csv. */
export function queueCsv(result: Result, series: readonly QueueSeries[]): Drawing['csv'] {
  const head = 'scenario,base,date,day,municipality,kind,queue,mean,p05,p25,p50,p75,p95'.split(',');
  const rows = series.flatMap(({ band }) =>
    result.days.map((day, i) => [
      band.scenario,
      band.base,
      dayInFiles(result, day),
      day,
      band.municipality,
      band.kind,
      band.queue,
      ...[band.mean, band.p05, band.p25, band.p50, band.p75, band.p95].map((values) => values[i]),
    ]),
  );
  return [head, ...rows];
}

/** What is drawn at the date, all scenarios in their order. */
export function queueReadout(result: Result, ask: Asked, series: readonly QueueSeries[]): string {
  const { lang, day, queue, strength } = ask;
  if (series.length === 0) return `${say(lang, 'time_missing')}.`;
  if (isEmpty(series)) return `${say(lang, 'time_empty')}.`;
  const date = capital(dayInWords(result, lang, day));
  const waiting = word(lang, `waiting_${queue}`);
  const items = series.map((it) => ({ A: it.who.letter, ...spanOn(result, ask, it, largest(series)) }));
  if (day <= 0 && strength > 0 && sharesPast(result, series)) {
    return say(lang, 'time_readout_past', { date, waiting, ...items[0] });
  }
  const said = items.map((item) => (strength === 0 ? `${item.A} ${item.mean}` : say(lang, 'time_readout_item', item)));
  return say(lang, strength === 0 ? 'time_readout_means' : 'time_readout', { date, waiting, items: said.join('; ') });
}

function spanOn(result: Result, { lang, day }: Asked, { drawn }: QueueSeries, most: number) {
  const on = (values: readonly number[]) => valueOn(result, values, day);
  return {
    mean: number(lang, on(drawn.mean), personDigits(most)),
    low: number(lang, on(drawn.p05)),
    high: number(lang, on(drawn.p95)),
  };
}
