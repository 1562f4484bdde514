import { describe, expect, test } from 'vitest';
import { Line } from '../../../model/capacity/post.ts';
import type { CommonNumbers } from '../../../model/parameters.ts';
import { joinFollowUp } from '../../../model/pathway/follow_up.ts';
import { adjustRisk, startRisk } from '../../../model/pathway/relapse.ts';
import { contact } from '../../../model/pathway/settle.ts';
import type { Person } from '../../../model/person.ts';
import { Agenda, Course, Purpose, RiskKind, Tsb } from '../../../model/person.ts';
import type { World } from '../../../model/world.ts';
import { clockAt, integral } from '../integral.ts';
import { group, put, quiet, runTo, start, switchDay } from '../place.ts';

const shape = 0.585;
const scale = 341;

function world(relapse: Partial<CommonNumbers['relapse']> = {}, groups = [group('all', 1)]): World {
  return start(
    quiet({
      years: 4,
      common: { relapse: { shape, scale_days: scale, end_days: 1095, gap_hr: 1.4, ...relapse } },
      groups,
      towns: [{ numbers: { posts: { own: 1 } } }],
    }),
  ).world;
}

/** Somebody at risk from now, in nobody's care. */
function atRisk(
  in_: World,
  make: (person: Person) => void = () => {},
  kind: number = RiskKind.inpatient,
  completed = false,
) {
  return put(in_, (person) => {
    make(person);
    startRisk(person, kind, completed);
  });
}

/** The Exp(1) budget that a person has drawn, from its address alone. */
const budgetOf = (person: Person) => person.world.draws.at(person.who, person.which, Purpose.relapse, 0).unit();

/** The integral of h₀(t) × factor(t) up to an age; h₀ has no bound at 0, so it is taken over (t/scale)^shape. */
function hazard(age: number, factor: (t: number) => number, breaks: number[] = [14, 28]): number {
  const inner = (t: number) => (t / scale) ** shape;
  return integral((v) => factor(scale * v ** (1 / shape)), 0, inner(age), breaks.map(inner));
}

/** Mean of the clock over the base: what it is divided by. */
function contactMean(r: CommonNumbers['relapse']): number {
  const parts: [share: number, value: number][] = [
    [r.base_early, 1],
    [r.base_ramp, (1 + r.gap_hr) / 2],
    [r.base_late, r.gap_hr],
    [r.base_follow_up, 1 + (r.gap_hr - 1) * (1 - r.base_intensity)],
    [r.base_in_course, r.in_course_hr],
  ];
  return parts.reduce((sum, [share, value]) => sum + share * value, 0) / parts.reduce((sum, [share]) => sum + share, 0);
}

/** Level and all centred factors of somebody without any of the marks. */
function plainLevel(r: CommonNumbers['relapse']): number {
  return (
    r.level /
    contactMean(r) /
    (r.base_completed * r.completed_hr + 1 - r.base_completed) /
    (r.base_housing * r.housing_hr + 1 - r.base_housing) /
    (r.base_continuity * r.continuity_hr + 1 - r.base_continuity)
  );
}

describe('the day of a relapse', () => {
  test('without a service is where the integral of the hazard, under the clock, reaches what the person has drawn', () => {
    const it = world();
    const level = plainLevel(it.common.relapse);
    const parts = [0, 0, 0];
    let never = 0;
    for (let i = 0; i < 200; i++) {
      const person = atRisk(it);
      const age = person.agenda[Agenda.relapse] - it.clock.now;
      const factor = (t: number) => level * clockAt(t);
      if (age === Infinity) {
        never++;
        expect(hazard(1095, factor)).toBeLessThanOrEqual(budgetOf(person));
        continue;
      }
      parts[age < 14 ? 0 : age < 28 ? 1 : 2]++;
      expect(hazard(age, factor) / budgetOf(person)).toBeCloseTo(1, 6);
    }
    // the sample has met all three parts of the clock, and the end
    for (const count of parts) expect(count).toBeGreaterThan(10);
    expect(never).toBeGreaterThan(0);
  });

  test('is put off by a contact, which starts the clock again', () => {
    const it = world();
    const level = plainLevel(it.common.relapse);
    const people = Array.from({ length: 60 }, () => atRisk(it));
    const began = it.clock.now;
    runTo(it, 60);
    let looked = 0;
    for (const person of people) {
      const before = person.agenda[Agenda.relapse];
      if (person.riskKind === RiskKind.none || before === Infinity) continue;
      contact(person);
      const age = person.agenda[Agenda.relapse] - began;
      if (age === Infinity) continue;
      looked++;
      expect(age + began).toBeGreaterThan(before);
      const factor = (t: number) => level * clockAt(t < 60 ? t : t - 60);
      expect(hazard(age, factor, [14, 28, 60, 74, 88]) / budgetOf(person)).toBeCloseTo(1, 6);
    }
    expect(looked).toBeGreaterThan(10);
  });

  test('in a course follows the flat factor of a course, and in follow-up that of the team’s intensity', () => {
    const it = world({ in_course_hr: 0.8 });
    const level = plainLevel(it.common.relapse);
    for (let i = 0; i < 20; i++) {
      const inCourse = atRisk(it, (person) => {
        person.tsb = Tsb.course;
        person.course = Course.outpatient;
      });
      const followed = atRisk(it, (person) => joinFollowUp(person));
      const check = (person: Person, factor: number) => {
        const age = person.agenda[Agenda.relapse] - it.clock.now;
        if (age < 1095) expect((hazard(age, () => level * factor) as number) / budgetOf(person)).toBeCloseTo(1, 6);
        else expect(hazard(1095, () => level * factor)).toBeLessThanOrEqual(budgetOf(person));
      };
      check(inCourse, 0.8);
      if (followed.post === null) continue;
      check(followed, 1);
      const team = it.towns[0].teams[0];
      const before = team.intensity;
      team.intensity = 0.7;
      it.flow.intensityChanged(it.towns[0], 0, before);
      check(followed, 1 + 0.4 * 0.3);
      team.intensity = 1;
      it.flow.intensityChanged(it.towns[0], 0, 0.7);
    }
    expect(it.towns[0].paidPosts(Line.own)).toBe(1);
  });

  test('spends one budget through any number of changes, and never a new draw', () => {
    const it = world();
    const still = atRisk(it);
    const age = still.agenda[Agenda.relapse];
    for (const day of [3, 11, 17, 22, 29, 45, 120]) {
      if (switchDay + day > age) break;
      runTo(it, day);
      adjustRisk(still, true);
      expect(still.agenda[Agenda.relapse] / age).toBeCloseTo(1, 12);
    }
  });

  test('depends on what the course was', () => {
    const it = world({ outpatient_hr: 0.25, municipal_hr: 0.2 });
    const level = plainLevel(it.common.relapse);
    for (const [kind, factor] of [
      [RiskKind.inpatient, 1],
      [RiskKind.outpatient, 0.25],
      [RiskKind.municipal, 0.2],
    ]) {
      expect(atRisk(it, undefined, kind).riskFixed).toBeCloseTo(level * factor, 12);
    }
  });
});

