import type { SimQueue, SimRequest, StockQueue } from './simjs.ts';
import { PQueue, Request } from './simjs.ts';
import type { Timer } from './timer.ts';

/**
 * What a clock wants of a list of events: simjs's contract (`insert`, `remove`), and besides to move and to take out a
 * timer, and to hold back what lies beyond a horizon. Order: by time; on ties the one that was set first. To set a
 * timer again counts as setting it now, also to the same time.
 */
export interface EventList extends SimQueue {
  /** `remove()` gives nothing later than this, in days; what is later stays in the list. */
  horizon: number;
  /** Timers given out to happen so far. */
  readonly fired: number;
  /** Timers waiting. */
  readonly length: number;
  /** Puts the timer at a time (finite), or moves it there. */
  set(timer: Timer, at: number): void;
  /** Takes the timer out; nothing happens if it is not in. */
  clear(timer: Timer): void;
  /** The timer's time, Infinity when it is not in. */
  at(timer: Timer): number;
  /** simjs's way in: the same as `set(request.timer, request.deliverAt)`. */
  insert(request: Due): void;
  /** Takes out the first that is not beyond the horizon; null when there is none. */
  remove(): SimRequest | null;
  /** The same list of other timers: `twin` gives the copy of each that is waiting. Order on ties is kept. */
  copy(twin: (timer: Timer) => Timer): EventList;
}

/**
 * The request that simjs's loop is handed. A list has one and uses it again and again: the loop and the list then only ever
 * see one kind of object, however many kinds of timer there are (a tenth of the time of a run).
 */
class Due extends Request {
  timer: Timer | null = null;

  constructor() {
    super(null, 0, 0);
  }

  // the request's own would look for callbacks, which a timer has none of
  override deliver(): void {
    (this.timer as Timer).happen(this.deliverAt);
  }
}

/** Where a slot stands: 0 and up is its index in today's heap; below `firstPage`, the page `firstPage - where`. */
const nowhere = -1;
const spare = -2;
const firstPage = -3;

/** About eleven years at a day each: what is later waits in the spare list. */
const pageCount = 4096;

/**
 * Pages of a day. A timer that is due on a later day is linked into that day's page, unsorted; today's page is a small
 * heap; what lies beyond the last page waits in one spare list until the pages are used up. So to set, move and clear
 * cost the same at any length, and only today's few are ever sorted. If pages are too wide, today's heap holds nearly
 * everything, and the cost is a heap's; if they are so narrow that most wait in the spare list, they are widened.
 *
 * Everything is kept on typed arrays by slot: a row that a timer gets when it is set and gives back when it has
 * happened or is cleared.
 */
export class PageList implements EventList {
  horizon = Infinity;
  fired = 0;
  length = 0;

  private readonly due = new Due();
  private timers: (Timer | null)[] = [];
  private time: Float64Array;
  private serial: Float64Array;
  private before: Int32Array;
  private after: Int32Array;
  private where: Int32Array;
  private free: Int32Array;
  private freeCount = 0;
  private nextSerial = 0;
  /** The slot of the timer that was given out last: it usually sets itself again, so it is freed only at the next. */
  private last = -1;

  private heap: Int32Array;
  /** The times of what is in the heap, beside it: looked at far more often than the rest. */
  private heapTime: Float64Array;
  private heapLength = 0;

  private width: number;
  private perDay: number;
  /** The number of the first page, counted from time 0; the pages' own numbers start there. */
  private base: number;
  /** Everything on this page and before it is in the heap. */
  private today = -1;
  private pages = new Int32Array(pageCount).fill(-1);
  private spareHead = -1;
  private spareLength = 0;

