/** Replays the middle future: where each person is, and what it waits for or holds, on any day of a scenario. */
import type { Position } from '../../model/record.ts';
import { holdings, positions, waitings } from '../../model/record.ts';
import type { Middle, Move } from './result.ts';

/** Claims that a person may have on top of its position, as moves name them. A bit each, in this order. */
export const claims = [...waitings.map((name) => `waiting ${name}`), ...holdings.map((name) => `holding ${name}`)];

/** Positions of persons who are present; the others are exits. */
const presentPositions = 16;
/** Moves between two kept states: a date costs at most so many steps. */
const stride = 400;

/** Where everybody is at a moment. Every list has a place a person of `Replay.persons`. */
export interface Moment {
  /** Index in `positions`; −1 before the person has come. */
  position: Int8Array;
  /** Bits of `claims`. */
  claims: Uint16Array;
  /** Day on which the position began. */
  since: Float64Array;
}

export interface Person {
  id: string;
  municipality: string;
  group: string;
}

/** A change of position. */
export interface PersonMove {
  /** Index in `Replay.persons`. */
  person: number;
  /** Empty: from outside the model. */
  from: Position | '';
  to: Position;
  time: number;
  cause: string;
}

const positionIndex = new Map<string, number>(positions.map((name, at) => [name, at]));
const claimIndex = new Map<string, number>(claims.map((name, at) => [name, at]));

/** One scenario's course of the middle future, the shared past included. */
export class Replay {
  readonly persons: Person[] = [];
  /** In order of time, claims included. */
  readonly moves: Move[];
  private readonly who: Int32Array;
  /** When each move is seen. What a scenario does on the stroke of the switch follows the count of that day. */
  private readonly times: Float64Array;
  private readonly kept: Moment[] = [];
  private byPerson: Map<string, Move[]> | null = null;

  constructor(middle: Middle, scenario: string) {
    // a stable sort: moves of one moment stay in the order in which they happened
    this.moves = middle.moves
      .filter((move) => move.person !== '' && (move.scenario === '' || move.scenario === scenario))
      .sort((a, b) => a.time - b.time);
    const index = new Map<string, number>();
    this.who = Int32Array.from(this.moves, ({ person, municipality, group }) => {
      const known = index.get(person);
      if (known !== undefined) return known;
      index.set(person, this.persons.length);
      return this.persons.push({ id: person, municipality, group }) - 1;
    });
    this.times = Float64Array.from(this.moves, ({ scenario: own, time }) =>
      own !== '' && time === 0 ? Number.MIN_VALUE : time,
    );
    const moment = empty(this.persons.length);
    for (let at = 0; at < this.moves.length; at++) {
      if (at % stride === 0) this.kept.push(copy(moment));
      this.step(moment, at);
    }
  }

  /** Everybody's place once all that happens up to a day, and on its stroke, has happened. */
  at(day: number): Moment {
    const end = this.movesUntil(day);
    const frame = Math.min(Math.floor(end / stride), this.kept.length - 1);
    if (frame < 0) return empty(0);
    const moment = copy(this.kept[frame]);
    for (let at = frame * stride; at < end; at++) this.step(moment, at);
    return moment;
  }

  /** Changes of position after `from`, up to and with `to`, in order of time. */
  between(from: number, to: number): PersonMove[] {
    const made: PersonMove[] = [];
    for (let at = this.movesUntil(from); at < this.movesUntil(to); at++) {
      const move = this.moves[at];
      if (!positionIndex.has(move.to)) continue;
      made.push({
        person: this.who[at],
        from: move.from as Position | '',
        to: move.to as Position,
        time: move.time,
        cause: move.cause,
      });
    }
    return made;
  }

  /** Every move in order of time, with the index of its person. */
  each(visit: (person: number, move: Move) => void): void {
    for (let at = 0; at < this.moves.length; at++) visit(this.who[at], this.moves[at]);
  }

  /** Moves of one person, claims included, in order of time; none where there is no such person. */
  of(person: string): readonly Move[] {
    if (this.byPerson === null) {
      this.byPerson = new Map(this.persons.map(({ id }) => [id, []]));
      for (const move of this.moves) this.byPerson.get(move.person)?.push(move);
    }
    return this.byPerson.get(person) ?? [];
  }

  /** How many moves have happened up to a day and on its stroke. */
  private movesUntil(day: number): number {
    let low = 0;
    let high = this.moves.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.times[middle] <= day) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  private step(moment: Moment, at: number): void {
    const { from, to, time } = this.moves[at];
    const person = this.who[at];
    const position = positionIndex.get(to);
    if (position !== undefined) {
      moment.position[person] = position;
      moment.since[person] = time;
      return;
    }
    const begins = claimIndex.get(to);
    const ends = claimIndex.get(from);
    if (begins !== undefined) moment.claims[person] |= 1 << begins;
    if (ends !== undefined) moment.claims[person] &= ~(1 << ends);
  }
}

/** Whether a position is that of a person who is present. */
export const isPresent = (position: number): boolean => position >= 0 && position < presentPositions;

/** Whether a person has a claim of `claims`, such as `waiting bed`. */
export function hasClaim(moment: Moment, person: number, claim: string): boolean {
  return ((moment.claims[person] >> (claimIndex.get(claim) as number)) & 1) === 1;
}

const replays = new WeakMap<readonly Move[], Map<string, Replay>>();

/** The replay of a scenario; made once, however many results share these moves. */
export function replayOf(middle: Middle, scenario: string): Replay {
  let own = replays.get(middle.moves);
  if (!own) {
    own = new Map();
    replays.set(middle.moves, own);
  }
  let replay = own.get(scenario);
  if (!replay) {
    replay = new Replay(middle, scenario);
    own.set(scenario, replay);
  }
  return replay;
}

function empty(persons: number): Moment {
  return {
    position: new Int8Array(persons).fill(-1),
    claims: new Uint16Array(persons),
    since: new Float64Array(persons),
  };
}

function copy({ position, claims: held, since }: Moment): Moment {
  return { position: position.slice(), claims: held.slice(), since: since.slice() };
}
