/**
 * Every number that the model reads: its place in the tree, its unit and the limits outside which it makes no sense.
 * Values, plausible ranges, sources and labels are data (`scenarios/places/defaults.yaml`), under the same paths.
 *
 * `town` numbers differ from municipality to municipality; `common` numbers hold for the provider and for every person.
 */

/** What the model declares about one number. `drawn`: the value may be left to the municipality's priority (null). */
export interface Declared {
  readonly unit: string;
  readonly min: number;
  readonly max: number;
  readonly drawn?: true;
}

const number = (unit: string, min: number, max: number): Declared => ({ unit, min, max });
const share: Declared = number('share', 0, 1);
const days: Declared = number('days', 0, 36_500);
const factor: Declared = number('factor', 0, 20);
const perYear: Declared = number('per year', 0, 50);
const perHead: Declared = number('per 100,000 adults and year', 0, 5_000);
const perStock: Declared = number('persons per 100,000 adults', 0, 5_000);
const beds: Declared = number('beds per 100,000 adults', 0, 1_000);
const yesNo: Declared = number('yes (1) or no (0)', 0, 1);
const money: Declared = number('NOK', 0, 1e8);

export const townParameters = {
  town: {
    adults: number('persons', 1, 5_000_000),
    need_factor: factor,
  },
  posts: {
    own: number('posts', 0, 2_000),
    teams: number('teams', 1, 200),
    recruitment_days: days,
  },
  grant: {
    posts: number('posts', 0, 500),
    held_share: share,
    renewed_share: share,
    held_at_census: { ...share, drawn: true } as Declared,
  },
  council: {
    retention: { ...number('share', 0, 3), drawn: true } as Declared,
    pass_through: { ...number('share', 0, 3), drawn: true } as Declared,
    trusts_renewal: { ...yesNo, drawn: true } as Declared,
  },
  follow_up: {
    caseload: number('persons per post', 0, 200),
    stretch: share,
    stretch_days: days,
    ration_days: days,
    duration_days: days,
    give_up: number('per day', 0, 1),
    loss: number('per day', 0, 1),
  },
  gate: {
    decision_days: days,
  },
  office: {
    share: share,
    decisions: number('decisions per post and year', 1, 5_000),
    work_days: days,
    handover_days: days,
    renewal_days: days,
    renewal_work: share,
    wrong_unit_share: share,
    wrong_unit_days: days,
    by_need: yesNo,
    support_before: yesNo,
  },
} as const;

