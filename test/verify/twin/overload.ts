/**
 * The twin of a waiting list: the municipality alone, with more people than its posts can carry. Who waits is kept by the
 * day of joining, and taken in by arrival; caseload stretches, people give up, low need is rationed, contact thins out,
 * posts fall vacant and are filled. What leads to TSB is switched off in the arrangement.
 */
import type { Arrangement } from '../../../model/arrangement.ts';
import { inForce } from '../../../model/arrangement.ts';
import { dateOf, newYear, yearOf } from '../../../model/kernel/calendar.ts';
import type { CommonNumbers, TownNumbers } from '../../../model/parameters.ts';
import { averaged, weibullHazard } from './delays.ts';

/** Drugs or not, without suitable housing or with, of low need or not. */
const kinds = 8;
const isDrug = (kind: number) => (kind & 4) !== 0;
const isUnhoused = (kind: number) => (kind & 2) !== 0;
const isLow = (kind: number) => (kind & 1) !== 0;
type Kinds = Float64Array;
const nobody = (): Kinds => new Float64Array(kinds);
const all = (persons: Kinds) => persons.reduce((sum, x) => sum + x, 0);

export interface OverloadRecord {
  /** Over the whole run, by the name of the simulation's tally. */
  flows: Record<string, number>;
  /** The mean over the dates, by the simulation's name. */
  stocks: Record<string, number>;
  /** In the last year: places that all who joined the queue would fill at full intensity, by places. */
  load: number;
}

/** Staffed posts, as a fluid: who leaves, whose post is advertised, who is new. */
class Posts {
  private seasoned: number;
  /** Hired, by whole days since. */
  private readonly fresh: number[];
  /** Advertised, by days until the worker comes. */
  private readonly coming: number[];
  private readonly leaves: number;
  private readonly weights: number[];
  private readonly numbers: { town: TownNumbers; common: CommonNumbers };

  constructor(town: TownNumbers, common: CommonNumbers) {
    this.numbers = { town, common };
    const { recruitment_days } = town.posts;
    const { recruitment_spread, permanent_turnover, new_worker_days } = common.staff;
    this.leaves = 1 - Math.exp(-permanent_turnover / 365.25);
    const low = recruitment_days * (1 - recruitment_spread);
    const high = recruitment_days * (1 + recruitment_spread);
    this.weights = Array.from({ length: Math.ceil(high) }, (_, day) =>
      Math.max(0, (Math.min(high, day + 1) - Math.max(low, day)) / (high - low)),
    );
    const staffed = 1 / (1 + (permanent_turnover * recruitment_days) / 365.25);
    this.seasoned = town.posts.own * staffed;
    this.fresh = new Array(Math.round(new_worker_days)).fill(0);
    // vacant on the first day: advertised on it
    this.coming = this.weights.map((weight) => weight * town.posts.own * (1 - staffed));
  }

  places(): number {
    const { town, common } = this.numbers;
    const fresh = this.fresh.reduce((sum, x) => sum + x, 0);
    return (this.seasoned + fresh * common.staff.new_worker_factor) * town.follow_up.caseload;
  }

  day(): void {
    let left = this.seasoned * this.leaves;
    this.seasoned -= left;
    for (let j = 0; j < this.fresh.length; j++) {
      const leaves = this.fresh[j] * this.leaves;
      this.fresh[j] -= leaves;
      left += leaves;
    }
    this.seasoned += this.fresh.pop() as number;
    this.fresh.unshift(this.coming.shift() as number);
    this.coming.push(0);
    this.weights.forEach((weight, day) => {
      this.coming[day] += weight * left;
    });
  }
}

export function runOverload(arrangement: Arrangement, dates: readonly number[]): OverloadRecord {
  const list = new Overload(arrangement);
  return list.run(arrangement, dates);
}

