const perLevel = 3;
const areaOf = 1;
const sinceOf = 2;

/**
 * Levels that change in steps, such as lengths of queues, each with its area: level × time. They stand side by side in one
 * array, so that a change touches one line of memory.
 */
export class Levels {
  /** Of each: the level, its area until it last changed, and when that was. */
  private readonly cells: Float64Array;

  /** All are 0 at first. */
  constructor(count: number) {
    this.cells = new Float64Array(count * perLevel);
  }

  /** The level now. */
  level(index: number): number {
    return this.cells[index * perLevel];
  }

  /** Level × time until the level last changed, or was last set. */
  area(index: number): number {
    return this.cells[index * perLevel + areaOf];
  }

  /** From now on the level is higher by a step. `now` must not be before the last change. */
  change(index: number, step: number, now: number): void {
    const { cells } = this;
    const at = index * perLevel;
    cells[at + areaOf] += cells[at] * (now - cells[at + sinceOf]);
    cells[at + sinceOf] = now;
    cells[at] += step;
  }

  /** From now on it is this level. */
  set(index: number, level: number, now: number): void {
    this.change(index, 0, now);
    this.cells[index * perLevel] = level;
  }

  /** Brings all areas up to now. */
  account(now: number): void {
    for (let index = 0; index < this.cells.length / perLevel; index++) this.change(index, 0, now);
  }

  /** All areas are 0 again, from the last change on; the levels stay. */
  clearAreas(): void {
    for (let at = areaOf; at < this.cells.length; at += perLevel) this.cells[at] = 0;
  }

  copyFrom(other: Levels): void {
    this.cells.set(other.cells);
  }
}
