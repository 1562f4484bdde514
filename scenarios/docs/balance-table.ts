/** Stocks and flows of the simulated base beside the set at which the parameters were made to balance. */
import type { Tally } from '../../model/record.ts';
import { tallies } from '../../model/record.ts';
import type { BaseRun, Terms } from './base-run.ts';
import { meanLength, ratioOver } from './base-run.ts';
import { table } from './markers.ts';
import { estimateText } from './numbers.ts';

const terms = (weights: Partial<Record<Tally, number>>): Terms =>
  Object.entries(weights).map(([tally, weight]) => [tallies.indexOf(tally as Tally), weight] as const);
const a = (tally: Tally): Terms => terms({ [tally]: 1 });

type Row = [name: string, balanced: string, value: { stock: Terms } | { flow: Terms } | { length: [string, string] }];

const rows: Row[] = [
  ['Assessment of a referral', '5.7', { stock: a('days_waiting_assessment') }],
  ['On the registered list, assessment included', '24', { stock: a('days_on_list') }],
  ['Deferred, off the list', '9', { stock: a('days_deferred') }],
  ['In an outpatient course, not in a bed', '198', { stock: a('days_outpatient') }],
  ['In LAR, not in a bed', '193', { stock: a('days_lar') }],
  ['In a bed', '38', { stock: a('days_in_bed') }],
  ['In TSB', '429', { stock: a('days_in_tsb') }],
  ['Waiting for a bed', '6', { length: ['waiting', 'bed'] }],
  ['At risk of relapse (courses that follow a stay included)', '644 after a course', { stock: a('days_at_risk') }],
  ['Out of contact, by position (no caseworker)', '229', { length: ['position', 'out_of_contact'] }],
  ['Municipal support only, by position', '99', { length: ['position', 'municipal_support'] }],
  ['Follow-up beside risk or absence, by position', '211', { length: ['position', 'follow_up'] }],
  ['With a caseworker, whatever the position', '389', { stock: a('days_in_follow_up') }],
  ['Intake and decision', '10', { stock: terms({ days_waiting_intake: 1, days_waiting_decision: 1 }) }],
  ['Waiting for follow-up', '6–14', { stock: a('days_waiting_follow_up') }],
  ['New needs', '189', { flow: a('new_needs') }],
  ['Referrals', '346', { flow: a('referred') }],
  ['Rejected', '24', { flow: a('rejected') }],
  ['Gave up before the first contact', '38', { flow: a('gave_up_first_contact') }],
  ['Did not come', '11', { flow: a('no_show') }],
  ['Starts off the list', '273', { flow: a('starts_first_contact') }],
  ['Of these registered (not deferred)', '215', { flow: a('starts_registered') }],
  ['Course starts by all doors', '393', { flow: a('course_starts') }],
  ['Returns without a referral', '67', { flow: a('returns') }],
  ['LAR starts', '19–20', { flow: a('lar_starts') }],
  ['Course ends', '386', { flow: a('course_ends') }],
  ['Admissions', '341', { flow: a('admissions') }],
  ['Admissions in an emergency', '82', { flow: a('admissions_emergency') }],
  ['Admissions off the list', '67', { flow: a('admissions_list') }],
  ['Stays (detox apart)', '158', { flow: a('stay_discharges') }],
  ['Bed days', '13,850', { flow: a('days_in_bed') }],
  ['Relapses', '360', { flow: a('relapses') }],
  ['Follow-up cases started', '264', { flow: a('started_follow_up') }],
  ['Follow-up cases ended', '196', { flow: a('ended_follow_up') }],
  ['Follow-up cases lost', '64', { flow: a('lost_follow_up') }],
  ['Deaths', '18', { flow: a('deaths') }],
  ['Left the model, stable', '110', { flow: a('stable') }],
  ['Left the model, out of contact', '60', { flow: a('gone') }],
];

export function balanceTable(run: BaseRun): string {
  const scale = 100_000 / run.adults;
  const lines = rows.map(([name, balanced, value]) => {
    if ('length' in value) return [name, 'persons', balanced, estimateText(meanLength(run, ...value.length), 1)];
    const stock = 'stock' in value;
    const numerator = stock ? value.stock : value.flow;
    const estimate = ratioOver(run, { numerator, denominator: a(stock ? 'days' : 'years'), scale }, 0, run.years);
    const large = (estimate.mean ?? 0) >= 100;
    return [name, stock ? 'persons' : 'a year', balanced, estimateText(estimate, large ? 0 : 1)];
  });
  return table(['', 'unit', 'balanced set', 'simulated ± 95 %'], lines, [2, 3]);
}
