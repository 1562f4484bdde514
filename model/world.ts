/**
 * The state of one replication: clock, persons, towns, beds and slots. It can be copied at any time.
 * The pathway (what happens to a person) is handed in as `Flow`, so that nothing here needs to know it.
 */
import type { Arrangement, Mechanisms } from './arrangement.ts';
import { inForce, sameValues } from './arrangement.ts';
import { Slots } from './capacity/slots.ts';
import { Town } from './capacity/town.ts';
import { Ward } from './capacity/ward.ts';
import { dayOf, yearOf } from './kernel/calendar.ts';
import { Clock } from './kernel/clock.ts';
import { Draws } from './kernel/draws.ts';
import type { Timer } from './kernel/timer.ts';
import { Observer } from './observer.ts';
import type { CommonNumbers, GroupNumbers } from './parameters.ts';
import { agendaLength, giveBack, newcomer, Person, Purpose, purposeCount, takePerson } from './person.ts';

/** What the pathway does for the rest of the model. One object, made in `pathway/flow.ts`. */
export interface Flow {
  /** The next thing on a person's agenda has come. */
  happen(person: Person, step: number): void;
  /** A stream has brought a new need. */
  arise(town: Town, stream: number, ordinal: number): void;
  /** The first in a ward's line may be admitted. */
  fillWard(ward: Ward): void;
  /** Slots of a working day are handed out. */
  giveSlots(slots: Slots): void;
  /** Room may have come in a team. */
  fillTeam(town: Town, team: number): void;
  /** A team's intensity has changed from `before`. */
  intensityChanged(town: Town, team: number, before: number): void;
  /** A post has lost its worker, or is no more: its cases are handed over. */
  caseworkerLeft(town: Town, team: number, post: number): void;
  /** A worker has come to a post: cases without a caseworker get one. */
  caseworkerCame(town: Town, team: number): void;
  /** The office has decided the first case in its queue. */
  officeDecided(town: Town, person: Person): void;
  /** Gates, funding and posts of a town begin under new mechanisms. */
  mechanismsChanged(town: Town, before: Mechanisms): void;
}

/**
 * Address space of a town's draws: streams 0 to 2 bring its new needs, 3 to 40 its census, 62 its posts, 63 itself.
 */
export const streamsPerTown = 64;

export class World {
  readonly arrangement: Arrangement;
  readonly flow: Flow;
  readonly seed: number;
  readonly replication: number;
  readonly draws: Draws;
  readonly clock: Clock;
  readonly startDay: number;
  readonly switchDay: number;
  readonly endDay: number;
  readonly groups: readonly GroupNumbers[];
  readonly focusCount: number;
  readonly adults: number;
  readonly observer: Observer;
  readonly people: Person[] = [];
  /** Who has left for good; the next to enter is one of them made new. */
  private readonly left: Person[] = [];
  /** How often each person has drawn for each purpose: one row a person, kept in one piece because it is copied often. */
  private visits = new Uint16Array(purposeCount * 1024);
  private usedVisits = 0;
  private readonly freeVisits: number[] = [];
  readonly towns: Town[] = [];
  readonly detox: Ward;
  readonly wards: Ward[] = [];
  readonly slots: Slots;
  readonly dates: readonly number[];
  common: CommonNumbers;
  townDraws: { town: number; path: string; value: number }[] = [];

  constructor(
    arrangement: Arrangement,
    flow: Flow,
    options: { seed: number; replication: number; dates: readonly number[]; list?: 'pages' | 'stock' },
    from?: { clock: Clock },
  ) {
    this.arrangement = arrangement;
    this.flow = flow;
    this.seed = options.seed;
    this.replication = options.replication;
    this.dates = options.dates;
    this.draws = new Draws(options.seed, options.replication);
    this.switchDay = arrangement.switchDay;
    const switchYear = yearOf(this.switchDay);
    this.startDay = dayOf(switchYear - arrangement.history, 1, 1);
    this.endDay = dayOf(switchYear + arrangement.years, 1, 1);
    this.clock = from?.clock ?? new Clock(this.startDay, { list: options.list });
    this.groups = arrangement.groups;
    this.common = inForce(arrangement.common, this.clock.now - this.switchDay);
    this.focusCount = arrangement.towns.filter((town) => town.focus).length;
    this.observer = new Observer(this, options.dates);
    let focus = 0;
    for (let index = 0; index < arrangement.towns.length; index++) {
      this.towns.push(new Town(this, index, arrangement.towns[index].focus ? focus++ : -1));
    }
    this.adults = this.towns.reduce((sum, town) => sum + town.numbers.town.adults, 0);
    this.detox = new Ward(this, 0);
    this.wards.push(this.detox);
    for (let unit = 0; unit < arrangement.stayUnits.length; unit++) this.wards.push(new Ward(this, unit + 1));
    this.slots = new Slots(this);
    this.sizeWards();
  }

  /** Beds follow the adults of the catchment; a unit's share is rounded so that the units add up. */
  sizeWards(): void {
    const { beds } = this.common;
    this.detox.resize(Math.round((beds.detox * this.adults) / 100_000), beds.detox_gap_days);
    const stay = Math.round((beds.stay * this.adults) / 100_000);
    let share = 0;
    let given = 0;
    for (let unit = 0; unit < this.arrangement.stayUnits.length; unit++) {
      share += this.arrangement.stayUnits[unit];
      const upTo = Math.round(stay * share);
      this.wards[unit + 1].resize(upTo - given, beds.stay_gap_days);
      given = upTo;
    }
  }

