/** The runs of all scenarios that were asked for, as far as there is room. */
import type { Layout } from '../../scenarios/experiment/layout.ts';
import { Runs } from './runs.ts';

/** Runs of scenarios that are no longer asked for are kept up to this, for a slider that goes back. */
const mostBytes = 150_000_000;
/** Futures of which the events are kept, a scenario each. */
const mostRows = 12;

export class RunStore {
  private readonly runs = new Map<string, Runs>();
  private readonly rows = new Map<string, string[][]>();

  /** Makes room for a scenario's runs; those it has stay. It is the latest then. */
  open(key: string, layout: Layout): void {
    const own = this.runs.get(key) ?? new Runs(layout);
    this.runs.delete(key);
    this.runs.set(key, own);
  }

  get(key: string): Runs | undefined {
    return this.runs.get(key);
  }

  /** Forgets the oldest runs of others than these, when there are too many. */
  tidy(wanted: ReadonlySet<string>): void {
    const others = [...this.runs].filter(([key]) => !wanted.has(key));
    let bytes = others.reduce((sum, [, { bytes: own }]) => sum + own, 0);
    for (const [key, { bytes: own }] of others) {
      if (bytes <= mostBytes) return;
      this.runs.delete(key);
      bytes -= own;
    }
  }

  /** Cells of events.csv of one future, the scenario's name left out. */
  rowsOf(key: string, replication: number): string[][] | undefined {
    return this.rows.get(`${replication} ${key}`);
  }

  keepRows(key: string, replication: number, rows: string[][]): void {
    this.rows.set(`${replication} ${key}`, rows);
    for (const [oldest] of this.rows) {
      if (this.rows.size <= mostRows) return;
      this.rows.delete(oldest);
    }
  }
}
