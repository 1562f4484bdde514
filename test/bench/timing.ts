/** Time that is worth comparing on a machine that does other things too. */

/** Milliseconds of CPU that this process has used, all its threads together. */
export function cpuMs(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

/** Milliseconds that passed. */
export const wallMs = (): number => performance.now();

/**
 * The least of several rounds for each of some pieces of work. What else the machine does only ever adds, so the least is
 * nearest to the work; the pieces take turns, so that a slow minute falls on all of them.
 */
export function least(rounds: number, clock: () => number, works: readonly (() => unknown)[]): number[] {
  const found = works.map(() => Infinity);
  for (let round = 0; round < rounds; round++) {
    works.forEach((work, i) => {
      const before = clock();
      work();
      found[i] = Math.min(found[i], clock() - before);
    });
  }
  return found;
}