  /**
   * @param start the earliest time that is likely to be set, in days: where the pages begin
   * @param width of a page in days, more than 0
   */
  constructor(start = 0, width = 1) {
    if (!(width > 0 && width < Infinity)) throw new RangeError(`a page must be wider than 0 days, not ${width}`);
    this.width = width;
    this.perDay = 1 / width;
    this.base = Math.floor(start * this.perDay);
    const rows = 256;
    this.time = new Float64Array(rows);
    this.serial = new Float64Array(rows);
    this.before = new Int32Array(rows);
    this.after = new Int32Array(rows);
    this.where = new Int32Array(rows).fill(nowhere);
    this.free = new Int32Array(rows);
    this.heap = new Int32Array(rows);
    this.heapTime = new Float64Array(rows);
  }

  set(timer: Timer, at: number): void {
    let slot = timer.slot;
    if (slot >= 0 && this.timers[slot] === timer) {
      if (this.where[slot] !== nowhere) this.unlink(slot);
    } else {
      slot = this.freeCount > 0 ? this.free[--this.freeCount] : this.timers.length;
      if (slot === this.time.length) this.grow();
      this.timers[slot] = timer;
      timer.slot = slot;
    }
    this.time[slot] = at;
    this.serial[slot] = this.nextSerial++;
    this.length++;
    this.link(slot);
  }

  clear(timer: Timer): void {
    const slot = timer.slot;
    if (slot < 0 || this.timers[slot] !== timer) return;
    if (this.where[slot] !== nowhere) this.unlink(slot);
    if (slot !== this.last) this.release(slot);
  }

  at(timer: Timer): number {
    const slot = timer.slot;
    if (slot < 0 || this.timers[slot] !== timer || this.where[slot] === nowhere) return Infinity;
    return this.time[slot];
  }

  insert(request: Due): void {
    this.set(request.timer as Timer, request.deliverAt);
  }

  remove(): SimRequest | null {
    const last = this.last;
    if (last >= 0) {
      this.last = -1;
      if (this.where[last] === nowhere) this.release(last);
    }
    if (this.heapLength === 0 && !this.turn()) return null;
    const time = this.heapTime[0];
    if (time > this.horizon) return null;
    const slot = this.heap[0];
    this.takeFromHeap(0);
    this.where[slot] = nowhere;
    this.length--;
    this.fired++;
    this.last = slot;
    this.due.timer = this.timers[slot];
    this.due.deliverAt = time;
    return this.due;
  }

  copy(twin: (timer: Timer) => Timer): PageList {
    const copy = new PageList(0, this.width);
    copy.horizon = this.horizon;
    copy.fired = this.fired;
    copy.length = this.length;
    copy.time = this.time.slice();
    copy.serial = this.serial.slice();
    copy.before = this.before.slice();
    copy.after = this.after.slice();
    copy.where = this.where.slice();
    copy.free = this.free.slice();
    copy.freeCount = this.freeCount;
    copy.nextSerial = this.nextSerial;
    copy.heap = this.heap.slice();
    copy.heapTime = this.heapTime.slice();
    copy.heapLength = this.heapLength;
    copy.base = this.base;
    copy.today = this.today;
    copy.pages = this.pages.slice();
    copy.spareHead = this.spareHead;
    copy.spareLength = this.spareLength;
    for (let slot = 0; slot < this.timers.length; slot++) {
      const timer = this.timers[slot];
      if (timer === null || this.where[slot] === nowhere) {
        copy.timers.push(null);
        // held only until the next remove()
        if (timer !== null) copy.free[copy.freeCount++] = slot;
        continue;
      }
      const other = twin(timer);
      if (!other) throw new Error(`a timer that waits for day ${this.time[slot]} has no twin in the copy`);
      copy.timers.push(other);
      other.slot = slot;
    }
    return copy;
  }

