/** The funding answer: from which share kept the framework grant serves a town as well as the grant, both ways of the council. */
import type { BreakEvenReason, BreakEvenRow, Findings } from '../experiment/findings.ts';
import { number, percent, percentRange, signed } from './format.ts';
import { uncapital } from './hinge.ts';
import { headsOf } from './verdict.ts';
import {
  alternatives,
  comparison,
  digitsOf,
  halfWidth,
  isFunding,
  letters,
  measureOf,
  shownYears,
  unitWord,
  whose,
} from './voice.ts';
import type { Language, WordKey } from './words.ts';
import { word } from './words.ts';

/** The measure by which the break-even is found. */
const heading = 'days_without_service';

/** The break-even that is printed; undefined where no two scenarios differ only in what the council keeps. */
export function headlineBreakEven(findings: Findings): BreakEvenRow | undefined {
  return findings.breakeven.find(
    ({ period, measure, municipality }) =>
      period === 'all' && measure === heading && isAnswer(findings, measure, municipality),
  );
}

/** The break-even in sentences; none where no two scenarios differ only in what the council keeps. */
export function breakEvenSentences(findings: Findings, lang: Language): string[] {
  const row = headlineBreakEven(findings);
  if (!row) return [];
  return [
    headline(findings, row, lang),
    ...measured(findings, row, lang),
    ...byYear(findings, row, lang),
    ...byPlaces(findings, row, lang),
    ...fates(findings, lang),
  ];
}

function isAnswer(findings: Findings, name: string, municipality: string): boolean {
  const measure = measureOf(findings, name);
  return measure !== undefined && whose(findings, measure) === municipality;
}

const headlines: Record<BreakEvenReason, WordKey> = {
  no_difference: 'breakeven_no_difference',
  better_even_at_half: 'breakeven_better_even_at_half',
  worse_even_if_all: 'breakeven_worse_even_if_all',
  too_few: 'breakeven_too_few',
};

function headline(findings: Findings, row: BreakEvenRow, lang: Language): string {
  const names = letters(findings);
  const ofPair = [row.high, row.low].map((name) => names.get(name) ?? name).sort();
  const B = word(lang, 'the_framework', { letters: ofPair.join(', ') });
  const A = names.get(row.base) ?? row.base;
  const town = word(lang, findings.focus.length === 1 ? 'this_town' : 'these_towns');
  const low = percent(lang, row.lowValue);
  if (row.breakeven === null) return word(lang, headlines[row.reason || 'too_few'], { A, B, low, town });
  const digits = shareDigits(row);
  const k = percent(lang, row.breakeven, digits);
  return word(lang, 'breakeven', { A, B, k, town, range: rangeOf(row, digits, lang) });
}

const shareDigits = (row: BreakEvenRow) => Math.min(1, digitsOf({ unit: 'share' }, halfWidth(row.ciLow, row.ciHigh)));

function rangeOf({ ciLow, ciHigh }: BreakEvenRow, digits: number, lang: Language): string {
  return ciLow === null || ciHigh === null ? '–' : percentRange(lang, ciLow, ciHigh, digits);
}

function measured(findings: Findings, row: BreakEvenRow, lang: Language): string[] {
  const measure = measureOf(findings, row.measure);
  const sentences = measure ? [word(lang, 'breakeven_measure', { measure: uncapital(measure.label[lang]) })] : [];
  if (row.shareOfGrant !== null) {
    sentences.push(word(lang, 'breakeven_grant', { k: percent(lang, row.shareOfGrant, shareDigits(row)) }));
  }
  return sentences;
}

const reasons: Record<BreakEvenReason, WordKey> = {
  no_difference: 'reason_no_difference',
  better_even_at_half: 'reason_better_even_at_half',
  worse_even_if_all: 'reason_worse_even_if_all',
  too_few: 'reason_too_few',
};

