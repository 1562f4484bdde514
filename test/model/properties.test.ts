import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { yearOf } from '../../model/kernel/calendar.ts';
import { T } from '../../model/observer.ts';
import type { Person } from '../../model/person.ts';
import { Municipal, Tsb } from '../../model/person.ts';
import type { EventRow, RunRecord, Tally } from '../../model/record.ts';
import { positions, seriesNames, tallies } from '../../model/record.ts';
import { advance, begin, simulateFuture, simulateHistory, takeUp } from '../../model/simulate.ts';
import { levelsIn, levelsOf, positionIn, positionOf } from '../../model/standing.ts';
import type { World } from '../../model/world.ts';
import type { Example } from './arbitrary.ts';
import { asked, build } from './arbitrary.ts';
import { switchDay } from './place.ts';

const present = 16;
const gone = ['stable', 'dead', 'gone'];

/** Runs past and future in one go, month by month; `look` sees the world between months, `watch` every row. */
function run(
  { base, scenario, dates, replication }: Example,
  look: (world: World) => void = () => {},
  watch: (row: EventRow, world: World | null) => void = () => {},
): { rows: EventRow[]; census: number; world: World } {
  const rows: EventRow[] = [];
  let running: World | null = null;
  const sink = (row: EventRow) => {
    rows.push(row);
    watch(row, running);
  };
  const monthly = (world: World, until: number) => {
    running = world;
    while (world.clock.now < until) {
      advance(world, Math.min(until, world.clock.now + 31));
      look(world);
    }
  };
  const past = begin(base, { seed: 7, replication, dates }, sink);
  const census = rows.length;
  look(past);
  monthly(past, past.switchDay);
  past.observer.sink = null;
  const world = past.copy(scenario);
  world.observer.sink = sink;
  running = world;
  takeUp(world);
  look(world);
  monthly(world, world.endDay);
  return { rows, census, world };
}

const isPosition = (name: string) => !name.includes(' ');
const ofPerson = ({ group }: EventRow) => group >= 0;

/** Lengths of the whole place at a date. */
function lengthsAt(world: World, date: number): number[] {
  const { observer } = world;
  const n = seriesNames.length;
  const start = ((observer.places - 1) * world.dates.length + date) * n;
  return [...observer.lengths.subarray(start, start + n)];
}

const check = (property: (one: Example) => void, numRuns = 25) =>
  fc.assert(
    fc.property(asked, (one) => property(build(one))),
    { numRuns },
  );

