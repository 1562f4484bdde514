/** The tables of the answer: queues and measures year by year, and the chain from money to days waited. Cells are text. */
import { tallies } from '../../model/record.ts';
import type { Measure } from '../experiment/catalogue.ts';
import type { Findings } from '../experiment/findings.ts';
import { undefinedSign } from './format.ts';
import {
  alternatives,
  bare,
  comparison,
  digitsOf,
  estimate,
  halfWidth,
  inOrder,
  letters,
  measureOf,
  shownYears,
  unitWord,
} from './voice.ts';
import type { Language } from './words.ts';
import { isWordKey, word } from './words.ts';

export interface Table {
  title: string;
  head: string[];
  rows: string[][];
}

/**
 * A table for each headline measure: a row a scenario, columns of years, and beside a queue or wait what must stand there.
 * Headline measures that stand beside another one are not repeated.
 */
export function yearTables(findings: Findings, lang: Language): Table[] {
  const headline = findings.catalogue.headline.flatMap((name) => measureOf(findings, name) ?? []);
  const beside = new Set(headline.flatMap(({ companions }) => companions));
  return headline
    .filter(({ name, companions }) => companions.length > 0 || !beside.has(name))
    .map((measure) => yearTable(findings, measure, lang));
}

function yearTable(findings: Findings, measure: Measure, lang: Language): Table {
  const names = letters(findings);
  const years = measure.kind === 'median' ? [] : shownYears(findings).map((year) => findings.switchYear + year - 1);
  const companions = measure.companions.flatMap((name) => measureOf(findings, name) ?? []);
  const digits = columnDigits(findings, measure);
  const head = ['', ...years.map(String), word(lang, 'all_years'), ...companions.map((one) => shortLabel(one, lang))];
  const rows = inOrder(findings).map(({ name }) => [
    names.get(name) ?? name,
    ...[...years.map(String), 'all'].map((period) =>
      isCutOff(measure, period, findings)
        ? undefinedSign
        : bare(lang, measure, estimate(findings, name, measure, period)?.mean ?? null, digits),
    ),
    ...companions.map((one) =>
      bare(lang, one, estimate(findings, name, one)?.mean ?? null, columnDigits(findings, one)),
    ),
  ]);
  return { title: titleOf(measure, lang), head, rows };
}

const watchedForAYear = (['referred_watched', 'stays_watched_365'] as const).map((name) => tallies.indexOf(name));

/** A measure that looks a year ahead has only those of the last year whose year ends inside the run: a day's people, or none. */
function isCutOff({ denominator }: Measure, period: string, { switchYear, years }: Findings): boolean {
  return period === String(switchYear + years - 1) && denominator.some(([tally]) => watchedForAYear.includes(tally));
}

/** The label with its unit, unless the label says it. */
function titleOf(measure: Measure, lang: Language): string {
  const label = measure.label[lang];
  const unit = unitWord(lang, measure);
  return label.toLowerCase().includes(unit.toLowerCase()) ? label : `${label} (${unit})`;
}

/** One number of decimals a column: what the most certain of its means, or of their differences from the base, carries. */
function columnDigits(findings: Findings, measure: Measure): number {
  const halves = inOrder(findings).flatMap(({ name }) => {
    const level = estimate(findings, name, measure);
    const paired = comparison(findings, name, measure);
    return [halfWidth(level?.ciLow, level?.ciHigh), halfWidth(paired?.ciLow, paired?.ciHigh)];
  });
  const known = halves.filter((half): half is number => half !== null && half > 0);
  const most = measure.unit === 'NOK' ? 2 : 1;
  return known.length === 0 ? 1 : Math.min(most, digitsOf(measure, Math.min(...known)));
}

/** A companion's name over a narrow column; the catalogue's label where there is no shorter one. */
function shortLabel(measure: Measure, lang: Language): string {
  const name = `short_${measure.name}`;
  return isWordKey(name) ? word(lang, name) : measure.label[lang];
}

/** Money → posts → staffed days → places → people → days: a row a link; the base's level, then the others' differences. */
export function chainTable(findings: Findings, lang: Language): Table {
  const names = letters(findings);
  const others = alternatives(findings);
  const levels = findings.base === null ? findings.scenarios : [findings.base];
  const rows = findings.catalogue.chain.flatMap((name) => {
    const measure = measureOf(findings, name);
    if (!measure) return [];
    return [
      [
        titleOf(measure, lang),
        ...levels.map((scenario) => {
          const row = estimate(findings, scenario.name, measure);
          return row
            ? bare(lang, measure, row.mean, digitsOf(measure, halfWidth(row.ciLow, row.ciHigh)))
            : undefinedSign;
        }),
        ...others.map((scenario) => differenceCell(findings, scenario.name, measure, lang)),
      ],
    ];
  });
  return { title: '', head: ['', ...[...levels, ...others].map(({ name }) => names.get(name) ?? name)], rows };
}

/** `+0.09 ±0.10`: the difference and half of its 95 % interval. */
function differenceCell(findings: Findings, scenario: string, measure: Measure, lang: Language): string {
  const row = comparison(findings, scenario, measure);
  const half = halfWidth(row?.ciLow, row?.ciHigh);
  if (!row || row.meanDifference === null || half === null) return undefinedSign;
  if (row.meanDifference === 0 && half === 0) return '0';
  const digits = digitsOf(measure, half);
  const d = bare(lang, measure, row.meanDifference, digits);
  const isRise = row.meanDifference > 0 && /[1-9]/.test(d);
  return `${isRise ? '+' : ''}${d} ±${bare(lang, measure, half, digits)}`;
}
