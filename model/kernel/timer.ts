/**
 * Whatever has one next moment: a person, a stream of arrivals, a post, a ward. Subclass it, and set it in a `Clock`;
 * `happen(now)` is called when its time has come, and may set it again.
 */
export abstract class Timer {
  /** Its row in the clock's list of events; -1 while it has none. Belongs to the list. */
  slot = -1;

  /** Its time has come. `now` is the time it was set to, in days. */
  abstract happen(now: number): void;
}

/**
 * The timer of something that is not one itself. The clock then sees few kinds of timer however many kinds of thing have
 * one, and what it does with each is compiled for the kinds it sees (a twentieth of a run of the pathway).
 */
export class Alarm extends Timer {
  private readonly owner: { happen(now: number): void };

  constructor(owner: { happen(now: number): void }) {
    super();
    this.owner = owner;
  }

  override happen(now: number): void {
    this.owner.happen(now);
  }
}
