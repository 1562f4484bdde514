/** Notices a worker that gives no sign of life any more: it is asked for one again and again, and only waiting is counted. */

/** How often a sign is asked for, in ms. */
const beat = 2_000;
/** Beats without a sign after which a worker is given up. */
const fewest = 15;
/** Where signs have taken longer before, so many times as long. */
const patience = 10;

export interface Watchdog<Watched> {
  /** Watches another one, or no longer waits for this one's sign. */
  hear(worker: Watched): void;
  /** No longer watches this one. */
  leave(worker: Watched): void;
  /** Watches none any more. */
  end(): void;
}

/**
 * A worker answers between two steps of its work. Beats are counted instead of time: while the computer sleeps, or the page
 * itself is busy, nothing is missed.
 * @param ask asks a worker for a sign
 * @param isAwaited whether anybody waits for the workers
 * @param silent one has given no sign for 30 seconds, or ten times as long as ever before
 */
export function watch<Watched>(
  ask: (worker: Watched) => void,
  isAwaited: () => boolean,
  silent: (worker: Watched) => void,
): Watchdog<Watched> {
  /** Beats since a worker was asked; null: it has answered. */
  const waited = new Map<Watched, number | null>();
  let longest = 0;
  const timer = setInterval(() => {
    for (const [worker, beats] of waited) {
      if (beats === null) {
        if (!isAwaited()) continue;
        waited.set(worker, 0);
        ask(worker);
      } else if (beats >= Math.max(fewest, patience * longest)) {
        waited.delete(worker);
        silent(worker);
      } else waited.set(worker, beats + 1);
    }
  }, beat);
  return {
    hear(worker) {
      longest = Math.max(longest, waited.get(worker) ?? 0);
      waited.set(worker, null);
    },
    leave: (worker) => waited.delete(worker),
    end() {
      clearInterval(timer);
      waited.clear();
    },
  };
}
