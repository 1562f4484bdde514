/** Integrals by Simpson's rule, which know nothing of how the model gets them. */

/** The integral of f from a to b, in pieces between the breaks. */
export function integral(f: (x: number) => number, a: number, b: number, breaks: readonly number[] = []): number {
  const cuts = [a, ...breaks.filter((x) => x > a && x < b).sort((x, y) => x - y), b];
  let sum = 0;
  for (let i = 1; i < cuts.length; i++) sum += simpson(f, cuts[i - 1], cuts[i]);
  return sum;
}

function simpson(f: (x: number) => number, a: number, b: number, n = 2_000): number {
  if (b <= a) return 0;
  const h = (b - a) / n;
  // a break belongs to the pieces on both sides of it; a hair inside, a step is seen from the right side
  const hair = h * 1e-9;
  let sum = f(a + hair) + f(b - hair);
  for (let i = 1; i < n; i++) sum += (i % 2 === 1 ? 4 : 2) * f(a + i * h);
  return (sum * h) / 3;
}

/** The clock as the definitions have it: 1 to day 14, in a line to `gap` at day 28, then `gap`. */
export const clockAt = (age: number, gap = 1.4): number =>
  age <= 14 ? 1 : age >= 28 ? gap : 1 + ((gap - 1) * (age - 14)) / 14;
