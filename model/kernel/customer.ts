import type { Line, OrderedLine, Place } from './line.ts';
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
export class Customer extends Timer implements Place<Customer> {
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

  // the rest belongs to the network and its nodes
  classIndex = 0;
  sourceIndex = 0;
  stream = 0;
  node: Host | null = null;
  doing: number = Doing.nothing;
  /** How many were at the node when it came. */
  found = 0;
  /** It came to the node after the warm-up. */
  counted = false;
  /** When service first began at the node; NaN if it has not. */
  began = Number.NaN;
  deferrals = 0;
  /** Visits so far by node; null where there is one node only, and `visit` says it. */
  readonly visits: number[] | null;
  /** What only those have whose service was interrupted. */
  broken: Broken | null = null;

  // it is its own place in a line: one object in place of two, of which there may be many
  readonly who: Customer = this;
  since = 0;
  rank = 0;
  key = 0;
  line: Line<Customer> | OrderedLine<Customer> | null = null;
  before: Place<Customer> | null = null;
  after: Place<Customer> | null = null;
  serial = 0;
  index = -1;

  private readonly names: Names;

  constructor(names: Names, nodes: number) {
    super();
    this.names = names;
    this.visits = nodes > 1 ? new Array<number>(nodes).fill(0) : null;
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

/** The state of an interrupted service. */
export interface Broken {
  /** Service still to be had when it is next begun. */
  remaining: number;
  /** When service was last resumed. */
  resumed: number;
  /** Time in line and with a server, up to the last change between them. */
  waited: number;
  served: number;
}

/** Time that a customer has spent in line at its node, until now or the end of the visit. */
export function timeWaited({ broken, began, joined, doing }: Customer, now: number): number {
  if (broken === null) return Number.isNaN(began) ? now - joined : began - joined;
  return broken.waited + (doing === Doing.waiting ? now - broken.resumed : 0);
}

/** Time that a customer has spent with a server at its node, until now. */
export function timeServed({ broken, began, doing }: Customer, now: number): number {
  if (broken === null) return Number.isNaN(began) ? 0 : now - began;
  return broken.served + (doing === Doing.inService ? now - broken.resumed : 0);
}
