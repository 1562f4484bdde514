/** An integrated team decides in the same contact in which it meets the person, by arrival, and supports from the first day. */
import type { Gate } from './gate.ts';

export const team: Gate = {
  begin() {},
  workDays: (town) => town.numbers.gate.decision_days,
  afterWork: () => ({ to: 'follow_up' }),
  afterOffice: () => ({ to: 'follow_up' }),
  supportsBefore: () => true,
  byNeed: () => false,
  renewalDays: () => Infinity,
};
