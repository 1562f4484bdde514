/**
 * The yearly flows and the stocks that a place's parameters imply when nothing changes, per 100,000 adults. No person is
 * simulated: each position is inflow × mean stay, and the flows between positions are solved by repeated substitution,
 * apart for the persons who differ most (heavy users or not, drugs or not). Follows the steps of `model/pathway`.
 */
import { exp, power } from '../../model/kernel/maths.ts';
import type { CommonNumbers, TownNumbers } from '../../model/parameters.ts';

export const daysAYear = 365.25;

/** Flows a year and stocks (persons), per 100,000 adults. */
export interface Flows {
  newNeed: number;
  /** Followed up, of everybody whom TSB knows. */
  followedShare: number;
  referrals: number;
  rejected: number;
  gaveUp: number;
  noShow: number;
  startsFromList: number;
  emergenciesOutside: number;
  returns: number;
  courseStarts: number;
  larStarts: number;
  courseEnds: number;
  relapses: number;
  /** Of those who leave a stay in a year, within 91 and 182 days. */
  relapses91: number;
  relapses182: number;
  stable: number;
  gone: number;
  deaths: number;
  drugDeaths: number;
  deathsInTsb: number;
  detoxAdmissions: number;
  stayAdmissions: number;
  handovers: number;
  emergencyAdmissions: number;
  listAdmissions: number;
  bedDays: number;
  /** For a bed inside a course, handovers included. */
  bedRequests: number;
  stayDropouts: number;
  slotDemand: number;
  casesDecided: number;
  casesStarted: number;
  municipalOnlyIn: number;
  awayIn: number;
  lostIn: number;
  riskIn: number;
  outpatientIn: number;
  // stocks
  assessment: number;
  list: number;
  deferred: number;
  outpatient: number;
  lar: number;
  larWithBeds: number;
  detox: number;
  stay: number;
  bedQueue: number;
  risk: number;
  onTheWayBack: number;
  lost: number;
  municipalOnly: number;
  decision: number;
  followUpQueue: number;
  followUp: number;
}

/** Mean days of what has a mean of its own. */
export interface Stays {
  list: number;
  detox: number;
  stay: number;
  stayDropoutShare: number;
  case: number;
}

interface Persons {
  share: number;
  heavy: number;
  drug: boolean;
}

/** Steps a day and a half long are short enough for hazards that change over months. */
const riskSteps = 730;
/** Steps within which relapses are kept one by one: more than half a year of three. */
const earlySteps = 200;

/** Cumulative hazard at the end of each step of the time at risk, in a course and outside; multipliers are centred. */
interface Steps {
  step: number;
  hazards: number[];
}

/** `contact`: the factor of contact at an age. */
function hazardSteps({ relapse }: CommonNumbers, contact: (age: number) => number): Steps {
  const step = relapse.end_days / riskSteps;
  const hazards: number[] = [];
  let sum = 0;
  let before = 0;
  for (let i = 1; i <= riskSteps; i++) {
    const base = relapse.scale_days > 0 ? relapse.level * power((i * step) / relapse.scale_days, relapse.shape) : 0;
    sum += (base - before) * contact((i - 0.5) * step);
    before = base;
    hazards.push(sum);
  }
  return { step, hazards };
}

/** Time at risk after a course: what becomes of whom. `exitsADay`: the outpatient course that goes on meanwhile ends. */
function riskTable({ step, hazards }: Steps, factor: number, deathsADay: number, exitsADay: number) {
  let alive = 1;
  let relapsed = 0;
  let left = 0;
  let stock = 0;
  let before = 0;
  const leaving: number[] = [];
  const early: number[] = [];
  for (let i = 0; i < riskSteps; i++) {
    const hazard = factor * hazards[i];
    const more = hazard - before;
    before = hazard;
    const goes = (deathsADay + exitsADay) * step;
    const all = more + goes;
    const out = alive * (1 - exp(-all));
    relapsed += all > 0 ? (out * more) / all : 0;
    if (i < earlySteps) early.push(relapsed);
    const leaves = all > 0 ? (out * exitsADay * step) / all : 0;
    left += leaves;
    leaving.push(leaves);
    stock += alive > 0 && all > 0 ? (out / all) * step : alive * step;
    alive -= out;
  }
  return { relapsed, left, stable: alive, days: stock, leaving, early };
}

