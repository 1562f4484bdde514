/** A node of a network: servers, their line, and who comes, waits, gives up, is served and goes. */
import type { Clock } from './clock.ts';
import type { Customer, Host } from './customer.ts';
import { Doing, timeServed, timeWaited } from './customer.ts';
import type { Draws } from './draws.ts';
import { Line } from './line.ts';
import { indexOfName, need } from './need.ts';
import type { Cut, NodeDescription } from './node-description.ts';
import { byClass, rankOf } from './node-description.ts';
import { Pool } from './pool.ts';
import type { Route, Routing } from './routing.ts';
import { routing } from './routing.ts';
import { ServerSteps } from './servers.ts';
import type { NetworkState, NodeState, Times } from './state.ts';
import { drawsFor, Purpose, streams } from './state.ts';
import type { Visits } from './visits.ts';
import { Ended, outcomes } from './visits.ts';

/** What a node needs of its network. */
export interface Surroundings extends NetworkState {
  readonly clock: Clock;
  readonly draws: Draws;
  readonly visits: Visits | null;
  /** Warm-up is over. */
  readonly counting: boolean;
  come(customer: Customer, node: number, now: number): void;
}

export class NetworkNode implements Host, NodeState {
  readonly name: string;
  readonly pool: Pool<Customer>;
  /** Rank here by class. */
  readonly rank: readonly number[];
  /** Of customers who came after the warm-up: how many, and by outcome. */
  arrived = 0;
  readonly ended: number[] = outcomes.map(() => 0);
  /** Times of those of them who were served. */
  waitOfServed = 0;
  stayOfServed = 0;
  /** Services that ended after the warm-up, of anybody. */
  completed = 0;

  private readonly network: Surroundings;
  private readonly index: number;
  private readonly stream: number;
  private readonly service: (Times | null)[];
  private readonly patience: (Times | null)[] | null;
  private readonly key: Times | null;
  private readonly room: number;
  private readonly balking: NodeDescription['balking'];
  private readonly cut: Cut;
  private readonly preemptive: boolean;
  private readonly routes: Routing[];
  /** Those in service, kept only where they may be interrupted. */
  private readonly serving: Line<Customer> | null;
  private readonly steps: ServerSteps;

  /** @throws RangeError when the description makes no sense */
  constructor(
    network: Surroundings,
    index: number,
    nodes: readonly string[],
    description: NodeDescription,
    classes: readonly string[],
    ranks: readonly number[],
  ) {
    const name = nodes[index];
    const what = `node '${name}'`;
    const { cut = 'finish', preemptive = false, room = Infinity, balking, stream = index } = description;
    this.network = network;
    this.name = name;
    this.index = index;
    need(stream >= 0 && stream < streams && stream % 1 === 0, `stream of ${what}`, `0 to ${streams - 1}`, stream);
    this.stream = stream + 1;
    need(room >= 0 && (room % 1 === 0 || room === Infinity), `room of ${what}`, 'a whole number, 0 or more', room);
    this.room = room;
    if (typeof balking === 'number')
      need(balking >= 0 && balking <= 1, `balking of ${what}`, 'within 0 and 1', balking);
    this.balking = balking;
    indexOfName(`cut of ${what}`, cut, ['finish', 'resume', 'restart', 'lose']);
    need(!preemptive || cut !== 'finish', `cut of ${what}, which is preemptive,`, 'resume, restart or lose', cut);
    this.cut = cut;
    this.preemptive = preemptive;
    need(description.service !== undefined, `service of ${what}`, 'given', undefined);
    this.service = byClass(description.service, `service of ${what}`, classes);
    this.patience = description.patience ? byClass(description.patience, `patience of ${what}`, classes) : null;
    this.rank = rankOf(description.priority, `priority of ${what}`, classes, ranks);
    this.key = description.key ?? null;
    const { route = null, otherwise = {} } = description;
    for (const ended of Object.keys(otherwise)) {
      indexOfName(`otherwise of ${what}`, ended, ['reneged', 'balked', 'rejected', 'lost']);
    }
    const routeOf: Record<string, Route | undefined> = { ...otherwise, served: route };
    this.routes = outcomes.map((ended) => routing(routeOf[ended] ?? null, `route of ${what}`, nodes));
    const rankCount = Math.max(...this.rank) + 1;
    this.serving = cut === 'finish' ? null : new Line<Customer>(rankCount);
    this.steps = new ServerSteps(this, network.clock, description.servers ?? 1, `servers of ${what}`);
    this.pool = new Pool(network.clock.now, this.steps.first, { ranks: rankCount, byKey: this.key !== null });
  }