class Overload {
  private readonly common: CommonNumbers;
  private readonly town: TownNumbers;
  private readonly shares: number[] = [];
  private readonly deaths: number[] = [];
  private readonly posts: Posts;
  private intake = nobody();
  private decision = nobody();
  /** By whole days since joining. */
  private queue: Kinds[] = [];
  private cases = nobody();
  private lost = nobody();
  /** At risk, by whole days since the case ended. */
  private risk: Kinds[] = [];
  private intensity = 1;
  /** Days that the first in line has waited. */
  private waited = 0;
  /** Of the day on which the first in line joined, the part whose people are still there. */
  private left = 1;
  private joinedLately = 0;
  private flows: Record<string, number> = {};
  private readonly giveUp: number[];
  private readonly relapses: Float64Array[];

  constructor(arrangement: Arrangement) {
    this.common = inForce(arrangement.common, -Infinity);
    this.town = inForce(arrangement.towns[0].numbers, -Infinity);
    const { need, follow_up_case, mortality } = this.common;
    const mayBeLow = arrangement.groups.reduce((sum, { share, low_need }) => sum + share * low_need, 0);
    const low = follow_up_case.low_need_share * mayBeLow;
    for (let kind = 0; kind < kinds; kind++) {
      this.shares.push(
        (isDrug(kind) ? need.drug_share : 1 - need.drug_share) *
          (isUnhoused(kind) ? need.unsuitable_housing_share : 1 - need.unsuitable_housing_share) *
          (isLow(kind) ? low : 1 - low),
      );
      this.deaths.push(1 - Math.exp(-(isDrug(kind) ? mortality.drug : mortality.other) / 365.25));
    }
    this.posts = new Posts(this.town, this.common);
    this.giveUp = this.givingUp();
    this.relapses = [0, 1].map((unhoused) => this.relapsing(unhoused));
  }

  /** The share that gives up during each day in the queue: nothing is held, so the clock runs from joining. */
  private givingUp(): number[] {
    const { giving_up } = this.common;
    const { gap_hr } = this.common.relapse;
    const late = 1 - giving_up.base_early - giving_up.base_ramp;
    const mean = giving_up.base_early + (giving_up.base_ramp * (1 + gap_hr)) / 2 + late * gap_hr;
    const rate = this.town.follow_up.give_up / mean;
    return Array.from({ length: 4000 }, (_, j) => 1 - Math.exp(-rate * this.clock(j) * (j === 0 ? 0.5 : 1)));
  }

  private clock(age: number): number {
    const { gap_hr, gap_from_days, gap_full_days } = this.common.relapse;
    const part = (age - gap_from_days) / (gap_full_days - gap_from_days);
    return 1 + (gap_hr - 1) * Math.min(1, Math.max(0, part));
  }

  /** The share that relapses during each day after a case has ended. */
  private relapsing(unhoused: number): Float64Array {
    const { relapse: r } = this.common;
    const shares = r.base_early + r.base_ramp + r.base_late + r.base_follow_up + r.base_in_course;
    const contact =
      (r.base_early +
        (r.base_ramp * (1 + r.gap_hr)) / 2 +
        r.base_late * r.gap_hr +
        r.base_follow_up * (1 + (r.gap_hr - 1) * (1 - r.base_intensity)) +
        r.base_in_course * r.in_course_hr) /
      shares;
    const factor =
      (r.level * r.municipal_hr * (unhoused === 1 ? r.housing_hr : 1)) /
      (r.base_completed * r.completed_hr + 1 - r.base_completed) /
      (r.base_housing * r.housing_hr + 1 - r.base_housing) /
      (r.base_continuity * r.continuity_hr + 1 - r.base_continuity) /
      contact;
    const hazard = averaged(weibullHazard(r.shape, r.scale_days), Math.round(r.end_days));
    return hazard.map((now, j) => 1 - Math.exp(-factor * (now - (j === 0 ? 0 : hazard[j - 1])) * this.clock(j)));
  }

  private count(name: string, persons: number): void {
    this.flows[name] = (this.flows[name] ?? 0) + persons;
  }

  /** Deaths of a day, or of a part of one. */
  private die(persons: Kinds, days = 1): void {
    for (let kind = 0; kind < kinds; kind++) {
      const dead = persons[kind] * this.deaths[kind] * days;
      persons[kind] -= dead;
      this.count('deaths', dead);
    }
  }

