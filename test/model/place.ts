/**
 * Small places for the tests of the model: the bundled numbers with overrides, in towns of any number and size.
 * `quiet` is a place in which nothing happens by itself: no needs, nobody at the census, no turnover, no giving up, no
 * death. A test puts in by hand what it looks at.
 */
import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import type { Arrangement, GroupArrangement, Mechanisms } from '../../model/arrangement.ts';
import { dayOf } from '../../model/kernel/calendar.ts';
import type { CommonNumbers, TownNumbers } from '../../model/parameters.ts';
import { commonParameters, groupParameters, townParameters } from '../../model/parameters.ts';
import { next } from '../../model/pathway/steps.ts';
import type { Person } from '../../model/person.ts';
import type { EventRow } from '../../model/record.ts';
import { advance, begin } from '../../model/simulate.ts';
import type { World } from '../../model/world.ts';

/** Overrides, section by section. */
export type Some<Numbers> = { [Section in keyof Numbers]?: Partial<Numbers[Section]> };

export interface TownWish {
  numbers?: Some<TownNumbers>;
  mechanisms?: Partial<Mechanisms>;
  focus?: boolean;
}

export interface PlaceWish {
  common?: Some<CommonNumbers>;
  towns?: TownWish[];
  groups?: GroupArrangement[];
  stayUnits?: number[];
  history?: number;
  years?: number;
}

/** 1 January 2027, a Friday; 2027 has 365 days. */
export const switchDay = dayOf(2027, 1, 1);

interface Written {
  value: number | 'drawn';
}
type Section = Record<string, Written>;

/** Read here and not resolved, since a test of the model should rest on data alone. */
const written = parse(readFileSync(new URL('../../scenarios/places/defaults.yaml', import.meta.url), 'utf8')) as {
  parameters: Record<string, Section>;
  groups: Record<string, Section>;
};

const valueIn = ({ value }: Written) => (value === 'drawn' ? Number.NaN : value);

function numbersOf<Numbers>(tree: Record<string, Record<string, unknown>>): Numbers {
  const made: Record<string, Record<string, number>> = {};
  for (const [section, names] of Object.entries(tree)) {
    made[section] = {};
    for (const name of Object.keys(names)) made[section][name] = valueIn(written.parameters[section][name]);
  }
  return made as Numbers;
}

const commonNumbers = numbersOf<CommonNumbers>(commonParameters);
const townNumbers = numbersOf<TownNumbers>(townParameters);
const bundledGroups = Object.entries(written.groups).map(([name, section]) => {
  const made: Record<string, string | number> = { name };
  for (const number of Object.keys(groupParameters)) made[number] = valueIn(section[number]);
  return made as unknown as GroupArrangement;
});

/** Today's answers to the questions that organisations answer differently. */
export const today: Mechanisms = {
  funding: 'by_application',
  gate: 'team',
  service: 'one_team',
  team: 'ordinary',
  discharge: 'by_practice',
  housing: 'as_found',
};

function over<Numbers extends object>(numbers: Numbers, wishes: (Some<Numbers> | undefined)[]): Numbers {
  const made = structuredClone(numbers) as Record<string, Record<string, number>>;
  for (const wish of wishes) {
    for (const [section, values] of Object.entries(wish ?? {})) {
      for (const name of Object.keys(values as object)) {
        if (!(name in made[section])) throw new Error(`the model has no number ${section}.${name}`);
      }
      Object.assign(made[section], values);
    }
  }
  return made as Numbers;
}

/** An arrangement with the bundled numbers, but for what is wished. One town in focus unless said otherwise. */
export function place(wish: PlaceWish = {}): Arrangement {
  return {
    switchDay,
    history: wish.history ?? 1,
    years: wish.years ?? 2,
    groups: structuredClone(wish.groups ?? bundledGroups),
    stayUnits: wish.stayUnits ?? [1],
    common: [{ from: null, values: over(commonNumbers, [wish.common]) }],
    towns: (wish.towns ?? [{}]).map((town, index) => ({
      number: String(index + 1),
      focus: town.focus ?? index === 0,
      numbers: [{ from: null, values: over(townNumbers, [town.numbers]) }],
      mechanisms: [{ from: null, values: { ...today, ...town.mechanisms } }],
    })),
  };
}

const nobody = Object.fromEntries(Object.keys(commonParameters.census).map((name) => [name, 0]));

const quietCommon: Some<CommonNumbers> = {
  need: { first_referred: 0, municipal: 0, emergency: 0, trend: 0 },
  municipal_need: { lar_rate: 0, referral_rate: 0 },
  census: nobody,
  giving_up: { rate: 0 },
  mortality: { drug: 0, other: 0 },
  course: { bed_requests: 0, emergencies: 0 },
  lar: { bed_requests: 0, emergencies: 0 },
  staff: { permanent_turnover: 0, temporary_turnover: 0, recruitment_spread: 0 },
};

const quietTown: Some<TownNumbers> = {
  town: { adults: 100_000, need_factor: 1 },
  posts: { own: 0, teams: 1, recruitment_days: 90 },
  grant: { posts: 0, held_at_census: 1 },
  council: { trusts_renewal: 0, retention: 1, pass_through: 1 },
  follow_up: { duration_days: 0, loss: 0, give_up: 0 },
};

const both = <Numbers extends object>(base: Some<Numbers>, more: Some<Numbers> | undefined): Some<Numbers> => {
  const made: Record<string, object> = {};
  for (const section of new Set([...Object.keys(base), ...Object.keys(more ?? {})])) {
    made[section] = { ...(base as Record<string, object>)[section], ...(more as Record<string, object>)?.[section] };
  }
  return made as Some<Numbers>;
};

/** A place in which nothing happens by itself: 100,000 adults in a town, all posts staffed for ever. */
export function quiet(wish: PlaceWish = {}): Arrangement {
  return place({
    history: 0,
    ...wish,
    common: both(quietCommon, wish.common),
    towns: (wish.towns ?? [{}]).map((town) => ({ ...town, numbers: both(quietTown, town.numbers) })),
  });
}

/** A world on its first day, with the rows of events.csv that it will write. */
export function start(arrangement: Arrangement, replication = 0): { world: World; rows: EventRow[] } {
  const rows: EventRow[] = [];
  const world = begin(arrangement, { seed: 1, replication, dates: [] }, (row) => rows.push(row));
  return { world, rows };
}

/** Runs to a day after 1 January 2027. */
export function runTo(world: World, day: number): void {
  advance(world, switchDay + day);
}

let ordinals = 0;

/** A person put in by hand, without death, known to TSB; `make` says what else it is, before it is settled. */
export function put(world: World, make: (person: Person) => void, town = 0): Person {
  const person = world.enter(world.towns[town], 20, ordinals++);
  person.contactAt = world.clock.now;
  person.everReferred = true;
  make(person);
  next.settle(person, 'new_need');
  return person;
}

/** Sets one thing on a person's agenda, and its timer. */
export function due(person: Person, step: number, day: number): void {
  person.agenda[step] = switchDay + day;
  person.world.plan(person);
}

/** A group with all factors 1. */
export function group(name: string, share: number, more: Partial<GroupArrangement> = {}): GroupArrangement {
  return { name, share, relapse_hr: 1, dropout_hr: 1, low_need: 1, need_order: 0, ...more };
}
