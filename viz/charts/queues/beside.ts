/** Beside the queue: what can make it shorter or longer without anybody being better off, in the calendar year of the date. */
import type { Measure } from '../../../scenarios/experiment/catalogue.ts';
import type { EstimateRow } from '../../../scenarios/experiment/findings.ts';
import { number } from '../../../scenarios/words/format.ts';
import { bare, digitsOf, halfWidth } from '../../../scenarios/words/voice.ts';
import type { Language } from '../../../scenarios/words/words.ts';
import type { Result } from '../../result/result.ts';
import { type SayKey, say } from '../../words/words.ts';
import type { Drawing } from '../chart.ts';
import { balanced, textWidth } from '../measure-text.ts';
import { estimateAt } from '../numbers-of.ts';
import { root } from '../root.ts';
import type { Who } from '../scenarios.ts';
import { el, label, type Svg } from '../svg.ts';
import { colour, type } from '../theme.ts';
import { besideMeasures } from './queue-measure.ts';
import { namedScenarios } from './queue-series.ts';
import { yearAt } from './time-frame.ts';
import { type Asked, asked, type TimeOptions } from './time-options.ts';

interface Line {
  who: Who;
  row: EstimateRow | undefined;
}

/** Between figures side by side and under each other. */
const gutter = 28;
const rowGap = 24;
/** From one scenario to the next, on the screen and on paper. */
const steps = { screen: 20, paper: 17 } as const;
/** Narrower than this, figures stand under each other. */
const column = 400;

/** A small figure a measure: a column where there is little width, else in a row. */
export function beside(result: Result, options: TimeOptions): Drawing {
  const ask = asked(result, options);
  const { lang, queue, municipality, zoom, frame } = ask;
  const { findings } = result;
  const { width } = frame;
  const step = options.paper ? steps.paper : steps.screen;
  const period = String(yearAt(result, ask.day));
  const everybody = namedScenarios(result, lang);
  const figures = besideMeasures(findings, queue).map((measure) => ({
    measure,
    lines: everybody.map(
      (who): Line => ({
        who,
        row: estimateAt(findings, { scenario: who.name, measure: measure.name, municipality, period }),
      }),
    ),
  }));
  const columns = width < column ? 1 : figures.length;
  const each = (width - (columns - 1) * gutter) / columns;
  const isBeside = figures.every(({ measure }) => shareLine(lang, measure, each));
  const heads = figures.map(({ measure }) => headOf(lang, measure, each, isBeside));
  const head = Math.max(0, ...heads.map(({ height }) => height));
  let y = 0;
  const body = figures.map(({ measure, lines }, i) => {
    const top = columns === 1 ? heads[i].height : head;
    const left = columns === 1 ? 0 : i * (each + gutter);
    const at = columns === 1 ? y : 0;
    if (columns === 1) y += top + lines.length * step + rowGap;
    const most = largest(result, ask, measure, everybody);
    return el(
      'g',
      { transform: `translate(${left.toFixed(2)},${at})`, 'data-measure': measure.name },
      heads[i].body,
      lines.map((line, row) => lineOf(ask, measure, line, each, top + row * step + 10, most)),
    );
  });
  const height = columns === 1 ? Math.max(1, y - rowGap + 4) : head + everybody.length * step + 6;
  return {
    title: say(lang, 'time_beside'),
    reading: say(lang, 'time_beside_reading', { year: period }),
    svg: root(width, height, zoom, body),
    width: width * zoom,
    height: height * zoom,
    table: {
      head: [say(lang, 'time_beside_measure', { year: period }), ...everybody.map(({ letter }) => letter)],
      rows: figures.map(({ measure, lines }) => [
        nameOf(lang, measure),
        ...lines.map(({ row }) => shownValue(lang, measure, row)),
      ]),
    },
    csv: csvOf(figures.flatMap(({ lines }) => lines)),
    readout: say(lang, 'time_beside_readout', {
      year: period,
      items: figures
        .map(({ measure, lines }) =>
          say(lang, 'time_beside_item', {
            measure: nameOf(lang, measure),
            items: lines.map(({ who, row }) => `${who.letter} ${shownValue(lang, measure, row)}`).join(', '),
          }),
        )
        .join('; '),
    }),
  };
}

/** What is counted, where the label of the measure does not say it. */
const units: Readonly<Record<string, SayKey>> = {
  new_needs: 'time_unit_persons_a_year',
  gave_up_follow_up: 'time_unit_persons_a_year',
  gave_up_first_contact: 'time_unit_persons_a_year',
  served_while_waiting_mean: 'time_unit_persons',
  days_without_service: 'time_unit_days',
};

