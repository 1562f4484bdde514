/**
 * What one run of one replication leaves behind: counts by year, counts by group, and lengths at regular dates.
 * All are plain arrays of numbers, so that they cross to another thread without being copied.
 */

/** Where a person is. One at a time; they add up to the persons present. The last three are no longer present. */
export const positions = [
  'out_of_contact',
  'awaiting_intake',
  'awaiting_decision',
  'municipal_support',
  'awaiting_assessment',
  'awaiting_first_contact',
  'deferred',
  'outpatient',
  'lar',
  'detox',
  'short_stay',
  'long_stay',
  'ready_for_discharge',
  'after_discharge',
  'awaiting_follow_up',
  'follow_up',
  'stable',
  'dead',
  'gone',
] as const;
export type Position = (typeof positions)[number];

/** Queues that a person stands in, on top of its position. */
export const waitings = ['intake', 'decision', 'assessment', 'first_contact', 'bed', 'follow_up', 'unserved'] as const;
/** Things that a person holds, on top of its position. */
export const holdings = ['caseworker', 'bed', 'course'] as const;

/** The lines that pay a counselling post. */
export const fundingLines = ['own', 'kept', 'grant', 'criteria', 'framework', 'office'] as const;

/** Queues whose waits are kept day by day, for medians and `waits.csv`. */
export const waitQueues = ['first_contact', 'bed', 'follow_up', 'decision'] as const;
/** Waits of this many days and more share the last place. */
export const longestWait = 730;

/** Everything that is summed. Person-days where the name begins with `days_`, NOK where with `nok_`, else persons or events. */
export const tallies = [
  // time itself
  'days', // days of the period
  'years', // the period's length in years
  // person-days
  'days_present',
  'days_without_service',
  'days_unserved_waiting',
  'days_waiting_intake',
  'days_waiting_decision',
  'days_waiting_assessment',
  'days_waiting_first_contact',
  'days_waiting_bed',
  'days_waiting_follow_up',
  'days_out_of_contact',
  'days_in_follow_up',
  'days_in_tsb',
  'days_in_bed',
  'days_in_detox',
  'days_outpatient',
  'days_lar',
  'days_deferred',
  'days_municipal_support',
  'days_at_risk',
  'days_on_list', // assessment and first contact, deferred left out
  'days_served_waiting', // waiting somewhere and served meanwhile
  // needs and doors
  'new_needs',
  'referred',
  'rejected',
  'referred_watched',
  'gave_up_first_contact',
  'gave_up_watched',
  'gave_up_returned',
  'no_show',
  'starts_first_contact',
  'starts_registered',
  'starts_late',
  'wait_days_registered',
  'returns',
  'emergencies',
  'course_starts',
  'lar_starts',
  'course_ends',
  // beds
  'joined_bed',
  'admissions',
  'admissions_emergency',
  'admissions_list',
  'admissions_previously',
  'bed_discharges',
  'stay_discharges',
  'stay_dropouts',
  'stay_unplanned',
  'stays_watched_30',
  'readmitted_30',
  'stays_watched_365',
  'readmitted_365',
  'stays_watched_91',
  'relapsed_91',
  'stays_watched_182',
  'relapsed_182',
  'stays_watched_contact_30',
  'contact_30',
  // follow-up
  'joined_decision',
  'decided',
  'joined_follow_up',
  'started_follow_up',
  'gave_up_follow_up',
  'rationed',
  'ended_follow_up',
  'lost_follow_up',
  'caseworkers',
  'discharged_watched_14',
  'follow_up_14',
  // persons
  'tsb_persons_1',
  'tsb_persons_2',
  'tsb_persons_3',
  'inpatients_1',
  'inpatients_2',
  'inpatients_3',
  'municipal_users',
  'persons_served',
  'relapses',
  'deaths',
  'overdose_deaths',
  'stable',
  'gone',
  // capacity, in days or NOK of the town; of the provider under its own number
  'post_days_funded',
  'post_days_staffed',
  'post_days_vacant',
  'place_days',
  'post_days_closed', // days on which no counselling post was staffed
  'bed_days_available',
  'nok_wages',
  'nok_state', // what the state has spent on the pot
  'nok_state_posts', // of this, what paid posts
  'nok_granted', // what the state has handed out
  'nok_other_services',
  'nok_returned',
  'nok_blocked_days', // what the municipality pays for them
  'nok_health_trust', // beds and outpatient contacts
  'grant_years',
] as const;
export type Tally = (typeof tallies)[number];

/** The names of the lengths that are kept at every date, in order: position, waiting and holding, then capacity. */
export const seriesNames: readonly { kind: 'position' | 'waiting' | 'holding'; queue: string }[] = [
  ...positions.slice(0, 16).map((queue) => ({ kind: 'position' as const, queue })),
  ...waitings.map((queue) => ({ kind: 'waiting' as const, queue })),
  ...holdings.map((queue) => ({ kind: 'holding' as const, queue })),
];

/** One row of `events.csv`: `from` and `to` are positions, or a claim such as `waiting bed` beginning or ending. */
export interface EventRow {
  person: number;
  /** Index in `Arrangement.towns`. */
  town: number;
  /** Index in `Arrangement.groups`; -1 for a post. */
  group: number;
  /** Days since the switch. */
  time: number;
  from: string;
  to: string;
  cause: string;
}

/**
 * The record of a run. "Places" are the towns in focus, in order, then the whole place (all its municipalities and the provider).
 * Years are calendar years: first those of the history, then those after the switch.
 */
export interface RunRecord {
  /** places × years × tallies. */
  byYear: Float64Array;
  /** places × 2 (before, after the switch) × groups × tallies. */
  byGroup: Float64Array;
  /** places × dates × seriesNames: lengths at each date asked for. */
  lengths: Int32Array;
  /** places × dates × fundingLines × 3 (funded, staffed, in use), then for the provider detox beds and stay beds alike. */
  posts: Float64Array;
  /** dates × 2 (detox, stay) × 3 (beds, open beds, in use). */
  beds: Float64Array;
  /** places × 2 (joined before, after the switch) × waitQueues × (longestWait + 1) × 3 (served, gave up, still waiting). */
  waits: Uint32Array;
  /** Flows: one entry a (place, year, from, to, cause), as text key `place|year|from|to|cause`. */
  flows: Map<string, number>;
  /** Draws that belong to a municipality: path → value, by town index. */
  townDraws: { town: number; path: string; value: number }[];
  /** Rows that `--events` would write. */
  events: number;
}
