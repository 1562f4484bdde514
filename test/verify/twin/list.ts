/**
 * TSB's list: assessment, the appointment, the slot; deferred patients beside it. Assessment and appointment are two
 * clocks that both run from the referral, so that how far a person has come depends on the days since then alone.
 */
import { averaged, bookedLeft, gamma2Left, leaving } from './delays.ts';
import { Column, columns } from './municipality.ts';
import type { Cell, Setting } from './state.ts';
import { add, isEmpty, newCell, pass, take, takeByKind, total } from './state.ts';

/** Whose appointment is a slot, and whose is a bed. */
const doors = [0, 1] as const;

class Cohort {
  assessed: Cell = newCell();
  booked: [Cell, Cell] = [newCell(), newCell()];
  deferred: [Cell, Cell] = [newCell(), newCell()];
  ready: Cell = newCell();
}

export interface FromList {
  rejected: Cell;
  gaveUp: Cell;
  /** Referred to a bed, whose day has come. */
  toBed: Cell;
}

export class List {
  /** By days since the referral. */
  private readonly cohorts: Cohort[] = [];
  /** Their day had come, but for reasons of their own they come later. */
  private readonly later: [Cell, Cell] = [newCell(), newCell()];
  private deferredReady: Cell = newCell();
  private slots = 0;
  private readonly setting: Setting;
  private readonly assessedBy: Float64Array;
  private readonly stillBooked: [Float64Array, Float64Array];
  private readonly bookedBy: [Float64Array, Float64Array];
  private readonly givesUp: Float64Array[];

  constructor(setting: Setting) {
    this.setting = setting;
    const { common } = setting;
    const days = Math.ceil(common.first_contact.deadline_high + common.first_contact.bed_extra_days) + 5;
    for (let j = 0; j < days; j++) this.cohorts.push(new Cohort());
    this.assessedBy = leaving(averaged(gamma2Left(common.assessment.days), days));
    const left = doors.map((door) =>
      averaged(bookedLeft(common.first_contact, door * common.first_contact.bed_extra_days), days),
    );
    this.stillBooked = [left[0], left[1]];
    this.bookedBy = [leaving(left[0]), leaving(left[1])];
    this.givesUp = Array.from({ length: days }, (_, j) => this.givingUp(j));
  }

  /** The share of each column that gives up during half of a day; a quarter on the day of referral. */
  private givingUp(j: number): Float64Array {
    const { giving_up, relapse } = this.setting.common;
    const { gap_hr, gap_from_days, gap_full_days } = relapse;
    const clock = (age: number) =>
      age <= gap_from_days
        ? 1
        : age >= gap_full_days
          ? gap_hr
          : 1 + ((gap_hr - 1) * (age - gap_from_days)) / (gap_full_days - gap_from_days);
    const late = 1 - giving_up.base_early - giving_up.base_ramp;
    const mean = giving_up.base_early + (giving_up.base_ramp * (1 + gap_hr)) / 2 + late * gap_hr;
    const days = j === 0 ? 0.25 : 0.5;
    const share = (factor: number) => 1 - Math.exp(-giving_up.rate * factor * days);
    const made = new Float64Array(columns).fill(share(giving_up.support_factor));
    made[Column.none] = share(clock(j) / mean);
    made[Column.again] = share(1 / mean);
    made[Column.ramp] = share((1 + gap_hr) / 2 / mean);
    return made;
  }

  private giveUp(cell: Cell, shares: Float64Array, into: Cell): void {
    const mask = columns - 1;
    for (let i = 0; i < cell.length; i++) {
      const x = cell[i];
      if (x === 0) continue;
      const goes = x * shares[i & mask];
      cell[i] -= goes;
      into[i] += goes;
    }
  }

  /** A day of everybody on the list. `referred`: of this day. */
  day(referred: Cell): FromList {
    const { setting } = this;
    const { flows } = setting;
    const out: FromList = { rejected: newCell(), gaveUp: newCell(), toBed: newCell() };
    const readyLater: [Cell, Cell] = [newCell(), newCell()];
    this.cohorts[0].assessed = referred;
    for (let j = 0; j < this.cohorts.length; j++) {
      const cohort = this.cohorts[j];
      const span = j === 0 ? 0.5 : 1;
      for (const cell of [cohort.assessed, cohort.booked[0], cohort.booked[1], cohort.ready]) {
        setting.live(cell, 'outside', span);
        this.giveUp(cell, this.givesUp[j], out.gaveUp);
      }
      for (const door of doors) {
        setting.live(cohort.deferred[door], 'outside', span);
        this.due(cohort, door, cohort.booked[door], this.bookedBy[door][j], out.toBed, j);
        pass(cohort.deferred[door], readyLater[door], this.bookedBy[door][j]);
      }
      if (!isEmpty(cohort.assessed)) this.assess(cohort, j, out, readyLater);
      // those who left in the middle of the day had half of it to give up in
      for (const cell of [cohort.assessed, cohort.booked[0], cohort.booked[1], cohort.ready]) {
        this.giveUp(cell, this.givesUp[j], out.gaveUp);
      }
    }
    this.defer(readyLater, out.toBed);
    this.roll();
    flows.rejected += total(out.rejected);
    flows.gave_up_first_contact += total(out.gaveUp);
    return out;
  }

