/** What to try next: commands that can be typed as they stand. */
import type { Findings } from '../experiment/findings.ts';
import { headlineVerdicts } from './verdict.ts';
import { alternatives } from './voice.ts';
import type { Language, WordKey } from './words.ts';
import { word } from './words.ts';

export interface NextStep {
  command: string;
  /** What it is good for. */
  what: string;
}

/** What to try next, the most telling first. */
export function nextSteps(findings: Findings, lang: Language): NextStep[] {
  const base = asTyped((findings.base ?? findings.scenarios[0]).name);
  const steps: NextStep[] = [];
  const add = (typed: string, what: WordKey) => steps.push({ command: `npx forlop ${typed}`, what: word(lang, what) });

  if (findings.directory !== null) add(`view ${quoted(findings.directory)}`, 'next_view');
  const { verdicts } = headlineVerdicts(findings);
  const unsettled = verdicts
    .filter(({ row }) => row.verdict === 'cannot_tell' && row.runsToSettle !== null)
    .sort((a, b) => (b.row.runsToSettle ?? 0) - (a.row.runsToSettle ?? 0))[0];
  if (unsettled) {
    const runs = Math.ceil((unsettled.row.runsToSettle ?? 0) / 10) * 10;
    add(`compare ${base} ${asTyped(unsettled.scenario.name)} --replications ${runs}`, 'next_runs');
  }
  // a policy's own number cannot be set; only what the place has
  const hinge = findings.hinges.find(
    ({ scenario, measure, period, turnsAt, path }) =>
      period === 'all' &&
      turnsAt !== null &&
      !path.includes('/') &&
      verdicts.some(({ row }) => row.scenario === scenario && row.measure === measure),
  );
  if (hinge) {
    const value = Number((hinge.turnsAt ?? 0).toPrecision(3));
    add(`compare ${base} ${asTyped(hinge.scenario)} --set ${hinge.path}=${value}`, 'next_set');
  }
  add(`describe ${base} --balance`, 'next_describe');
  const policies = alternatives(findings).flatMap(({ name }) =>
    name.startsWith(`${base}+`) ? [asTyped(name).slice(base.length)] : [],
  );
  if (policies.length > 0 && findings.focus.length === 1) {
    add(`compare region ${policies.slice(0, 2).join(' ')}`, 'next_region');
  }
  add('list', 'next_list');
  return steps;
}

/** As a shell reads it back. */
const quoted = (path: string) => (/^[\w./:=+@,%-]+$/.test(path) ? path : `'${path.replace(/'/g, `'\\''`)}'`);

/** A scenario's name without the `#2` of one asked for twice. */
const asTyped = (name: string) => name.replace(/#\d+$/, '');
