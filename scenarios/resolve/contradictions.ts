/** Values that are possible one by one and impossible together, at their values or as they may be drawn. */
import type { Arrangement } from '../../model/arrangement.ts';
import { inForce } from '../../model/arrangement.ts';
import type { TownNumbers } from '../../model/parameters.ts';
import { commonParameters, townParameters } from '../../model/parameters.ts';
import { limitsText, notWhole } from './given.ts';
import type { Spot } from './input-error.ts';
import { InputError, shown } from './input-error.ts';
import { isWhole, pathInfo } from './paths.ts';
import type { Plan } from './plan.ts';
import { asGiven, realise, turns } from './realise.ts';

/** Shares of one whole: what they leave is the last branch, except where they must make it up. */
const sums: { names: string[]; exact?: boolean }[] = [
  { names: ['relapse.to_referral', 'relapse.to_return', 'relapse.to_emergency', 'relapse.to_municipality'] },
  { names: ['relapse.to_bed_share', 'relapse.ends_course_share'] },
  {
    names: [
      'relapse.base_early',
      'relapse.base_ramp',
      'relapse.base_late',
      'relapse.base_follow_up',
      'relapse.base_in_course',
    ],
    exact: true,
  },
  { names: ['out_of_contact.to_referral', 'out_of_contact.to_emergency', 'out_of_contact.to_exit'] },
  { names: ['giving_up.base_early', 'giving_up.base_ramp'] },
];

/** What cannot be more than what. */
const orders: [string, string][] = [
  ['first_contact.deadline_low', 'first_contact.deadline_mode'],
  ['first_contact.deadline_mode', 'first_contact.deadline_high'],
  ['first_contact.booked_from', 'first_contact.booked_to'],
  ['detox.median_days', 'detox.mean_days'],
  ['relapse.gap_from_days', 'relapse.gap_full_days'],
  ['priority.pass_through_none', 'priority.pass_through_full_from'],
  ['priority.pass_through_full_from', 'priority.pass_through_full_to'],
];

/** A map from priority: it rises at its values, though a future may draw two neighbours the other way round. */
const risingAtValues: [string, string][] = [
  ['priority.retention_0', 'priority.retention_10'],
  ['priority.retention_10', 'priority.retention_36'],
  ['priority.retention_36', 'priority.retention_80'],
  ['priority.retention_80', 'priority.retention_100'],
];

/** Where a path's highest layer stands, for a municipality or (null) for everybody. */
export type Where = (path: string, town: number | null) => { spot: Spot; layer: number };

type Tree = Record<string, Record<string, number>>;
const at = (tree: unknown, path: string): number => {
  const dot = path.indexOf('.');
  return (tree as Tree)[path.slice(0, dot)][path.slice(dot + 1)];
};

const tolerance = 1e-9;

/**
 * Looks for contradictions in everything that a plan may become.
 * @throws InputError for the first
 */
export function refuseContradictions(plan: Plan, where: Where): void {
  const value = realise(plan, asGiven);
  const low = realise(plan, ({ low: it }) => it);
  const high = realise(plan, ({ high: it }) => it);
  const formulas = [plan.common, ...plan.towns.map((town) => town.formulas)].flat();
  const days = [plan.begin, ...new Set(formulas.flatMap((formula) => turns(formula, plan)))].sort((a, b) => a - b);
  refuseGroups(plan, [value, low, high], where);
  for (const day of days) {
    const common = [value, low, high].map((one) => inForce(one.common, day));
    for (const [section, names] of Object.entries(commonParameters)) {
      for (const name of Object.keys(names)) refuseValue(`${section}.${name}`, common, null, where);
    }
    refuseRelations(common, where);
    plan.towns.forEach((_, index) => {
      const town = [value, low, high].map((one) => inForce(one.towns[index].numbers, day));
      for (const [section, names] of Object.entries(townParameters)) {
        for (const name of Object.keys(names)) refuseValue(`${section}.${name}`, town, index, where);
      }
      refuseGrant(town, index, where);
    });
  }
}

