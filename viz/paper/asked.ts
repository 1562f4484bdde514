/** What is printed: a result as it is looked at. */
import type { Language } from '../../scenarios/words/words.ts';
import type { ChartOptions } from '../charts/chart.ts';
import type { Runs } from '../page/answer-words.ts';
import type { Settled } from '../page/state.ts';
import type { Result } from '../result/result.ts';
import { drawn } from './measures.ts';

export interface Printed {
  result: Result;
  lang: Language;
  view: Settled;
  runs: Runs;
  /** What must be said under the headline: what the files do not say, what went wrong. */
  notices: readonly string[];
  /** The link that shows the page again; null: there is none. */
  link: string | null;
}

/** What a chart is asked that is printed so wide. */
export function chartOptions({ lang, view }: Printed, width: number): ChartOptions {
  const { scenario, day, municipality } = view;
  return { lang, width: drawn(width), focus: scenario, day, municipality, narrow: false, paper: true };
}
