/** docs/parameters.md: every number of the defaults and what each bundled place changes, with range, source and confidence. */
import type { ParameterRow } from '../resolve/compose.ts';
import { resolveScenario } from '../resolve/compose.ts';
import { listPlaces } from '../resolve/describe.ts';
import { drawnWord } from './describe.ts';

const cell = (text: string) => text.replace(/\|/g, '\\|').replace(/\n/g, ' ');
const value = (number: number) => (Number.isNaN(number) ? 'drawn' : String(number));

const head = [
  '| path | what it is | value | low | high | unit | drawn | confidence | source |',
  '| --- | --- | ---: | ---: | ---: | --- | --- | --- | --- |',
];

function line(row: ParameterRow): string {
  const { path, label, low, high, unit, confidence, source, heldBy, municipality, scope } = row;
  const whom = scope === 'town' && municipality !== 'all' ? ` (${municipality})` : '';
  const held = heldBy === undefined ? '' : `; held by ${heldBy}`;
  const cells = [
    `\`${path}\`${whom}`,
    label?.en ?? '',
    value(row.value),
    value(low),
    value(high),
    unit,
    drawnWord(row, 'en'),
    confidence,
    source + held,
  ];
  return `| ${cells.map(cell).join(' | ')} |`;
}

/** The page: a section for each part of the tree as `medium` has it, then what the other bundled places have otherwise. */
export function parametersPage(): string {
  const rows = resolveScenario('medium', { years: 10, history: 5 }).parameters;
  const lines = [
    '# Parameters',
    '',
    'Written by `npm run docs`; do not edit. Every number that the model reads, as the place `medium` has it.',
    '',
    '- *drawn*: yes, each future draws it between low and high; held, a known figure fixes its level, so it is not drawn alone; by town, each',
    '  municipality draws its own; no, it is taken as known.',
    '- *source*: "assumed" says that no figure was found and somebody has chosen one.',
    '',
  ];
  let section = '';
  for (const row of rows) {
    const its = row.path
      .split('.')
      .slice(0, row.scope === 'group' ? 2 : 1)
      .join('.');
    if (its !== section) {
      if (section !== '') lines.push('');
      lines.push(`## ${its}`, '', ...head);
      section = its;
    }
    lines.push(line(row));
  }
  const known = new Set(rows.map(line));
  for (const { name, label } of listPlaces()) {
    if (name === 'medium') continue;
    const others = resolveScenario(name, { years: 10, history: 5 }).parameters.filter((row) => !known.has(line(row)));
    if (others.length === 0) continue;
    lines.push('', `## In \`${name}\` (${label.en})`, '', ...head, ...others.map(line));
  }
  return `${lines.join('\n')}\n`;
}