  get servers(): number {
    return this.pool.servers;
  }

  get waiting(): number {
    return this.pool.waiting;
  }

  get inService(): number {
    return this.pool.busy;
  }

  get present(): number {
    return this.pool.waiting + this.pool.busy;
  }

  /** A customer comes. Gives an index of `outcomes` when it does not stay, -1 when it does. */
  enter(customer: Customer, now: number): number {
    const { pool, network } = this;
    customer.node = this;
    customer.joined = now;
    const { visits } = customer;
    // before its first visit a customer's number of visits is -1
    customer.visit = visits === null ? customer.visit + 1 : visits[this.index]++;
    customer.found = pool.waiting + pool.busy;
    customer.counted = network.counting;
    customer.began = Number.NaN;
    customer.broken = null;
    if (customer.counted) this.arrived++;
    customer.service = this.serviceOf(customer);
    const pushedOut = pool.free > 0 ? null : this.pushedOutBy(customer);
    const mustWait = pool.free <= 0 && pushedOut === null;
    if (mustWait && pool.waiting >= this.room) return this.end(customer, Ended.rejected, now);
    if (this.balking !== undefined && this.balks(customer, mustWait)) return this.end(customer, Ended.balked, now);
    if (mustWait) {
      this.wait(customer, now);
      return -1;
    }
    if (pushedOut !== null) this.interrupt(pushedOut, now);
    this.begin(customer, now);
    if (pushedOut !== null && this.cut === 'lose') this.goOn(pushedOut, Ended.lost, now);
    return -1;
  }

  timeCame(customer: Customer, now: number): void {
    if (customer.doing === Doing.inService) this.finish(customer, now);
    // behind all else that was to happen now, new servers included: who can be served in this moment does not renege
    else if (customer.deferrals++ < 2) this.network.clock.set(customer, now);
    else this.renege(customer, now);
  }

  /** Another number of servers from now. */
  resize(now: number, servers: number): void {
    const { pool, serving } = this;
    pool.resize(now, servers);
    if (serving !== null && pool.busy > servers) {
      // in order of rank, and within it of beginning: the last are interrupted, and stand in line in the same order
      const interrupted = [...serving].slice(servers).map((place) => place.who);
      for (const customer of interrupted) this.interrupt(customer, now);
      if (this.cut === 'lose') for (const customer of interrupted) this.goOn(customer, Ended.lost, now);
    }
    this.serveNext(now);
  }

  /** Where a customer goes whose visit has ended so. */
  nextAfter(ended: number, customer: Customer): number {
    const { fixed, choose } = this.routes[ended];
    return fixed ?? choose(this.drawsOf(customer, Purpose.route), customer, this.network);
  }

  /** The number of servers changes no more. */
  keepServers(): void {
    this.network.clock.clear(this.steps);
  }

  /** The run has ended with the customer here. */
  closeVisit(customer: Customer, now: number): void {
    this.end(customer, Ended.unfinished, now);
  }

  /** Warm-up is over: begins to count. */
  restart(now: number): void {
    this.pool.restart(now);
    this.arrived = 0;
    this.ended.fill(0);
    this.waitOfServed = 0;
    this.stayOfServed = 0;
    this.completed = 0;
  }

  private wait(customer: Customer, now: number): void {
    customer.doing = Doing.waiting;
    const key = this.key === null ? 0 : this.key(this.drawsOf(customer, Purpose.key), customer, this.network);
    this.pool.join(customer, now, this.rank[customer.classIndex], key);
    const patience = this.patience === null ? null : this.patience[customer.classIndex];
    if (patience === null) return;
    const time = patience(this.drawsOf(customer, Purpose.patience), customer, this.network);
    if (!(time >= 0)) this.refuse('patience', customer, '0 or more', time);
    customer.deferrals = 0;
    this.network.clock.set(customer, now + time);
  }

  private begin(customer: Customer, now: number): void {
    const { broken } = customer;
    let time = customer.service;
    if (broken === null) customer.began = now;
    else {
      broken.waited += now - broken.resumed;
      broken.resumed = now;
      time = broken.remaining;
    }
    customer.doing = Doing.inService;
    this.pool.take(now);
    if (this.serving !== null) this.serving.join(customer, now, this.rank[customer.classIndex]);
    this.network.clock.set(customer, now + time);
  }

