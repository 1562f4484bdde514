/**
 * Do the numbers of a place fit together? For every position inflow × stay = stock, for every resource demand ÷ effective
 * capacity, each beside the figure it answers to. Worked out from the parameters alone; nobody is simulated. It takes means
 * where the model draws, so it is right to about a tenth.
 */
import { inForce } from '../../model/arrangement.ts';
import type { CommonNumbers, TownNumbers } from '../../model/parameters.ts';
import type { Resolved } from './compose.ts';
import type { Flows } from './flows.ts';
import { daysAYear, solveFlows } from './flows.ts';
import type { Label } from './schema.ts';

export interface KnownFigure {
  value: number;
  low?: number;
  high?: number;
  source: string;
}

export interface BalanceRow {
  part: 'stock' | 'flow' | 'load';
  name: string;
  label: Label;
  unit: 'persons' | 'a year' | 'share' | 'places' | 'beds' | 'slots a year';
  /** `stock`: persons a year that come in, the mean days they stay, and so the persons there on any day. */
  inflow: number | null;
  days: number | null;
  /** The row's number: persons there, persons or days a year, a share, or demand ÷ capacity. Per 100,000 adults, loads of a municipality in its own numbers. */
  value: number;
  /** `stock`: how many the history begins with. */
  begins: number | null;
  /** `load`: what is asked for and what there is. */
  demand: number | null;
  capacity: number | null;
  known: KnownFigure | null;
  /** Paths of the parameters that close this row and for which no figure was found. */
  assumed: string[];
  /** Figures that hold parameters of this row. */
  heldBy: string[];
}

/** Figures per 100,000 adults, from the sources. */
const known: Record<string, KnownFigure> = {
  list: { value: 24, low: 24, high: 50, source: 'registered waiting list (NPR)' },
  in_tsb: { value: 432, source: 'persons treated by April and by December 2023 (NPR, FHI table 520): stock 19,000' },
  lar: { value: 182, source: 'about 8,000 LAR patients (NPR 2022)' },
  in_bed: { value: 37.9, source: 'bed days 2023 (NPR)' },
  referrals: { value: 339, low: 300, high: 375, source: 'referrals, second tertial of 2017 (NPR)' },
  starts: { value: 270, source: 'starts from the registered list 209 (NPR), and 29 % deferred or transferred' },
  admissions: { value: 344, source: 'inpatient discharges 2023 (NPR)' },
  bed_days: { value: 13_817, source: 'bed days 2023 (NPR)' },
  emergency_share: { value: 0.22, source: 'emergencies among admissions (Helsedirektoratet)' },
  dropout: { value: 0.28, low: 0.2, high: 0.4, source: 'Andersson et al.; NPR 2023 recalculated' },
  relapse_3m: { value: 0.37, source: 'Norwegian cohort' },
  relapse_6m: { value: 0.5, source: 'Norwegian cohort, another one' },
  overdose_deaths: { value: 6.9, low: 5.5, high: 8.3, source: 'Dødsårsaksregisteret (FHI)' },
  municipal_users: { value: 655, low: 600, high: 700, source: 'BrukerPlan 2015 and 2019' },
  occupancy: { value: 0.88, low: 0.86, high: 0.9, source: 'bed occupancy (SSB)' },
};

