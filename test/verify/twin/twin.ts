/**
 * The twin: an arrangement as fluid equations. It holds expected numbers of persons, apart by where they are and since
 * when, and moves them day by day with plain arithmetic; nothing is drawn. It reads the arrangement and nothing else of
 * the model, follows the definitions, and refuses what it does not cover.
 */
import type { Arrangement } from '../../../model/arrangement.ts';
import { dateOf, isWorkingDay, newYear, yearOf } from '../../../model/kernel/calendar.ts';
import { Away } from './away.ts';
import { Beds, type ByWithin, byWithin, type FromBeds, Within, withins } from './beds.ts';
import { Course } from './courses.ts';
import { List } from './list.ts';
import { Column, columns, Gone } from './municipality.ts';
import { Risk, riskKinds } from './risk.ts';
import type { Cell, Flows } from './state.ts';
import { add, each, forgetClock, History, isDrug, newCell, noFlows, place, Setting, take, total } from './state.ts';

/** Persons by position, as the simulation names them; what it would count as nobody's is left out. */
export type Stocks = Record<string, number>;

export interface TwinRecord {
  /** One a calendar year, from the first day. */
  flows: Flows[];
  /** One a date asked for. */
  stocks: Stocks[];
  /** At the same dates. */
  awaitingBed: number[];
  /** Everybody at the beginning and at the end. */
  present: [number, number];
}

/** What was wanted at the municipal door. */
const wants = [0, 1, 2] as const;
const Want = { case: 0, both: 1, referral: 2 } as const;

class Twin {
  readonly setting: Setting;
  private readonly arrangement: Arrangement;
  private readonly list: List;
  private readonly courses: [Course, Course, Course];
  private readonly beds: Beds;
  private readonly away: Away;
  private readonly risk: Risk;
  /** With the municipality alone, by what was wanted; and who comes today. */
  private readonly alone: Cell[] = wants.map(() => newCell());
  private comes: Cell[] = wants.map(() => newCell());
  /** Moves that a day leaves for the next. */
  private toRefer: Cell = newCell();
  private toReturn: Cell = newCell();
  private emergencies: ByWithin = byWithin();
  private toBed: ByWithin = byWithin();

  constructor(arrangement: Arrangement) {
    this.arrangement = arrangement;
    this.setting = new Setting(arrangement);
    const { course, lar } = this.setting.common;
    const larNumbers = { days: lar.days, bedRequests: lar.bed_requests, emergencies: lar.emergencies };
    this.list = new List(this.setting);
    this.courses = [
      new Course(this.setting, {
        days: course.days,
        bedRequests: course.bed_requests,
        emergencies: course.emergencies,
        kernel: 'inside',
      }),
      new Course(this.setting, { ...larNumbers, kernel: 'inside' }),
      new Course(this.setting, { ...larNumbers, kernel: 'lar' }),
    ];
    this.beds = new Beds(this.setting);
    this.away = new Away(this.setting);
    this.risk = new Risk(this.setting, this.away);
    this.census();
  }

  /** The stocks that the first day begins with: the spells without memory. */
  private census(): void {
    const { common, adults } = this.setting;
    const { census, municipal_need } = common;
    const ages = [census.detox_rate, census.stay_rate, census.risk_inpatient_rate, census.risk_outpatient_rate];
    const others = [census.risk_municipal_rate, census.referral_rate, census.decision_rate, census.follow_up_queue];
    if ([...ages, ...others, census.outpatient_after_stay].some((number) => number !== 0)) {
      throw new Error('the twin begins with spells that have no memory');
    }
    const fill = (cell: Cell, stock: number, history: number, followed: number, need: number, lar = false) => {
      this.setting.shares.forEach((share, kind) => {
        // LAR is for drug users: the others among them are made such
        const persons = (stock * adults * share) / 100_000;
        const at = lar && !isDrug(kind) ? kind + 4 : kind;
        for (const n of [0, 1]) {
          const part = persons * (n === 1 ? need : 1 - need);
          cell[place(at, history, n) + Column.none] += part * (1 - followed);
          cell[place(at, history, n) + Column.followed] += part * followed;
        }
      });
    };
    const { course } = History;
    fill(this.courses[0].idle, census.outpatient, course, census.outpatient_followed, municipal_need.share);
    const needs = municipal_need.lar_share;
    fill(this.courses[1].idle, census.lar * (1 - needs), course, 0, 0, true);
    fill(this.courses[2].idle, census.lar * needs, course, needs > 0 ? census.lar_followed / needs : 0, 0, true);
    const { spells } = this.away;
    // those on their way to a referral come at the slower of the two rates
    const { relapse, giving_up } = common;
    const slower = relapse.referral_days >= giving_up.back_days ? spells.referral : spells.back;
    fill(slower.here, census.to_referral, course, census.out_followed, 0);
    fill(spells.return.here, census.to_return, course, census.out_followed, 0);
    fill(spells.lost.here, census.lost, course, census.out_followed, 0);
    fill(this.alone[Want.case], census.municipal_only, History.none, 1, 0);
  }