/** The same for those who leave the course on the days of `leaving`: the clock runs on. */
function riskAfter({ step, hazards }: Steps, factor: number, deathsADay: number, leaving: number[]) {
  let here = 0;
  let relapsed = 0;
  let days = 0;
  const early: number[] = [];
  let before = 0;
  for (let i = 0; i < riskSteps; i++) {
    const hazard = factor * hazards[i];
    const more = hazard - before;
    before = hazard;
    const all = more + deathsADay * step;
    const out = here * (1 - exp(-all));
    relapsed += all > 0 ? (out * more) / all : 0;
    if (i < earlySteps) early.push(relapsed);
    days += all > 0 ? (out / all) * step : here * step;
    here += leaving[i] - out;
  }
  return { relapsed, stable: here, days, early };
}

/** Mean of the booked day and of the wait until it, over deadlines and the part of them that is used. */
function bookedDays(common: CommonNumbers, extra: number): number {
  const { deadline_low, deadline_mode, deadline_high, booked_from, booked_to } = common.first_contact;
  const steps = 60;
  let sum = 0;
  for (let i = 0; i < steps; i++) {
    const u = (i + 0.5) / steps;
    const width = deadline_high - deadline_low;
    const left = deadline_mode - deadline_low;
    const deadline =
      width === 0
        ? deadline_low
        : u * width < left
          ? deadline_low + Math.sqrt(u * width * left)
          : deadline_high - Math.sqrt((1 - u) * width * (deadline_high - deadline_mode));
    for (let j = 0; j < steps; j++) {
      const part = booked_from + ((j + 0.5) / steps) * (booked_to - booked_from);
      sum += Math.max(common.assessment.days, part * (deadline + extra));
    }
  }
  return sum / (steps * steps);
}

/** Mean length of a stay and the share left early, over short and long ones and their spread. */
function stayDays({ stay }: CommonNumbers): { days: number; dropout: number } {
  const steps = 200;
  let days = 0;
  let completed = 0;
  for (const [meant, weight] of [
    [stay.short_days, 1 - stay.long_share],
    [stay.long_days, stay.long_share],
  ]) {
    for (let i = 0; i < steps; i++) {
      const length = meant * (1 - stay.spread + (2 * stay.spread * (i + 0.5)) / steps);
      const survive = (at: number) =>
        stay.dropout_days > 0 ? exp(-power(at / stay.dropout_days, stay.dropout_shape)) : 0;
      let mean = 0;
      for (let j = 0; j < 20; j++) mean += (survive(((j + 0.5) / 20) * length) * length) / 20;
      days += (weight * mean) / steps;
      completed += (weight * survive(length)) / steps;
    }
  }
  return { days, dropout: 1 - completed };
}

/** Probability of waiting and mean wait (in units of the service time) for `servers` at an offered load (Erlang C). */
function erlangWait(servers: number, offered: number): number {
  if (servers <= 0 || offered >= servers) return Infinity;
  let blocked = 1;
  for (let n = 1; n <= servers; n++) blocked = (offered * blocked) / (n + offered * blocked);
  const waiting = (servers * blocked) / (servers - offered * (1 - blocked));
  return waiting / (servers - offered);
}

/**
 * Solves the flows.
 * @param town the mean of the municipalities' numbers; `turnover` of their posts, a year
 * @param adults of the whole place
 * @param units stay beds in each unit, as shares
 */
