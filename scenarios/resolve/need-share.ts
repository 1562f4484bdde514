/** What part of a place's new need arises where a policy reaches. */
import type { Arrangement } from '../../model/arrangement.ts';
import { inForce } from '../../model/arrangement.ts';

/** The part of new need that arises in some of a place's municipalities, at the switch; 0–1. */
export function needShare({ towns }: Pick<Arrangement, 'towns'>, municipalities: readonly string[]): number {
  let reached = 0;
  let all = 0;
  for (const town of towns) {
    const { adults, need_factor } = inForce(town.numbers, 0).town;
    all += adults * need_factor;
    if (municipalities.includes(town.number)) reached += adults * need_factor;
  }
  return reached / all;
}
