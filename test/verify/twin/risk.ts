/** Outside TSB and at risk of relapse; and where a relapse, or giving up, leads. */
import { Ages, daily } from './ages.ts';
import type { Away } from './away.ts';
import { averaged, weibullHazard } from './delays.ts';
import { Column, columns, type Span } from './municipality.ts';
import type { Cell, Setting } from './state.ts';
import {
  add,
  each,
  forgetClock,
  forgetNeed,
  isEmpty,
  isUnhoused,
  kinds,
  newCell,
  pass,
  place,
  take,
  total,
} from './state.ts';

/** After a stay left early, or detox; after a completed stay; after an outpatient course; after follow-up alone. */
export type RiskKind = 0 | 1 | 2 | 3;
export const riskKinds: readonly RiskKind[] = [0, 1, 2, 3];

/** A spell at risk that began earlier. */
interface Since {
  kind: RiskKind;
  index: number;
}

export class Risk {
  readonly ages: [Ages, Ages, Ages, Ages];
  /** Met again by the municipality alone, tomorrow. */
  toMunicipality: Cell = newCell();
  emergencies: Cell = newCell();
  private readonly setting: Setting;
  private readonly away: Away;
  /** Hazard during a day, by age, before any factor. */
  private readonly early: Float64Array;
  private readonly hazard: (age: number) => number;
  private readonly factors: number[][];
  private readonly contactMean: number;
  private readonly changed: number;

  constructor(setting: Setting, away: Away) {
    this.setting = setting;
    this.away = away;
    const { relapse: r } = setting.common;
    this.ages = [0, 1, 2, 3].map(() => new Ages(r.end_days)) as Risk['ages'];
    this.hazard = weibullHazard(r.shape, r.scale_days);
    const left = averaged(this.hazard, daily);
    this.early = left.map((now, j) => now - (j === 0 ? 0 : left[j - 1]));
    const shares = r.base_early + r.base_ramp + r.base_late + r.base_follow_up + r.base_in_course;
    const followed = 1 + (r.gap_hr - 1) * (1 - r.base_intensity);
    this.contactMean =
      (r.base_early +
        (r.base_ramp * (1 + r.gap_hr)) / 2 +
        r.base_late * r.gap_hr +
        r.base_follow_up * followed +
        r.base_in_course * r.in_course_hr) /
      shares;
    const completed = r.base_completed * r.completed_hr + 1 - r.base_completed;
    const continuity = r.base_continuity * r.continuity_hr + 1 - r.base_continuity;
    const housing = r.base_housing * r.housing_hr + 1 - r.base_housing;
    this.changed = r.continuity_hr;
    this.factors = riskKinds.map((kind) =>
      [1, r.housing_hr].map(
        (unhoused) =>
          (((r.level *
            (kind === 2 ? r.outpatient_hr : kind === 3 ? r.municipal_hr : 1) *
            (kind === 1 ? r.completed_hr : 1)) /
            completed) *
            unhoused) /
          (housing * continuity),
      ),
    );
  }

  /** Begins a spell today. */
  enter(cell: Cell, kind: RiskKind): void {
    add(this.ages[kind].cells[0], forgetNeed(cell));
  }

  /**
   * Moves those who relapse in the days that are dealt with from a cell of an age to `relapsed`. `contact`: the factor of contact, the
   * clock's where none is given.
   */
  relapsing(cell: Cell, kind: RiskKind, ages: Ages, index: number, span: Span, relapsed: Cell, contact?: number): void {
    const age = ages.age(index);
    const half = span / 2;
    const base = age < this.early.length ? this.early[age] : this.hazard(age + half) - this.hazard(age - half);
    const byColumn = contact === undefined ? this.contactAt(age) : new Float64Array(columns).fill(contact);
    byColumn[Column.changed] *= this.changed;
    const shares = this.factors[kind].map((factor) =>
      byColumn.map((column) => 1 - Math.exp((-base * factor * column) / this.contactMean)),
    );
    const mask = columns - 1;
    let sum = 0;
    for (let person = 0; person < kinds; person++) {
      const share = shares[isUnhoused(person) ? 1 : 0];
      const end = place(person + 1, 0, 0);
      for (let c = place(person, 0, 0); c < end; c++) {
        const x = cell[c];
        if (x === 0) continue;
        const goes = x * share[c & mask];
        cell[c] = x - goes;
        relapsed[c] += goes;
        sum += goes;
      }
    }
    this.setting.flows.relapses += sum;
  }