export function solveFlows(
  common: CommonNumbers,
  town: Pick<TownNumbers, 'follow_up' | 'gate'> & { need_factor: number; turnover: number },
  adults: number,
  units: readonly number[],
): { flows: Flows; stays: Stays } {
  const { need, first_contact, course, lar, detox, stay, relapse, out_of_contact, mortality, municipal_need } = common;
  const { giving_up, assessment, census, follow_up_case } = common;

  // persons who differ
  const light =
    need.heavy_share < 1 ? Math.max(0, (1 - need.heavy_share * need.heavy_factor) / (1 - need.heavy_share)) : 1;
  const kinds: Persons[] = [true, false].flatMap((drug) => [
    { share: need.heavy_share * (drug ? need.drug_share : 1 - need.drug_share), heavy: need.heavy_factor, drug },
    { share: (1 - need.heavy_share) * (drug ? need.drug_share : 1 - need.drug_share), heavy: light, drug },
  ]);

  // centred multipliers
  const shares =
    relapse.base_early + relapse.base_ramp + relapse.base_late + relapse.base_follow_up + relapse.base_in_course;
  const followed = 1 + (relapse.gap_hr - 1) * (1 - relapse.base_intensity);
  const contactMean =
    (relapse.base_early +
      (relapse.base_ramp * (1 + relapse.gap_hr)) / 2 +
      relapse.base_late * relapse.gap_hr +
      relapse.base_follow_up * followed +
      relapse.base_in_course * relapse.in_course_hr) /
    shares;
  // outside a course some are followed up, and for the others the clock runs from the last day
  const clock = (age: number) => {
    if (age <= relapse.gap_from_days) return 1;
    if (age >= relapse.gap_full_days) return relapse.gap_hr;
    return 1 + ((relapse.gap_hr - 1) * (age - relapse.gap_from_days)) / (relapse.gap_full_days - relapse.gap_from_days);
  };
  const outside = hazardSteps(
    common,
    (age) => (census.risk_followed * followed + (1 - census.risk_followed) * clock(age)) / contactMean,
  );
  const inCourse = hazardSteps(common, () => relapse.in_course_hr / contactMean);
  const endMean = relapse.base_completed * relapse.completed_hr + 1 - relapse.base_completed;
  const completedFactor = relapse.completed_hr / endMean;
  const otherFactor = 1 / endMean;

  const length = stayDays(common);
  const listDays = bookedDays(common, 0);
  const bedListDays = bookedDays(common, first_contact.bed_extra_days);
  // thinner contact than nominal closes cases sooner and loses more of them
  const intensity = Math.max(follow_up_case.intensity_floor, relapse.base_intensity, 0.01);
  const planned = town.follow_up.duration_days > 0 ? 1 / (town.follow_up.duration_days * intensity) : 0;
  const lost = town.follow_up.loss / (intensity * intensity);
  const caseRate = planned + lost + (town.turnover * follow_up_case.handover_loss) / daysAYear;
  const meanDeath = need.drug_share * mortality.drug + (1 - need.drug_share) * mortality.other;
  const caseDays = 1 / (caseRate + meanDeath / daysAYear);

  const nobody = riskTable(outside, 0, 0, 0);
  const noTable = { during: nobody, after: riskAfter(outside, 0, 0, nobody.leaving) };
  const state = kinds.map(({ drug }) => {
    const death = (drug ? mortality.drug : mortality.other) / daysAYear;
    const after = (factor: number) => riskTable(outside, factor, death, 0);
    return {
      toReferral: 0,
      toReturn: 0,
      lost: 0,
      outpatient: 0,
      asking: 0,
      lar: 0,
      relapseToBed: 0,
      larRelapseToBed: 0,
      courses: 0,
      municipalIn: 0,
      larGood: nobody,
      larBad: nobody,
      relapsesOutside: 0,
      municipalReferrals: 0,
      out: -1,
      completed: noTable,
      dropped: noTable,
      riskOut: after(otherFactor * relapse.outpatient_hr),
      riskMun: after(otherFactor * relapse.municipal_hr),
      riskGood: after(completedFactor),
      riskBad: after(otherFactor),
    };
  });
  let bedWait = 0;
  let detoxWait = 0;
  let followedShare = 0.2;
  const followedLost = census.out_followed;
  let flows = blank();

  for (let round = 0; round < 2_000; round++) {
    const next = blank();
    let joinedDecision = 0;
    let followedStock = 0;
    let personsOfTsb = 0;
    kinds.forEach((kind, index) => {
      const it = state[index];
      const death = (kind.drug ? mortality.drug : mortality.other) / daysAYear;
      const back = (days: number) => (days > 0 ? 1 / (1 + death * days) : 1);
      const stockOf = (flow: number, days: number) => (flow * days * back(days)) / daysAYear;

      // referral and the list
      const firstNew = need.first_referred * town.need_factor * kind.share;
      const newEmergency = need.emergency * town.need_factor * kind.share;
      const newMunicipal = need.municipal * town.need_factor * kind.share;
      const lostExits = it.lost > 0 && out_of_contact.days > 0 ? (it.lost * daysAYear) / out_of_contact.days : 0;
      const referrals = firstNew + it.toReferral + lostExits * out_of_contact.to_referral + it.municipalReferrals;
      const rejected = referrals * assessment.rejected_share;
      const accepted = referrals - rejected;
      const toBed = Math.min(1, first_contact.bed_share * (0.4 + 0.6 * kind.heavy));
      const deferred = first_contact.deferred_share;
      const bedDays =
        bedListDays + (1 - first_contact.bed_detox_share) * bedWait + first_contact.bed_detox_share * detoxWait;
      const stays = (days: number) => exp(-giving_up.rate * days);
      const reach = (days: number) => (1 - deferred) * stays(days) + deferred * stays(assessment.days);
      const reachSlot = accepted * (1 - toBed) * reach(listDays);
      const reachBed = accepted * toBed * reach(bedDays);
      const gaveUp = accepted - reachSlot - reachBed;
      const noShow = reachSlot * first_contact.no_show_share;
      const startsCourse = reachSlot - noShow;
      const emergenciesOutside =
        newEmergency + it.relapsesOutside * relapse.to_emergency + lostExits * out_of_contact.to_emergency;
      const returns = it.toReturn;

      // which courses become LAR
      const chance = referrals > 0 ? (startsCourse + reachBed) / referrals : 0;
      const { to_referral, to_emergency, to_exit } = out_of_contact;
      const comesBack = (to_referral + to_emergency) / Math.max(1e-9, to_referral + to_emergency + to_exit);
      const triesAgain = giving_up.back_share + (1 - giving_up.back_share) * comesBack;
      const everStarts = chance / Math.max(1e-9, 1 - (1 - chance) * triesAgain);
      const starts = startsCourse + reachBed + emergenciesOutside + returns;
      // a first course may be the second time in TSB: who left from a bed has had none
      const firstCourses =
        firstNew * everStarts + newEmergency + (it.municipalReferrals * newMunicipal) / Math.max(1e-9, it.municipalIn);
      const firstShare = Math.min(1, firstCourses / Math.max(1e-9, it.courses));
      const larShare = !kind.drug
        ? 0
        : firstShare * Math.min(1, lar.first_share / Math.max(1e-9, need.drug_share)) +
          (1 - firstShare) * lar.later_share;

      // beds: asked for inside a course after a lead time, in which the course may end
      const waits = course.lead_days + (1 - course.bed_detox_share) * bedWait + course.bed_detox_share * detoxWait;
      const stillThere = course.days > 0 ? exp(-waits / course.days) : 0;
      const askO = it.asking * course.bed_requests * kind.heavy + it.relapseToBed;
      const askLar = it.lar * lar.bed_requests * kind.heavy + it.larRelapseToBed;
      const emO = it.asking * course.emergencies * kind.heavy;
      const emLar = it.lar * lar.emergencies * kind.heavy;
      const fromO = askO * stillThere;
      const detoxIn = {
        outside: emergenciesOutside + reachBed * first_contact.bed_detox_share,
        outpatient: emO + fromO * course.bed_detox_share,
        lar: emLar + askLar * course.bed_detox_share,
      };
      const goesOn = Math.min(1, detox.continue_share * (0.5 + 0.5 * Math.min(1.6, kind.heavy)));
      const handed = goesOn * (1 - detox.handover_loss) * (bedWait > 0 ? 1 / (1 + detox.handover_rate * bedWait) : 1);
      const lostBetween = goesOn - handed;
      const stayIn = {
        outside: reachBed * (1 - first_contact.bed_detox_share) + detoxIn.outside * handed,
        outpatient: fromO * (1 - course.bed_detox_share) + detoxIn.outpatient * handed,
        lar: askLar * (1 - course.bed_detox_share) + detoxIn.lar * handed,
      };
      const staysOut = stayIn.outside + stayIn.outpatient;
      const detoxOut = detoxIn.outside + detoxIn.outpatient;
      const done = 1 - length.dropout;
      // after a bed: on in a course, or at risk outside
      const onAfterDetox = detoxOut * (1 - goesOn) * detox.course_share;
      const offAfterDetox = detoxOut * ((1 - goesOn) * (1 - detox.course_share) + lostBetween);
      const onCompleted = staysOut * done * stay.completed_course_share;
      const onDropped = staysOut * length.dropout * stay.dropout_course_share;
      const offCompleted = staysOut * done - onCompleted;
      const offDropped = staysOut * length.dropout - onDropped;
      // who begins the course with the bed may become LAR
      const begins = detoxOut + staysOut > 0 ? (detoxIn.outside + stayIn.outside) / (detoxOut + staysOut) : 0;
      const larAfterBed = (onAfterDetox + onCompleted + onDropped) * begins * larShare;
      const keepsOut = 1 - begins * larShare;
      it.courses = startsCourse + returns + (onAfterDetox + onCompleted + onDropped) * begins;

      // outpatient courses: without a risk that runs, and after a bed
      const out =
        1 / Math.max(1e-9, course.days) +
        death +
        ((course.bed_requests * stillThere + course.emergencies) * kind.heavy) / daysAYear;
      const endShare = 1 / Math.max(1e-9, course.days) / Math.max(1e-9, out - death);
      // the tables change only with the waits for a bed
      if (Math.abs(out - it.out) > 1e-7) {
        const table = (factor: number) => {
          const during = riskTable(inCourse, factor, death, out - death);
          const after = riskAfter(
            outside,
            factor,
            death,
            during.leaving.map((leaves) => leaves * endShare),
          );
          return { during, after };
        };
        it.out = out;
        it.completed = table(completedFactor);
        it.dropped = table(otherFactor);
      }
      const { completed, dropped } = it;
      const onBad = (onAfterDetox + onDropped) * keepsOut;
      const onGood = onCompleted * keepsOut;
      const relapsedInCourse = onGood * completed.during.relapsed + onBad * dropped.during.relapsed;
      const fresh =
        (startsCourse + returns) * (1 - larShare) +
        relapsedInCourse * (1 - relapse.to_bed_share - relapse.ends_course_share);
      const freshStock = fresh / out / daysAYear;
      // who waits for a bed is in the course until then, or until it ends
      const waitingStock = (askO * stillThere * waits) / daysAYear;
      const endsWaiting = it.relapseToBed * (1 - stillThere);
      const afterBedStock = (onGood * completed.during.days + onBad * dropped.during.days) / daysAYear;
      const stableInCourse = onGood * completed.during.stable + onBad * dropped.during.stable;
      it.outpatient = freshStock + afterBedStock + stableInCourse / out / daysAYear + waitingStock;
      it.asking = it.outpatient - waitingStock;
      it.relapseToBed = relapsedInCourse * relapse.to_bed_share;
      const larIn = (startsCourse + returns) * larShare + larAfterBed;
      const larDays = back(lar.days) * lar.days;
      // after a bed a LAR patient is at risk in the course, and a relapse may end it
      const outLar =
        1 / Math.max(1e-9, lar.days) + death + ((lar.bed_requests + lar.emergencies) * kind.heavy) / daysAYear;
      if (it.larGood === nobody) {
        it.larGood = riskTable(inCourse, completedFactor, death, outLar - death);
        it.larBad = riskTable(inCourse, otherFactor, death, outLar - death);
      }
      const larRelapses =
        stayIn.lar * done * it.larGood.relapsed +
        (stayIn.lar * length.dropout + detoxIn.lar * (1 - handed)) * it.larBad.relapsed;
      it.larRelapseToBed = larRelapses * relapse.to_bed_share;
      const larRelapseEnds = Math.min(larIn * 0.9, larRelapses * relapse.ends_course_share);
      it.lar = ((larIn - larRelapseEnds) * larDays) / daysAYear;

      // at risk
      const outEnds =
        ((freshStock + stableInCourse / out / daysAYear) * daysAYear) / Math.max(1e-9, course.days) +
        (larIn - larRelapseEnds) * back(lar.days) +
        endsWaiting;
      const { riskOut, riskMun, riskGood, riskBad } = it;

      // the municipality only: new, and after a relapse
      // and who was followed up when out of contact for good, or already had a case at the relapse, stays with it
      const municipalNew = newMunicipal + it.relapsesOutside * relapse.to_municipality * (1 - followedShare);
      const municipalIn =
        newMunicipal + it.relapsesOutside * relapse.to_municipality + lostExits * out_of_contact.to_exit * followedLost;
      const onlyOut = caseRate + death + municipal_need.referral_rate / daysAYear;
      const municipalOnly = municipalIn / onlyOut / daysAYear;
      it.municipalIn = municipalIn;
      it.municipalReferrals = municipalOnly * municipal_need.referral_rate;
      const municipalEnds = municipalOnly * daysAYear * planned;

      const offBad = offAfterDetox + offDropped;
      const relapsesAtRisk =
        outEnds * riskOut.relapsed +
        municipalEnds * riskMun.relapsed +
        offCompleted * riskGood.relapsed +
        offBad * riskBad.relapsed +
        onGood * completed.after.relapsed +
        onBad * dropped.after.relapsed;
      it.relapsesOutside = relapsesAtRisk + relapsedInCourse * relapse.ends_course_share + larRelapseEnds;
      const risk =
        (outEnds * riskOut.days +
          municipalEnds * riskMun.days +
          offCompleted * riskGood.days +
          offBad * riskBad.days +
          onGood * completed.after.days +
          onBad * dropped.after.days) /
        daysAYear;
      const stable =
        outEnds * riskOut.stable +
        municipalEnds * riskMun.stable +
        offCompleted * riskGood.stable +
        offBad * riskBad.stable +
        onGood * completed.after.stable +
        onBad * dropped.after.stable;

      // out of contact
      const failed = gaveUp + noShow;
      const toReferralFast = failed * giving_up.back_share;
      const toReferralSlow = it.relapsesOutside * relapse.to_referral;
      it.toReferral = toReferralFast * back(giving_up.back_days) + toReferralSlow * back(relapse.referral_days);
      const toReturnIn = it.relapsesOutside * relapse.to_return;
      it.toReturn = toReturnIn * back(relapse.return_days);
      const rest = Math.max(
        0,
        1 - relapse.to_referral - relapse.to_return - relapse.to_emergency - relapse.to_municipality,
      );
      const staysLost = Math.max(
        0,
        1 - out_of_contact.to_referral - out_of_contact.to_emergency - out_of_contact.to_exit,
      );
      const lostIn =
        failed * (1 - giving_up.back_share) + rejected + it.relapsesOutside * rest + municipalOnly * lost * daysAYear;
      it.lost = stockOf(lostIn + lostExits * staysLost, out_of_contact.days);

      // municipal need of those in TSB: at referral, at the end of the course, at the start of LAR and later
      const free = 1 - followedShare;
      const atReferral =
        (referrals + returns + emergenciesOutside) * municipal_need.share * municipal_need.at_referral_share * free;
      const leaves =
        outEnds +
        offCompleted +
        offBad +
        (onGood * completed.during.left + onBad * dropped.during.left) * endShare +
        relapsedInCourse * relapse.ends_course_share +
        larRelapseEnds;
      // who was met at referral is still followed up at the end of the course, unless the case has ended first
      const kept = caseDays / (caseDays + listDays + course.days);
      const stillNeeds = municipal_need.share * free * (1 - municipal_need.at_referral_share * kept);
      const larNeeds = larIn * municipal_need.lar_share * free;
      const larFollowed = municipal_need.lar_rate > 0 ? 1 / (1 + (municipal_need.lar_rate * caseDays) / daysAYear) : 1;
      const larLater = it.lar * municipal_need.lar_share * municipal_need.lar_rate * larFollowed;
      const door = atReferral + leaves * stillNeeds + larNeeds + larLater + municipalNew;
      joinedDecision += door;

      const by = (days: number) => {
        const at = Math.min(earlySteps, Math.max(1, Math.round(days / outside.step))) - 1;
        const inCourses = (which: typeof completed) => which.during.early[at] + which.after.early[at];
        return (
          onCompleted * keepsOut * inCourses(completed) +
          onDropped * keepsOut * inCourses(dropped) +
          offCompleted * it.riskGood.early[at] +
          offDropped * it.riskBad.early[at] +
          (onCompleted * (1 - keepsOut) + stayIn.lar * done) * it.larGood.early[at] +
          (onDropped * (1 - keepsOut) + stayIn.lar * length.dropout) * it.larBad.early[at]
        );
      };
      next.relapses91 += by(91);
      next.relapses182 += by(182);
      next.deathsInTsb +=
        death * (it.outpatient * daysAYear + it.lar * daysAYear + detox.mean_days * detoxOut + length.days * staysOut);

      const inBedDays = detox.mean_days * (detoxOut + detoxIn.lar) + length.days * (staysOut + stayIn.lar);
      next.newNeed += firstNew + newEmergency + newMunicipal;
      next.referrals += referrals;
      next.rejected += rejected;
      next.gaveUp += gaveUp;
      next.noShow += noShow;
      next.startsFromList += startsCourse + reachBed;
      next.emergenciesOutside += emergenciesOutside;
      next.returns += returns;
      next.courseStarts += starts;
      next.larStarts += larIn;
      next.courseEnds += leaves;
      next.relapses += relapsesAtRisk + relapsedInCourse + larRelapses;
      next.stable += stable;
      next.gone += lostExits * out_of_contact.to_exit * (1 - followedLost);
      next.detoxAdmissions += detoxOut + detoxIn.lar;
      next.stayAdmissions += staysOut + stayIn.lar;
      next.handovers += (detoxOut + detoxIn.lar) * handed;
      next.emergencyAdmissions += emergenciesOutside + emO + emLar;
      next.listAdmissions += reachBed;
      next.bedDays += inBedDays;
      next.stayDropouts += (staysOut + stayIn.lar) * length.dropout;
      next.slotDemand += reachSlot;
      next.municipalOnlyIn += municipalIn;
      next.awayIn += toReferralFast + toReferralSlow + toReturnIn;
      next.lostIn += lostIn;
      next.riskIn +=
        outEnds +
        municipalEnds +
        offCompleted +
        offBad +
        (onGood * completed.during.left + onBad * dropped.during.left) * endShare;
      next.outpatientIn += fresh + onGood + onBad;
      next.assessment += (referrals * assessment.days) / daysAYear;
      next.list +=
        (accepted *
          (1 - deferred) *
          ((1 - toBed) * onList(listDays, giving_up.rate) + toBed * onList(bedDays, giving_up.rate)) -
          accepted * (1 - deferred) * assessment.days) /
        daysAYear;
      next.deferred +=
        (accepted *
          deferred *
          ((1 - toBed) * listDays + toBed * bedDays - assessment.days + first_contact.deferral_days) *
          stays(assessment.days)) /
        daysAYear;
      next.outpatient += it.outpatient;
      next.larWithBeds += it.lar;
      next.bedRequests += askO + askLar + (detoxOut + detoxIn.lar) * handed;
      next.lar += it.lar - (detox.mean_days * detoxIn.lar + length.days * stayIn.lar) / daysAYear;
      next.detox += (detox.mean_days * (detoxOut + detoxIn.lar)) / daysAYear;
      next.stay += (length.days * (staysOut + stayIn.lar)) / daysAYear;
      next.bedQueue += ((askO + askLar) * waits + (detoxOut + detoxIn.lar) * handed * bedWait) / daysAYear;
      next.risk += risk;
      next.onTheWayBack +=
        stockOf(toReferralFast, giving_up.back_days) +
        stockOf(toReferralSlow, relapse.referral_days) +
        stockOf(toReturnIn, relapse.return_days);
      next.lost += it.lost;
      next.municipalOnly += municipalOnly;
      personsOfTsb += it.outpatient + it.lar + inBedDays / daysAYear + risk + it.lost;
      const died =
        death *
        daysAYear *
        (it.outpatient +
          it.lar +
          inBedDays / daysAYear +
          risk +
          it.lost +
          municipalOnly +
          stockOf(toReferralFast, giving_up.back_days) +
          stockOf(toReferralSlow, relapse.referral_days) +
          stockOf(toReturnIn, relapse.return_days) +
          (referrals * listDays) / daysAYear);
      next.deaths += died;
      if (kind.drug) next.drugDeaths += died;
      followedStock += municipalOnly;
    });

    // follow-up: what is decided, less what gives up in the queue, as long as a case lasts
    next.casesDecided = joinedDecision;
    next.decision = (joinedDecision * town.gate.decision_days) / daysAYear;
    next.followUpQueue = census.follow_up_queue;
    const queueDays = joinedDecision > 0 ? (census.follow_up_queue * daysAYear) / joinedDecision : 0;
    next.casesStarted = joinedDecision * exp(-town.follow_up.give_up * queueDays);
    next.followUp = (next.casesStarted * caseDays) / daysAYear;
    const persons = personsOfTsb + next.onTheWayBack + next.list;
    followedShare +=
      0.5 * (Math.min(0.9, Math.max(0, next.followUp - followedStock) / Math.max(1e-9, persons)) - followedShare);

    next.followedShare = followedShare;

    // waits for beds, a unit for itself
    const scale = adults / 100_000;
    const detoxBeds = Math.round(common.beds.detox * scale);
    const detoxHeld = detox.mean_days + common.beds.detox_gap_days;
    const stayHeld = length.days + common.beds.stay_gap_days;
    const waitIn = (beds: number, admissions: number, held: number) => {
      const offered = (admissions * scale * held) / daysAYear;
      // a ward that is asked for more than it has is full, and its waits are not finite: as if at 98 %
      return erlangWait(beds, Math.min(offered, 0.98 * beds)) * held;
    };
    const detoxNew = waitIn(detoxBeds, next.detoxAdmissions, detoxHeld);
    const stayNew = units.reduce(
      (sum, unit) =>
        sum + unit * waitIn(Math.round(common.beds.stay * scale * unit), next.stayAdmissions * unit, stayHeld),
      0,
    );
    detoxWait += 0.2 * ((Number.isFinite(detoxNew) ? detoxNew : 0) - detoxWait);
    bedWait += 0.2 * ((Number.isFinite(stayNew) ? stayNew : 0) - bedWait);

    let moved = 0;
    for (const key of Object.keys(next) as (keyof Flows)[]) moved = Math.max(moved, Math.abs(next[key] - flows[key]));
    flows = next;
    if (moved < 1e-6 && round > 20) break;
  }
  return {
    flows,
    stays: {
      list: listDays,
      detox: detox.mean_days,
      stay: length.days,
      stayDropoutShare: length.dropout,
      case: caseDays,
    },
  };
}

