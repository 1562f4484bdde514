/** For "Assumptions and sources": which settings differ from the base, and which uncertain numbers the answers lean on. Text and data, no picture. */
import { group } from 'd3';
import type { HingeRow } from '../../../scenarios/experiment/findings.ts';
import type { ParameterRow, PolicyReached, ScenarioFacts } from '../../../scenarios/resolve/compose.ts';
import { number, percent, signed, undefinedSign } from '../../../scenarios/words/format.ts';
import { confidenceWord, decimalsOf, isAssumed, quantity, quantityRange } from '../../../scenarios/words/hinge.ts';
import { sourceText } from '../../../scenarios/words/sources.ts';
import { unitName } from '../../../scenarios/words/units.ts';
import { measureOf, townName, whose } from '../../../scenarios/words/voice.ts';
import type { Language } from '../../../scenarios/words/words.ts';
import { word } from '../../../scenarios/words/words.ts';
import type { Result } from '../../result/result.ts';
import type { SayKey } from '../../words/words.ts';
import { say } from '../../words/words.ts';
import type { DrawingTable } from '../chart.ts';
import type { Who } from '../scenarios.ts';
import { shortened, whoIsWho } from '../scenarios.ts';

/** A setting that is not the same in all scenarios. */
export interface Difference {
  label: string;
  /** A path of `--set`; empty: a policy that is laid over the place or not. */
  path: string;
  /** A value a scenario, in the order A, B, C, D; text in the reader's language. */
  values: string[];
  unit: string;
  source: string;
  /** How sure the number is, in words; empty of a policy. */
  confidence: string;
  /** Shown with ◇. */
  isAssumed: boolean;
}

/** Policies first, then numbers in the order in which the scenarios name them. */
export function differences({ findings }: Result, lang: Language): Difference[] {
  const scenarios = inOrderOf(findings.scenarios, findings.base);
  const policies = new Map(scenarios.flatMap(({ policies: own }) => own.map((policy) => [policy.fullName, policy])));
  const parameters = group(
    scenarios.flatMap(({ parameters: own }) => own.filter(({ scope }) => scope === 'policy')),
    ownPath,
  );
  return [
    ...[...policies.values()].map((policy) => policyRow(policy, scenarios, lang)),
    ...[...parameters].map(([path, rows]) => settingRow(path, rows, { scenarios, focus: findings.focus, lang })),
  ].filter(({ values }) => values.some((value) => value !== values[0]));
}

/** The base first, as letters are given. */
function inOrderOf(scenarios: readonly ScenarioFacts[], base: ScenarioFacts | null): ScenarioFacts[] {
  return base === null ? [...scenarios] : [base, ...scenarios.filter(({ name }) => name !== base.name)];
}

/** The path without the policy that changes it: `council.retention`. */
const ownPath = ({ path }: ParameterRow) => path.slice(path.lastIndexOf('/') + 1);

function policyRow(policy: PolicyReached, scenarios: readonly ScenarioFacts[], lang: Language): Difference {
  const values = scenarios.map(({ policies, place }) => {
    const own = policies.find(({ fullName }) => fullName === policy.fullName);
    if (!own) return say(lang, 'differs_no');
    if (own.towns.length === place.towns.length) return say(lang, 'differs_all_towns');
    if (own.towns.length === 1) return townName(scenarios[0], own.towns[0]);
    return say(lang, 'differs_towns', { k: own.towns.length, n: place.towns.length });
  });
  const source = policy.sources.map((text) => sourceText(lang, text)).join('; ');
  return { label: shortened(policy.label[lang]), path: '', values, unit: '', source, confidence: '', isAssumed: false };
}

interface Where {
  scenarios: readonly ScenarioFacts[];
  focus: readonly string[];
  lang: Language;
}

/** @param rows what the policies say of it, at least one */
function settingRow(path: string, rows: readonly ParameterRow[], { scenarios, focus, lang }: Where): Difference {
  const [first] = rows;
  const together = (texts: string[]) => [...new Set(texts)].join('; ');
  return {
    label: first.label?.[lang] ?? path,
    path,
    values: scenarios.map((scenario) => valueIn(scenario, path, focus, lang)),
    // a share is written in percent, and times of a factor have their sign
    unit: first.unit === 'share' || first.unit === 'factor' ? '' : unitName(lang, first.unit),
    source: together(rows.map(({ source }) => sourceText(lang, source))),
    confidence: together(rows.map((row) => confidenceWord(row, lang))),
    isAssumed: rows.some(isAssumed),
  };
}

/** What a scenario's policies do with a number; where none does, its value in the (first) municipality in focus. */
function valueIn({ parameters }: ScenarioFacts, path: string, focus: readonly string[], lang: Language): string {
  const changed = parameters.filter((row) => row.scope === 'policy' && ownPath(row) === path);
  if (changed.length > 0) return [...new Set(changed.map((row) => changeText(row, lang)))].join(', ');
  const plain = parameters.filter((row) => row.scope !== 'policy' && row.path === path);
  const own =
    plain.find(({ municipality }) => municipality.split(' ').some((town) => focus.includes(town))) ?? plain[0];
  return own ? valueText(own, lang) : undefinedSign;
}

