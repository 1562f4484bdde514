/** Replications of one place by chance alone, kept year by year: what docs/model.md shows and its tests look at. */
import type { Arrangement } from '../../model/arrangement.ts';
import { seriesNames, tallies } from '../../model/record.ts';
import { simulateFuture, simulateHistory } from '../../model/simulate.ts';
import { byPeriod, layoutOf } from '../experiment/layout.ts';
import type { Estimate } from '../experiment/statistics/jackknife.ts';
import { estimate } from '../experiment/statistics/ratio.ts';
import { resolveScenario } from '../resolve/compose.ts';
import { asGiven, realise } from '../resolve/realise.ts';

export interface BaseRun {
  /** Adult inhabitants of the place. */
  adults: number;
  history: number;
  years: number;
  /** Of each replication the tallies of the whole place: all years, history first, then years after the switch. */
  byYear: Float64Array[];
  /** Of each replication the lengths of the whole place at the first of each month: months × `seriesNames`. */
  lengths: Float64Array[];
  /** Moves a year after the switch, per 100,000 adults, by `from|to|cause`. */
  flows: Map<string, number>;
}

export interface BaseOptions {
  replications: number;
  history: number;
  years: number;
  seed: number;
  /** As `--set`: `path=value`, for the whole run. */
  sets?: readonly string[];
  /** What the arrangement is changed to before the run. */
  change?: (arrangement: Arrangement) => Arrangement;
}

/**
 * Runs a place, or a scenario on it, with every parameter at its value.
 * @param name as on the command line: `region`, `medium+purchaser-provider:plug@all`
 */
export function runBase(name: string, options: BaseOptions): BaseRun {
  const { replications, history, years, seed } = options;
  const arrange = (scenario: string): Arrangement => {
    const resolved = resolveScenario(scenario, { history, years, sets: options.sets });
    const arrangement = realise(resolved.plan, asGiven);
    return options.change?.(arrangement) ?? arrangement;
  };
  const place = arrange(name.split('+')[0]);
  const scenario = arrange(name);
  const layout = layoutOf(scenario, 'month');
  const whole = layout.places - 1;
  const adults = scenario.towns.reduce((sum, { numbers }) => sum + numbers[0].values.town.adults, 0);
  const run: BaseRun = { adults, history, years, byYear: [], lengths: [], flows: new Map() };
  const part = 100_000 / adults / years / replications;
  for (let replication = 1; replication <= replications; replication++) {
    const past = simulateHistory(place, { seed, replication, dates: layout.dates });
    const record = simulateFuture(past, scenario);
    const periods = byPeriod(record.byYear, layout);
    const first = history > 0 ? 2 : 1;
    const all = (first + history + years) * tallies.length;
    run.byYear.push(periods.slice(whole * all + first * tallies.length, (whole + 1) * all));
    const months = layout.dates.length * seriesNames.length;
    run.lengths.push(Float64Array.from(record.lengths.subarray(whole * months, (whole + 1) * months)));
    for (const [key, persons] of record.flows) {
      const [at, year, ...move] = key.split('|');
      if (Number(at) !== whole || Number(year) < history) continue;
      const flow = move.join('|');
      run.flows.set(flow, (run.flows.get(flow) ?? 0) + persons * part);
    }
  }
  return run;
}

/** Σ weight × tally. */
export type Terms = readonly (readonly [tally: number, weight: number])[];

/** Sums terms over years (index from the first year of the history, `to` not included), replication by replication. */
export function sumsOver(run: BaseRun, terms: Terms, from: number, to: number): Float64Array {
  return Float64Array.from(run.byYear, (values) => {
    let sum = 0;
    for (let year = from; year < to; year++) {
      for (const [tally, weight] of terms) sum += weight * (values[year * tallies.length + tally] ?? 0);
    }
    return sum;
  });
}

/**
 * A ratio of totals over years with its interval over replications, times `scale`.
 * @param from,to years counted from the switch, `to` not included
 */
export function ratioOver(
  run: BaseRun,
  ratio: { numerator: Terms; denominator: Terms; scale: number },
  from: number,
  to: number,
): Estimate {
  const numerators = sumsOver(run, ratio.numerator, run.history + from, run.history + to).map((x) => x * ratio.scale);
  return estimate(numerators, sumsOver(run, ratio.denominator, run.history + from, run.history + to));
}

/** Mean number in a position, waiting or holding at the first of the months after the switch, per 100,000 adults. */
export function meanLength(run: BaseRun, kind: string, queue: string): Estimate {
  const series = seriesNames.findIndex((one) => one.kind === kind && one.queue === queue);
  if (series < 0) throw new RangeError(`no length is kept of ${kind} ${queue}`);
  const n = seriesNames.length;
  const means = Float64Array.from(run.lengths, (lengths) => {
    let sum = 0;
    for (let month = 12 * run.history; month < lengths.length / n; month++) sum += lengths[month * n + series] ?? 0;
    return (sum / (lengths.length / n - 12 * run.history)) * (100_000 / run.adults);
  });
  return estimate(means, new Float64Array(means.length).fill(1));
}
