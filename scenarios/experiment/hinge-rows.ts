/** What each difference leans on: the rows of hinges.csv. */
import type { Resolved } from '../resolve/compose.ts';
import type { Candidate } from './candidates.ts';
import { candidatesOf } from './candidates.ts';
import type { Catalogue } from './catalogue.ts';
import { cellsOf } from './catalogue.ts';
import type { HingeRow } from './findings.ts';
import type { Gathered } from './gather.ts';
import { ratioOver } from './gather.ts';
import type { FutureDraw } from './protocol.ts';
import { pairedDifferences } from './statistics/difference.ts';
import { fewestForHinges } from './statistics/fewest.ts';
import { hinges } from './statistics/hinges.ts';

/** Hinges of every measure that gets a verdict, over the years after the switch. */
export function hingesOf(
  base: Gathered,
  scenario: Gathered,
  pair: readonly [Resolved, Resolved],
  draws: readonly (readonly FutureDraw[])[],
  catalogue: Catalogue,
): HingeRow[] {
  if (draws.length < fewestForHinges) return [];
  const rows: HingeRow[] = [];
  const known = new Map<string, Candidate[]>();
  for (const measure of catalogue.measures) {
    if (!measure.verdict || measure.kind === 'median') continue;
    for (const cell of cellsOf(measure, scenario.layout)) {
      if (cell.period !== 'all' || cell.group !== 'all') continue;
      const { period, municipality } = cell;
      const candidates = known.get(municipality) ?? candidatesOf(pair, draws, municipality);
      known.set(municipality, candidates);
      const differences = pairedDifferences(ratioOver(base, measure, cell), ratioOver(scenario, measure, cell));
      for (const { parameter, share, turnsAt, binary } of hinges(differences, candidates)) {
        const { path, municipality: whose, value, low, high, unit, source, confidence, label } = parameter as Candidate;
        const where = { base: base.name, scenario: scenario.name, period, municipality, measure: measure.name };
        rows.push({ ...where, path, whose, share, turnsAt, value, low, high, confidence, source, unit, label, binary });
      }
    }
  }
  return rows;
}
