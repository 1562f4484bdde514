/**
 * Moves every parameter across its range and looks whether anything changes. A parameter that nothing reads would be a
 * number without meaning.
 */
import { layoutOf } from '../experiment/layout.ts';
import { replicationsOf } from '../experiment/pool.ts';
import type { Job, RunAnswer } from '../experiment/protocol.ts';
import { digest } from '../experiment/statistics/digest.ts';
import { resolveScenario } from '../resolve/compose.ts';
import { groupNames, isWhole, parameterPaths, pathInfo } from '../resolve/paths.ts';
import type { Formula, Plan } from '../resolve/plan.ts';

export interface ParameterTried {
  path: string;
  low: number;
  high: number;
  /** The scenario in which it changed something; null: in none. */
  changes: string | null;
}

/** Where a parameter is tried, the likeliest first: some are read only under a mechanism of a policy. */
const scenarios = [
  'region',
  'region+purchaser-provider:order',
  'region+framework',
  'region+earmarked-criteria',
  'region+early-notice',
  'region+purchaser-provider:plug',
];

function likeliest(path: string): string[] {
  const first = path.startsWith('office.wrong_unit')
    ? scenarios[5]
    : /^office\.|\.need_order$/.test(path)
      ? scenarios[1]
      : /^(council\.|priority\.(retention|pass))/.test(path)
        ? scenarios[2]
        : path.startsWith('criteria.')
          ? scenarios[3]
          : scenarios[0];
  return [first, ...scenarios.filter((name) => name !== first)];
}

/** Every round: which of the scenarios is tried, for how long. A parameter leaves once it has changed something. */
const rounds = [
  { nth: 0, years: 1, history: 1, replications: 2 },
  { nth: 0, years: 4, history: 2, replications: 8 },
  { nth: 0, years: 4, history: 1, replications: 40 },
  { nth: 1, years: 3, history: 1, replications: 2 },
  { nth: 2, years: 3, history: 1, replications: 2 },
  { nth: 3, years: 3, history: 1, replications: 2 },
  { nth: 4, years: 3, history: 1, replications: 2 },
  { nth: 5, years: 3, history: 1, replications: 2 },
];

/** Tries all parameters of the model and of every group. */
export async function tryParameters({ workers }: { workers: number }): Promise<ParameterTried[]> {
  const { groups } = resolveScenario('region', { years: 1, history: 0 });
  const paths = [
    ...parameterPaths().map(({ path }) => path),
    ...groups.flatMap(({ name }) => groupNames.map((key) => `groups.${name}.${key}`)),
  ];
  const tried = new Map<string, ParameterTried>();
  for (const round of rounds) {
    const left = paths.filter((path) => tried.get(path)?.changes == null);
    for (const scenario of scenarios) {
      const its = left.filter((path) => likeliest(path)[round.nth] === scenario);
      if (its.length === 0) continue;
      for (const one of await tryOn(scenario, its, round, workers)) tried.set(one.path, one);
    }
  }
  return paths.map((path) => tried.get(path) as ParameterTried);
}

async function tryOn(
  scenario: string,
  paths: readonly string[],
  { years, history, replications }: { years: number; history: number; replications: number },
  workers: number,
): Promise<ParameterTried[]> {
  const { plan, arrangement } = resolveScenario(scenario, { years, history });
  const { dates } = layoutOf(arrangement, 'quarter');
  const ranges = paths.map((path) => rangeOf(plan, path));
  const plans = paths.flatMap((path, at) => [moved(plan, path, ranges[at].low), moved(plan, path, ranges[at].high)]);
  const job: Job = {
    seed: 1,
    uncertainty: 'chance',
    scenarios: plans.map((one, at) => ({ name: String(at), plan: one, past: at, dates })),
    events: false,
  };
  const changed = new Set<string>();
  for await (const { runs } of replicationsOf(job, { replications, workers })) {
    paths.forEach((path, at) => {
      if (digestOf(runs[2 * at]) !== digestOf(runs[2 * at + 1])) changed.add(path);
    });
  }
  return paths.map((path, at) => ({ path, ...ranges[at], changes: changed.has(path) ? scenario : null }));
}

function digestOf({ byYear, lengths, waits }: RunAnswer): string {
  return [byYear, lengths, waits].map((numbers) => digest(numbers)).join(' ');
}

function formulasOf(plan: Plan, path: string): Formula[] {
  const info = pathInfo(path);
  if (info?.scope === 'group') {
    return plan.groups
      .filter(({ name }) => info.section === `groups.${name}`)
      .flatMap(({ formulas }) => formulas.filter((one) => one.path === info.name));
  }
  if (info?.scope === 'common') return plan.common.filter((one) => one.path === path);
  return plan.towns.flatMap(({ formulas }) => formulas.filter((one) => one.path === path));
}

/** Low and high of a parameter; one without a range is moved by a tenth, or from no to yes. */
export function rangeOf(plan: Plan, path: string): { low: number; high: number } {
  const { declared } = pathInfo(path) ?? {};
  if (!declared) throw new Error(`no parameter ${path}`);
  const quantities = formulasOf(plan, path)
    .flatMap(({ own, sets }) => [...own, ...sets])
    .map(({ quantity }) => quantity);
  const low = Math.min(...quantities.map((quantity) => quantity.low));
  const high = Math.max(...quantities.map((quantity) => quantity.high));
  if (Number.isNaN(low + high)) return { low: 0, high: 1 };
  if (isWhole(declared))
    return high > low ? { low, high } : { low, high: low < declared.max && low > 0 ? low + 1 : 1 - low };
  if (high > low) return { low, high };
  const step = Math.max(Math.abs(low) * 0.1, 0.01 * Math.min(1, declared.max - declared.min));
  return low + step <= declared.max ? { low, high: low + step } : { low: low - step, high: low };
}

/** The plan with one parameter at one value everywhere, in all years, whatever a policy says of it. */
export function moved(plan: Plan, path: string, value: number): Plan {
  const copy = structuredClone(plan);
  const fixed = { from: null, until: null, quantity: { key: path, low: value, value, high: value, drawn: false } };
  for (const formula of formulasOf(copy, path))
    Object.assign(formula, { own: [fixed], sets: [], scales: [], adds: [] });
  const info = pathInfo(path);
  // the shares of the groups stay a whole
  if (info?.name === 'share' && info.scope === 'group') {
    const shares = copy.groups.map(({ formulas }) => formulas.find((one) => one.path === 'share') as Formula);
    const at = copy.groups.findIndex(({ name }) => info.section === `groups.${name}`);
    const others = shares.reduce((sum, share, i) => (i === at ? sum : sum + share.own[0].quantity.value), 0);
    shares.forEach((share, i) => {
      if (i === at) return;
      const scaled = (share.own[0].quantity.value / others) * (1 - value);
      share.own = [
        {
          from: null,
          until: null,
          quantity: { ...share.own[0].quantity, low: scaled, value: scaled, high: scaled, drawn: false },
        },
      ];
    });
  }
  return copy;
}
