import type { Slot } from '../../model/arrangement.ts';

/** Parameters that only one mechanism reads, by the beginning of their path. All others are read in every scenario. */
export const readOnlyBy: readonly [prefix: string, slot: Slot, mechanism: string][] = [
  ['office.', 'gate', 'purchaser_office'],
  ['gate.decision_days', 'gate', 'team'],
  ['application.', 'funding', 'by_application'],
  ['criteria.', 'funding', 'by_criteria'],
  ['council.trusts_renewal', 'funding', 'by_application'],
  ['council.retention', 'funding', 'framework'],
  ['council.pass_through', 'funding', 'framework'],
  ['priority.retention_', 'funding', 'framework'],
  ['priority.pass_through_', 'funding', 'framework'],
];
