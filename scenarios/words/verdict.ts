/** The verdicts in sentences: at most five, by one rule, each with what must stand beside it and what it leans on. */
import type { Measure } from '../experiment/catalogue.ts';
import type { ComparisonRow, Findings, VerdictCode } from '../experiment/findings.ts';
import type { ScenarioFacts } from '../resolve/compose.ts';
import { list, number, signed } from './format.ts';
import { hingeSentences, uncapital } from './hinge.ts';
import {
  alternatives,
  capital,
  comparison,
  digitsOf,
  directed,
  direction,
  gap,
  halfWidth,
  isFunding,
  letters,
  level,
  measureOf,
  side,
  terse,
} from './voice.ts';
import type { Language } from './words.ts';
import { word } from './words.ts';

/** How many verdicts are printed as sentences: five at 99 % are together 95 %. */
export const mostVerdicts = 5;
/** More runs than this are not asked for. */
export const mostRuns = 2_000;

export interface Verdict {
  scenario: ScenarioFacts;
  measure: Measure;
  row: ComparisonRow;
}

/** Which measures head the comparison of one scenario with the base, in order. */
export function headsOf(scenario: ScenarioFacts, findings: Findings): Measure[] {
  const { fundingHeads, organisationHeads } = findings.catalogue;
  return (isFunding(scenario) ? fundingHeads : organisationHeads).flatMap((name) => measureOf(findings, name) ?? []);
}

/**
 * The verdicts that are printed: every alternative's first measure, then every one's second, and so on up to five; funding
 * before organisation. The choice never looks at the results. `left`: how many heads were left out.
 */
export function headlineVerdicts(findings: Findings): { verdicts: Verdict[]; left: number } {
  const others = alternatives(findings);
  const ordered = [...others.filter(isFunding), ...others.filter((scenario) => !isFunding(scenario))];
  const heads = ordered.map((scenario) =>
    headsOf(scenario, findings).flatMap((measure): Verdict[] => {
      const row = comparison(findings, scenario.name, measure);
      return row === undefined ? [] : [{ scenario, measure, row }];
    }),
  );
  const chosen: Verdict[][] = heads.map(() => []);
  let taken = 0;
  const deepest = Math.max(0, ...heads.map(({ length }) => length));
  for (let depth = 0; depth < deepest; depth++) {
    heads.forEach((own, at) => {
      if (depth < own.length && taken < mostVerdicts) {
        chosen[at].push(own[depth]);
        taken++;
      }
    });
  }
  const all = heads.reduce((sum, own) => sum + own.length, 0);
  return { verdicts: chosen.flat(), left: all - taken };
}

/** One verdict with everything that belongs to it, a sentence each. */
export function verdictSentences(findings: Findings, verdict: Verdict, lang: Language): string[] {
  return [
    verdictSentence(findings, verdict, lang),
    ...money(findings, verdict, lang),
    ...becauseOf(findings, verdict, lang),
    ...overTime(findings, verdict, lang),
    ...besides(findings, verdict, lang),
    ...hingeSentences(findings, verdict, lang),
  ];
}

/** All printed verdicts, in order, as plain sentences. */
export function verdicts(findings: Findings, lang: Language): string[] {
  const { verdicts: chosen } = headlineVerdicts(findings);
  return chosen.flatMap((verdict) => verdictSentences(findings, verdict, lang));
}

