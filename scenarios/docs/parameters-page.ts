/** docs/parameters.md: every number that the model reads, with what is known about it. */
import type { ParameterRow } from '../resolve/compose.ts';
import { resolveScenario } from '../resolve/compose.ts';
import { table } from './markers.ts';

const intro = `# Parameters

Written by \`npm run docs\` from \`scenarios/places/\`; do not edit. The values are those of \`medium\` and its neighbours;
\`npx forlop describe PLACE\` shows those of another place.

*drawn*: every replication draws the number between low and high, triangular around the value. *held*: the figure named fixes its level, so it is
never drawn alone. *by town*: drawn by the municipality's priority for the field. *fixed*: taken as known. A source that says *assumed* means
that no figure was found and somebody has chosen one.`;

/** How a number is treated in a run. */
function treatment({ value, drawn, heldBy }: ParameterRow): string {
  if (Number.isNaN(value)) return 'by town';
  if (drawn) return 'drawn';
  return heldBy === undefined ? 'fixed' : `held: ${heldBy}`;
}

const cell = (text: string): string => text.replaceAll('|', '\\|').replace(/\s+/g, ' ').trim();
const shown = (value: number): string => (Number.isNaN(value) ? '' : String(value));

export function parametersPage(): string {
  const sections = new Map<string, ParameterRow[]>();
  for (const row of resolveScenario('medium', { history: 5, years: 10 }).parameters) {
    const section = row.path.slice(0, row.path.lastIndexOf('.'));
    sections.set(section, [...(sections.get(section) ?? []), row]);
  }
  const head = ['number', 'meaning', 'unit', 'value', 'low', 'high', 'in a run', 'confidence', 'source'];
  const parts = [...sections].map(([section, rows]) => {
    const lines = rows.map((row) => {
      const whose = row.municipality === 'all' ? '' : ` (${row.municipality})`;
      const name = `\`${row.path.slice(section.length + 1)}\`${whose}`;
      const values = [row.value, row.low, row.high].map(shown);
      const known = [treatment(row), row.confidence, row.source];
      return [name, row.label?.en ?? '', row.unit, ...values, ...known].map(cell);
    });
    return `## ${section}\n\n${table(head, lines, [3, 4, 5])}`;
  });
  return `${[intro, ...parts].join('\n\n')}\n`;
}
