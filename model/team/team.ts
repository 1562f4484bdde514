/** The slot `team`: how many can a post carry, how close is the contact? One file a mechanism. */
import type { Mechanism } from '../arrangement.ts';
import type { Team } from '../capacity/team.ts';
import type { Town } from '../capacity/town.ts';
import { ordinary } from './ordinary.ts';

export interface TeamMechanism {
  /** Weighted persons that the team's staffed posts can carry. */
  places(town: Town, team: Team): number;
  /** Closeness of contact under the present load, 1 = as meant. */
  intensity(team: Team): number;
  /** Weighted persons up to which new ones are taken in, when the first in line has waited so many days. */
  limit(team: Team, waited: number): number;
  /** How long the first in line must have waited for one more of a weight to be taken in; Infinity when never. */
  waitFor(team: Team, weight: number): number;
}

export const teamMechanisms: Record<Mechanism<'team'>, TeamMechanism> = { ordinary };
