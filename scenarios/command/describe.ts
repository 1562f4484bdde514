/** `describe SCENARIO`: every parameter with what is known about it; or the balance, the arrangement, the catalogue. */

import { catalogue } from '../experiment/catalogue.ts';
import type { ParameterRow, Resolved } from '../resolve/compose.ts';
import { resolveScenario } from '../resolve/compose.ts';
import { figureText } from '../words/figures.ts';
import { number } from '../words/format.ts';
import { decimalsOf, surenessWord } from '../words/hinge.ts';
import { sourceText } from '../words/sources.ts';
import { unitName } from '../words/units.ts';
import type { Language } from '../words/words.ts';
import { languages } from '../words/words.ts';
import { choice, texts, whole } from './arguments.ts';
import { balanceLines } from './balance.ts';
import { colours } from './colours.ts';
import type { Command } from './command.ts';
import { readFile } from './experiment.ts';
import { exitCodes, UsageError } from './failure.ts';
import { commonOptions, defaults, runOptions } from './options.ts';
import { widthOf, wrap } from './text.ts';
import { word } from './words.ts';

export const describe: Command = {
  name: 'describe',
  usage: 'describe <scenario>',
  help: 'help_describe',
  positionals: [{ name: 'scenario', help: 'help_scenario', many: false }],
  options(lang) {
    const { set, years, history } = runOptions(lang);
    return {
      balance: { type: 'boolean', describe: word(lang, 'help_balance') },
      resolved: { type: 'boolean', describe: word(lang, 'help_resolved') },
      measures: { type: 'boolean', describe: word(lang, 'help_measures') },
      set,
      years,
      history,
      ...commonOptions(lang),
    };
  },
  act(given) {
    const lang = choice(given, 'lang', languages) ?? defaults.lang;
    const views = ['balance', 'resolved', 'measures'].filter((view) => given[view] === true);
    if (views.length > 1) throw new UsageError('usage_one_view');
    const resolved = resolveScenario(String(given.scenario), {
      sets: texts(given, 'set'),
      years: whole(given, 'years', 1, 100) ?? defaults.years,
      history: whole(given, 'history', 0, 100) ?? defaults.history,
      readFile,
    });
    const width = widthOf(process.stdout);
    const lines =
      views[0] === 'resolved'
        ? [JSON.stringify(resolved.arrangement, null, 2)]
        : views[0] === 'measures'
          ? measureLines(lang, width)
          : views[0] === 'balance'
            ? balanceLines(resolved, lang, width)
            : parameterLines(resolved, lang, width);
    process.stdout.write(`${lines.join('\n')}\n`);
    return exitCodes.done;
  },
};

const columns = [
  { key: 'column_path', width: 36 },
  { key: 'column_value', width: 9 },
  { key: 'column_low', width: 9 },
  { key: 'column_high', width: 9 },
  { key: 'column_drawn', width: 8 },
  { key: 'column_confidence', width: 12 },
] as const;

/** Two lines and more for each parameter: its numbers, then unit, meaning and source. */
export function parameterLines(resolved: Resolved, lang: Language, width: number): string[] {
  const line = (cells: readonly string[]) =>
    cells
      .map((cell, at) => (at >= 1 && at <= 3 ? cell.padStart(columns[at].width) : cell.padEnd(columns[at].width)))
      .join(' ')
      .trimEnd();
  const lines = [
    colours.bold(word(lang, 'describe_head', { name: resolved.name, label: resolved.label[lang] })),
    ...wrap(word(lang, 'describe_legend'), width),
    ...wrap(word(lang, 'describe_hint'), width),
    '',
    colours.bold(line(columns.map(({ key }) => word(lang, key)))),
  ];
  for (const row of resolved.parameters) {
    const said = saidOf(row, lang);
    lines.push(
      line([
        row.path,
        valueText(row.value, lang),
        valueText(row.low, lang),
        valueText(row.high, lang),
        drawnWord(row, lang),
        surenessWord(row, lang),
      ]),
    );
    lines.push(...wrap(`    ${said}`, width, 4).map(colours.dim));
  }
  return lines;
}

/** Whom it holds for, what it is, its unit, what holds it, its source. */
function saidOf(row: ParameterRow, lang: Language): string {
  const operation = row.operation === 'scale' ? '×' : row.operation === 'add' ? '+' : '';
  const parts = [
    `${row.label?.[lang] ?? row.path} [${operation}${unitText(row.unit, lang)}]`,
    ...(row.scope === 'town' && row.municipality !== 'all' ? [row.municipality] : []),
    ...(row.from === null ? [] : [word(lang, 'valid_from', { date: row.from })]),
    ...(row.heldBy === undefined ? [] : [word(lang, 'held_by', { figure: figureText(lang, row.heldBy) })]),
    sourceText(lang, row.source),
  ];
  return parts.filter((part) => part !== '').join('. ');
}

/** In English as a file writes it. */
const unitText = (unit: string, lang: Language) => (lang === 'en' ? unit : unitName(lang, unit));

function valueText(value: number, lang: Language): string {
  return Number.isNaN(value) ? word(lang, 'value_drawn') : number(lang, value, shownDecimals(value));
}

/** A parameter is shown as it stands, up to six significant digits. */
function shownDecimals(value: number): number {
  const short = Number(value.toPrecision(6));
  return Math.max(decimalsOf(value), (String(short).split('.')[1] ?? '').replace(/e.*$/, '').length);
}

/** Whether a future draws a parameter. */
export function drawnWord(row: Pick<ParameterRow, 'value' | 'drawn' | 'heldBy'>, lang: Language): string {
  if (Number.isNaN(row.value)) return word(lang, 'drawn_by_town');
  if (row.drawn) return word(lang, 'drawn_yes');
  return word(lang, row.heldBy === undefined ? 'drawn_no' : 'drawn_held');
}

export function measureLines(lang: Language, width: number): string[] {
  return catalogue().measures.flatMap((measure) => [
    `${colours.bold(measure.name)}  ${measure.label[lang]} [${unitText(measure.unit, lang)}]`,
    ...wrap(
      `    ${word(lang, 'catalogue_definition', { better: word(lang, `better_${measure.better}`), definition: measure.definition[lang] })}`,
      width,
      4,
    ),
  ]);
}
