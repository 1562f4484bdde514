/** The slot `funding`: when does the pot become posts, and when do they end? One file a mechanism. */
import type { Mechanism } from '../arrangement.ts';
import type { Post } from '../capacity/post.ts';
import type { Town } from '../capacity/town.ts';
import { byApplication } from './by_application.ts';
import { byCriteria } from './by_criteria.ts';
import { framework } from './framework.ts';

export interface Funding {
  /** The scheme begins in a town: at the census when `posts` are to be made, at the switch when they stand there. */
  begin(town: Town, census: boolean): void;
  /** A worker has left a paid post. */
  vacated(town: Town, post: Post, now: number): void;
  /** Whether the candidate found for an advertised post takes it. */
  candidateComes(town: Town, post: Post, now: number): boolean;
  /** A date of the scheme's calendar, as set on the town's timer. */
  date(town: Town, now: number): void;
  /** What remains of a place for each post that the scheme pays: 1, or less where reporting takes time. */
  reportingFactor(town: Town): number;
  /** Posts' worth of time that the scheme costs the town's service. */
  paperwork(town: Town): number;
}

export const fundingMechanisms: Record<Mechanism<'funding'>, Funding> = {
  by_application: byApplication,
  by_criteria: byCriteria,
  framework,
};
