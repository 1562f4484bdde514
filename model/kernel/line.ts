/**
 * Waiting lines. Whoever waits has a `Place` that is used again each time; lines link the places themselves, so that
 * to join, to leave from the middle and to be served cost the same at any length.
 */

/** A place in a waiting line: one for each claim that may stand in one, in one line at a time. */
export class Place<T> {
  /** Who waits. */
  readonly who: T;
  /** The time at which it joined the line that it stands in, or last stood in, in days. */
  since = 0;
  /** In a `Line`: served before all higher ranks. */
  rank = 0;
  /** In an `OrderedLine`: served before all higher keys. */
  key = 0;
  /** The line that it stands in, null if none. */
  line: Line<T> | OrderedLine<T> | null = null;

  /** Neighbours in order of joining (in a `Line`, within the rank). These four belong to the line. */
  before: Place<T> | null = null;
  after: Place<T> | null = null;
  serial = 0;
  index = -1;

  constructor(who: T) {
    this.who = who;
  }
}

/** A line by rank, lower first, and within a rank by order of joining. */
export class Line<T> {
  /** How many stand in it. */
  length = 0;
  private readonly heads: (Place<T> | null)[];
  private readonly tails: (Place<T> | null)[];

  /** @param ranks how many ranks, small: ranks are 0 to `ranks` - 1 */
  constructor(ranks = 1) {
    if (!(ranks >= 1 && ranks % 1 === 0)) throw new RangeError(`a line needs one rank or more, not ${ranks}`);
    this.heads = new Array<Place<T> | null>(ranks).fill(null);
    this.tails = new Array<Place<T> | null>(ranks).fill(null);
  }

  /**
   * Stands last within its rank.
   * @throws Error when the place stands in a line already; RangeError when there is no such rank
   */
  join(place: Place<T>, now: number, rank = 0): void {
    if (place.line !== null) throw new Error(`cannot join a line at ${now}: stands in one since ${place.since}`);
    if (!(rank >= 0 && rank < this.heads.length && rank % 1 === 0)) {
      throw new RangeError(`a line of ${this.heads.length} ranks has no rank ${rank}`);
    }
    place.since = now;
    place.rank = rank;
    this.append(place);
  }

  /**
   * Leaves, from wherever it stands. Nothing is done if it stands in no line.
   * @throws Error when it stands in another line
   */
  leave(place: Place<T>): void {
    if (place.line === null) return;
    if (place.line !== this) throw new Error(`stands in another line, since ${place.since}`);
    const { before, after, rank } = place;
    if (before !== null) before.after = after;
    else this.heads[rank] = after;
    if (after !== null) after.before = before;
    else this.tails[rank] = before;
    place.before = null;
    place.after = null;
    place.line = null;
    this.length--;
  }

  /** The next to be served, null when nobody waits. */
  first(): Place<T> | null {
    if (this.length === 0) return null;
    const { heads } = this;
    for (let rank = 0; rank < heads.length; rank++) if (heads[rank] !== null) return heads[rank];
    return null;
  }

  /** The next to be served, who leaves; null when nobody waits. */
  take(): Place<T> | null {
    const place = this.first();
    if (place !== null) this.leave(place);
    return place;
  }

  /**
   * `since` of whoever has waited longest, in any rank; Infinity when nobody waits. Holds if all have joined in order
   * of time, since it looks at the first of each rank only.
   */
  oldest(): number {
    let oldest = Infinity;
    for (const head of this.heads) if (head !== null && head.since < oldest) oldest = head.since;
    return oldest;
  }

  /** In order of service. Who has just been given may leave meanwhile; nobody else may. */
  *[Symbol.iterator](): Generator<Place<T>, void, undefined> {
    for (const head of this.heads) {
      let place = head;
      while (place !== null) {
        const { after } = place;
        yield place;
        place = after;
      }
    }
  }

  /**
   * The same line of other places, with the same `since` and in the same order.
   * @param twin gives the copy of each place; it must stand in no line
   */
  copy(twin: (place: Place<T>) => Place<T>): Line<T> {
    const copy = new Line<T>(this.heads.length);
    for (const place of this) {
      const other = twin(place);
      copy.join(other, place.since, place.rank);
      other.key = place.key;
    }
    return copy;
  }

  private append(place: Place<T>): void {
    const tail = this.tails[place.rank];
    place.before = tail;
    if (tail !== null) tail.after = place;
    else this.heads[place.rank] = place;
    this.tails[place.rank] = place;
    place.line = this;
    this.length++;
  }
}

