/** Takes apart what pictures need of a result, a list at a time: else the first picture would wait for all of it at once. */
import { replayOf } from '../result/replay.ts';
import type { Result } from '../result/result.ts';
import { inTurn } from './turns.ts';

/** What the first sentence of the page is found in. */
export function openHeadline({ findings }: Result): void {
  void findings.comparisons;
}

/** What nearly everything on the page is made of. */
export function openFirst(result: Result): void {
  inTurns([() => result.findings.comparisons, () => result.findings.estimates, () => result.bands]);
}

/** What the larger pictures need beside that. */
export function openRest(result: Result): void {
  const { middle, findings } = result;
  inTurns([
    () => result.flows,
    () => result.waits,
    () => middle.moves,
    ...findings.scenarios.map(
      ({ name }) =>
        () =>
          replayOf(middle, name),
    ),
  ]);
}

function inTurns(parts: readonly (() => unknown)[]): void {
  for (const part of parts) inTurn(part, () => void part());
}
