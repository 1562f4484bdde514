/** Beds: detox, which may lead on to a stay; short and long stays, left early or completed; those ready for discharge. */
import { averaged, leaving, lognormalLeft, type StayDelay, stayDelay } from './delays.ts';
import { Column, columns, long } from './municipality.ts';
import type { Cell, Setting } from './state.ts';
import { add, each, forgetClock, isDrug, isEmpty, kinds, newCell, pass, take, takeByKind, total } from './state.ts';

/** The course that a bed is part of: none yet, outpatient, LAR without and with a municipal need. */
export const Within = { none: 0, outpatient: 1, lar: 2, larNeed: 3 } as const;
export const withins = [0, 1, 2, 3] as const;
export type ByWithin = [Cell, Cell, Cell, Cell];
export const byWithin = (): ByWithin => [newCell(), newCell(), newCell(), newCell()];
const kernelOf = (within: number): 'inside' | 'lar' => (within === Within.larNeed ? 'lar' : 'inside');

export interface FromBeds {
  /** Left early or lost after detox, by the course that the bed was part of: on in the course, or out of TSB. */
  onDropped: ByWithin;
  /** Completed, and on in the course. */
  onCompleted: ByWithin;
  /** LAR after detox: back without being at risk. */
  backToLar: ByWithin;
  /** Out of TSB after detox or a stay left early; after a completed stay with a plan, and without. */
  outDropped: Cell;
  outPlanned: Cell;
  outUnplanned: Cell;
}

/** Takes note from which courses anybody has come, since empty cells need no arithmetic. */
function note(courses: boolean[], admitted: ByWithin): void {
  // a LAR course that runs out in a bed leaves its person in none
  for (const within of withins)
    if (!courses[within]) courses[within] = !isEmpty(admitted[within]) || (within === 0 && (courses[2] || courses[3]));
}

class Detox {
  /** By days since admission, and by the course around it. */
  private readonly cells: ByWithin[];
  private readonly courses = [false, false, false, false];
  private readonly leaves: Float64Array;
  private readonly setting: Setting;

  constructor(setting: Setting) {
    this.setting = setting;
    const { median_days, mean_days } = setting.common.detox;
    this.leaves = leaving(averaged(lognormalLeft(median_days, mean_days), 120));
    this.leaves[this.leaves.length - 1] = 1;
    this.cells = Array.from(this.leaves, byWithin);
  }

  /** Who leaves during a day. */
  day(admitted: ByWithin): ByWithin {
    const out = byWithin();
    this.cells[0] = admitted;
    note(this.courses, admitted);
    this.cells.forEach((cells, j) => {
      for (const within of withins) {
        if (!this.courses[within] || isEmpty(cells[within])) continue;
        this.setting.live(cells[within], kernelOf(within), j === 0 ? 0.5 : 1);
        pass(cells[within], out[within], this.leaves[j]);
      }
    });
    this.cells.pop();
    this.cells.unshift(byWithin());
    for (const within of withins) this.setting.flows.bed_discharges += total(out[within]);
    return out;
  }

  persons(): number {
    return this.cells.reduce((sum, cells) => sum + cells.reduce((all, cell) => all + total(cell), 0), 0);
  }
}

/** Stays meant to be of one length, by days since admission, by the course around them. */
class Stays {
  private readonly cells: ByWithin[];
  private readonly courses = [false, false, false, false];
  private readonly delay: StayDelay;
  private readonly setting: Setting;

  constructor(setting: Setting, meant: number, hr: number) {
    this.setting = setting;
    const { stay, discharge } = setting.common;
    this.delay = stayDelay(stay, meant, hr, discharge.notice_days);
    this.cells = Array.from(this.delay.dropped, byWithin);
  }

  day(admitted: ByWithin): { dropped: ByWithin; noticed: ByWithin } {
    const out = { dropped: byWithin(), noticed: byWithin() };
    const larEnds = 1 - Math.exp(-1 / this.setting.common.lar.days);
    this.cells[0] = admitted;
    note(this.courses, admitted);
    this.cells.forEach((cells, j) => {
      const drops = this.delay.dropped[j];
      const notices = this.delay.noticed[j];
      for (const within of withins) {
        const cell = cells[within];
        if (!this.courses[within] || isEmpty(cell)) continue;
        // four days at a time, in the middle of them
        if (j === 0) this.setting.live(cell, kernelOf(within), 0.5);
        else if (j % long === long - 1) this.setting.live(cell, kernelOf(within), long);
        pass(cell, out.dropped[within], drops);
        pass(cell, out.noticed[within], Math.min(1, notices / Math.max(1e-12, 1 - drops)));
        // a LAR course that runs out in a bed is over
        if (within >= Within.lar) pass(cell, cells[Within.none], larEnds);
      }
    });
    this.cells.pop();
    this.cells.unshift(byWithin());
    return out;
  }

