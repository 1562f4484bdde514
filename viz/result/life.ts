/** One simulated person's course in one scenario of the middle future. */
import type { Position } from '../../model/record.ts';
import { positions } from '../../model/record.ts';
import { claims, replayOf } from './replay.ts';
import type { Middle, Move } from './result.ts';

export interface Span {
  /** Days since the switch; `to` is where it ends, or the end of the run. */
  from: number;
  to: number;
}

export interface Spell extends Span {
  position: Position;
}

export interface Life {
  person: string;
  scenario: string;
  /** One after the other, from the first day of the person to its exit or the end of the run. */
  spells: Spell[];
  /** By name of `claims`. */
  holds: Map<string, Span[]>;
  moves: readonly Move[];
  /** How the person left the model, and when; null: it is present at the end. */
  exit: { position: Position; day: number; cause: string } | null;
}

/** Positions of persons who are in a course or a bed. */
const inTsb: ReadonlySet<string> = new Set([
  'outpatient',
  'lar',
  'detox',
  'short_stay',
  'long_stay',
  'ready_for_discharge',
] satisfies Position[]);
const exits: ReadonlySet<string> = new Set(['stable', 'dead', 'gone'] satisfies Position[]);
const known: ReadonlySet<string> = new Set(positions);
export const caseworkerClaim = 'holding caseworker';

/**
 * @param end day on which the run ends
 * @returns null where the scenario has no such person
 */
export function lifeOf(middle: Middle, scenario: string, person: string, end: number): Life | null {
  const moves = replayOf(middle, scenario).of(person);
  if (moves.length === 0) return null;
  const spells: Spell[] = [];
  const holds = new Map<string, Span[]>();
  const open = new Map<string, Span>();
  let exit: Life['exit'] = null;
  for (const { from, to, time, cause } of moves) {
    if (known.has(to)) {
      const last = spells[spells.length - 1];
      if (last) last.to = time;
      if (exits.has(to)) exit = { position: to as Position, day: time, cause };
      else spells.push({ position: to as Position, from: time, to: end });
    } else if (claims.includes(to)) {
      const span = { from: time, to: end };
      open.set(to, span);
      holds.set(to, [...(holds.get(to) ?? []), span]);
    } else {
      const span = open.get(from);
      if (span) span.to = time;
      open.delete(from);
    }
  }
  if (exit !== null) for (const span of open.values()) span.to = exit.day;
  return { person, scenario, spells: spells.filter(({ from, to }) => to > from), holds, moves, exit };
}

/** Whether a spell is one in a course or a bed. */
export const isTreated = ({ position }: Spell): boolean => inTsb.has(position);

/** Days within a span on which a claim is held. */
export function daysHeld(life: Life, claim: string, within: Span): number {
  return (life.holds.get(claim) ?? []).reduce((sum, span) => sum + overlap(span, within), 0);
}

/** Days within a span in positions of a list. */
export function daysIn(life: Life, of: readonly Position[], within: Span): number {
  return life.spells.reduce((sum, spell) => sum + (of.includes(spell.position) ? overlap(spell, within) : 0), 0);
}

/** Days within a span on which the person is present without course, bed or caseworker. */
export function daysWithout(life: Life, within: Span): number {
  let sum = 0;
  for (const spell of life.spells) {
    if (isTreated(spell)) continue;
    const days = { from: Math.max(spell.from, within.from), to: Math.min(spell.to, within.to) };
    if (days.to > days.from) sum += days.to - days.from - daysHeld(life, caseworkerClaim, days);
  }
  return sum;
}

function overlap(a: Span, b: Span): number {
  return Math.max(0, Math.min(a.to, b.to) - Math.max(a.from, b.from));
}

/** The same for everybody in one go, by person; after the switch only. */
export function daysWithoutOfAll(middle: Middle, scenario: string, end: number): Map<string, number> {
  const replay = replayOf(middle, scenario);
  const n = replay.persons.length;
  const days = new Float64Array(n);
  const since = new Float64Array(n).fill(Number.NaN);
  const isInTsb = new Uint8Array(n);
  const isPresent = new Uint8Array(n);
  const hasCaseworker = new Uint8Array(n);
  const count = (person: number, until: number) => {
    if (isPresent[person] && !isInTsb[person] && !hasCaseworker[person])
      days[person] += Math.max(0, until - Math.max(0, since[person]));
    since[person] = until;
  };
  replay.each((person, { from, to, time }) => {
    count(person, time);
    if (known.has(to)) {
      isPresent[person] = exits.has(to) ? 0 : 1;
      isInTsb[person] = inTsb.has(to) ? 1 : 0;
    } else if (to === caseworkerClaim) hasCaseworker[person] = 1;
    else if (from === caseworkerClaim) hasCaseworker[person] = 0;
  });
  for (let person = 0; person < n; person++) count(person, end);
  return new Map(replay.persons.map(({ id }, person) => [id, days[person]]));
}

export interface Contrast {
  person: string;
  /** Days without course, bed or caseworker after the switch in the second scenario, less those in the first. */
  difference: number;
  first: Life;
  second: Life;
}

/**
 * Persons whose lives differ most between two scenarios, by days without course, bed or caseworker after the switch; those who
 * differ in nothing are left out. The same list every time.
 * @param municipality a number, or `provider` for everybody who is followed
 */
export function contrasts(
  middle: Middle,
  first: string,
  second: string,
  { municipality, end, most }: { municipality: string; end: number; most: number },
): Contrast[] {
  const days = [first, second].map((scenario) => daysWithoutOfAll(middle, scenario, end));
  const isHere = (town: string) => municipality === 'provider' || town === municipality;
  const found = replayOf(middle, first)
    .persons.filter((person) => isHere(person.municipality) && days[1].has(person.id))
    .map(({ id }) => ({ person: id, difference: (days[1].get(id) as number) - (days[0].get(id) as number) }))
    .filter(({ difference }) => Math.abs(difference) >= 1)
    .sort((x, y) => Math.abs(y.difference) - Math.abs(x.difference) || Number(x.person) - Number(y.person));
  return found.slice(0, most).map((each) => ({
    ...each,
    first: lifeOf(middle, first, each.person, end) as Life,
    second: lifeOf(middle, second, each.person, end) as Life,
  }));
}
