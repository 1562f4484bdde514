/** From a plan to the arrangement of one future. */
import type { Arrangement, GroupArrangement, Segment } from '../../model/arrangement.ts';
import { commonParameters, laidOut, type Numbers, townParameters } from '../../model/parameters.ts';
import type { Dated, Formula, Plan, Quantity } from './plan.ts';

/** Gives a quantity's value in one future, between its low and high. */
export type Draw = (parameter: { key: string; luck?: string; low: number; value: number; high: number }) => number;

/** The future in which every parameter has its value. */
export const asGiven: Draw = ({ value }) => value;

/**
 * The arrangement with every drawn parameter replaced by its draw; `asGiven` gives the arrangement at the values.
 * Parameters that a figure holds (`held_by`) and known ones stay as they are.
 */
export function realise(plan: Plan, draw: Draw): Arrangement {
  const value = (quantity: Quantity) => (quantity.drawn ? draw(quantity) : quantity.value);
  const groups = plan.groups.map(({ name, formulas }) => {
    const numbers: Record<string, number> = {};
    for (const formula of formulas) numbers[formula.path] = valueOn(formula, plan.begin, value);
    return { name, ...numbers } as unknown as GroupArrangement;
  });
  if (groups.length > 0 && plan.groups.some(({ formulas }) => formulas.some(isDrawnShare))) {
    let others = 0;
    for (let i = 0; i < groups.length; i++) if (i !== plan.remainder) others += groups[i].share;
    groups[plan.remainder] = { ...groups[plan.remainder], share: 1 - others };
  }
  return {
    switchDay: plan.switchDay,
    history: plan.history,
    years: plan.years,
    groups,
    stayUnits: [...plan.stayUnits],
    common: segments(plan, commonParameters, plan.common, value),
    towns: plan.towns.map(({ number, focus, formulas, mechanisms }) => ({
      number,
      focus,
      numbers: segments(plan, townParameters, formulas, value),
      mechanisms: mechanisms.map((segment) => ({ from: segment.from, values: { ...segment.values } })),
    })),
  };
}

const isDrawnShare = (formula: Formula) =>
  formula.path === 'share' && formula.own.some(({ quantity }) => quantity.drawn);

const holds = ({ from, until }: Dated, day: number) =>
  (from === null || from <= day) && (until === null || day < until);

/** A formula's value on a day. Factors and summands are taken in order of size, so the order of policies cannot matter. */
export function valueOn(formula: Formula, day: number, value: (quantity: Quantity) => number): number {
  let result = Number.NaN;
  for (const own of formula.own) if (own.from === null || own.from <= day) result = value(own.quantity);
  for (const set of formula.sets) if (holds(set, day)) result = value(set.quantity);
  for (const factor of inOrder(formula.scales, day, value)) result *= factor;
  for (const summand of inOrder(formula.adds, day, value)) result += summand;
  return result;
}

function inOrder(list: Dated[], day: number, value: (quantity: Quantity) => number): number[] {
  return list
    .filter((dated) => holds(dated, day))
    .map(({ quantity }) => value(quantity))
    .sort((a, b) => a - b);
}

/** The days inside the run on which a formula may change. */
export function turns(formula: Formula, plan: Pick<Plan, 'begin' | 'end'>): number[] {
  const days: number[] = [];
  for (const list of [formula.own, formula.sets, formula.scales, formula.adds]) {
    for (const { from, until } of list) {
      for (const day of [from, until]) if (day !== null && day > plan.begin && day < plan.end) days.push(day);
    }
  }
  return days;
}

function segments<Tree extends Record<string, object>>(
  plan: Plan,
  tree: Tree,
  formulas: Formula[],
  value: (quantity: Quantity) => number,
): Segment<Numbers<Tree>>[] {
  const days = [...new Set(formulas.flatMap((formula) => turns(formula, plan)))].sort((a, b) => a - b);
  const made: Segment<Numbers<Tree>>[] = [];
  for (const from of [null, ...days]) {
    const values: Record<string, Record<string, number>> = {};
    for (const formula of formulas) {
      const dot = formula.path.indexOf('.');
      const section = formula.path.slice(0, dot);
      values[section] ??= {};
      values[section][formula.path.slice(dot + 1)] = valueOn(formula, from ?? plan.begin, value);
    }
    if (made.length === 0 || !same(made[made.length - 1].values, values))
      made.push({ from, values: laidOut<Numbers<Tree>>(tree, values as Numbers<Tree>) });
  }
  return made;
}

function same(a: unknown, b: Record<string, Record<string, number>>): boolean {
  const before = a as Record<string, Record<string, number>>;
  for (const section in b) {
    for (const name in b[section]) if (!Object.is(before[section][name], b[section][name])) return false;
  }
  return true;
}