  persons(): number {
    return this.cells.reduce((sum, cells) => sum + cells.reduce((all, cell) => all + total(cell), 0), 0);
  }
}

/** Between notice and discharge: with or without a plan, on in a course or not; then perhaps blocked. */
class Noticed {
  /** Noticed today and yesterday, by plan and by course afterwards. */
  private readonly cells: ByWithin[][][] = [0, 1].map(() => [0, 1].map(() => [byWithin(), byWithin()]));
  private readonly blocked: ByWithin[] = [byWithin(), byWithin()];
  private readonly setting: Setting;

  constructor(setting: Setting) {
    this.setting = setting;
    if (setting.common.discharge.notice_days !== 1.5) throw new Error('the twin knows a notice of a day and a half');
  }

  /** The municipality is told: who has a caseworker has a plan, and a share of the others. */
  enter(noticed: ByWithin): void {
    const { setting } = this;
    const { stay, discharge } = setting.common;
    for (const within of withins) {
      const goesOn = take(noticed[within], stay.completed_course_share);
      [noticed[within], goesOn].forEach((cell, on) => {
        const unplanned = newCell();
        each(cell, (at, _kind, _history, need) => {
          for (let c = 0; c < columns; c++) {
            if (c === Column.followed || c === Column.changed) continue;
            unplanned[at + c] = cell[at + c] * discharge.no_plan_share;
            cell[at + c] -= unplanned[at + c];
          }
          if (need === 1 && on === 0 && within < Within.lar) setting.door(cell, at, 1);
        });
        add(this.cells[0][1][on][within], cell);
        add(this.cells[0][0][on][within], unplanned);
      });
    }
  }

  /** A day: those told yesterday leave, and of those told the day before the other half. */
  day(out: FromBeds): void {
    const { setting } = this;
    const { discharge } = setting.common;
    const unblocks = 1 - Math.exp(-1 / discharge.blocked_days);
    for (const on of [0, 1] as const) {
      for (const within of withins) {
        const held = this.blocked[on][within];
        setting.live(held, kernelOf(within));
        this.leave(take(held, unblocks), on, within, true, out);
        for (const plan of [0, 1] as const) {
          const today = this.cells[0][plan][on][within];
          const yesterday = this.cells[1][plan][on][within];
          setting.live(today, kernelOf(within));
          setting.live(yesterday, kernelOf(within));
          const leaves = take(today, 0.5);
          add(leaves, yesterday);
          this.cells[1][plan][on][within] = today;
          this.cells[0][plan][on][within] = newCell();
          if (plan === 0) add(held, take(leaves, discharge.blocked_share));
          this.leave(leaves, on, within, plan === 1, out);
        }
      }
    }
  }

  private leave(cell: Cell, on: 0 | 1, within: number, planned: boolean, out: FromBeds): void {
    const { flows } = this.setting;
    const all = total(cell);
    flows.bed_discharges += all;
    flows.stay_discharges += all;
    if (!planned) flows.stay_unplanned += all;
    if (on === 1 || within >= Within.lar) add(out.onCompleted[within], cell);
    else add(planned ? out.outPlanned : out.outUnplanned, cell);
  }

  persons(): { noticed: number; blocked: number } {
    const sum = (cells: ByWithin[]) => cells.flat().reduce((all, cell) => all + total(cell), 0);
    return { noticed: this.cells.flat().reduce((all, cells) => all + sum(cells), 0), blocked: sum(this.blocked) };
  }
}

export class Beds {
  private readonly setting: Setting;
  private readonly detox: Detox;
  /** Short and long, of persons without and with a caseworker at admission. */
  private readonly stays: [Stays, Stays][];
  private readonly noticed: [Noticed, Noticed];

  constructor(setting: Setting) {
    this.setting = setting;
    const { stay, census } = setting.common;
    this.detox = new Detox(setting);
    const mean = 1 + census.outpatient_followed * (stay.contact_hr - 1);
    this.stays = [stay.short_days, stay.long_days].map((meant) => [
      new Stays(setting, meant, 1 / mean),
      new Stays(setting, meant, stay.contact_hr / mean),
    ]);
    this.noticed = [new Noticed(setting), new Noticed(setting)];
  }

