/** Networks of waiting lines: a description in, what happened out. The reference, with examples, is docs/kernel.md. */
import { Clock } from './clock.ts';
import type { Names } from './customer.ts';
import { Customer, Doing } from './customer.ts';
import { Draws } from './draws.ts';
import { indexOfName, need } from './need.ts';
import { NetworkNode } from './node.ts';
import type { NodeDescription } from './node-description.ts';
import { rankOf } from './node-description.ts';
import type { NodeStatistics } from './node-statistics.ts';
import { statisticsOf } from './node-statistics.ts';
import { away } from './routing.ts';
import type { SourceDescription } from './source.ts';
import { Source } from './source.ts';
import type { NetworkState, NodeState } from './state.ts';
import { streams } from './state.ts';
import type { VisitNames } from './visits.ts';
import { shown, Visits, zero } from './visits.ts';

/** Customers who are there at time 0, coming to a node in the order of the list, before any arrival. */
export interface StartDescription {
  /** A node's name. Left out where there is one node only. */
  to?: string;
  /** The first class unless given. */
  class?: string;
  /** How many; 1 unless given. */
  count?: number;
}

export interface NetworkDescription {
  /** Where customers come from, by name. */
  sources?: Readonly<Record<string, SourceDescription>>;
  nodes: Readonly<Record<string, NodeDescription>>;
  /** Rank by class, 0 first: the classes are those named here. One class, `customer`, unless given. */
  classes?: Readonly<Record<string, number>>;
  start?: readonly StartDescription[];

  /** The end of the run. */
  until?: number;
  /** After so many arrivals in the network, no more come; without `until` it runs until all have left. */
  arrivals?: number;
  /** The run ends when so many have left the network. */
  departures?: number;
  /** The nodes' statistics count from this time; 0 unless given. The visits are all there. */
  warmUp?: number;

  /** 1 unless given. */
  seed?: string | number;
  /** 0 unless given. Every replication has draws of its own. */
  replication?: number;
  /** False: the visits are not kept, for long runs in little memory. */
  visits?: boolean;

  /** For speed only: width of a page of the event list, near the time in which a few events happen; 1 unless given. */
  pageWidth?: number;
  /** `stock` for simjs's own event list, slower, the same result. */
  list?: 'pages' | 'stock';
}

export interface NetworkResult {
  /** Every visit of a customer to a node, in the order in which they ended; then those unfinished, by customer. */
  visits: Visits;
  nodes: Record<string, NodeStatistics>;
  /** When the run ended. */
  end: number;
  /** Customers who came into the network, those of `start` included. */
  arrived: number;
  /** Customers who left it. */
  left: number;
  /** Events that happened. */
  events: number;
}

/**
 * One run of a network. The same description gives the same result to the last digit, on every engine.
 * @throws RangeError that names the node or source, the field, what was expected and what was found
 */
export function simulateNetwork(description: NetworkDescription): NetworkResult {
  return new Network(description).run();
}

/** Of visits; the first is number 0. */
const nothingYet = -1;

/** A customer that is sent on so often in one moment will never come to rest. */
const mostMoves = 10_000;

class Network implements NetworkState {
  readonly clock: Clock;
  readonly draws: Draws;
  readonly visits: Visits | null;
  readonly until: number;
  counting: boolean;
  /** No more customers come. */
  closed = false;

  private readonly names: Names & VisitNames & { ranks: (readonly number[])[] };
  private readonly nodes: NetworkNode[];
  private readonly sources: Source[] = [];
  private readonly customers: Customer[] = [];
  private readonly idle: Customer[] = [];
  private readonly arrivals: number;
  private readonly departures: number;
  private readonly warmUp: number;
  private openSources: number;
  private stopped = false;
  private arrived = 0;
  private fromStart = Infinity;
  private left = 0;
  private lastLeft = zero;

  constructor(description: NetworkDescription) {
    const { sources = {}, nodes, classes = { customer: 0 }, seed = 1, replication = 0, warmUp = 0 } = description;
    checkRun(description);
    this.until = description.until ?? Infinity;
    this.arrivals = description.arrivals ?? Infinity;
    this.departures = description.departures ?? Infinity;
    this.warmUp = warmUp;
    this.counting = warmUp === 0;
    this.clock = new Clock(zero, { list: description.list, pageDays: description.pageWidth });
    this.draws = new Draws(seed, replication);
    const classNames = Object.keys(classes);
    const sourceNames = Object.keys(sources);
    const nodeNames = Object.keys(nodes);
    need(nodeNames.length > 0, 'nodes', 'one or more', 'none');
    need(classNames.length > 0, 'classes', 'one or more', 'none');
    this.names = {
      classes: classNames,
      sources: [...sourceNames, 'start'],
      nodes: nodeNames,
      ranks: [],
      indexOfClass: (name) => indexOfName('class', name, classNames),
    };
    this.visits = description.visits === false ? null : new Visits(this.names);
    const ranks = rankOf(classes, 'classes', classNames, []);
    this.nodes = nodeNames.map(
      (name, index) => new NetworkNode(this, index, nodeNames, nodes[name], classNames, ranks),
    );
    for (const { rank } of this.nodes) this.names.ranks.push(rank);
    this.openSources = sourceNames.length;
    // those at the start come before the first arrivals, also before one at time 0
    this.begin(description.start ?? []);
    this.fromStart = this.arrived;
    sourceNames.forEach((name, index) => {
      this.sources.push(new Source(this, index, name, sources[name], classNames, nodeNames));
    });
    if (this.arrivals === 0 || this.stopped) this.close();
  }

