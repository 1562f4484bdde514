/** When a live answer is shown anew: soon, then ever more rarely. */

/** Futures after which results are made: 1, 5, 20, 60, 100, then twice as many each time, and the last. */
export function checkpoints(replications: number): number[] {
  const made = [1, 5, 20, 60, 100].filter((n) => n < replications);
  for (let n = 200; n < replications; n *= 2) made.push(n);
  return [...made, replications];
}

/** From so many futures on there are hinges and break-evens (`definitions.md`: the fewest for hinges). */
export const hingesFrom = 60;

/** After so many futures the middle one is run once more with its events. */
export const movesFrom = 5;