  /** New needs of a day, each at its door. */
  private arrivals(day: number): void {
    const { setting } = this;
    const { need, municipal_need } = setting.common;
    const { month } = dateOf(day);
    const season =
      month < 5 ? need.season_spring : month < 9 ? need.season_summer : 3 - need.season_spring - need.season_summer;
    const trend = Math.max(0, 1 + need.trend * (yearOf(day) - yearOf(this.arrangement.switchDay)));
    const perDay = (rate: number) =>
      (rate * setting.town.town.need_factor * setting.adults * season * trend) / 100_000 / 365.25;
    const atReferral = municipal_need.share * municipal_need.at_referral_share;
    const later = municipal_need.share - atReferral;
    const byDoor = Math.max(0, need.municipal_door_share - atReferral);
    const both = this.comes[Want.both];
    setting.shares.forEach((share, kind) => {
      const referred = perDay(need.first_referred) * share;
      const municipal = perDay(need.municipal) * share;
      const emergency = perDay(need.emergency) * share;
      const at = (n: number) => place(kind, History.none, n);
      setting.flows.new_needs += referred + municipal + emergency;
      setting.flows.joined_decision += municipal + referred * (atReferral + byDoor);
      this.comes[Want.case][at(0) + Column.intake] += municipal;
      both[at(1) + Column.intake] += referred * atReferral;
      for (const n of [0, 1]) {
        const persons = referred * (n === 1 ? later : 1 - municipal_need.share);
        const through = byDoor / (1 - atReferral);
        this.comes[Want.referral][at(n) + Column.intake] += persons * through;
        this.toRefer[at(n) + Column.none] += persons * (1 - through);
      }
      // an emergency's episode is drawn with the need, and again at no other time
      const outside = this.emergencies[Within.none];
      const first = newCell();
      first[at(0) + Column.none] = emergency;
      const drawn = setting.episode(first);
      each(drawn, (from) => {
        for (let c = from; c < from + columns; c++) outside[c + referredOffset] += drawn[c];
      });
      setting.flows.emergencies += emergency;
    });
  }

  /** A day with the municipality alone. */
  private municipality(): void {
    const { setting } = this;
    for (const want of wants) {
      const cell = this.alone[want];
      const comes = this.comes[want];
      setting.live(cell, want);
      setting.live(comes, want, 0.5);
      add(cell, comes);
      each(cell, (at) => {
        const gone = (column: number) => {
          const persons = cell[at + column];
          cell[at + column] = 0;
          return persons;
        };
        if (want === Want.case) {
          const ended = newCell();
          ended[at + Column.none] = gone(Gone.ended);
          this.risk.enter(ended, 3);
          const lost = newCell();
          lost[at + Column.none] = gone(Gone.lost);
          this.away.lose(lost);
          this.toRefer[at + Column.followed] += gone(Gone.referred);
          this.toRefer[at + Column.changed] += gone(Gone.referredChanged);
        } else {
          // decided: the referral begins, and the case with it where one was wanted
          this.toRefer[at + (want === Want.both ? Column.followed : Column.none)] += gone(Gone.referred);
        }
      });
    }
    this.comes = wants.map(() => newCell());
  }

  /** Referrals of a day: who has been referred before begins a new episode. */
  private refer(): Cell {
    const { setting } = this;
    const again = forgetClock(this.toRefer);
    this.toRefer = newCell();
    setting.flows.referred += total(again);
    const first = takeHistory(again, History.none);
    const made = setting.episode(again);
    each(first, (at) => {
      for (let c = at; c < at + columns; c++) made[c + referredOffset] += first[c];
    });
    return made;
  }

