/** Addressed draws tried as a generator: neighbours of every kind, collisions, and how streams go on. */
import alea from 'seedrandom/lib/alea.js';
import { Draws } from '../../model/kernel/draws.ts';
import { exp } from '../../model/kernel/maths.ts';
import type { Case, Outcome } from './case.ts';
import { againstDistribution, chiSquareZ, largest, meanDistance, usualLargest } from './chance.ts';

const group = 'Addressed draws';
const source = 'independent uniforms';

/** Pairs of places that lie beside each other: the i-th of n, for i from 0. */
export interface Neighbours {
  what: string;
  one: (i: number) => Draws;
  other: (i: number) => Draws;
}

const people = 4096;

/** A generator for each key, made when its turn comes: places are asked for in order. */
function inTurn(make: (key: number) => Draws): (key: number) => Draws {
  let last = -1;
  let draws = make(0);
  return (key) => {
    if (key !== last) draws = make(key);
    last = key;
    return draws;
  };
}

/** Every way in which two places can be next to each other. */
export function neighboursOf(seed: string): Neighbours[] {
  const a = new Draws(seed, 1);
  const b = new Draws(seed, 1);
  const keyed = (what: string, make: (key: number) => Draws): Neighbours => {
    const [here, there] = [inTurn(make), inTurn(make)];
    const at = (of: Draws, i: number) => of.at(1, i % people, 2, 0);
    return {
      what,
      one: (i) => at(here(Math.floor(i / people)), i),
      other: (i) => at(there(Math.floor(i / people) + 1), i),
    };
  };
  return [
    { what: 'person', one: (i) => a.at(3, i, 5, 0), other: (i) => b.at(3, i + 1, 5, 0) },
    { what: 'municipality', one: (i) => a.at(i, 1, 5, 0), other: (i) => b.at(i + 1, 1, 5, 0) },
    { what: 'municipality, 64 apart', one: (i) => a.at(i * 64, 1, 5, 0), other: (i) => b.at((i + 1) * 64, 1, 5, 0) },
    { what: 'purpose', one: (i) => a.at(3, i, 5, 0), other: (i) => b.at(3, i, 6, 0) },
    { what: 'visit', one: (i) => a.at(3, i, 5, 0), other: (i) => b.at(3, i, 5, 1) },
    { what: 'visit of one person', one: (i) => a.at(3, 4, 5, i), other: (i) => b.at(3, 4, 5, i + 1) },
    { what: 'purpose against visit', one: (i) => a.at(3, i, 6, 5), other: (i) => b.at(3, i, 5, 6) },
    { what: 'municipality against person', one: (i) => a.at(i, 8, 5, 0), other: (i) => b.at(8, i, 5, 0) },
    { what: 'person against visit', one: (i) => a.at(0, i, 5, 0), other: (i) => b.at(0, 0, 5, i) },
    keyed('replication', (key) => new Draws(seed, key)),
    keyed('seed', (key) => new Draws(key, 1)),
  ];
}

const ahead = 3;
const cells = 16;

/** Correlations and two-way grids of the first draws here with the first draws there, all against all, as z. */
export function neighbourTests({ one, other }: Neighbours, n: number): { correlations: number[]; grids: number[] } {
  const products = new Float64Array(ahead * ahead);
  const counts = Array.from({ length: ahead * ahead }, () => new Float64Array(cells * cells));
  const u = new Float64Array(ahead);
  const v = new Float64Array(ahead);
  for (let i = 0; i < n; i++) {
    const here = one(i);
    for (let k = 0; k < ahead; k++) u[k] = here.uniform();
    const there = other(i);
    for (let k = 0; k < ahead; k++) v[k] = there.uniform();
    for (let j = 0; j < ahead; j++) {
      for (let k = 0; k < ahead; k++) {
        products[j * ahead + k] += (u[j] - 0.5) * (v[k] - 0.5);
        counts[j * ahead + k][Math.floor(u[j] * cells) * cells + Math.floor(v[k] * cells)]++;
      }
    }
  }
  const expected = n / (cells * cells);
  const chi = (grid: Float64Array) =>
    grid.reduce((sum, seen) => sum + ((seen - expected) * (seen - expected)) / expected, 0);
  return {
    correlations: [...products].map((product) => (product * 12) / Math.sqrt(n)),
    grids: counts.map((grid) => chiSquareZ(chi(grid), cells * cells - 1)),
  };
}

