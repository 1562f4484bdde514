/**
 * Tries the bundled policies on a place: same futures, parameters at their values. What a policy claims to move must move,
 * and nothing else may happen before it begins.
 */
import type { Mechanisms } from '../../model/arrangement.ts';
import { inForce } from '../../model/arrangement.ts';
import { seriesNames, tallies } from '../../model/record.ts';
import type { Measure } from '../experiment/catalogue.ts';
import { catalogue, cellsOf, readRatio } from '../experiment/catalogue.ts';
import type { Layout } from '../experiment/layout.ts';
import { byPeriod, layoutOf } from '../experiment/layout.ts';
import { replicationsOf } from '../experiment/pool.ts';
import type { Job, RunAnswer } from '../experiment/protocol.ts';
import { runReplication } from '../experiment/replication.ts';
import { digest } from '../experiment/statistics/digest.ts';
import type { Resolved } from '../resolve/compose.ts';
import { resolveScenario } from '../resolve/compose.ts';
import { listPolicies } from '../resolve/describe.ts';
import { InputError } from '../resolve/input-error.ts';
import type { Claim } from '../resolve/schema.ts';

/** A direction counts when the paired t lies beyond this. */
export const decisive = 3;

export interface AuditOptions {
  replications: number;
  workers: number;
  years: number;
  history: number;
}

export interface ClaimTried {
  claim: Claim;
  /** Mean paired difference, scenario − base, in the measure's unit; null where undefined. */
  difference: number | null;
  t: number | null;
  holds: boolean;
}

export interface PolicyTried {
  /** `framework:passed-on`. */
  policy: string;
  place: string;
  claims: ClaimTried[];
  /** Whether the run with its strength at zero was the base's; null where it has none, with the reason. */
  zero: boolean | null;
  zeroReason: string;
  /** What went wrong, a line each; empty: nothing. */
  failures: string[];
}

/** A refused policy and why. */
export interface PolicyRefused {
  policy: string;
  place: string;
  reason: string;
}

/** Every bundled policy with each of its variants, by full name. */
export function policyNames(): string[] {
  return listPolicies().flatMap(({ name, variants }) =>
    variants.length === 0 ? [name] : variants.map((variant) => `${name}:${variant.name}`),
  );
}

/** Tries all policies on one place. */
export async function tryPolicies(
  place: string,
  options: AuditOptions,
): Promise<{ tried: PolicyTried[]; refused: PolicyRefused[] }> {
  const horizon = { years: options.years, history: options.history };
  const base = resolveScenario(place, horizon);
  const refused: PolicyRefused[] = [];
  const scenarios: { policy: string; resolved: Resolved; zero: Resolved | null; zeroReason: string }[] = [];
  for (const policy of policyNames()) {
    try {
      const resolved = resolveScenario(`${place}+${policy}`, horizon);
      scenarios.push({ policy, resolved, ...zeroOf(`${place}+${policy}`, horizon) });
    } catch (error) {
      if (!(error instanceof InputError) || !error.key.startsWith('in_force')) throw error;
      refused.push({ policy, place, reason: error.format('en') });
    }
  }

  const layout = layoutOf(base.arrangement, 'quarter');
  const zeros = scenarios.filter(({ zero }) => zero !== null);
  const all = [base, ...scenarios.map(({ resolved }) => resolved), ...zeros.map(({ zero }) => zero as Resolved)];
  const job = jobOf(all, layout, () => 0);
  const runs: Run[][] = all.map(() => []);
  const strayed = new Map<string, string>();
  for await (const answer of replicationsOf(job, options)) {
    zeros.forEach(({ policy }, at) => {
      if (strayed.has(policy)) return;
      const where = firstDifference(answer.runs[0], answer.runs[1 + scenarios.length + at], layout);
      if (where !== null) strayed.set(policy, `replication ${answer.replication}, ${where}`);
    });
    answer.runs.forEach((run, at) => {
      runs[at].push({ whole: digestOf(run), past: digestOf(pastOf(run, layout)), sums: sumsOf(run, layout) });
    });
  }
  const apart = await pastsApart(all.slice(0, scenarios.length + 1), layout);

  const tried = scenarios.map(({ policy, resolved, zero, zeroReason }, at): PolicyTried => {
    const own = runs[at + 1];
    const failures: string[] = [];
    if (own.some(({ past }, i) => past !== runs[0][i].past)) failures.push('its past differs from that of the base');
    if (apart[at + 1] !== apart[0]) failures.push('its past, simulated by itself, differs from that of the base');
    failures.push(...otherMechanisms(base, resolved));
    scenarios.forEach((other, i) => {
      const twin = i !== at && runs[i + 1].every(({ whole }, r) => whole === own[r].whole);
      if (twin) failures.push(`it is the same as ${other.policy} in every future`);
    });
    if (own.every(({ whole }, i) => whole === runs[0][i].whole))
      failures.push('it is the same as the base in every future');
    const where = strayed.get(policy);
    if (where !== undefined) failures.push(`with its strength at zero it is not the base, byte for byte: ${where}`);
    const claims = resolved.claims.map((claim) => tryClaim(claim, runs[0], own, layout, base));
    for (const { claim, t, holds } of claims) {
      if (!holds)
        failures.push(
          `claims ${claim.measure} (${claim.municipality}) ${claim.direction}; t = ${t === null ? 'undefined' : t.toFixed(1)}`,
        );
    }
    if (claims.length === 0) failures.push('it claims nothing');
    return { policy, place, claims, zero: zero === null ? null : where === undefined, zeroReason, failures };
  });
  return { tried, refused };
}

