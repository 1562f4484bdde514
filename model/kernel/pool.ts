/** Servers at work and the line before them, accounted over time. */
import type { Place } from './line.ts';
import { Line, OrderedLine } from './line.ts';
import { ServersAtWork } from './servers-at-work.ts';

/** How a pool's line is ordered. */
export interface LineOptions {
  /** How many ranks; lower ones are served first. */
  ranks: number;
  /** Within a rank by key, lowest first, instead of in order of joining. */
  byKey: boolean;
}

export class Pool<T> {
  waiting = 0;
  /** The most that have waited at once since `from`. */
  longest = 0;

  /** Since `from`: time × number waiting, and busy. */
  waitingArea = 0;
  busyArea = 0;
  /** Since `from`: the time during which so many were here, waiting or with a server. */
  timeByPresent = new Float64Array(64);
  from: number;
  /** When it last changed. */
  since: number;

  private readonly atWork: ServersAtWork;
  /** Two places for each rank: those whose service was interrupted stand before the others. */
  private readonly line: Line<T>;
  private readonly byKey: OrderedLine<T>[];

  constructor(now: number, servers: number, { ranks, byKey }: LineOptions) {
    this.from = now;
    this.since = now;
    this.atWork = new ServersAtWork(now, servers);
    this.line = new Line<T>(2 * ranks);
    this.byKey = byKey ? Array.from({ length: ranks }, () => new OrderedLine<T>()) : [];
  }

  /** How many servers there are; may be 0, or Infinity. */
  get servers(): number {
    return this.atWork.servers;
  }

  /** More than `servers` while work begun before a cut is finished. */
  get busy(): number {
    return this.atWork.busy;
  }

  /** Servers that could begin now; 0 or less when there is none. */
  get free(): number {
    return this.atWork.free;
  }

  /** Since `from`: time × servers there, until a moment that is not before the last change. */
  serverArea(now: number): number {
    return this.atWork.areaAt(now);
  }

  /** Stands in line. With `byKey`, `key` counts before the order of joining. */
  join(place: Place<T>, now: number, rank: number, key: number): void {
    this.account(now);
    if (++this.waiting > this.longest) this.longest = this.waiting;
    if (this.byKey.length > 0) this.byKey[rank].join(place, now, key);
    else this.line.join(place, now, 2 * rank + 1);
  }

  /** Stands in line again, before those of its rank whose service has not begun. */
  rejoin(place: Place<T>, now: number, rank: number): void {
    this.account(now);
    if (++this.waiting > this.longest) this.longest = this.waiting;
    this.line.join(place, now, 2 * rank);
  }

  /** Leaves the line unserved. */
  leave(place: Place<T>, now: number): void {
    this.account(now);
    this.waiting--;
    place.line?.leave(place);
  }

  /** The next to be served, who leaves the line; null when nobody waits. */
  next(now: number): Place<T> | null {
    if (this.waiting === 0) return null;
    this.account(now);
    this.waiting--;
    if (this.byKey.length === 0) return this.line.take();
    for (let rank = 0; ; rank++) {
      const again = this.line.first();
      if (again !== null && again.rank === 2 * rank) return this.line.take();
      if (this.byKey[rank].length > 0) return this.byKey[rank].take();
    }
  }

  /** A server begins with somebody. */
  take(now: number): void {
    this.account(now);
    this.atWork.take();
  }

  /** A server is done with somebody. */
  release(now: number): void {
    this.account(now);
    this.atWork.release();
  }

  /** Another number of servers from now. */
  resize(now: number, servers: number): void {
    this.account(now);
    this.atWork.resize(now, servers);
  }

  /** Adds the time since the last change to the areas. */
  account(now: number): void {
    const time = now - this.since;
    if (time === 0) return;
    this.since = now;
    this.waitingArea += this.waiting * time;
    this.busyArea += this.busy * time;
    const present = this.waiting + this.busy;
    if (present >= this.timeByPresent.length) this.grow(present);
    this.timeByPresent[present] += time;
  }

  /** Forgets the areas until now. */
  restart(now: number): void {
    this.account(now);
    this.from = now;
    this.longest = this.waiting;
    this.waitingArea = 0;
    this.busyArea = 0;
    this.atWork.restart(now);
    this.timeByPresent.fill(0);
  }

  private grow(present: number): void {
    const longer = new Float64Array(2 * present);
    longer.set(this.timeByPresent);
    this.timeByPresent = longer;
  }
}
