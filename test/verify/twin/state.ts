/**
 * Expected numbers of persons. A cell holds those who are in one place of the pathway for one length of time, apart by
 * what they are for good, by their history, by the need of their episode and by what they have with the municipality.
 */
import type { Arrangement, GroupArrangement } from '../../../model/arrangement.ts';
import { inForce } from '../../../model/arrangement.ts';
import type { CommonNumbers, TownNumbers } from '../../../model/parameters.ts';
import {
  Column,
  Count,
  columns,
  size as columnsAndCounts,
  type Kernels,
  kernels,
  type Moves,
  type Span,
} from './municipality.ts';

/** What a person is and stays: drugs or not, heavy or light user, without suitable housing or with. */
export const kinds = 8;
export const isDrug = (kind: number) => kind >= 4;
export const isHeavy = (kind: number) => (kind & 2) !== 0;
export const isUnhoused = (kind: number) => (kind & 1) !== 0;
/** Never referred; referred, but never in a course; has had a course. */
export const History = { none: 0, referred: 1, course: 2 } as const;
const histories = 3;
/** Whether the episode needs the municipality. */
const needs = 2;

/** An imported binding is looked up each time; the loops below run too often for that. */
const width = columns;
const rowWidth = columnsAndCounts;
const size = kinds * histories * needs * width;
export type Cell = Float64Array;
export const newCell = (): Cell => new Float64Array(size);
/** Where the columns of a kind, history and need begin. */
export const place = (kind: number, history: number, need: number) =>
  ((kind * histories + history) * needs + need) * width;
const kindOf = (at: number) => Math.floor(at / (histories * needs * width));

/** Calls for each kind, history and need of which the cell holds anybody. */
export function each(cell: Cell, visit: (at: number, kind: number, history: number, need: number) => void): void {
  for (let kind = 0; kind < kinds; kind++) {
    for (let history = 0; history < histories; history++) {
      for (let need = 0; need < needs; need++) {
        const at = place(kind, history, need);
        for (let c = 0; c < width; c++) {
          if (cell[at + c] !== 0) {
            visit(at, kind, history, need);
            break;
          }
        }
      }
    }
  }
}

export function total(cell: Cell): number {
  let sum = 0;
  for (let i = 0; i < size; i++) sum += cell[i];
  return sum;
}

export function add(to: Cell, from: Cell, share = 1): void {
  for (let i = 0; i < size; i++) to[i] += share * from[i];
}

export function isEmpty(cell: Cell): boolean {
  for (let i = 0; i < size; i++) if (cell[i] !== 0) return false;
  return true;
}

/** Moves a share of everybody from a cell to another. */
export function pass(from: Cell, to: Cell, share: number): void {
  if (share <= 0) return;
  for (let i = 0; i < size; i++) {
    const x = from[i];
    if (x === 0) continue;
    to[i] += x * share;
    from[i] = x - x * share;
  }
}

/** Takes a share of everybody out of a cell. */
export function take(from: Cell, share: number): Cell {
  const taken = newCell();
  pass(from, taken, share);
  return taken;
}

/** Takes a share that differs by kind. */
export function takeByKind(from: Cell, share: (kind: number) => number): Cell {
  const taken = newCell();
  each(from, (at, kind) => {
    const part = share(kind);
    for (let c = at; c < at + width; c++) {
      taken[c] = from[c] * part;
      from[c] -= taken[c];
    }
  });
  return taken;
}

/** Whoever holds nothing with the municipality, whatever its clock: for the places where no clock runs. */
export function forgetClock(cell: Cell): Cell {
  for (let at = 0; at < size; at += width) {
    cell[at] += cell[at + Column.again] + cell[at + Column.ramp] + cell[at + Column.pending];
    cell[at + Column.again] = 0;
    cell[at + Column.ramp] = 0;
    cell[at + Column.pending] = 0;
  }
  return cell;
}

export function forgetNeed(cell: Cell): Cell {
  for (let at = 0; at < size; at += 2 * width) {
    for (let c = at; c < at + width; c++) {
      cell[c] += cell[c + width];
      cell[c + width] = 0;
    }
  }
  return cell;
}

/** What the twin counts, by the name of the simulation's tally. */
export const flowNames = [
  'new_needs',
  'referred',
  'rejected',
  'gave_up_first_contact',
  'no_show',
  'starts_first_contact',
  'starts_registered',
  'wait_days_registered',
  'returns',
  'emergencies',
  'course_starts',
  'lar_starts',
  'course_ends',
  'admissions',
  'admissions_list',
  'bed_discharges',
  'stay_discharges',
  'stay_dropouts',
  'stay_unplanned',
  'joined_decision',
  'decided',
  'started_follow_up',
  'ended_follow_up',
  'lost_follow_up',
  'relapses',
  'deaths',
  'stable',
  'gone',
] as const;
export type Flow = (typeof flowNames)[number];
export type Flows = Record<Flow, number>;
export const noFlows = () => Object.fromEntries(flowNames.map((name) => [name, 0])) as Flows;

