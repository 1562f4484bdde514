/** The slot `service`: how is a person with two problems served? One file a mechanism. */
import type { Mechanism } from '../arrangement.ts';
import type { Person } from '../person.ts';
import { oneTeam } from './one_team.ts';

export interface Service {
  /** What a case weighs in the team's load while the person is in a bed, or not. */
  weight(person: Person, inBed: boolean): number;
}

export const serviceMechanisms: Record<Mechanism<'service'>, Service> = { one_team: oneTeam };