describe('in any small place, under any policy', () => {
  test('persons are conserved, each in one position at a time, and flows are the changes of stock year by year', () => {
    check((one) => {
      const { rows, census, world } = run(one);
      const at = new Map<number, string>();
      for (const row of rows.filter(ofPerson)) {
        if (isPosition(row.to) && row.to !== '') {
          expect(at.get(row.person) ?? '').toBe(row.from);
          expect(row.to).not.toBe(row.from);
          at.set(row.person, row.to);
        }
      }
      const flows = [...world.observer.flowRecord()].map(([key, persons]) => {
        const [place, year, from, to] = key.split('|');
        return { place: Number(place), year: Number(year), from, to, persons };
      });
      const whole = world.observer.places - 1;
      // the census, and who is placed at once in what is free
      const onFirstDay = rows
        .slice(0, census)
        .filter((row) => ofPerson(row) && isPosition(row.to) && row.to !== '')
        .map(({ from, to }) => ({ from, to, persons: 1 }));
      let arrived = 0;
      let left = 0;
      for (let date = 0; date < one.dates.length; date++) {
        const lengths = lengthsAt(world, date).slice(0, present);
        for (const length of lengths) expect(length).toBeGreaterThanOrEqual(0);
        const until = date === 0 ? onFirstDay : flows.filter(({ place, year }) => place === whole && year < date);
        arrived = until.filter(({ from }) => from === '').reduce((sum, { persons }) => sum + persons, 0);
        left = until.filter(({ to }) => gone.includes(to)).reduce((sum, { persons }) => sum + persons, 0);
        expect(lengths.reduce((a, b) => a + b)).toBe(arrived - left);
        positions.slice(0, present).forEach((position, index) => {
          const change = until.reduce(
            (sum, { from, to, persons }) => sum + (to === position ? persons : 0) - (from === position ? persons : 0),
            0,
          );
          expect(lengths[index]).toBe(change);
        });
      }
      expect([...at.values()].filter((position) => !gone.includes(position))).toHaveLength(world.people.length);
      expect(arrived - left).toBe(world.people.length);
    });
  });

  test('at every month’s end, counts, loads, lines, beds and cases are what the persons say', () => {
    check(
      (one) =>
        void run(one, (world) => {
          const { observer } = world;
          expect(observer.present()).toBe(world.people.length);
          const counted = new Array<number>(positions.length).fill(0);
          const inWard = world.wards.map(() => 0);
          // gathered, since an expectation a person and month takes most of the time
          const wrong: string[] = [];
          for (const person of world.people) {
            counted[positionOf(person)]++;
            if (person.inBed) inWard[person.ward]++;
            let first = Infinity;
            for (const day of person.agenda) {
              if (!(day >= world.clock.now)) wrong.push(`${person.id} has something on its agenda for ${day}`);
              if (day < first) first = day;
            }
            if (positionOf(person) !== positionIn(person.facts)) wrong.push(`${person.id} is not where it was noted`);
            if (levelsOf(person) !== levelsIn(person.facts))
              wrong.push(`${person.id} waits or holds what was not noted`);
            if (world.people[person.index] !== person) wrong.push(`${person.id} has another's index`);
            if (world.clock.at(person) !== first) wrong.push(`${person.id} has its timer on another day than ${first}`);
            if (person.bedWanted !== 0 && person.inBed) wrong.push(`${person.id} waits for a bed in a bed`);
          }
          expect(wrong).toEqual([]);
          expect(counted.slice(present)).toEqual([0, 0, 0]);
          world.wards.forEach((ward, index) => {
            expect(ward.occupied).toBe(inWard[index]);
          });
          let queued = 0;
          for (const town of world.towns) {
            for (const team of town.teams) {
              queued += team.line.length;
              const load = team.cases.reduce((sum, person) => sum + person.caseWeight, 0);
              expect(team.load).toBeCloseTo(load, 5);
              for (const person of team.cases) {
                expect(person.municipal).toBe(Municipal.followUp);
                expect(person.post === null).toBe(team.staffedPosts === 0);
              }
              for (const { who } of team.line) expect(who.municipal).toBe(Municipal.queue);
            }
            for (const post of town.posts) {
              const cases = town.teams[post.team].cases.filter((person) => person.post === post).length;
              expect(post.cases).toBe(cases);
              expect(post.staffed || cases === 0).toBe(true);
            }
          }
          expect(queued).toBe(world.people.filter(({ municipal }) => municipal === Municipal.queue).length);
          expect(world.slots.line.length).toBe(world.people.filter(({ tsb }) => tsb === Tsb.ready).length);
        }),
    );
  });

  test('nobody is taken in above the limit of a team at that moment, nor admitted to a bed that is not free', () => {
    let taken = 0;
    let admitted = 0;
    check((one) => {
      const known = new Map<number, Person>();
      let of: World | null = null;
      run(
        one,
        () => {},
        (row, world) => {
          if (world === null || (row.to !== 'holding caseworker' && row.cause !== 'admitted')) return;
          if (of !== world) known.clear();
          of = world;
          if (!known.has(row.person)) for (const person of world.people) known.set(person.id, person);
          const person = known.get(row.person) as Person;
          if (row.to === 'holding caseworker' && row.cause === 'caseworker') {
            taken++;
            const team = person.town.teams[person.team];
            const first = Math.min(team.line.oldest(), person.municipalSince);
            const { stretch, stretch_days } = person.town.numbers.follow_up;
            const part = stretch_days > 0 ? Math.min(1, (world.clock.now - first) / stretch_days) : 1;
            expect(team.load).toBeLessThanOrEqual(team.places * (1 + stretch * part) + 1e-6);
            expect(team.staffedPosts).toBeGreaterThan(0);
          } else if (row.cause === 'admitted' && person.inBed) {
            admitted++;
            const ward = world.wards[person.ward];
            expect(ward.free).toBeGreaterThanOrEqual(0);
            expect(ward.occupied).toBeLessThanOrEqual(ward.beds);
          }
        },
      );
    });
    expect(taken).toBeGreaterThan(50);
    expect(admitted).toBeGreaterThan(50);
  });

  test('person-days of a year are the sum of the persons’ times, position by position and claim by claim', () => {
    const named: [name: string, tally: Tally][] = [
      ['out_of_contact', 'days_out_of_contact'],
      ['detox', 'days_in_detox'],
      ['outpatient', 'days_outpatient'],
      ['lar', 'days_lar'],
      ['deferred', 'days_deferred'],
      ['municipal_support', 'days_municipal_support'],
      ['waiting bed', 'days_waiting_bed'],
      ['waiting decision', 'days_waiting_decision'],
      ['waiting follow_up', 'days_waiting_follow_up'],
      ['holding caseworker', 'days_in_follow_up'],
      ['anywhere', 'days_present'],
    ];
    check((one) => {
      const { rows, world } = run(one);
      const { observer } = world;
      const sums = new Map<string, number[]>();
      const spend = (name: string, from: number, to: number) => {
        const years = sums.get(name) ?? new Array<number>(observer.years).fill(0);
        sums.set(name, years);
        for (let year = 0; year < observer.years; year++) {
          const days = Math.min(to, one.dates[year + 1]) - Math.max(from, one.dates[year]);
          if (days > 0) years[year] += days;
        }
      };
      const open = new Map<string, number>();
      const close = (row: { person: number }, name: string, time: number) => {
        const key = `${row.person}|${name}`;
        expect(open.has(key)).toBe(true);
        spend(name, open.get(key) as number, time);
        open.delete(key);
      };
      for (const row of rows.filter(ofPerson)) {
        if (row.from !== '') close(row, row.from, row.time);
        else if (isPosition(row.to)) open.set(`${row.person}|anywhere`, row.time);
        if (gone.includes(row.to)) close(row, 'anywhere', row.time);
        else if (row.to !== '') open.set(`${row.person}|${row.to}`, row.time);
      }
      for (const key of [...open.keys()]) {
        const [person, name] = key.split('|');
        close({ person: Number(person) }, name, one.dates[one.dates.length - 1]);
      }
      const whole = observer.places - 1;
      for (const [name, tally] of named) {
        for (let year = 0; year < observer.years; year++) {
          const summed = observer.byYear[(whole * observer.years + year) * tallies.length + T[tally]];
          expect(summed / 1000).toBeCloseTo((sums.get(name)?.[year] ?? 0) / 1000, 8);
        }
      }
      expect(yearOf(switchDay + one.dates[0])).toBe(observer.firstYear);
    });
  });

  test('nothing in the record is infinite or not a number, and no count is negative', () => {
    check(({ base, scenario, dates, replication }) => {
      const history = simulateHistory(base, { seed: 7, replication, dates });
      const record = simulateFuture(history, scenario);
      for (const name of ['byYear', 'byGroup', 'posts', 'beds'] as const) {
        expect(record[name].every((value) => Number.isFinite(value))).toBe(true);
      }
      for (const name of ['lengths', 'waits', 'posts', 'beds'] as const) {
        expect(record[name].every((value: number) => value >= -1e-9)).toBe(true);
      }
      for (let i = 0; i < record.byYear.length; i++) {
        // a grant that is refused takes back what was spent in other years, and rounding takes a hair
        const name = tallies[i % tallies.length];
        if (!name.startsWith('nok_')) expect(record.byYear[i]).toBeGreaterThanOrEqual(-1e-6);
        else expect(record.byYear[i]).toBeGreaterThanOrEqual(-1);
      }
    });
  });
});