  /** A day of everybody in a bed. Nobody waits for one. */
  day(toDetox: ByWithin, toStay: ByWithin): FromBeds {
    const { setting } = this;
    const out: FromBeds = {
      onDropped: byWithin(),
      onCompleted: byWithin(),
      backToLar: byWithin(),
      outDropped: newCell(),
      outPlanned: newCell(),
      outUnplanned: newCell(),
    };
    for (const cells of [...toDetox, ...toStay]) setting.flows.admissions += total(forgetClock(cells));
    this.afterDetox(this.detox.day(toDetox), toStay, out);
    const followed = toStay.map(takeFollowed) as ByWithin;
    const { long_share } = setting.common.stay;
    this.stays.forEach(([without, withCase], length) => {
      const share = length === 1 ? long_share : 1 - long_share;
      this.noticed[length].day(out);
      this.stayDay(without, part(toStay, share), this.noticed[length], out);
      this.stayDay(withCase, part(followed, share), this.noticed[length], out);
    });
    return out;
  }

  private afterDetox(leaves: ByWithin, toStay: ByWithin, out: FromBeds): void {
    const { setting } = this;
    const { detox } = setting.common;
    const goesOn = Array.from({ length: kinds }, (_, kind) =>
      Math.min(1, detox.continue_share * (0.5 + 0.5 * Math.min(1.6, setting.heavy[kind]))),
    );
    for (const within of withins) {
      const on = takeByKind(leaves[within], (kind) => goesOn[kind]);
      const lost = take(on, detox.handover_loss);
      setting.flows.admissions += total(on);
      // who is handed over is in a course from then on
      add(toStay[Math.max(within, Within.outpatient)], on);
      if (within >= Within.lar) {
        add(out.backToLar[within], lost);
        add(out.backToLar[within], leaves[within]);
        continue;
      }
      add(out.onDropped[within], take(leaves[within], detox.course_share));
      add(out.outDropped, leaves[within]);
      add(out.outDropped, lost);
    }
  }

  private stayDay(stays: Stays, admitted: ByWithin, noticed: Noticed, out: FromBeds): void {
    const { setting } = this;
    const leaves = stays.day(admitted);
    for (const within of withins) {
      const cell = leaves.dropped[within];
      const all = total(cell);
      setting.flows.bed_discharges += all;
      setting.flows.stay_discharges += all;
      setting.flows.stay_dropouts += all;
      setting.flows.stay_unplanned += all;
      this.dangerousWeeks(cell);
      if (within >= Within.lar) add(out.onDropped[within], cell);
      else {
        add(out.onDropped[within], take(cell, setting.common.stay.dropout_course_share));
        add(out.outDropped, cell);
      }
    }
    noticed.enter(leaves.noticed);
  }

  /** The weeks after leaving a stay early have more deaths: counted at once. */
  private dangerousWeeks(cell: Cell): void {
    const { mortality } = this.setting.common;
    const dies = takeByKind(cell, (kind) => {
      const [rate, factor] = isDrug(kind)
        ? [mortality.drug, mortality.dropout_drug_factor]
        : [mortality.other, mortality.dropout_other_factor];
      return 1 - Math.exp((-(factor - 1) * rate * mortality.dropout_days) / 365.25);
    });
    this.setting.flows.deaths += total(dies);
  }

  persons(): { detox: number; short: number; long: number; blocked: number } {
    const inStays = (length: number) =>
      this.stays[length][0].persons() + this.stays[length][1].persons() + this.noticed[length].persons().noticed;
    return {
      detox: this.detox.persons(),
      short: inStays(0),
      long: inStays(1),
      blocked: this.noticed[0].persons().blocked + this.noticed[1].persons().blocked,
    };
  }
}

const part = (cells: ByWithin, share: number): ByWithin =>
  cells.map((cell) => {
    const made = newCell();
    add(made, cell, share);
    return made;
  }) as ByWithin;

/** Takes out those with a caseworker. */
function takeFollowed(cell: Cell): Cell {
  const taken = newCell();
  for (let at = 0; at < cell.length; at += columns) {
    for (const c of [Column.followed, Column.changed]) {
      taken[at + c] = cell[at + c];
      cell[at + c] = 0;
    }
  }
  return taken;
}