/** One number at its value, lowest and highest, against the limits of the model. */
function refuseValue(path: string, [value, low, high]: unknown[], town: number | null, where: Where): void {
  const info = pathInfo(path);
  if (!info) return;
  const { declared } = info;
  for (const [tree, key] of [
    [value, 'outside_limits'],
    [low, 'outside_limits_drawn'],
    [high, 'outside_limits_drawn'],
  ] as const) {
    const number = at(tree, path);
    if (number < declared.min - tolerance || number > declared.max + tolerance) {
      throw new InputError(key, where(path, town).spot, { name: path, found: number, expected: limitsText(declared) });
    }
  }
  const number = at(value, path);
  if (isWhole(declared) && !Number.isNaN(number) && !Number.isInteger(number)) {
    throw notWhole(path, number, declared, where(path, town).spot);
  }
}

function refuseRelations([value, low, high]: unknown[], where: Where): void {
  const sum = (tree: unknown, names: string[]) => names.reduce((total, path) => total + at(tree, path), 0);
  for (const { names, exact } of sums) {
    const spot = () => last(names, null, where);
    const text = names.join(' + ');
    const total = sum(value, names);
    if (total > 1 + tolerance || (exact && total < 1 - 1e-6)) {
      throw new InputError('sum_wrong', spot(), { names: text, found: shown(total), expected: exact ? '1' : '≤ 1' });
    }
    const most = sum(high, names);
    if (most > 1 + tolerance)
      throw new InputError('sum_wrong_drawn', spot(), { names: text, found: shown(most), expected: '≤ 1' });
  }
  for (const [first, second] of [...orders, ...risingAtValues]) {
    for (const [lower, higher, key] of [
      [value, value, 'order_wrong'],
      [high, low, 'order_wrong_drawn'],
    ] as const) {
      if (key === 'order_wrong_drawn' && first.startsWith('priority.retention')) continue;
      if (at(lower, first) <= at(higher, second) + tolerance) continue;
      throw new InputError(key, last([first, second], null, where), {
        first,
        second,
        low: at(lower, first),
        high: at(higher, second),
      });
    }
  }
}

/** A municipality that lost the grant wins it again with a probability that keeps the share of holders; it is at most 1. */
function refuseGrant([value, low, high]: TownNumbers[], town: number, where: Where): void {
  for (const [share, renewed, key] of [
    [value.grant.held_share, value.grant.renewed_share, 'grant_share'],
    [high.grant.held_share, low.grant.renewed_share, 'grant_share_drawn'],
  ] as const) {
    const most = 1 / (2 - renewed);
    if (share === 1 || share <= most + tolerance) continue;
    throw new InputError(key, last(['grant.held_share', 'grant.renewed_share'], town, where), {
      found: share,
      renewed,
      expected: `≤ ${shown(most)}`,
    });
  }
}

/** The groups' shares make up everybody, however they are drawn. */
function refuseGroups(plan: Plan, [value, , high]: Arrangement[], where: Where): void {
  const paths = plan.groups.map(({ name }) => `groups.${name}.share`);
  const total = value.groups.reduce((sum, { share }) => sum + share, 0);
  const given = plan.groups.reduce((sum, { formulas }) => {
    const share = formulas.find(({ path }) => path === 'share');
    return sum + (share ? share.own[0].quantity.value : 0);
  }, 0);
  if (Math.abs(given - 1) > 1e-6 || Math.abs(total - 1) > 1e-6) {
    throw new InputError('sum_wrong', last(paths, null, where), {
      names: paths.join(' + '),
      found: shown(given),
      expected: '1',
    });
  }
  // the largest group takes what the others leave, so it must have something left
  if (high.groups[plan.remainder].share < -tolerance) {
    const others = paths.filter((_, index) => index !== plan.remainder);
    throw new InputError('sum_wrong_drawn', last(others, null, where), {
      names: others.join(' + '),
      found: shown(1 - high.groups[plan.remainder].share),
      expected: '≤ 1',
    });
  }
}

/** Of several numbers that do not fit together, the one that was given last is to blame. */
function last(paths: string[], town: number | null, where: Where): Spot {
  return paths.map((path) => where(path, town)).reduce((a, b) => (b.layer >= a.layer ? b : a)).spot;
}