export const commonParameters = {
  need: {
    first_referred: perHead,
    municipal: perHead,
    emergency: perHead,
    municipal_door_share: share,
    trend: number('per year', -0.2, 0.2),
    season_spring: factor,
    season_summer: factor,
    drug_share: share,
    heavy_share: share,
    heavy_factor: factor,
    unsuitable_housing_share: share,
  },
  municipal_need: {
    share: share,
    lar_share: share,
    at_referral_share: share,
    lar_rate: perYear,
    referral_rate: perYear,
  },
  assessment: {
    days: days,
    rejected_share: share,
  },
  first_contact: {
    deadline_low: days,
    deadline_mode: days,
    deadline_high: days,
    bed_extra_days: days,
    booked_from: share,
    booked_to: share,
    slots: perHead,
    overtime_share: share,
    urgent_days: days,
    unused_days: days,
    overtime_saved_days: days,
    deferred_share: share,
    deferral_days: days,
    no_show_share: share,
    bed_share: share,
    bed_detox_share: share,
  },
  giving_up: {
    rate: number('per day', 0, 1),
    support_factor: factor,
    back_share: share,
    back_days: days,
    base_early: share,
    base_ramp: share,
  },
  course: {
    days: days,
    bed_requests: perYear,
    bed_detox_share: share,
    emergencies: perYear,
    lead_days: days,
  },
  lar: {
    first_share: share,
    later_share: share,
    days: days,
    bed_requests: perYear,
    emergencies: perYear,
  },
  beds: {
    detox: beds,
    stay: beds,
    detox_gap_days: days,
    stay_gap_days: days,
  },
  detox: {
    mean_days: days,
    median_days: days,
    continue_share: share,
    handover_loss: share,
    handover_rate: number('per day', 0, 1),
    course_share: share,
  },
  stay: {
    short_days: days,
    long_days: days,
    long_share: share,
    spread: share,
    dropout_shape: number('shape', 0.1, 10),
    dropout_days: days,
    contact_hr: factor,
    completed_course_share: share,
    dropout_course_share: share,
  },
  discharge: {
    no_plan_share: share,
    notice_days: days,
    customary_notice_days: days,
    planning_days: days,
    no_plan_delay_days: days,
    blocked_share: share,
    blocked_days: days,
  },
  relapse: {
    level: factor,
    shape: number('shape', 0.1, 10),
    scale_days: days,
    end_days: days,
    outpatient_hr: factor,
    municipal_hr: factor,
    completed_hr: factor,
    gap_hr: factor,
    gap_from_days: days,
    gap_full_days: days,
    in_course_hr: factor,
    continuity_hr: factor,
    housing_hr: factor,
    base_completed: share,
    base_early: share,
    base_ramp: share,
    base_late: share,
    base_follow_up: share,
    base_in_course: share,
    base_intensity: share,
    base_continuity: share,
    base_housing: share,
    to_bed_share: share,
    ends_course_share: share,
    to_referral: share,
    to_return: share,
    to_emergency: share,
    to_municipality: share,
    referral_days: days,
    return_days: days,
  },
  out_of_contact: {
    days: days,
    to_referral: share,
    to_emergency: share,
    to_exit: share,
  },
  mortality: {
    drug: perYear,
    other: perYear,
    dropout_drug_factor: factor,
    dropout_other_factor: factor,
    dropout_days: days,
    overdose_share: share,
  },
  follow_up_case: {
    in_bed_weight: share,
    low_need_share: share,
    intensity_floor: share,
    handover_loss: share,
  },
  staff: {
    permanent_turnover: perYear,
    temporary_turnover: perYear,
    recruitment_spread: share,
    new_worker_days: days,
    new_worker_factor: share,
    team_limit: number('posts', 1, 100),
  },
  application: {
    answer_day: number('day of the year', 1, 364),
    advertise_days: days,
    candidate_days: days,
    reporting_factor: share,
    hours: number('hours a year', 0, 2_000),
    post_hours: number('hours a year', 1, 3_000),
    kept_share: share,
    carried_over_share: share,
  },
  criteria: {
    reporting_factor: share,
  },
  priority: {
    weight: share,
    trust_share: share,
    retention_0: number('share', 0, 3),
    retention_10: number('share', 0, 3),
    retention_36: number('share', 0, 3),
    retention_80: number('share', 0, 3),
    retention_100: number('share', 0, 3),
    pass_through_none: share,
    pass_through_low: share,
    pass_through_full_from: share,
    pass_through_full_to: share,
    pass_through_most: number('share', 0, 3),
  },
  census: {
    outpatient: perStock,
    outpatient_after_stay: share,
    outpatient_followed: share,
    lar: perStock,
    lar_followed: share,
    detox_rate: perHead,
    stay_rate: perHead,
    risk_inpatient_rate: perHead,
    risk_outpatient_rate: perHead,
    risk_municipal_rate: perHead,
    risk_followed: share,
    to_referral: perStock,
    to_return: perStock,
    lost: perStock,
    out_followed: share,
    municipal_only: perStock,
    referral_rate: perHead,
    decision_rate: perHead,
    follow_up_queue: perStock,
  },
  costs: {
    post: money,
    bed_day: money,
    contact: money,
    contacts_per_year: number('contacts per patient and year', 0, 400),
    blocked_day: money,
  },
} as const;

export type Numbers<Tree> = {
  -readonly [Section in keyof Tree]: { -readonly [Name in keyof Tree[Section]]: number };
};

/**
 * The same numbers in an object made all at once. One that was filled name by name is kept as a look-up table by the engine,
 * and a run reads it in every step (3 % of its time).
 */
export function laidOut<Values extends object>(tree: { [Section in keyof Values]: object }, values: Values): Values {
  return Object.assign({ ...tree }, values);
}

/** The numbers of one municipality. A number left to the municipality's priority is NaN here and null in JSON. */
export type TownNumbers = Numbers<typeof townParameters>;
/** The numbers of the provider and of every person. */
export type CommonNumbers = Numbers<typeof commonParameters>;

/**
 * What a user group multiplies. Groups are data (`groups:` of a place): every group has these numbers.
 * `need_order`: 0 is taken first where a mechanism goes by need.
 */
export const groupParameters = {
  share: share,
  relapse_hr: factor,
  dropout_hr: factor,
  low_need: yesNo,
  need_order: number('rank', 0, 2),
} as const;

export type GroupNumbers = { [Name in keyof typeof groupParameters]: number };