/** The verdict itself. Every form says in which direction, how much, and in how many of 20 futures. */
export function verdictSentence(findings: Findings, { scenario, measure, row }: Verdict, lang: Language): string {
  const names = letters(findings);
  const B = names.get(scenario.name) ?? scenario.name;
  const A = names.get(row.base) ?? row.base;
  const Measure = capital(measure.label[lang]);
  const difference = row.meanDifference;
  if (row.n < 2) return word(lang, 'verdict_too_few_runs', { Measure, A, B, n: row.n });
  if (row.verdict === null || difference === null || row.k === null) {
    return word(lang, 'verdict_undefined', { Measure, A, B });
  }
  const digits = digitsOf(measure, halfWidth(row.ci99Low, row.ci99High));
  if (isSame(row)) return word(lang, 'verdict_same', { Measure, A, B });
  if (row.verdict === 'none') {
    const m = gap(lang, measure, row.matters, digitsOf(measure, (row.matters ?? 0) / 2));
    return word(lang, 'verdict_none', { Measure, A, B, m });
  }
  if (row.verdict === 'cannot_tell') return cannotTell(findings, measure, row, { Measure, A, B }, lang);

  const sign = difference < 0 ? -1 : 1;
  const less = direction(lang, measure, sign);
  const n = gap(lang, measure, difference, digits);
  const posts = sign < 0 ? fewerPosts(findings, { scenario, measure, row }, lang) : null;
  if (posts !== null) return word(lang, 'verdict_cheaper_fewer_posts', { Measure, A, B, n, posts, k: row.k });
  const holes = {
    Measure,
    A,
    B,
    less,
    n,
    a: level(lang, measure, row.baseMean, digits),
    b: level(lang, measure, row.scenarioMean, digits),
    k: row.k,
    Less: capital(less),
  };
  if (row.verdict === 'clearly') return word(lang, 'verdict_clearly', holes);
  if (row.verdict === 'probably') return word(lang, 'verdict_probably', holes);
  return word(lang, 'verdict_on_average', holes);
}

/** Whether nothing differs in any future. */
export function isSame({ dots20, ciLow, ciHigh }: ComparisonRow): boolean {
  return ciLow === 0 && ciHigh === 0 && dots20?.every((dot) => dot === 0) === true;
}

function cannotTell(
  findings: Findings,
  measure: Measure,
  row: ComparisonRow,
  who: { Measure: string; A: string; B: string },
  lang: Language,
): string {
  const digits = digitsOf(measure, halfWidth(row.ci99Low, row.ci99High));
  const holes = {
    ...who,
    low: directed(lang, measure, row.ci99Low, digits, false),
    high: directed(lang, measure, row.ci99High, digits, true),
  };
  if (row.runsToSettle !== null) {
    return word(lang, 'verdict_cannot_tell_runs', { ...holes, runs: number(lang, row.runsToSettle) });
  }
  const Where = word(lang, findings.focus.length === 1 ? 'where_town' : 'where_towns');
  const runs = number(lang, Math.max(mostRuns, row.n));
  const key = findings.uncertainty === 'chance' ? 'verdict_cannot_tell_chance' : 'verdict_cannot_tell_futures';
  return word(lang, key, { ...holes, Where, runs });
}

/** A lower cost for the municipality is no gain where posts go with it: the fall in staffed posts, if there surely is one. */
function fewerPosts(findings: Findings, { scenario, measure }: Verdict, lang: Language): string | null {
  if (measure.name !== 'cost_municipality') return null;
  const posts = measureOf(findings, 'post_years_staffed');
  const row = posts && comparison(findings, scenario.name, posts);
  if (!posts || !row || side(row.ci99Low, row.ci99High) >= 0) return null;
  return number(lang, Math.abs(row.meanDifference ?? 0), digitsOf(posts, halfWidth(row.ci99Low, row.ci99High)));
}

