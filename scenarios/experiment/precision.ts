/** Whether the replications so far tell enough: the precision that was asked for, watched as they come. */
import type { Catalogue, Cell, Measure } from './catalogue.ts';
import { cellsOf } from './catalogue.ts';
import { differenceIn } from './comparison.ts';
import { estimateIn } from './estimates.ts';
import type { Precision, PrecisionAsked } from './findings.ts';
import type { Gathered } from './gather.ts';
import { ReplicationsAlgorithm } from './statistics/replications.ts';

export interface Watched {
  scenarios: readonly Gathered[];
  /** The base of a comparison; null: levels are watched. */
  base: Gathered | null;
  /** Municipalities in focus. */
  focus: readonly string[];
  catalogue: Catalogue;
  seed: number;
}

/**
 * Watches one measure after the switch. Alone, its mean in every scenario must be precise to a share of itself; in a
 * comparison every difference to the base, to a share of the base's mean: a share of a difference would ask the more, the
 * less it matters.
 */
export class PrecisionWatch {
  private readonly algorithm: ReplicationsAlgorithm;
  private readonly watched: Watched;
  private readonly asked: PrecisionAsked;
  private readonly measure: Measure;
  private readonly cell: Cell;
  private deviation: number | null = null;
  private done = false;

  /** @throws Error when the catalogue has no such measure */
  constructor(asked: PrecisionAsked, watched: Watched) {
    const measure = watched.catalogue.byName.get(asked.measure);
    if (!measure) throw new Error(`the catalogue has no measure "${asked.measure}"`);
    this.asked = asked;
    this.watched = watched;
    this.measure = measure;
    this.algorithm = new ReplicationsAlgorithm(asked.share);
    const whose = municipalityOf(measure, watched.focus);
    this.cell = cellsOf(measure, watched.scenarios[0].layout).find(
      ({ period, municipality, group }) => period === 'all' && group === 'all' && municipality === whose,
    ) as Cell;
  }

  /** After a replication has been gathered: whether there are enough. */
  take(): boolean {
    this.deviation = this.deviationNow();
    this.done = this.algorithm.take(this.deviation);
    return this.done;
  }

  get result(): Precision {
    const { municipality } = this.cell;
    const { reached, ahead } = this.algorithm;
    return { ...this.asked, municipality, reached, lookAhead: ahead, held: this.done, deviation: this.deviation };
  }

  /** The largest of all scenarios; null where one is undefined, or a share of 0. */
  private deviationNow(): number | null {
    const { scenarios, base, seed } = this.watched;
    let most = 0;
    for (const scenario of scenarios) {
      if (scenario === base) continue;
      const own = estimateIn(base ?? scenario, this.measure, this.cell, seed);
      const known = base ? differenceIn(base, scenario, this.measure, this.cell, seed) : own;
      if (known.ciLow === null || known.ciHigh === null || !own.mean) return null;
      most = Math.max(most, (known.ciHigh - known.ciLow) / 2 / Math.abs(own.mean));
    }
    return most;
  }
}

/** The municipality in focus; of several, all of the place. */
function municipalityOf({ level }: Measure, focus: readonly string[]): string {
  if (level === 'provider') return 'provider';
  if (focus.length === 1) return focus[0];
  return level === 'town' ? 'all' : 'provider';
}
