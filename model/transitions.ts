/**
 * The flow chart as a list: every move from one position to another that the pathway makes, and why. Nothing in the model
 * reads it; a test holds it against what happens in runs, both ways, and the picture in docs/model.md is drawn from it.
 */
import type { Cause } from './observer.ts';
import type { Position } from './record.ts';

/** From a position ('' from outside the model) to a position. */
export interface Transition {
  from: Position | '';
  to: Position;
  cause: Cause;
}

/** Where a person without a course stands with the municipality while it waits there. */
const waitingThere: Position[] = ['awaiting_intake', 'awaiting_decision', 'awaiting_follow_up'];
/** After a course or stay: wherever the municipality has the person, or nowhere. */
const afterCourse: Position[] = ['after_discharge', ...waitingThere, 'follow_up'];
/** Off TSB's list without a start: wherever the municipality has the person, or nowhere. */
const offTheList: Position[] = ['out_of_contact', ...waitingThere, 'follow_up'];
const course: Position[] = ['outpatient', 'lar'];
const stay: Position[] = ['short_stay', 'long_stay'];
/** A decided case: in line, or with a caseworker at once (`caseworker`), or no case and no more of it. */
const noCase: Position[] = ['after_discharge', 'out_of_contact'];
const withCaseworker: Position[] = ['follow_up', 'municipal_support', 'awaiting_assessment'];
/** Away from everything but the municipality, a person may come to TSB again. */
const comesToTsb: [Cause, Position[]][] = [
  ['referred', ['awaiting_assessment']],
  ['returned', course],
  ['admitted', ['detox']],
];

const rows: [from: Position | '', moves: [Cause, Position[]][]][] = [
  [
    '',
    [
      [
        'census',
        [
          ...['out_of_contact', 'awaiting_intake', 'awaiting_decision', 'awaiting_follow_up'],
          ...['municipal_support', 'follow_up', 'awaiting_assessment', 'awaiting_first_contact', 'deferred'],
          ...['outpatient', 'lar', 'detox', 'short_stay', 'long_stay', 'after_discharge'],
        ] as Position[],
      ],
      // an emergency that finds no bed waits without a service
      ['new_need', ['awaiting_intake', 'awaiting_assessment', 'out_of_contact']],
      ['admitted', ['detox']],
    ],
  ],
  ['out_of_contact', [...comesToTsb, ['gone', ['gone']]]],
  [
    'awaiting_intake',
    [
      ['intake', ['awaiting_decision']],
      // back from the wrong unit, a case is decided
      ['decided', ['awaiting_assessment']],
      ['joined_follow_up', ['awaiting_follow_up']],
      ['rationed', noCase],
      ['caseworker', withCaseworker],
      ...comesToTsb,
    ],
  ],
  [
    'awaiting_decision',
    [
      ['decided', ['awaiting_assessment']],
      ['joined_follow_up', ['awaiting_follow_up']],
      ['rationed', noCase],
      ['caseworker', withCaseworker],
      ['wrong_unit', ['awaiting_intake']],
      ...comesToTsb,
    ],
  ],
  ['awaiting_follow_up', [['caseworker', ['follow_up', 'municipal_support']], ['gave_up', noCase], ...comesToTsb]],
  [
    'municipal_support',
    [
      ['case_ended', ['after_discharge']],
      ['lost_contact', ['out_of_contact']],
      ['caseworker_left', ['out_of_contact']],
      ['referred', ['awaiting_assessment']],
    ],
  ],
  [
    'awaiting_assessment',
    [
      ['accepted', ['awaiting_first_contact', 'deferred']],
      ['rejected', offTheList],
      ['gave_up', offTheList],
    ],
  ],
  [
    'awaiting_first_contact',
    [
      ['started', course],
      ['admitted', ['detox', ...stay]],
      ['no_show', offTheList],
      ['gave_up', offTheList],
    ],
  ],
  [
    'deferred',
    [
      ['started', course],
      ['admitted', ['detox', ...stay]],
      ['no_show', offTheList],
    ],
  ],
  [
    'outpatient',
    [
      ['admitted', ['detox', ...stay]],
      ['course_ended', afterCourse],
      ['handover_lost', afterCourse],
      ['relapsed', [...offTheList, 'municipal_support']],
    ],
  ],
  [
    'lar',
    [
      ['admitted', ['detox', ...stay]],
      ['course_ended', afterCourse],
      ['relapsed', [...offTheList, 'municipal_support']],
    ],
  ],
  [
    'detox',
    [
      ['completed', [...course, ...afterCourse]],
      ['handover', course],
      ['admitted', stay],
      ['handover_lost', ['lar', ...afterCourse]],
    ],
  ],
  [
    'short_stay',
    [
      ['completed', [...course, ...afterCourse]],
      ['dropped_out', [...course, ...afterCourse]],
      ['blocked', ['ready_for_discharge']],
    ],
  ],
  [
    'long_stay',
    [
      ['completed', [...course, ...afterCourse]],
      ['dropped_out', [...course, ...afterCourse]],
      ['blocked', ['ready_for_discharge']],
    ],
  ],
  ['ready_for_discharge', [['completed', [...course, ...afterCourse]]]],
  [
    'after_discharge',
    [
      ['needs_municipality', ['awaiting_intake']],
      ['relapsed', ['out_of_contact', 'awaiting_intake']],
      ['admitted', ['detox']],
      ['stable', ['stable']],
    ],
  ],
  [
    'follow_up',
    [
      ['case_ended', noCase],
      ['lost_contact', noCase],
      ['caseworker_left', noCase],
      ['relapsed', ['municipal_support']],
      ['stable', ['municipal_support']],
      ...comesToTsb,
    ],
  ],
];

/** Every move there is, in the order of the flow chart. Death comes from every position. */
export const transitions: readonly Transition[] = rows.flatMap(([from, moves]) => {
  const all = moves.flatMap(([cause, to]) => to.map((position) => ({ from, to: position, cause })));
  if (from === '') return all;
  const deaths = (['died', 'overdose'] as const).map((cause) => ({ from, to: 'dead' as const, cause }));
  return [...all, ...deaths];
});
