/** The first replications tell nothing of precision: their spread is too little known. */
const fewest = 3;

/**
 * The replications algorithm: stop when the half-width of the 95 % interval is within a share of the mean, and has
 * stayed there for some replications more. K. Hoad, S. Robinson and R. Davies, "Automated selection of the number of
 * replications for a discrete-event simulation", Journal of the Operational Research Society 61 (2010), 1632–1644,
 * with their look-ahead of 5 up to 100 replications and 5 % of their number beyond.
 */
export class ReplicationsAlgorithm {
  /** The number of replications from which on it has been within the share; null: it is not, or not any more. */
  reached: number | null = null;
  private n = 0;
  private readonly share: number;
  private readonly lookAhead: number;

  /**
   * @param share more than 0
   * @param lookAhead replications for which it must stay there, while there are no more than 100; 0 or more
   */
  constructor(share: number, lookAhead = 5) {
    this.share = share;
    this.lookAhead = lookAhead;
  }

  /**
   * After one more replication. Returns whether there are enough.
   * @param deviation half-width ÷ |mean|, over all replications so far; null where it is undefined
   */
  take(deviation: number | null): boolean {
    this.n++;
    if (deviation === null || deviation > this.share || this.n < fewest) {
      this.reached = null;
      return false;
    }
    this.reached ??= this.n;
    return this.n - this.reached >= this.ahead;
  }

  /** For how many replications it must stay there now. */
  get ahead(): number {
    return Math.floor((this.lookAhead * Math.max(this.n, 100)) / 100);
  }
}
