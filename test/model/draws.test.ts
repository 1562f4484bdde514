import { describe, expect, test } from 'vitest';
import type { Arrangement } from '../../model/arrangement.ts';
import type { Town } from '../../model/capacity/town.ts';
import { refer } from '../../model/pathway/referral.ts';
import type { Person } from '../../model/person.ts';
import { Purpose, purposeCount } from '../../model/person.ts';
import { advance, begin } from '../../model/simulate.ts';
import type { World } from '../../model/world.ts';
import { streamsPerTown } from '../../model/world.ts';
import { place, put } from './place.ts';

/** What a person has drawn: for each purpose the states of the generator, in order of visits. */
type Drawn = Map<number, number[]>;

interface Watched {
  world: World;
  drawn: Map<number, Drawn>;
  posts: Map<string, number[]>;
  arrivals: Map<number, number>;
  traits: Map<number, string>;
}

const traitsOf = ({ group, drug, heavy, unsuitableHousing, lowNeed, team }: Person) =>
  JSON.stringify([group, drug, heavy, unsuitableHousing, lowNeed, team]);

/** Runs two years and notes every draw of every person; `meddle` may interfere after the census. */
function watch(arrangement: Arrangement, meddle: (world: World) => void = () => {}): Watched {
  const world = begin(arrangement, { seed: 11, replication: 2, dates: [] }, null);
  const watched: Watched = { world, drawn: new Map(), posts: new Map(), arrivals: new Map(), traits: new Map() };
  const drawFor = world.drawFor.bind(world);
  world.drawFor = (person: Person, purpose: number) => {
    const draws = drawFor(person, purpose);
    const own = watched.drawn.get(person.id) ?? new Map<number, number[]>();
    watched.drawn.set(person.id, own);
    own.set(purpose, [...(own.get(purpose) ?? []), draws.state.s0]);
    return draws;
  };
  const drawForPost = world.drawForPost.bind(world);
  world.drawForPost = (town: Town, post: number, purpose: number, worker: number) => {
    const draws = drawForPost(town, post, purpose, worker);
    const key = `${town.index}/${post}/${purpose}`;
    watched.posts.set(key, [...(watched.posts.get(key) ?? []), draws.state.s0]);
    return draws;
  };
  const enter = world.enter.bind(world);
  world.enter = (town: Town, stream: number, ordinal: number) => {
    const person = enter(town, stream, ordinal);
    watched.arrivals.set(person.id, world.clock.now);
    return person;
  };
  meddle(world);
  // traits stay: noted at each month’s end
  while (world.clock.now < world.endDay) {
    advance(world, Math.min(world.endDay, world.clock.now + 28));
    for (const person of world.people) watched.traits.set(person.id, traitsOf(person));
  }
  return watched;
}

/** For everybody in both: the n-th draw for a purpose is the same; and the same people arrive on the same days. */
function expectSameDraws(a: Watched, b: Watched, spared: (id: number) => boolean = () => true): void {
  let common = 0;
  for (const [id, ours] of a.drawn) {
    const theirs = b.drawn.get(id);
    if (!theirs || !spared(id)) continue;
    for (const [purpose, states] of ours) {
      const others = theirs.get(purpose) ?? [];
      const both = Math.min(states.length, others.length);
      expect(others.slice(0, both)).toEqual(states.slice(0, both));
      common += both;
    }
  }
  expect(common).toBeGreaterThan(1_000);
  for (const [id, traits] of a.traits) {
    const theirs = b.traits.get(id);
    if (theirs !== undefined && spared(id)) expect(theirs).toBe(traits);
  }
  for (const [id, day] of a.arrivals) if (spared(id)) expect(b.arrivals.get(id)).toBe(day);
}

const townOf = (id: number) => Math.floor(id / 1_000_000 / streamsPerTown);

function towns(first: { need_factor?: number; own?: number; caseload?: number } = {}, common = {}): Arrangement {
  const numbers = (one: { need_factor?: number; own?: number; caseload?: number }) => ({
    town: { adults: 8_000, need_factor: one.need_factor ?? 1 },
    posts: { own: one.own ?? 2 },
    follow_up: { caseload: one.caseload ?? 13.5 },
  });
  return place({ years: 1, history: 1, common, towns: [{ numbers: numbers(first) }, { numbers: numbers({}) }] });
}

const base = watch(towns());

