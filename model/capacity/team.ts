/**
 * A team: some of a municipality's counselling posts, the persons they follow up, and one waiting line.
 * How many it takes in and how close the contact is, is the `team` mechanism's to say.
 */

import type { Place } from '../kernel/line.ts';
import { Line } from '../kernel/line.ts';
import { Alarm } from '../kernel/timer.ts';
import type { Person } from '../person.ts';
import type { Town } from './town.ts';

export class Team {
  readonly alarm = new Alarm(this);
  readonly town: Town;
  readonly index: number;
  /** Three ranks, so that a mechanism can take by need. */
  readonly line = new Line<Person>(3);
  readonly cases: Person[] = [];
  /** Weighted persons followed up. */
  load = 0;
  /** Weighted persons that the staffed posts can carry. */
  places = 0;
  /** Closeness of contact, 1 = as meant; 0 while no post is staffed. */
  intensity = 1;
  staffedPosts = 0;

  constructor(town: Town, index: number) {
    this.town = town;
    this.index = index;
  }

  /** The first in line has waited long enough for the caseload to stretch to one more. */
  happen(): void {
    this.town.world.flow.fillTeam(this.town, this.index);
  }

  add(person: Person): void {
    person.caseIndex = this.cases.length;
    this.cases.push(person);
    this.weigh(person.caseWeight);
  }

  remove(person: Person): void {
    const last = this.cases.pop() as Person;
    if (last !== person) {
      this.cases[person.caseIndex] = last;
      last.caseIndex = person.caseIndex;
    }
    person.caseIndex = -1;
    this.weigh(-person.caseWeight);
  }

  /** Adds to the load. Rounded, so that the sum never depends on the order in which people came and left. */
  weigh(difference: number): void {
    this.load = Math.round((this.load + difference) * 1e6) / 1e6;
  }

  copyFrom(other: Team, twin: (person: Person) => Person): void {
    for (const person of other.cases) this.cases.push(twin(person));
    this.load = other.load;
    this.places = other.places;
    this.intensity = other.intensity;
    this.staffedPosts = other.staffedPosts;
    (this as { line: Line<Person> }).line = other.line.copy((place: Place<Person>) => twin(place.who).municipalPlace);
  }
}