const nameOf = (lang: Language, measure: Measure) => `${measure.label[lang]}, ${say(lang, units[measure.name])}`;

const lineHeight = 17;

/** The measure's name and what is counted: beside it at the right where `isBeside`, else under it. */
function headOf(lang: Language, measure: Measure, width: number, isBeside: boolean): { body: Svg; height: number } {
  const lines = balanced(measure.label[lang], width, type.note, 650);
  const unit = balanced(say(lang, units[measure.name]), width, type.small);
  const last = 14 + (lines.length - 1) * lineHeight;
  const first = isBeside ? last : last + lineHeight;
  const grey = { 'font-size': type.small, fill: colour('secondary') };
  const place = isBeside ? { x: width, 'text-anchor': 'end' } : { x: 0 };
  return {
    body: [
      lines.map((line, row) =>
        label(line, { x: 0, y: 14 + row * lineHeight, 'font-size': type.note, 'font-weight': 600 }),
      ),
      unit.map((line, row) => label(line, { ...place, y: first + row * lineHeight, ...grey })),
    ],
    height: first + (unit.length - 1) * lineHeight + 8,
  };
}

/** Whether a measure's name and its unit share a line. */
function shareLine(lang: Language, measure: Measure, width: number): boolean {
  const unit = textWidth(say(lang, units[measure.name]), type.small);
  return textWidth(measure.label[lang], type.note, 650) + 12 + unit <= width;
}

/** Mean and spread: one standard deviation between futures to each side, never below nothing. */
function spreadOf(row: EstimateRow | undefined): { mean: number; low: number; high: number } | null {
  if (!row || row.mean === null) return null;
  const sd = row.sd ?? 0;
  return { mean: row.mean, low: Math.max(0, row.mean - sd), high: row.mean + sd };
}

/** The end of the scale: no year and no scenario goes beyond it, so that it stands still while the date is moved. */
function largest(result: Result, { municipality }: Asked, measure: Measure, everybody: readonly Who[]): number {
  const { findings } = result;
  let most = 0;
  for (let year = findings.switchYear - findings.history; year < findings.switchYear + findings.years; year++) {
    for (const { name } of everybody) {
      const spread = spreadOf(
        estimateAt(findings, { scenario: name, measure: measure.name, municipality, period: String(year) }),
      );
      most = Math.max(most, spread?.high ?? 0);
    }
  }
  return most || 1;
}

function lineOf(ask: Asked, measure: Measure, { who, row }: Line, width: number, y: number, most: number): Svg {
  const { lang, focus, strength } = ask;
  const spread = spreadOf(row);
  const left = 22;
  const right = width - 52;
  const x = (value: number) => left + (value / most) * (right - left);
  const weight = who.name === focus ? 700 : 600;
  return el(
    'g',
    { 'data-scenario': who.name },
    label(who.letter, { x: 0, y: y + 4.5, fill: who.style.text, 'font-weight': weight }),
    el('path', { d: `M${left},${y}H${right}`, stroke: colour('hairline') }),
    spread !== null && [
      strength > 0 &&
        el('rect', {
          x: x(spread.low),
          y: y - 2.5,
          width: x(spread.high) - x(spread.low),
          height: 5,
          rx: 2.5,
          fill: who.style.line,
          'fill-opacity': 0.28 * strength,
          'data-key': `${measure.name}-spread-${who.name}`,
        }),
      el('circle', {
        cx: x(spread.mean),
        cy: y,
        r: 4.5,
        fill: who.style.line,
        'data-key': `${measure.name}-mean-${who.name}`,
      }),
    ],
    label(shownValue(lang, measure, row), {
      x: width,
      y: y + 4.5,
      'text-anchor': 'end',
      'font-weight': who.name === focus ? 650 : 400,
    }),
  );
}

const shownValue = (lang: Language, measure: Measure, row: EstimateRow | undefined): string =>
  row === undefined
    ? number(lang, null)
    : bare(lang, measure, row.mean, digitsOf(measure, halfWidth(row.ciLow, row.ciHigh)));

/** The rows of estimates.csv that are shown. */
function csvOf(lines: readonly Line[]): Drawing['csv'] {
  const rows = lines.flatMap(({ row }) => {
    if (!row) return [];
    const { scenario, period, municipality, group, measure, mean, sd, ciLow, ciHigh, n, unit } = row;
    return [[scenario, period, municipality, group, measure, mean, sd, ciLow, ciHigh, n, unit]];
  });
  return ['scenario,period,municipality,group,measure,mean,sd,ci_low,ci_high,n,unit'.split(','), ...rows];
}