function changeText(row: ParameterRow, lang: Language): string {
  if (row.operation === 'scale') return `× ${number(lang, row.value, decimalsOf(row.value))}`;
  if (row.operation !== 'add') return valueText(row, lang);
  if (row.unit === 'share')
    return say(lang, 'differs_points', { n: signed(lang, row.value * 100, decimalsOf(row.value * 100)) });
  return signed(lang, row.value, decimalsOf(row.value));
}

function valueText({ value, unit }: ParameterRow, lang: Language): string {
  return Number.isNaN(value) ? word(lang, 'value_drawn') : quantity(lang, value, unit);
}

/** As a table; assumed numbers have ◇ before how sure they are. */
export function differencesTable(result: Result, lang: Language): DrawingTable {
  const letters = whoIsWho(result, lang).map(({ letter }) => letter);
  return {
    head: [
      say(lang, 'differs_setting'),
      ...letters,
      say(lang, 'differs_unit'),
      say(lang, 'differs_source'),
      say(lang, 'differs_confidence'),
    ],
    rows: differences(result, lang).map((row) => [row.label, ...row.values, row.unit, row.source, sureness(row)]),
  };
}

const sureness = (row: { isAssumed: boolean; confidence: string }) =>
  row.isAssumed ? `◇ ${row.confidence}` : row.confidence;

/** An uncertain number that an answer leans on. */
export interface Leaning {
  who: Who;
  /** The measure's name for people. */
  measure: string;
  label: string;
  path: string;
  /** Part of the spread between futures that it explains. */
  share: string;
  range: string;
  /** Where the answer turns; a dash where it does not turn within the range. */
  turnsAt: string;
  value: string;
  source: string;
  confidence: string;
  isAssumed: boolean;
}

/** Of the municipality that heads the answer, over all years, in the order of weight within a scenario and measure. */
export function leanings(result: Result, lang: Language): Leaning[] {
  const { findings } = result;
  const who = whoIsWho(result, lang);
  return findings.hinges.flatMap((row) => {
    const measure = measureOf(findings, row.measure);
    const its = who.find(({ name }) => name === row.scenario);
    if (!measure || !its || row.period !== 'all' || row.municipality !== whose(findings, measure)) return [];
    return [
      {
        who: its,
        measure: measure.label[lang],
        label: labelOf(row, lang),
        path: row.path,
        share: percent(lang, row.share),
        range: row.binary ? say(lang, 'leans_yes_no') : quantityRange(lang, row.low, row.high, row.unit),
        turnsAt: row.turnsAt === null ? undefinedSign : quantity(lang, row.turnsAt, row.unit),
        value: row.value === null ? word(lang, 'value_drawn') : quantity(lang, row.value, row.unit),
        source: sourceText(lang, row.source),
        confidence: confidenceWord(row, lang),
        isAssumed: isAssumed(row),
      },
    ];
  });
}

function labelOf(row: HingeRow, lang: Language): string {
  const setting = row.label?.[lang] ?? row.path;
  return row.whose === 'others' ? word(lang, 'whose_others', { setting }) : setting;
}

/** A row a scenario and setting, with all the answers that lean on it. */
export function leaningsTable(result: Result, lang: Language): DrawingTable {
  const settings = group(leanings(result, lang), ({ who, path, label }) => [who.letter, path, label].join('\n'));
  return {
    head: [
      say(lang, 'scenario'),
      say(lang, 'differs_setting'),
      say(lang, 'leans_answers'),
      say(lang, 'leans_range'),
      say(lang, 'leans_value'),
      say(lang, 'differs_source'),
      say(lang, 'differs_confidence'),
    ],
    rows: [...settings.values()].map((rows) => {
      const [first] = rows;
      const answers = rows.map((row) => answerText(row, lang));
      return [
        first.who.letter,
        first.label,
        answers.join('; '),
        first.range,
        first.value,
        first.source,
        sureness(first),
      ];
    }),
  };
}

function answerText({ measure, share, turnsAt }: Leaning, lang: Language): string {
  const key = turnsAt === undefinedSign ? 'leans_answer' : 'leans_answer_turns';
  return say(lang, key, { measure, share, v: turnsAt });
}

const limitKeys = [
  'limit_no_forecast',
  'limit_need',
  'limit_assumed',
  'limit_giving_up',
  'limit_small_towns',
  'limit_municipal_money',
  'limit_waits_spread',
  'limit_history',
  'limit_left_out',
] as const satisfies readonly SayKey[];

/** What the model cannot say, a sentence or two each. */
export function limits(lang: Language): string[] {
  return limitKeys.map((key) => say(lang, key));
}