  /** Into a course: LAR for some drug users, outpatient treatment for the rest. */
  private beginCourse(cell: Cell, atRisk: 0 | 1 | null): void {
    const { setting } = this;
    const { lar, need, municipal_need } = setting.common;
    const first = Math.min(1, lar.first_share / need.drug_share);
    const outpatient = newCell();
    const inLar = [newCell(), newCell()];
    each(cell, (at, kind, history, n) => {
      const share = !isDrug(kind) ? 0 : history === History.course ? lar.later_share : first;
      const to = place(kind, History.course, n);
      for (let c = 0; c < columns; c++) {
        const persons = cell[at + c];
        outpatient[to + c] += persons * (1 - share);
        inLar[0][to + c] += persons * share * (1 - municipal_need.lar_share);
        inLar[1][to + c] += persons * share * municipal_need.lar_share;
      }
    });
    each(inLar[1], (at) => setting.door(inLar[1], at, 1));
    setting.flows.lar_starts += total(inLar[0]) + total(inLar[1]);
    [outpatient, ...inLar].forEach((starts, index) => {
      this.enterCourse(index, starts, atRisk);
    });
  }

  private enterCourse(index: number, cell: Cell, atRisk: 0 | 1 | null): void {
    if (atRisk === null) this.courses[index].enter(cell);
    else this.courses[index].enterAtRisk(cell, atRisk);
  }

  /** Out of a bed: on in the course that it was part of, in one that begins with it, or out of TSB. */
  private leaveBeds(from: FromBeds): void {
    const { risk } = this;
    for (const [cells, kind] of [
      [from.onDropped, 0],
      [from.onCompleted, 1],
      [from.backToLar, null],
    ] as const) {
      this.beginCourse(cells[Within.none], kind);
      this.enterCourse(0, cells[Within.outpatient], kind);
      this.enterCourse(1, cells[Within.lar], kind);
      this.enterCourse(2, cells[Within.larNeed], kind);
    }
    risk.leaveTsb(from.outDropped, 0, { kind: 0, index: 0 });
    risk.leaveTsb(from.outUnplanned, 0, { kind: 1, index: 0 });
    risk.leaveTsb(from.outPlanned, 1, { kind: 1, index: 0 });
  }

  /** The morning: slots of a working day. */
  morning(day: number): void {
    if (!isWorkingDay(day)) return;
    const { start, noShow } = this.list.giveSlots();
    this.away.stayAway(noShow);
    this.setting.flows.starts_first_contact += total(start);
    this.setting.flows.course_starts += total(start);
    this.beginCourse(forgetClock(start), null);
  }

  day(day: number): void {
    const { setting, risk, away } = this;
    const { flows } = setting;
    this.arrivals(day);
    this.municipality();
    const fromList = this.list.day(this.refer());
    away.lose(fromList.rejected);
    away.stayAway(fromList.gaveUp);

    // returns without a referral
    const returns = this.toReturn;
    this.toReturn = newCell();
    flows.returns += total(returns);
    flows.course_starts += total(returns);
    this.beginCourse(setting.episode(returns), null);

    const { first_contact, course } = setting.common;
    const toDetox = this.emergencies;
    this.emergencies = byWithin();
    flows.course_starts += total(toDetox[Within.none]);
    const toStay = this.toBed;
    this.toBed = byWithin();
    for (const within of withins) add(toDetox[within], take(toStay[within], course.bed_detox_share));
    const listed = forgetClock(fromList.toBed);
    const all = total(listed);
    flows.starts_first_contact += all;
    flows.admissions_list += all;
    flows.course_starts += all;
    add(toDetox[Within.none], take(listed, first_contact.bed_detox_share));
    add(toStay[Within.none], listed);
    this.leaveBeds(this.beds.day(toDetox, toStay));

    this.courses.forEach((it, index) => {
      const { toBed, emergencies } = it.day(risk);
      add(this.toBed[index + 1], toBed);
      add(this.emergencies[index + 1], emergencies);
    });
    risk.day();
    this.comeBack();
    for (const it of this.courses) it.roll();
    risk.roll();
  }

