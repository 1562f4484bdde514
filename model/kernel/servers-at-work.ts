/** Servers whose number may change, and how many of them are busy: the servers of a node, the beds of a ward. */
export class ServersAtWork {
  /** How many there are; may be 0, or Infinity. */
  servers: number;
  /** More than `servers` while work begun before a cut is finished. */
  busy = 0;
  /** Servers × time from the start, or the last `restart`, until they were last another number. */
  private area = 0;
  private since: number;

  constructor(now: number, servers: number) {
    this.servers = servers;
    this.since = now;
  }

  /** Servers that could begin now; 0 or less when there is none. */
  get free(): number {
    return this.servers - this.busy;
  }

  /** A server begins with somebody. */
  take(): void {
    this.busy++;
  }

  /** A server is done with somebody. */
  release(): void {
    this.busy--;
  }

  /** Another number of servers from now; who is with a server stays there. */
  resize(now: number, servers: number): void {
    this.area = this.areaAt(now);
    this.since = now;
    this.servers = servers;
  }

  /** Servers × time until now. */
  areaAt(now: number): number {
    // not Infinity times 0
    return now === this.since ? this.area : this.area + this.servers * (now - this.since);
  }

  /** Forgets the time until now. */
  restart(now: number): void {
    this.area = 0;
    this.since = now;
  }

  copyFrom(other: ServersAtWork): void {
    this.servers = other.servers;
    this.busy = other.busy;
    this.area = other.area;
    this.since = other.since;
  }
}