  get now(): number {
    return shown(this.clock.now);
  }

  node(name: string): NodeState {
    return this.nodes[indexOfName('node', name, this.names.nodes)];
  }

  newCustomer(sourceIndex: number, stream: number, ordinal: number, now: number): Customer {
    let customer = this.idle.pop();
    if (customer === undefined) {
      customer = new Customer(this.names, this.nodes.length);
      this.customers.push(customer);
    }
    customer.number = this.arrived++;
    if (this.arrived - this.fromStart >= this.arrivals) this.close();
    customer.ordinal = ordinal;
    customer.arrived = now;
    customer.sourceIndex = sourceIndex;
    customer.stream = stream;
    customer.visit = nothingYet;
    const { visits } = customer;
    if (visits !== null) for (let node = 0; node < visits.length; node++) visits[node] = 0;
    return customer;
  }

  /** A customer comes to a node, or goes away, and is sent on until it stays. */
  come(customer: Customer, first: number, now: number): void {
    let next = first;
    for (let moves = 0; next !== away; moves++) {
      if (moves > mostMoves) {
        throw new RangeError(
          `customer ${customer.number} is sent on without end at ${this.now}, from '${this.nodes[next].name}'`,
        );
      }
      const node = this.nodes[next];
      const ended = node.enter(customer, now);
      if (ended < 0) return;
      next = node.nextAfter(ended, customer);
    }
    this.leave(customer, now);
  }

  sourceIsDone(): void {
    this.openSources--;
    this.stopIfEmpty();
  }

  run(): NetworkResult {
    if (this.warmUp > 0) {
      this.clock.run(this.warmUp);
      const over = this.stopped || (this.until === Infinity && this.clock.pending === 0);
      need(!over, 'warmUp', `before the end of the run, which is ${shown(this.lastMoment())}`, this.warmUp);
      for (const node of this.nodes) node.restart(this.warmUp);
      this.counting = true;
    }
    // without an end the list runs empty: when all have left, or nobody who is left can be served any more
    this.clock.run(this.until < Infinity ? this.until : Number.MAX_VALUE);
    const end = this.until < Infinity && !this.stopped ? this.until : this.lastMoment();
    for (const node of this.nodes) node.pool.account(end);
    const present = this.customers.filter(({ doing }) => doing !== Doing.nothing);
    present.sort((a, b) => a.number - b.number);
    for (const customer of present) (customer.node as NetworkNode).closeVisit(customer, end);
    return {
      visits: this.visits ?? new Visits(this.names),
      nodes: Object.fromEntries(this.nodes.map((node) => [node.name, statisticsOf(node, end)])),
      end: shown(end),
      arrived: this.arrived,
      left: this.left,
      events: this.clock.events,
    };
  }

  private begin(start: readonly StartDescription[]): void {
    const { nodes, classes } = this.names;
    let ordinal = 0;
    for (const { to = nodes.length === 1 ? nodes[0] : '', class: name = classes[0], count = 1 } of start) {
      need(count >= 0 && count % 1 === 0, 'count of start', 'a whole number, 0 or more', count);
      const node = indexOfName('to of start', to, nodes);
      const classIndex = indexOfName('class of start', name, classes);
      for (let i = 0; i < count; i++) {
        const customer = this.newCustomer(this.names.sources.length - 1, streams, ordinal++, zero);
        customer.classIndex = classIndex;
        this.come(customer, node, zero);
      }
    }
  }

  private leave(customer: Customer, now: number): void {
    this.idle.push(customer);
    this.left++;
    this.lastLeft = now;
    if (this.left >= this.departures) this.stop();
    else this.stopIfEmpty();
  }

  /** Without an end the run is over when nobody is there and nobody will come, whatever the servers still do. */
  private stopIfEmpty(): void {
    if (this.openSources === 0 && this.left === this.arrived && this.until === Infinity) this.stop();
  }

  private close(): void {
    this.closed = true;
    this.openSources = 0;
    for (const source of this.sources) this.clock.clear(source);
  }

  /** Clears whatever is set: the clock finds nothing more to do. */
  private stop(): void {
    this.stopped = true;
    this.close();
    for (const customer of this.customers) this.clock.clear(customer);
    for (const node of this.nodes) node.keepServers();
  }

  private lastMoment(): number {
    return Math.max(this.lastLeft, ...this.nodes.map(({ pool }) => pool.since));
  }
}

function checkRun({ until, arrivals, departures, warmUp = 0, sources = {} }: NetworkDescription): void {
  if (until !== undefined) need(until > 0 && until < Infinity, 'until', 'more than 0', until);
  if (arrivals !== undefined)
    need(arrivals >= 0 && arrivals % 1 === 0, 'arrivals', 'a whole number, 0 or more', arrivals);
  if (departures !== undefined) {
    need(departures >= 1 && departures % 1 === 0, 'departures', 'a whole number, 1 or more', departures);
  }
  need(warmUp >= 0 && warmUp < (until ?? Infinity), 'warmUp', `0 or more, and before ${until ?? 'the end'}`, warmUp);
  const all = Object.values(sources);
  const ends = all.length > 0 && (arrivals !== undefined || all.every((source) => Source.ends(source)));
  const rule = until !== undefined || departures !== undefined || ends;
  need(rule, 'the end of the run', 'given by until, arrivals or departures', 'nothing');
}
