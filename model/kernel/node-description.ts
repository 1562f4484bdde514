/** How a node is described, and what its parts by class come to. */
import type { Customer } from './customer.ts';
import type { Draws } from './draws.ts';
import { indexOfName, need } from './need.ts';
import type { Route } from './routing.ts';
import type { Servers } from './servers.ts';
import type { NetworkState, NodeState, Times } from './state.ts';

/** The same for all classes, or by class. */
export type ByClass<T> = T | Readonly<Record<string, T>>;

/**
 * What happens to those in service when servers go away, or when somebody of a better rank takes a server (`preemptive`).
 * `finish`: they are served to the end, the server goes then. Under the others those are interrupted who rank last, of
 * these those whose service began last. `resume` and `restart`: they wait before all of their rank whose service has not
 * begun, and are then served for what was left, or for the whole time again. `lose`: they leave.
 */
export type Cut = 'finish' | 'resume' | 'restart' | 'lose';

export interface NodeDescription {
  /** How many, or how many when (steps); 1 unless given. */
  servers?: Servers;
  /** Drawn when a customer comes to the node. A class that never comes here may be left out. */
  service: ByClass<Times>;
  /** What happens to those in service when servers go away; `finish` unless given. */
  cut?: Cut;
  /** A customer takes the server of one with a later rank when none is free. Needs a `cut` other than `finish`. */
  preemptive?: boolean;
  /** Places to wait in, beside those with the servers; Infinity unless given. Who finds all taken is rejected. */
  room?: number;
  /**
   * The chance with which a customer that would have to wait balks; or a function that gives the chance (or true or
   * false) for anybody who comes and is not rejected.
   */
  balking?: number | ((draws: Draws, customer: Customer, node: NodeState, network: NetworkState) => number | boolean);
  /** How long a customer waits for its service to begin; a class that is left out waits for ever. */
  patience?: ByClass<Times>;
  /** Rank by class, 0 first; those of the network's `classes` unless given. */
  priority?: Readonly<Record<string, number>>;
  /** Within a rank, who has the lowest key is served first, on ties who came first. In order of coming unless given. */
  key?: Times;
  /** Where to go after service; away unless given. */
  route?: Route;
  /** Where to go after another end of a visit; away unless given. */
  otherwise?: { reneged?: Route; balked?: Route; rejected?: Route; lost?: Route };
  /** The number by which its draws are addressed; its position in the description unless given. */
  stream?: number;
}

/** The times of each class, null where none are given. @throws RangeError when a class is unknown */
export function byClass(given: ByClass<Times>, what: string, classes: readonly string[]): (Times | null)[] {
  if (typeof given === 'function') return classes.map(() => given);
  need(typeof given === 'object', what, 'a distribution, or one by class', given);
  for (const name of Object.keys(given)) {
    indexOfName(`a class of ${what}`, name, classes);
    need(typeof given[name] === 'function', `${what} for class '${name}'`, 'a distribution', given[name]);
  }
  return classes.map((name) => given[name] ?? null);
}

/** @throws RangeError when a class is unknown or a rank not a whole number, 0 to 999 */
export function rankOf(
  given: Readonly<Record<string, number>> | undefined,
  what: string,
  classes: readonly string[],
  otherwise: readonly number[],
): number[] {
  for (const [name, rank] of Object.entries(given ?? {})) {
    indexOfName(`a class of ${what}`, name, classes);
    need(rank >= 0 && rank < 1000 && rank % 1 === 0, `${what} for class '${name}'`, 'a whole number, 0 to 999', rank);
  }
  return classes.map((name, i) => given?.[name] ?? otherwise[i]);
}
