import { describe, expect, test } from 'vitest';
import { emergency } from '../../../model/pathway/bed.ts';
import { joinFollowUp } from '../../../model/pathway/follow_up.ts';
import { drawTraits } from '../../../model/pathway/need.ts';
import type { Person } from '../../../model/person.ts';
import { Agenda, Purpose, Tsb } from '../../../model/person.ts';
import { due, group, put, quiet, runTo, start, switchDay } from '../place.ts';

function inStay(drug: boolean, dies: number) {
  const { world } = start(
    quiet({ years: 4, common: { mortality: { dropout_drug_factor: 6, dropout_other_factor: 2, dropout_days: 28 } } }),
  );
  const person = put(world, (one) => {
    one.drug = drug;
    one.tsb = Tsb.shortStay;
    one.ward = 1;
    one.completes = false;
    world.wards[1].take();
  });
  due(person, Agenda.death, dies);
  due(person, Agenda.tsbStep, 10);
  runTo(world, 10);
  return person.agenda[Agenda.death] - switchDay;
}

describe('who drops out of a stay', () => {
  // drug users die at six times the rate for 28 days, so 168 days of life are spent in 28
  test.each([
    [true, 10 + 120, 10 + 20],
    [true, 10 + 168, 10 + 28],
    [true, 10 + 500, 10 + 360],
    [false, 10 + 40, 10 + 20],
    [false, 10 + 56, 10 + 28],
    [false, 10 + 500, 10 + 472],
  ])('(drug user: %j) and would have died on day %i dies on day %i', (drug, before, after) => {
    expect(inStay(drug, before)).toBeCloseTo(after, 9);
  });
});

describe('death', () => {
  test('comes by the rate of drug users or others, from one draw', () => {
    const { world } = start(quiet({ common: { mortality: { drug: 0.015, other: 0.009 } }, groups: [group('all', 1)] }));
    for (let i = 0; i < 20; i++) {
      const person = put(world, (one) => drawTraits(one));
      const budget = world.draws.at(person.who, person.which, Purpose.death, 0).unit();
      const days = person.agenda[Agenda.death] - world.clock.now;
      expect((days * (person.drug ? 0.015 : 0.009)) / 365.25 / budget).toBeCloseTo(1, 9);
    }
  });

  test('frees the bed and the caseworker, and is counted once', () => {
    const { world, rows } = start(
      quiet({ common: { detox: { mean_days: 30, median_days: 30 } }, towns: [{ numbers: { posts: { own: 1 } } }] }),
    );
    let first: Person | null = null;
    for (let i = 0; i < 14; i++) {
      const person = put(world, (one) => joinFollowUp(one));
      first ??= person;
    }
    const person = first as unknown as Person;
    emergency(person);
    due(person, Agenda.death, 5);
    const [team] = world.towns[0].teams;
    expect([world.detox.occupied, team.load, team.line.length]).toEqual([1, 13.3, 0]);
    runTo(world, 6);
    expect([world.detox.occupied, team.load, team.line.length]).toEqual([0, 13, 0]);
    expect(world.people).not.toContain(person);
    expect(rows.filter(({ to }) => to === 'dead')).toHaveLength(1);
    expect(rows.filter((row) => row.person === person.id && row.from === 'holding caseworker')).toHaveLength(1);
  });
});
