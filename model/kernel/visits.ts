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
}

const firstRows = 1024;

/**
 * Rows kept as columns, about 70 bytes each. Iterate to get `Visit` objects, made as they are asked for; or read the
 * columns, in which `began` and `left` are NaN for what did not happen, and names are indexes of `names`.
 */
export class Visits implements Iterable<Visit> {
  length = 0;
  readonly names: VisitNames;
  private columns = {
    arrived: new Float64Array(firstRows),
    began: new Float64Array(firstRows),
    left: new Float64Array(firstRows),
    waited: new Float64Array(firstRows),
    served: new Float64Array(firstRows),
    customer: new Int32Array(firstRows),
    found: new Int32Array(firstRows),
    visit: new Int32Array(firstRows),
    class: new Uint16Array(firstRows),
    priority: new Uint16Array(firstRows),
    source: new Uint16Array(firstRows),
    node: new Uint16Array(firstRows),
    type: new Uint8Array(firstRows),
  };

  constructor(names: VisitNames) {
    this.names = names;
  }

  /** Writes a row. For the network; times are those of its clock. */
  add(
    customer: Customer,
    node: number,
    priority: number,
    type: number,
    left: number,
    waited: number,
    served: number,
  ): void {
    if (this.length === this.columns.type.length) this.grow();
    const row = this.length++;
    const { columns } = this;
    columns.arrived[row] = shown(customer.joined);
    columns.began[row] = shown(customer.began);
    columns.left[row] = shown(left);
    columns.waited[row] = waited;
    columns.served[row] = served;
    columns.customer[row] = customer.number;
    columns.found[row] = customer.found;
    columns.visit[row] = customer.visit;
    columns.class[row] = customer.classIndex;
    columns.priority[row] = priority;
    columns.source[row] = customer.sourceIndex;
    columns.node[row] = node;
    columns.type[row] = type;
  }

  /** Row `row`, from 0. @throws RangeError when there is no such row */
  at(row: number): Visit {
    if (!(row >= 0 && row < this.length)) throw new RangeError(`there is no visit ${row}: there are ${this.length}`);
    const { columns, names } = this;
    const orNull = (time: number) => (Number.isNaN(time) ? null : time);
    return {
      customer: columns.customer[row],
      class: names.classes[columns.class[row]],
      priority: columns.priority[row],
      source: names.sources[columns.source[row]],
      node: names.nodes[columns.node[row]],
      visit: columns.visit[row],
      type: outcomes[columns.type[row]],
      arrived: columns.arrived[row],
      found: columns.found[row],
      began: orNull(columns.began[row]),
      left: orNull(columns.left[row]),
      waited: columns.waited[row],
      served: columns.served[row],
    };
  }

  *[Symbol.iterator](): Generator<Visit, void, undefined> {
    for (let row = 0; row < this.length; row++) yield this.at(row);
  }

  /** One column as numbers, one for each row; not a copy. */
  column(name: keyof Visit): Float64Array | Int32Array | Uint16Array | Uint8Array {
    return this.columns[name].subarray(0, this.length);
  }

  private grow(): void {
    const longer = <A extends Float64Array | Int32Array | Uint16Array | Uint8Array>(column: A): A => {
      const twice = new (column.constructor as new (length: number) => A)(column.length * 2);
      twice.set(column);
      return twice;
    };
    const { columns } = this;
    columns.arrived = longer(columns.arrived);
    columns.began = longer(columns.began);
    columns.left = longer(columns.left);
    columns.waited = longer(columns.waited);
    columns.served = longer(columns.served);
    columns.customer = longer(columns.customer);
    columns.found = longer(columns.found);
    columns.visit = longer(columns.visit);
    columns.class = longer(columns.class);
    columns.priority = longer(columns.priority);
    columns.source = longer(columns.source);
    columns.node = longer(columns.node);
    columns.type = longer(columns.type);
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