/** The balance of a scenario's place as it is on the day before the switch. */
export function balance(resolved: Resolved): BalanceRow[] {
  const { arrangement } = resolved;
  const common = inForce(arrangement.common, -1);
  const towns = arrangement.towns.map((town) => ({ ...town, now: inForce(town.numbers, -1) }));
  const adults = towns.reduce((sum, { now }) => sum + now.town.adults, 0);
  const mean = (pick: (numbers: TownNumbers) => number) =>
    towns.reduce((sum, { now }) => sum + pick(now) * now.town.adults, 0) / adults;
  const meanOf = (section: 'follow_up') =>
    Object.fromEntries(
      Object.keys(towns[0].now[section]).map((name) => [
        name,
        mean((numbers) => (numbers[section] as Record<string, number>)[name]),
      ]),
    ) as unknown as TownNumbers['follow_up'];
  const posts = mean(({ posts: { own } }) => own);
  const grants = mean(({ grant }) => grant.posts * holds(grant));
  const { flows, stays } = solveFlows(
    common,
    {
      follow_up: meanOf('follow_up'),
      gate: { decision_days: mean(({ gate }) => gate.decision_days) },
      need_factor: mean(({ town }) => town.need_factor),
      turnover:
        (common.staff.permanent_turnover * posts + common.staff.temporary_turnover * grants) /
        Math.max(1e-9, posts + grants),
    },
    adults,
    arrangement.stayUnits,
  );
  const marks = markers(resolved);
  return [
    ...stockRows(common, flows, stays.case, marks),
    ...flowRows(common, flows, stays.stayDropoutShare, marks),
    ...loadRows(resolved, common, flows, stays.stay, marks),
  ];
}

type Marks = (paths: string[]) => Pick<BalanceRow, 'assumed' | 'heldBy'>;

/** What is known about the parameters of a row. */
function markers(resolved: Resolved): Marks {
  return (paths) => {
    const rows = resolved.parameters.filter(({ path }) => paths.includes(path));
    return {
      assumed: [...new Set(rows.filter(({ source }) => /\bassumed\b/.test(source)).map(({ path }) => path))],
      heldBy: [...new Set(rows.flatMap(({ heldBy }) => (heldBy ? [heldBy] : [])))],
    };
  };
}

function stockRows(common: CommonNumbers, flows: Flows, caseDays: number, marks: Marks): BalanceRow[] {
  const { census } = common;
  const row = (
    name: string,
    en: string,
    nb: string,
    inflow: number,
    value: number,
    begins: number | null,
    paths: string[],
  ): BalanceRow => ({
    part: 'stock',
    name,
    label: { en, nb },
    unit: 'persons',
    inflow,
    days: inflow > 0 ? (value * daysAYear) / inflow : 0,
    value,
    begins,
    demand: null,
    capacity: null,
    known: known[name] ?? null,
    ...marks(paths),
  });
  const beds = flows.detox + flows.stay;
  const larInBed = flows.larWithBeds - flows.lar;
  const accepted = flows.referrals - flows.rejected;
  return [
    row('assessment', 'Assessment of a referral', 'Vurdering av henvisning', flows.referrals, flows.assessment, null, [
      'assessment.days',
    ]),
    row(
      'list',
      'On the list, assessment included',
      'På ventelisten, vurdering medregnet',
      flows.referrals,
      flows.assessment + flows.list,
      null,
      ['first_contact.deadline_mode', 'first_contact.booked_from', 'first_contact.booked_to', 'giving_up.rate'],
    ),
    row(
      'deferred',
      'Deferred, off the list',
      'Utsatt, utenfor listen',
      accepted * common.first_contact.deferred_share,
      flows.deferred,
      null,
      ['first_contact.deferred_share', 'first_contact.deferral_days'],
    ),
    row(
      'outpatient',
      'In an outpatient course',
      'I poliklinisk forløp',
      flows.outpatientIn,
      flows.outpatient,
      census.outpatient,
      ['course.days', 'census.outpatient'],
    ),
    row(
      'lar',
      'In LAR, those in a bed included',
      'I LAR, medregnet dem i døgnplass',
      flows.larStarts,
      flows.larWithBeds,
      census.lar,
      ['lar.first_share', 'lar.later_share', 'lar.days', 'census.lar'],
    ),
    row('in_bed', 'In a bed', 'I døgnplass', flows.detoxAdmissions + flows.stayAdmissions, beds, null, [
      'detox.mean_days',
      'stay.short_days',
      'stay.long_days',
    ]),
    row('in_tsb', 'In TSB', 'I TSB', flows.courseStarts, flows.outpatient + flows.larWithBeds - larInBed + beds, null, [
      'course.days',
      'lar.days',
    ]),
    row(
      'bed_queue',
      'In the bed queue inside a course',
      'I kø til døgnplass i et forløp',
      flows.bedRequests,
      flows.bedQueue,
      null,
      ['course.lead_days', 'course.bed_requests'],
    ),
    row('at_risk', 'After a course, at risk', 'Etter et forløp, i risikotiden', flows.riskIn, flows.risk, null, [
      'relapse.level',
      'relapse.outpatient_hr',
    ]),
    row(
      'on_the_way_back',
      'Out of contact, on the way back',
      'Uten kontakt, på vei tilbake',
      flows.awayIn,
      flows.onTheWayBack,
      census.to_referral + census.to_return,
      ['relapse.referral_days', 'relapse.return_days', 'giving_up.back_days'],
    ),
    row('lost', 'Out of contact, lost', 'Uten kontakt, mistet', flows.lostIn, flows.lost, census.lost, [
      'out_of_contact.days',
      'out_of_contact.to_referral',
    ]),
    row(
      'municipal_only',
      'Municipal follow-up only',
      'Bare kommunal oppfølging',
      flows.municipalOnlyIn,
      flows.municipalOnly,
      census.municipal_only,
      ['need.municipal', 'municipal_need.referral_rate'],
    ),
    row('decision', 'Intake and decision', 'Inntak og vedtak', flows.casesDecided, flows.decision, null, [
      'gate.decision_days',
    ]),
    row(
      'follow_up_queue',
      'Waiting for follow-up',
      'Venter på oppfølging',
      flows.casesDecided,
      flows.followUpQueue,
      census.follow_up_queue,
      ['census.follow_up_queue', 'follow_up.give_up'],
    ),
    {
      ...row('follow_up', 'In follow-up', 'I oppfølging', flows.casesStarted, flows.followUp, null, [
        'follow_up.duration_days',
        'follow_up.loss',
        'municipal_need.share',
      ]),
      days: caseDays,
    },
  ];
}

