/** The slot `gate`: who decides about a new case, in what order, after what wait? One file a mechanism. */
import type { Mechanism } from '../arrangement.ts';
import type { Town } from '../capacity/town.ts';
import type { Person } from '../person.ts';
import { purchaserOffice } from './purchaser_office.ts';
import { team } from './team.ts';

export interface Gate {
  /** The gate begins in a town at the switch. */
  begin(town: Town): void;
  /** Mean days from the door to the end of the work on a case, intake and decision together. */
  workDays(town: Town): number;
  /** The work on a case is done: what comes next, and after how many days (0: at once)? */
  afterWork(town: Town, person: Person): Step;
  /** The office has decided a case. */
  afterOffice(town: Town, person: Person): Step;
  /** Whether a person is supported before the decision. */
  supportsBefore(town: Town): boolean;
  /** Whether queues are served by need rather than arrival. */
  byNeed(town: Town): boolean;
  /** Days until a running case must be decided anew; Infinity for never. */
  renewalDays(town: Town): number;
}

export type Step =
  | { to: 'follow_up' }
  | { to: 'office' }
  | { to: 'handover'; days: number }
  | { to: 'wrong_unit'; days: number };

export const gateMechanisms: Record<Mechanism<'gate'>, Gate> = {
  team,
  purchaser_office: purchaserOffice,
};
