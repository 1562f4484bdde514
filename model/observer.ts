/**
 * Watches persons and sums: levels (how many are where, and for how many days), counts, flows and, where asked, events.
 * The pathway tells it that something happened to a person; it works out what that changed.
 */

import { yearOf } from './kernel/calendar.ts';
import { Levels } from './kernel/levels.ts';
import type { Person } from './person.ts';
import { Municipal, Tsb } from './person.ts';
import type { EventRow, Tally } from './record.ts';
import { fundingLines, longestWait, positions, seriesNames, tallies, waitings, waitQueues } from './record.ts';
import { claimBits, factsOfLeft, levelNames, levelsIn, positionIn } from './standing.ts';
import type { World } from './world.ts';

/** Index of each tally. */
export const T = Object.fromEntries(tallies.map((name, index) => [name, index])) as Record<Tally, number>;

/** Why a person moves. One word for one thing: these are the causes of `flows.csv` and `events.csv`. */
export const causes = [
  'census',
  'new_need',
  'referred',
  'accepted',
  'rejected',
  'booked',
  'started',
  'no_show',
  'gave_up',
  'admitted',
  'bed_wanted',
  'handover',
  'handover_lost',
  'completed',
  'dropped_out',
  'blocked',
  'course_ended',
  'discharged',
  'intake',
  'decided',
  'wrong_unit',
  'joined_follow_up',
  'rationed',
  'caseworker',
  'case_ended',
  'lost_contact',
  'caseworker_left',
  'caseworker_back',
  'relapsed',
  'returned',
  'emergency',
  'needs_municipality',
  'stable',
  'gone',
  'died',
  'overdose',
  'reorganised',
] as const;
export type Cause = (typeof causes)[number];
/** A map, because a keyed look-up in an object of so many names is slower. */
const causeIndex = new Map<Cause, number>(causes.map((cause, index) => [cause, index]));

/** A year is watched whole from any day but those of the last calendar year, also when that year is a leap year. */
export const aYear = 366;

const positionCount = 16;
const levelCount = positionCount + levelNames.length;
/** Which level feeds which tally of person-days. */
const dayTallies: [level: number, tally: number][] = [
  [levelNames.indexOf('present'), 'days_present'],
  [levelNames.indexOf('without_service'), 'days_without_service'],
  [levelNames.indexOf('waiting_unserved'), 'days_unserved_waiting'],
  [levelNames.indexOf('waiting_intake'), 'days_waiting_intake'],
  [levelNames.indexOf('waiting_decision'), 'days_waiting_decision'],
  [levelNames.indexOf('waiting_assessment'), 'days_waiting_assessment'],
  [levelNames.indexOf('waiting_first_contact'), 'days_waiting_first_contact'],
  [levelNames.indexOf('waiting_bed'), 'days_waiting_bed'],
  [levelNames.indexOf('waiting_follow_up'), 'days_waiting_follow_up'],
  [levelNames.indexOf('caseworker'), 'days_in_follow_up'],
  [levelNames.indexOf('tsb'), 'days_in_tsb'],
  [levelNames.indexOf('bed'), 'days_in_bed'],
  [levelNames.indexOf('on_list'), 'days_on_list'],
  [levelNames.indexOf('served_waiting'), 'days_served_waiting'],
  [levelNames.indexOf('at_risk'), 'days_at_risk'],
].map(([level, tally]) => [(level as number) + positionCount, T[tally as Tally]]);
const positionDays: [position: string, tally: Tally][] = [
  ['out_of_contact', 'days_out_of_contact'],
  ['detox', 'days_in_detox'],
  ['outpatient', 'days_outpatient'],
  ['lar', 'days_lar'],
  ['deferred', 'days_deferred'],
  ['municipal_support', 'days_municipal_support'],
];
for (const [position, tally] of positionDays) dayTallies.push([positions.indexOf(position as never), T[tally]]);

const P = Object.fromEntries(positions.map((name, index) => [name, index])) as Record<string, number>;

const bedLevel = positionCount + (levelNames as readonly string[]).indexOf('bed');
/** Keys of flows: from (none first), to, cause. */
const flowKeys = (positions.length + 1) * 32 * 64;
const queueOf = {
  firstContact: waitQueues.indexOf('first_contact'),
  bed: waitQueues.indexOf('bed'),
  followUp: waitQueues.indexOf('follow_up'),
  decision: waitQueues.indexOf('decision'),
};