  private link(slot: number): void {
    const page = Math.floor(this.time[slot] * this.perDay) - this.base;
    // before today happens too: after a horizon, or when the pages have begun at a later first
    if (page <= this.today) {
      this.putInHeap(slot);
      return;
    }
    let head: number;
    if (page < pageCount) {
      head = this.pages[page];
      this.pages[page] = slot;
      this.where[slot] = firstPage - page;
    } else {
      head = this.spareHead;
      this.spareHead = slot;
      this.where[slot] = spare;
      this.spareLength++;
    }
    this.before[slot] = -1;
    this.after[slot] = head;
    if (head >= 0) this.before[head] = slot;
  }

  private unlink(slot: number): void {
    const where = this.where[slot];
    this.where[slot] = nowhere;
    this.length--;
    if (where >= 0) {
      this.takeFromHeap(where);
      return;
    }
    const before = this.before[slot];
    const after = this.after[slot];
    if (after >= 0) this.before[after] = before;
    if (before >= 0) this.after[before] = after;
    else if (where === spare) this.spareHead = after;
    else this.pages[firstPage - where] = after;
    if (where === spare) this.spareLength--;
  }

  private release(slot: number): void {
    (this.timers[slot] as Timer).slot = -1;
    this.timers[slot] = null;
    this.free[this.freeCount++] = slot;
  }

  /** Makes the next page that has something today's, though none beyond the horizon. False when there is none. */
  private turn(): boolean {
    if (this.length === 0) return false;
    for (;;) {
      const limit = Math.floor(this.horizon * this.perDay) - this.base;
      const stop = Math.min(limit, pageCount - 1);
      while (this.today < stop) {
        const page = ++this.today;
        let slot = this.pages[page];
        if (slot < 0) continue;
        this.pages[page] = -1;
        while (slot >= 0) {
          const after = this.after[slot];
          this.putInHeap(slot);
          slot = after;
        }
        return true;
      }
      if (stop < pageCount - 1 || !this.rebase()) return false;
    }
  }

  /** All pages are used up: begins them again at the first in the spare list, unless that is beyond the horizon. */
  private rebase(): boolean {
    let first = Infinity;
    for (let slot = this.spareHead; slot >= 0; slot = this.after[slot]) {
      if (this.time[slot] < first) first = this.time[slot];
    }
    if (first > this.horizon || this.spareHead < 0) return false;
    // passing over the spare list costs its length, so most of it should find a page; no page is in use now
    for (;;) {
      this.base = Math.floor(first * this.perDay);
      let fitting = 0;
      for (let slot = this.spareHead; slot >= 0; slot = this.after[slot]) {
        if (Math.floor(this.time[slot] * this.perDay) - this.base < pageCount) fitting++;
      }
      if (fitting * 2 >= this.spareLength) break;
      this.width *= 2;
      this.perDay = 1 / this.width;
    }
    this.today = -1;
    let slot = this.spareHead;
    this.spareHead = -1;
    this.spareLength = 0;
    while (slot >= 0) {
      const after = this.after[slot];
      this.link(slot);
      slot = after;
    }
    return true;
  }

  private putInHeap(slot: number): void {
    if (this.heapLength === this.heap.length) {
      this.heap = longer(this.heap);
      this.heapTime = longer(this.heapTime);
    }
    this.rise(this.heapLength++, slot);
  }

  private takeFromHeap(index: number): void {
    const moved = this.heap[--this.heapLength];
    if (index === this.heapLength) return;
    if (index > 0 && this.precedes(moved, this.heap[(index - 1) >> 1])) this.rise(index, moved);
    else this.sink(index, moved);
  }

  private precedes(slot: number, other: number): boolean {
    const time = this.time[slot];
    const otherTime = this.time[other];
    return time < otherTime || (time === otherTime && this.serial[slot] < this.serial[other]);
  }

  private rise(from: number, slot: number): void {
    const { heap, heapTime, serial, where } = this;
    const time = this.time[slot];
    let index = from;
    while (index > 0) {
      const parentIndex = (index - 1) >> 1;
      const parent = heap[parentIndex];
      const parentTime = heapTime[parentIndex];
      if (parentTime < time || (parentTime === time && serial[parent] < serial[slot])) break;
      heap[index] = parent;
      heapTime[index] = parentTime;
      where[parent] = index;
      index = parentIndex;
    }
    heap[index] = slot;
    heapTime[index] = time;
    where[slot] = index;
  }

