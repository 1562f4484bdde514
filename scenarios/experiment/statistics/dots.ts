import { total } from './total.ts';

/** How many dots stand for all futures. */
export const dotCount = 20;

/**
 * Twenty dots for N paired differences (ascending, in their unit), and k (0 to 20), how many of them lie on the side of
 * the mean, those at 0 counting half and rounded down. Where the mean is 0, k takes the larger side. Null with no
 * difference at all. Definitions, "Statistics: Dots".
 * @param mean the mean difference that the verdict is about: that of ratios may lie on another side than the mean of
 *   the differences, which is taken when this is left out
 */
export function dots(
  differences: Float64Array,
  mean: number = total(differences) / differences.length,
): { dots: number[]; k: number } | null {
  const n = differences.length;
  if (n === 0) return null;
  const sorted = differences.slice().sort();
  const drawn: number[] = [];
  let above = 0;
  let below = 0;
  for (let i = 1; i <= dotCount; i++) {
    // ⌈(i − ½)N/20⌉, with whole numbers above the line
    const dot = sorted[Math.ceil(((2 * i - 1) * n) / (2 * dotCount)) - 1];
    drawn.push(dot);
    if (dot > 0) above++;
    if (dot < 0) below++;
  }
  const side = mean > 0 ? above : mean < 0 ? below : Math.max(above, below);
  return { dots: drawn, k: side + Math.floor((dotCount - above - below) / 2) };
}

/**
 * The share of replications (0 to 1) whose difference is strictly in the better direction, plus half of the ties; null
 * without replications. Interfaces, "Result directory".
 */
export function shareBetter(differences: Float64Array, better: 'lower' | 'higher'): number | null {
  const n = differences.length;
  if (n === 0) return null;
  let halves = 0;
  for (let i = 0; i < n; i++) {
    const gain = better === 'higher' ? differences[i] : -differences[i];
    if (gain > 0) halves += 2;
    else if (gain === 0) halves += 1;
  }
  return halves / (2 * n);
}