export class Observer {
  readonly world: World;
  readonly groups: number;
  /** Towns in focus, then the whole place. */
  readonly places: number;
  readonly firstYear: number;
  readonly years: number;
  readonly dates: Float64Array;
  readonly byYear: Float64Array;
  readonly byGroup: Float64Array;
  readonly lengths: Int32Array;
  readonly waits: Uint32Array;
  readonly posts: Float64Array;
  readonly beds: Float64Array;
  readonly flows: Float64Array[];
  /** Where each flow stands in `flows`, by its key; -1 where it has not been seen. */
  readonly flowIndex: Int16Array;
  events = 0;
  sink: ((row: EventRow) => void) | null = null;
  /** Of each cell: persons at each level, and person-days as their areas. */
  private readonly levels: Levels;
  /** Index of the calendar year and side of the switch that are being summed now. */
  year = 0;
  side = 0;
  /** Which third of the calendar year it is: 0, 1 or 2. */
  third = 0;
  private flushedAt: number;

  constructor(world: World, dates: readonly number[]) {
    this.world = world;
    this.groups = world.groups.length;
    this.places = world.focusCount + 1;
    this.firstYear = yearOf(world.startDay);
    this.years = world.arrangement.history + world.arrangement.years;
    this.dates = Float64Array.from(dates);
    const cells = this.places * this.groups;
    this.byYear = new Float64Array(this.places * this.years * tallies.length);
    this.byGroup = new Float64Array(this.places * 2 * this.groups * tallies.length);
    this.lengths = new Int32Array(this.places * dates.length * seriesNames.length);
    this.waits = new Uint32Array(this.places * 2 * waitQueues.length * (longestWait + 1) * 3);
    this.posts = new Float64Array(this.places * dates.length * fundingLines.length * 3);
    this.beds = new Float64Array(dates.length * 2 * 3);
    this.flows = [];
    this.flowIndex = new Int16Array(flowKeys).fill(-1);
    this.levels = new Levels(cells * levelCount);
    this.flushedAt = world.startDay;
  }

  copyFrom(other: Observer): void {
    this.byYear.set(other.byYear);
    this.byGroup.set(other.byGroup);
    this.lengths.set(other.lengths);
    this.waits.set(other.waits);
    this.posts.set(other.posts);
    this.beds.set(other.beds);
    for (const flow of other.flows) this.flows.push(flow.slice());
    this.flowIndex.set(other.flowIndex);
    this.events = other.events;
    this.levels.copyFrom(other.levels);
    this.year = other.year;
    this.side = other.side;
    this.third = other.third;
    this.flushedAt = other.flushedAt;
  }

  /** Adds to a tally of a person, now. */
  tally(tally: number, person: Person, amount = 1): void {
    this.add(tally, person.town.focus, this.year, this.side, person.group, amount);
  }

  /** Adds to a tally of a person in the period of an earlier day (a discharge that is looked back upon). */
  tallyAt(day: number, tally: number, person: Person, amount = 1): void {
    this.add(
      tally,
      person.town.focus,
      yearOf(day) - this.firstYear,
      day < this.world.switchDay ? 0 : 1,
      person.group,
      amount,
    );
  }

  private add(tally: number, focus: number, year: number, side: number, group: number, amount: number): void {
    const whole = this.places - 1;
    const n = tallies.length;
    this.byYear[(whole * this.years + year) * n + tally] += amount;
    this.byGroup[((whole * 2 + side) * this.groups + group) * n + tally] += amount;
    if (focus >= 0) {
      this.byYear[(focus * this.years + year) * n + tally] += amount;
      this.byGroup[((focus * 2 + side) * this.groups + group) * n + tally] += amount;
    }
  }

  /** Adds to a tally of a town (no person behind it); `focus` -1: of the provider alone. */
  tallyTown(tally: number, focus: number, amount: number): void {
    const whole = this.places - 1;
    const n = tallies.length;
    this.byYear[(whole * this.years + this.year) * n + tally] += amount;
    if (focus >= 0) this.byYear[(focus * this.years + this.year) * n + tally] += amount;
  }

  /** Whether the `days` after a day lie on one side of the switch and before the horizon, so that they can be watched whole. */
  watched(day: number, days: number): boolean {
    return day + days <= (day < this.world.switchDay ? this.world.switchDay : this.world.endDay);
  }

