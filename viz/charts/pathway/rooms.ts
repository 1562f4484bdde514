/** The rooms of the pathway. Every position of a person who is present stands in exactly one. */
import type { Position } from '../../../model/record.ts';
import { positions } from '../../../model/record.ts';
import type { Language } from '../../../scenarios/words/words.ts';
import type { SayKey } from '../../words/words.ts';
import { say } from '../../words/words.ts';

/** What a person in a room is doing; it gives the dots their colour. */
export type Doing = 'waiting' | 'served' | 'without';

/** Positions whose dots stand together. */
export interface RoomPart {
  /** `pathway_part_…` of the words; left out where the room has one part only. */
  words?: SayKey;
  positions: readonly Position[];
}

export interface Room {
  id: RoomId;
  words: SayKey;
  /** Where people who come here go, after their number. */
  shortWords: SayKey;
  doing: Doing;
  parts: readonly RoomPart[];
}

export const roomIds = ['intake', 'tsb_waiting', 'tsb', 'follow_up_waiting', 'follow_up', 'alone', 'away'] as const;
export type RoomId = (typeof roomIds)[number];

/** In the order in which they are read. */
export const rooms: readonly Room[] = [
  {
    id: 'intake',
    words: 'pathway_intake',
    shortWords: 'pathway_to_intake',
    doing: 'waiting',
    parts: [{ positions: ['awaiting_intake', 'awaiting_decision'] }],
  },
  {
    id: 'tsb_waiting',
    words: 'pathway_tsb_waiting',
    shortWords: 'pathway_to_tsb_waiting',
    doing: 'waiting',
    parts: [
      { words: 'pathway_part_listed', positions: ['awaiting_assessment', 'awaiting_first_contact'] },
      { words: 'pathway_part_deferred', positions: ['deferred'] },
    ],
  },
  {
    id: 'tsb',
    words: 'pathway_tsb',
    shortWords: 'pathway_to_tsb',
    doing: 'served',
    parts: [
      { words: 'pathway_part_outpatient', positions: ['outpatient', 'lar'] },
      { words: 'pathway_part_beds', positions: ['detox', 'short_stay', 'long_stay', 'ready_for_discharge'] },
    ],
  },
  {
    id: 'follow_up_waiting',
    words: 'pathway_follow_up_waiting',
    shortWords: 'pathway_to_follow_up_waiting',
    doing: 'waiting',
    parts: [{ positions: ['awaiting_follow_up'] }],
  },
  {
    id: 'follow_up',
    words: 'pathway_follow_up',
    shortWords: 'pathway_to_follow_up',
    doing: 'served',
    parts: [
      { words: 'pathway_part_after_course', positions: ['follow_up'] },
      { words: 'pathway_part_municipal', positions: ['municipal_support'] },
    ],
  },
  {
    id: 'alone',
    words: 'pathway_alone',
    shortWords: 'pathway_to_alone',
    doing: 'without',
    parts: [{ positions: ['after_discharge'] }],
  },
  {
    id: 'away',
    words: 'pathway_away',
    shortWords: 'pathway_to_away',
    doing: 'without',
    parts: [{ positions: ['out_of_contact'] }],
  },
];

/** Where people leave the model. */
export const exits = ['stable', 'gone', 'dead'] as const;
export type Exit = (typeof exits)[number];

/** A room, `new` for outside the model, or an exit. */
export type Station = RoomId | 'new' | Exit;

const byPosition = new Map<string, { room: RoomId; part: number }>(
  rooms.flatMap(({ id, parts }) =>
    parts.flatMap((part, at) => part.positions.map((position) => [position, { room: id, part: at }] as const)),
  ),
);

/** The part of a room for an index of `positions`; undefined for exits. */
export const placeOf: readonly ({ room: RoomId; part: number } | undefined)[] = positions.map((name) =>
  byPosition.get(name),
);

/** Where a flow begins or ends: a room, an exit, or outside (empty text). */
export function stationOf(position: string): Station {
  return byPosition.get(position)?.room ?? (position === '' ? 'new' : (position as Exit));
}

/** What a person in a position is doing; someone who has left does without. */
export function doingIn(position: Position): Doing {
  const place = byPosition.get(position);
  return place ? roomOf(place.room).doing : 'without';
}

export function roomOf(id: RoomId): Room {
  return rooms.find((room) => room.id === id) as Room;
}

const outside: Record<'new' | Exit, SayKey> = {
  new: 'pathway_new',
  stable: 'pathway_stable',
  gone: 'pathway_gone',
  dead: 'pathway_dead',
};
const words: Record<Station, SayKey> = {
  ...outside,
  ...(Object.fromEntries(rooms.map(({ id, shortWords }) => [id, shortWords])) as Record<RoomId, SayKey>),
};

/** A room's name, or what becomes of a person. */
export const stationName = (lang: Language, station: Station): string =>
  say(lang, rooms.find(({ id }) => id === station)?.words ?? words[station]);

/** Where a flow leads, or `new`, after a number of persons. */
export const stationWords = (lang: Language, station: Station): string => say(lang, words[station]);
