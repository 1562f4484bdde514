/** What the panel knows of settings: those of the focused scenario beside the base's, and how many differ. */
import type { ParameterRow, ScenarioFacts } from '../../../scenarios/resolve/compose.ts';
import { say } from '../../words/words.ts';
import type { App } from '../app.ts';
import type { Setting } from './lever.ts';

/** A setting as the town in focus has it: a policy's own value before the place's. */
function rowsOf(facts: ScenarioFacts, focus: readonly string[], withPolicies: boolean): Map<string, ParameterRow> {
  const rows = new Map<string, ParameterRow>();
  const isMine = ({ municipality }: ParameterRow) =>
    municipality === 'all' || municipality === '' || municipality.split(' ').some((one) => focus.includes(one));
  for (const row of facts.parameters) {
    if (!isMine(row) || (row.scope === 'policy' && !withPolicies)) continue;
    const path = row.scope === 'policy' ? row.path.slice(row.path.indexOf('/') + 1) : row.path;
    if (row.scope === 'policy' && row.operation !== 'set' && row.operation !== null) continue;
    rows.set(path, row);
  }
  return rows;
}

/** Every setting with a number, of the focused scenario. `asked` values that are not answered yet stand in their place. */
export function settingsOf(app: App): Setting[] {
  const { findings } = app.result;
  const { scenario, focus } = app.now;
  const own = findings.scenarios.find(({ name }) => name === scenario);
  const base = findings.base ?? findings.scenarios[0];
  if (!own) return [];
  const mine = rowsOf(own, findings.focus, true);
  const theirs = rowsOf(base, findings.focus, true);
  const placed = rowsOf(base, findings.focus, false);
  const asked = app.changesOf(focus);
  return [...mine].flatMap(([path, row]): Setting[] => {
    const reference = theirs.get(path);
    const bundled = placed.get(path) ?? row;
    const value = asked.find((change) => change.path === path)?.value ?? row.value;
    if (row.label === undefined) return [];
    const range = Number.isFinite(bundled.low) && bundled.low < bundled.high ? bundled : row;
    return [
      {
        path,
        label: row.label,
        unit: row.unit,
        low: range.low,
        high: range.high,
        value,
        base: reference?.value ?? row.value,
        standard: bundled.value,
        source: row.source,
        confidence: row.confidence,
        fixed: null,
      },
    ];
  });
}

export function isDifferent({ value, base }: Setting): boolean {
  return Number.isFinite(value) && (!Number.isFinite(base) || Math.abs(value - base) > 1e-9);
}

/** `2 differ from A`. */
export function howManyDiffer(app: App): string {
  const { lang } = app;
  const { focus } = app.now;
  const n = focus === 'A' ? app.changesOf('A').length : settingsOf(app).filter(isDifferent).length;
  if (focus === 'A') return n === 0 ? '' : say(lang, 'differ_base', { n });
  if (n === 0) return say(lang, 'differ_none');
  return n === 1 ? say(lang, 'differ_one') : say(lang, 'differ', { n });
}
