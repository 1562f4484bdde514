/** What the functions of a description are given to look at, and where their draws stand. */
import type { Customer } from './customer.ts';
import type { Draws } from './draws.ts';

/** A node as it is now. */
export interface NodeState {
  readonly name: string;
  readonly servers: number;
  readonly waiting: number;
  readonly inService: number;
  /** Waiting or in service. */
  readonly present: number;
}

/** A network as it is now. */
export interface NetworkState {
  readonly now: number;
  /** @throws RangeError when there is no such node */
  node(name: string): NodeState;
}

/**
 * Gives a time (of service, of patience, or a key) for a customer. Every `Distribution` is one. The draws stand at a
 * place of their own for each customer, node, visit and purpose; they must not be kept.
 */
export type Times = (draws: Draws, customer: Customer, network: NetworkState) => number;

/** What is drawn, as the third part of an address. */
export const Purpose = {
  gap: 1,
  batch: 2,
  class: 3,
  entry: 4,
  service: 5,
  patience: 6,
  balking: 7,
  route: 8,
  key: 9,
} as const;

/** Addresses of sources and nodes share a part of 32 bits: this many of each. */
export const streams = 0x7fff;

/** The draws for a purpose of a customer at a node (or, with node stream 0, at its source). */
export function drawsFor(draws: Draws, customer: Customer, nodeStream: number, purpose: number): Draws {
  return draws.at(customer.ordinal, (customer.stream << 16) | nodeStream, purpose, customer.visit);
}
