/** One future: a draw of every uncertain parameter, the same in all scenarios of a replication. */
import type { Arrangement } from '../../model/arrangement.ts';
import { addressOf, Draws } from '../../model/kernel/draws.ts';
import type { Formula, Plan, Quantity } from '../resolve/plan.ts';
import type { Draw } from '../resolve/realise.ts';
import { asGiven, realise } from '../resolve/realise.ts';
import type { FutureDraw } from './protocol.ts';

/** Third part of the address of a parameter's draw; the model's own purposes count up from 0. */
const purposeOfParameters = 1_000;

export interface Future {
  /** In the order of the plans. */
  arrangements: Arrangement[];
  /** What was drawn, in the order of the plans, each once. */
  draws: FutureDraw[];
}

/**
 * The arrangements of one replication. Every drawn parameter is triangular between low and high around its value, at an
 * address made of its key alone (a copy's, of the original's key): a parameter has the same luck in every scenario, and a new
 * one moves no other.
 * @param uncertainty `chance`: parameters stay at their values and nothing is drawn.
 */
export function futureOf(
  plans: readonly Plan[],
  seed: number,
  replication: number,
  uncertainty: 'all' | 'chance',
): Future {
  if (uncertainty === 'chance') return { arrangements: plans.map((plan) => realise(plan, asGiven)), draws: [] };
  const draw = drawOf(seed, replication);
  return { arrangements: plans.map((plan) => realise(plan, draw)), draws: drawsOf(plans, draw) };
}

/** How a quantity is drawn in one replication. */
export function drawOf(seed: number, replication: number): Draw {
  const draws = new Draws(seed, replication);
  return ({ key, luck, low, value, high }) =>
    draws.at(0, addressOf(luck ?? key), purposeOfParameters, 0).triangular(low, value, high);
}

/** A drawn quantity of a plan. `municipality` is empty where one value holds for all. */
export interface DrawnQuantity {
  municipality: string;
  quantity: Quantity;
}

/**
 * The drawn quantities of several plans, each once: groups, provider, municipalities. One that has the same range in all
 * municipalities stands once without a municipality.
 */
export function drawnQuantities(plans: readonly Plan[]): DrawnQuantity[] {
  const found = new Map<string, DrawnQuantity>();
  const add = (municipality: string, quantity: Quantity) => {
    const name = `${municipality}\n${quantity.key}`;
    if (!found.has(name)) found.set(name, { municipality, quantity });
  };
  for (const plan of plans) {
    for (const group of plan.groups) for (const quantity of drawnIn(group.formulas)) add('', quantity);
    for (const quantity of drawnIn(plan.common)) add('', quantity);
    const ofTowns = plan.towns.map((town) => ({ number: town.number, quantities: drawnIn(town.formulas) }));
    const ranges = new Map<string, Set<string>>();
    for (const { quantities } of ofTowns) {
      for (const { key, low, value, high } of quantities) {
        const range = ranges.get(key) ?? new Set();
        ranges.set(key, range.add(`${low} ${value} ${high}`));
      }
    }
    for (const { number, quantities } of ofTowns) {
      for (const quantity of quantities) add(ranges.get(quantity.key)?.size === 1 ? '' : number, quantity);
    }
  }
  return [...found.values()];
}

/** What one future draws, in the order of the plans, each once. */
export function drawsOf(plans: readonly Plan[], draw: Draw): FutureDraw[] {
  return drawnQuantities(plans).map(({ municipality, quantity }) => ({
    municipality,
    path: quantity.key,
    value: draw(quantity),
  }));
}

function drawnIn(formulas: readonly Formula[]): Quantity[] {
  const drawn: Quantity[] = [];
  for (const { own, sets, scales, adds } of formulas) {
    for (const list of [own, sets, scales, adds]) {
      for (const { quantity } of list) if (quantity.drawn) drawn.push(quantity);
    }
  }
  return drawn;
}