  private sink(from: number, slot: number): void {
    const { heap, heapTime, serial, where, heapLength } = this;
    const time = this.time[slot];
    let index = from;
    for (;;) {
      let childIndex = 2 * index + 1;
      if (childIndex >= heapLength) break;
      let child = heap[childIndex];
      let childTime = heapTime[childIndex];
      const rightIndex = childIndex + 1;
      if (rightIndex < heapLength) {
        const right = heap[rightIndex];
        const rightTime = heapTime[rightIndex];
        if (rightTime < childTime || (rightTime === childTime && serial[right] < serial[child])) {
          childIndex = rightIndex;
          child = right;
          childTime = rightTime;
        }
      }
      if (time < childTime || (time === childTime && serial[slot] < serial[child])) break;
      heap[index] = child;
      heapTime[index] = childTime;
      where[child] = index;
      index = childIndex;
    }
    heap[index] = slot;
    heapTime[index] = time;
    where[slot] = index;
  }

  private grow(): void {
    this.time = longer(this.time);
    this.serial = longer(this.serial);
    this.before = longer(this.before);
    this.after = longer(this.after);
    this.free = longer(this.free);
    const rows = this.where.length;
    this.where = longer(this.where);
    this.where.fill(nowhere, rows);
  }
}

/** What simjs's own list holds for a timer: thrown away when the timer is moved or cleared, as a simjs user would. */
class Ghost extends Request {
  readonly list: StockList;
  readonly timer: Timer;
  order = 0;

  constructor(list: StockList, timer: Timer, at: number) {
    super(null, 0, at);
    this.list = list;
    this.timer = timer;
  }

  override deliver(): void {
    this.list.fire(this);
  }
}

/**
 * simjs's own list behind the same interface: what is moved or cleared stays in it, marked as cancelled, until its
 * time. Slow, and only there so that tests can show the same trace.
 */
export class StockList implements EventList {
  horizon = Infinity;
  fired = 0;
  private queue: StockQueue = new PQueue();
  private readonly waiting = new Map<Timer, Ghost>();

  get length(): number {
    return this.waiting.size;
  }

  set(timer: Timer, at: number): void {
    this.clear(timer);
    const ghost = new Ghost(this, timer, at);
    this.waiting.set(timer, ghost);
    this.queue.insert(ghost);
  }

  clear(timer: Timer): void {
    const ghost = this.waiting.get(timer);
    if (ghost === undefined) return;
    ghost.cancelled = true;
    this.waiting.delete(timer);
  }

  at(timer: Timer): number {
    return this.waiting.get(timer)?.deliverAt ?? Infinity;
  }

  insert(request: Due): void {
    this.set(request.timer as Timer, request.deliverAt);
  }

  remove(): SimRequest | null {
    const { data } = this.queue;
    if (data.length === 0 || data[0].deliverAt > this.horizon) return null;
    return this.queue.remove();
  }

  copy(twin: (timer: Timer) => Timer): StockList {
    const copy = new StockList();
    copy.horizon = this.horizon;
    copy.fired = this.fired;
    const ghosts = [...this.waiting.values()].sort((a, b) => a.order - b.order);
    for (const ghost of ghosts) copy.set(twin(ghost.timer), ghost.deliverAt);
    copy.queue.order = this.queue.order;
    return copy;
  }

  fire(ghost: Ghost): void {
    this.waiting.delete(ghost.timer);
    this.fired++;
    ghost.timer.happen(ghost.deliverAt);
  }
}

function longer<A extends Float64Array | Int32Array>(array: A): A {
  const twice = new (array.constructor as new (length: number) => A)(array.length * 2);
  twice.set(array);
  return twice;
}
