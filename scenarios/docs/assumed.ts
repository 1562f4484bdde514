/** Every number of a place whose source says that it is assumed. */
import { resolveScenario } from '../resolve/compose.ts';
import { table } from './markers.ts';

/** A row a section: each number with its value and range, as `medium` has it. */
export function assumedTable(): string {
  const sections = new Map<string, string[]>();
  let count = 0;
  let all = 0;
  const { parameters, place } = resolveScenario('medium', { history: 5, years: 10 });
  const focus = place.towns.find((town) => town.focus)?.number;
  for (const { path, scope, municipality, value, low, high, source } of parameters) {
    // of a number that differs between municipalities, the one in focus stands for all
    if (scope === 'town' && municipality !== 'all' && !municipality.split(' ').includes(String(focus))) continue;
    all++;
    if (!/assumed/i.test(source)) continue;
    count++;
    const dot = path.lastIndexOf('.');
    const section = path.slice(0, dot);
    const list = sections.get(section) ?? [];
    const shown = Number.isNaN(value) ? 'drawn by priority' : `${value} (${low}–${high})`;
    list.push(`${path.slice(dot + 1)} ${shown}`);
    sections.set(section, list);
  }
  const rows = [...sections].map(([section, list]) => [`\`${section}\``, list.join(', ')]);
  return `${count} of ${all} numbers.\n\n${table(['section', 'value (low–high)'], rows)}`;
}
