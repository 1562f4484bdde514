/** Which measures of the catalogue speak of a queue, and their rows for a municipality. */
import type { Measure } from '../../scenarios/experiment/catalogue.ts';
import type { ComparisonRow, EstimateRow, Findings } from '../../scenarios/experiment/findings.ts';
import { measureOf } from '../../scenarios/words/voice.ts';
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

/** The whole place has rows of its own under `provider`, and under `all` where a measure is added up over municipalities. */
function whoseRows({ level }: Measure, municipality: string): string {
  return municipality === 'provider' && level === 'town' ? 'all' : municipality;
}

const comparisons = new WeakMap<readonly ComparisonRow[], Map<string, ComparisonRow>>();
const estimates = new WeakMap<readonly EstimateRow[], Map<string, EstimateRow>>();
type Key = Pick<EstimateRow, 'scenario' | 'measure' | 'municipality' | 'period'>;
const keyOf = ({ scenario, measure, municipality, period }: Key) =>
  [scenario, measure, municipality, period].join('\n');

/** The paired difference of a measure in a period. */
export function comparisonOf(
  { comparisons: rows }: Findings,
  scenario: string,
  measure: Measure,
  municipality: string,
  period: string,
): ComparisonRow | undefined {
  const key = keyOf({ scenario, measure: measure.name, municipality: whoseRows(measure, municipality), period });
  return indexed(comparisons, rows).get(key);
}

/** The level of a measure in a period. */
export function estimateOf(
  { estimates: rows }: Findings,
  scenario: string,
  measure: Measure,
  municipality: string,
  period: string,
): EstimateRow | undefined {
  const key = keyOf({ scenario, measure: measure.name, municipality: whoseRows(measure, municipality), period });
  return indexed(estimates, rows).get(key);
}

function indexed<Row extends Key & { group: string }>(
  known: WeakMap<readonly Row[], Map<string, Row>>,
  rows: readonly Row[],
): Map<string, Row> {
  let index = known.get(rows);
  if (!index) {
    index = new Map(rows.filter(({ group }) => group === 'all').map((row) => [keyOf(row), row]));
    known.set(rows, index);
  }
  return index;
}