/** Correlations of a stream's first draws with its next ones, as z. */
function alongStreams(n: number): number[] {
  const draws = new Draws('along', 1);
  const length = 6;
  const sums = new Float64Array(length);
  const u = new Float64Array(length);
  for (let i = 0; i < n; i++) {
    draws.at(1, i, 2, 0);
    for (let k = 0; k < length; k++) u[k] = draws.uniform() - 0.5;
    for (let k = 1; k < length; k++) sums[k] += u[0] * u[k];
  }
  return [...sums.subarray(1)].map((sum) => (sum * 12) / Math.sqrt(n));
}

function firstDraws({ one }: Neighbours, n: number): Outcome {
  return againstDistribution(
    Float64Array.from({ length: n }, (_, i) => one(i).uniform()),
    (u) => u,
  );
}

/** A block of places, counted by one number. */
interface Block {
  towns: number;
  purposes: number;
  visits: number;
}

/** Such as a run uses, and one in which no two places belong to the same person. */
const asUsed: Block = { towns: 100, purposes: 40, visits: 10 };
const onePlaceEach: Block = { towns: 4_000, purposes: 1, visits: 1 };

function placeAt(draws: Draws, { towns, purposes, visits }: Block, place: number): Draws {
  const perTown = purposes * visits;
  const rest = place % (towns * perTown);
  const purpose = rest % purposes;
  const visit = Math.floor(rest / purposes) % visits;
  return draws.at(Math.floor(rest / perTown), Math.floor(place / (towns * perTown)), purpose, visit);
}

interface Collisions {
  /** Of each word of the state: places that share it with an earlier one. */
  words: [number, number, number];
  /** Places whose whole state an earlier one had. */
  states: number;
}

/**
 * Collisions among the first n places of a block: whole words are sorted (4 bytes a place), and only places that share
 * the first one are looked at whole.
 */
export function collisions(n: number, block: Block): Collisions {
  const draws = new Draws('collisions', 1);
  const word = new Uint32Array(n);
  const words: [number, number, number] = [0, 0, 0];
  const shared = new Set<number>();
  for (let which = 2; which >= 0; which--) {
    for (let place = 0; place < n; place++) {
      const { s0, s1, s2 } = placeAt(draws, block, place).state;
      word[place] = (which === 0 ? s0 : which === 1 ? s1 : s2) * 0x1_0000_0000;
    }
    word.sort();
    for (let i = 1; i < n; i++) {
      if (word[i] !== word[i - 1]) continue;
      words[which]++;
      if (which === 0) shared.add(word[i]);
    }
  }
  const seen = new Set<string>();
  let states = 0;
  for (let place = 0; place < n; place++) {
    const { s0, s1, s2 } = placeAt(draws, block, place).state;
    if (!shared.has(s0 * 0x1_0000_0000)) continue;
    const state = `${s0} ${s1} ${s2}`;
    if (seen.has(state)) states++;
    seen.add(state);
  }
  return { words, states };
}

const wordsInAll = 0x1_0000_0000;

/** Repeats among n uniform words of 32 bits: mean and standard deviation (occupancy of 2³² cells). */
export function repeatsOf(n: number): { mean: number; deviation: number } {
  const load = n / wordsInAll;
  const empty = exp(-load);
  return {
    mean: wordsInAll * (load - 1 + empty),
    deviation: Math.sqrt(wordsInAll * empty * (1 - (1 + load) * empty)),
  };
}

