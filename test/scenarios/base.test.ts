import { beforeAll, describe, expect, it } from 'vitest';
import type { BaseRun } from '../../scenarios/docs/base-run.ts';
import { runBase } from '../../scenarios/docs/base-run.ts';
import { driftOf, withPosts } from '../../scenarios/docs/drift.ts';
import { limitsOf, targets, targetsMet } from '../../scenarios/docs/targets.ts';

/** 40 replications of `region` by chance alone; FORLOP_FULL=1 runs the 100 that docs/model.md shows. */
const replications = process.env.FORLOP_FULL ? 100 : 40;

let base: BaseRun;
beforeAll(() => {
  base = runBase('region', { replications, history: 5, years: 10, seed: 1 });
}, 300_000);

describe('the base of region', () => {
  it.each(targets.map((target, i) => [target.name, i] as const))('meets its target: %s', (_name, i) => {
    const { target, simulated } = targetsMet(base, 0, base.years)[i]!;
    const [low, high] = limitsOf(target);
    expect(simulated.mean).toBeGreaterThanOrEqual(low);
    expect(simulated.mean).toBeLessThanOrEqual(high);
  });

  it.each([0, 1, 2, 3, 4])('does not drift from the first to the tenth year after the switch (%i)', (i) => {
    const drift = driftOf(base)[i]!;
    const error = (drift.change.sd ?? 0) / Math.sqrt(replications);
    const allowed = Math.max(drift.limit * drift.first, (drift.orErrors ?? 0) * error);
    expect(Math.abs(drift.last - drift.first), drift.name).toBeLessThanOrEqual(allowed);
  });
});

describe('with 15 % fewer posts', () => {
  it('the list for follow-up is longer, and bounded', () => {
    const fewer = runBase('region', { replications: 8, history: 5, years: 15, seed: 1, change: withPosts(0.85) });
    const queue = (run: BaseRun, from: number, to: number) => {
      let sum = 0;
      for (let year = from; year < to; year++) sum += driftOf(run, 0, year).at(-1)!.last;
      return sum / (to - from);
    };
    const early = queue(fewer, 0, 5);
    expect(early).toBeGreaterThan(1.3 * queue(base, 0, 5));
    expect(queue(fewer, 10, 15)).toBeLessThan(1.15 * early);
    // a queue without bounds would have grown by the posts that are missing, year after year
    expect(queue(fewer, 10, 15)).toBeLessThan(40);
  }, 120_000);
});

describe('the targets', () => {
  it('are the eight of the calibration, with their tolerances', () => {
    expect([...new Set(targets.map(({ number }) => number))]).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
    const limits = Object.fromEntries(targets.map((target) => [target.measure, limitsOf(target)]));
    expect(limits.tsb_persons_by_december![0]).toBeCloseTo(757.57, 6);
    expect(limits.wait_first_contact_mean).toEqual([28.9, 36]);
    expect(limits.overdose_deaths![0]).toBeCloseTo(4.125, 6);
    expect(limits.municipal_users![1]).toBeCloseTo(720.5, 6);
  });
});
