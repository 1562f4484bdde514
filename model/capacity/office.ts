/** A purchasing office (tildelingskontor): a case queue served by its own posts, one decision after another. */

import type { Place } from '../kernel/line.ts';
import { Line } from '../kernel/line.ts';
import { Alarm } from '../kernel/timer.ts';
import type { Person } from '../person.ts';
import type { Town } from './town.ts';

export class Office {
  readonly alarm = new Alarm(this);
  readonly town: Town;
  readonly line = new Line<Person>(3);
  /** Posts moved from the team to the office. */
  posts = 0;
  /** The person whose case is being decided. */
  current: Person | null = null;

  constructor(town: Town) {
    this.town = town;
  }

  /** Takes up the next case when free. An office never closes for a vacancy. */
  begin(): void {
    if (this.current !== null) return;
    const place = this.line.take();
    if (place === null) return;
    this.current = place.who;
    const { office } = this.town.numbers;
    const work = this.current.renewing ? office.renewal_work : 1;
    const { clock } = this.town.world;
    clock.set(this.alarm, clock.now + (work * 365.25) / (office.decisions * this.posts));
  }

  /** A case is withdrawn. */
  withdraw(person: Person): void {
    this.line.leave(person.municipalPlace);
    if (this.current !== person) return;
    this.current = null;
    this.town.world.clock.clear(this.alarm);
    this.begin();
  }

  happen(): void {
    const person = this.current as Person;
    this.current = null;
    this.begin();
    this.town.world.flow.officeDecided(this.town, person);
  }

  copyFrom(other: Office, twin: (person: Person) => Person): void {
    this.posts = other.posts;
    this.current = other.current && twin(other.current);
    (this as { line: Line<Person> }).line = other.line.copy((place: Place<Person>) => twin(place.who).municipalPlace);
  }
}