  private finish(customer: Customer, now: number): void {
    if (this.serving !== null) this.serving.leave(customer);
    this.pool.release(now);
    this.end(customer, Ended.served, now);
    // the line moves before the customer goes on: it cannot come back before those who wait
    this.serveNext(now);
    this.goOn(customer, Ended.served, now);
  }

  private renege(customer: Customer, now: number): void {
    this.pool.leave(customer, now);
    this.end(customer, Ended.reneged, now);
    this.goOn(customer, Ended.reneged, now);
  }

  /** Takes the customer's server away; it stands in line again, or, under `lose`, its visit ends. */
  private interrupt(customer: Customer, now: number): void {
    const { pool, cut } = this;
    this.serving?.leave(customer);
    pool.release(now);
    this.network.clock.clear(customer);
    if (cut === 'lose') {
      this.end(customer, Ended.lost, now);
      return;
    }
    customer.broken ??= {
      remaining: customer.service,
      resumed: customer.began,
      waited: timeWaited(customer, now),
      served: 0,
    };
    const { broken } = customer;
    broken.served += now - broken.resumed;
    broken.remaining = cut === 'restart' ? customer.service : broken.remaining - (now - broken.resumed);
    broken.resumed = now;
    customer.doing = Doing.waiting;
    pool.rejoin(customer, now, this.rank[customer.classIndex]);
  }

  private serveNext(now: number): void {
    const { pool } = this;
    while (pool.free > 0) {
      const place = pool.next(now);
      if (place === null) return;
      this.begin(place.who, now);
    }
  }

  /** Whose server the customer would take; null if nobody's. */
  private pushedOutBy(customer: Customer): Customer | null {
    if (!this.preemptive || this.serving === null) return null;
    let last: Customer | null = null;
    for (const place of this.serving) last = place.who;
    return last !== null && this.rank[last.classIndex] > this.rank[customer.classIndex] ? last : null;
  }

  private balks(customer: Customer, mustWait: boolean): boolean {
    const { balking } = this;
    if (typeof balking !== 'function') return mustWait && this.drawsOf(customer, Purpose.balking).chance(balking ?? 0);
    const answer = balking(this.drawsOf(customer, Purpose.balking), customer, this, this.network);
    if (typeof answer === 'boolean') return answer;
    if (!(answer >= 0 && answer <= 1)) this.refuse('balking', customer, 'within 0 and 1, or true or false', answer);
    // the function may have used draws itself
    return this.drawsOf(customer, Purpose.balking).chance(answer);
  }

  private serviceOf(customer: Customer): number {
    const times = this.service[customer.classIndex];
    if (times === null) this.refuse('service', customer, `given for class '${customer.class}'`, undefined);
    const time = times(this.drawsOf(customer, Purpose.service), customer, this.network);
    if (!(time >= 0 && time < Infinity)) this.refuse('service', customer, '0 or more, and finite', time);
    return time;
  }

  private drawsOf(customer: Customer, purpose: number): Draws {
    return drawsFor(this.network.draws, customer, this.stream, purpose);
  }

  /** Counts and writes down a visit that has ended. */
  private end(customer: Customer, ended: number, now: number): number {
    const waited = timeWaited(customer, now);
    if (customer.counted) {
      this.ended[ended]++;
      if (ended === Ended.served) {
        this.waitOfServed += waited;
        this.stayOfServed += now - customer.joined;
      }
    }
    const { visits, counting } = this.network;
    if (ended === Ended.served && counting) this.completed++;
    if (visits !== null) visits.add(customer, this.index, ended, now, waited, this.servedTime(customer, ended, now));
    customer.doing = Doing.nothing;
    return ended;
  }

  /** What was drawn, to the last digit, where it was given in one piece. */
  private servedTime(customer: Customer, ended: number, now: number): number {
    return ended === Ended.served && customer.broken === null ? customer.service : timeServed(customer, now);
  }

  private goOn(customer: Customer, ended: number, now: number): void {
    this.network.come(customer, this.nextAfter(ended, customer), now);
  }

  private refuse(field: string, customer: Customer, expected: string, found: unknown): never {
    const { number } = customer;
    need(false, `${field} of node '${this.name}' for customer ${number} at ${this.network.now}`, expected, found);
  }
}