function flowRows(common: CommonNumbers, flows: Flows, dropout: number, marks: Marks): BalanceRow[] {
  const row = (
    name: string,
    en: string,
    nb: string,
    unit: BalanceRow['unit'],
    value: number,
    paths: string[],
  ): BalanceRow => ({
    part: 'flow',
    name,
    label: { en, nb },
    unit,
    inflow: null,
    days: null,
    value,
    begins: null,
    demand: null,
    capacity: null,
    known: known[name] ?? null,
    ...marks(paths),
  });
  const admissions = flows.detoxAdmissions + flows.stayAdmissions;
  return [
    row('new_need', 'New need', 'Nye behov', 'a year', flows.newNeed, [
      'need.first_referred',
      'need.municipal',
      'need.emergency',
    ]),
    row('referrals', 'Referrals', 'Henvisninger', 'a year', flows.referrals, [
      'need.first_referred',
      'relapse.to_referral',
    ]),
    row('rejected', 'Rejected', 'Avslag', 'a year', flows.rejected, ['assessment.rejected_share']),
    row('gave_up', 'Gave up the list', 'Ga opp ventelisten', 'a year', flows.gaveUp, ['giving_up.rate']),
    row('no_show', 'Did not come', 'Møtte ikke', 'a year', flows.noShow, ['first_contact.no_show_share']),
    row('starts', 'Starts off the list', 'Startet fra listen', 'a year', flows.startsFromList, ['first_contact.slots']),
    row(
      'emergencies',
      'Emergencies outside a course',
      'Øyeblikkelig hjelp utenfor forløp',
      'a year',
      flows.emergenciesOutside,
      ['need.emergency', 'relapse.to_emergency'],
    ),
    row('returns', 'Returns without a referral', 'Tilbake uten henvisning', 'a year', flows.returns, [
      'relapse.to_return',
    ]),
    row('course_starts', 'Courses begun', 'Forløp påbegynt', 'a year', flows.courseStarts, []),
    row('course_deaths', 'Deaths in a course', 'Dødsfall i forløp', 'a year', flows.deathsInTsb, [
      'mortality.drug',
      'mortality.other',
    ]),
    row('course_ends', 'Courses ended', 'Forløp avsluttet', 'a year', flows.courseEnds, []),
    row('admissions', 'Admissions to a bed', 'Innleggelser i døgnplass', 'a year', admissions, [
      'course.bed_requests',
      'lar.bed_requests',
      'detox.continue_share',
    ]),
    row(
      'emergency_share',
      'Emergencies among admissions',
      'Øyeblikkelig hjelp blant innleggelser',
      'share',
      flows.emergencyAdmissions / Math.max(1e-9, admissions),
      ['course.emergencies', 'lar.emergencies'],
    ),
    row('bed_days', 'Bed days', 'Døgn', 'a year', flows.bedDays, ['detox.mean_days', 'stay.short_days']),
    row('dropout', 'Stays left early', 'Opphold avbrutt', 'share', dropout, [
      'stay.dropout_days',
      'stay.dropout_shape',
    ]),
    row(
      'relapse_3m',
      'Relapse within 3 months of a stay',
      'Tilbakefall innen 3 måneder etter opphold',
      'share',
      flows.relapses91 / Math.max(1e-9, flows.stayAdmissions),
      ['relapse.level', 'relapse.shape'],
    ),
    row(
      'relapse_6m',
      'Relapse within 6 months of a stay',
      'Tilbakefall innen 6 måneder etter opphold',
      'share',
      flows.relapses182 / Math.max(1e-9, flows.stayAdmissions),
      ['relapse.level', 'relapse.shape'],
    ),
    row('relapses', 'Relapses', 'Tilbakefall', 'a year', flows.relapses, ['relapse.level']),
    row('stable', 'Leaving, stable', 'Ut av modellen, stabile', 'a year', flows.stable, ['relapse.end_days']),
    row('gone', 'Leaving, out of contact for good', 'Ut av modellen, borte for godt', 'a year', flows.gone, [
      'out_of_contact.to_exit',
    ]),
    row('deaths', 'Deaths', 'Dødsfall', 'a year', flows.deaths, ['mortality.drug', 'mortality.other']),
    row(
      'overdose_deaths',
      'Overdose deaths',
      'Overdosedødsfall',
      'a year',
      flows.drugDeaths * common.mortality.overdose_share,
      ['mortality.overdose_share'],
    ),
    row(
      'municipal_users',
      'Persons with follow-up in a year',
      'Personer med oppfølging i løpet av et år',
      'a year',
      flows.followUp + flows.casesStarted,
      ['follow_up.duration_days', 'municipal_need.share'],
    ),
  ];
}