  /**
   * The appointment's day has come for a share. Beds are at once there, so the official wait of those who are referred to
   * one ends on that day.
   */
  private due(cohort: Cohort, door: 0 | 1, from: Cell, share: number, toBed: Cell, days: number): void {
    if (door === 0) {
      pass(from, cohort.ready, share);
      return;
    }
    const come = total(from) * share;
    pass(from, toBed, share);
    this.setting.flows.starts_registered += come;
    this.setting.flows.wait_days_registered += come * days;
  }

  /** Assessed: rejected, or accepted with an appointment, which may be due already; deferred or not. */
  private assess(cohort: Cohort, j: number, out: FromList, readyLater: [Cell, Cell]): void {
    const { setting } = this;
    const { assessment, first_contact } = setting.common;
    const done = take(cohort.assessed, this.assessedBy[j]);
    pass(done, out.rejected, assessment.rejected_share);
    const toBed = takeByKind(done, (kind) => Math.min(1, first_contact.bed_share * (0.4 + 0.6 * setting.heavy[kind])));
    for (const door of doors) {
      const accepted = door === 0 ? done : toBed;
      const dueAlready = 1 - this.stillBooked[door][j];
      const deferred = take(accepted, first_contact.deferred_share);
      pass(deferred, readyLater[door], dueAlready);
      add(cohort.deferred[door], deferred);
      this.due(cohort, door, accepted, dueAlready, out.toBed, j);
      add(cohort.booked[door], accepted);
    }
  }

  private defer(entering: [Cell, Cell], toBed: Cell): void {
    const { setting } = this;
    const rate = 1 / setting.common.first_contact.deferral_days;
    setting.live(this.deferredReady, 'outside');
    for (const door of doors) {
      setting.live(this.later[door], 'outside');
      setting.live(entering[door], 'outside', 0.5);
      const comes = take(this.later[door], 1 - Math.exp(-rate));
      add(comes, take(entering[door], 1 - Math.exp(-rate / 2)));
      add(this.later[door], entering[door]);
      add(door === 0 ? this.deferredReady : toBed, comes);
    }
  }

  private roll(): void {
    const last = this.cohorts.pop() as Cohort;
    for (const cell of [last.assessed, ...last.booked, ...last.deferred, last.ready]) {
      if (total(cell) > 1e-6) throw new Error('somebody has been on the list longer than any deadline');
    }
    this.cohorts.unshift(new Cohort());
  }

  /** The morning of a working day: those whose day has come get their slots. */
  giveSlots(): { start: Cell; noShow: Cell } {
    const { common, adults, flows } = this.setting;
    const { first_contact } = common;
    const aDay = (first_contact.slots * adults) / 100_000 / ((365.25 * 5) / 7);
    this.slots = Math.min(this.slots + aDay, Math.max(1, aDay, aDay * first_contact.unused_days));
    const start = newCell();
    for (let j = 0; j < this.cohorts.length; j++) {
      const { ready } = this.cohorts[j];
      const come = total(ready) * (1 - first_contact.no_show_share);
      flows.starts_registered += come;
      // referred evenly over their day
      flows.wait_days_registered += come * (j - 0.5);
      this.slots -= total(ready);
      add(start, ready);
      ready.fill(0);
    }
    this.slots -= total(this.deferredReady);
    add(start, this.deferredReady);
    this.deferredReady = newCell();
    if (this.slots < 0) throw new Error('the twin knows no line for slots: there must be enough of them');
    const noShow = take(start, first_contact.no_show_share);
    flows.no_show += total(noShow);
    return { start, noShow };
  }

  /** Persons in assessment, booked or ready, and deferred. */
  stocks(): { assessment: number; firstContact: number; deferred: number } {
    let assessment = 0;
    let firstContact = 0;
    let deferred = total(this.deferredReady) + total(this.later[0]) + total(this.later[1]);
    for (const cohort of this.cohorts) {
      assessment += total(cohort.assessed);
      firstContact += total(cohort.booked[0]) + total(cohort.booked[1]) + total(cohort.ready);
      deferred += total(cohort.deferred[0]) + total(cohort.deferred[1]);
    }
    return { assessment, firstContact, deferred };
  }
}
