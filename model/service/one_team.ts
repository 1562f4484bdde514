/** One team serves both problems at once: a person is one case, whatever the group. */
import type { Service } from './service.ts';

export const oneTeam: Service = {
  weight: (person, inBed) => (inBed ? person.world.common.follow_up_case.in_bed_weight : 1),
};
