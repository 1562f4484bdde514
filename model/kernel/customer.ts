import { Place } from './line.ts';
import { Timer } from './timer.ts';

/** What a customer is doing; belongs to the node. */
export const Doing = { nothing: 0, waiting: 1, inService: 2 } as const;

/** Where a customer turns when its time has come. */
export interface Host {
  timeCame(customer: Customer, now: number): void;
}

/** Names, by the numbers that customers carry. */
export interface Names {
  readonly classes: readonly string[];
  readonly sources: readonly string[];
  indexOfClass(name: string): number;
}

/**
 * A customer of a network, as its functions see one. It has one next moment: the end of its patience while it waits,
 * the end of its service while it is served. Objects are used again for later customers: never keep one.
 */
export class Customer extends Timer {
  /** In order of arrival in the network, from 0. */
  number = 0;
  /** In order of arrival from its source, from 0. */
  ordinal = 0;
  /** When it arrived in the network. */
  arrived = 0;
  /** When it came to the node where it is. */
  joined = 0;
  /** How often it has been at this node before. */
  visit = 0;
  /** The service time that it has drawn at this node. */
  service = 0;

  /** The rest belongs to the network and its nodes. */
  classIndex = 0;
  sourceIndex = 0;
  stream = 0;
  node: Host | null = null;
  doing: number = Doing.nothing;
  readonly place: Place<Customer> = new Place<Customer>(this);
  readonly visits: Int32Array;
  found = 0;
  counted = false;
  began = Number.NaN;
  resumed = 0;
  remaining = 0;
  waited = 0;
  served = 0;
  deferrals = 0;
  private readonly names: Names;

  constructor(names: Names, nodes: number) {
    super();
    this.names = names;
    this.visits = new Int32Array(nodes);
  }

  /** Its class. A route may give it another, which holds from the next node on. @throws RangeError for an unknown one */
  get class(): string {
    return this.names.classes[this.classIndex];
  }

  set class(name: string) {
    this.classIndex = this.names.indexOfClass(name);
  }

  /** The source that it came from; `start` for those who were there at time 0. */
  get source(): string {
    return this.names.sources[this.sourceIndex];
  }

  override happen(now: number): void {
    (this.node as Host).timeCame(this, now);
  }
}