describe('three years without a relapse', () => {
  test('make a person stable, who leaves on day 1,095', () => {
    const { world: it, rows } = start(
      quiet({ years: 4, common: { relapse: { level: 0, end_days: 1095 } }, groups: [group('all', 1)] }),
    );
    atRisk(it);
    runTo(it, 1095);
    expect(rows.map(({ to, time }) => [to, time])).toEqual([
      ['after_discharge', 0],
      ['stable', 1095],
    ]);
    expect(it.people).toHaveLength(0);
  });

  test('do not end what the municipality does', () => {
    const it = start(
      quiet({
        years: 4,
        common: { relapse: { level: 0, end_days: 1095 } },
        towns: [{ numbers: { posts: { own: 1 } } }],
      }),
    ).world;
    const person = atRisk(it, (one) => joinFollowUp(one));
    runTo(it, 1200);
    expect(person.riskKind).toBe(RiskKind.none);
    expect(it.people).toContain(person);
  });
});

describe('every multiplier has the mean 1 over its base shares', () => {
  /** All factors but contact, with and without a mark; `none` is what they are when the multiplier is 1. */
  const marked = (
    relapse: Partial<CommonNumbers['relapse']>,
    none: Partial<CommonNumbers['relapse']>,
    mark: (person: Person) => void,
    completed = false,
  ) => {
    const it = world(relapse);
    const at = (person: Person) => {
      adjustRisk(person, true);
      return person.riskFixed;
    };
    const withMark = at(atRisk(it, mark, RiskKind.inpatient, completed));
    return { with: withMark, without: at(atRisk(it)), one: at(atRisk(world({ ...relapse, ...none }))) };
  };

  test.each([0.3, 0.6, 1, 2])('completed %f', (value) => {
    const { with: yes, without, one } = marked({ completed_hr: value }, { completed_hr: 1 }, () => {}, true);
    expect((0.52 * yes + 0.48 * without) / one).toBeCloseTo(1, 12);
    expect(yes / without).toBeCloseTo(value, 12);
  });

  test.each([1, 1.3, 2])('housing %f', (value) => {
    const {
      with: yes,
      without,
      one,
    } = marked({ housing_hr: value, base_housing: 0.094 }, { housing_hr: 1 }, (person) => {
      person.unsuitableHousing = true;
    });
    expect((0.094 * yes + 0.906 * without) / one).toBeCloseTo(1, 12);
    expect(yes / without).toBeCloseTo(value, 12);
  });

  test.each([1, 1.2, 2])('continuity %f', (value) => {
    const {
      with: yes,
      without,
      one,
    } = marked({ continuity_hr: value, base_continuity: 0.036 }, { continuity_hr: 1 }, (person) => {
      person.newCaseworker = true;
    });
    expect((0.036 * yes + 0.964 * without) / one).toBeCloseTo(1, 12);
    expect(yes / without).toBeCloseTo(value, 12);
  });

  test('group', () => {
    const it = world({}, [group('a', 0.3, { relapse_hr: 1.5 }), group('b', 0.5, { relapse_hr: 0.8 }), group('c', 0.2)]);
    const of = (index: number) =>
      atRisk(it, (person) => {
        person.group = index;
      }).riskFixed;
    const one = atRisk(world()).riskFixed;
    expect((0.3 * of(0) + 0.5 * of(1) + 0.2 * of(2)) / one).toBeCloseTo(1, 12);
  });

  test.each([1, 1.2, 1.4, 1.7])('the clock %f', (gap_hr) => {
    const it = world({ gap_hr, in_course_hr: 0.8 });
    const r = it.common.relapse;
    const one = atRisk(world({ gap_hr: 1, in_course_hr: 1 })).riskFixed;
    expect((atRisk(it).riskFixed * contactMean(r)) / one).toBeCloseTo(1, 12);
  });
});
