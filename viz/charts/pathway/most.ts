/** How many people the rooms ever hold in the middle future, so that they keep their size while time runs. */

import { claims, hasClaim, isPresent, replayOf } from '../../result/replay.ts';
import type { Middle, Result } from '../../result/result.ts';
import { placeOf, rooms } from './rooms.ts';

export interface Most {
  /** `room part` → most persons at once, in any scenario. */
  parts: Map<string, number>;
  /** Most persons who wait for a bed at once. */
  waitingBed: number;
  /** People whom one dot stands for: 1, 10, 100… so that fewer than 400 are drawn. */
  perDot: number;
}

/** Fewer dots than this are drawn. */
const dotLimit = 400;
export const bedClaim = claims[claims.indexOf('waiting bed')];
export const partKey = (room: string, part: number): string => `${room} ${part}`;

const made = new WeakMap<Middle, Map<string, Most>>();

/** @param municipality a number, or `provider` for everybody who is followed */
export function mostOf(result: Result, municipality: string): Most {
  const own = made.get(result.middle) ?? new Map<string, Most>();
  made.set(result.middle, own);
  const most = own.get(municipality) ?? counted(result, municipality);
  own.set(municipality, most);
  return most;
}

/** Position → part of a room. */
const partOf = new Map<string, string>(
  rooms.flatMap(({ id, parts }) =>
    parts.flatMap((part, at) => part.positions.map((name) => [name, partKey(id, at)] as const)),
  ),
);

function counted(result: Result, municipality: string): Most {
  const most: Most = { parts: new Map(), waitingBed: 0, perDot: 1 };
  let present = 0;
  for (const { name } of result.findings.scenarios) {
    const now = new Map<string, number>();
    let here = 0;
    let bed = 0;
    for (const { from, to, municipality: town } of replayOf(result.middle, name).moves) {
      if (municipality !== 'provider' && town !== municipality) continue;
      if (to === bedClaim) bed++;
      else if (from === bedClaim) bed--;
      most.waitingBed = Math.max(most.waitingBed, bed);
      const left = partOf.get(from);
      const come = partOf.get(to);
      if (left !== undefined) now.set(left, (now.get(left) ?? 0) - 1);
      if (come !== undefined) {
        now.set(come, (now.get(come) ?? 0) + 1);
        most.parts.set(come, Math.max(most.parts.get(come) ?? 0, now.get(come) as number));
      }
      here += (come === undefined ? 0 : 1) - (left === undefined ? 0 : 1);
      present = Math.max(present, here);
    }
  }
  while (present / most.perDot >= dotLimit) most.perDot *= 10;
  return most;
}

/** How many people the rooms hold on one day of one scenario: a still picture keeps nothing free. */
export function heldOn(result: Result, { focus, municipality, day }: StillDay): Most {
  const replay = replayOf(result.middle, focus);
  const moment = replay.at(day);
  const held: Most = { parts: new Map(), waitingBed: 0, perDot: mostOf(result, municipality).perDot };
  for (let person = 0; person < replay.persons.length; person++) {
    if (!isPresent(moment.position[person])) continue;
    if (municipality !== 'provider' && replay.persons[person].municipality !== municipality) continue;
    const place = placeOf[moment.position[person]];
    if (place === undefined) continue;
    const key = partKey(place.room, place.part);
    held.parts.set(key, (held.parts.get(key) ?? 0) + 1);
    if (hasClaim(moment, person, bedClaim)) held.waitingBed++;
  }
  return held;
}

/** What is looked at: the name of a scenario, a place and a day since the switch. */
export interface StillDay {
  focus: string;
  municipality: string;
  day: number;
}
