/** What is looked at: one scenario in one place on one day, with its plan, its year of flows and its words. */
import { number } from '../../../scenarios/words/format.ts';
import type { Result } from '../../result/result.ts';
import type { ChartOptions } from '../chart.ts';
import { textWidth } from '../measure-text.ts';
import { dayInWords, yearAt } from '../queues/time-frame.ts';
import type { Who } from '../scenarios.ts';
import { monthAt, whoIsWho } from '../scenarios.ts';
import { type } from '../theme.ts';
import { contentOf, figureWidth } from './content.ts';
import { narrowGaps } from './drawn-links.ts';
import { mostOf } from './most.ts';
import type { Plan } from './plan.ts';
import { planNarrow, planWide } from './plan.ts';
import { widest } from './plan-ways.ts';
import type { Still } from './still.ts';
import { isClose } from './still.ts';
import type { YearFlows } from './year-flows.ts';
import { inWholePersons, largestLink, yearFlows } from './year-flows.ts';

export interface PathwayOptions extends ChartOptions {
  /** So many days a dot is seen on its way from room to room; 0: it is always in a room. Only in the wide plan. */
  travelDays?: number;
  /** A picture of one day only. */
  still?: Still;
}

/** Below this there is no room for the rooms side by side. */
const narrowest = 690;
/** Figures of ways wider than this ask for more. */
const usualFigure = 40;

export interface View {
  result: Result;
  options: PathwayOptions;
  who: Who;
  base: Who | undefined;
  plan: Plan;
  /** Null: the result has no flows. */
  flows: YearFlows | null;
  /** The same in whole persons. */
  whole: YearFlows | null;
  year: number;
  /** Index in `Result.days`. */
  month: number;
  hasDots: boolean;
  perDot: number;
  /** Pixels a person and year. */
  scale: number;
  /** `1 March 2033` */
  date: string;
}

type Fixed = Omit<View, 'result' | 'options' | 'month' | 'date'>;
const kept = new WeakMap<Result, { key: string; fixed: Fixed }>();

export function viewOf(result: Result, options: PathwayOptions): View {
  const { lang, day } = options;
  const year = yearAt(result, day);
  const { focus, municipality, width, narrow, still } = options;
  const key = [focus, municipality, width, narrow, lang, year, still && `${still} ${day}`].join('\n');
  let held = kept.get(result);
  if (held?.key !== key) {
    held = { key, fixed: fixedOf(result, options, year) };
    kept.set(result, held);
  }
  return {
    result,
    options,
    ...held.fixed,
    month: monthAt(result, day),
    date: dayInWords(result, lang, Math.floor(day)),
  };
}

function fixedOf(result: Result, options: PathwayOptions, year: number): Fixed {
  const { lang, focus, municipality, width, narrow } = options;
  const all = whoIsWho(result, lang);
  const who = all.find(({ name }) => name === focus) ?? all[0];
  const hasDots = options.still !== 'empty' && isFollowed(result, municipality);
  const flows = yearFlows(result, who.name, municipality, year);
  const whole = flows && inWholePersons(flows);
  const content = contentOf(result, options, hasDots);
  const most = largestLink(result, municipality);
  const widths = {
    way: textWidth(number(lang, most), type.small),
    room: figureWidth(result, options),
  };
  const isNarrow = narrow || width < narrowest + 8 * Math.max(0, widths.way - usualFigure);
  const plan = isNarrow
    ? planNarrow(content, width, widths, narrowGaps(result, options))
    : planWide(content, width, widths, isClose(options.still));
  return {
    who,
    base: all.find(({ isBase }) => isBase),
    plan,
    flows,
    whole,
    year,
    hasDots,
    perDot: mostOf(result, municipality).perDot,
    scale: widest / most,
  };
}

/** Whether the middle future has everybody of a municipality, or of the whole place. */
function isFollowed({ middle, findings }: Result, municipality: string): boolean {
  if (middle.moves.length === 0) return false;
  const isEverybody = findings.scenarios[0].place.towns.every(({ number }) => findings.focus.includes(number));
  return municipality === 'provider' ? isEverybody : findings.focus.includes(municipality);
}