/** The record as bytes. */
function bytes(record: RunRecord): Buffer[] {
  const arrays = [record.byYear, record.byGroup, record.lengths, record.posts, record.beds, record.waits];
  return [
    ...arrays.map((array) => Buffer.from(array.buffer, array.byteOffset, array.byteLength)),
    Buffer.from(JSON.stringify([...record.flows])),
    Buffer.from(JSON.stringify(record.townDraws)),
    Buffer.from(String(record.events)),
  ];
}

function expectSame(a: RunRecord, b: RunRecord): void {
  const theirs = bytes(b);
  bytes(a).forEach((ours, i) => {
    expect(Buffer.compare(ours, theirs[i])).toBe(0);
  });
}

describe('the same again', () => {
  test('X against X is the same to the bit, from one history or two, from one arrangement or an equal one', () => {
    check(({ base, scenario, dates, replication }) => {
      const options = { seed: 7, replication, dates };
      const history = simulateHistory(base, options);
      const first = simulateFuture(history, scenario);
      expectSame(first, simulateFuture(history, scenario));
      expectSame(first, simulateFuture(history, structuredClone(scenario)));
      expectSame(first, simulateFuture(simulateHistory(structuredClone(base), options), scenario));
    }, 12);
  });

  test('a future leaves the history as it was', () => {
    check(({ base, scenario, dates, replication }) => {
      const history = simulateHistory(base, { seed: 7, replication, dates });
      const { world } = history;
      const before = simulateFuture(history, base);
      const state = () =>
        JSON.stringify([
          world.clock.now,
          world.clock.pending,
          world.people.map((person) => [person.id, person.agenda, person.tsbPlace.since, world.clock.at(person)]),
          world.towns.map((town) => [town.holdsGrant, town.posts.map((post) => [post.state, post.cases, post.size])]),
          world.wards.map((ward) => [ward.beds, ward.occupied, ward.line.length]),
        ]);
      const was = state();
      simulateFuture(history, scenario);
      expect(state()).toBe(was);
      expectSame(before, simulateFuture(history, base));
    }, 12);
  });

  test('another replication is another', () => {
    check(({ base, dates }) => {
      const digest = (replication: number) =>
        simulateFuture(simulateHistory(base, { seed: 7, replication, dates }), base).byYear.join();
      const seen = new Set([1, 2, 3, 4, 5].map(digest));
      expect(seen.size).toBeGreaterThan(1);
    }, 5);
  });

  test('the past of a scenario is the past of the base', () => {
    check(({ base, scenario, dates, replication }) => {
      const history = simulateHistory(base, { seed: 7, replication, dates });
      const a = simulateFuture(history, base);
      const b = simulateFuture(history, scenario);
      const places = history.world.observer.places;
      const years = base.history + base.years;
      for (let place = 0; place < places; place++) {
        for (let cell = 0; cell < base.history * tallies.length; cell++) {
          const index = place * years * tallies.length + cell;
          // what is looked back upon over the switch is counted in the year looked back to
          expect(Object.is(a.byYear[index], b.byYear[index])).toBe(true);
        }
      }
    }, 12);
  });
});
