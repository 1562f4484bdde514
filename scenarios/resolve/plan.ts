/**
 * The plan of a scenario: everything that is needed to make its arrangement for one future, as plain data that can be sent
 * to a worker.
 */
import type { Mechanisms, Segment } from '../../model/arrangement.ts';

/** A number and the range that it is drawn from. NaN: left to the municipality's priority. */
export interface Quantity {
  /** The same key gives the same draw in every scenario: a path, or `policy:variant/path`. */
  key: string;
  /** What its draw is addressed by, where that is not its key: a changed number of a copy keeps the luck that it had. */
  luck?: string;
  low: number;
  value: number;
  high: number;
  /** Whether a future draws it. */
  drawn: boolean;
}

/** A quantity that holds from one day until before another; days since the switch, null without end. */
export interface Dated {
  from: number | null;
  until: number | null;
  quantity: Quantity;
}

/** The value of a path on a day is (set, or own) × all factors + all summands. */
export interface Formula {
  path: string;
  /** The place's own value, from day to day, the first from the beginning. */
  own: Dated[];
  sets: Dated[];
  scales: Dated[];
  adds: Dated[];
}

export interface Plan {
  switchDay: number;
  history: number;
  years: number;
  /** Days since the switch on which the run begins and ends. */
  begin: number;
  end: number;
  stayUnits: number[];
  /** The largest group's share is what the others leave. */
  remainder: number;
  groups: { name: string; formulas: Formula[] }[];
  common: Formula[];
  towns: { number: string; focus: boolean; formulas: Formula[]; mechanisms: Segment<Mechanisms>[] }[];
}
