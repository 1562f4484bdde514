import { expect, test } from 'vitest';
import type { Post } from '../../model/capacity/post.ts';
import type { Town } from '../../model/capacity/town.ts';
import { Away, BedWanted, Course, Municipal, newcomer, Person, RiskKind, Tsb } from '../../model/person.ts';
import { positions } from '../../model/record.ts';
import {
  factsOf,
  factsOfLeft,
  isMunicipalUser,
  isServed,
  isServedIn,
  levelNames,
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
      if (((facts & municipalUserBit) !== 0) !== isMunicipalUser(person)) wrong++;
    }
  }
  expect(combinations).toBe(2 * 10 * 3 * 8 * 5 * 4 * 5 * 2 * 2);
  expect(wrong).toBe(0);
});

const post = {} as Post;
const followed = { municipal: Municipal.followUp, post };
const waits = ['waiting_unserved', 'without_service'];

/** By hand: tracks, the position, what else is true beside being present, and whether BrukerPlan would count the person. */
const byHand: [tracks: Partial<Person>, position: string, levels: string[], isUser?: true][] = [
  [{}, 'out_of_contact', ['without_service']],
  [{ away: Away.toReferral }, 'out_of_contact', ['without_service']],
  [{ riskKind: RiskKind.outpatient }, 'after_discharge', ['without_service', 'at_risk']],
  [{ away: Away.emergency, bedWanted: BedWanted.emergency }, 'out_of_contact', ['waiting_bed', ...waits]],
  // with the municipality: supported until the decision, unless it was the wrong unit
  [{ municipal: Municipal.intake }, 'awaiting_intake', ['waiting_intake', 'served_waiting'], true],
  [{ municipal: Municipal.decision }, 'awaiting_decision', ['waiting_decision', 'served_waiting'], true],
  [{ municipal: Municipal.office }, 'awaiting_decision', ['waiting_decision', 'served_waiting'], true],
  [{ municipal: Municipal.handover }, 'awaiting_decision', ['waiting_decision', 'served_waiting'], true],
  [{ municipal: Municipal.wrongUnit }, 'awaiting_intake', ['waiting_intake', ...waits]],
  [{ municipal: Municipal.queue }, 'awaiting_follow_up', ['waiting_follow_up', ...waits]],
  [followed, 'municipal_support', ['caseworker'], true],
  [{ ...followed, riskKind: RiskKind.inpatient }, 'follow_up', ['caseworker', 'at_risk'], true],
  [{ ...followed, away: Away.lost }, 'follow_up', ['caseworker'], true],
  [{ municipal: Municipal.followUp }, 'municipal_support', ['without_service'], true],
  // waiting for TSB
  [{ tsb: Tsb.assessment }, 'awaiting_assessment', ['waiting_assessment', 'on_list', ...waits]],
  [{ tsb: Tsb.booked }, 'awaiting_first_contact', ['waiting_first_contact', 'on_list', ...waits]],
  [{ tsb: Tsb.ready }, 'awaiting_first_contact', ['waiting_first_contact', 'on_list', ...waits]],
  [
    { tsb: Tsb.bedListed, bedWanted: BedWanted.list },
    'awaiting_first_contact',
    ['waiting_first_contact', 'waiting_bed', 'on_list', ...waits],
  ],
  [{ tsb: Tsb.booked, deferred: true }, 'deferred', ['without_service']],
  [{ tsb: Tsb.ready, deferred: true }, 'deferred', ['without_service']],
  [{ tsb: Tsb.bedListed, deferred: true }, 'deferred', ['without_service']],
  [
    { tsb: Tsb.assessment, ...followed },
    'awaiting_assessment',
    ['waiting_assessment', 'on_list', 'caseworker', 'served_waiting'],
    true,
  ],
  // in TSB, whatever the municipality does meanwhile
  [{ tsb: Tsb.course, course: Course.outpatient }, 'outpatient', ['tsb']],
  [{ tsb: Tsb.course, course: Course.lar }, 'lar', ['tsb']],
  [
    { tsb: Tsb.course, course: Course.lar, bedWanted: BedWanted.planned },
    'lar',
    ['tsb', 'waiting_bed', 'served_waiting'],
  ],
  [
    { tsb: Tsb.course, course: Course.outpatient, municipal: Municipal.queue },
    'outpatient',
    ['tsb', 'waiting_follow_up', 'served_waiting'],
  ],
  [{ tsb: Tsb.course, course: Course.outpatient, municipal: Municipal.followUp }, 'outpatient', ['tsb'], true],
  [{ tsb: Tsb.detox, course: Course.lar }, 'detox', ['bed', 'tsb']],
  [{ tsb: Tsb.shortStay }, 'short_stay', ['bed', 'tsb']],
  [{ tsb: Tsb.longStay, ...followed }, 'long_stay', ['bed', 'tsb', 'caseworker'], true],
  [{ tsb: Tsb.blocked }, 'ready_for_discharge', ['bed', 'tsb']],
];

const namesOf = (levels: number) => levelNames.filter((_, at) => levels & (1 << at)).sort();

test.each(byHand)('%o: position %s', (tracks, position, levels, isUser) => {
  const person = Object.assign(new Person({} as World, { supportsBefore: true } as Town), tracks);
  expect(positions[positionOf(person)]).toBe(position);
  expect(namesOf(levelsOf(person))).toEqual([...levels, 'present'].sort());
  expect(isServed(person)).toBe(!levels.includes('without_service'));
  expect(isMunicipalUser(person)).toBe(isUser === true);
});

test('where nobody is supported before the decision, whoever waits for it waits unserved and is no user yet', () => {
  for (const municipal of [Municipal.intake, Municipal.decision, Municipal.office, Municipal.handover]) {
    const person = Object.assign(new Person({} as World, { supportsBefore: false } as Town), { municipal });
    expect([isServed(person), isMunicipalUser(person)]).toEqual([false, false]);
    expect(namesOf(levelsOf(person))).toContain('waiting_unserved');
  }
});

test('who has left is nowhere, and nothing else is true of it', () => {
  for (const position of ['stable', 'dead', 'gone'] as const) {
    const facts = factsOfLeft(position);
    expect([positions[positionIn(facts)], levelsIn(facts)]).toEqual([position, 0]);
  }
});

test('nothing holds of somebody who has not been settled yet', () => {
  expect([positionIn(newcomer.facts), levelsIn(newcomer.facts), newcomer.served]).toEqual([-1, 0, false]);
});
