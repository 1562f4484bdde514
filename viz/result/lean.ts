/** A result without what no view shows: what stands in a page or a report as data. */
import type { Result } from './result.ts';

/**
 * User groups are for the files, single futures for the towns in focus, and hundredths of a day (14 minutes) are enough to
 * draw.
 */
export function lean(result: Result): Result {
  const { findings, middle } = result;
  const everybody = <Row extends { group: string }>(rows: Row[]) => rows.filter(({ group }) => group === 'all');
  return {
    ...result,
    singles: result.singles.filter(({ municipality }) => findings.focus.includes(municipality)),
    middle: { ...middle, moves: middle.moves.map((move) => ({ ...move, time: Math.round(move.time * 100) / 100 })) },
    findings: {
      ...findings,
      estimates: everybody(findings.estimates),
      comparisons: everybody(findings.comparisons),
    },
  };
}
