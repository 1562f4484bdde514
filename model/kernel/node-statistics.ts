import type { NetworkNode } from './node.ts';
import { Ended } from './visits.ts';

/**
 * What a node did from the end of the warm-up to the end of the run. Numbers and shares are averages over that time.
 * Counts and mean times are of the customers who came to the node after the warm-up; so their outcomes add up to them.
 */
export interface NodeStatistics {
  /** How much time it covers. */
  duration: number;
  arrived: number;
  served: number;
  reneged: number;
  balked: number;
  rejected: number;
  lost: number;
  unfinished: number;
  /** Mean number waiting (Lq). */
  waiting: number;
  /** Mean number in service. */
  inService: number;
  /** Mean number waiting or in service (L). */
  present: number;
  /** Time in service as a share of the servers' time: above 1 when work is finished after a cut; NaN without servers. */
  utilisation: number;
  /** Services ended a unit of time, also of customers who came before the warm-up was over. */
  throughput: number;
  /** Mean time in line of those served (Wq); NaN when there are none. */
  meanWait: number;
  /** Mean time at the node of those served (W); NaN when there are none. */
  meanStay: number;
  /** The most that have waited at once. */
  longest: number;
  /** Share of the time during which n were present, by n. */
  shares: number[];
}

/** `end` is the end of the run, to which the pool must be accounted. */
export function statisticsOf(node: NetworkNode, end: number): NodeStatistics {
  const { pool, ended } = node;
  const duration = end - pool.from;
  const served = ended[Ended.served];
  let last = pool.timeByPresent.length;
  while (last > 0 && pool.timeByPresent[last - 1] === 0) last--;
  return {
    duration,
    arrived: node.arrived,
    served,
    reneged: ended[Ended.reneged],
    balked: ended[Ended.balked],
    rejected: ended[Ended.rejected],
    lost: ended[Ended.lost],
    unfinished: ended[Ended.unfinished],
    waiting: pool.waitingArea / duration,
    inService: pool.busyArea / duration,
    present: (pool.waitingArea + pool.busyArea) / duration,
    utilisation: pool.busyArea / pool.serverArea(end),
    throughput: node.completed / duration,
    meanWait: node.waitOfServed / served,
    meanStay: node.stayOfServed / served,
    longest: pool.longest,
    shares: Array.from(pool.timeByPresent.subarray(0, last), (time) => time / duration),
  };
}
