/** Places at the switch, kept as long as there is room: a scenario that is changed begins from there. */
import type { History } from '../../model/simulate.ts';

export class Snapshots {
  private readonly most: number;
  private readonly kept = new Map<string, Map<number, History>>();
  private count = 0;

  /** @param most how many may be kept */
  constructor(most: number) {
    this.most = most;
  }

  get(past: string, replication: number): History | undefined {
    return this.kept.get(past)?.get(replication);
  }

  /** Keeps a snapshot, or not: the first replications of the past that was asked for last are those that answer first. */
  keep(past: string, replication: number, history: History): void {
    const own = this.kept.get(past) ?? new Map<number, History>();
    // the latest past stands last
    this.kept.delete(past);
    this.kept.set(past, own);
    if (!own.has(replication)) this.count++;
    own.set(replication, history);
    while (this.count > this.most) this.dropOne();
  }

  private dropOne(): void {
    const [[past, oldest]] = this.kept;
    oldest.delete(Math.max(...oldest.keys()));
    this.count--;
    if (oldest.size === 0) this.kept.delete(past);
  }
}
