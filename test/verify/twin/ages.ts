/** Cells apart by days since a spell began: day by day at first, when the hazard falls fast; later week by week. */
import { long, type Span } from './municipality.ts';
import type { Cell } from './state.ts';
import { newCell } from './state.ts';

export const daily = 63;
const week = 7;

export class Ages {
  /** `cells[j]` entered j days ago; after the daily ones each holds the entries of a week. */
  readonly cells: Cell[] = Array.from({ length: daily }, newCell);
  /** Days of entries that the newest weekly cell has. */
  private gathered = week;
  /** The day on which each weekly cell was complete. */
  private readonly born: number[] = [];
  private today = 0;
  private readonly end: number;

  constructor(end: number) {
    this.end = end;
  }

  /** Days since entry, the middle of a week for the weekly ones. */
  age(index: number): number {
    if (index < daily) return index;
    const newest = daily + (this.gathered - 1) / 2;
    if (index === daily) return newest;
    return daily + this.gathered + week * (index - daily - 1) + (week - 1) / 2;
  }

  /** Days of a cell to be dealt with today: a weekly one that is complete has its turn every fourth day. */
  span(index: number): Span | 0 {
    if (index === 0) return 0.5;
    if (index < daily) return 1;
    if (index === daily && this.gathered < week) return 1;
    // in the middle of the four days
    return (this.today - this.born[index - daily]) % long === long / 2 ? long : 0;
  }

  /** The share of a cell that reaches the end today: a week's entries leave over a week. */
  ending(index: number): number {
    if (index <= daily) return 0;
    const past = Math.round(this.age(index) + (week - 1) / 2 - this.end);
    return past < 0 ? 0 : past >= week - 1 ? 1 : 1 / (week - past);
  }

  /** A day later. */
  roll(): void {
    const { cells } = this;
    this.today++;
    const last = cells[daily - 1];
    for (let j = daily - 1; j > 0; j--) cells[j] = cells[j - 1];
    cells[0] = newCell();
    if (this.gathered === week) {
      cells.splice(daily, 0, last);
      this.gathered = 1;
      this.born.unshift(this.today + week - 1);
      // nobody is left in a cell that has ended
      if (cells.length > daily && this.age(cells.length - 1) > this.end + 2 * week) cells.pop();
    } else {
      for (let i = 0; i < last.length; i++) cells[daily][i] += last[i];
      this.gathered++;
    }
  }
}
