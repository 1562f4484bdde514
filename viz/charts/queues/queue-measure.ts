/** Which measures of the catalogue speak of a queue. */
import type { Measure } from '../../../scenarios/experiment/catalogue.ts';
import type { Findings } from '../../../scenarios/experiment/findings.ts';
import { measureOf } from '../../../scenarios/words/voice.ts';
import type { Queue } from './queue-series.ts';

/** The measure that is the mean length of a queue; undefined: the catalogue has none, so nothing is said of its years. */
export function lengthMeasure(findings: Findings, queue: Queue): Measure | undefined {
  return measureOf(findings, queue === 'unserved' ? 'unserved_waiting_mean' : `queue_${queue}_mean`);
}

/** People who leave a queue without having been served. */
const leavers: Partial<Record<Queue, string>> = {
  follow_up: 'gave_up_follow_up',
  first_contact: 'gave_up_first_contact',
  assessment: 'gave_up_first_contact',
};

/** What must stand beside a queue, since each can make it shorter or longer without anybody being better off. */
export function besideMeasures(findings: Findings, queue: Queue): Measure[] {
  const names = queue === 'unserved' ? ['gave_up_first_contact', 'gave_up_follow_up'] : [leavers[queue] ?? []].flat();
  return ['new_needs', ...names, 'served_while_waiting_mean', 'days_without_service'].flatMap(
    (name) => measureOf(findings, name) ?? [],
  );
}