function loadRows(
  resolved: Resolved,
  common: CommonNumbers,
  flows: Flows,
  stayDays: number,
  marks: Marks,
): BalanceRow[] {
  const row = (
    name: string,
    label: Label,
    unit: BalanceRow['unit'],
    demand: number,
    capacity: number,
    paths: string[],
  ): BalanceRow => ({
    part: 'load',
    name,
    label,
    unit,
    inflow: null,
    days: null,
    value: capacity > 0 ? demand / capacity : Infinity,
    begins: null,
    demand,
    capacity,
    known: null,
    ...marks(paths),
  });
  const { beds, first_contact, detox } = common;
  const rows = [
    row(
      'slots',
      { en: 'First-contact slots, overtime included', nb: 'Timer til første møte, medregnet overtid' },
      'slots a year',
      flows.slotDemand,
      first_contact.slots * (1 + first_contact.overtime_share),
      ['first_contact.slots', 'first_contact.overtime_share'],
    ),
    row(
      'detox_beds',
      { en: 'Detox beds, the gap between patients included', nb: 'Avrusningsplasser, medregnet skifte' },
      'beds',
      (flows.detoxAdmissions * (detox.mean_days + beds.detox_gap_days)) / daysAYear,
      beds.detox,
      ['beds.detox', 'beds.detox_gap_days'],
    ),
    row(
      'stay_beds',
      { en: 'Stay beds, the gap between patients included', nb: 'Døgnplasser, medregnet skifte' },
      'beds',
      (flows.stayAdmissions * (stayDays + beds.stay_gap_days)) / daysAYear,
      beds.stay,
      ['beds.stay', 'beds.stay_gap_days'],
    ),
    {
      ...row(
        'occupancy',
        { en: 'Occupancy of all beds', nb: 'Belegg på alle plasser' },
        'beds',
        flows.bedDays / daysAYear,
        beds.detox + beds.stay,
        [],
      ),
      known: known.occupancy,
    },
  ];
  const seen = new Set<string>();
  for (const town of resolved.arrangement.towns) {
    const { kind, name } = resolved.place.towns.find(({ number }) => number === town.number) ?? {
      kind: '',
      name: undefined,
    };
    const alone = resolved.arrangement.towns.filter(({ focus }) => focus).length === 1 && town.focus;
    const who = alone ? (name ?? town.number) : kind;
    if (seen.has(who)) continue;
    seen.add(who);
    const now = inForce(town.numbers, -1);
    // who is in a bed takes a part of a place
    const inBed = (flows.detox + flows.stay) * flows.followedShare * (1 - common.follow_up_case.in_bed_weight);
    const demand = ((flows.followUp - inBed) * now.town.adults * now.town.need_factor) / 100_000;
    const label = { en: `Follow-up places, ${who}`, nb: `Plasser i oppfølging, ${who}` };
    rows.push(
      row(`follow_up ${who}`, label, 'places', demand, effectivePlaces(now, common), [
        'posts.own',
        'grant.posts',
        'follow_up.caseload',
      ]),
    );
  }
  return rows;
}