/** What the municipality pays more or less over all years, with the span of 9 of 10 futures; and the state, if it surely does. */
function money(findings: Findings, { scenario, measure, row }: Verdict, lang: Language): string[] {
  if (measure.name !== 'cost_municipality' || row.meanDifference === null || isSame(row)) return [];
  // dots stand at 2.5, 7.5, … 97.5 %: nine in ten lie from the second to the last but one
  if (row.dots20?.length !== 20) return [];
  const { years } = findings;
  const names = letters(findings);
  const digits = digitsOf(measure, (halfWidth(row.ciLow, row.ciHigh) ?? 0) * years);
  const millions = (value: number) => signed(lang, value * years * 1e-6, digits);
  const sentence = word(lang, 'verdict_money', {
    B: names.get(scenario.name) ?? scenario.name,
    A: names.get(row.base) ?? row.base,
    n: gap(lang, measure, row.meanDifference * years, digits),
    more: word(lang, row.meanDifference < 0 ? 'money_less' : 'money_more'),
    years,
    low: millions(row.dots20[1]),
    high: millions(row.dots20[18]),
  });
  const grants = measureOf(findings, 'grants_state');
  const state = grants && comparison(findings, scenario.name, grants);
  if (!state || state.meanDifference === null || side(state.ciLow, state.ciHigh) === 0) return [sentence];
  const n = gap(
    lang,
    measure,
    state.meanDifference * years,
    digitsOf(measure, (halfWidth(state.ciLow, state.ciHigh) ?? 0) * years),
  );
  const more = word(lang, state.meanDifference < 0 ? 'money_less' : 'money_more');
  return [`${sentence} ${word(lang, 'verdict_money_state', { n, more })}`];
}

const isQueue = ({ name }: Measure) => name.startsWith('queue_') || name.startsWith('unserved_');
const isWait = ({ name }: Measure) => name.startsWith('wait_');
/** Measures of those who leave a queue unserved. */
const isGivingUp = ({ name }: Measure) => name.startsWith('gave_up_') || name === 'lost_share';

function companionsOf(findings: Findings, measure: Measure): Measure[] {
  return measure.companions.flatMap((name) => measureOf(findings, name) ?? []);
}

/** What makes a queue longer or shorter without anybody being served sooner or later: people who give up. */
function becauseOf(findings: Findings, { scenario, measure, row }: Verdict, lang: Language): string[] {
  if (!isQueue(measure) && !isWait(measure)) return [];
  const sentences: string[] = [];
  const moved = side(row.ci99Low, row.ci99High);
  const lost = measureOf(findings, 'lost_share');
  const leavers = [...companionsOf(findings, measure).filter(isGivingUp), ...(lost ? [lost] : [])];
  for (const leaver of new Set(leavers)) {
    const left = comparison(findings, scenario.name, leaver);
    if (moved === 0 || !left || left.meanDifference === null || side(left.ci99Low, left.ci99High) !== -moved) continue;
    const gave_up = word(lang, 'gave_up_change', {
      measure: uncapital(leaver.label[lang]),
      n: gap(lang, leaver, left.meanDifference, digitsOf(leaver, halfWidth(left.ci99Low, left.ci99High))),
      less: direction(lang, leaver, -moved),
    });
    if (isQueue(measure)) {
      sentences.push(word(lang, moved > 0 ? 'because_fewer_gave_up' : 'because_more_gave_up', { gave_up }));
    } else {
      sentences.push(word(lang, moved > 0 ? 'because_fewer_gave_up_wait' : 'because_more_gave_up_wait', { gave_up }));
    }
    break;
  }
  if (measure.name === 'wait_first_contact_mean' && moved < 0) {
    const bed = measureOf(findings, 'queue_bed_mean');
    const beds = bed && comparison(findings, scenario.name, bed);
    if (bed && beds && side(beds.ci99Low, beds.ci99High) > 0) {
      const digits = digitsOf(measure, halfWidth(row.ci99Low, row.ci99High));
      const n = gap(lang, measure, row.meanDifference, digits);
      const m = number(lang, beds.meanDifference, digitsOf(bed, halfWidth(beds.ci99Low, beds.ci99High)));
      sentences.push(word(lang, 'two_waits', { n, m }));
    }
  }
  return sentences;
}

const sided: ReadonlySet<VerdictCode> = new Set(['clearly', 'probably', 'on_average']);

/** A difference that turns over the years: the sides before and after, and the years. */
export interface Turn {
  signs: [first: number, later: number];
  /** The last year of the first side, and the first of the other. */
  until: number;
  from: number;
}