  /** Keeps one finished wait. `outcome`: 0 served, 1 gave up or died, 2 still waiting. */
  wait(queue: number, person: Person, joined: number, outcome: 0 | 1 | 2): void {
    const side = joined < this.world.switchDay ? 0 : 1;
    // who joined before the switch has been counted as still waiting there: the past is the same in all scenarios
    if (side === 0 && this.side === 1) return;
    const days = Math.min(longestWait, Math.floor(this.world.clock.now - joined));
    const cell = ((side * waitQueues.length + queue) * (longestWait + 1) + days) * 3 + outcome;
    const size = 2 * waitQueues.length * (longestWait + 1) * 3;
    this.waits[(this.places - 1) * size + cell]++;
    if (person.town.focus >= 0) this.waits[person.town.focus * size + cell]++;
  }

  /** Takes note of what has just happened to a person, of whom other facts held before. Everything that changes a person ends here. */
  note(person: Person, before: number, cause: Cause): void {
    this.change(person, before, person.facts, cause);
  }

  /** Takes note that a person has left: stable, dead or gone. */
  noteLeft(person: Person, position: 'stable' | 'dead' | 'gone', cause: Cause): void {
    this.change(person, person.facts, factsOfLeft(position), cause);
  }

  private change(person: Person, factsBefore: number, facts: number, cause: Cause): void {
    const before = positionIn(factsBefore);
    const position = positionIn(facts);
    const levels = levelsIn(facts);
    const changed = levels ^ levelsIn(factsBefore);
    const now = this.world.clock.now;
    const focus = person.town.focus;
    const whole = ((this.places - 1) * this.groups + person.group) * levelCount;
    const own = focus < 0 ? -1 : (focus * this.groups + person.group) * levelCount;
    if (position !== before) {
      if (before >= 0) {
        this.levels.change(whole + before, -1, now);
        if (own >= 0) this.levels.change(own + before, -1, now);
      }
      if (position < positionCount) {
        this.levels.change(whole + position, 1, now);
        if (own >= 0) this.levels.change(own + position, 1, now);
      }
      this.flow(before, position, cause, focus);
      this.events++;
      if (this.sink) this.row(person, before < 0 ? '' : positions[before], positions[position], cause);
    }
    if (changed !== 0) {
      for (let level = 0, rest = changed; rest !== 0; level++, rest >>>= 1) {
        if ((rest & 1) === 0) continue;
        const step = (levels >>> level) & 1 ? 1 : -1;
        this.levels.change(whole + positionCount + level, step, now);
        if (own >= 0) this.levels.change(own + positionCount + level, step, now);
      }
      let claims = changed & claimBits;
      while (claims !== 0) {
        const one = claims & -claims;
        claims ^= one;
        this.events++;
        if (this.sink) {
          const index = 31 - Math.clz32(one);
          const claim = index < waitings.length ? `waiting ${waitings[index]}` : 'holding caseworker';
          this.row(person, levels & one ? '' : claim, levels & one ? claim : '', cause);
        }
      }
    }
  }

  private flow(from: number, to: number, cause: Cause, focus: number): void {
    const key = ((from + 1) * 32 + to) * 64 + (causeIndex.get(cause) as number);
    let index = this.flowIndex[key];
    if (index < 0) {
      index = this.flows.length;
      this.flowIndex[key] = index;
      this.flows.push(new Float64Array(this.places * this.years));
    }
    const flow = this.flows[index];
    flow[(this.places - 1) * this.years + this.year]++;
    if (focus >= 0) flow[focus * this.years + this.year]++;
  }

  private row(person: Person, from: string, to: string, cause: Cause): void {
    this.sink?.({
      person: person.id,
      town: person.town.index,
      group: person.group,
      time: this.world.clock.now - this.world.switchDay,
      from,
      to,
      cause,
    });
  }

  /** A change of capacity is an event as well. */
  capacityEvent(town: number, from: string, to: string, cause: string): void {
    this.events++;
    this.sink?.({
      person: 0,
      town,
      group: -1,
      time: this.world.clock.now - this.world.switchDay,
      from,
      to,
      cause,
    });
  }

