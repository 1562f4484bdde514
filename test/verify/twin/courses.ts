/** Outpatient courses and LAR: they run, ask for beds, have emergencies, end; some of their patients are at risk meanwhile. */
import { Ages } from './ages.ts';
import type { Span } from './municipality.ts';
import type { Risk } from './risk.ts';
import type { Cell, Setting } from './state.ts';
import { add, isEmpty, kinds, newCell, pass, place, take, total } from './state.ts';

export interface CourseNumbers {
  /** Mean days; requests and emergencies a year, of a person whose factor is 1. */
  days: number;
  bedRequests: number;
  emergencies: number;
  kernel: 'inside' | 'lar';
}

export interface FromCourse {
  /** The lead time of a bed is over. */
  toBed: Cell;
  emergencies: Cell;
}

/** Shares of what ends a spell in the course, by kind, during a day and half a day. */
interface Shares {
  leaves: number[];
  ends: number[];
  asks: number[];
  needs: number[];
}

export class Course {
  readonly idle: Cell = newCell();
  /** Waiting for the planned day of a bed, by days since it was asked for. */
  readonly lead: Cell[];
  /** At risk since a stay that was left early, or completed. */
  readonly atRisk: [Ages, Ages];
  private entering: Cell = newCell();
  private asking: Cell = newCell();
  private readonly setting: Setting;
  private readonly kernel: CourseNumbers['kernel'];
  private readonly shares: Record<Span, Shares>;

  constructor(setting: Setting, numbers: CourseNumbers) {
    this.setting = setting;
    this.kernel = numbers.kernel;
    const shares = (days: number): Shares => {
      const made: Shares = { leaves: [], ends: [], asks: [], needs: [] };
      for (let kind = 0; kind < kinds; kind++) {
        const ends = numbers.days > 0 ? 1 / numbers.days : 0;
        const asks = (numbers.bedRequests * setting.heavy[kind]) / 365.25;
        const needs = (numbers.emergencies * setting.heavy[kind]) / 365.25;
        const all = Math.max(1e-12, ends + asks + needs);
        made.leaves.push(1 - Math.exp(-all * days));
        made.ends.push(ends / all);
        made.asks.push(asks / all);
        made.needs.push(needs / all);
      }
      return made;
    };
    this.shares = { 0.5: shares(0.5), 1: shares(1), 4: shares(4) };
    const { course, relapse } = setting.common;
    this.lead = Array.from({ length: Math.max(1, Math.round(course.lead_days)) }, newCell);
    this.atRisk = [new Ages(relapse.end_days), new Ages(relapse.end_days)];
  }

  /** Enters without being at risk. */
  enter(cell: Cell): void {
    add(this.entering, cell);
  }

  /** Enters from a stay, at risk since today. */
  enterAtRisk(cell: Cell, kind: 0 | 1): void {
    add(this.atRisk[kind].cells[0], cell);
  }

  /** A day of everybody in the course. Whoever ends it is handed to `risk`. */
  day(risk: Risk): FromCourse {
    const out: FromCourse = { toBed: newCell(), emergencies: newCell() };
    const entering = this.entering;
    this.entering = newCell();
    risk.leaveCourse(this.happen(this.idle, 1, out.emergencies, this.asking));
    risk.leaveCourse(this.happen(entering, 0.5, out.emergencies, this.asking));
    add(this.idle, entering);
    for (const kind of [0, 1] as const) this.riskDay(kind, risk, out);
    this.leadDay(risk, out);
    this.setting.flows.emergencies += total(out.emergencies);
    return out;
  }

  /** Some days of a cell: emergencies, requests for a bed, and (given back) those whose course ends. */
  private happen(cell: Cell, span: Span, emergencies: Cell, asking: Cell): Cell {
    this.setting.live(cell, this.kernel, span);
    const { leaves, ends, asks, needs } = this.shares[span];
    const ended = newCell();
    for (let kind = 0; kind < kinds; kind++) {
      const [goes, ending, asksFor, needing] = [leaves[kind], ends[kind], asks[kind], needs[kind]];
      const end = place(kind + 1, 0, 0);
      for (let c = place(kind, 0, 0); c < end; c++) {
        const x = cell[c];
        if (x === 0) continue;
        const out = x * goes;
        cell[c] = x - out;
        ended[c] = out * ending;
        asking[c] += out * asksFor;
        emergencies[c] += out * needing;
      }
    }
    return ended;
  }

  private riskDay(kind: 0 | 1, risk: Risk, out: FromCourse): void {
    const ages = this.atRisk[kind];
    const { relapse } = this.setting.common;
    const relapsed = newCell();
    for (let index = 0; index < ages.cells.length; index++) {
      const cell = ages.cells[index];
      const span = ages.span(index);
      if (span !== 0 && !isEmpty(cell)) {
        risk.leaveCourse(this.happen(cell, span, out.emergencies, this.asking), { kind, index });
        risk.relapsing(cell, kind, ages, index, span, relapsed, relapse.in_course_hr);
      }
      // three years without a relapse: no longer at risk, and still in the course
      pass(cell, this.idle, ages.ending(index));
    }
    pass(relapsed, this.asking, relapse.to_bed_share);
    const ends = take(relapsed, Math.min(1, relapse.ends_course_share / Math.max(1e-12, 1 - relapse.to_bed_share)));
    add(this.idle, relapsed);
    this.setting.flows.course_ends += total(ends);
    risk.afterRelapse(ends);
  }

  /** Who waits for the planned day may end the course or have an emergency before it; asking again changes nothing. */
  private leadDay(risk: Risk, out: FromCourse): void {
    const due = this.lead.pop() as Cell;
    const asked = this.asking;
    this.asking = newCell();
    const waits = (cell: Cell, span: Span) => risk.leaveCourse(this.happen(cell, span, out.emergencies, cell));
    waits(asked, 0.5);
    for (const cell of this.lead) waits(cell, 1);
    waits(due, 0.5);
    this.lead.unshift(asked);
    add(out.toBed, due);
  }

  roll(): void {
    for (const ages of this.atRisk) ages.roll();
  }

  persons(): number {
    let sum = total(this.idle) + total(this.entering);
    for (const cell of this.lead) sum += total(cell);
    for (const ages of this.atRisk) for (const cell of ages.cells) sum += total(cell);
    return sum;
  }
}
