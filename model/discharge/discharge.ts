/** The slot `discharge`: what must be ready, how early is it known? One file a mechanism. */
import type { Mechanism } from '../arrangement.ts';
import type { Person } from '../person.ts';
import { byPractice } from './by_practice.ts';

export interface Discharge {
  /** Days before the end of a stay on which the municipality is told. */
  noticeDays(person: Person): number;
  /** The share of persons for whom a plan is ready at the end. */
  plannedShare(person: Person): number;
}

export const dischargeMechanisms: Record<Mechanism<'discharge'>, Discharge> = { by_practice: byPractice };