  /** Brings all areas up to a day and moves them into the tallies of the running year and side. */
  flush(now: number): void {
    const n = tallies.length;
    this.levels.account(now);
    for (let place = 0; place < this.places; place++) {
      const yearCell = (place * this.years + this.year) * n;
      for (let group = 0; group < this.groups; group++) {
        const cell = (place * this.groups + group) * levelCount;
        const groupCell = ((place * 2 + this.side) * this.groups + group) * n;
        for (const [level, tally] of dayTallies) {
          const days = this.levels.area(cell + level);
          this.byYear[yearCell + tally] += days;
          this.byGroup[groupCell + tally] += days;
        }
        this.addCosts(cell, yearCell, groupCell);
        this.byGroup[groupCell + T.days] += now - this.flushedAt;
        this.byGroup[groupCell + T.years] += now > this.flushedAt ? 1 : 0;
      }
      this.byYear[yearCell + T.days] += now - this.flushedAt;
      this.byYear[yearCell + T.years] += now > this.flushedAt ? 1 : 0;
    }
    this.levels.clearAreas();
    this.flushedAt = now;
  }

  /** What the days of a cell cost the health trust, and the municipality for those who are ready for discharge. */
  private addCosts(cell: number, yearCell: number, groupCell: number): void {
    const { costs } = this.world.common;
    const bedDays = this.levels.area(cell + bedLevel);
    const courseDays = this.levels.area(cell + P.outpatient) + this.levels.area(cell + P.lar);
    const trust = bedDays * costs.bed_day + (courseDays / 365.25) * costs.contacts_per_year * costs.contact;
    const blocked = this.levels.area(cell + P.ready_for_discharge) * costs.blocked_day;
    for (const [into, at] of [
      [this.byYear, yearCell],
      [this.byGroup, groupCell],
    ] as const) {
      into[at + T.nok_health_trust] += trust;
      into[at + T.nok_blocked_days] += blocked;
    }
  }

  /** Keeps the lengths at a date. */
  sample(date: number): void {
    const n = seriesNames.length;
    for (let place = 0; place < this.places; place++) {
      const cell = (place * this.dates.length + date) * n;
      for (let group = 0; group < this.groups; group++) {
        const level = (place * this.groups + group) * levelCount;
        // positions, waitings and the three holdings stand first and in the same order in both
        for (let i = 0; i < n; i++) this.lengths[cell + i] += this.levels.level(level + i);
      }
    }
  }

  /** Keeps what capacity there is at a date, and what of it is in use. */
  sampleCapacity(date: number): void {
    const { towns, wards } = this.world;
    const size = fundingLines.length * 3;
    for (const town of towns) {
      town.capacityRow(this.posts, ((this.places - 1) * this.dates.length + date) * size);
      if (town.focus >= 0) town.capacityRow(this.posts, (town.focus * this.dates.length + date) * size);
    }
    for (const ward of wards) {
      const cell = (date * 2 + (ward.index === 0 ? 0 : 1)) * 3;
      this.beds[cell] += ward.beds;
      this.beds[cell + 1] += ward.beds;
      this.beds[cell + 2] += ward.occupied;
    }
  }

  /** At the switch and the horizon: who waits is counted with the wait so far, and never dropped. */
  countWaiting(): void {
    for (const person of this.world.people) {
      const { tsb, municipal } = person;
      if (tsb !== Tsb.none && tsb < Tsb.course && !person.deferred)
        this.wait(queueOf.firstContact, person, person.referredAt, 2);
      if (person.bedWanted !== 0) this.wait(queueOf.bed, person, person.bedSince, 2);
      if (municipal === Municipal.queue) this.wait(queueOf.followUp, person, person.municipalSince, 2);
      else if (municipal !== Municipal.none && municipal !== Municipal.followUp) {
        this.wait(queueOf.decision, person, person.municipalSince, 2);
      }
    }
  }

  /** How many are in a position now, in the whole place. */
  present(): number {
    let sum = 0;
    for (let group = 0; group < this.groups; group++) {
      const cell = ((this.places - 1) * this.groups + group) * levelCount;
      for (let position = 0; position < positionCount; position++) sum += this.levels.level(cell + position);
    }
    return sum;
  }

  /** Flows as text: place|year|from|to|cause. */
  flowRecord(): Map<string, number> {
    const record = new Map<string, number>();
    for (let key = 0; key < flowKeys; key++) {
      const index = this.flowIndex[key];
      if (index < 0) continue;
      const cause = causes[key % 64];
      const to = positions[Math.floor(key / 64) % 32];
      const fromIndex = Math.floor(key / 2048) - 1;
      const from = fromIndex < 0 ? '' : positions[fromIndex];
      for (let place = 0; place < this.places; place++) {
        for (let year = 0; year < this.years; year++) {
          const persons = this.flows[index][place * this.years + year];
          if (persons > 0) record.set(`${place}|${year}|${from}|${to}|${cause}`, persons);
        }
      }
    }
    return record;
  }
}
