/**
 * A municipality's priority for the field: one latent trait that drives what it keeps, adds, trusts and takes over.
 * Source of the maps: answers of municipalities after the merger of 2013 (36 % worse money, 20 % better), so 2013 is no test of them.
 */
import type { Town } from '../capacity/town.ts';
import { normalCdf } from '../kernel/maths.ts';
import type { CommonNumbers } from '../parameters.ts';
import { Purpose } from '../person.ts';

/** Which decision a draw is for; kept posts take ordinals from 8 on, one a loss and post. */
const Decision = { priority: 0, retention: 1, passThrough: 2, trust: 3, grant: 4 } as const;

/** A town's standing on one decision, uniform on (0, 1) over towns and tied to its priority. */
function standing(town: Town, purpose: number, ordinal: number): number {
  const { weight } = town.world.common.priority;
  const own = town.world.drawForTown(town, purpose, ordinal).normal();
  return normalCdf(weight * town.priority + Math.sqrt(1 - weight * weight) * own);
}

/** A straight line between two points. */
function between(u: number, from: number, to: number, low: number, high: number): number {
  return to > from ? low + ((u - from) / (to - from)) * (high - low) : high;
}

/** What part of a folded-in grant a council keeps in the service, for a standing u. */
export function retentionAt(u: number, common: CommonNumbers): number {
  const p = common.priority;
  if (u < 0.1) return between(u, 0, 0.1, p.retention_0, p.retention_10);
  if (u < 0.36) return between(u, 0.1, 0.36, p.retention_10, p.retention_36);
  if (u < 0.8) return between(u, 0.36, 0.8, p.retention_36, p.retention_80);
  return between(u, 0.8, 1, p.retention_80, p.retention_100);
}

/** What part of new money reaches the service, for a standing u. */
export function passThroughAt(u: number, common: CommonNumbers): number {
  const p = common.priority;
  if (u < p.pass_through_none) return 0;
  if (u < p.pass_through_full_from) {
    return between(u, p.pass_through_none, p.pass_through_full_from, p.pass_through_low, 1);
  }
  if (u < p.pass_through_full_to) return 1;
  return between(u, p.pass_through_full_to, 1, 1, p.pass_through_most);
}

/** Draws the town's priority and what follows from it, or takes them as conditions of the place. */
export function drawCouncil(town: Town): void {
  const { world, numbers } = town;
  const { council } = numbers;
  const record = (path: string, value: number) => world.townDraws.push({ town: town.index, path, value });
  town.priority = world.drawForTown(town, Purpose.priority, Decision.priority).normal();
  const retention = retentionAt(standing(town, Purpose.priority, Decision.retention), world.common);
  const passThrough = passThroughAt(standing(town, Purpose.priority, Decision.passThrough), world.common);
  const trusts = standing(town, Purpose.priority, Decision.trust) > 1 - world.common.priority.trust_share;
  const holds = standing(town, Purpose.priority, Decision.grant) > 1 - numbers.grant.held_share;
  // a condition is no draw: it stands in parameters.csv, not in draws.csv
  const or = (condition: number, drawn: number, path: string) => {
    if (!Number.isNaN(condition)) return condition;
    record(path, drawn);
    return drawn;
  };
  town.council = {
    retention: or(council.retention, retention, 'council.retention'),
    passThrough: or(council.pass_through, passThrough, 'council.pass_through'),
    trustsRenewal: or(council.trusts_renewal, trusts ? 1 : 0, 'council.trusts_renewal') > 0.5,
  };
  town.holdsGrant = or(numbers.grant.held_at_census, holds ? 1 : 0, 'grant.held_at_census') > 0.5;
}

/** Conditions may differ between scenarios; what was drawn stays as it was drawn. */
export function takeCouncilConditions(town: Town): void {
  const { council } = town.numbers;
  const { common } = town.world;
  town.council = {
    retention: Number.isNaN(council.retention)
      ? retentionAt(standing(town, Purpose.priority, Decision.retention), common)
      : council.retention,
    passThrough: Number.isNaN(council.pass_through)
      ? passThroughAt(standing(town, Purpose.priority, Decision.passThrough), common)
      : council.pass_through,
    trustsRenewal: Number.isNaN(council.trusts_renewal)
      ? standing(town, Purpose.priority, Decision.trust) > 1 - common.priority.trust_share
      : council.trusts_renewal > 0.5,
  };
}

/** Whether the town keeps a post when its grant is lost. A new look at each loss and post. */
export function keepsPost(town: Town, year: number, post: number): boolean {
  return standing(town, Purpose.kept, year * 1_000 + post) > 1 - town.world.common.application.kept_share;
}