  /** One of a row of exponential delays: gives back who leaves during a day, of those here and of those who come. */
  private pass(here: Kinds, comes: Kinds, mean: number): Kinds {
    this.die(here);
    this.die(comes, 0.5);
    const stays = Math.exp(-1 / mean);
    // who comes evenly over the day
    const comesStays = mean * (1 - stays);
    return here.map((persons, kind) => {
      const left = persons * (1 - stays) + comes[kind] * (1 - comesStays);
      here[kind] = persons + comes[kind] - left;
      return left;
    });
  }

  private arrivals(day: number, switchYear: number): Kinds {
    const { need } = this.common;
    const { month } = dateOf(day);
    const season =
      month < 5 ? need.season_spring : month < 9 ? need.season_summer : 3 - need.season_spring - need.season_summer;
    const trend = Math.max(0, 1 + need.trend * (yearOf(day) - switchYear));
    const rate = (need.municipal * this.town.town.need_factor * this.town.town.adults * season * trend) / 36_525_000;
    this.count('new_needs', rate);
    return Float64Array.from(this.shares, (share) => share * rate);
  }

  /** Relapses, which lead to the door again or out of contact, and three years without one. */
  private riskDay(ended: Kinds): { door: Kinds; lost: Kinds } {
    const door = nobody();
    const lost = nobody();
    const { to_municipality } = this.common.relapse;
    this.risk.unshift(ended);
    this.risk.forEach((persons, j) => {
      this.die(persons, j === 0 ? 0.5 : 1);
      for (let kind = 0; kind < kinds; kind++) {
        const relapsed = persons[kind] * this.relapses[isUnhoused(kind) ? 1 : 0][j];
        persons[kind] -= relapsed;
        this.count('relapses', relapsed);
        door[kind] += relapsed * to_municipality;
        lost[kind] += relapsed * (1 - to_municipality);
      }
    });
    if (this.risk.length === this.relapses[0].length) this.count('stable', all(this.risk.pop() as Kinds));
    return { door, lost };
  }

  /** Joining the queue: with a long wait, low need gets short contact instead. */
  private join(decided: Kinds): { joined: Kinds; rationed: Kinds } {
    const rations = this.waited > this.town.follow_up.ration_days;
    const joined = nobody();
    const rationed = nobody();
    for (let kind = 0; kind < kinds; kind++) {
      if (rations && isLow(kind)) rationed[kind] = decided[kind];
      else joined[kind] = decided[kind];
    }
    this.count('decided', all(decided));
    this.count('rationed', all(rationed));
    this.count('joined_follow_up', all(joined));
    return { joined, rationed };
  }

  /** A day in the queue; gives back who has given up. */
  private wait(joined: Kinds): Kinds {
    const gone = nobody();
    this.queue.unshift(joined);
    this.queue.forEach((persons, j) => {
      this.die(persons, j === 0 ? 0.5 : 1);
      for (let kind = 0; kind < kinds; kind++) {
        const gives = persons[kind] * this.giveUp[j];
        persons[kind] -= gives;
        gone[kind] += gives;
      }
    });
    this.count('gave_up_follow_up', all(gone));
    return gone;
  }

  /** Takes in by arrival, as far as places stretched by the wait of the first in line allow. */
  private takeIn(): Kinds {
    const { stretch, stretch_days } = this.town.follow_up;
    const taken = nobody();
    const places = this.posts.places();
    let load = all(this.cases);
    while (this.queue.length > 0) {
      const oldest = this.queue[this.queue.length - 1];
      const waiting = all(oldest);
      // who joined during a day is taken in by arrival: the first in line joined when those taken already had
      const age = this.queue.length - 1 + this.left;
      this.waited = age;
      const room = places * (1 + stretch * Math.min(1, age / stretch_days)) - load;
      if (room <= 0) break;
      const share = waiting <= room ? 1 : room / waiting;
      for (let kind = 0; kind < kinds; kind++) {
        taken[kind] += oldest[kind] * share;
        oldest[kind] *= 1 - share;
      }
      load += waiting * share;
      this.left = share < 1 ? this.left * (1 - share) : 1;
      if (share < 1) break;
      this.queue.pop();
    }
    if (this.queue.length === 0) this.waited = 0;
    else this.waited = this.queue.length - 1 + this.left;
    this.count('started_follow_up', all(taken));
    return taken;
  }