  /** The draws of a person for one purpose: the next visit's. Take what the step needs at once. */
  drawFor(person: Person, purpose: number): Draws {
    return this.draws.at(person.who, person.which, purpose, this.visits[person.visits + purpose]++);
  }

  /** A person enters the model. */
  enter(town: Town, stream: number, ordinal: number): Person {
    const person = this.left.pop() ?? takePerson(this, town);
    person.town = town;
    person.post = null;
    person.copyFrom(newcomer);
    person.who = town.index * streamsPerTown + stream;
    person.which = ordinal;
    person.visits = this.takeVisits();
    person.index = this.people.length;
    this.people.push(person);
    return person;
  }

  /** A person leaves the model for good. */
  leave(person: Person): void {
    this.clock.clear(person);
    const last = this.people.pop() as Person;
    if (last !== person) {
      this.people[person.index] = last;
      last.index = person.index;
    }
    person.index = -1;
    this.freeVisits.push(person.visits);
    this.left.push(person);
  }

  /** The run is over: its persons may be used again in another. Nothing can be asked of this world any more. */
  end(): void {
    giveBack(this.people);
    giveBack(this.left);
    this.people.length = 0;
    this.left.length = 0;
  }

  /** A row of counts, all 0: one that a person who has left no longer needs, or a new one. */
  private takeVisits(): number {
    const row = this.freeVisits.pop();
    if (row !== undefined) {
      this.visits.fill(0, row, row + purposeCount);
      return row;
    }
    const next = this.usedVisits;
    this.usedVisits += purposeCount;
    if (this.usedVisits > this.visits.length) {
      const wider = new Uint16Array(this.visits.length * 2);
      wider.set(this.visits);
      this.visits = wider;
    }
    return next;
  }

  /** Sets a person's one timer to the first thing on its agenda. */
  plan(person: Person): void {
    const agenda = person.agenda;
    let first = agenda[0];
    let next = 0;
    for (let step = 1; step < agendaLength; step++) {
      if (agenda[step] < first) {
        first = agenda[step];
        next = step;
      }
    }
    person.nextStep = next;
    if (first === person.plannedFor) return;
    person.plannedFor = first;
    this.clock.set(person, first);
  }

  /**
   * Takes up what holds from a day on (in days since the switch). What says the same as before changes nothing, to the last
   * digit: so scenarios differ only where they differ.
   */
  changeNumbers(day: number): void {
    const common = inForce(this.arrangement.common, day);
    const before = this.common;
    if (common !== before) {
      const needs = !sameValues(before.need, common.need);
      const streams = needs ? this.towns.flatMap((town) => town.streams) : [];
      for (const stream of streams) stream.spend();
      this.common = common;
      for (const stream of streams) stream.plan();
      if (!sameValues(before.beds, common.beds)) {
        this.sizeWards();
        for (const ward of this.wards) this.flow.fillWard(ward);
      }
      const teams =
        !sameValues(before.staff, common.staff) ||
        !sameValues(before.application, common.application) ||
        !sameValues(before.criteria, common.criteria);
      if (teams) for (const town of this.towns) for (const team of town.teams) town.postsChanged(team.index);
    }
    for (const town of this.towns) town.changeNumbers(day);
  }

  /** The same state under another arrangement (its past must be the same). */
  copy(arrangement: Arrangement): World {
    // a person needs no entry: its twin has the same index
    const alarms = new Map<Timer, Timer>();
    // the clock is copied last, once every timer has its twin
    const copy = new World(arrangement, this.flow, this, { clock: new Clock(this.clock.now) });
    for (const person of this.people) {
      const twin = takePerson(copy, copy.towns[person.town.index]);
      twin.copyFrom(person);
      copy.people.push(twin);
    }
    copy.common = this.common;
    copy.visits = this.visits.slice();
    copy.usedVisits = this.usedVisits;
    copy.freeVisits.push(...this.freeVisits);
    const twinOf = (person: Person) => copy.people[person.index];
    for (let index = 0; index < this.towns.length; index++) {
      copy.towns[index].copyFrom(this.towns[index], twinOf, alarms);
    }
    for (const person of this.people) {
      if (person.post) twinOf(person).post = twinOf(person).town.posts[person.post.ordinal];
    }
    for (let index = 0; index < this.wards.length; index++) {
      copy.wards[index].copyFrom(this.wards[index], twinOf);
      alarms.set(this.wards[index].alarm, copy.wards[index].alarm);
    }
    copy.slots.copyFrom(this.slots, twinOf);
    alarms.set(this.slots.alarm, copy.slots.alarm);
    copy.observer.copyFrom(this.observer);
    copy.townDraws = this.townDraws.slice();
    copy.takeClock(
      this.clock.copy((timer) => (timer instanceof Person ? twinOf(timer) : (alarms.get(timer) as Timer))),
    );
    return copy;
  }

  private takeClock(clock: Clock): void {
    (this as { clock: Clock }).clock = clock;
  }

  /** Draws of a municipality for a purpose and an ordinal. */
  drawForTown(town: Town, purpose: number, ordinal: number): Draws {
    return this.draws.at(town.index * streamsPerTown + 63, 0, purpose, ordinal);
  }

  /** Draws of a post for a purpose and its worker's ordinal. */
  drawForPost(town: Town, post: number, purpose: number, worker: number): Draws {
    return this.draws.at(town.index * streamsPerTown + 62, post, purpose, worker);
  }

  arrivalDraws(town: Town, stream: number, ordinal: number): Draws {
    return this.draws.at(town.index * streamsPerTown + stream, ordinal, Purpose.arrival, 0);
  }
}
