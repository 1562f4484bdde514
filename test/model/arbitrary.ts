/** Small random places and policies for property-based tests. Two years of history and future: a second or less a hundred. */
import fc from 'fast-check';
import type { Arrangement, Mechanisms } from '../../model/arrangement.ts';
import { newYear } from '../../model/kernel/calendar.ts';
import type { CommonNumbers, TownNumbers } from '../../model/parameters.ts';
import type { PlaceWish, Some, TownWish } from './place.ts';
import { group, place, switchDay, today } from './place.ts';

/** In a thousand steps: a duration of 10⁻³²⁴ days is no example of anything. */
const number = (min: number, max: number) =>
  fc.integer({ min: 0, max: 1_000 }).map((step) => min + ((max - min) * step) / 1_000);
/** Edges are where things go wrong: 0 and the most are as likely as all between. */
const edgy = (max: number) => fc.oneof(fc.constant(0), number(0, max), fc.constant(max));
const drawnOr = (max: number) => fc.oneof(fc.constant(Number.NaN), edgy(max));

const mechanisms: fc.Arbitrary<Partial<Mechanisms>> = fc.record({
  funding: fc.constantFrom<Mechanisms['funding'][]>('by_application', 'by_criteria', 'framework'),
  gate: fc.constantFrom<Mechanisms['gate'][]>('team', 'purchaser_office'),
});

const town: fc.Arbitrary<TownWish> = fc.record({
  focus: fc.boolean(),
  mechanisms: fc.record({ gate: fc.constantFrom<Mechanisms['gate'][]>('team', 'purchaser_office') }),
  numbers: fc.record({
    town: fc.record({ adults: fc.integer({ min: 100, max: 8_000 }), need_factor: number(0, 3) }),
    posts: fc.record({
      own: edgy(4),
      teams: fc.integer({ min: 1, max: 3 }),
      recruitment_days: edgy(200),
    }),
    grant: fc
      .record({
        posts: edgy(2),
        held_share: number(0.05, 0.95),
        renewed_share: number(0, 1),
        held_at_census: drawnOr(1),
      })
      .map((grant) => {
        // the fewest that can be renewed where a lost grant is won again with a chance of at most 1
        const least = Math.max(0, (2 * grant.held_share - 1) / grant.held_share);
        return { ...grant, renewed_share: least + (1 - least) * grant.renewed_share };
      }),
    council: fc.record({ retention: drawnOr(1.3), pass_through: drawnOr(1.5), trusts_renewal: drawnOr(1) }),
    follow_up: fc.record({
      caseload: number(2, 20),
      stretch: edgy(0.6),
      stretch_days: edgy(365),
      ration_days: edgy(120),
      duration_days: edgy(800),
      give_up: edgy(0.02),
      loss: edgy(0.005),
    }),
    gate: fc.record({ decision_days: edgy(30) }),
    office: fc.record({
      share: edgy(0.4),
      decisions: number(20, 400),
      work_days: edgy(20),
      handover_days: edgy(20),
      renewal_days: number(30, 400),
      renewal_work: edgy(1),
      wrong_unit_share: edgy(1),
      by_need: fc.constantFrom(0, 1),
      support_before: fc.constantFrom(0, 1),
    }),
  }) as fc.Arbitrary<Some<TownNumbers>>,
});

const common = fc.record({
  need: fc.record({ first_referred: edgy(400), municipal: edgy(200), emergency: edgy(50), trend: number(-0.1, 0.1) }),
  first_contact: fc.record({
    slots: edgy(600),
    overtime_share: edgy(0.5),
    booked_from: number(0, 0.4),
    booked_to: number(0.5, 1),
    bed_share: edgy(0.5),
    unused_days: edgy(10),
  }),
  giving_up: fc.record({ rate: edgy(0.02), support_factor: edgy(1) }),
  course: fc.record({ bed_requests: edgy(3), emergencies: edgy(2), lead_days: edgy(20) }),
  beds: fc.record({ detox: edgy(40), stay: edgy(120), detox_gap_days: edgy(2), stay_gap_days: edgy(6) }),
  discharge: fc.record({ no_plan_share: edgy(1), notice_days: edgy(20), blocked_share: edgy(1) }),
  relapse: fc.record({
    level: edgy(5),
    gap_hr: number(0.5, 2),
    gap_from_days: number(1, 20),
    gap_full_days: number(20, 60),
    completed_hr: number(0.2, 1),
  }),
  mortality: fc.record({ drug: edgy(0.2), other: edgy(0.1) }),
  follow_up_case: fc.record({ in_bed_weight: edgy(1), handover_loss: edgy(1) }),
  staff: fc.record({ permanent_turnover: edgy(2), temporary_turnover: edgy(3), recruitment_spread: edgy(1) }),
  application: fc.record({ kept_share: edgy(1) }),
}) as fc.Arbitrary<Some<CommonNumbers>>;

const wish: fc.Arbitrary<PlaceWish> = fc.record({
  history: fc.integer({ min: 1, max: 2 }),
  years: fc.integer({ min: 1, max: 2 }),
  towns: fc.array(town, { minLength: 1, maxLength: 3 }),
  common,
  stayUnits: fc.constantFrom([1], [0.5, 0.5], [0.2, 0.3, 0.5]),
  groups: fc.constant([
    group('a', 0.3, { relapse_hr: 1.5, need_order: 2 }),
    group('b', 0.7, { low_need: 0, need_order: 0, dropout_hr: 0.5 }),
  ]),
});

/** What changes at the switch. */
const change = fc.record({
  mechanisms,
  own: fc.oneof(fc.constant(null), edgy(4)),
  beds: fc.oneof(
    fc.constant(null),
    fc.record({ detox: edgy(40), stay: edgy(120), detox_gap_days: edgy(2), stay_gap_days: edgy(6) }),
  ),
  need: fc.oneof(fc.constant(null), number(0, 3)),
});

/** What is asked for; small enough to be printed as a counterexample. */
export interface Asked {
  wish: PlaceWish;
  change: {
    mechanisms: Partial<Mechanisms>;
    own: number | null;
    beds: Partial<CommonNumbers['beds']> | null;
    need: number | null;
  };
  replication: number;
}

export const asked = fc.record({
  wish,
  change,
  replication: fc.integer({ min: 0, max: 1_000 }),
}) as fc.Arbitrary<Asked>;

export interface Example {
  base: Arrangement;
  scenario: Arrangement;
  /** New year's days from the census to the horizon, in days since the switch. */
  dates: number[];
  replication: number;
}

export function build({ wish: wished, change: changed, replication }: Asked): Example {
  const base = place(wished);
  const scenario = place(wished);
  const { values } = scenario.common[0];
  if (changed.beds) scenario.common.push({ from: 0, values: { ...values, beds: { ...values.beds, ...changed.beds } } });
  for (const one of scenario.towns) {
    const numbers = structuredClone(one.numbers[0].values);
    if (changed.own !== null) numbers.posts.own = changed.own;
    if (changed.need !== null) numbers.town.need_factor = changed.need;
    one.numbers.push({ from: 0, values: numbers });
    one.mechanisms.push({ from: 0, values: { ...today, ...one.mechanisms[0].values, ...changed.mechanisms } });
  }
  const dates: number[] = [];
  for (let year = 2027 - base.history; year <= 2027 + base.years; year++) dates.push(newYear(year) - switchDay);
  return { base, scenario, dates, replication };
}