describe('a person’s draws', () => {
  test('are taken visit by visit, none twice', () => {
    const { world, drawn } = base;
    const seen = new Set<number>();
    for (const [id, purposes] of drawn) {
      const who = Math.floor(id / 1_000_000);
      for (const [purpose, states] of purposes) {
        for (const state of states) seen.add(state);
        // who was there at the census has drawn before the watch began
        if (!base.arrivals.has(id)) continue;
        states.forEach((state, visit) => {
          expect(state).toBe(world.draws.at(who, id % 1_000_000, purpose, visit).state.s0);
        });
      }
    }
    const all = [...drawn.values()].flatMap((purposes) => [...purposes.values()].flat());
    // states have 32 bits: of ten thousand streams hardly a pair is the same by chance
    expect(all.length - seen.size).toBeLessThanOrEqual(1);
    expect(all.length).toBeGreaterThan(2_000);
  });

  test('are not changed by an extra visit of somebody else', () => {
    const extra = watch(towns(), (world) => {
      for (const purpose of [Purpose.deadline, Purpose.courseLength, Purpose.relapse]) {
        world.drawFor(world.people[0], purpose);
      }
    });
    const meddled = extra.world.people[0].id;
    expectSameDraws(base, extra, (id) => id !== meddled);
  });

  test('are not changed by one more person', () => {
    const extra = watch(towns(), (world) => {
      for (let i = 0; i < 5; i++) put(world, (person) => refer(person));
    });
    expectSameDraws(base, extra);
    expect([...extra.drawn.keys()].length).toBeGreaterThan([...base.drawn.keys()].length);
  });

  test('are not changed by more need in another town, and in the same town only the days of arrival are', () => {
    const more = watch(towns({ need_factor: 1.5 }));
    expectSameDraws(base, more, (id) => townOf(id) === 1);
    expect(more.arrivals.size).toBeGreaterThan(base.arrivals.size);
    // the n-th of a stream is the same person, a little earlier
    let earlier = 0;
    for (const [id, day] of base.arrivals) {
      const then = more.arrivals.get(id);
      if (townOf(id) !== 0 || then === undefined) continue;
      expect(then).toBeLessThan(day);
      earlier++;
      const [ours, theirs] = [base.drawn.get(id)?.get(Purpose.traits), more.drawn.get(id)?.get(Purpose.traits)];
      expect(theirs).toEqual(ours);
    }
    expect(earlier).toBeGreaterThan(5);
  });

  test('are not changed by one more post, in the same town or another', () => {
    const more = watch(towns({ own: 3 }));
    expectSameDraws(base, more);
    for (const [key, states] of base.posts) {
      if (!key.startsWith('1/')) continue;
      const others = more.posts.get(key) ?? [];
      expect(others).toEqual(states);
    }
  });

  test('are not changed by other beds, slots and caseloads', () => {
    expectSameDraws(base, watch(towns({ caseload: 20 }, { beds: { stay: 80 }, first_contact: { slots: 500 } })));
  });
});

describe('addresses', () => {
  test('have one purpose a number', () => {
    const numbers = Object.values(Purpose);
    expect(new Set(numbers).size).toBe(numbers.length);
    expect([...numbers].sort((a, b) => a - b)).toEqual(Array.from({ length: purposeCount }, (_, i) => i));
  });

  test('of towns, posts, arrivals and persons are apart, also for kept posts and years of the grant', () => {
    const { world } = base;
    const asked = new Map<string, string>();
    const at = world.draws.at.bind(world.draws);
    const ask = (name: string, draw: () => void) => {
      world.draws.at = (who: number, which: number, purpose: number, visit: number) => {
        const key = [who, which, purpose, visit].join('/');
        expect(asked.get(key) ?? name).toBe(name);
        asked.set(key, name);
        return at(who, which, purpose, visit);
      };
      draw();
      world.draws.at = at;
    };
    for (const town of world.towns) {
      for (let year = 2020; year < 2045; year++) {
        ask(`grant ${town.index} ${year}`, () => world.drawForTown(town, Purpose.grant, year));
        ask(`carried ${town.index} ${year}`, () => world.drawForTown(town, Purpose.carriedOver, year));
        for (let post = 0; post < 40; post++) {
          ask(`kept ${town.index} ${year} ${post}`, () => world.drawForTown(town, Purpose.kept, year * 1_000 + post));
        }
      }
      for (let post = 0; post < 40; post++) {
        for (let worker = 0; worker < 20; worker++) {
          ask(`recruited ${town.index} ${post} ${worker}`, () =>
            world.drawForPost(town, post, Purpose.recruitment, worker),
          );
          ask(`leaves ${town.index} ${post} ${worker}`, () => world.drawForPost(town, post, Purpose.turnover, worker));
        }
        ask(`census ${town.index} ${post}`, () => world.drawForPost(town, post, Purpose.censusPost, 0));
      }
      for (let kind = 3; kind < 41; kind++)
        ask(`kind ${town.index} ${kind}`, () => world.drawForTown(town, Purpose.census, kind));
      for (let decision = 0; decision < 5; decision++) {
        ask(`council ${town.index} ${decision}`, () => world.drawForTown(town, Purpose.priority, decision));
      }
      for (const stream of [0, 1, 2]) {
        for (let ordinal = 0; ordinal < 50; ordinal++) {
          ask(`arrival ${town.index} ${stream} ${ordinal}`, () => world.arrivalDraws(town, stream, ordinal));
        }
      }
    }
    expect(asked.size).toBeGreaterThan(1_000);
  });
});
