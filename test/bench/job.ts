/** The jobs that are timed: bundled scenarios, ten years from the switch after five of history. */
import { layoutOf } from '../../scenarios/experiment/layout.ts';
import type { Job } from '../../scenarios/experiment/protocol.ts';
import type { Bundle } from '../../scenarios/resolve/bundled.ts';
import { resolveScenario } from '../../scenarios/resolve/compose.ts';

/**
 * @param names scenarios of one place, so that they share a past
 * @param years after the switch
 */
export function jobOf(names: readonly string[], years = 10, bundle?: Bundle): Job {
  const scenarios = names.map((name) => {
    const { plan, arrangement } = resolveScenario(name, { sets: [], years, history: 5, bundle });
    return { name, plan, past: 0, dates: layoutOf(arrangement, 'month').dates };
  });
  return { seed: 1, uncertainty: 'all', scenarios, events: false };
}
