/** Flows against changes of stock: what comes into a position and does not leave it is still there. */

import { newYear } from '../../model/kernel/calendar.ts';
import { positions, seriesNames } from '../../model/record.ts';
import type { Layout } from './layout.ts';
import type { ReplicationAnswer, RunAnswer } from './protocol.ts';

/** Positions that have lengths; the rest are no longer present. */
const present = seriesNames.filter(({ kind }) => kind === 'position').length;

export class FlowBalance {
  cells = 0;
  failed = 0;
  /** Where it first failed, in words. */
  first: string | null = null;

  /** Looks at every place, year and position of every run. */
  check(answer: ReplicationAnswer, names: readonly string[], layouts: readonly Layout[]): void {
    answer.runs.forEach((run, index) => {
      this.checkRun(run, layouts[index], `${names[index]}, replication ${answer.replication}`);
    });
  }

  private checkRun(run: RunAnswer, layout: Layout, where: string): void {
    const { places, history, years, firstYear, switchDay, dates } = layout;
    const all = history + years;
    const net = new Float64Array(places * all * present);
    run.flowKeys.forEach((key, i) => {
      const [place, year, from, to] = key.split('|');
      const cell = (Number(place) * all + Number(year)) * present;
      const out = positions.indexOf(from as never);
      const into = positions.indexOf(to as never);
      if (out >= 0 && out < present) net[cell + out] -= run.flowPersons[i];
      if (into >= 0 && into < present) net[cell + into] += run.flowPersons[i];
    });
    const index = new Map(dates.map((day, i) => [day, i]));
    const ends = Array.from({ length: all + 1 }, (_, year) => index.get(newYear(firstYear + year) - switchDay));
    for (let place = 0; place < places; place++) {
      for (let year = 0; year < all; year++) {
        const from = ends[year];
        const to = ends[year + 1];
        if (from === undefined || to === undefined) continue;
        for (let position = 0; position < present; position++) {
          const at = (date: number) => run.lengths[(place * dates.length + date) * seriesNames.length + position];
          // the first year begins with nobody: the census is a flow of that year, and some settle on its day
          const off = at(to) - (year === 0 ? 0 : at(from)) - net[(place * all + year) * present + position];
          this.cells++;
          if (off === 0) continue;
          this.failed++;
          this.first ??= `${where}, ${layout.towns[place] ?? 'provider'}, ${firstYear + year}, ${positions[position]}: off by ${off}`;
        }
      }
    }
  }
}
