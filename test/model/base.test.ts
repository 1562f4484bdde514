import { describe, expect, test } from 'vitest';
import { newYear } from '../../model/kernel/calendar.ts';
import { T } from '../../model/observer.ts';
import type { CommonNumbers, TownNumbers } from '../../model/parameters.ts';
import type { RunRecord, Tally } from '../../model/record.ts';
import { positions, seriesNames, tallies } from '../../model/record.ts';
import { simulateFuture, simulateHistory } from '../../model/simulate.ts';
import type { Some } from './place.ts';
import { place, switchDay } from './place.ts';

const dates = [2026, 2027, 2028, 2029, 2030].map((year) => newYear(year) - switchDay);
const years = 4;

/** One town of 30,000 adults with its own provider, one year before the switch and three after. */
function run(common: Some<CommonNumbers>, numbers: Some<TownNumbers> = {}): RunRecord {
  const arrangement = place({
    history: 1,
    years: 3,
    common,
    towns: [{ numbers: { town: { adults: 30_000 }, posts: { own: 8 }, ...numbers } }],
  });
  return simulateFuture(simulateHistory(arrangement, { seed: 5, replication: 1, dates }), arrangement);
}

/** Of the whole place, in a year or in all. */
const tally = (record: RunRecord, name: Tally, year?: number) =>
  Array.from({ length: years }, (_, i) => record.byYear[(years + i) * tallies.length + T[name]])
    .filter((_, i) => year === undefined || i === year)
    .reduce((a, b) => a + b);

/** Of the whole place at a date. */
const length = (record: RunRecord, queue: string, date: number) =>
  record.lengths[(dates.length + date) * seriesNames.length + seriesNames.findIndex((one) => one.queue === queue)];

const nobody = { first_referred: 0, municipal: 0, emergency: 0 };
const noCapacity: Some<CommonNumbers> = { beds: { detox: 0, stay: 0 }, first_contact: { slots: 0, overtime_share: 0 } };
const noPosts: Some<TownNumbers> = { posts: { own: 0 }, grant: { posts: 0 } };

const cases: [name: string, common: Some<CommonNumbers>, numbers?: Some<TownNumbers>][] = [
  ['everything as it is', {}],
  ['no arrivals', { need: nobody }],
  ['no posts', {}, noPosts],
  ['no beds', { beds: { detox: 0, stay: 0 } }],
  ['no slots', { first_contact: { slots: 0, overtime_share: 0 } }],
  ['no capacity at all', noCapacity, noPosts],
  ['no giving up', { giving_up: { rate: 0 } }, { follow_up: { give_up: 0 } }],
  ['no relapse', { relapse: { level: 0 } }],
  ['no death', { mortality: { drug: 0, other: 0 } }],
  ['nobody and nothing', { need: nobody, ...noCapacity }, noPosts],
  [
    'neither capacity nor giving up',
    { giving_up: { rate: 0 }, ...noCapacity },
    { ...noPosts, follow_up: { give_up: 0 } },
  ],
  ['no turnover', { staff: { permanent_turnover: 0, temporary_turnover: 0 } }],
  ['no stretch', {}, { follow_up: { stretch: 0, stretch_days: 0 } }],
  ['cases that never end', {}, { follow_up: { duration_days: 0, loss: 0 } }],
  ['a clock that jumps', { relapse: { gap_from_days: 14, gap_full_days: 14 } }],
  ['a flat clock', { relapse: { gap_hr: 1 } }],
  ['a protected course without relapse', { relapse: { in_course_hr: 0 } }],
];

