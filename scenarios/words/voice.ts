/** What every sentence about findings needs: who is called what, whose numbers are meant, and how a measure is put into words. */
import type { Measure } from '../experiment/catalogue.ts';
import type { ComparisonRow, EstimateRow, Findings } from '../experiment/findings.ts';
import type { PolicyReached, ScenarioFacts } from '../resolve/compose.ts';
import { isOne } from './fill.ts';
import { decimals, number, percent, undefinedSign } from './format.ts';
import { unitName } from './units.ts';
import type { Language, WordKey } from './words.ts';
import { word } from './words.ts';

/** The scenarios' letters in their order: A is what the others are compared with. */
export function letters(findings: Findings): Map<string, string> {
  const order = inOrder(findings);
  return new Map(order.map((scenario, at) => [scenario.name, scenario.letter ?? letter(at)]));
}

function letter(at: number): string {
  const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';
  return at < 26 ? alphabet[at] : `${alphabet[Math.floor(at / 26) - 1]}${alphabet[at % 26]}`;
}

/** The base first, then the others as they were asked for. */
export function inOrder(findings: Findings): ScenarioFacts[] {
  const { base, scenarios } = findings;
  return base === null ? [...scenarios] : [base, ...scenarios.filter(({ name }) => name !== base.name)];
}

/** The scenarios that are compared with the base, in order; none where nothing is compared. */
export function alternatives(findings: Findings): ScenarioFacts[] {
  return findings.base === null ? [] : inOrder(findings).slice(1);
}

/** What a scenario is called beside its letter: its policies, or the place as it is today. */
export function scenarioLabel(scenario: ScenarioFacts, lang: Language): string {
  if (scenario.policies.length === 0) return word(lang, 'no_change', { label: scenario.place.label[lang] });
  return scenario.policies.map(({ label }) => label[lang]).join(' + ');
}

/** A municipality as sentences call it. */
export function townName(scenario: ScenarioFacts, municipality: string): string {
  return scenario.place.towns.find(({ number: it }) => it === municipality)?.name ?? municipality;
}

/** Whether a scenario changes how money is handed out. */
export function isFunding({ policies }: Pick<ScenarioFacts, 'policies'>): boolean {
  return policies.some(({ mechanisms }: Pick<PolicyReached, 'mechanisms'>) => mechanisms.funding !== undefined);
}

/** Whose number of a measure heads the answer: the town in focus; of several towns the whole place; else the provider. */
export function whose(findings: Findings, measure: Measure): string {
  if (measure.level === 'provider') return 'provider';
  if (findings.focus.length === 1) return findings.focus[0];
  return measure.level === 'town' ? 'all' : 'provider';
}

/** Years after the switch that are printed: 1, 2, 5 and 10, as far as the run goes. */
export function shownYears({ years }: Findings): number[] {
  return [1, 2, 5, 10].filter((year) => year <= years);
}

export function comparison(
  findings: Findings,
  scenario: string,
  measure: Measure,
  period = 'all',
): ComparisonRow | undefined {
  return comparisonAt(findings, { scenario, measure: measure.name, municipality: whose(findings, measure), period });
}

export function estimate(
  findings: Findings,
  scenario: string,
  measure: Measure,
  period = 'all',
): EstimateRow | undefined {
  return estimateAt(findings, { scenario, measure: measure.name, municipality: whose(findings, measure), period });
}

/** Where a number stands: of everybody, whatever the group. */
export type Place = Pick<EstimateRow, 'scenario' | 'measure' | 'municipality' | 'period'>;

export function comparisonAt({ comparisons }: Findings, place: Place): ComparisonRow | undefined {
  return rowAt(comparisons, place);
}

export function estimateAt({ estimates }: Findings, place: Place): EstimateRow | undefined {
  return rowAt(estimates, place);
}

/** Rows of everybody by measure. A key of all four parts for each of ten thousand rows would take longer than all look-ups. */
const byMeasure = new WeakMap<readonly Placed[], Map<string, Placed[]>>();
type Placed = Place & { group: string };

function rowAt<Row extends Placed>(rows: readonly Row[], place: Place): Row | undefined {
  let known = byMeasure.get(rows) as Map<string, Row[]> | undefined;
  if (!known) {
    known = new Map();
    for (const row of rows) {
      if (row.group !== 'all') continue;
      const own = known.get(row.measure);
      if (own) own.push(row);
      else known.set(row.measure, [row]);
    }
    byMeasure.set(rows, known);
  }
  // as a map of whole keys would have it: what comes later counts
  return known
    .get(place.measure)
    ?.findLast(
      ({ scenario, municipality, period }) =>
        period === place.period && municipality === place.municipality && scenario === place.scenario,
    );
}

export function measureOf({ catalogue }: Pick<Findings, 'catalogue'>, name: string): Measure | undefined {
  return catalogue.byName.get(name);
}