  /** Cases that end, and that are lost; thinner contact ends them sooner and loses more. */
  private caseDay(): { ended: Kinds; lost: Kinds } {
    const { duration_days, loss } = this.town.follow_up;
    const { intensity_floor, handover_loss } = this.common.follow_up_case;
    const held = Math.max(this.intensity, intensity_floor);
    const ends = 1 / (held * duration_days);
    const loses = loss / (held * held) + (this.common.staff.permanent_turnover / 365.25) * handover_loss;
    const share = 1 - Math.exp(-(ends + loses));
    const ended = nobody();
    const lost = nobody();
    this.die(this.cases);
    for (let kind = 0; kind < kinds; kind++) {
      const leaves = this.cases[kind] * share;
      this.cases[kind] -= leaves;
      ended[kind] = (leaves * ends) / (ends + loses);
      lost[kind] = leaves - ended[kind];
    }
    this.count('ended_follow_up', all(ended));
    this.count('lost_follow_up', all(lost));
    return { ended, lost };
  }

  run(arrangement: Arrangement, dates: readonly number[]): OverloadRecord {
    const switchYear = yearOf(arrangement.switchDay);
    const first = newYear(switchYear - arrangement.history);
    const end = newYear(switchYear + arrangement.years);
    const work = this.town.gate.decision_days / 2;
    const stocks: Record<string, number> = {};
    let again = nobody();
    for (let day = first; day < end; day++) {
      if (dates.includes(day - arrangement.switchDay)) this.note(stocks, dates.length);
      if (dateOf(day).day === 1) this.intensity = Math.min(1, this.posts.places() / Math.max(1e-9, all(this.cases)));
      const comes = this.arrivals(day, switchYear);
      this.count('joined_decision', all(comes) + all(again));
      for (let kind = 0; kind < kinds; kind++) comes[kind] += again[kind];
      const done = this.pass(this.intake, comes, work);
      const decided = this.pass(this.decision, done, work);
      const { joined, rationed } = this.join(decided);
      if (day >= end - 365) this.joinedLately += all(joined);
      const gaveUp = this.wait(joined);
      const { ended, lost } = this.caseDay();
      this.posts.day();
      const taken = this.takeIn();
      const atRisk = ended.map((persons, kind) => persons + rationed[kind]);
      const next = this.riskDay(atRisk);
      again = next.door;
      for (let kind = 0; kind < kinds; kind++) {
        this.cases[kind] += taken[kind];
        lost[kind] += gaveUp[kind] + next.lost[kind];
      }
      this.count('gone', all(this.pass(this.lost, lost, this.common.out_of_contact.days)));
    }
    return { flows: this.flows, stocks, load: this.load() };
  }

  /** Of the last year. */
  private load(): number {
    const { duration_days, loss } = this.town.follow_up;
    const leaves = (this.common.staff.permanent_turnover / 365.25) * this.common.follow_up_case.handover_loss;
    return this.joinedLately / 365 / (1 / duration_days + loss + leaves) / this.posts.places();
  }

  private note(stocks: Record<string, number>, dates: number): void {
    const add = (name: string, persons: number) => {
      stocks[name] = (stocks[name] ?? 0) + persons / dates;
    };
    add('awaiting_intake', all(this.intake));
    add('awaiting_decision', all(this.decision));
    add(
      'awaiting_follow_up',
      this.queue.reduce((sum, persons) => sum + all(persons), 0),
    );
    add('municipal_support', all(this.cases));
    add('out_of_contact', all(this.lost));
    add(
      'after_discharge',
      this.risk.reduce((sum, persons) => sum + all(persons), 0),
    );
  }
}
