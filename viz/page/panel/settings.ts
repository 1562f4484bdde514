/** What the panel knows of settings: those of the focused scenario beside the base's, and how many differ. */
import type { ParameterRow, ScenarioFacts } from '../../../scenarios/resolve/compose.ts';
import type { Label } from '../../../scenarios/words/words.ts';
import type { SayKey } from '../../words/words.ts';
import { say, viewerWords } from '../../words/words.ts';
import type { App } from '../app.ts';

/** What is known about a setting of the focused scenario. */
export interface Setting {
  path: string;
  label: Label;
  unit: string;
  /** Plausible range. */
  low: number;
  high: number;
  /** In the focused scenario, in the base, and bundled. */
  value: number;
  base: number;
  standard: number;
  source: string;
  confidence: string;
  /** Whether it was changed on the page. */
  isChanged: boolean;
  /** What the model says against its value; null: nothing. */
  problem: string | null;
  /** Why it cannot be changed from the switch on; null: it can. */
  fixed: string | null;
}

/** The numbers that matter most, in the order of the panel, and what they are called there. */
export const shortLabels: Readonly<Record<string, SayKey>> = {
  'posts.own': 'lever_posts',
  'council.retention': 'lever_retention',
  'follow_up.caseload': 'lever_caseload',
  'posts.recruitment_days': 'lever_recruitment',
  'gate.decision_days': 'lever_decision',
  'beds.stay': 'lever_beds',
};

/** What is plausible: by the place, else by the policy. What the council keeps follows its priority: 8 in 10 councils. */
function rangeOf(path: string, rows: readonly ParameterRow[], placed: ReadonlyMap<string, ParameterRow>) {
  if (path === 'council.retention') {
    const [low, high] = ['priority.retention_10', 'priority.retention_80'].map((name) => placed.get(name)?.value);
    if (low !== undefined && high !== undefined) return { low, high };
  }
  const known = rows.find(({ low, high }) => Number.isFinite(low) && low < high);
  const [first] = rows;
  if (known) return { low: known.low, high: known.high };
  return first.unit === 'share' ? { low: 0, high: 1 } : { low: first.low, high: first.high };
}

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
  const { status } = app;
  return [...mine].flatMap(([path, row]): Setting[] => {
    const reference = theirs.get(path);
    const bundled = placed.get(path) ?? row;
    const value = asked.find((change) => change.path === path)?.value ?? row.value;
    if (row.label === undefined) return [];
    const { low, high } = rangeOf(path, [bundled, row], placed);
    return [
      {
        path,
        label: shortLabels[path] ? viewerWords[shortLabels[path]] : row.label,
        unit: row.unit,
        low,
        high,
        value,
        base: reference?.value ?? row.value,
        standard: bundled.value,
        source: row.source,
        confidence: row.confidence,
        isChanged: asked.some((change) => change.path === path),
        problem: status.problemAt === path ? status.problem : null,
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
