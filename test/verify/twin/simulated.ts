/** The simulation's side: the same arrangement, replication by replication, as counts and stocks by name. */
import type { Arrangement } from '../../../model/arrangement.ts';
import { positions, seriesNames, tallies } from '../../../model/record.ts';
import { simulateFuture, simulateHistory } from '../../../model/simulate.ts';

export interface Replication {
  /** Over the whole run. */
  flows: Record<string, number>;
  /** The mean over the dates. */
  stocks: Record<string, number>;
}

export function replicate(arrangement: Arrangement, seed: number, replication: number, dates: number[]): Replication {
  const { byYear, lengths } = simulateFuture(simulateHistory(arrangement, { seed, replication, dates }), arrangement);
  // places are the town in focus, then the whole
  const years = arrangement.history + arrangement.years;
  const flows = Object.fromEntries(
    tallies.map((name, index) => {
      let sum = 0;
      for (let year = 0; year < years; year++) sum += byYear[(years + year) * tallies.length + index];
      return [name, sum];
    }),
  );
  const stocks: Record<string, number> = {};
  const size = seriesNames.length;
  seriesNames.forEach(({ kind, queue }, index) => {
    let sum = 0;
    for (let date = 0; date < dates.length; date++) sum += lengths[(dates.length + date) * size + index];
    stocks[kind === 'position' ? queue : `${kind}_${queue}`] = sum / dates.length;
  });
  return { flows, stocks };
}

export const stockNames = positions.slice(0, 16);