/** A line by a key, such as a deadline: lowest first, on ties in order of joining. Takes time with the log of its length. */
export class OrderedLine<T> {
  private heap: Place<T>[] = [];
  private nextSerial = 0;
  /** By order of joining, for `oldest()`. */
  private head: Place<T> | null = null;
  private tail: Place<T> | null = null;

  /** How many stand in it. */
  get length(): number {
    return this.heap.length;
  }

  /**
   * Joins with a key.
   * @throws Error when the place stands in a line already; RangeError when the key is not a number
   */
  join(place: Place<T>, now: number, key: number): void {
    if (place.line !== null) throw new Error(`cannot join a line at ${now}: stands in one since ${place.since}`);
    if (Number.isNaN(key)) throw new RangeError(`a place in a line needs a key, not ${key}`);
    place.since = now;
    place.key = key;
    place.serial = this.nextSerial++;
    this.append(place);
    this.heap.push(place);
    this.rise(this.heap.length - 1, place);
  }

  /**
   * Leaves, from wherever it stands. Nothing is done if it stands in no line.
   * @throws Error when it stands in another line
   */
  leave(place: Place<T>): void {
    if (place.line === null) return;
    if (place.line !== this) throw new Error(`stands in another line, since ${place.since}`);
    const { before, after, index } = place;
    if (before !== null) before.after = after;
    else this.head = after;
    if (after !== null) after.before = before;
    else this.tail = before;
    place.before = null;
    place.after = null;
    place.line = null;
    place.index = -1;
    const moved = this.heap.pop() as Place<T>;
    if (moved === place) return;
    if (index > 0 && precedes(moved, this.heap[(index - 1) >> 1])) this.rise(index, moved);
    else this.sink(index, moved);
  }

  /** The next to be served, null when nobody waits. */
  first(): Place<T> | null {
    return this.heap.length > 0 ? this.heap[0] : null;
  }

  /** The next to be served, who leaves; null when nobody waits. */
  take(): Place<T> | null {
    const place = this.first();
    if (place !== null) this.leave(place);
    return place;
  }

  /** `since` of whoever has waited longest, Infinity when nobody waits. Holds if all have joined in order of time. */
  oldest(): number {
    return this.head !== null ? this.head.since : Infinity;
  }

  /** In order of service, as it is now: who leaves or joins meanwhile makes no difference. Sorts, so it is not quick. */
  *[Symbol.iterator](): Generator<Place<T>, void, undefined> {
    yield* this.heap.slice().sort((a, b) => (a.key !== b.key ? (a.key < b.key ? -1 : 1) : a.serial - b.serial));
  }

  /**
   * The same line of other places, with the same `since` and in the same order.
   * @param twin gives the copy of each place; it must stand in no line
   */
  copy(twin: (place: Place<T>) => Place<T>): OrderedLine<T> {
    const copy = new OrderedLine<T>();
    for (let place = this.head; place !== null; place = place.after) {
      const other = twin(place);
      copy.join(other, place.since, place.key);
      other.rank = place.rank;
    }
    return copy;
  }

  private append(place: Place<T>): void {
    place.before = this.tail;
    if (this.tail !== null) this.tail.after = place;
    else this.head = place;
    this.tail = place;
    place.line = this;
  }

  private rise(index: number, place: Place<T>): void {
    const { heap } = this;
    while (index > 0) {
      const parentIndex = (index - 1) >> 1;
      const parent = heap[parentIndex];
      if (!precedes(place, parent)) break;
      heap[index] = parent;
      parent.index = index;
      index = parentIndex;
    }
    heap[index] = place;
    place.index = index;
  }

  private sink(index: number, place: Place<T>): void {
    const { heap } = this;
    const { length } = heap;
    for (;;) {
      let childIndex = 2 * index + 1;
      if (childIndex >= length) break;
      if (childIndex + 1 < length && precedes(heap[childIndex + 1], heap[childIndex])) childIndex++;
      const child = heap[childIndex];
      if (!precedes(child, place)) break;
      heap[index] = child;
      child.index = index;
      index = childIndex;
    }
    heap[index] = place;
    place.index = index;
  }
}

function precedes<T>(place: Place<T>, other: Place<T>): boolean {
  return place.key < other.key || (place.key === other.key && place.serial < other.serial);
}
