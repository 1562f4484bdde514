/** Leaving the model: stable, gone, or dead. Death comes from every position. */
import { T } from '../observer.ts';
import type { Person } from '../person.ts';
import { Purpose } from '../person.ts';
import { leaveMunicipality } from './follow_up.ts';
import { leaveBedLine, leaveList } from './giving_up.ts';
import { releaseBed } from './stay.ts';

export function die(person: Person): void {
  const { world } = person;
  const { observer } = world;
  observer.tally(T.deaths, person);
  const overdose =
    person.drug && world.drawFor(person, Purpose.deathCause).chance(world.common.mortality.overdose_share);
  if (overdose) observer.tally(T.overdose_deaths, person);
  observer.noteLeft(person, 'dead', overdose ? 'overdose' : 'died');
  world.leave(person);
  leaveList(person, 1);
  leaveBedLine(person, 1);
  const wasInBed = person.inBed;
  leaveMunicipality(person);
  if (wasInBed) releaseBed(person);
}

export function leaveStable(person: Person): void {
  const { world } = person;
  world.observer.tally(T.stable, person);
  world.observer.noteLeft(person, 'stable', 'stable');
  world.leave(person);
}

export function leaveGone(person: Person): void {
  const { world } = person;
  world.observer.tally(T.gone, person);
  world.observer.noteLeft(person, 'gone', 'gone');
  world.leave(person);
}