const holds = ({ held_share, held_at_census }: TownNumbers['grant']) =>
  Number.isNaN(held_at_census) ? held_share : held_at_census;

/** Staffed posts × caseload: less vacancies, reporting, applications, and what new workers carry less. */
export function effectivePlaces(town: TownNumbers, common: CommonNumbers): number {
  const { staff, application, priority } = common;
  const recruitment = town.posts.recruitment_days;
  const staffed = (turnover: number, vacant: number) => 1 / (1 + (turnover * vacant) / daysAYear);
  const seasoned = (turnover: number) =>
    1 - (1 - staff.new_worker_factor) * Math.min(1, (turnover * staff.new_worker_days) / daysAYear);
  const own = town.posts.own * staffed(staff.permanent_turnover, recruitment) * seasoned(staff.permanent_turnover);
  // without trust in renewal, a post that falls vacant late in the year waits for the next answer
  const open = Math.min(daysAYear, Math.max(0, daysAYear - application.advertise_days - application.answer_day));
  const waits = ((daysAYear - open) / daysAYear) * ((daysAYear - open) / 2);
  const trusts = Number.isNaN(town.council.trusts_renewal) ? priority.trust_share : town.council.trusts_renewal;
  const temporary = staff.temporary_turnover;
  const grantStaffed =
    trusts * staffed(temporary, recruitment) + (1 - trusts) * staffed(temporary, recruitment + waits);
  const grant =
    town.grant.posts * holds(town.grant) * grantStaffed * seasoned(temporary) * application.reporting_factor;
  const paperwork = town.grant.posts > 0 ? application.hours / application.post_hours : 0;
  // a grant that is lost leaves some of its posts with the town
  const kept =
    town.grant.posts *
    (1 - holds(town.grant)) *
    application.kept_share *
    staffed(staff.permanent_turnover, recruitment);
  return Math.max(0, own + grant + kept - paperwork) * town.follow_up.caseload;
}