  /** The factor of contact outside TSB at an age of the spell: a service held, or the clock. */
  private contactAt(age: number): Float64Array {
    const { gap_hr, gap_from_days, gap_full_days } = this.setting.common.relapse;
    const made = new Float64Array(columns).fill(1);
    const clock =
      age <= gap_from_days
        ? 1
        : age >= gap_full_days
          ? gap_hr
          : 1 + ((gap_hr - 1) * (age - gap_from_days)) / (gap_full_days - gap_from_days);
    made[Column.none] = clock;
    made[Column.pending] = clock;
    made[Column.ramp] = (1 + gap_hr) / 2;
    return made;
  }

  /** The course runs out; a plan is ready for those with a caseworker and for a share of the rest. */
  leaveCourse(ended: Cell, since?: Since): void {
    const { no_plan_share } = this.setting.common.discharge;
    this.leaveTsb(ended, 1 - no_plan_share, since ?? { kind: 2, index: 0 });
  }

  /**
   * Out of TSB. Who needs the municipality and has nothing there comes to its door: at once when a plan is ready (a share
   * `planned`), else by its own way later.
   */
  leaveTsb(leaves: Cell, planned: number, since: Since): void {
    const { setting } = this;
    setting.flows.course_ends += total(leaves);
    const into = this.ages[since.kind].cells[since.index];
    // a spell that began earlier: the clock of contact begins now
    const free = since.index === 0 ? Column.none : Column.again;
    const width = columns;
    for (let at = 0; at < leaves.length; at += 2 * width) {
      const needing = at + width;
      for (let c = 1; c < width; c++) into[at + c] += leaves[at + c] + leaves[needing + c];
      into[at + free] += leaves[at];
      const comes = leaves[needing] * planned;
      if (comes === 0 && leaves[needing] === 0) continue;
      into[at + Column.intake] += comes;
      into[at + Column.pending] += leaves[needing] - comes;
      setting.flows.joined_decision += comes;
    }
  }

  /** Where a relapse leads, outside every course. */
  afterRelapse(cell: Cell): void {
    const { setting, away } = this;
    const { relapse } = setting.common;
    forgetNeed(forgetClock(cell));
    add(away.toReferral, cell, relapse.to_referral);
    add(away.toReturn, cell, relapse.to_return);
    add(this.emergencies, cell, relapse.to_emergency);
    const rest = 1 - relapse.to_referral - relapse.to_return - relapse.to_emergency - relapse.to_municipality;
    add(away.lost, cell, rest);
    const known = take(cell, relapse.to_municipality);
    each(known, (at) => setting.door(known, at, 1));
    add(this.toMunicipality, known);
  }

  /** A day of everybody at risk outside TSB. */
  day(): void {
    const { setting } = this;
    const relapsed = newCell();
    const ended = newCell();
    for (const kind of riskKinds) {
      const ages = this.ages[kind];
      for (let index = 0; index < ages.cells.length; index++) {
        const cell = ages.cells[index];
        const span = ages.span(index);
        if (span !== 0 && !isEmpty(cell)) {
          setting.live(cell, 'outside', span);
          this.relapsing(cell, kind, ages, index, span, relapsed);
        }
        pass(cell, ended, ages.ending(index));
      }
    }
    this.afterRelapse(relapsed);
    this.end(ended);
  }

  /** Three years without relapse: stable, unless the municipality still has a case. */
  private end(cell: Cell): void {
    forgetClock(cell);
    each(cell, (at) => {
      this.setting.flows.stable += cell[at + Column.none];
      cell[at + Column.none] = 0;
    });
    add(this.toMunicipality, cell);
  }

  roll(): void {
    for (const ages of this.ages) ages.roll();
  }
}
