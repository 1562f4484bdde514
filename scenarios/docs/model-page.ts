/** The parts of docs/model.md that a run fills: flow chart, targets, stocks and flows, drift. */
import { transitions } from '../../model/transitions.ts';
import { assumedTable } from './assumed.ts';
import { balanceTable } from './balance-table.ts';
import type { BaseRun } from './base-run.ts';
import { runBase } from './base-run.ts';
import type { Drift } from './drift.ts';
import { driftOf, withPosts } from './drift.ts';
import { flowChart } from './flow-chart.ts';
import { fill, table } from './markers.ts';
import { estimateText, numberText } from './numbers.ts';
import type { Target } from './targets.ts';
import { limitsOf, targetsMet } from './targets.ts';

/** Moves of fewer persons a year per 100,000 adults are left out of the picture. */
const leastDrawn = 5;

export interface PageRuns {
  /** `region` as it is. */
  base: BaseRun;
  /** `region` with 15 % fewer posts. */
  fewer: BaseRun;
}

/** The runs behind the page: 100 replications for the drift, of which the first 40 would do for the targets. */
export function pageRuns(replications = 100): PageRuns {
  const run = { history: 5, years: 10, seed: 1 };
  return {
    base: runBase('region', { ...run, replications }),
    fewer: runBase('region', { ...run, years: 15, replications: Math.ceil(replications / 4), change: withPosts(0.85) }),
  };
}

/** The page with everything between its markers written anew. */
export function fillModelPage(page: string, runs: PageRuns): string {
  const parts: [string, string][] = [
    ['flow chart', chartPart(runs.base)],
    ['targets', targetsPart(runs.base)],
    ['balance', balanceTable(runs.base)],
    ['drift', driftPart(runs)],
    ['assumed', assumedTable()],
  ];
  return parts.reduce((text, [name, content]) => fill(text, name, content), page);
}

function chartPart(run: BaseRun): string {
  const chart = flowChart(transitions, run.flows, leastDrawn);
  const share = (100 * chart.left.persons) / (chart.left.persons + chart.drawn.persons);
  return [
    '```mermaid',
    chart.text,
    '```',
    '',
    `Numbers are persons a year per 100,000 adults (\`region\`, ${run.byYear.length} replications of ${run.years} years by ` +
      `chance alone). Drawn are the ${chart.drawn.pairs} pairs of positions between which at least ${leastDrawn} persons ` +
      `move; ${chart.left.pairs} rarer pairs, ${numberText(share, 1)} % of all moves, are left out, deaths among them.`,
  ].join('\n');
}

function targetsPart(run: BaseRun): string {
  const rows = targetsMet(run, 0, run.years).map(({ target, simulated, met }) => {
    const decimals = target.unit === 'a year' && target.high >= 100 ? 0 : 1;
    const scale = target.unit === 'share' ? 100 : 1;
    const unit = { share: ' %', days: ' days', 'a year': '' }[target.unit];
    const [low, high] = limitsOf(target).map((value) => numberText(value * scale, decimals)) as [string, string];
    return [
      String(target.number),
      target.name,
      `${figure(target, scale, decimals)}${unit}`,
      `${low}–${high}`,
      `${estimateText(simulated, decimals, scale)}${unit}`,
      met ? 'yes' : '**no**',
      target.source,
    ];
  });
  const head = ['', 'target', 'value', 'within tolerance', 'simulated ± 95 %', 'met', 'source'];
  return `${table(head, rows, [2, 3, 4])}\n\n\`region\`, ${run.byYear.length} replications, the ${run.years} years after the switch; counts are a year and per 100,000 adults.`;
}

function figure({ low, high }: Target, scale: number, decimals: number): string {
  const [from, to] = [low, high].map((value) => numberText(value * scale, decimals));
  return from === to ? String(from) : `${from}–${to}`;
}

function driftPart({ base, fewer }: PageRuns): string {
  const row = (drift: Drift) => [
    drift.name,
    numberText(drift.first, 1),
    numberText(drift.last, 1),
    `${numberText(100 * drift.part, 1)} %`,
    `${numberText(100 * drift.limit, 0)} %${drift.orErrors === null ? '' : ` or ${drift.orErrors} standard errors`}`,
    drift.holds ? 'yes' : '**no**',
  ];
  const head = ['per 100,000 adults', 'year 1', `year ${base.years}`, 'change', 'limit', 'holds'];
  const queue = (year: number) => numberText((driftOf(fewer, 0, year).at(-1) as Drift).last, 1);
  const years = [0, 4, 9, fewer.years - 1].map((year) => `${queue(year)} in year ${year + 1}`);
  return [
    table(head, driftOf(base).map(row), [1, 2, 3]),
    '',
    `\`region\`, ${base.byYear.length} replications by chance alone, no policy. With 15 % fewer posts throughout ` +
      `(${fewer.byYear.length} replications), the queue for follow-up is ${years.join(', ')}: longer, and bounded.`,
  ].join('\n');
}