function zeroOf(
  name: string,
  horizon: { years: number; history: number },
): { zero: Resolved | null; zeroReason: string } {
  try {
    return { zero: resolveScenario(name, { ...horizon, zero: true }), zeroReason: '' };
  } catch (error) {
    if (!(error instanceof InputError) || error.key !== 'no_strength') throw error;
    return { zero: null, zeroReason: error.found ?? '' };
  }
}

function jobOf(scenarios: readonly Resolved[], layout: Layout, past: (index: number) => number): Job {
  return {
    seed: 1,
    uncertainty: 'chance',
    scenarios: scenarios.map(({ name, plan }, at) => ({
      name: `${at} ${name}`,
      plan,
      past: past(at),
      dates: layout.dates,
    })),
    events: false,
  };
}

/** Digests of every scenario's past when none is shared: a policy that reaches back would show here. */
async function pastsApart(scenarios: readonly Resolved[], layout: Layout): Promise<string[]> {
  const { runs } = runReplication(
    jobOf(scenarios, layout, (at) => at),
    1,
  );
  return runs.map((run) => digestOf(pastOf(run, layout)));
}

interface Run {
  /** Digests of the whole record, and of what lies before the switch. */
  whole: string;
  past: string;
  sums: { byPeriod: Float64Array; byGroup: Float64Array };
}

const sumsOf = (run: RunAnswer, layout: Layout) => ({ byPeriod: byPeriod(run.byYear, layout), byGroup: run.byGroup });

function* numbersOf(arrays: readonly ArrayLike<number>[]): Generator<number> {
  for (const array of arrays) for (let i = 0; i < array.length; i++) yield array[i];
}

function digestOf(run: RunAnswer): string {
  const { byYear, byGroup, lengths, posts, beds, waits, flowKeys, flowPersons } = run;
  return `${digest(numbersOf([byYear, byGroup, lengths, posts, beds, waits, flowPersons]))} ${digest(flowKeys)}`;
}

/** Where two records first differ; null: nowhere. */
export function firstDifference(a: RunAnswer, b: RunAnswer, layout: Layout): string | null {
  const n = tallies.length;
  const years = layout.history + layout.years;
  for (const part of ['byYear', 'byGroup', 'lengths', 'posts', 'beds', 'waits'] as const) {
    for (let i = 0; i < a[part].length; i++) {
      if (Object.is(a[part][i], b[part][i])) continue;
      const values = `${a[part][i]} and ${b[part][i]}`;
      if (part !== 'byYear') return `${part}[${i}]: ${values}`;
      const cell = Math.floor(i / n);
      const town = layout.towns[Math.floor(cell / years)] ?? 'the whole place';
      return `${tallies[i % n]} of ${town} in ${layout.firstYear + (cell % years)}: ${values}`;
    }
  }
  const flows = (run: RunAnswer) => run.flowKeys.map((key, at) => `${key}=${run.flowPersons[at]}`);
  const [ours, theirs] = [flows(a), flows(b)];
  const at = ours.findIndex((flow, i) => flow !== theirs[i]);
  if (at >= 0 || ours.length !== theirs.length)
    return `flows: ${ours[at] ?? '–'} and ${theirs[at < 0 ? ours.length : at] ?? '–'}`;
  return null;
}