function collisionCases(
  places: number,
  block: Block,
  what: string,
  words: readonly (0 | 1 | 2)[],
  slow = false,
): Case[] {
  let found: Collisions | undefined;
  const all = () => {
    found ??= collisions(places, block);
    return found;
  };
  const { mean, deviation } = repeatsOf(places);
  // the hash takes person, purpose and visit one after the other: where a word coincides for two persons (or two
  // purposes of theirs) it does so at all their purposes and visits. Few and large clusters triple the variance
  const spread = block === asUsed ? Math.sqrt(3) * deviation : deviation;
  return [
    {
      group,
      name: `whole states seen before, among ${what}`,
      source: `96 bits: ${((places * places) / 2 / 2 ** 96).toExponential(0)} expected`,
      published: 0,
      slow,
      run: () => ({ value: all().states, standardError: 'exact' }),
    },
    ...words.map(
      (which): Case => ({
        group,
        name: `word ${which + 1} of the state seen before, among ${what}`,
        source: 'occupancy of 2³² cells',
        published: mean,
        slow,
        run: () => ({ value: all().words[which], standardError: spread }),
      }),
    ),
  ];
}

/** Draws of placed streams that are not those of seedrandom's `alea` continued from the same state. */
function discontinued(streams: number, length: number): number {
  const draws = new Draws('continued', 7);
  let wrong = 0;
  for (let i = 0; i < streams; i++) {
    draws.at(i % 17, i, i % 40, i % 5);
    const stock = alea('', { state: draws.state });
    for (let k = 0; k < length; k++) if (draws.uniform() !== (stock() || 2 ** -33)) wrong++;
  }
  return wrong;
}

/** Pairs of replications, over several seeds, whose draws at the same address are the same. */
function sharedKeys(seeds: number, replications: number): number {
  const states = new Set<string>();
  for (let seed = 0; seed < seeds; seed++) {
    for (let replication = 0; replication < replications; replication++) {
      const { s0, s1, s2 } = new Draws(seed, replication).at(1, 2, 3, 4).state;
      states.add(`${s0} ${s1} ${s2}`);
    }
  }
  return seeds * replications - states.size;
}

const n = 2 ** 20;

/** Neighbours whose first places are those of neighbours in person. */
const sameFirst = ['purpose', 'visit'];

export function addressCases(): Case[] {
  const cases: Case[] = [
    {
      group,
      name: 'draws that differ from `alea` continued from the same state, 2,000 places × 50',
      source: 'seedrandom 3.0.5',
      published: 0,
      run: () => ({ value: discontinued(2_000, 50), standardError: 'exact' }),
    },
    {
      group,
      name: 'largest |z| of 5 correlations along 2²⁰ streams',
      source,
      published: usualLargest(5),
      run: () => largest(alongStreams(n)),
    },
  ];
  for (const neighbours of neighboursOf('neighbours')) {
    let found: ReturnType<typeof neighbourTests> | undefined;
    const tests = () => {
      found ??= neighbourTests(neighbours, n);
      return found;
    };
    cases.push(
      {
        group,
        name: `neighbours in ${neighbours.what}: largest |z| of 9 correlations, 2²⁰ pairs`,
        source,
        published: usualLargest(9),
        run: () => largest(tests().correlations),
      },
      {
        group,
        name: `neighbours in ${neighbours.what}: largest |z| of 9 grids of 16 × 16, 2²⁰ pairs`,
        source,
        published: usualLargest(9),
        run: () => largest(tests().grids),
      },
    );
    if (sameFirst.includes(neighbours.what)) continue;
    cases.push({
      group,
      name: `first draws of 2¹⁸ neighbours in ${neighbours.what}: Kolmogorov–Smirnov, √n × distance`,
      source,
      published: meanDistance,
      run: () => firstDraws(neighbours, 2 ** 18),
    });
  }
  return [
    ...cases,
    {
      group,
      name: 'streams shared by two of 50 seeds × 1,000 replications at one address',
      source: '96 bits: 2e-20 expected',
      published: 0,
      run: () => ({ value: sharedKeys(50, 1_000), standardError: 'exact' }),
    },
    ...collisionCases(4_000_000, onePlaceEach, '4 million persons', [0, 1, 2]),
    // so few clusters that the words have no normal distribution
    ...collisionCases(4_000_000, asUsed, '4 million places of 10,000 persons', []),
    ...collisionCases(100_000_000, asUsed, '100 million places of 250,000 persons', [0, 1, 2], true),
  ];
}
