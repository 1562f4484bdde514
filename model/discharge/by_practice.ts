/**
 * Discharge as it is practised: a day or two of notice, and many leave without a plan. Every further day of notice is a day
 * of planning; who has a caseworker already has a plan.
 */

import { exp } from '../kernel/maths.ts';
import { Municipal } from '../person.ts';
import type { Discharge } from './discharge.ts';

export const byPractice: Discharge = {
  noticeDays: (person) => person.world.common.discharge.notice_days,

  plannedShare(person) {
    if (person.municipal === Municipal.followUp) return 1;
    const { no_plan_share, notice_days, customary_notice_days, planning_days } = person.world.common.discharge;
    const more = Math.max(0, notice_days - customary_notice_days);
    return 1 - no_plan_share * (planning_days > 0 ? exp(-more / planning_days) : more > 0 ? 0 : 1);
  },
};
