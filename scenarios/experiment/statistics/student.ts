import quantile from '@stdlib/stats-base-dists-t-quantile';

/** One quantile takes as long as the sums of a thousand replications, and the rows of a result share a few. */
const known = new Map<string, number>();

/** The value that a share p (0 to 1) of Student's t with `df` degrees of freedom (more than 0) lies below. */
export function tQuantile(p: number, df: number): number {
  const key = `${p}/${df}`;
  let t = known.get(key);
  if (t === undefined) {
    t = quantile(p, df);
    known.set(key, t);
  }
  return t;
}