  /** Out of contact no longer, and relapses that lead somewhere: all come tomorrow. */
  private comeBack(): void {
    const { setting, risk } = this;
    const back = this.away.day();
    add(this.toRefer, back.toReferral);
    add(this.toReturn, back.toReturn);
    add(this.comes[Want.case], back.toMunicipality);
    add(this.comes[Want.case], risk.toMunicipality);
    risk.toMunicipality = newCell();
    const emergencies = risk.emergencies;
    risk.emergencies = newCell();
    add(emergencies, back.emergencies);
    setting.flows.emergencies += total(emergencies);
    const never = takeHistory(emergencies, History.none);
    const outside = this.emergencies[Within.none];
    add(outside, setting.episode(forgetClock(emergencies)));
    each(forgetClock(never), (at) => {
      for (let c = at; c < at + columns; c++) outside[c + referredOffset] += never[c];
    });
  }

  stocks(): Stocks {
    const { list, beds, courses, away, risk } = this;
    const onList = list.stocks();
    const inBeds = beds.persons();
    const none = [Column.none, Column.again, Column.ramp, Column.pending];
    const held = (column: number, cells: Cell[]) => {
      let sum = 0;
      for (const cell of cells) for (let at = column; at < cell.length; at += columns) sum += cell[at];
      return sum;
    };
    const atRisk = riskKinds.flatMap((kind) => risk.ages[kind].cells);
    const absent = Object.values(away.spells).map(({ here }) => here);
    const after = [...atRisk, ...absent];
    return {
      out_of_contact: none.reduce((sum: number, column) => sum + held(column, absent), 0),
      awaiting_intake: held(Column.intake, [...after, ...this.alone]),
      awaiting_decision: held(Column.decision, [...after, ...this.alone]),
      municipal_support: held(Column.followed, this.alone) + held(Column.changed, this.alone),
      awaiting_assessment: onList.assessment,
      awaiting_first_contact: onList.firstContact,
      deferred: onList.deferred,
      outpatient: courses[0].persons(),
      lar: courses[1].persons() + courses[2].persons(),
      detox: inBeds.detox,
      short_stay: inBeds.short,
      long_stay: inBeds.long,
      ready_for_discharge: inBeds.blocked,
      after_discharge: none.reduce((sum: number, column) => sum + held(column, atRisk), 0),
      follow_up: held(Column.followed, after) + held(Column.changed, after),
    };
  }

  /** Persons for whom a bed is awaited inside a course: the planned lead time, since beds are there. */
  awaitingBed(): number {
    return this.courses.reduce((sum, { lead }) => sum + lead.reduce((all, cell) => all + total(cell), 0), 0);
  }

  /** Everybody, those between two days included: what must be conserved. */
  present(): number {
    const between = [this.toRefer, this.toReturn, ...this.comes, ...this.emergencies, ...this.toBed];
    return (
      Object.values(this.stocks()).reduce((sum, persons) => sum + persons, 0) +
      [...between, ...this.away.coming()].reduce((sum, cell) => sum + total(cell), 0)
    );
  }
}

/**
 * Integrates an arrangement from its first day.
 * @param dates days since the switch, at the beginning of which stocks are kept
 */
export function runTwin(arrangement: Arrangement, dates: readonly number[]): TwinRecord {
  const switchYear = yearOf(arrangement.switchDay);
  const first = newYear(switchYear - arrangement.history);
  const end = newYear(switchYear + arrangement.years);
  const twin = new Twin(arrangement);
  const record: TwinRecord = { flows: [], stocks: [], awaitingBed: [], present: [twin.present(), 0] };
  for (let day = first; day <= end; day++) {
    const { month, day: ofMonth } = dateOf(day);
    // the first morning of a year is the last moment of the year before, as the simulation counts
    twin.morning(day);
    if (day > first && month === 1 && ofMonth === 1) {
      record.flows.push(twin.setting.flows);
      twin.setting.flows = noFlows();
    }
    if (dates.includes(day - arrangement.switchDay)) {
      record.stocks.push(twin.stocks());
      record.awaitingBed.push(twin.awaitingBed());
    }
    if (day < end) twin.day(day);
  }
  record.present[1] = twin.present();
  return record;
}

/** From a history without a referral to one with it. */
const referredOffset = place(0, History.referred, 0) - place(0, History.none, 0);

/** Takes out those with a history. */
function takeHistory(cell: Cell, history: number): Cell {
  const taken = newCell();
  each(cell, (at, _kind, here) => {
    if (here !== history) return;
    for (let c = at; c < at + columns; c++) {
      taken[c] = cell[c];
      cell[c] = 0;
    }
  });
  return taken;
}
