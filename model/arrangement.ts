/**
 * The arrangement: the plain data that everything in `model/` reads and the only thing it sees of places and policies.
 * It is made by `scenarios/resolve`, is plain JSON, and its digest stands in `run.json`.
 */
import type { CommonNumbers, GroupNumbers, TownNumbers } from './parameters.ts';

/** The questions that organisations answer differently, and the mechanisms that `model/` has for each. */
export const mechanisms = {
  funding: ['by_application', 'by_criteria', 'framework'],
  gate: ['team', 'purchaser_office'],
  service: ['one_team'],
  team: ['ordinary'],
  discharge: ['by_practice'],
  housing: ['as_found'],
} as const;

export type Slot = keyof typeof mechanisms;
export type Mechanism<S extends Slot> = (typeof mechanisms)[S][number];
export type Mechanisms = { [S in Slot]: Mechanism<S> };

/** Values that hold from a day on. */
export interface Segment<Values> {
  /** Days since the switch; the first segment's is -Infinity in meaning and written as null. */
  from: number | null;
  values: Values;
}

export interface TownArrangement {
  /** The municipality's number, as text; unique within the place. */
  number: string;
  focus: boolean;
  numbers: Segment<TownNumbers>[];
  mechanisms: Segment<Mechanisms>[];
}

export interface GroupArrangement extends GroupNumbers {
  name: string;
}

export interface Arrangement {
  /** The switch, in days since 1970-01-01. */
  switchDay: number;
  /** Years of history simulated before the switch. */
  history: number;
  /** Years simulated after the switch: also the years over which money is made equal. */
  years: number;
  groups: GroupArrangement[];
  /** Shares of the stay beds in each unit; they add up to 1. */
  stayUnits: number[];
  common: Segment<CommonNumbers>[];
  towns: TownArrangement[];
}

/** Whether two sections, or two sets of mechanisms, say the same. */
export function sameValues(a: Readonly<Record<string, unknown>>, b: Readonly<Record<string, unknown>>): boolean {
  for (const name of Object.keys(a)) if (!Object.is(a[name], b[name])) return false;
  return true;
}

/** Which values hold on a day. */
export function inForce<Values>(segments: readonly Segment<Values>[], day: number): Values {
  let values = segments[0].values;
  for (const segment of segments) if (segment.from !== null && segment.from <= day) values = segment.values;
  return values;
}
