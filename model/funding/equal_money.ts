/**
 * Equal money: every scheme hands out the sum that the grant by application is expected to hand out to the same town over
 * the years compared, given whether it holds the grant today.
 */

import type { Post } from '../capacity/post.ts';
import { Line, PostState } from '../capacity/post.ts';
import type { Town } from '../capacity/town.ts';

/** The mean over years 1 to n of the probability of holding the grant. `held`: today's state. */
export function expectedHeldShare(held: boolean, p: number, renewed: number, years: number): number {
  const won = p < 1 ? (p * (1 - renewed)) / (1 - p) : 1;
  const memory = renewed - won;
  let sum = 0;
  let fading = 1;
  for (let year = 1; year <= years; year++) {
    fading *= memory;
    sum += p + ((held ? 1 : 0) - p) * fading;
  }
  return sum / years;
}

/** The sum M, as posts. */
export function equalPosts(town: Town): number {
  const { grant } = town.numbers;
  return (
    grant.posts *
    expectedHeldShare(town.holdsGrant, grant.held_share, grant.renewed_share, town.world.arrangement.years)
  );
}

/**
 * Turns today's grant posts into permanent ones of another line up to a sum; posts beyond it end, posts above today's are
 * advertised.
 */
export function continuePosts(town: Town, sum: number, line: number): void {
  const today = town.posts.filter((post) => post.line === Line.grant && post.state !== PostState.closed);
  let left = sum;
  const ending: Post[] = [];
  for (const post of today) {
    const part = Math.min(post.size, left);
    left -= part;
    if (part <= 1e-9) {
      ending.push(post);
      continue;
    }
    post.retitle(line, true);
    post.shrink(part);
    if (post.state === PostState.vacant) post.advertise();
  }
  for (const post of ending) post.close();
  if (left > 1e-9) for (const post of town.addPosts(left, line, true)) post.advertise();
  // a town without the grant has closed grant posts, which no scheme opens again
  town.holdsGrant = false;
}