/** The part of a record that lies before the switch. */
function pastOf(run: RunAnswer, layout: Layout): RunAnswer {
  const { places, history, years, dates } = layout;
  const byYear: number[] = [];
  for (let place = 0; place < places; place++) {
    const start = place * (history + years) * tallies.length;
    byYear.push(...run.byYear.subarray(start, start + history * tallies.length));
  }
  const before = dates.filter((day) => day <= 0).length;
  const lengths: number[] = [];
  for (let place = 0; place < places; place++) {
    const start = place * dates.length * seriesNames.length;
    lengths.push(...run.lengths.subarray(start, start + (before - 1) * seriesNames.length));
  }
  const kept = run.flowKeys.flatMap((key, at) => (Number(key.split('|')[1]) < history ? [at] : []));
  return {
    ...run,
    byYear: Float64Array.from(byYear),
    byGroup: new Float64Array(0),
    lengths: Int32Array.from(lengths),
    posts: new Float64Array(0),
    beds: new Float64Array(0),
    waits: new Uint32Array(0),
    flowKeys: kept.map((at) => run.flowKeys[at]),
    flowPersons: Float64Array.from(kept, (at) => run.flowPersons[at]),
  };
}

/** Slots in which a municipality on day 0 has another mechanism than in the base, though the policy does not decide there. */
function otherMechanisms(base: Resolved, resolved: Resolved): string[] {
  return resolved.arrangement.towns.flatMap((town, at) => {
    const own = inForce(town.mechanisms, 0) as Mechanisms;
    const before = inForce(base.arrangement.towns[at].mechanisms, 0) as Mechanisms;
    return (Object.keys(own) as (keyof Mechanisms)[])
      .filter((slot) => own[slot] !== before[slot])
      .filter(
        (slot) => !resolved.policies.some(({ mechanisms, towns }) => slot in mechanisms && towns.includes(town.number)),
      )
      .map((slot) => `it changes ${slot} in ${town.number} unasked`);
  });
}

function tryClaim(
  claim: Claim,
  base: readonly Run[],
  own: readonly Run[],
  layout: Layout,
  { place }: Resolved,
): ClaimTried {
  const measure = catalogue().byName.get(claim.measure);
  const cell = measure && cellOf(measure, claim, layout, place.towns.filter(({ focus }) => focus).length);
  if (!measure || !cell) return { claim, difference: null, t: null, holds: false };
  const value = (run: Run) => {
    const [numerator, denominator] = readRatio(measure, cell, layout, run.sums);
    return numerator / denominator;
  };
  const differences = own.map((run, i) => value(run) - value(base[i])).filter(Number.isFinite);
  const { mean, t } = paired(differences);
  const beyond = t !== null && Math.abs(t) > decisive;
  const holds =
    claim.direction === 'same'
      ? t === null || !beyond
      : claim.direction === 'moves'
        ? beyond
        : beyond && (claim.direction === 'lower' ? t < 0 : t > 0);
  return { claim, difference: mean, t, holds };
}

/** Where a claim is looked for: the one town in focus; of several the whole place. */
function cellOf(measure: Measure, { municipality }: Claim, layout: Layout, focus: number) {
  if (measure.kind !== 'ratio') return undefined;
  const cells = cellsOf(measure, layout).filter(({ period, group }) => period === 'all' && group === 'all');
  const whole = measure.level === 'town' ? 'all' : 'provider';
  const wanted = municipality === 'focus' && focus === 1 && measure.level !== 'provider' ? layout.towns[0] : whole;
  return cells.find((cell) => cell.municipality === wanted);
}

/** Mean of paired differences and its t; a difference that is the same in every future has an endless t, none has 0. */
export function paired(differences: readonly number[]): { mean: number | null; t: number | null } {
  const n = differences.length;
  if (n < 2) return { mean: null, t: null };
  const mean = differences.reduce((sum, d) => sum + d, 0) / n;
  const squares = differences.reduce((sum, d) => sum + (d - mean) * (d - mean), 0);
  const error = Math.sqrt(squares / (n - 1) / n);
  if (error === 0) return { mean, t: mean === 0 ? 0 : Math.sign(mean) * Number.POSITIVE_INFINITY };
  return { mean, t: mean / error };
}