function byYear(findings: Findings, all: BreakEvenRow, lang: Language): string[] {
  const items = shownYears(findings).flatMap((nth) => {
    const year = String(findings.switchYear + nth - 1);
    const row = findings.breakeven.find(
      (one) => one.period === year && one.measure === all.measure && one.municipality === all.municipality,
    );
    if (!row) return [];
    if (row.breakeven === null) {
      const reason = word(lang, reasons[row.reason || 'too_few'], { low: percent(lang, row.lowValue) });
      return word(lang, 'breakeven_year_none', { year, reason });
    }
    return word(lang, 'breakeven_year', { k: percent(lang, row.breakeven, shareDigits(row)), year });
  });
  return items.length === 0 ? [] : [word(lang, 'breakeven_years', { items: items.join('; ') })];
}

function byPlaces(findings: Findings, all: BreakEvenRow, lang: Language): string[] {
  const row = findings.breakeven.find(
    (one) => one.period === 'all' && one.measure === 'place_years' && one.municipality === all.municipality,
  );
  if (!row || row.breakeven === null) return [];
  const digits = shareDigits(row);
  const k = percent(lang, row.breakeven, digits);
  return [word(lang, 'breakeven_places', { k, range: rangeOf(row, digits, lang) })];
}

/** Futures in which the town keeps the grant throughout, and those in which it loses it, apart. */
function fates(findings: Findings, lang: Language): string[] {
  const { fates: it } = findings;
  const measure = measureOf(findings, heading);
  if (!it || !measure) return [];
  const names = letters(findings);
  const sentences = [
    word(lang, 'fates', {
      keeps: number(lang, it.keeps),
      loses: number(lang, it.loses),
      n: number(lang, it.keeps + it.loses),
      years: findings.years,
    }),
  ];
  for (const scenario of alternatives(findings).filter(isFunding)) {
    const [keeps, loses] = (['keeps', 'loses'] as const).map((fate) => {
      const row = it.differences.find(
        (one) => one.scenario === scenario.name && one.measure === heading && one.fate === fate,
      );
      return row ? withInterval(row.mean, row.ciLow, row.ciHigh, measure, lang) : null;
    });
    if (keeps === null || loses === null) continue;
    const B = names.get(scenario.name) ?? scenario.name;
    const A = names.get(findings.base?.name ?? '') ?? '';
    const label = measure.label[lang];
    sentences.push(word(lang, 'fates_difference', { measure: label, A, B, keeps, loses }));
  }
  return sentences;
}

/** A difference with its 95 % interval, `−2.4 (−3.5 to −1.3)`; null where undefined. */
export function withInterval(
  mean: number | null,
  low: number | null,
  high: number | null,
  measure: { unit: string },
  lang: Language,
): string | null {
  if (mean === null || low === null || high === null) return null;
  const digits = digitsOf(measure, halfWidth(low, high));
  const scale = measure.unit === 'share' ? 100 : measure.unit === 'NOK' ? 1e-6 : 1;
  const [d, from, to] = [mean, low, high].map((value) => signed(lang, value * scale, digits));
  return word(lang, 'difference_with_interval', { d, low: from, high: to });
}

/** A table of the council's two ways: a row a measure, the difference from the base where money is passed on and where it is not. */
export interface BothWays {
  /** Names of the scenarios, as letters. */
  columns: string[];
  rows: { label: string; cells: string[] }[];
}

export function bothWays(findings: Findings, lang: Language): BothWays | null {
  const pair = findings.breakeven[0];
  if (!pair) return null;
  const scenarios = [pair.high, pair.low].flatMap((name) => findings.scenarios.find((one) => one.name === name) ?? []);
  if (scenarios.length < 2) return null;
  const names = letters(findings);
  return {
    columns: scenarios.map(({ name }) => names.get(name) ?? name),
    rows: headsOf(scenarios[0], findings).map((measure) => ({
      label: `${measure.label[lang]}, ${unitWord(lang, measure)}`,
      cells: scenarios.map((scenario) => {
        const row = comparison(findings, scenario.name, measure);
        const d = row && withInterval(row.meanDifference, row.ciLow, row.ciHigh, measure, lang);
        return !row || !d || row.k === null ? '–' : word(lang, 'both_ways_cell', { d, k: row.k });
      }),
    })),
  };
}
