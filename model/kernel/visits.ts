/** What happened, as flat rows: one for each visit of a customer to a node, in the order in which they ended. */

import type { Customer } from './customer.ts';

/** How a visit ended. `lost`: interrupted when servers went away, under the rule `lose`. */
export const outcomes = ['served', 'reneged', 'balked', 'rejected', 'lost', 'unfinished'] as const;
export type Outcome = (typeof outcomes)[number];
/** Indexes of `outcomes`. */
export const Ended = { served: 0, reneged: 1, balked: 2, rejected: 3, lost: 4, unfinished: 5 } as const;

export interface Visit {
  /** The customer's number in order of arrival in the network, from 0. */
  customer: number;
  class: string;
  /** Rank at the node, 0 first. */
  priority: number;
  source: string;
  node: string;
  /** Earlier visits of the customer to the node. */
  visit: number;
  type: Outcome;
  /** When it came to the node. */
  arrived: number;
  /** How many it found there, waiting or in service. */
  found: number;
  /** When service began; null if it never did. */
  began: number | null;
  /** When it left the node; null if unfinished. */
  left: number | null;
  /** Time in line, until the end of the run if unfinished. */
  waited: number;
  /** Time with a server, until the end of the run if unfinished. */
  served: number;
}

/** The names that the columns' numbers stand for. */
export interface VisitNames {
  readonly classes: readonly string[];
  readonly sources: readonly string[];
  readonly nodes: readonly string[];
  /** Rank by node and class, both by number. */
  readonly ranks: readonly (readonly number[])[];
}

/** So many rows are one block: columns that are made once and never copied. */
const blockRows = 16_384;

class Block {
  readonly arrived = new Float64Array(blockRows);
  readonly began = new Float64Array(blockRows);
  readonly left = new Float64Array(blockRows);
  readonly waited = new Float64Array(blockRows);
  readonly served = new Float64Array(blockRows);
  readonly customer = new Int32Array(blockRows);
  readonly found = new Int32Array(blockRows);
  readonly visit = new Int32Array(blockRows);
  readonly class = new Uint16Array(blockRows);
  readonly source = new Uint16Array(blockRows);
  readonly node = new Uint16Array(blockRows);
  readonly type = new Uint8Array(blockRows);
}

/**
 * Rows kept as columns, about 60 bytes each. Iterate to get `Visit` objects, made as they are asked for; or take a
 * column, in which `began` and `left` are NaN for what did not happen, and names are indexes of `names`.
 */
export class Visits implements Iterable<Visit> {
  length = 0;
  readonly names: VisitNames;
  private readonly blocks: Block[] = [];
  private last: Block;
  /** Rows in the last block. */
  private rows = blockRows;

  constructor(names: VisitNames) {
    this.names = names;
    this.last = new Block();
  }

  /** Writes a row. For the network; times are those of its clock. */
  add(customer: Customer, node: number, type: number, now: number, waited: number, served: number): void {
    if (this.rows === blockRows) this.nextBlock();
    const row = this.rows++;
    const { last } = this;
    this.length++;
    last.arrived[row] = shown(customer.joined);
    last.began[row] = shown(customer.began);
    last.left[row] = type === Ended.unfinished ? Number.NaN : shown(now);
    last.waited[row] = waited;
    last.served[row] = served;
    last.customer[row] = customer.number;
    last.found[row] = customer.found;
    last.visit[row] = customer.visit;
    last.class[row] = customer.classIndex;
    last.source[row] = customer.sourceIndex;
    last.node[row] = node;
    last.type[row] = type;
  }

  /** Row `index`, from 0. @throws RangeError when there is no such row */
  at(index: number): Visit {
    if (!(index >= 0 && index < this.length && index % 1 === 0)) {
      throw new RangeError(`there is no visit ${index}: there are ${this.length}`);
    }
    const { names } = this;
    const block = this.blocks[Math.floor(index / blockRows)];
    const row = index % blockRows;
    const orNull = (time: number) => (Number.isNaN(time) ? null : time);
    return {
      customer: block.customer[row],
      class: names.classes[block.class[row]],
      priority: names.ranks[block.node[row]][block.class[row]],
      source: names.sources[block.source[row]],
      node: names.nodes[block.node[row]],
      visit: block.visit[row],
      type: outcomes[block.type[row]],
      arrived: block.arrived[row],
      found: block.found[row],
      began: orNull(block.began[row]),
      left: orNull(block.left[row]),
      waited: block.waited[row],
      served: block.served[row],
    };
  }

  *[Symbol.iterator](): Generator<Visit, void, undefined> {
    for (let index = 0; index < this.length; index++) yield this.at(index);
  }

  /** A copy of one column, a number for each row. */
  column(name: keyof Block): Float64Array {
    const all = new Float64Array(this.length);
    this.blocks.forEach((block, i) => {
      const from = i * blockRows;
      all.set(block[name].subarray(0, Math.min(blockRows, this.length - from)), from);
    });
    return all;
  }

  private nextBlock(): void {
    if (this.blocks.length > 0) this.last = new Block();
    this.blocks.push(this.last);
    this.rows = 0;
  }
}

/**
 * The clock of a network starts at the smallest time after 0, since 0 is not a time for simjs: added to any ordinary time
 * it changes nothing. Outside, it is 0.
 */
export const zero = Number.MIN_VALUE;

/** A time of the clock as it is told. */
export function shown(time: number): number {
  return time === zero ? 0 : time;
}