/** The numbers of one arrangement, and how everybody lives under them from day to day. */
export class Setting {
  readonly common: CommonNumbers;
  readonly town: TownNumbers;
  readonly adults: number;
  readonly kernels: Kernels;
  readonly shares: number[] = [];
  readonly heavy: number[] = [];
  flows: Flows = noFlows();
  private readonly before = new Float64Array(width);
  private readonly after = new Float64Array(width);
  private readonly alive: Record<Span, number[]>;

  constructor(arrangement: Arrangement) {
    refuse(arrangement);
    this.common = inForce(arrangement.common, -Infinity);
    this.town = inForce(arrangement.towns[0].numbers, -Infinity);
    this.adults = this.town.town.adults;
    this.kernels = kernels(this.common, this.town);
    const { need, mortality } = this.common;
    const light = need.heavy_share < 1 ? (1 - need.heavy_share * need.heavy_factor) / (1 - need.heavy_share) : 1;
    const death: number[] = [];
    for (let kind = 0; kind < kinds; kind++) {
      this.shares.push(
        (isDrug(kind) ? need.drug_share : 1 - need.drug_share) *
          (isHeavy(kind) ? need.heavy_share : 1 - need.heavy_share) *
          (isUnhoused(kind) ? need.unsuitable_housing_share : 1 - need.unsuitable_housing_share),
      );
      this.heavy.push(isHeavy(kind) ? need.heavy_factor : Math.max(0, light));
      death.push((isDrug(kind) ? mortality.drug : mortality.other) / 365.25);
    }
    const alive = (days: number) => death.map((rate) => Math.exp(-rate * days));
    this.alive = { 0.5: alive(0.5), 1: alive(1), 4: alive(4) };
  }

  /** Some days of a cell: deaths, and what happens with the municipality. */
  live(cell: Cell, kernel: keyof Omit<Kernels, 'alone'> | 0 | 1 | 2, span: Span = 1): void {
    const k = (typeof kernel === 'number' ? this.kernels.alone[kernel] : this.kernels[kernel])[span];
    const alive = this.alive[span];
    const { flows, before } = this;
    before.fill(0);
    let dead = 0;
    for (let at = 0; at < size; at += width) {
      let persons = 0;
      for (let c = 0; c < width; c++) persons += cell[at + c];
      if (persons === 0) continue;
      const lives = alive[kindOf(at)];
      dead += persons * (1 - lives);
      this.move(cell, at, k, lives);
    }
    const counted = (count: number) => {
      let sum = 0;
      for (let c = 0; c < width; c++) sum += before[c] * k[c * rowWidth + count];
      return sum;
    };
    const decided = counted(Count.decided);
    flows.deaths += dead;
    flows.joined_decision += counted(Count.door);
    flows.decided += decided;
    // who wanted a referral only is decided without a case
    if (kernel !== 2) flows.started_follow_up += decided;
    flows.ended_follow_up += counted(Count.ended);
    flows.lost_follow_up += counted(Count.lost);
  }

  /** Eight columns of a cell under a kernel, written out because everything else waits for it. */
  private move(cell: Cell, at: number, k: Moves, lives: number): void {
    const { before, after } = this;
    after.fill(0);
    for (let from = 0, row = 0; from < width; from++, row += rowWidth) {
      const x = cell[at + from];
      if (x === 0) continue;
      before[from] += x;
      after[0] += x * k[row];
      after[1] += x * k[row + 1];
      after[2] += x * k[row + 2];
      after[3] += x * k[row + 3];
      after[4] += x * k[row + 4];
      after[5] += x * k[row + 5];
      after[6] += x * k[row + 6];
      after[7] += x * k[row + 7];
    }
    for (let c = 0; c < width; c++) cell[at + c] = after[c] * lives;
  }

  /** Into intake, for a share of those who hold nothing with the municipality. */
  door(cell: Cell, at: number, share: number): void {
    const goes = cell[at + Column.none] * share;
    cell[at + Column.none] -= goes;
    cell[at + Column.intake] += goes;
    this.flows.joined_decision += goes;
  }

  /** A new episode: it needs the municipality or not, and of those some at once. */
  episode(cell: Cell): Cell {
    const { share, at_referral_share } = this.common.municipal_need;
    forgetNeed(forgetClock(cell));
    const made = newCell();
    each(cell, (at) => {
      for (let c = 0; c < width; c++) {
        made[at + c] += cell[at + c] * (1 - share);
        made[at + width + c] += cell[at + c] * share;
      }
      this.door(made, at + width, at_referral_share);
    });
    return made;
  }
}

/** The twin knows one town under today's mechanisms and groups that do not differ in their hazards. */
function refuse(arrangement: Arrangement): void {
  if (arrangement.towns.length !== 1) throw new Error('the twin knows one town');
  const differs = (group: GroupArrangement) => group.relapse_hr !== 1 || group.dropout_hr !== 1;
  if (arrangement.groups.some(differs)) throw new Error('the twin knows groups that differ in need only');
  const segments = [arrangement.common, arrangement.towns[0].numbers, arrangement.towns[0].mechanisms];
  if (segments.some(({ length }) => length !== 1)) throw new Error('the twin knows numbers that hold throughout');
  if (inForce(arrangement.towns[0].numbers, 0).grant.posts > 0) throw new Error('the twin knows no grant');
}
