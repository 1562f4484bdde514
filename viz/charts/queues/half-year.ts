/** Averages over half a year: monthly means of some hundred futures jump, and the eye takes each jump for an event. */

/** Months to each side. */
const reach = 3;

/**
 * Each month's value averaged over the half year around it: three months to each side, the outermost two by half.
 * Months beyond the ends of the series are missing from the average. Nothing leaks over the switch: up to it only the past
 * is averaged, and after it the half year shrinks evenly, so that a jump at the switch stays one.
 * @param cut index of the switch; −1: none
 */
export function halfYearMeans(values: readonly number[], cut: number): number[] {
  return values.map((_, at) => {
    const isPast = cut >= 0 && at <= cut;
    const side = isPast || cut < 0 ? reach : Math.min(reach, at - cut);
    const from = Math.max(0, at - side);
    const to = Math.min(isPast ? cut : values.length - 1, at + side);
    let sum = 0;
    let weights = 0;
    for (let i = from; i <= to; i++) {
      const weight = Math.abs(i - at) === side ? 0.5 : 1;
      sum += weight * values[i];
      weights += weight;
    }
    return sum / weights;
  });
}