/** Mean days on the list when some give up on the way. */
const onList = (days: number, rate: number) => (rate > 0 ? (1 - exp(-rate * days)) / rate : days);

function blank(): Flows {
  return {
    newNeed: 0,
    followedShare: 0,
    referrals: 0,
    rejected: 0,
    gaveUp: 0,
    noShow: 0,
    startsFromList: 0,
    emergenciesOutside: 0,
    returns: 0,
    courseStarts: 0,
    larStarts: 0,
    courseEnds: 0,
    relapses: 0,
    stable: 0,
    gone: 0,
    deaths: 0,
    drugDeaths: 0,
    deathsInTsb: 0,
    relapses91: 0,
    relapses182: 0,
    larWithBeds: 0,
    bedRequests: 0,
    detoxAdmissions: 0,
    stayAdmissions: 0,
    handovers: 0,
    emergencyAdmissions: 0,
    listAdmissions: 0,
    bedDays: 0,
    stayDropouts: 0,
    slotDemand: 0,
    casesDecided: 0,
    casesStarted: 0,
    municipalOnlyIn: 0,
    awayIn: 0,
    lostIn: 0,
    riskIn: 0,
    outpatientIn: 0,
    assessment: 0,
    list: 0,
    deferred: 0,
    outpatient: 0,
    lar: 0,
    detox: 0,
    stay: 0,
    bedQueue: 0,
    risk: 0,
    onTheWayBack: 0,
    lost: 0,
    municipalOnly: 0,
    decision: 0,
    followUpQueue: 0,
    followUp: 0,
  };
}
