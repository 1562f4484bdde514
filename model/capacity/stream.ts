/** A stream of new needs: a Poisson process whose rate follows season and trend, one draw a gap. */
import { dayOf, newYear, yearOf } from '../kernel/calendar.ts';
import { Alarm } from '../kernel/timer.ts';
import type { Town } from './town.ts';

/** First referred, first to the municipality, first as an emergency. */
export const StreamKind = { referred: 0, municipal: 1, emergency: 2 } as const;

/** The months on whose first day a third of the year ends. */
const ends = [5, 9];

function thirdOf(day: number, year: number): number {
  return day < dayOf(year, ends[0], 1) ? 0 : day < dayOf(year, ends[1], 1) ? 1 : 2;
}

export class Stream {
  readonly alarm = new Alarm(this);
  readonly town: Town;
  readonly kind: number;
  /** How many it has brought. */
  count = 0;
  /** Expected arrivals left until the next one. */
  private left = 0;
  private from = 0;

  constructor(town: Town, kind: number) {
    this.town = town;
    this.kind = kind;
  }

  start(): void {
    this.next();
  }

  happen(): void {
    const ordinal = this.count++;
    this.next();
    this.town.world.flow.arise(this.town, this.kind, ordinal);
  }

  private next(): void {
    this.left = this.town.world.arrivalDraws(this.town, this.kind, this.count).unit();
    this.from = this.town.world.clock.now;
    this.plan();
  }

  /** Called before a rate changes: what is left of the gap is brought up to now at the old rate. */
  spend(): void {
    const { clock } = this.town.world;
    this.left -= this.walk(clock.now, Infinity).expected;
    this.from = clock.now;
  }

  /** Called after a rate has changed, and at the beginning of a gap. */
  plan(): void {
    const { clock, endDay } = this.town.world;
    const { at, expected } = this.walk(endDay, this.left);
    if (expected < this.left) clock.clear(this.alarm);
    else clock.set(this.alarm, at);
  }

  /** Goes through the thirds of the years until a day is reached or a number of arrivals is expected. */
  private walk(until: number, limit: number): { at: number; expected: number } {
    let at = this.from;
    let expected = 0;
    while (at < until) {
      const year = yearOf(at);
      const third = thirdOf(at, year);
      const end = Math.min(third === 2 ? newYear(year + 1) : dayOf(year, ends[third], 1), until);
      const rate = this.rate(year, third);
      const more = rate * (end - at);
      if (expected + more >= limit) return { at: at + (limit - expected) / rate, expected: limit };
      expected += more;
      at = end;
    }
    return { at, expected };
  }

  /** Arrivals a day in a third of a year. */
  private rate(year: number, third: number): number {
    const { world, numbers } = this.town;
    const { need } = world.common;
    const { kind } = this;
    let perHead = need.emergency;
    if (kind === StreamKind.referred) perHead = need.first_referred;
    else if (kind === StreamKind.municipal) perHead = need.municipal;
    // the three thirds have 120 (121), 123 and 122 days; the last makes the year's mean 1
    let season = 3 - need.season_spring - need.season_summer;
    if (third === 0) season = need.season_spring;
    else if (third === 1) season = need.season_summer;
    const trend = Math.max(0, 1 + need.trend * (year - yearOf(world.switchDay)));
    return (perHead * numbers.town.need_factor * numbers.town.adults * season * trend) / 100_000 / 365.25;
  }

  copyFrom(other: Stream): void {
    this.count = other.count;
    this.left = other.left;
    this.from = other.from;
  }
}
