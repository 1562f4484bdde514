/** What an answer leans on, and where it would turn. */
import type { Measure } from '../experiment/catalogue.ts';
import type { Findings, HingeRow } from '../experiment/findings.ts';
import { fewestForHinges } from '../experiment/statistics/fewest.ts';
import type { ScenarioFacts } from '../resolve/compose.ts';
import { number, percent, percentRange } from './format.ts';
import { counted, digitsOf, direction, gap, measureOf, townName, whose } from './voice.ts';
import type { Language } from './words.ts';
import { isWordKey, word } from './words.ts';

/** What one verdict leans on, in order of weight: at most three sentences, or that no single number stands out. */
export function hingeSentences(
  findings: Findings,
  { scenario, measure }: { scenario: ScenarioFacts; measure: Measure },
  lang: Language,
): string[] {
  if (findings.uncertainty === 'chance' || findings.replications < fewestForHinges) return [];
  const rows = findings.hinges.filter(
    (hinge) =>
      hinge.scenario === scenario.name &&
      hinge.measure === measure.name &&
      hinge.period === 'all' &&
      hinge.municipality === whose(findings, measure),
  );
  if (rows.length === 0) return [word(lang, 'hinge_none')];
  return rows.slice(0, 3).map((row) => hingeSentence(findings, row, scenario, lang));
}

/** Said once: that dots are coarse, and where hinges cannot be known. */
export function hingesUnknown(findings: Findings, lang: Language): string[] {
  const coarse = findings.replications < 20 ? [word(lang, 'few_runs_for_dots', { n: findings.replications })] : [];
  if (findings.uncertainty === 'chance') return [...coarse, word(lang, 'hinge_chance')];
  if (findings.replications >= fewestForHinges) return [];
  return [...coarse, word(lang, 'hinge_few_runs', { needed: fewestForHinges, n: findings.replications })];
}

function hingeSentence(findings: Findings, row: HingeRow, scenario: ScenarioFacts, lang: Language): string {
  const label = row.label?.[lang] ?? row.path;
  const setting = settingOf(findings, row, scenario, uncapital(label), lang);
  const confidence = confidenceWord(row, lang);
  const range = quantityRange(lang, row.low, row.high, row.unit);
  if (row.binary !== null) {
    const measure = measureOf(findings, row.measure);
    if (measure) {
      const [no, yes] = [row.binary.no, row.binary.yes].map((value) => directedGap(measure, value, lang));
      return word(lang, 'hinge_binary', { setting, share: percent(lang, row.share), confidence, no, yes });
    }
  }
  if (row.turnsAt === null) {
    return word(lang, 'hinge_leans', { setting, share: percent(lang, row.share), confidence, range });
  }
  const v = quantity(lang, row.turnsAt, row.unit);
  if (row.value === null) return word(lang, 'hinge_turns_drawn', { setting, v, range, confidence });
  const v0 = quantity(lang, row.value, row.unit);
  return word(lang, isAssumed(row) ? 'hinge_turns_assumed' : 'hinge_turns', { setting, v, v0, range, confidence });
}

function settingOf(
  findings: Findings,
  row: HingeRow,
  scenario: ScenarioFacts,
  setting: string,
  lang: Language,
): string {
  if (row.whose === 'others') return word(lang, 'whose_others', { setting });
  if (row.whose === '' || findings.focus.length === 1) return setting;
  return word(lang, 'whose_town', { setting, town: townName(scenario, row.whose) });
}

function directedGap(measure: Measure, value: number, lang: Language): string {
  const digits = digitsOf(measure, Math.abs(value) / 4);
  return `${gap(lang, measure, value, digits)} ${direction(lang, measure, value < 0 ? -1 : 1)}`;
}

/** Whether nobody knows the number, as a clause of its source says: it is always shown with ◇. */
export const isAssumed = ({ source, confidence }: Pick<HingeRow, 'source' | 'confidence'>) =>
  /(^|; )assumed\b/i.test(source) || confidence === 'assumed';

/** How sure a number is, in words. */
export function confidenceWord({ confidence }: Pick<HingeRow, 'confidence'>, lang: Language): string {
  const name = `confidence_${confidence}`;
  return isWordKey(name) ? word(lang, name) : word(lang, 'confidence_other', { confidence });
}

/** How sure a number is, under a head that says what the word is about; empty where nothing is said. */
export function surenessWord({ confidence }: Pick<HingeRow, 'confidence'>, lang: Language): string {
  const name = `sure_${confidence}`;
  return isWordKey(name) ? word(lang, name) : confidence;
}

/** A parameter's value in words: shares in percent, else three significant digits. */
export function quantity(lang: Language, value: number, unit: string): string {
  if (unit === 'share') return percent(lang, value, decimalsOf(value * 100));
  const text = number(lang, value, decimalsOf(value));
  return unit === 'days' || unit === 'posts' ? counted(lang, text, unit) : text;
}

/** From–to in words, the sign of percent said once. */
export function quantityRange(lang: Language, low: number, high: number, unit: string): string {
  if (unit === 'share') return percentRange(lang, low, high, Math.max(decimalsOf(low * 100), decimalsOf(high * 100)));
  const digits = Math.max(decimalsOf(low), decimalsOf(high));
  return `${number(lang, low, digits)}–${number(lang, high, digits)}`;
}

/** Decimals that show a value with three significant digits and no needless zeros. */
export function decimalsOf(value: number): number {
  const short = Number(value.toPrecision(3));
  const [, part = ''] = plain(short).split('.');
  return part.length;
}

function plain(value: number): string {
  return Math.abs(value) < 1e-6 && value !== 0 ? value.toFixed(9).replace(/0+$/, '') : String(value);
}

/** A label inside a sentence: small first letter, unless the word is an abbreviation. */
export function uncapital(text: string): string {
  return /^\p{Lu}\p{Lu}/u.test(text) ? text : text.charAt(0).toLowerCase() + text.slice(1);
}
