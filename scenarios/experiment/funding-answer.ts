/** The answer about money: from which share kept a framework grant serves as well, and what becomes of it when the grant is lost. */
import { inForce } from '../../model/arrangement.ts';
import { tallies } from '../../model/record.ts';
import type { Resolved } from '../resolve/compose.ts';
import type { Catalogue, Cell, Measure } from './catalogue.ts';
import { cellsOf } from './catalogue.ts';
import { fewestPersons } from './estimates.ts';
import type { BreakEvenRow, Fates } from './findings.ts';
import type { Gathered } from './gather.ts';
import { ratioOver } from './gather.ts';
import { periodsOf } from './layout.ts';
import { breakEven } from './statistics/breakeven.ts';
import { difference } from './statistics/difference.ts';
import type { Ratio } from './statistics/ratio.ts';

/** Measures whose break-even is looked for. */
const breakEvenMeasures = ['days_without_service', 'place_years'];

/** A scenario with what was gathered of it. */
export interface Ran {
  resolved: Resolved;
  gathered: Gathered;
}

/** The one town in focus as it is at the switch; null where several are, or none. */
function townInFocus({ arrangement }: Resolved) {
  const towns = arrangement.towns.filter((town) => town.focus);
  if (towns.length !== 1) return null;
  const [town] = towns;
  const numbers = inForce(town.numbers, 0);
  return {
    number: town.number,
    funding: inForce(town.mechanisms, 0).funding,
    retention: numbers.council.retention,
    holdsGrant: numbers.grant.held_at_census,
    grantPosts: numbers.grant.posts,
  };
}

/** Two framework scenarios that differ only in how much the council keeps. */
function framedPairs(scenarios: readonly Ran[]): { low: Ran; high: Ran; lowValue: number; highValue: number }[] {
  const pairs = [];
  const framed = scenarios.filter(({ resolved }) => townInFocus(resolved)?.funding === 'framework');
  for (const low of framed) {
    for (const high of framed) {
      const lowValue = townInFocus(low.resolved)?.retention ?? Number.NaN;
      const highValue = townInFocus(high.resolved)?.retention ?? Number.NaN;
      if (lowValue < highValue && othersOf(low.resolved) === othersOf(high.resolved)) {
        pairs.push({ low, high, lowValue, highValue });
      }
    }
  }
  return pairs;
}

/** The policies of a scenario in any order, the one that decides the funding by its name alone. */
function othersOf({ place, policies }: Resolved): string {
  const names = policies.map((policy) => ('funding' in policy.mechanisms ? policy.name : policy.fullName));
  return [place.name, ...names.sort()].join('\n');
}

/** Rows for the period `all` and every calendar year after the switch, where the base is the grant by application. */
export function breakEvensOf(base: Ran, scenarios: readonly Ran[], catalogue: Catalogue): BreakEvenRow[] {
  const town = townInFocus(base.resolved);
  if (town?.funding !== 'by_application') return [];
  const rows: BreakEvenRow[] = [];
  for (const { low, high, lowValue, highValue } of framedPairs(scenarios)) {
    for (const name of breakEvenMeasures) {
      const measure = catalogue.byName.get(name);
      if (!measure) continue;
      for (const cell of cellsOf(measure, base.gathered.layout)) {
        if (cell.municipality !== town.number || cell.group !== 'all' || !isAfter(cell, base.gathered)) continue;
        const parts = [base, low, high].map(({ gathered }) => ratioOver(gathered, measure, cell));
        const few = parts.some(({ persons }) => persons < fewestPersons);
        const found = few
          ? { breakeven: null, ciLow: null, ciHigh: null, reason: 'too_few' as const }
          : breakEven({
              base: parts[0],
              atLow: parts[1],
              atHigh: parts[2],
              low: lowValue,
              high: highValue,
              better: measure.better === 'lower' ? 'lower' : 'higher',
            });
        rows.push({
          base: base.gathered.name,
          low: low.gathered.name,
          high: high.gathered.name,
          period: cell.period,
          municipality: cell.municipality,
          measure: name,
          lowValue,
          highValue,
          breakeven: found.breakeven,
          ciLow: found.ciLow,
          ciHigh: found.ciHigh,
          reason: found.reason,
          shareOfGrant:
            cell.period === 'all' && found.breakeven !== null
              ? asShareOfGrant(found.breakeven, base, high, cell)
              : null,
        });
      }
    }
  }
  return rows;
}

const isAfter = ({ at, period }: Cell, { layout }: Gathered) => {
  const firstYear = layout.history > 0 ? 2 : 1;
  return period === 'all' || at >= firstYear + layout.history;
};

/** k* × M ÷ G: M is what the framework hands out a year, G what the grant pays on day 0. */
function asShareOfGrant(k: number, base: Ran, framework: Ran, cell: Cell): number | null {
  const town = townInFocus(base.resolved);
  const { costs } = inForce(base.resolved.arrangement.common, 0);
  const paid = (town?.grantPosts ?? 0) * costs.post;
  const { runs, layout } = framework.gathered;
  const start = (cell.place * periodsOf(layout).length + cell.at) * tallies.length;
  let handedOut = 0;
  let years = 0;
  for (const { byPeriod } of runs) {
    handedOut += byPeriod[start + tallies.indexOf('nok_granted')];
    years += byPeriod[start + tallies.indexOf('years')];
  }
  return paid > 0 && years > 0 ? (k * handedOut) / years / paid : null;
}

/**
 * Differences apart for futures in which the base keeps the grant in all years after the switch, and in which it is ever
 * without it. Null unless one town is in focus and holds the grant at the switch.
 */
export function fatesOf(base: Ran, scenarios: readonly Ran[], catalogue: Catalogue): Fates | null {
  const town = townInFocus(base.resolved);
  if (town?.funding !== 'by_application' || town.holdsGrant !== 1) return null;
  const { layout, runs } = base.gathered;
  const place = layout.towns.indexOf(town.number);
  const start = place * periodsOf(layout).length * tallies.length;
  // both are sums of day lengths; a day without the grant is far more than rounding
  const keeps = runs.map(({ byPeriod }) => {
    const held = byPeriod[start + tallies.indexOf('grant_years')] * 365.25;
    return held > byPeriod[start + tallies.indexOf('days')] - 0.5;
  });
  const kept = keeps.filter((one) => one).length;
  const fates: Fates = { municipality: town.number, keeps: kept, loses: runs.length - kept, differences: [] };
  const names = [...new Set([...catalogue.fundingHeads, ...catalogue.chain])];
  for (const scenario of scenarios) {
    if (scenario === base) continue;
    for (const name of names) {
      const measure = catalogue.byName.get(name) as Measure;
      if (measure.kind === 'median') continue;
      const cell = cellsOf(measure, layout).find(
        (one) => one.period === 'all' && one.group === 'all' && one.municipality === town.number,
      );
      if (!cell) continue;
      const from = ratioOver(base.gathered, measure, cell);
      const to = ratioOver(scenario.gathered, measure, cell);
      for (const fate of ['keeps', 'loses'] as const) {
        const mine = (_: number, i: number) => keeps[i] === (fate === 'keeps');
        const part = ({ numerators, denominators }: Ratio) => ({
          numerators: numerators.filter(mine),
          denominators: denominators.filter(mine),
        });
        const { mean, ciLow, ciHigh, n } = difference(part(from), part(to));
        const enough = n >= 2;
        fates.differences.push({
          scenario: scenario.gathered.name,
          measure: name,
          fate,
          mean: enough ? mean : null,
          ciLow,
          ciHigh,
          n,
        });
      }
    }
  }
  return fates;
}
