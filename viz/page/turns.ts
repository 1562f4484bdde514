/** Work that a new result brings along, a piece at a time: between two pieces the page answers whoever operates it. */

/** A frame of 60 a second, less what the browser needs itself. */
const budget = 10;

const waiting = new Map<object, () => void>();
let isAsked = false;

/** Does a piece of work soon, once, however often it is asked for: `key` tells which piece it is. In the order of asking. */
export function inTurn(key: object, work: () => void): void {
  if (!waiting.has(key)) waiting.set(key, work);
  if (isAsked) return;
  isAsked = true;
  setTimeout(turn);
}

/** Nothing that still waits is done any more. */
export function forgetTurns(): void {
  waiting.clear();
}

function turn(): void {
  const started = performance.now();
  for (const [key, work] of waiting) {
    waiting.delete(key);
    work();
    if (performance.now() - started > budget) break;
  }
  isAsked = waiting.size > 0;
  if (isAsked) setTimeout(turn);
}
