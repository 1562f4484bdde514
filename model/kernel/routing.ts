/** Where a customer goes next: always to one node, by a table of chances, or as a function says. */
import type { Customer } from './customer.ts';
import type { Draws } from './draws.ts';
import { indexOfName, need } from './need.ts';
import type { NetworkState } from './state.ts';

/**
 * A node's name; null to leave the network; chances by node's name, the rest leaves; or a function that gives a node's
 * name or null.
 */
export type Route =
  | string
  | null
  | Readonly<Record<string, number>>
  | ((draws: Draws, customer: Customer, network: NetworkState) => string | null);

/** Leaves the network. */
export const away = -1;

/** Gives the index of the next node, or `away`. The draws must stand at the place of this choice. */
export type Router = (draws: Draws, customer: Customer, network: NetworkState) => number;

/** A route of which the nodes' indexes are known. A fixed one needs no draws. */
export interface Routing {
  fixed: number | null;
  choose: Router;
}

/** @throws RangeError when a node is unknown, or the chances are negative or above 1 together */
export function routing(route: Route, what: string, nodes: readonly string[]): Routing {
  const indexOf = (name: string) => indexOfName(what, name, nodes);
  if (route === null) return { fixed: away, choose: () => away };
  if (typeof route === 'string') {
    const fixed = indexOf(route);
    return { fixed, choose: () => fixed };
  }
  if (typeof route === 'function') {
    const choose: Router = (draws, customer, network) => {
      const name = route(draws, customer, network);
      return name === null ? away : indexOf(name);
    };
    return { fixed: null, choose };
  }
  const targets = Object.keys(route).map(indexOf);
  const chances = Object.values(route);
  for (const chance of chances) need(chance >= 0 && chance <= 1, `each chance of ${what}`, 'within 0 and 1', chance);
  const sum = chances.reduce((total, chance) => total + chance, 0);
  // a third and two thirds and their like: rounding is not a mistake
  need(sum <= 1 + 1e-12, `the chances of ${what}`, 'at most 1 together', sum);
  const choose: Router = (draws) => {
    let left = draws.uniform();
    for (let i = 0; i < chances.length; i++) {
      if (left < chances[i]) return targets[i];
      left -= chances[i];
    }
    // what rounding leaves belongs to the last
    return sum >= 1 - 1e-12 ? targets[targets.length - 1] : away;
  };
  return { fixed: null, choose };
}
