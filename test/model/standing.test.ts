import { expect, test } from 'vitest';
import type { Post } from '../../model/capacity/post.ts';
import type { Town } from '../../model/capacity/town.ts';
import { Away, BedWanted, Course, Municipal, newcomer, Person, RiskKind, Tsb } from '../../model/person.ts';
import {
  factsOf,
  isServed,
  isServedIn,
  levelsIn,
  levelsOf,
  municipalUserBit,
  positionIn,
  positionOf,
} from '../../model/standing.ts';
import type { World } from '../../model/world.ts';

/** Every combination of what the facts may depend on. */
function* everybody(): Generator<Person> {
  const both = [false, true];
  const post = {} as Post;
  for (const supportsBefore of both) {
    const person = new Person({} as World, { supportsBefore } as Town);
    for (person.tsb of Object.values(Tsb))
      for (person.course of Object.values(Course))
        for (person.municipal of Object.values(Municipal))
          for (person.away of Object.values(Away))
            for (person.riskKind of Object.values(RiskKind))
              for (person.bedWanted of Object.values(BedWanted))
                for (person.deferred of both) for (person.post of [null, post]) yield person;
  }
}

test('what is looked up is what the rules say, for every combination of tracks', () => {
  let wrong = 0;
  let combinations = 0;
  // twice: the first time most are worked out, the second time all are looked up
  for (const round of [1, 2]) {
    for (const person of everybody()) {
      const facts = factsOf(person);
      if (round === 1) combinations++;
      if (positionIn(facts) !== positionOf(person)) wrong++;
      if (levelsIn(facts) !== levelsOf(person)) wrong++;
      if (isServedIn(facts) !== isServed(person)) wrong++;
    }
  }
  expect(combinations).toBe(2 * 10 * 3 * 8 * 5 * 4 * 5 * 2 * 2);
  expect(wrong).toBe(0);
});

test('who is followed up without a caseworker is a municipal user all the same, in a course as well', () => {
  const person = new Person({} as World, {} as Town);
  person.tsb = Tsb.course;
  person.course = Course.outpatient;
  expect(factsOf(person) & municipalUserBit).toBe(0);
  person.municipal = Municipal.followUp;
  expect(factsOf(person) & municipalUserBit).not.toBe(0);
});

test('nothing holds of somebody who has not been settled yet', () => {
  expect([positionIn(newcomer.facts), levelsIn(newcomer.facts), newcomer.served]).toEqual([-1, 0, false]);
});