/** Where a difference turns over the years: two years running on one side, and later two years running on the other. */
export function turnOverYears(findings: Findings, { scenario, measure }: Verdict): Turn | null {
  const signs: number[] = [];
  for (let year = 0; year < findings.years; year++) {
    const row = comparison(findings, scenario.name, measure, String(findings.switchYear + year));
    const directs = row?.verdict && sided.has(row.verdict) && row.meanDifference !== null;
    signs.push(directs ? Math.sign(row.meanDifference ?? 0) : 0);
  }
  const stretches: { sign: number; from: number; to: number }[] = [];
  signs.forEach((sign, year) => {
    const last = stretches[stretches.length - 1];
    if (last && last.sign === sign && last.to === year - 1) last.to = year;
    else if (sign !== 0) stretches.push({ sign, from: year, to: year });
  });
  const lasting = stretches.filter(({ from, to }) => to > from);
  // one turn is a sentence; several turns, or a lone year on another side, are for the table
  if (lasting.length !== 2 || lasting.length !== stretches.length || lasting[0].sign === lasting[1].sign) return null;
  const [first, then] = lasting;
  return {
    signs: [first.sign, then.sign],
    until: findings.switchYear + first.to,
    from: findings.switchYear + then.from,
  };
}

function overTime(findings: Findings, verdict: Verdict, lang: Language): string[] {
  const turn = turnOverYears(findings, verdict);
  if (!turn) return [];
  const { signs, until: y1, from: y2 } = turn;
  const [First, later] = signs.map((sign) => direction(lang, verdict.measure, sign));
  return [word(lang, y2 === y1 + 1 ? 'over_time_adjacent' : 'over_time', { First, later, y1, y2 })];
}

/** The companions of a queue or wait: inflow, served, gave up, served while waiting. */
function besides(findings: Findings, { scenario, measure, row }: Verdict, lang: Language): string[] {
  const A = letters(findings).get(row.base) ?? row.base;
  const items = companionsOf(findings, measure).flatMap((companion) => {
    const beside = comparison(findings, scenario.name, companion);
    if (!beside || beside.baseMean === null || beside.scenarioMean === null) return [];
    const digits = digitsOf(companion, halfWidth(beside.ciLow, beside.ciHigh));
    return word(lang, 'beside_item', {
      measure: uncapital(companion.label[lang]),
      a: terse(lang, companion, beside.baseMean, digits),
      b: terse(lang, companion, beside.scenarioMean, digits),
      A,
    });
  });
  return items.length === 0 ? [] : [word(lang, 'beside', { items: list(items, word(lang, 'and')) })];
}

/** What is said of money that is not equal: handed out beyond 2 % more or less than under the base, beyond doubt. */
export function otherSums(findings: Findings, lang: Language): string[] {
  const measure = measureOf(findings, 'grants_handed_out');
  if (!measure) return [];
  const names = letters(findings);
  return alternatives(findings)
    .filter(isFunding)
    .flatMap((scenario) => {
      const row = comparison(findings, scenario.name, measure);
      if (!row || row.baseMean === null || row.ci99Low === null || row.ci99High === null) return [];
      const allowed = 0.02 * Math.abs(row.baseMean);
      const sign = row.ci99Low > allowed ? 1 : row.ci99High < -allowed ? -1 : 0;
      if (sign === 0) return [];
      const digits = digitsOf(measure, halfWidth(row.ci99Low, row.ci99High));
      return word(lang, 'other_sum', {
        B: names.get(scenario.name) ?? scenario.name,
        A: names.get(row.base) ?? row.base,
        n: gap(lang, measure, row.meanDifference, digits),
        more: word(lang, sign < 0 ? 'money_less' : 'money_more'),
        a: level(lang, measure, row.baseMean, digits),
        b: level(lang, measure, row.scenarioMean, digits),
      });
    });
}