describe.each(cases)('with %s', (_name, common, numbers) => {
  const record = run(common, numbers);

  test('the run ends, and nothing in the record is infinite or not a number', () => {
    for (const name of ['byYear', 'byGroup', 'posts', 'beds'] as const) {
      expect(record[name].every((value) => Number.isFinite(value))).toBe(true);
    }
    expect(tally(record, 'days')).toBe(dates[4] - dates[0]);
    expect(tally(record, 'years')).toBe(years);
  });

  test('persons are conserved', () => {
    const present = seriesNames.filter(({ kind }) => kind === 'position').map(({ queue }) => queue);
    const at = (date: number) => present.reduce((sum, queue) => sum + length(record, queue, date), 0);
    const flow = (test: (from: string, to: string, cause: string) => boolean, until: number) =>
      [...record.flows]
        .map(([key, persons]) => ({ parts: key.split('|'), persons }))
        .filter(
          ({ parts: [where, year, from, to, cause] }) => where === '1' && Number(year) < until && test(from, to, cause),
        )
        .reduce((sum, { persons }) => sum + persons, 0);
    const away = positions.slice(-3) as readonly string[];
    const census = flow((from, _to, cause) => from === '' && cause === 'census', 1);
    expect(at(0)).toBe(census);
    for (let date = 1; date < dates.length; date++) {
      const came = flow((from, _to, cause) => from === '' && cause !== 'census', date);
      expect(at(date)).toBe(census + came - flow((_from, to) => away.includes(to), date));
    }
    expect(tally(record, 'new_needs')).toBe(flow((from, _to, cause) => from === '' && cause !== 'census', years));
    for (const [name, to] of [
      ['deaths', 'dead'],
      ['stable', 'stable'],
      ['gone', 'gone'],
    ] as const) {
      expect(tally(record, name)).toBe(flow((_from, where) => where === to, years));
    }
  });
});

describe('where something is missing', () => {
  test('nobody comes without need', () => {
    const record = run({ need: nobody });
    expect(tally(record, 'new_needs')).toBe(0);
    expect(tally(record, 'days_present', 3)).toBeLessThan(tally(record, 'days_present', 0));
  });

  test('nobody is followed up without posts, and all wait or give up', () => {
    const record = run({}, noPosts);
    expect(tally(record, 'started_follow_up')).toBe(0);
    expect(tally(record, 'days_in_follow_up')).toBe(0);
    expect(tally(record, 'place_days')).toBe(0);
    expect(tally(record, 'gave_up_follow_up')).toBeGreaterThan(0);
    expect(length(record, 'awaiting_follow_up', 4)).toBeGreaterThan(0);
    expect(length(record, 'follow_up', 4)).toBe(0);
    expect(tally(record, 'nok_wages')).toBe(0);
    expect(tally(record, 'post_days_closed', 1)).toBe(365);
  });

  test('nobody is admitted without beds', () => {
    const record = run({ beds: { detox: 0, stay: 0 } });
    expect(tally(record, 'admissions')).toBe(0);
    expect(tally(record, 'days_in_bed')).toBe(0);
    expect(tally(record, 'bed_days_available')).toBe(0);
    expect(tally(record, 'days_waiting_bed')).toBeGreaterThan(0);
  });

  test('nobody starts from the list without slots, but by a bed', () => {
    const record = run({ first_contact: { slots: 0, overtime_share: 0, bed_share: 0 } });
    expect(tally(record, 'starts_first_contact')).toBe(0);
    expect(tally(record, 'gave_up_first_contact')).toBeGreaterThan(0);
  });

  test('nobody gives up where nobody can', () => {
    const record = run({ giving_up: { rate: 0 } }, { follow_up: { give_up: 0 } });
    expect(tally(record, 'gave_up_first_contact') + tally(record, 'gave_up_follow_up')).toBe(0);
  });

  test('nobody relapses without a hazard, and some become stable', () => {
    const record = run({ relapse: { level: 0 } });
    expect(tally(record, 'relapses')).toBe(0);
    expect(tally(record, 'stable')).toBeGreaterThan(0);
  });

  test('nobody relapses in a course that protects in full', () => {
    const record = run({ relapse: { in_course_hr: 0 } });
    const relapsed = [...record.flows].filter(([key]) =>
      /\|(outpatient|lar|detox|short_stay|long_stay)\|.*relapsed/.test(key),
    );
    expect(relapsed).toEqual([]);
    expect(tally(record, 'relapses')).toBeGreaterThan(0);
  });

  test('nobody dies where nobody can', () => {
    const record = run({ mortality: { drug: 0, other: 0 } });
    expect(tally(record, 'deaths')).toBe(0);
  });
});