// ---- numbers of a measure in words ----

/** The number that is shown for one of the measure: percent of a share, millions of NOK. */
function shownAs({ unit }: Pick<Measure, 'unit'>): number {
  if (unit === 'share') return 100;
  return unit === 'NOK' ? 1e-6 : 1;
}

/** How many decimals a measure deserves whose interval is ± `halfWidth`, in its own unit. */
export function digitsOf(measure: Pick<Measure, 'unit'>, halfWidth: number | null | undefined): number {
  const scaled = halfWidth === null || halfWidth === undefined ? halfWidth : halfWidth * shownAs(measure);
  return decimals(scaled, measure.unit === 'share' ? 1 : 2);
}

/** A level in words: `7.6 persons`, `21%`, `NOK 1.2 million`. */
export function level(lang: Language, measure: Pick<Measure, 'unit'>, value: number | null, digits: number): string {
  if (value === null) return undefinedSign;
  if (measure.unit === 'share') return percent(lang, value, digits);
  return withUnit(lang, measure.unit, value * shownAs(measure), digits, 'level');
}

/** A difference in words, without its sign: `0.9 persons`, `2.1 percentage points`. */
export function gap(lang: Language, measure: Pick<Measure, 'unit'>, value: number | null, digits: number): string {
  if (value === null) return undefinedSign;
  return withUnit(lang, measure.unit, Math.abs(value) * shownAs(measure), digits, 'gap');
}

/** A level for a table: without its unit, which the head names. */
export function bare(lang: Language, measure: Pick<Measure, 'unit'>, value: number | null, digits: number): string {
  return number(lang, value === null ? null : value * shownAs(measure), digits);
}

/** The unit as a table's head names it. */
export function unitWord(lang: Language, { unit }: Pick<Measure, 'unit'>): string {
  if (unit === 'share') return '%';
  if (unit === 'NOK') return word(lang, 'unit_nok_millions');
  return unitName(lang, unit);
}

function withUnit(lang: Language, unit: string, shown: number, digits: number, what: 'level' | 'gap'): string {
  const text = number(lang, shown, digits);
  if (unit === 'NOK') return word(lang, 'amount_nok', { n: text });
  if (unit === 'share' && what === 'gap') return word(lang, 'amount_points', { n: text });
  return counted(lang, text, unit);
}

/** A number as it is shown, with its unit: `1 day`, `2 days`, `1.0 days`. */
export function counted(lang: Language, shown: string, unit: string): string {
  return `${shown} ${unitName(lang, unit, isOne(shown))}`;
}

/** What a measure that falls (−1) or rises (1) does, in a word: fewer, shorter, lower. */
export function direction(lang: Language, measure: Pick<Measure, 'name' | 'unit'>, sign: number): string {
  return word(lang, directionKey(measure, sign));
}

function directionKey({ name, unit }: Pick<Measure, 'name' | 'unit'>, sign: number): WordKey {
  if (unit === 'days' && name.startsWith('wait_')) return sign < 0 ? 'shorter' : 'longer';
  if (unit === 'share' || unit === 'NOK') return sign < 0 ? 'lower' : 'higher';
  return sign < 0 ? 'fewer' : 'more';
}

/** A signed difference with its direction: `0.8 fewer`, `1.7 more persons`, `3 days shorter`, `2 percentage points lower`. */
export function directed(
  lang: Language,
  measure: Pick<Measure, 'name' | 'unit'>,
  value: number | null,
  digits: number,
  withUnit: boolean,
): string {
  if (value === null) return undefinedSign;
  const key = directionKey(measure, value < 0 ? -1 : 1);
  const isCounted = key === 'fewer' || key === 'more';
  if (!isCounted) return `${gap(lang, measure, value, digits)} ${word(lang, key)}`;
  const text = `${number(lang, Math.abs(value), digits)} ${word(lang, key)}`;
  return withUnit ? `${text} ${unitWord(lang, measure)}` : text;
}

/** A level without the unit of counted things: `4.4`, `21%`, `NOK 1.2 million`. */
export function terse(lang: Language, measure: Pick<Measure, 'unit'>, value: number | null, digits: number): string {
  const isCounted = measure.unit !== 'share' && measure.unit !== 'NOK';
  return isCounted ? number(lang, value, digits) : level(lang, measure, value, digits);
}

export function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** Half the width of an interval; null where there is none. */
export function halfWidth(low: number | null | undefined, high: number | null | undefined): number | null {
  return low === null || low === undefined || high === null || high === undefined ? null : (high - low) / 2;
}

/** Whether an interval lies wholly on one side of 0: −1 or 1, else 0. */
export function side(low: number | null | undefined, high: number | null | undefined): -1 | 0 | 1 {
  if (low === null || low === undefined || high === null || high === undefined) return 0;
  if (low > 0) return 1;
  return high < 0 ? -1 : 0;
}
