/** Places at the switch, kept as long as there is room: a scenario that is changed begins from there. */
import type { History } from '../../model/simulate.ts';

/** What a snapshot takes for every person in it, in bytes; measured on `medium` (1,425). */
const bytesPerPerson = 1_500;

interface Kept {
  history: History;
  bytes: number;
}

export class Snapshots {
  private readonly most: number;
  private readonly kept = new Map<string, Map<number, Kept>>();
  private latest: { past: string; replication: number; history: History } | null = null;
  private bytes = 0;

  /** @param most bytes that all may take together; the latest is kept beside them, for the scenarios that come next */
  constructor(most: number) {
    this.most = most;
  }

  get(past: string, replication: number): History | undefined {
    const { latest } = this;
    if (latest?.past === past && latest.replication === replication) return latest.history;
    return this.kept.get(past)?.get(replication)?.history;
  }

  /** Keeps a snapshot, or not: the first replications of the past that was asked for last are those that answer first. */
  keep(past: string, replication: number, history: History): void {
    this.latest = { past, replication, history };
    const own = this.kept.get(past) ?? new Map<number, Kept>();
    // the latest past stands last
    this.kept.delete(past);
    this.kept.set(past, own);
    const bytes = history.world.people.length * bytesPerPerson;
    this.bytes += bytes - (own.get(replication)?.bytes ?? 0);
    own.set(replication, { history, bytes });
    while (this.bytes > this.most) this.dropOne();
  }

  private dropOne(): void {
    const [[past, oldest]] = this.kept;
    const last = Math.max(...oldest.keys());
    this.bytes -= oldest.get(last)?.bytes ?? 0;
    oldest.delete(last);
    if (oldest.size === 0) this.kept.delete(past);
  }
}
